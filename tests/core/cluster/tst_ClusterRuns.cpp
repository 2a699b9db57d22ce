// SPDX-License-Identifier: Apache-2.0
// A cluster that is not alone: other processes at work on the same workspace, files that change under it, an Airflow that falls ill, and
// runs that somebody gives up waiting for. The backend is the test's.
#include "core/supervise/FolderLock.h"
#include "tests/core/cluster/ClusterBench.h"

#include <QJsonDocument>
#include <QtTest>

using namespace windsock;
using namespace std::chrono_literals;

class tst_ClusterRuns : public QObject
{
    Q_OBJECT
private slots:
    void anotherProcessIsAtWork();
    void refusedRunLeavesTheForward();
    void otherProcessesAreKeptOut();
    void stateFolderMayGo();
    void cancelEndsTheWaitForEvidence();
    void lastRunIsItsOwn();
    void editedFilesMoveForwardAndWatch_data();
    void editedFilesMoveForwardAndWatch();
    void illAirflowIsForwarded();
    void illAirflowOfAnotherRunIsNot();
    void illAirflowIsLookedAtAgain();
};

static Observed illAirflow()
{
    Observed seen = runningAirflow();
    seen.airflowHealthy = false;
    return seen;
}

void tst_ClusterRuns::anotherProcessIsAtWork()
{
    ClusterBench bench;
    bench.folder.makeFolder("state");
    Result<FolderLock> other = FolderLock::take(bench.lock);
    QVERIFY(other);
    bench.cluster->begin(Intent::Start);
    const Result<> refused = bench.end();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Error::Code::Conflict);
    QVERIFY2(refused.error().why.contains(QString::number(QCoreApplication::applicationPid())), qPrintable(refused.error().report()));
    QVERIFY(!refused.error().todo.isEmpty());
    QCOMPARE(bench.cluster->lastRun().outcome, "failed"); // kept and shown like any other
    QCOMPARE(bench.cluster->lastRun().steps.size(), 1);
    QCOMPARE(bench.world.evidence, QStringList()); // what is there is the other one's
    QCOMPARE(bench.world.looks, 1);
    QVERIFY(FolderLock::isHeld(bench.lock)); // and its lock too
    other->release();
    bench.cluster->begin(Intent::Start);
    QVERIFY(bench.finish());
}

void tst_ClusterRuns::refusedRunLeavesTheForward()
{
    ClusterBench bench;
    bench.world.seen = runningAirflow();
    bench.cluster->watch();
    QTRY_COMPARE(bench.world.forwarded, QList{8080});
    bench.folder.makeFolder("state");
    const Result<FolderLock> other = FolderLock::take(bench.lock);
    QVERIFY(other);
    bench.cluster->begin(Intent::Stop);
    QVERIFY(!bench.end());
    QCOMPARE(bench.world.forwarded, QList{8080});
}

void tst_ClusterRuns::otherProcessesAreKeptOut()
{
    ClusterBench bench;
    QVERIFY(!FolderLock::isHeld(bench.lock));
    bench.cluster->begin(Intent::Start);
    drainEvents();
    QVERIFY(FolderLock::isHeld(bench.lock));
    QVERIFY(bench.finish());
    QVERIFY(!FolderLock::isHeld(bench.lock));
    // Whoever hears of the end may begin at once.
    const auto again = QObject::connect(bench.cluster.get(), &Cluster::runFinished, bench.cluster.get(), [&bench] {
        if (bench.world.planned.size() == 2)
            bench.cluster->begin(Intent::Stop);
    });
    bench.cluster->begin(Intent::Restart);
    drainEvents();
    bench.world.work.resolve({});
    QTRY_COMPARE(bench.world.planned.size(), 3);
    QTRY_VERIFY(!bench.cluster->intent());
    QObject::disconnect(again);
    QCOMPARE(bench.cluster->lastRun().outcome, "done");
    bench.world.work = Promise<>();
    bench.cluster->begin(Intent::Stop);
    drainEvents();
    bench.cluster.reset();
    QVERIFY(!FolderLock::isHeld(bench.lock));
}

void tst_ClusterRuns::stateFolderMayGo()
{
    ClusterBench bench;
    bench.cluster->begin(Intent::Delete);
    drainEvents();
    QVERIFY(QDir(bench.folder.path("state")).removeRecursively());
    QVERIFY(bench.finish());
    bench.cluster->begin(Intent::Start);
    drainEvents();
    QVERIFY(FolderLock::isHeld(bench.lock));
    QVERIFY(bench.finish());
}

void tst_ClusterRuns::cancelEndsTheWaitForEvidence()
{
    ClusterBench bench;
    bench.world.evidenceHeld.emplace();
    bench.cluster->begin(Intent::Start);
    drainEvents();
    bench.world.work.resolve(Error{.code = Error::Code::ToolFailed, .what = "The node did not boot"});
    QTRY_COMPARE(bench.world.evidence.size(), 1);
    drainEvents();
    QVERIFY(bench.cluster->intent()); // waits for it
    bench.cluster->cancel();
    const Result<> ended = bench.end();
    QVERIFY(!ended && ended.error().what.contains("did not boot")); // the failure stays what it was
    QCOMPARE(bench.cluster->lastRun().outcome, "failed");
    // The next run is not canceled by that.
    bench.world.evidenceHeld.reset();
    bench.world.work = Promise<>();
    bench.cluster->begin(Intent::Start);
    QVERIFY(!bench.finish(Error{.code = Error::Code::ToolFailed}));
    QCOMPARE(bench.world.evidence.size(), 2);
}

