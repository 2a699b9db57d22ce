// SPDX-License-Identifier: Apache-2.0
// A cluster whose creation was canceled, failed or killed: nothing of it stays, and nothing of it comes late.
#include "tests/core/backends/kind/PlanTest.h"

#include <QtTest>

using namespace windsock;
using namespace std::chrono_literals;
using Owner = KindBench::Owner;

class tst_HalfMadeCluster : public PlanTest
{
    Q_OBJECT
private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void cancelWhileCreatingRemovesTheHalf();
    void cancelWaitsForTheNodeThatTheEngineIsMaking();
    void cancelLeavesWhatSomebodyElseMadeMeanwhile();
    void nodeOfAnEndedRunComesLate_data();
    void nodeOfAnEndedRunComesLate();
    void failedCreationIsMadeAnew();
};

void tst_HalfMadeCluster::cancelWhileCreatingRemovesTheHalf()
{
    m_bench->createTakes = 60s;
    m_bench->buildTakes = 60s;
    begin(Intent::Start);
    WAIT_FOR(m_bench->runner.count(Tool::Kind, {"create"}) == 1);
    QVERIFY(isHalfMade(m_bench->places));
    m_run->cancel();
    WAIT_FOR(m_run->isFinished());
    QVERIFY(error().isCancel());
    QCOMPARE(m_bench->runner.count(Tool::Kind, {"delete", "cluster", "--name", "airflow", "--kubeconfig", m_bench->places.kubeconfig}), 1);
    QVERIFY(!isHalfMade(m_bench->places));
    QCOMPARE(m_trace->details().filter(QStringLiteral("kind delete cluster --name airflow")).size(), 1); // and it is told
    QVERIFY(hasSaid("cluster Canceled") && hasSaid("image.build Canceled"));
    QVERIFY(!hasSaid("image.load Running") && !hasSaid("image.heads Running") && !hasSaid("install Running"));
    QCOMPARE(m_bench->runner.running(), 0);
}

// docker's client is gone, but the engine goes on with what it was asked for: nothing of it may be left behind.
void tst_HalfMadeCluster::cancelWaitsForTheNodeThatTheEngineIsMaking()
{
    m_bench->runner.on(Tool::Kind, {"create"}, {.out = " • Preparing nodes 📦   ...\n", .hangs = true});
    begin(Intent::Start);
    WAIT_FOR(m_bench->runner.count(Tool::Kind, {"create"}) == 1);
    drainEvents();
    m_run->cancel();
    const auto looks = [this] { return m_bench->runner.count(Tool::Docker, {"container", "inspect"}); };
    const int before = looks();
    WAIT_FOR(looks() >= before + 2);
    QVERIFY(!m_run->isFinished());
    QCOMPARE(m_bench->runner.count(Tool::Kind, {"delete"}), 0);
    m_bench->haveNode("node", Owner::Us);
    WAIT_FOR(m_run->isFinished());
    QVERIFY(error().isCancel());
    QCOMPARE(m_bench->runner.count(Tool::Kind, {"delete", "cluster"}), 1);
    QVERIFY(m_bench->inspected.isEmpty());
    QVERIFY(!isHalfMade(m_bench->places));
}

// While kind looks for its image somebody else takes the name.
void tst_HalfMadeCluster::cancelLeavesWhatSomebodyElseMadeMeanwhile()
{
    m_bench->runner.on(Tool::Kind, {"create"}, {.out = " • Ensuring node image (kindest/node:v1.32.2) 🖼  ...\n", .hangs = true});
    begin(Intent::Start);
    WAIT_FOR(m_bench->runner.count(Tool::Kind, {"create"}) == 1);
    drainEvents();
    m_bench->haveNode("node", Owner::Nobody);
    m_run->cancel();
    WAIT_FOR(m_run->isFinished());
    QVERIFY(error().isCancel());
    QCOMPARE(m_bench->runner.count(Tool::Kind, {"delete"}), 0);
    QCOMPARE(m_bench->runner.count(Tool::Docker, {"exec"}), 0); // nothing in it was touched
    QVERIFY(!isHalfMade(m_bench->places));
}

void tst_HalfMadeCluster::nodeOfAnEndedRunComesLate_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<int>("owner");
    QTest::addColumn<QStringList>("verbs");
    const QByteArray docker =
        R"(docker: Error response from daemon: Conflict. The container name "/airflow-control-plane" is already in use by container "4f2a")";
    const QByteArray kind = R"(ERROR: failed to create cluster: node(s) already exist for a cluster with the name "airflow")";
    const QStringList anew{"create", "delete", "create"};
    QTest::newRow("its name is taken already") << docker << int(Owner::Us) << anew;
    QTest::newRow("kind sees it first") << kind << int(Owner::Us) << anew;
    QTest::newRow("it is somebody else's") << docker << int(Owner::Nobody) << QStringList{"create"};
}

void tst_HalfMadeCluster::nodeOfAnEndedRunComesLate()
{
    QFETCH(QByteArray, words);
    QFETCH(int, owner);
    m_bench->runner.once(Tool::Kind, {"create"}, {.err = words + '\n', .exitCode = 1});
    begin(Intent::Start);
    WAIT_FOR(m_bench->runner.count(Tool::Kind, {"create"}) == 1);
    const auto looks = [this] { return m_bench->runner.count(Tool::Docker, {"container", "inspect"}); };
    const int before = looks();
    WAIT_FOR(looks() >= before + 2);
    m_bench->haveNode("node", Owner(owner));
    WAIT_FOR(m_run->isFinished());
    QStringList verbs;
    for (const Command &command : m_bench->runner.commands()) {
        if (command.tool == Tool::Kind && command.args.value(0) != "version")
            verbs += command.args.value(0);
    }
    QTEST(verbs, "verbs");
    QCOMPARE(m_run->result().has_value(), Owner(owner) == Owner::Us);
    QCOMPARE(error().rule, Owner(owner) == Owner::Us ? QString() : QStringLiteral("name.taken"));
}

void tst_HalfMadeCluster::failedCreationIsMadeAnew()
{
    m_bench->runner.once(Tool::Kind, {"create"}, {.err = KindBench::data("tools/port.taken-kind-0.27.0.txt"), .exitCode = 1});
    begin(Intent::Start);
    WAIT_FOR(m_run->isFinished());
    QVERIFY2(error().rule.startsWith("port."), qPrintable(error().report()));
    // kind keeps the node so that its logs can be had: the next start knows that it is half of a cluster.
    QVERIFY(isHalfMade(m_bench->places));
    m_bench->haveNode("node", Owner::Us);
    begin(Intent::Start);
    WAIT_FOR(m_run->isFinished());
    QVERIFY2(m_run->result(), qPrintable(error().report()));
    QStringList kindVerbs;
    for (const Command &command : m_bench->runner.commands()) {
        if (command.tool == Tool::Kind && command.args.value(0) != "version")
            kindVerbs += command.args.value(0);
    }
    QCOMPARE(kindVerbs, (QStringList{"create", "delete", "create"}));
    QVERIFY(!isHalfMade(m_bench->places));
}

QTEST_GUILESS_MAIN(tst_HalfMadeCluster)
#include "tst_HalfMadeCluster.moc"
