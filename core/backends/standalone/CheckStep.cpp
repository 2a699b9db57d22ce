// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/CheckStep.h"

#include "core/backends/standalone/StandaloneCheck.h"
#include "core/base/Redactor.h"
#include "core/process/CleanEnvironment.h"
#include "core/process/ToolFinder.h"
#include "core/supervise/FolderCleanup.h"

#include <QCoreApplication>

namespace windsock::standalone {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("StandaloneCheckStep", text);
}

// Whatever a child prints from now on, these are masked in it.
void learnSecrets(const StandaloneWish &wish, Redactor &redactor)
{
    const auto learn = [&redactor](const SecretPtr &secret) {
        if (secret)
            redactor.add(secret);
    };
    for (const AirflowSetting &setting : wish.settings.settings)
        learn(setting.secret);
    for (const AirflowUser &user : wish.objects.users)
        learn(user.password);
    for (const AirflowConnection &connection : wish.objects.connections) {
        learn(connection.password);
        learn(connection.extra);
        learn(connection.uri);
    }
}

Result<> judge(const StandaloneFactsPtr &facts, RunContext &context, const StandalonePreflight &preflight)
{
    const QList<Finding> findings = judgeStandalone(preflight, facts->workspace, *facts->wish, facts->look);
    int notes = 0;
    for (const Finding &finding : findings) {
        context.note(findingLine(finding));
        notes += finding.severity == Severity::Warning ? 1 : 0;
    }
    if (!preflight.python)
        return preflight.python.error();
    if (hasFailure(findings))
        return asError(findings);
    facts->python = *preflight.python;
    const StandaloneRecord before = facts->look.record.value_or(StandaloneRecord());
    facts->record = before;
    facts->record.airflow = facts->wish->airflow.asked;
    facts->record.python = facts->python.minor().text();
    facts->record.environment = facts->wish->specFor(facts->python.minor()).id();
    facts->record.port = facts->workspace.webPort();
    facts->record.bubblewrap = preflight.podPaths.chosen(before.bubblewrap);
    facts->record.bubblewrapSeen = preflight.podPaths.found;
    if (!facts->look.runs())
        facts->record.base = serverEnvironment(QProcessEnvironment::systemEnvironment(), facts->session.tools.searchPath());
    const QString differences = notes == 1 ? tr("1 thing differs from kind") : tr("%1 things differ from kind").arg(notes);
    context.progress(notes > 0 ? differences : tr("%1 checks").arg(findings.size()));
    return facts->save();
}

// Since the last Start, which has asked for it; a look at files.
bool hasBubblewrapCome(const StandaloneFacts &facts)
{
    return podPathsArePossible && facts.record.bubblewrapSeen.isEmpty() && facts.session.tools.find(Tool::Bwrap);
}

void take(StandaloneFacts &facts, const StandaloneLook &look)
{
    facts.look = look;
    if (look.record)
        facts.record = *look.record;
    // Airflow's own word is about database and scheduler: another part may have been given up.
    facts.upToDate = look.isHealthy() && look.allRun() && !hasBubblewrapCome(facts)
                     && isUpToDate(*facts.wish, facts.workspace, facts.places, look, facts.tools.store);
    if (facts.upToDate)
        facts.environment = *look.environment;
}

Async<> compare(const StandaloneFactsPtr &facts, RunContext &context, const StandaloneLook &look)
{
    take(*facts, look);
    if (facts->upToDate) {
        context.progress(tr("nothing has changed"));
        return ready();
    }
    const auto gathered = gatherStandalone(facts->tools, *facts->wish, facts->session.paths, &context, context.cancel());
    const auto all = withPodPaths(gathered, facts->tools, facts->session, *facts->wish, facts->places, &context, context.cancel());
    return andThen(all, &context, [facts, &context](const StandalonePreflight &preflight) { return judge(facts, context, preflight); });
}

// What a supervisor that was killed has left would hold the port and the database.
Async<StandaloneLook> lookAndTidy(const StandaloneFactsPtr &facts, RunContext &context)
{
    return andThen(facts->probe.look(facts->workspace, context.cancel()), &context, [facts, &context](const StandaloneLook &look) {
        if (look.leftovers == 0)
            return ready(look);
        context.note(tr("Ending what an earlier run left when its supervisor was killed: processes: %1").arg(look.leftovers));
        return andThen(FolderCleanup::run(facts->places.supervisor, facts->session.clock, &context), &context,
                       [facts, &context](int) { return facts->probe.look(facts->workspace, context.cancel()); });
    });
}

Async<> check(const StandaloneFactsPtr &facts, RunContext &context)
{
    auto wish = StandaloneWish::of(facts->workspace);
    if (!wish)
        return failed(wish.error());
    learnSecrets(*wish, facts->session.redactor);
    facts->wish = std::move(*wish);
    return andThen(lookAndTidy(facts, context), &context,
                   [facts, &context](const StandaloneLook &look) { return compare(facts, context, look); });
}
} // namespace

Async<> lookAhead(const StandaloneFactsPtr &facts, const Cancel &cancel)
{
    auto wish = StandaloneWish::of(facts->workspace);
    if (!wish)
        return failed(wish.error());
    facts->wish = std::move(*wish);
    const Async<> looked = andThen(facts->probe.look(facts->workspace, cancel), &facts->probe, [facts](const StandaloneLook &look) {
        take(*facts, look);
        return Result<>();
    });
    return andFinally(unlessCanceled(looked, &facts->probe, cancel), &facts->probe, forgiveUnlessCanceled);
}

Step checkStep(const StandaloneFactsPtr &facts)
{
    Step step{.id = "check", .title = tr("Check files, Python and ports")};
    step.run = [facts](RunContext &context) { return check(facts, context); };
    return step;
}

} // namespace windsock::standalone
