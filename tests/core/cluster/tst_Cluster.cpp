// SPDX-License-Identifier: Apache-2.0
// What pages and verbs rely on: one run at a time, a look after each, the forward kept while Airflow runs, and no run on
// files that cannot be read. The backend is the test's.
#include "tests/core/cluster/ClusterBench.h"

#include <QSignalSpy>
#include <QtTest>

using namespace windsock;

class tst_Cluster : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_cluster.reset(); }
    void runsThePlanAndLooks();
    void secondRunIsRefusedWhileOneRuns();
    void cancelEndsTheRun();
    void failureKeepsEvidence();
    void cancelKeepsNone();
    void filesAreReadAgain();
    void unreadableFilesRefuseAStart_data();
    void unreadableFilesRefuseAStart();
    void looksAreOneAtATime();
    void noLookWhileARunGoesOn();
    void lookThatFails();
    void watchKeepsTheForward();
    void startForwardsAtItsEnd();
    void forwardOpensBesideWhatFollows();
    void idleTimeIsUsed();
    void takenPortFailsTheStart();
    void nextPort();
    void goesAwayInTheMiddle();

private:
    void finish(const Result<> &result = {});
    TempWorkspace m_folder;
    std::unique_ptr<World> m_world;
    FakeClock m_clock;
    Redactor m_redactor;
    ScriptedRunner m_runner{&m_clock};
    std::unique_ptr<Cluster> m_cluster;
    int m_number = 0;
};

void tst_Cluster::init()
{
    m_world = std::make_unique<World>();
    const QString folder = m_folder.path(QStringLiteral("demo %1").arg(++m_number));
    QVERIFY(createWorkspace(folder, ChartFlavor::Community));
    auto workspace = Workspace::open(folder);
    QVERIFY(workspace);
    const ClusterServices services{m_runner, m_clock, m_redactor, QDir(m_folder.path(QStringLiteral("state %1").arg(m_number)))};
    m_cluster = std::make_unique<Cluster>(std::move(*workspace), std::make_unique<TestBackend>(*m_world), services);
}

void tst_Cluster::finish(const Result<> &result)
{
    QSignalSpy finished(m_cluster.get(), &Cluster::runFinished);
    m_world->work.resolve(result);
    QTRY_COMPARE(finished.size(), 1);
    m_world->work = Promise<>();
}

void tst_Cluster::runsThePlanAndLooks()
{
    QSignalSpy started(m_cluster.get(), &Cluster::runStarted), finished(m_cluster.get(), &Cluster::runFinished);
    QSignalSpy ready(m_cluster.get(), &Cluster::ready);
    QCOMPARE(m_cluster->state(), ClusterState::Unknown);
    m_cluster->begin(Intent::Start);
    QCOMPARE(started.size(), 1);
    QCOMPARE(m_cluster->state(), ClusterState::Starting);
    QCOMPARE(m_cluster->intent(), Intent::Start);
    QCOMPARE(m_cluster->actions(), (Actions{.cancel = true}));
    m_world->seen = runningAirflow();
    finish();
    QCOMPARE(m_world->looks, 1);
    QCOMPARE(m_cluster->state(), ClusterState::Running);
    QVERIFY(!m_cluster->intent());
    QCOMPARE(finished.at(0).at(0).value<Intent>(), Intent::Start);
    QVERIFY(finished.at(0).at(1).value<Result<>>());
    QCOMPARE(ready.size(), 1);
    QCOMPARE(ready.at(0).at(0).toUrl(), m_cluster->web().url);
    const RunRecord record = m_cluster->recentRuns(1).value(0);
    QCOMPARE(record.outcome, "done");
    QCOMPARE(record.intent, Intent::Start);
    QVERIFY(m_cluster->reportText().contains("Work"));
    // Only a start makes Airflow ready.
    m_cluster->begin(Intent::Stop);
    QCOMPARE(m_cluster->state(), ClusterState::Stopping);
    finish();
    QCOMPARE(ready.size(), 1);
    QVERIFY(m_world->evidence.isEmpty());
}

