// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/CheckStep.h"

#include "core/backends/kind/BuildStep.h"
#include "core/backends/kind/Ownership.h"
#include "core/backends/kind/Preflight.h"
#include "core/checks/EngineCheck.h"
#include "core/plan/RunContext.h"
#include "core/tools/Docker.h"
#include "core/tools/Helm.h"
#include "core/tools/Kind.h"
#include "core/tools/ToolVersions.h"

#include <QCoreApplication>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("CheckStep", text);
}

bool helmTakesPrograms(const QList<ToolFacts> &tools)
{
    return std::all_of(tools.begin(), tools.end(), [](const ToolFacts &facts) {
        return facts.tool != Tool::Helm || !facts.version || helm::takesPrograms(facts.version->client);
    });
}

Result<> judge(const StartFactsPtr &facts, RunContext &context, const Preflight &preflight)
{
    facts->builder = preflight.hasBuildKit ? docker::Builder::BuildKit : docker::Builder::Legacy;
    facts->ownKernel = preflight.ownKernel();
    facts->helmTakesPrograms = helmTakesPrograms(preflight.tools);
    const QList<Finding> findings = judgePreflight(preflight, &facts->workspace, &facts->places, ownNode(facts->look));
    qsizetype notes = 0;
    for (const Finding &finding : findings) {
        context.note(findingLine(finding));
        notes += finding.severity == Severity::Warning ? 1 : 0;
    }
    if (hasFailure(findings))
        return asError(findings);
    const QString checks = tr("%1 checks").arg(findings.size());
    context.progress(notes == 0 ? checks : checks + (notes == 1 ? tr(", 1 note") : tr(", %1 notes").arg(notes)));
    return {};
}

// Whatever keeps it from an answer is told by the full check, in better words; but an engine that hangs is not asked the same again.
bool endsTheLook(const Error &error)
{
    return error.isCancel() || error.code == Error::Code::Timeout;
}

Async<> lookAround(const StartFactsPtr &facts, KindProbe &probe, CommandRunner &runner, QObject *context, const Cancel &cancel)
{
    const Cancel hung;
    const Async<> seen = andFinally(probe.look(facts->workspace, cancel), context, [facts, &probe, hung](const Result<KindLook> &look) {
        if (look) {
            facts->look = *look;
            facts->kube = probe.access();
        }
        if (look || !endsTheLook(look.error()))
            return Result<>();
        hung.request();
        return Result<>(look.error());
    });
    const Async<> image = unlessCanceled(lookForImage(facts, runner, context, cancel), context, hung);
    return allOf(context, {seen, andFinally(image, context, forgiveUnlessCanceled)});
}

Error silentEngine(const StartFactsPtr &facts, RunContext &context, const Error &timeout)
{
    QList<Finding> findings = checkEngine({.clientFound = true, .output = timeout.report(), .installed = installedEngines()});
    offerToDoWithout(findings, facts->workspace, facts->places);
    for (const Finding &finding : findings)
        context.note(findingLine(finding));
    return hasFailure(findings) ? asError(findings) : timeout;
}

Async<> checkAll(const StartFactsPtr &facts, KindProbe &probe, RunContext &context)
{
    if (const Result<> free = refuseForeign(facts->look.node, facts->places); !free)
        return failed(free.error());
    if (facts->isUpToDate()) {
        probe.justSaw(observedFrom(facts->look, facts->workspace, facts->releaseInputs()));
        context.progress(tr("nothing has changed"));
        return ready();
    }
    const Async<Preflight> gathered = gatherPreflight(facts->session, &facts->workspace, &context, context.cancel());
    const Async<> confirmed =
        andFinally(confirmImage(facts, context.runner(), &context, context.cancel()), &context, forgiveUnlessCanceled);
    return andThen(confirmed, &context, [facts, &context, gathered](Nothing) {
        return andThen(gathered, &context, [facts, &context](const Preflight &preflight) { return judge(facts, context, preflight); });
    });
}
} // namespace

Step checkStep(const StartFactsPtr &facts, KindProbe &probe)
{
    Step step{.id = "check", .title = tr("Check tools, ports and values")};
    step.run = [facts, &probe](RunContext &context) -> Async<> {
        // Wrong files need no engine to be named, and no look at one that hangs.
        if (const QList<Finding> findings = checkFiles(facts->workspace); hasFailure(findings)) {
            for (const Finding &finding : findings)
                context.note(findingLine(finding));
            return failed(asError(findings));
        }
        const Async<> looked = lookAround(facts, probe, context.runner(), &context, context.cancel());
        return andFinally(looked, &context, [facts, &probe, &context](const Result<> &result) {
            if (!result)
                return failed(result.error().isCancel() ? result.error() : silentEngine(facts, context, result.error()));
            return checkAll(facts, probe, context);
        });
    };
    step.preview = [facts] {
        QList<Command> commands{docker::containerInspect(facts->places.container), docker::info()};
        for (const Tool tool : {Tool::Docker, Tool::Kind, Tool::Helm, Tool::Kubectl})
            commands += versionCommand(tool);
        return commands;
    };
    return step;
}

namespace {
// What Helm would be told depends on which one it is; where it does not say, the check has the words for that.
Async<> askHelm(const StartFactsPtr &facts, QObject *context, const Cancel &cancel)
{
    if (!facts->workspace.fastBoot())
        return ready();
    return andThen(facts->session.runner.run(versionCommand(Tool::Helm), {}, cancel), context, [facts](const CommandOutput &said) {
        if (const auto version = parseToolVersion(Tool::Helm, said.out))
            facts->helmTakesPrograms = helm::takesPrograms(version->client);
        return Result<>();
    });
}
} // namespace

Async<> lookAhead(const StartFactsPtr &facts, KindProbe &probe, const Cancel &cancel)
{
    facts->onlyLooks = true;
    const Async<> looked = lookAround(facts, probe, facts->session.runner, &probe, cancel);
    const Async<> confirmed = andThen(looked, &probe, [facts, &probe, cancel](Nothing) {
        return facts->isUpToDate() ? ready() : confirmImage(facts, facts->session.runner, &probe, cancel);
    });
    const QList<Async<>> asked{andFinally(confirmed, &probe, forgiveUnlessCanceled),
                               andFinally(askHelm(facts, &probe, cancel), &probe, forgiveUnlessCanceled)};
    return andThen(allOf(&probe, asked), &probe, [facts](Nothing) { return refuseForeign(facts->look.node, facts->places); });
}

} // namespace windsock
