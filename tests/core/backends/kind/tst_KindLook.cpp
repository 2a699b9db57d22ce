// SPDX-License-Identifier: Apache-2.0
// From one look to what pages and verbs show: node × owner × API × release × health, as a table that has every row; and the
// look itself, through docker's words and the API server's.
#include "tests/core/backends/kind/KindBench.h"

#include <QTimeZone>
#include <QtTest>

using namespace windsock;
using State = docker::ContainerState;

class tst_KindLook : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_bench = std::make_unique<KindBench>(m_clock); }
    void cleanup() { m_bench.reset(); }
    void everyCombination();
    void strangersAreNotDescribed();
    void upToDate_data();
    void upToDate();
    void problems_data();
    void problems();
    void mounts_data();
    void mounts();
    void factsOfARunningOne();
    void lookSeesWhatIsThere_data();
    void lookSeesWhatIsThere();
    void apiThatIsNotTheNodes();
    void accessIsKeptWhileTheNodeIsTheSame();
    void engineThatDoesNotAnswer();
    void justSeenIsForAMomentAndOnce();

private:
    KindLook look(State state, bool owned, bool api, bool release, bool healthy) const;
    FakeClock m_clock;
    std::unique_ptr<KindBench> m_bench;
};

static AirflowHealth healthOf(bool healthy)
{
    return {{{"metadatabase", true, {}}, {"scheduler", healthy, {}}}};
}

KindLook tst_KindLook::look(State state, bool owned, bool api, bool release, bool healthy) const
{
    KindLook look;
    look.node = docker::Container{.name = "airflow-control-plane", .image = "kindest/node:v1.32.2", .state = state};
    look.owned = owned;
    look.apiAnswers = api;
    if (release)
        look.release = ReleaseFacts{"deployed", 3, "inputs", "record"};
    look.health = healthOf(healthy);
    return look;
}

// The clock stands still unless moved.
void tst_KindLook::justSeenIsForAMomentAndOnce()
{
    QVERIFY(!m_bench->probe.takeJustSeen());
    m_bench->probe.justSaw({.exists = true});
    QCOMPARE(m_bench->probe.takeJustSeen(), std::optional(Observed{.exists = true}));
    QVERIFY(!m_bench->probe.takeJustSeen());
    m_bench->probe.justSaw({.exists = true});
    m_clock.advance(std::chrono::seconds(1));
    QVERIFY(!m_bench->probe.takeJustSeen());
}

void tst_KindLook::everyCombination()
{
    const QMap<State, std::pair<bool, bool>> runsAndPaused{{State::Created, {false, false}},    {State::Running, {true, false}},
                                                           {State::Paused, {true, true}},       {State::Exited, {false, false}},
                                                           {State::Restarting, {false, false}}, {State::Removing, {false, false}},
                                                           {State::Dead, {false, false}},       {State::Unknown, {false, false}}};
    for (auto row = runsAndPaused.begin(); row != runsAndPaused.end(); ++row) {
        for (int bits = 0; bits < 16; ++bits) {
            const bool owned = bits & 1, api = bits & 2, release = bits & 4, healthy = bits & 8;
            const Observed seen = observedFrom(look(row.key(), owned, api, release, healthy), m_bench->workspace, "inputs");
            const auto [runs, paused] = row.value();
            QVERIFY(seen.exists);
            QCOMPARE(seen.owned, owned);
            QCOMPARE(seen.runs, runs);
            QCOMPARE(seen.paused, paused);
            QCOMPARE(seen.apiAnswers, api);
            QCOMPARE(seen.installed, release);
            QCOMPARE(seen.airflowHealthy, healthy);
            // A word about what is wrong only where something that should run does not.
            QCOMPARE(!seen.problem.isEmpty(), owned && runs && !paused && !(api && release && healthy));
        }
    }
    const Observed nothing = observedFrom({}, m_bench->workspace, "inputs");
    QCOMPARE(nothing, Observed{});
}

void tst_KindLook::strangersAreNotDescribed()
{
    const Observed seen = observedFrom(look(State::Running, false, true, true, true), m_bench->workspace, "inputs");
    QVERIFY(seen.components.isEmpty() && seen.facts.isEmpty() && seen.mounts.isEmpty() && seen.problem.isEmpty() && !seen.readySince);
    QCOMPARE(seen.owner, QString());
    KindLook theirs = look(State::Running, false, true, true, true);
    theirs.node->mounts += docker::ContainerMount{m_bench->folder.write("other.owner", "/home/sam/other\n"), ownerMarkInNode};
    QCOMPARE(observedFrom(theirs, m_bench->workspace, "inputs").owner, "/home/sam/other");
}

