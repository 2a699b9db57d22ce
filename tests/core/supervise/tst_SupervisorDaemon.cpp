// SPDX-License-Identifier: Apache-2.0
// The supervisor as a process of its own that outlives who started it, is killed, is asked to end by a signal. This program plays it, too:
// with --supervise FOLDER.
#include "core/supervise/SupervisorDaemon.h"

#include "core/supervise/FolderCleanup.h"
#include "core/supervise/Leftovers.h"
#include "core/supervise/SupervisorClient.h"
#include "core/supervise/SupervisorStarter.h"
#include "core/supervise/SupervisorWatch.h"
#include "tests/core/supervise/SuperviseBench.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace windsock;
using namespace std::chrono_literals;

namespace {
const QByteArray scenario = "on faketool web\nout ready\nhang\n"
                            "on faketool stubborn\nignore\ngrandchild 60 ignore session\nout ready\nhang\n";
}

class TestSupervisorDaemon : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void outlivesItsStarter();
    void startedOnce();
    void twoAtOnce();
    void secondOneGoes();
    void doesNotComeUp();
    void canceledStart();
    void orderlyEndBySignal();
    void hangUpMeansNothing();
    void killedOneLeavesNothingForLong();
    void killedOneIsFollowed();
    void killedWhileAsked();
    void startAfterShutDown();

private:
    Command start(const QStringList &more = {}) const
    {
        Command command{.program = QCoreApplication::applicationFilePath()};
        command.args = QStringList{"--supervise", m->folder.folder.path()} + more;
        return command;
    }
    SupervisorStatus up()
    {
        const auto status = await(m_starter->ensure());
        if (!status)
            qWarning().noquote() << status.error().report() << m->supervisorLog();
        return status.value_or({});
    }
    QList<ProcessIdentity> left() const { return belonging({{}, componentMark(m->folder.key())}, processesOfThisUser()); }

    std::unique_ptr<SuperviseBench> m;
    std::unique_ptr<SupervisorStarter> m_starter;
    std::unique_ptr<SupervisorClient> m_client;
};

void TestSupervisorDaemon::init()
{
    m = std::make_unique<SuperviseBench>(scenario);
    QVERIFY(m->save({m->component("web"), m->component("stubborn")}));
    m_starter = std::make_unique<SupervisorStarter>(m->folder, start(), m->tools.runner(), m->clock);
    m_client = std::make_unique<SupervisorClient>(m->folder, m->clock);
}

void TestSupervisorDaemon::cleanup()
{
    QVERIFY(await(m_client->shutDown()));
    QTRY_VERIFY(!FolderLock::isHeld(m->folder.lock()));
    QVERIFY(await(FolderCleanup::run(m->folder, m->clock, this)));
    m_starter.reset();
    m_client.reset();
    m.reset();
}

void TestSupervisorDaemon::outlivesItsStarter()
{
    const SupervisorStatus status = up();
    QVERIFY(status.pid > 0 && status.pid != QCoreApplication::applicationPid());
    QVERIFY(await(m_client->start({"web"})));
    m_starter.reset();
    m->tools.dropRunner(); // which would kill what it had not let go
    drainEvents();
    const auto later = await(m_client->status());
    QVERIFY(later && later->pid == status.pid);
    QCOMPARE(stateOf(*later, "web"), ComponentState::Running);
    QVERIFY(processLives(later->find("web")->pid));
    // In a session that no terminal can end.
    for (const SeenProcess &seen : processesOfThisUser()) {
        if (seen.identity.pid == status.pid)
            QVERIFY(seen.session != ::getsid(0));
    }
}

void TestSupervisorDaemon::startedOnce()
{
    const SupervisorStatus first = up(), second = up();
    QVERIFY(first.pid > 0);
    QCOMPARE(second.pid, first.pid);
}

void TestSupervisorDaemon::twoAtOnce()
{
    SupervisorStarter other(m->folder, start(), m->tools.runner(), m->clock);
    const auto first = m_starter->ensure(), second = other.ensure();
    QVERIFY(await(first) && await(second));
    QCOMPARE(first.result()->pid, second.result()->pid);
}

void TestSupervisorDaemon::secondOneGoes()
{
    const SupervisorStatus status = up();
    Command second = start();
    const auto result = await(m->tools.runner().run(second));
    QVERIFY(result);
    QCOMPARE(result->exitCode, 3); // Conflict
    QCOMPARE(await(m_client->status())->pid, status.pid);
    QVERIFY(m->supervisorLog().contains("already keeps"));
}

void TestSupervisorDaemon::doesNotComeUp()
{
    SupervisorStarter broken(m->folder, start({"--fail"}), m->tools.runner(), m->clock);
    const auto result = await(broken.ensure({}, 1500ms));
    QVERIFY(!result);
    QCOMPARE(result.error().code, Error::Code::Timeout);
    QVERIFY(result.error().evidence.contains("failed on purpose"));
    SupervisorStarter missing(m->folder, {.program = "/no/such/windsock"}, m->tools.runner(), m->clock);
    QCOMPARE(await(missing.ensure()).error().code, Error::Code::ToolMissing);
}