void tst_Cluster::secondRunIsRefusedWhileOneRuns()
{
    QSignalSpy started(m_cluster.get(), &Cluster::runStarted);
    m_cluster->begin(Intent::Start);
    const PlanRun *const first = m_cluster->run();
    for (const Intent intent : {Intent::Start, Intent::Delete, Intent::Stop})
        m_cluster->begin(intent);
    QCOMPARE(started.size(), 1);
    QCOMPARE(m_world->planned, QList{Intent::Start});
    QCOMPARE(m_cluster->run(), first);
    QCOMPARE(m_cluster->intent(), Intent::Start);
    finish();
    QCOMPARE(m_cluster->recentRuns(10).size(), 1);
    m_cluster->begin(Intent::Delete);
    QCOMPARE(started.size(), 2);
    finish();
}

void tst_Cluster::cancelEndsTheRun()
{
    QSignalSpy finished(m_cluster.get(), &Cluster::runFinished);
    m_cluster->cancel(); // nothing to cancel yet
    m_cluster->begin(Intent::Stop);
    drainEvents();
    m_world->seen = runningAirflow();
    m_cluster->cancel();
    m_cluster->cancel();
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(finished.at(0).at(1).value<Result<>>().error().isCancel());
    // What is left is seen, not assumed.
    QCOMPARE(m_cluster->state(), ClusterState::Running);
    QCOMPARE(m_cluster->recentRuns(1).value(0).outcome, "canceled");
    m_cluster->cancel();
    QCOMPARE(finished.size(), 1);
}

void tst_Cluster::failureKeepsEvidence()
{
    QSignalSpy finished(m_cluster.get(), &Cluster::runFinished);
    m_cluster->begin(Intent::Start);
    drainEvents();
    const Error wrong{.code = Error::Code::ToolFailed, .what = "kind did not manage", .rule = "node.boot"};
    finish(wrong);
    QCOMPARE(finished.at(0).at(1).value<Result<>>().error(), wrong);
    QCOMPARE(m_world->evidence, QStringList{m_cluster->recentRuns(1).value(0).folder});
    QCOMPARE(m_cluster->recentRuns(1).value(0).outcome, "failed");
    QCOMPARE(m_cluster->recentRuns(1).value(0).error->rule, "node.boot");
    QCOMPARE(m_world->looks, 1);
    QVERIFY(m_cluster->reportText().contains("kind did not manage"));
}

void tst_Cluster::cancelKeepsNone()
{
    m_cluster->begin(Intent::Start);
    drainEvents();
    finish(Error::canceled());
    QCOMPARE(m_world->evidence, QStringList());
}

void tst_Cluster::filesAreReadAgain()
{
    QByteArray text = m_folder.read(QStringLiteral("demo %1/windsock.yaml").arg(m_number));
    QVERIFY(text.contains("port: 8080"));
    text.replace("port: 8080", "port: 8099");
    m_folder.write(QStringLiteral("demo %1/windsock.yaml").arg(m_number), text);
    QCOMPARE(m_cluster->workspace().webPort(), 8080);
    m_cluster->begin(Intent::Start);
    QCOMPARE(m_world->plannedPorts, QList{8099});
    finish();
    // A port for this session only stays over a reading of the files.
    m_cluster->forwardTo(8123);
    m_cluster->begin(Intent::Start);
    QCOMPARE(m_world->plannedPorts, (QList{8099, 8123}));
    QCOMPARE(m_cluster->web().url.port(), 8123);
    QCOMPARE(m_cluster->filePort(), 8099);
    finish();
}

void tst_Cluster::unreadableFilesRefuseAStart_data()
{
    QTest::addColumn<Intent>("intent");
    QTest::addColumn<bool>("refused");
    QTest::newRow("start") << Intent::Start << true;
    QTest::newRow("reset") << Intent::Reset << true;
    // What only touches the node must work whatever the files are like.
    QTest::newRow("stop") << Intent::Stop << false;
    QTest::newRow("pause") << Intent::Pause << false;
    QTest::newRow("delete") << Intent::Delete << false;
    QTest::newRow("restart") << Intent::Restart << false;
}

void tst_Cluster::unreadableFilesRefuseAStart()
{
    QFETCH(Intent, intent);
    QFETCH(bool, refused);
    m_folder.write(QStringLiteral("demo %1/windsock.yaml").arg(m_number), "cluster:\n  name: [\n");
    QSignalSpy finished(m_cluster.get(), &Cluster::runFinished);
    m_cluster->begin(intent);
    if (!refused) {
        drainEvents();
        QVERIFY(m_cluster->intent());
        return finish();
    }
    QTRY_COMPARE(finished.size(), 1);
    const Error error = finished.at(0).at(1).value<Result<>>().error();
    QCOMPARE(error.code, Error::Code::BadInput);
    QVERIFY2(error.place.file.contains("windsock.yaml") && error.place.line > 0, qPrintable(error.report()));
    QCOMPARE(m_cluster->recentRuns(1).value(0).outcome, "failed"); // kept and shown like any other run
}

