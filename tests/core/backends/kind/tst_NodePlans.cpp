// SPDX-License-Identifier: Apache-2.0
// Pause, Stop and Delete: which command each state of the node asks for, that done is done, and what is left on disk.
#include "core/backends/kind/NodePlans.h"
#include "tests/core/backends/kind/KindBench.h"
#include "tests/support/EventTrace.h"

#include <QtTest>

using namespace windsock;
using namespace std::chrono_literals;
using Owner = KindBench::Owner;

class tst_NodePlans : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_bench = std::make_unique<KindBench>(m_clock); }
    void cleanup();
    void everyState_data();
    void everyState();
    void deleteLetsTheNodeFinishFirst_data();
    void deleteLetsTheNodeFinishFirst();
    void deleteForgetsTheCluster();
    void deleteWaitsForANodeThatIsOnItsWay();
    void deleteKeepsFilesWhenKindFails();
    void freezeIsTriedAgain();
    void freezeIsGivenUp();
    void otherFailureIsNotTriedAgain();
    void cancelStopsAtOnce_data();
    void cancelStopsAtOnce();
    void engineThatIsSilent();

private:
    Plan planFor(Intent intent) const;
    void begin(Intent intent);
    QStringList changesTo(const QString &node) const;
    Error error() const { return m_run->result() ? Error{} : m_run->result().error(); }
    SystemClock m_clock;
    std::unique_ptr<KindBench> m_bench;
    std::unique_ptr<PlanRun> m_run;
    std::unique_ptr<EventTrace> m_trace;
};

void tst_NodePlans::cleanup()
{
    m_trace.reset();
    m_run.reset();
    m_bench.reset();
}

Plan tst_NodePlans::planFor(Intent intent) const
{
    if (intent == Intent::Pause)
        return pausePlan(m_bench->workspace, m_bench->session, &m_bench->probe);
    if (intent == Intent::Stop)
        return stopPlan(m_bench->workspace, m_bench->session, &m_bench->probe);
    return deletePlan(m_bench->workspace, m_bench->session, &m_bench->probe);
}

void tst_NodePlans::begin(Intent intent)
{
    m_trace.reset();
    m_run = std::make_unique<PlanRun>(planFor(intent), m_bench->runner, m_clock);
    m_trace = std::make_unique<EventTrace>(*m_run);
    m_run->start();
}

// The first word of each command that names the node or its cluster, but for looks.
QStringList tst_NodePlans::changesTo(const QString &node) const
{
    QStringList words;
    for (const Command &command : m_bench->runner.commands()) {
        const bool named = command.args.contains(node) || command.args.contains(m_bench->places.cluster);
        if (named && !command.args.contains("inspect"))
            words += toolName(command.tool) + u' ' + command.args.first();
    }
    return words;
}

void tst_NodePlans::everyState_data()
{
    QTest::addColumn<Intent>("intent");
    QTest::addColumn<QByteArray>("recorded");
    QTest::addColumn<QStringList>("changes");
    QTest::addColumn<QString>("trace");
    const QString paused = "pause Running, pause Done, finished ok", nothing = "pause Running, pause Skipped, finished ok";
    QTest::newRow("pause what runs") << Intent::Pause << QByteArray("node") << QStringList{"docker pause"} << paused;
    QTest::newRow("pause what is paused") << Intent::Pause << QByteArray("paused") << QStringList{} << nothing;
    QTest::newRow("pause what is stopped") << Intent::Pause << QByteArray("exited") << QStringList{} << nothing;
    QTest::newRow("pause nothing") << Intent::Pause << QByteArray() << QStringList{} << nothing;
    const QString stopped = "thaw Running, thaw Skipped, stop Running, stop Done, finished ok";
    const QString idle = "thaw Running, thaw Skipped, stop Running, stop Skipped, finished ok";
    QTest::newRow("stop what runs") << Intent::Stop << QByteArray("node") << QStringList{"docker stop"} << stopped;
    // A frozen process cannot end: it would be killed, PostgreSQL included.
    QTest::newRow("stop what is paused") << Intent::Stop << QByteArray("paused") << QStringList{"docker unpause", "docker stop"}
                                         << "thaw Running, thaw Done, stop Running, stop Done, finished ok";
    QTest::newRow("stop what is stopped") << Intent::Stop << QByteArray("exited") << QStringList{} << idle;
    QTest::newRow("stop nothing") << Intent::Stop << QByteArray() << QStringList{} << idle;
    const QString deleted = "delete Running, delete Done, finished ok";
    for (const char *recorded : {"node", "paused", "exited"})
        QTest::newRow(QByteArray("delete ") + recorded) << Intent::Delete << QByteArray(recorded) << QStringList{"kind delete"} << deleted;
    QTest::newRow("delete nothing") << Intent::Delete << QByteArray() << QStringList{} << deleted;
}

