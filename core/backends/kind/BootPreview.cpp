// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/BootPreview.h"

#include "core/backends/kind/InstallStep.h"
#include "core/backends/kind/NodeControl.h"

namespace windsock {

namespace {
// Without hooks: Helm prints them, but hands them to no post-renderer.
Command renderCommand(const StartFacts &facts)
{
    helm::UpgradeRequest request = installRequest(facts);
    request.postRenderer.clear();
    request.postRendererArgs.clear();
    Command command = helm::renderTemplate(request);
    command.args.insert(command.args.indexOf(QStringLiteral("template")) + 1, QStringLiteral("--no-hooks"));
    return command;
}

Result<QByteArray> diffOf(const CommandOutput &rendered, const StartFacts &facts)
{
    if (!rendered.succeeded())
        return explained({}, Tool::Helm, rendered, &facts.workspace);
    const Result<BootPatchResult> patched = patchManifests(rendered.out, bootFactsOf(facts));
    if (!patched)
        return patched.error();
    QByteArray diff;
    for (const QString &note : patched->notes)
        diff += "# " + note.toUtf8() + '\n';
    return diff + patched->diff.toUtf8();
}
} // namespace

Async<QByteArray> previewBootPatch(const StartFactsPtr &facts, QObject *context, const Cancel &cancel)
{
    if (!facts->fastBoot() || !wouldInstall(*facts))
        return ready(QByteArray());
    return andThen(facts->session.runner.run(renderCommand(*facts), {}, cancel), context,
                   [facts](const CommandOutput &rendered) { return diffOf(rendered, *facts); });
}

} // namespace windsock