void TestSupervisorDaemon::canceledStart()
{
    SupervisorStarter broken(m->folder, start({"--fail"}), m->tools.runner(), m->clock);
    const Cancel cancel;
    const auto result = broken.ensure(cancel);
    drainEvents();
    cancel.request();
    QVERIFY(await(result).error().isCancel());
    QVERIFY(await(broken.ensure(cancel)).error().isCancel()); // and one that is so from the start
}

void TestSupervisorDaemon::orderlyEndBySignal()
{
    const SupervisorStatus status = up();
    QVERIFY(await(m_client->start()));
    ::kill(pid_t(status.pid), SIGTERM);
    QTRY_VERIFY_WITH_TIMEOUT(!FolderLock::isHeld(m->folder.lock()), 20000);
    QTRY_VERIFY(!processLives(status.pid));
    QVERIFY(left().isEmpty());
    QVERIFY(!QFile::exists(m->folder.children()) && !QFile::exists(m->folder.address()));
    QVERIFY(QDir(m->runtime.path() + "/windsock").isEmpty());
    QVERIFY(m->supervisorLog().contains("Web is stopped"));
}

void TestSupervisorDaemon::hangUpMeansNothing()
{
    const SupervisorStatus status = up();
    ::kill(pid_t(status.pid), SIGHUP);
    ::kill(pid_t(status.pid), SIGPIPE);
    QCOMPARE(await(m_client->status())->pid, status.pid);
}

void TestSupervisorDaemon::killedOneLeavesNothingForLong()
{
    const SupervisorStatus first = up();
    const auto started = await(m_client->start());
    QVERIFY(started);
    QTRY_VERIFY(m->said("stubborn").contains("ready"));
    const auto before = left();
    QVERIFY(before.size() >= 3);
    ::kill(pid_t(first.pid), SIGKILL);
    QTRY_VERIFY(!FolderLock::isHeld(m->folder.lock())); // no stale lock
    QCOMPARE(await(m_client->status()).error().code, Error::Code::NotFound);
    QVERIFY(FolderCleanup::count(m->folder) >= 2); // those that ignore TERM
    // The next one ends them, and only then starts its own.
    const SupervisorStatus second = up();
    QVERIFY(second.pid > 0 && second.pid != first.pid);
    const auto again = await(m_client->start({"web"}));
    QVERIFY(again);
    for (const ProcessIdentity &identity : before)
        QVERIFY2(!isAlive(identity), qPrintable(QString::number(identity.pid)));
    QCOMPARE(left().size(), 1);
    QVERIFY(m->supervisorLog().contains("that an earlier supervisor had left"));
}

void TestSupervisorDaemon::killedOneIsFollowed()
{
    const SupervisorStatus first = up();
    SupervisorWatch watch(m->folder);
    QSignalSpy gone(&watch, &SupervisorWatch::gone);
    watch.start();
    QTRY_VERIFY(watch.status());
    ::kill(pid_t(first.pid), SIGKILL);
    QTRY_COMPARE(gone.size(), 1);
    const SupervisorStatus second = up();
    QTRY_VERIFY(watch.status());
    QCOMPARE(watch.status()->pid, second.pid);
}

void TestSupervisorDaemon::killedWhileAsked()
{
    const SupervisorStatus first = up();
    QVERIFY(await(m_client->start({"stubborn"})));
    QTRY_VERIFY(m->said("stubborn").contains("ready"));
    SupervisorWatch watch(m->folder);
    watch.start();
    QTRY_VERIFY(watch.status());
    const auto asked = m_client->stop(); // takes a second
    QTRY_COMPARE(stateOf(*watch.status(), "stubborn"), ComponentState::Stopping);
    ::kill(pid_t(first.pid), SIGKILL);
    QCOMPARE(await(asked).error().code, Error::Code::Network);
}

void TestSupervisorDaemon::startAfterShutDown()
{
    for (int round = 0; round < 3; ++round) {
        QVERIFY(up().pid > 0);
        QVERIFY(await(m_client->start({"web"})));
        const auto over = m_client->shutDown();
        const auto next = m_starter->ensure(); // asked while the old one is going
        QVERIFY(await(over));
        QVERIFY(await(next));
    }
}

namespace {
int supervise(QCoreApplication &app)
{
    const SupervisorFolder folder{QDir(app.arguments().value(2))};
    if (app.arguments().contains("--fail")) {
        ComponentLog(folder.log()).append("failed on purpose");
        return 1;
    }
    ToolFinder finder({});
    Redactor redactor;
    ProcessRunner runner(finder, redactor);
    SystemClock clock;
    SupervisorDaemon daemon(folder, runner, redactor, clock);
    whenDone(daemon.run(), &app, [&app](const Result<> &result) {
        app.exit(result ? 0 : result.error().code == Error::Code::Conflict ? 3 : 1);
    });
    return app.exec();
}
} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (app.arguments().value(1) == "--supervise")
        return supervise(app);
    TestSupervisorDaemon test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_SupervisorDaemon.moc"