void tst_KindLook::upToDate_data()
{
    QTest::addColumn<QString>("installed");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<bool>("upToDate");
    QTest::addColumn<Health>("pill");
    QTest::newRow("same") << "a"
                          << "a" << true << Health::Healthy;
    QTest::newRow("changed") << "a"
                             << "b" << false << Health::Unhealthy;
    QTest::newRow("installed by hand") << ""
                                       << "b" << false << Health::Unhealthy;
    QTest::newRow("not known what is wanted") << "a"
                                              << "" << false << Health::Unknown;
}

void tst_KindLook::upToDate()
{
    QFETCH(QString, installed);
    QFETCH(QString, wanted);
    KindLook seen = look(State::Running, true, true, true, true);
    seen.release->inputs = installed;
    const Observed observed = observedFrom(seen, m_bench->workspace, wanted);
    QTEST(observed.upToDate, "upToDate");
    QCOMPARE(observed.facts.value(0).label, "Image");
    QTEST(observed.facts.value(0).health, "pill");
}

void tst_KindLook::problems_data()
{
    QTest::addColumn<KindLook>("seen");
    QTest::addColumn<QString>("words");
    KindLook silent = look(State::Running, true, false, false, false);
    QTest::newRow("API silent") << silent << "The Kubernetes API does not answer";
    silent.apiProblem = "Connection refused";
    QTest::newRow("API silent, and why") << silent << "Connection refused";
    QTest::newRow("no release") << look(State::Running, true, true, false, false) << "Airflow is not installed yet";
    KindLook starting = look(State::Running, true, true, true, false);
    const QJsonArray items = QJsonDocument::fromJson(KindBench::data("kube/pods-migrating-community-8.9.0.json"))["items"].toArray();
    for (const QJsonValue &item : items)
        starting.pods += podsFromJson({item.toObject()});
    QTest::newRow("migrating") << starting << "web wait";
    starting.pods.clear();
    QTest::newRow("no pods") << starting << "pods";
}

void tst_KindLook::problems()
{
    QFETCH(KindLook, seen);
    QFETCH(QString, words);
    const Observed observed = observedFrom(seen, m_bench->workspace, "inputs");
    QVERIFY2(observed.problem.contains(words, Qt::CaseInsensitive), qPrintable(observed.problem));
}

void tst_KindLook::mounts_data()
{
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<bool>("inNode");
    QTest::addColumn<bool>("inPods");
    QTest::newRow("all the way") << "" << true << true;
    QTest::newRow("as Docker Desktop says it") << "/host_mnt" << true << true;
    QTest::newRow("no pod has it") << "" << true << false;
    QTest::newRow("the node was made without it") << "" << false << true;
}

void tst_KindLook::mounts()
{
    QFETCH(QString, prefix);
    QFETCH(bool, inNode);
    QFETCH(bool, inPods);
    KindLook seen = look(State::Running, true, true, true, true);
    QVERIFY(m_bench->workspace.mounts().size() >= 4);
    for (const Mount &mount : m_bench->workspace.mounts()) {
        if (inNode)
            seen.node->mounts += docker::ContainerMount{prefix + mount.hostAbsolute, mount.nodePath};
        if (inPods)
            seen.podMounts[mount.nodePath] = mount.podPath;
    }
    const QList<MountState> states = observedFrom(seen, m_bench->workspace, "inputs").mounts;
    QCOMPARE(states.size(), m_bench->workspace.mounts().size());
    for (const MountState &state : states) {
        QCOMPARE(state.reachesNode, inNode);
        QCOMPARE(state.reachesPods, inPods);
        QCOMPARE(state.note.contains("reset"), !inNode);
    }
}