void tst_NodePlans::everyState()
{
    QFETCH(Intent, intent);
    QFETCH(QByteArray, recorded);
    if (!recorded.isEmpty())
        m_bench->haveNode(recorded, Owner::Us);
    m_bench->runner.when([](const Command &command) { return command.tool == Tool::Docker && command.args.first() == "unpause"; },
                         [this](const Command &) {
                             m_bench->haveNode("node", Owner::Us);
                             return ScriptedReply{};
                         });
    m_bench->runner.on(Tool::Docker, {"pause", "--"}).on(Tool::Docker, {"stop", "-t"});
    begin(intent);
    QTRY_VERIFY(m_run->isFinished());
    QTEST(m_trace->text(), "trace");
    QTEST(changesTo(m_bench->places.container), "changes");
    QCOMPARE(m_bench->stray(m_bench->runner.commands()), QString());
    // Stopping the engine's way gives the database its time; docker's own limit is longer than what it is told to wait.
    for (const Command &command : m_bench->runner.commands()) {
        if (command.args.first() == "stop")
            QVERIFY(command.args.value(2).toInt() >= 10 && command.limit > std::chrono::seconds(command.args.value(2).toInt()));
    }
}

// With cgroups of version 1 a runtime that is killed in the middle leaves what no one can remove.
void tst_NodePlans::deleteLetsTheNodeFinishFirst_data()
{
    QTest::addColumn<QByteArray>("recorded");
    QTest::addColumn<int>("asked");
    QTest::newRow("running") << QByteArray("node") << 1;
    QTest::newRow("paused") << QByteArray("paused") << 0; // would wait until it is thawed
    QTest::newRow("stopped") << QByteArray("exited") << 0;
}

void tst_NodePlans::deleteLetsTheNodeFinishFirst()
{
    QFETCH(QByteArray, recorded);
    QFETCH(int, asked);
    m_bench->haveNode(recorded, Owner::Us);
    m_bench->runner.on(Tool::Docker, {"exec"}, {.err = "OCI runtime exec failed", .exitCode = 126}); // no reason to stay
    begin(Intent::Delete);
    QTRY_VERIFY(m_run->isFinished());
    QVERIFY(m_run->result());
    const QStringList shown = m_bench->runner.shown();
    const qsizetype quiet = shown.indexOf(QRegularExpression(".*docker exec .*kubelet.*"));
    const qsizetype removal = shown.indexOf(QRegularExpression(".*kind delete cluster.*"));
    QCOMPARE(m_bench->runner.count(Tool::Docker, {"exec", "*kubelet*"}), asked);
    QVERIFY2(removal >= 0 && (asked == 0 || (quiet >= 0 && quiet < removal)), qPrintable(shown.join('\n')));
}

void tst_NodePlans::deleteForgetsTheCluster()
{
    m_bench->haveRunningAirflow("inputs");
    QVERIFY(writeOwnerMark(m_bench->places, m_bench->workspace));
    QVERIFY(beginCreation(m_bench->places));
    const QStringList before = m_bench->folder.files();
    begin(Intent::Delete);
    QTRY_VERIFY(m_run->isFinished());
    QVERIFY(m_run->result());
    QCOMPARE(m_bench->runner.count(Tool::Kind, {"delete", "cluster", "--name", "airflow", "--kubeconfig", m_bench->places.kubeconfig}), 1);
    for (const QString &file : {m_bench->places.kubeconfig, m_bench->places.ownerMark, m_bench->places.kindConfig})
        QVERIFY2(!QFile::exists(file), qPrintable(file));
    QVERIFY(!isHalfMade(m_bench->places));
    // The workspace's files stay, every one.
    for (const QString &file : before) {
        if (file.startsWith("demo/"))
            QVERIFY2(m_bench->folder.files().contains(file), qPrintable(file));
    }
}

void tst_NodePlans::deleteWaitsForANodeThatIsOnItsWay()
{
    QVERIFY(beginCreation(m_bench->places)); // by a run that was ended
    begin(Intent::Delete);
    const auto looks = [this] { return m_bench->runner.count(Tool::Docker, {"container", "inspect"}); };
    QTRY_VERIFY(looks() >= 3);
    QVERIFY(!m_run->isFinished());
    m_bench->haveNode("node", Owner::Us);
    QTRY_VERIFY(m_run->isFinished());
    QVERIFY(m_run->result());
    QCOMPARE(m_bench->runner.count(Tool::Kind, {"delete", "cluster"}), 1);
    QVERIFY(!isHalfMade(m_bench->places));
}

