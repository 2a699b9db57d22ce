// SPDX-License-Identifier: Apache-2.0
// Plans that cannot run are refused before anything runs.
#include "core/plan/PlanRun.h"

#include "tests/support/Await.h"
#include "tests/support/EventTrace.h"
#include "tests/support/FakeClock.h"
#include "tests/support/ScriptedRunner.h"

#include <QTest>

using namespace windsock;

namespace {
Step step(const char *id, const QStringList &after = {})
{
    return {.id = QString::fromLatin1(id), .title = QString::fromLatin1(id), .run = [](RunContext &) { return ready(); }, .after = after};
}
} // namespace

Q_DECLARE_METATYPE(windsock::Plan)

class TestCheckPlan : public QObject
{
    Q_OBJECT
private slots:
    void plans_data();
    void plans();
    void badPlanRunsNothing();
};

void TestCheckPlan::plans_data()
{
    QTest::addColumn<Plan>("plan");
    QTest::addColumn<QString>("named"); // empty: the plan is sound; else what the error must name
    const auto row = [](const char *name, const QList<Step> &steps, const char *named = "") {
        QTest::newRow(name) << Plan{QStringLiteral("p"), steps} << QString::fromLatin1(named);
    };
    const QString a = QStringLiteral("a"), b = QStringLiteral("b"), none = QStringLiteral("-");
    row("empty", {});
    row("row", {step("a"), step("b")});
    row("fork and join", {step("a"), step("b", {a}), step("c", {a}), step("d", {b, QStringLiteral("c")})});
    row("side by side", {step("a"), step("b", {none})});
    row("double id", {step("a"), step("a")}, "a");
    row("no id", {step("")}, "no id");
    row("waits for itself", {step("a", {a})}, "a");
    row("waits for nobody known", {step("a"), step("b", {QStringLiteral("x")})}, "x");
    row("cycle", {step("a", {b}), step("b", {a})}, "b");
    row("waits for a later one", {step("a"), step("b", {QStringLiteral("c")}), step("c")}, "c");
    row("nothing and something", {step("a"), step("b", {none, a})}, "-");
    row("no work", {Step{.id = QStringLiteral("idle")}}, "idle");
}

void TestCheckPlan::plans()
{
    QFETCH(Plan, plan);
    QFETCH(QString, named);
    const Result<> result = checkPlan(plan);
    QCOMPARE(result.has_value(), named.isEmpty());
    if (!result) {
        QCOMPARE(result.error().code, Error::Code::Bug);
        QVERIFY2(result.error().what.contains(named), qPrintable(result.error().what));
    }
}

void TestCheckPlan::badPlanRunsNothing()
{
    ScriptedRunner runner;
    FakeClock clock;
    PlanRun run({QStringLiteral("p"), {step("a"), step("b", {QStringLiteral("x")})}}, runner, clock);
    EventTrace trace(run);
    run.start();
    drainEvents();
    QCOMPARE(trace.text(), QStringLiteral("finished bug"));
    QCOMPARE(run.state(0), StepState::Waiting);
}

QTEST_GUILESS_MAIN(TestCheckPlan)
#include "tst_CheckPlan.moc"