void tst_Cluster::looksAreOneAtATime()
{
    QSignalSpy looked(m_cluster.get(), &Cluster::looked), changed(m_cluster.get(), &Cluster::changed);
    m_world->held = Promise<Observed>();
    for (int time = 0; time < 5; ++time)
        m_cluster->look();
    QCOMPARE(m_world->looks, 1);
    const Promise<Observed> held = *std::exchange(m_world->held, std::nullopt);
    m_world->seen = runningAirflow();
    held.resolve(Observed{});
    QTRY_COMPARE(looked.size(), 2); // those that came meanwhile are one more look
    drainEvents();
    QCOMPARE(m_world->looks, 2);
    QCOMPARE(m_cluster->state(), ClusterState::Running);
    QCOMPARE(changed.size(), 2);
    m_cluster->look();
    QTRY_COMPARE(looked.size(), 3);
    QCOMPARE(changed.size(), 2); // the same again is no change
}

void tst_Cluster::noLookWhileARunGoesOn()
{
    m_cluster->begin(Intent::Start);
    m_cluster->look();
    drainEvents();
    QCOMPARE(m_world->looks, 0);
    finish();
    QCOMPARE(m_world->looks, 1);
}

void tst_Cluster::lookThatFails()
{
    m_world->seen = runningAirflow();
    m_cluster->look();
    QTRY_COMPARE(m_cluster->state(), ClusterState::Running);
    m_world->seen = Error{.code = Error::Code::ToolFailed, .what = "The engine is not running"};
    QSignalSpy looked(m_cluster.get(), &Cluster::looked);
    m_cluster->look();
    QTRY_COMPARE(looked.size(), 1);
    QCOMPARE(m_cluster->state(), ClusterState::Unknown); // yesterday's truth is none
    QVERIFY(m_cluster->lookError() && m_cluster->lookError()->what.contains("engine"));
    m_world->seen = Observed{};
    m_cluster->look();
    QTRY_COMPARE(m_cluster->state(), ClusterState::Absent);
    QVERIFY(!m_cluster->lookError());
}

void tst_Cluster::watchKeepsTheForward()
{
    m_cluster->watch();
    m_cluster->watch();
    QTRY_COMPARE(m_cluster->state(), ClusterState::Absent);
    QCOMPARE(m_world->looks, 1);
    QVERIFY(m_world->forwarded.isEmpty());
    m_world->seen = runningAirflow();
    emit m_world->watch->changed();
    QTRY_COMPARE(m_world->forwarded, QList{8080});
    // Ill health does not cut the page off, a stopped cluster does.
    m_world->seen->airflowHealthy = false;
    emit m_world->watch->changed();
    QTRY_COMPARE(m_cluster->state(), ClusterState::Degraded);
    QCOMPARE(m_world->forwarded, QList{8080});
    m_world->seen->runs = false;
    emit m_world->watch->changed();
    QTRY_COMPARE(m_world->forwarded, (QList{8080, 0}));
    QCOMPARE(m_cluster->forwardStatus().state, ForwardState::Off);
}

void tst_Cluster::startForwardsAtItsEnd()
{
    m_cluster->setForwarding(true);
    QCOMPARE(m_cluster->plan(Intent::Start).steps.last().id, "forward");
    QCOMPARE(m_cluster->plan(Intent::Reset).steps.last().id, "forward");
    QCOMPARE(m_cluster->plan(Intent::Stop).steps.last().id, "work");
    m_world->forward.state = ForwardState::Connecting;
    m_cluster->begin(Intent::Start);
    drainEvents();
    m_world->work.resolve({});
    QTRY_COMPARE(m_world->forwarded, QList{8080});
    drainEvents();
    QVERIFY(m_cluster->intent()); // not before the page answers
    m_world->forward.state = ForwardState::Active;
    m_world->seen = runningAirflow();
    emit m_world->shownForward->changed(m_world->forward);
    QTRY_VERIFY(!m_cluster->intent());
    QCOMPARE(m_cluster->recentRuns(1).value(0).outcome, "done");
    m_world->work = Promise<>();
    m_cluster->begin(Intent::Stop); // closes before anything else goes
    QCOMPARE(m_world->forwarded, (QList{8080, 0}));
    finish();
}