void tst_NodePlans::deleteKeepsFilesWhenKindFails()
{
    m_bench->haveRunningAirflow("inputs");
    QVERIFY(writeOwnerMark(m_bench->places, m_bench->workspace));
    m_bench->runner.on(Tool::Kind, {"delete"}, {.err = KindBench::data("tools/engine.down-kind-0.27.0.txt"), .exitCode = 1});
    begin(Intent::Delete);
    QTRY_VERIFY(m_run->isFinished());
    QVERIFY2(error().rule.startsWith("engine."), qPrintable(error().report()));
    // Without the mark the cluster would be nobody's, and could never be deleted from here.
    QVERIFY(QFile::exists(m_bench->places.ownerMark));
    QVERIFY(QFile::exists(m_bench->places.kubeconfig));
}

void tst_NodePlans::freezeIsTriedAgain()
{
    m_bench->haveNode("node", Owner::Us);
    const ScriptedReply stubborn{.err = "Error response from daemon: cannot pause container: unable to freeze: unknown\n", .exitCode = 1};
    m_bench->runner.once(Tool::Docker, {"pause"}, stubborn).once(Tool::Docker, {"pause"}, stubborn).on(Tool::Docker, {"pause"});
    begin(Intent::Pause);
    QTRY_VERIFY(m_run->isFinished());
    QVERIFY2(m_run->result(), qPrintable(error().report()));
    QCOMPARE(m_bench->runner.count(Tool::Docker, {"pause"}), 3);
}

void tst_NodePlans::freezeIsGivenUp()
{
    m_bench->haveNode("node", Owner::Us);
    m_bench->runner.on(Tool::Docker, {"pause"}, {.err = "Error response from daemon: unable to freeze: unknown\n", .exitCode = 1});
    begin(Intent::Pause);
    QTRY_VERIFY(m_run->isFinished());
    QCOMPARE(error().code, Error::Code::ToolFailed);
    QCOMPARE(m_bench->runner.count(Tool::Docker, {"pause"}), 4);
}

void tst_NodePlans::otherFailureIsNotTriedAgain()
{
    m_bench->haveNode("node", Owner::Us);
    m_bench->runner.on(Tool::Docker, {"pause"}, {.err = "Error response from daemon: something else\n", .exitCode = 1});
    begin(Intent::Pause);
    QTRY_VERIFY(m_run->isFinished());
    QVERIFY(!m_run->result());
    QCOMPARE(m_bench->runner.count(Tool::Docker, {"pause"}), 1);
}

void tst_NodePlans::cancelStopsAtOnce_data()
{
    QTest::addColumn<Intent>("intent");
    QTest::addColumn<QByteArray>("recorded");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("trace");
    QTest::newRow("pause") << Intent::Pause << QByteArray("node") << "pause"
                           << "pause Running, pause Canceled, finished canceled";
    QTest::newRow("stop while it thaws") << Intent::Stop << QByteArray("paused") << "unpause"
                                         << "thaw Running, thaw Canceled, finished canceled";
    QTest::newRow("delete") << Intent::Delete << QByteArray("node") << "delete"
                            << "delete Running, delete Canceled, finished canceled";
    QTest::newRow("a look that hangs") << Intent::Delete << QByteArray("node") << "container"
                                       << "delete Running, delete Canceled, finished canceled";
}

void tst_NodePlans::cancelStopsAtOnce()
{
    QFETCH(Intent, intent);
    QFETCH(QByteArray, recorded);
    QFETCH(QString, word);
    m_bench->haveNode(recorded, Owner::Us);
    m_bench->haveKubeconfig();
    m_bench->runner.when([word](const Command &command) { return command.args.first() == word; },
                         [](const Command &) { return ScriptedReply{.hangs = true}; });
    begin(intent);
    QTRY_VERIFY(m_bench->runner.running() == 1 && m_bench->runner.commands().last().args.first() == word);
    m_run->cancel();
    QTRY_VERIFY(m_run->isFinished());
    QTEST(m_trace->text(), "trace");
    QVERIFY(QFile::exists(m_bench->places.kubeconfig));
    QCOMPARE(m_bench->runner.running(), 0);
}

void tst_NodePlans::engineThatIsSilent()
{
    const QByteArray words = KindBench::data("tools/engine.down-docker-28.2.2.txt");
    m_bench->runner.on(Tool::Docker, {"container", "inspect"}, {.out = "[]\n", .err = words, .exitCode = 1});
    for (const Intent intent : {Intent::Pause, Intent::Stop, Intent::Delete}) {
        begin(intent);
        QTRY_VERIFY(m_run->isFinished());
        QCOMPARE(error().rule, "engine.down");
        QCOMPARE(m_bench->changes(), QStringList());
    }
}

QTEST_GUILESS_MAIN(tst_NodePlans)
#include "tst_NodePlans.moc"