void tst_KindLook::factsOfARunningOne()
{
    m_bench->haveRunningAirflow("inputs");
    m_clock.setNow(QDateTime(QDate(2026, 11, 23), QTime(22, 25, 3), QTimeZone::utc()));
    const auto seen = await(m_bench->probe.look(m_bench->workspace));
    QVERIFY(seen);
    const Observed observed = observedFrom(*seen, m_bench->workspace, "inputs");
    QVERIFY(observed.runs && observed.airflowHealthy);
    QVERIFY(observed.upToDate && observed.problem.isEmpty() && observed.readySince);
    QCOMPARE(observed.components.size(), 3); // the DAG processor runs in the scheduler: Airflow says null
    QCOMPARE(observed.components.at(1), (ComponentHealth{"scheduler", "Scheduler", Health::Healthy, "heartbeat 4 s ago"}));
    QVERIFY2(observed.facts.at(1).value.contains("8.9.0, revision 1"), qPrintable(observed.facts.at(1).value));
    QCOMPARE(observed.facts.at(3).value, "airflow-control-plane · kindest/node:v1.32.2");
}

void tst_KindLook::lookSeesWhatIsThere_data()
{
    QTest::addColumn<QByteArray>("recorded");
    QTest::addColumn<KindBench::Owner>("owner");
    QTest::addColumn<bool>("goesInside");
    QTest::newRow("ours, up") << QByteArray("node") << KindBench::Owner::Us << true;
    QTest::newRow("ours, paused") << QByteArray("paused") << KindBench::Owner::Us << false; // it would never answer
    QTest::newRow("ours, stopped") << QByteArray("exited") << KindBench::Owner::Us << false;
    QTest::newRow("somebody's, up") << QByteArray("node") << KindBench::Owner::Nobody << false;
    QTest::newRow("another workspace's, up") << QByteArray("node") << KindBench::Owner::AnotherWorkspace << false;
}

void tst_KindLook::lookSeesWhatIsThere()
{
    QFETCH(QByteArray, recorded);
    QFETCH(KindBench::Owner, owner);
    QFETCH(bool, goesInside);
    m_bench->haveRunningAirflow("inputs");
    m_bench->haveNode(recorded, owner);
    const auto seen = await(m_bench->probe.look(m_bench->workspace));
    QVERIFY(seen && seen->node);
    QCOMPARE(seen->owned, owner == KindBench::Owner::Us);
    QCOMPARE(seen->apiAnswers, goesInside);
    QCOMPARE(seen->release.has_value(), goesInside);
    QCOMPARE(seen->isHealthy(), goesInside);
    QCOMPARE(!m_bench->api.requests().isEmpty(), goesInside);
    QCOMPARE(m_bench->runner.commands().size(), 1);
    if (goesInside) {
        QCOMPARE(seen->release->inputs, "inputs");
        QVERIFY(m_bench->api.last(KindBench::secretsPath).headers.value("accept").contains("PartialObjectMetadata")); // no payloads
        for (const FakeRequest &request : m_bench->api.requests())
            QCOMPARE(request.method, QByteArray("GET"));
    }
}

void tst_KindLook::apiThatIsNotTheNodes()
{
    // A kubeconfig that leads elsewhere: to a cluster that was made by hand, say.
    m_bench->haveRunningAirflow("inputs");
    m_bench->inspected.replace(QByteArray::number(m_bench->api.port()), "1");
    const auto seen = await(m_bench->probe.look(m_bench->workspace));
    QVERIFY(seen && seen->owned);
    QVERIFY(!seen->apiAnswers && !seen->apiProblem.isEmpty());
    QVERIFY(m_bench->api.requests().isEmpty());
    QVERIFY(!m_bench->probe.access());
}

void tst_KindLook::accessIsKeptWhileTheNodeIsTheSame()
{
    m_bench->haveRunningAirflow("inputs");
    QVERIFY(await(m_bench->probe.look(m_bench->workspace)));
    const auto first = m_bench->probe.access();
    QVERIFY(first);
    QVERIFY(await(m_bench->probe.look(m_bench->workspace)));
    QCOMPARE(m_bench->probe.access(), first);
    m_bench->inspected.replace("21:16:07", "21:17:08"); // started again
    QVERIFY(await(m_bench->probe.look(m_bench->workspace)));
    QVERIFY(m_bench->probe.access() != first);
}

void tst_KindLook::engineThatDoesNotAnswer()
{
    const QByteArray words = KindBench::data("tools/engine.down-docker-28.2.2.txt");
    m_bench->runner.on(Tool::Docker, {"container", "inspect"}, {.out = "[]\n", .err = words, .exitCode = 1});
    const auto seen = await(m_bench->probe.look(m_bench->workspace));
    QVERIFY(!seen); // not "there is no cluster"
    QCOMPARE(seen.error().rule, "engine.down");
}

QTEST_GUILESS_MAIN(tst_KindLook)
#include "tst_KindLook.moc"