void tst_ClusterRuns::lastRunIsItsOwn()
{
    ClusterBench bench;
    QVERIFY(bench.cluster->lastRun().folder.isEmpty());
    // Of a time that has not come yet: the clock was set back since.
    const RunRecord later{.folder = {}, .intent = Intent::Stop, .begun = bench.clock.now().addYears(1), .outcome = "done"};
    bench.folder.write("state/runs/20260101-000000-000-stop/run.json", QJsonDocument(toJson(later)).toJson());
    bench.cluster->begin(Intent::Start);
    QVERIFY(bench.finish());
    QCOMPARE(bench.cluster->recentRuns(1).value(0).intent, Intent::Stop);
    QCOMPARE(bench.cluster->lastRun().intent, Intent::Start);
    QVERIFY(bench.cluster->lastRun().folder.endsWith("-start"));
}

void tst_ClusterRuns::editedFilesMoveForwardAndWatch_data()
{
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<QByteArray>("with");
    QTest::addColumn<QList<int>>("forwarded");
    QTest::addColumn<QStringList>("watched");
    const QStringList before{"airflow/default"};
    QTest::newRow("port") << QByteArray("port: 8080") << QByteArray("port: 8099") << QList{8080, 0, 8099} << before;
    QTest::newRow("cluster") << QByteArray("name: airflow\n  #") << QByteArray("name: other\n  #") << QList{8080, 0, 8080}
                             << before + QStringList{"other/default"};
    QTest::newRow("namespace") << QByteArray("namespace: default") << QByteArray("namespace: flows") << QList{8080, 0, 8080}
                               << before + QStringList{"airflow/flows"};
    QTest::newRow("nothing of these") << QByteArray("fastBoot: true") << QByteArray("fastBoot: false") << QList{8080} << before;
}

void tst_ClusterRuns::editedFilesMoveForwardAndWatch()
{
    QFETCH(QByteArray, what);
    QFETCH(QByteArray, with);
    QFETCH(QList<int>, forwarded);
    QFETCH(QStringList, watched);
    ClusterBench bench;
    bench.world.seen = runningAirflow();
    bench.cluster->watch();
    QTRY_COMPARE(bench.world.forwarded, QList{8080});
    bench.edit(what, with);
    QVERIFY(bench.cluster->reload());
    drainEvents();
    QCOMPARE(bench.world.forwarded, forwarded);
    QCOMPARE(bench.world.watched, watched);
    // The new watch is listened to.
    const int looks = bench.world.looks;
    emit bench.world.watch->changed();
    QCOMPARE(bench.world.looks, looks + 1);
}

void tst_ClusterRuns::illAirflowIsForwarded()
{
    ClusterBench bench;
    bench.world.seen = illAirflow();
    bench.world.seen->apiAnswers = false; // nothing to begin at yet
    bench.cluster->watch();
    QTRY_COMPARE(bench.cluster->state(), ClusterState::Degraded);
    QCOMPARE(bench.world.forwarded, QList<int>());
    bench.world.seen->apiAnswers = true;
    emit bench.world.watch->changed();
    QTRY_COMPARE(bench.world.forwarded, QList{8080});
    bench.world.seen->apiAnswers = false; // a forward that is open waits for it
    emit bench.world.watch->changed();
    drainEvents();
    QCOMPARE(bench.world.forwarded, QList{8080});
}

void tst_ClusterRuns::illAirflowOfAnotherRunIsNot()
{
    ClusterBench bench;
    bench.folder.makeFolder("state");
    Result<FolderLock> other = FolderLock::take(bench.lock);
    QVERIFY(other);
    bench.world.seen = illAirflow(); // another process is starting it, and may want the port for itself
    bench.cluster->watch();
    QTRY_COMPARE(bench.cluster->state(), ClusterState::Degraded);
    QCOMPARE(bench.world.forwarded, QList<int>());
    other->release();
    bench.clock.advance(5s);
    QTRY_COMPARE(bench.world.forwarded, QList{8080});
}

void tst_ClusterRuns::illAirflowIsLookedAtAgain()
{
    ClusterBench bench;
    bench.world.seen = runningAirflow();
    bench.cluster->watch();
    QTRY_COMPARE(bench.cluster->state(), ClusterState::Running);
    QCOMPARE(bench.clock.waiting(), 0); // a healthy one needs no timer
    bench.world.seen = illAirflow();
    emit bench.world.watch->changed();
    QTRY_COMPARE(bench.cluster->state(), ClusterState::Degraded);
    emit bench.world.watch->changed();
    drainEvents();
    QCOMPARE(bench.clock.waiting(), 1);
    const int looks = bench.world.looks;
    bench.clock.advance(5s);
    QCOMPARE(bench.world.looks, looks + 1);
    QCOMPARE(bench.clock.waiting(), 1);
    bench.world.seen = runningAirflow();
    bench.clock.advance(5s);
    QCOMPARE(bench.cluster->state(), ClusterState::Running);
    QCOMPARE(bench.clock.waiting(), 0);
    // Nor one that was stopped while it was ill.
    bench.world.seen = illAirflow();
    emit bench.world.watch->changed();
    drainEvents();
    QCOMPARE(bench.clock.waiting(), 1);
    bench.world.seen->runs = false;
    emit bench.world.watch->changed();
    drainEvents();
    QCOMPARE(bench.cluster->state(), ClusterState::Stopped);
    QCOMPARE(bench.clock.waiting(), 0);
}

QTEST_GUILESS_MAIN(tst_ClusterRuns)
#include "tst_ClusterRuns.moc"
