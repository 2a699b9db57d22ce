// SPDX-License-Identifier: Apache-2.0
// Processes of this machine by their id and start, and what may be signalled.
#include "core/supervise/ProcessTable.h"

#include "tests/support/Await.h"
#include "tests/support/FakeTools.h"

#include <QTest>

#include <algorithm>
#include <csignal>
#include <unistd.h>

using namespace windsock;

namespace {
const SeenProcess *find(const QList<SeenProcess> &table, qint64 pid)
{
    const auto found = std::find_if(table.cbegin(), table.cend(), [pid](const SeenProcess &each) { return each.identity.pid == pid; });
    return found == table.cend() ? nullptr : &*found;
}
} // namespace

class TestProcessIdentity : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void ourselves();
    void nobody();
    void goesWithTheProcess();
    void json();
    void otherStartIsNotSignalled();
    void neverThese();
    void tableSeesSessionAndMark();
    void titleHidesTheMark();
    void marks_data();
    void marks();

private:
    void startChild(const QByteArray &scenario, const QString &mark = {});
    std::unique_ptr<FakeTools> m_fake;
    Cancel m_cancel;
    Async<CommandOutput> m_child;
    qint64 m_pid = 0;
    bool m_ready = false;
};

void TestProcessIdentity::init()
{
    m_cancel = Cancel();
    m_child = {};
    m_pid = 0;
    m_ready = false;
}

void TestProcessIdentity::cleanup()
{
    m_cancel.request();
    if (m_fake && m_pid > 0)
        QVERIFY(!await(m_child));
    m_fake.reset();
}

void TestProcessIdentity::startChild(const QByteArray &scenario, const QString &mark)
{
    m_fake = std::make_unique<FakeTools>(QStringLiteral(BUILD_ROOT "/faketools"), scenario);
    Command command{.tool = Tool::Kind, .limit = std::chrono::seconds(0), .grace = std::chrono::seconds(1)};
    if (!mark.isEmpty())
        command.environment[markVariable] = mark;
    const LineSink sink = [this](Channel, QByteArrayView line) { m_ready = m_ready || line == "ready"; };
    m_child = m_fake->runner().run(command, sink, m_cancel, [this](qint64 pid) { m_pid = pid; });
    QTRY_VERIFY_WITH_TIMEOUT(m_ready, 20000);
}

void TestProcessIdentity::ourselves()
{
    const auto me = identityOf(getpid());
    QVERIFY(me && me->isKnown());
    QVERIFY(isAlive(*me));
    QCOMPARE(identityOf(getpid()), me); // always the same
#ifdef Q_OS_LINUX
    QVERIFY(me->boot.size() >= 32);
#endif
}

void TestProcessIdentity::nobody()
{
    for (const qint64 pid : {qint64(0), qint64(-1), qint64(1) << 30})
        QVERIFY(!identityOf(pid));
    QVERIFY(!isAlive({}));
    QVERIFY(!isAlive({.pid = getpid()}));
}

void TestProcessIdentity::goesWithTheProcess()
{
    startChild("on *\nout ready\nhang\n");
    const auto identity = identityOf(m_pid);
    QVERIFY(identity && isAlive(*identity));
    QVERIFY(signalProcess(*identity, SIGKILL));
    QVERIFY(!await(m_child));
    QVERIFY(!isAlive(*identity) && !identityOf(m_pid));
    QVERIFY(!signalProcess(*identity, SIGTERM));
}

void TestProcessIdentity::json()
{
    const ProcessIdentity identity{4242, qint64(1) << 50, "a-b"};
    QVERIFY(identityFromJson(toJson(identity)) == identity);
    QVERIFY(!identityFromJson({}).isKnown());
    QVERIFY(!identityFromJson({{"pid", "4242"}, {"started", true}}).isKnown());
}

void TestProcessIdentity::otherStartIsNotSignalled()
{
    startChild("on *\nout ready\nhang\n");
    auto other = *identityOf(m_pid);
    other.started -= 1; // an earlier process with that id
    QVERIFY(!signalProcess(other, SIGKILL));
    other = *identityOf(m_pid);
    other.boot = "another boot";
    QVERIFY(!signalProcess(other, SIGKILL));
    QVERIFY(processLives(m_pid));
}

void TestProcessIdentity::neverThese()
{
    // Signal 0 would do no harm, if one came.
    QVERIFY(!signalProcess(*identityOf(getpid()), 0));
    for (const qint64 pid : {qint64(-1), qint64(0), qint64(1)})
        QVERIFY(!signalProcess({pid, 1, {}}, 0));
    if (const auto init = identityOf(1))
        QVERIFY(!signalProcess(*init, 0));
}

void TestProcessIdentity::tableSeesSessionAndMark()
{
    startChild("on *\ngrandchild 20\nout ready\nhang\n", "folder:web");
    const auto table = processesOfThisUser();
    const SeenProcess *leader = find(table, m_pid);
    QVERIFY(leader);
    QCOMPARE(leader->session, m_pid);
    QCOMPARE(leader->parent, qint64(getpid()));
    QCOMPARE(leader->mark, QByteArray("folder:web"));
    QVERIFY(leader->environmentKnown);
    const bool helper = std::any_of(table.cbegin(), table.cend(), [this](const SeenProcess &each) {
        return each.parent == m_pid && each.session == m_pid && each.mark == "folder:web";
    });
    QVERIFY(helper);
    QVERIFY(!find(table, getpid()));
}

void TestProcessIdentity::titleHidesTheMark()
{
    startChild("on *\ntitle\nout ready\nhang\n", "folder:web");
    const auto table = processesOfThisUser();
    const SeenProcess *leader = find(table, m_pid);
    QVERIFY(leader);
    QVERIFY(leader->mark.isEmpty() && !leader->environmentKnown);
}

void TestProcessIdentity::marks_data()
{
    QTest::addColumn<QByteArray>("environment");
    QTest::addColumn<QByteArray>("mark");
    QTest::addColumn<bool>("known");
    const auto row = [](const char *name, const QByteArray &environment, const char *mark, bool known) {
        QTest::newRow(name) << environment << QByteArray(mark) << known;
    };
    const QByteArray nul(1, '\0');
    row("first", "SUPERVISED_BY_WINDSOCK=a:b" + nul + "PATH=/bin" + nul, "a:b", true);
    row("last", "PATH=/bin" + nul + "SUPERVISED_BY_WINDSOCK=a:b", "a:b", true);
    row("none", "PATH=/bin" + nul + "X_SUPERVISED_BY_WINDSOCK=a:b" + nul, "", true);
    row("in a value", "A=SUPERVISED_BY_WINDSOCK=a:b" + nul, "", true);
    row("nothing", "", "", false);
    row("NULs", nul + nul + nul, "", false);
    row("title", "gunicorn: worker [airflow]" + nul + nul, "", false);
    row("rest of a title", "w = x" + nul, "", false);
}

void TestProcessIdentity::marks()
{
    QFETCH(QByteArray, environment);
    SeenProcess seen;
    readMark(environment, seen);
    QTEST(seen.mark, "mark");
    QTEST(seen.environmentKnown, "known");
}

QTEST_GUILESS_MAIN(TestProcessIdentity)
#include "tst_ProcessIdentity.moc"
