// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/StartPlan.h"

#include "core/backends/kind/AirflowWait.h"
#include "core/backends/kind/BootPreview.h"
#include "core/backends/kind/BuildStep.h"
#include "core/backends/kind/CheckStep.h"
#include "core/backends/kind/ClusterStep.h"
#include "core/backends/kind/HeadStep.h"
#include "core/backends/kind/InstallStep.h"
#include "core/backends/kind/LoadStep.h"
#include "core/backends/kind/LoginStep.h"
#include "core/backends/kind/NodeControl.h"
#include "core/backends/kind/NodePlans.h"

#include <QCoreApplication>

namespace windsock {

using namespace std::chrono_literals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("StartPlan", text);
}

Async<> waitHealthy(const StartFactsPtr &facts, RunContext &context)
{
    return waitForAirflow(context, {.kube = facts->kube,
                                    .workspace = facts->workspace,
                                    .target = facts->session.target(facts->places),
                                    .rollout = facts->upgraded || !facts->isSettled()});
}

Step waitStep(const StartFactsPtr &facts)
{
    Step step{.id = QString::fromLatin1(waitStepId),
              .title = tr("Wait until Airflow answers"),
              .after = {"image.load", "install"},
              .limit = 15min};
    step.isDone = [facts](RunContext &) { return ready(facts->isUpToDate()); };
    step.run = [facts](RunContext &context) { return waitHealthy(facts, context); };
    return step;
}

QList<Step> startSteps(const StartFactsPtr &facts, KindProbe &probe)
{
    return {
        checkStep(facts, probe),
        buildStep(facts),          // after check
        clusterStep(facts, probe), // after check, beside the build
        headStep(facts),           // after the build, beside the cluster
        loadStep(facts),           // after the build, beside the cluster until it has to be there
        installStep(facts),        // after heads and cluster, beside the load on a first install
        waitStep(facts),           // after load and install
        loginStep(facts),          // after wait
    };
}

Plan planOf(const QString &title, const QList<Step> &steps, const StartFactsPtr &facts, KindProbe &probe)
{
    return {title, steps, [facts, &probe](const Cancel &cancel) { return lookAhead(facts, probe, cancel); },
            [facts, &probe](const Cancel &cancel) { return previewBootPatch(facts, &probe, cancel); }};
}

Async<> lookForRestart(const StartFactsPtr &facts, KindProbe &probe, RunContext &context)
{
    return andThen(probe.look(facts->workspace, context.cancel()), &context, [facts, &probe](const KindLook &look) -> Result<> {
        if (const Result<> free = refuseForeign(look.node, facts->places); !free)
            return free;
        facts->kube = probe.access();
        if (look.apiAnswers && look.release)
            return {};
        return Error{.code = Error::Code::NotFound, .what = tr("There is no running Airflow to restart"), .todo = tr("Start the cluster")};
    });
}
} // namespace

Plan startPlan(const Workspace &workspace, KindSession &session, KindProbe &probe)
{
    const auto facts = std::make_shared<StartFacts>(workspace, session);
    return planOf(tr("Start cluster"), startSteps(facts, probe), facts, probe);
}

Plan restartPlan(const Workspace &workspace, KindSession &session, KindProbe &probe)
{
    const auto facts = std::make_shared<StartFacts>(workspace, session);
    facts->upgraded = true;
    const Step look{.id = "look", .title = tr("Look at the cluster"), .run = [facts, &probe](RunContext &context) {
                        return lookForRestart(facts, probe, context);
                    }};
    const Step restart{.id = "restart", .title = tr("Restart Airflow's parts"), .run = [facts](RunContext &) {
                           return facts->kube->restartAirflow(facts->workspace.nameSpace(), facts->workspace.release());
                       }};
    Step wait = waitStep(facts);
    wait.after = {"restart"};
    wait.isDone = {};
    const auto lookForOurs = [facts, &probe](const Cancel &cancel) {
        const auto seen = std::make_shared<KindLook>();
        const Async<> looked = andThen(probe.look(facts->workspace, cancel), &probe, [seen](const KindLook &look) {
            *seen = look;
            return Result<>();
        });
        return andThen(andFinally(looked, &probe, forgiveUnlessCanceled), &probe,
                       [facts, seen](Nothing) { return refuseForeign(seen->node, facts->places); });
    };
    return {tr("Restart Airflow"), {look, restart, wait}, lookForOurs};
}

Plan resetPlan(const Workspace &workspace, KindSession &session, KindProbe &probe)
{
    const auto facts = std::make_shared<StartFacts>(workspace, session);
    facts->anew = true;
    QList<Step> steps = startSteps(facts, probe);
    // The delete comes between the check and everything else: wrong files must not cost the cluster.
    Step remove = deleteStep(workspace, session);
    remove.after = {"check"};
    remove.preview = [facts, preview = remove.preview] {
        const bool isGone = facts->look.seen.isValid() && !facts->look.node; // no answer is none
        return isGone ? QList<Command>{} : preview();
    };
    const auto run = remove.run;
    remove.run = [facts, run, &probe](RunContext &context) {
        probe.forgetAccess();
        facts->kube.reset();
        facts->look = {};
        return run(context);
    };
    for (Step &step : steps) {
        if (step.after == QStringList{"check"})
            step.after = {remove.id};
    }
    steps.insert(1, remove);
    return planOf(tr("Reset cluster"), steps, facts, probe);
}

} // namespace windsock