void tst_Cluster::forwardOpensBesideWhatFollows()
{
    m_cluster->setForwarding(true);
    QCOMPARE(m_cluster->plan(Intent::Start).steps.last().after, QStringList()); // of all steps the last
    m_world->webStep = "work";
    QCOMPARE(m_cluster->plan(Intent::Start).steps.last().after, QStringList{"work"});
}

void tst_Cluster::idleTimeIsUsed()
{
    m_world->seen = runningAirflow();
    m_world->idle.emplace();
    m_cluster->begin(Intent::Start); // a command that ends with its plan: nobody waits for more
    finish();
    QCOMPARE(m_world->idlePlans, 0);
    m_cluster->setForwarding(true);
    m_cluster->begin(Intent::Start);
    finish(Error{.code = Error::Code::ToolFailed});
    QCOMPARE(m_world->idlePlans, 0);
    m_cluster->begin(Intent::Start);
    finish();
    QCOMPARE(m_world->idlePlans, 1);
    QVERIFY(!m_cluster->intent()); // no run that anybody sees
    QVERIFY(!m_world->idleCanceled);
    QCOMPARE(m_cluster->run()->plan().title, intentName(Intent::Start));
    QCOMPARE(m_cluster->recentRuns(1).value(0).outcome, "done");
    m_cluster->begin(Intent::Start); // makes room at once
    QVERIFY(m_world->idleCanceled);
    finish();
}

void tst_Cluster::takenPortFailsTheStart()
{
    QSignalSpy finished(m_cluster.get(), &Cluster::runFinished);
    m_cluster->setForwarding(true);
    m_world->forward = {.state = ForwardState::PortTaken, .text = "Port 8080 is held by gunicorn (4242)", .proposedPort = 8081};
    m_cluster->begin(Intent::Start);
    drainEvents();
    m_world->work.resolve({});
    QTRY_COMPARE(finished.size(), 1);
    const Error error = finished.at(0).at(1).value<Result<>>().error();
    QCOMPARE(error.code, Error::Code::Conflict);
    QVERIFY2(error.report().contains("gunicorn"), qPrintable(error.report()));
    QCOMPARE(error.remedies.value(0).id, "port.next");
    QCOMPARE(error.remedies.value(0).argument, "8081");
    // The user ends that program and tries again: it is asked anew.
    m_world->work = Promise<>();
    m_world->forwarded.clear();
    m_world->forward = {.state = ForwardState::PortTaken};
    m_cluster->begin(Intent::Start);
    drainEvents();
    m_world->work.resolve({});
    QTRY_COMPARE(finished.size(), 2);
    QCOMPARE(m_world->forwarded, (QList{0, 8080}));
}

void tst_Cluster::nextPort()
{
    m_world->seen = runningAirflow();
    m_cluster->watch();
    QTRY_COMPARE(m_world->forwarded, QList{8080});
    QVERIFY(await(m_cluster->apply({"port.next", "Use port 8081", "8081"})));
    QCOMPARE(m_world->forwarded, (QList{8080, 8081}));
    QCOMPARE(m_cluster->web().url.port(), 8081);
    QCOMPARE(m_cluster->filePort(), 8080);
    QVERIFY(m_world->remedies.isEmpty());
    QVERIFY(m_folder.read(QStringLiteral("demo %1/windsock.yaml").arg(m_number)).contains("port: 8080"));
    QVERIFY(await(m_cluster->apply({"folders.create", "Create the folder", "/tmp/x"})));
    QCOMPARE(m_world->remedies, QStringList{"folders.create"});
}

void tst_Cluster::goesAwayInTheMiddle()
{
    m_world->held = Promise<Observed>();
    m_cluster->watch();
    m_cluster->setForwarding(true);
    m_cluster->begin(Intent::Start);
    drainEvents();
    m_cluster.reset();
    m_world->held->resolve(runningAirflow());
    drainEvents(); // nothing of the past comes back
    QVERIFY(m_world->work.isResolved());
}

QTEST_GUILESS_MAIN(tst_Cluster)
#include "tst_Cluster.moc"
