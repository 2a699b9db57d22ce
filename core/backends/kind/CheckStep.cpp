// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/CheckStep.h"

#include "core/backends/kind/BuildStep.h"
#include "core/backends/kind/Ownership.h"
#include "core/backends/kind/Preflight.h"
#include "core/plan/RunContext.h"
#include "core/tools/Docker.h"
#include "core/tools/Helm.h"
#include "core/tools/Kind.h"
#include "core/tools/ToolVersions.h"

#include <QCoreApplication>

namespace windsock {

namespace {
QString tr(const char *text, int count = -1)
{
    return QCoreApplication::translate("CheckStep", text, nullptr, count);
}

// Helm 4 knows post-renderers as plugins only; the check has said so.
bool takesPrograms(const QList<ToolFacts> &tools)
{
    return std::none_of(tools.begin(), tools.end(), [](const ToolFacts &facts) {
        return facts.tool == Tool::Helm && facts.version && fits(Tool::Helm, facts.version->client) == Fit::TooNew;
    });
}

Result<> judge(const StartFactsPtr &facts, RunContext &context, const Preflight &preflight)
{
    facts->builder = preflight.hasBuildKit ? docker::Builder::BuildKit : docker::Builder::Legacy;
    facts->ownKernel = preflight.ownKernel();
    facts->helmTakesPrograms = takesPrograms(preflight.tools);
    const QList<Finding> findings = judgePreflight(preflight, &facts->workspace, &facts->places, ownNode(facts->look));
    qsizetype notes = 0;
    for (const Finding &finding : findings) {
        context.note(findingLine(finding));
        notes += finding.severity == Severity::Warning ? 1 : 0;
    }
    if (hasFailure(findings))
        return asError(findings);
    context.progress(notes > 0 ? tr("%n check(s)", int(findings.size())) + tr(", %n note(s)", int(notes))
                               : tr("%n check(s)", int(findings.size())));
    return {};
}

// A question that failed is no answer yet: the full check says what is wrong, in better words.
Result<> unlessCanceled(const Result<> &result)
{
    return result || !result.error().isCancel() ? Result<>() : result;
}

Async<> lookAround(const StartFactsPtr &facts, KindProbe &probe, RunContext &context)
{
    const Async<> seen =
        andFinally(probe.look(facts->workspace, context.cancel()), &context, [facts, &probe](const Result<KindLook> &look) {
            if (look) {
                facts->look = *look;
                facts->kube = probe.access();
            }
            return look || !look.error().isCancel() ? Result<>() : Result<>(look.error());
        });
    const Async<> image = andFinally(lookForImage(facts, context.runner(), &context, context.cancel()), &context, unlessCanceled);
    return allOf(&context, {seen, image});
}

Async<> checkAll(const StartFactsPtr &facts, KindProbe &probe, RunContext &context)
{
    if (facts->look.node && !facts->look.owned)
        return failed(nameTaken(*facts->look.node, facts->places));
    if (facts->isUpToDate()) {
        probe.justSaw(observedFrom(facts->look, facts->workspace, facts->releaseInputs()));
        context.progress(tr("nothing has changed"));
        return ready();
    }
    const Async<Preflight> gathered = gatherPreflight(facts->session, &facts->workspace, &context, context.cancel());
    const Async<> confirmed = andFinally(confirmImage(facts, context.runner(), &context, context.cancel()), &context, unlessCanceled);
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
        return andThen(lookAround(facts, probe, context), &context,
                       [facts, &probe, &context](Nothing) { return checkAll(facts, probe, context); });
    };
    step.preview = [facts] {
        QList<Command> commands{docker::containerInspect(facts->places.container), docker::info()};
        for (const Tool tool : {Tool::Docker, Tool::Kind, Tool::Helm, Tool::Kubectl})
            commands += versionCommand(tool);
        return commands;
    };
    return step;
}

} // namespace windsock
