// SPDX-License-Identifier: Apache-2.0
// One component as a real program: killed, with helpers of all kinds, with a lot to say.
#include "core/supervise/SupervisedComponent.h"

#include "core/supervise/Leftovers.h"
#include "tests/core/supervise/SuperviseBench.h"

#include <QTest>

#include <csignal>

using namespace windsock;

class TestSupervisedChildren : public QObject
{
    Q_OBJECT
private slots:
    void killedComesBack();
    void helpersOfADeadOne();
    void keptHelpers();
    void stopLeavesNothing_data();
    void stopLeavesNothing();
    void recordsFollow();
    void outputIsRedacted();
    void itsOwnSecretsAreRedacted();
    void crashLoopNamesItsLastLines();

private:
    std::unique_ptr<SupervisedComponent> make(SuperviseBench &bench, const Component &component)
    {
        m_records = std::make_unique<ChildRecords>(bench.folder.children());
        const SuperviseParts parts{bench.tools.runner(), bench.tools.redactor(), bench.clock, *m_records, bench.folder.key()};
        return std::make_unique<SupervisedComponent>(component, parts);
    }
    static QList<ProcessIdentity> left(const SuperviseBench &bench)
    {
        return belonging({{}, componentMark(bench.folder.key())}, processesOfThisUser());
    }
    std::unique_ptr<ChildRecords> m_records;
};

void TestSupervisedChildren::killedComesBack()
{
    SuperviseBench bench("on faketool web\nout ready\nhang\n");
    const auto component = make(bench, bench.component("web"));
    QVERIFY(await(component->start()));
    const qint64 first = component->status().pid;
    QTRY_VERIFY(bench.said("web").contains("ready"));
    ::kill(pid_t(first), SIGKILL);
    QTRY_VERIFY(component->status().state == ComponentState::Running && component->status().pid != first);
    QTRY_COMPARE(bench.said("web"), QByteArray("ready\nready\n"));
    QCOMPARE(component->status().restarts, 1);
    QVERIFY(component->status().lastEnd.startsWith("Web: faketool was ended by signal 9"));
    QVERIFY(!component->status().exitCode);
    QVERIFY(await(component->stop()));
    QVERIFY(left(bench).isEmpty());
}

void TestSupervisedChildren::helpersOfADeadOne()
{
    SuperviseBench bench("on faketool web\ngrandchild 60\ngrandchild 60 session\nout ready\nhang\n");
    const auto component = make(bench, bench.component("web"));
    QVERIFY(await(component->start()));
    QTRY_VERIFY(bench.said("web").count("grandchild") == 2 && bench.said("web").contains("ready"));
    const auto before = left(bench);
    QCOMPARE(before.size(), 3);
    const qint64 first = component->status().pid;
    ::kill(pid_t(first), SIGKILL);
    QTRY_VERIFY(component->status().state == ComponentState::Running && component->status().pid != first);
    for (const ProcessIdentity &identity : before)
        QVERIFY(!isAlive(identity)); // they would hold its port
    QVERIFY(await(component->stop()));
    QVERIFY(left(bench).isEmpty());
}

void TestSupervisedChildren::keptHelpers()
{
    SuperviseBench bench("on faketool scheduler\ngrandchild 60\ngrandchild 60 session\nout ready\nhang\n");
    Component scheduler = bench.component("scheduler");
    scheduler.keepsHelpers = true;
    const auto component = make(bench, scheduler);
    QVERIFY(await(component->start()));
    QTRY_VERIFY(bench.said("scheduler").count("grandchild") == 2 && bench.said("scheduler").contains("ready"));
    QList<ProcessIdentity> helpers = left(bench);
    const qint64 first = component->status().pid;
    helpers.removeIf([first](const ProcessIdentity &each) { return each.pid == first; });
    QCOMPARE(helpers.size(), 2);
    ::kill(pid_t(first), SIGKILL);
    QTRY_VERIFY(component->status().state == ComponentState::Running && component->status().pid != first);
    for (const ProcessIdentity &identity : helpers)
        QVERIFY(isAlive(identity));                     // tasks go on
    QTRY_COMPARE(m_records->of("scheduler").size(), 2); // its own session, and the one that still has somebody in it
    QVERIFY(await(component->stop()));
    QVERIFY(left(bench).isEmpty());
    QVERIFY(m_records->all().isEmpty());
}

