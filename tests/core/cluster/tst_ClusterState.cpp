// SPDX-License-Identifier: Apache-2.0
// Every combination of what can be seen and what can be under way has exactly one state, and no state is a dead end.
#include "core/cluster/ClusterState.h"

#include <QtTest>

using namespace windsock;

class tst_ClusterState : public QObject
{
    Q_OBJECT
private slots:
    void names();
    void seen_data();
    void seen();
    void runningWins_data();
    void runningWins();
    void neverADeadEnd();
    void destructiveOnlyOnOwn();
};

static Observed look(bool exists, bool owned, bool runs, bool paused, bool healthy)
{
    Observed seen;
    seen.exists = exists;
    seen.owned = owned;
    seen.runs = runs;
    seen.paused = paused;
    seen.airflowHealthy = healthy;
    return seen;
}

void tst_ClusterState::names()
{
    QSet<QString> names, titles;
    for (int state = 0; state <= int(ClusterState::Deleting); ++state) {
        names += stateName(ClusterState(state));
        titles += stateTitle(ClusterState(state));
    }
    QCOMPARE(names.size(), int(ClusterState::Deleting) + 1);
    QCOMPARE(titles.size(), names.size());
    QVERIFY(!names.contains(QString()));
}

void tst_ClusterState::seen_data()
{
    QTest::addColumn<Observed>("seen");
    QTest::addColumn<ClusterState>("state");
    QTest::newRow("nothing there") << look(false, false, false, false, false) << ClusterState::Absent;
    QTest::newRow("somebody else's") << look(true, false, true, false, true) << ClusterState::Foreign;
    QTest::newRow("stopped") << look(true, true, false, false, false) << ClusterState::Stopped;
    QTest::newRow("paused") << look(true, true, true, true, false) << ClusterState::Paused;
    QTest::newRow("paused wins over a stale health") << look(true, true, true, true, true) << ClusterState::Paused;
    QTest::newRow("up without Airflow") << look(true, true, true, false, false) << ClusterState::Degraded;
    QTest::newRow("healthy") << look(true, true, true, false, true) << ClusterState::Running;
}

void tst_ClusterState::seen()
{
    QFETCH(Observed, seen);
    QFETCH(ClusterState, state);
    QCOMPARE(deriveState(seen, {}), state);
    QCOMPARE(deriveState(std::nullopt, {}), ClusterState::Unknown);
    QCOMPARE(isThere(state), seen.exists && seen.owned);
    QVERIFY(!isThere(ClusterState::Unknown));
}

void tst_ClusterState::runningWins_data()
{
    QTest::addColumn<Intent>("intent");
    QTest::addColumn<ClusterState>("state");
    QTest::newRow("start") << Intent::Start << ClusterState::Starting;
    QTest::newRow("reset") << Intent::Reset << ClusterState::Starting;
    QTest::newRow("pause") << Intent::Pause << ClusterState::Stopping;
    QTest::newRow("stop") << Intent::Stop << ClusterState::Stopping;
    QTest::newRow("restart") << Intent::Restart << ClusterState::Restarting;
    QTest::newRow("delete") << Intent::Delete << ClusterState::Deleting;
}

void tst_ClusterState::runningWins()
{
    QFETCH(Intent, intent);
    QFETCH(ClusterState, state);
    for (int bits = 0; bits < 32; ++bits) {
        const Observed seen = look(bits & 1, bits & 2, bits & 4, bits & 8, bits & 16);
        QCOMPARE(deriveState(seen, intent), state);
    }
    QCOMPARE(deriveState({}, intent), state);
    QVERIFY(isThere(state));
    QCOMPARE(allowedActions(state), (Actions{.cancel = true}));
    QCOMPARE(intentFromName(intentName(intent)), intent);
}

void tst_ClusterState::neverADeadEnd()
{
    for (int state = 0; state <= int(ClusterState::Deleting); ++state) {
        const Actions actions = allowedActions(ClusterState(state));
        QVERIFY2(actions.start || actions.cancel, qPrintable(stateName(ClusterState(state))));
        QVERIFY(!(actions.start && actions.cancel));
    }
}

void tst_ClusterState::destructiveOnlyOnOwn()
{
    for (const ClusterState state : {ClusterState::Unknown, ClusterState::Absent, ClusterState::Foreign}) {
        const Actions actions = allowedActions(state);
        QVERIFY(!actions.remove && !actions.reset && !actions.stop && !actions.pause && !actions.restart);
    }
}

QTEST_GUILESS_MAIN(tst_ClusterState)
#include "tst_ClusterState.moc"