void TestSupervisedChildren::stopLeavesNothing_data()
{
    QTest::addColumn<QByteArray>("scenario");
    QTest::newRow("obeys") << QByteArray("out ready\nhang\n");
    QTest::newRow("ignores TERM and forks") << QByteArray("ignore\ngrandchild 60 ignore\nout ready\nhang\n");
    QTest::newRow("helpers in other sessions") << QByteArray("grandchild 60 ignore session\ngrandchild 60 session\nout ready\nhang\n");
    QTest::newRow("title over the mark") << QByteArray("title\ngrandchild 60 ignore\ngrandchild 60 session\nout ready\nhang\n");
    QTest::newRow("forks for ever") << QByteArray("relay 50\nsleep 300\nout ready\nhang\n");
    QTest::newRow("ends itself") << QByteArray("grandchild 60 ignore session\nonterm 0\nout ready\nhang\n");
}

void TestSupervisedChildren::stopLeavesNothing()
{
    QFETCH(QByteArray, scenario);
    SuperviseBench bench("on faketool web\n" + scenario);
    const auto component = make(bench, bench.component("web"));
    QVERIFY(await(component->start()));
    QTRY_VERIFY(bench.said("web").contains("ready"));
    const auto all = belonging({m_records->all(), componentMark(bench.folder.key())}, processesOfThisUser());
    QVERIFY(!all.isEmpty());
    QVERIFY(await(component->stop()));
    for (const ProcessIdentity &identity : all)
        QVERIFY2(!isAlive(identity), qPrintable(QString::number(identity.pid)));
    QVERIFY(left(bench).isEmpty());
    QVERIFY(!QFile::exists(bench.folder.children()));
}

void TestSupervisedChildren::recordsFollow()
{
    SuperviseBench bench("on faketool web\nout ready\nhang\n");
    const auto component = make(bench, bench.component("web"));
    QVERIFY(await(component->start()));
    QCOMPARE(m_records->all().size(), 1);
    QVERIFY(m_records->all().first().leader == *identityOf(component->status().pid));
    ChildRecords written(bench.folder.children());
    written.load();
    QVERIFY(written.all() == m_records->all());
    const qint64 first = component->status().pid;
    ::kill(pid_t(first), SIGKILL);
    QTRY_VERIFY(component->status().state == ComponentState::Running && component->status().pid != first);
    QCOMPARE(m_records->all().size(), 1); // the first one's has gone with it
    QCOMPARE(m_records->all().first().leader.pid, component->status().pid);
    QVERIFY(await(component->stop()));
}

void TestSupervisedChildren::outputIsRedacted()
{
    SuperviseBench bench("on faketool web\nout the canary-4711 sings\nerr password: hunter22\nout ready\nhang\n");
    const auto secret = std::make_shared<SecretString>(QByteArray("canary-4711"));
    bench.tools.redactor().add(secret);
    const auto component = make(bench, bench.component("web"));
    QVERIFY(await(component->start()));
    QTRY_VERIFY(bench.said("web").contains("ready") && bench.said("web").contains("password"));
    QVERIFY(!bench.said("web").contains("canary") && !bench.said("web").contains("hunter22"));
    QVERIFY(await(component->stop()));
}

void TestSupervisedChildren::itsOwnSecretsAreRedacted()
{
    SuperviseBench bench("on faketool web\nout the canary-4711 sings\nerr of the open-4711\nout ready\nhang\n");
    Component web = bench.component("web");
    web.environment["MY_TOKEN"] = "canary-4711";
    web.environment["MY_PLACE"] = "open-4711";
    web.secrets = {"MY_TOKEN"};
    const auto component = make(bench, web);
    QVERIFY(await(component->start()));
    QTRY_VERIFY(bench.said("web").contains("ready") && bench.said("web").contains("of the open-4711"));
    QVERIFY2(!bench.said("web").contains("canary"), bench.said("web").constData());
    // A later life has other secrets.
    web.environment["MY_TOKEN"] = "another-4711";
    component->define(web);
    QVERIFY(await(component->stop()));
    QVERIFY(await(component->start()));
    QCOMPARE(bench.tools.redactor().redact(QStringLiteral("canary-4711 and another-4711")).count("4711"), 1);
    QVERIFY(await(component->stop()));
}

void TestSupervisedChildren::crashLoopNamesItsLastLines()
{
    SuperviseBench bench("on faketool web\nerr ModuleNotFoundError: No module named 'airflow'\nexit 1\n");
    const auto component = make(bench, bench.component("web"));
    QVERIFY(await(component->start()));
    QTRY_COMPARE_WITH_TIMEOUT(component->status().state, ComponentState::CrashLoop, 20000);
    QCOMPARE(bench.calls("web"), 5);
    QCOMPARE(component->status().exitCode, std::optional(1));
    QCOMPARE(component->status().lastLines, QString("ModuleNotFoundError: No module named 'airflow'"));
}

QTEST_GUILESS_MAIN(TestSupervisedChildren)
#include "tst_SupervisedChildren.moc"
