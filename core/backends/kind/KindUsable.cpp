// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/KindUsable.h"

#include "core/checks/EngineCheck.h"
#include "core/checks/NodeImageCheck.h"
#include "core/tools/Docker.h"
#include "core/tools/ToolVersions.h"
#include "core/workspace/KindConfig.h"

#include <QCoreApplication>

namespace windsock {

using namespace std::chrono_literals;

namespace {
constexpr auto patience = 3s;

QString tr(const char *text)
{
    return QCoreApplication::translate("KindUsable", text);
}

Error noEngine(const QString &what)
{
    return {.code = Error::Code::ToolMissing, .what = what, .rule = QStringLiteral("mode.no-engine")};
}

Result<> engineIn(const Result<CommandOutput> &output, bool canStart)
{
    if (output && docker::parseInfo(output->out))
        return {};
    if (!output && output.error().isCancel())
        return output.error();
    const bool clientMissing = !output && output.error().code == Error::Code::ToolMissing;
    const QString said = output ? QString::fromUtf8(output->err + output->out) : output.error().report();
    if (!clientMissing && engineProblem(said) == EngineProblem::Permission)
        return noEngine(tr("this account may not use the container engine"));
    if (canStart)
        return {}; // Start offers to start it
    return noEngine(clientMissing ? tr("there is no container engine") : tr("the container engine does not answer"));
}

Async<QString> nodeImage(KindSession &session, const Workspace &workspace, QObject *context)
{
    if (const QString named = nodeImageOf(workspace, {}); !named.isEmpty())
        return ready(named);
    Command command = versionCommand(Tool::Kind);
    command.limit = patience;
    return andFinally(session.runner.run(command), context, [](const Result<CommandOutput> &output) {
        const auto version = output ? parseToolVersion(Tool::Kind, output->out) : Result<ToolVersion>(output.error());
        return Result<QString>(version ? defaultNodeImage(version->client) : QString());
    });
}

// As docker's client says it for an image that its registry does not have, or does not show to anybody.
bool deniesManifest(const QByteArray &said)
{
    const char *const words[] = {"no such manifest", "manifest unknown", "not found", "denied", "unauthorized"};
    return std::any_of(std::begin(words), std::end(words), [&said](const char *word) { return said.toLower().contains(word); });
}

Async<bool> succeeds(KindSession &session, Command command, QObject *context)
{
    command.limit = patience;
    return andFinally(session.runner.run(command), context,
                      [](const Result<CommandOutput> &output) { return Result<bool>(output && output->succeeded()); });
}

Async<> imageCanBeHad(KindSession &session, const QString &image, QObject *context)
{
    if (image.isEmpty())
        return ready();
    return andThen(succeeds(session, docker::imageInspect(image), context), context, [&session, image, context](bool isHere) {
        const Async<bool> there = isHere ? ready(true) : mayBePulled(session, image, context);
        return andThen(there, context, [image](bool canBeHad) {
            return canBeHad ? Result<>() : Result<>(noEngine(tr("the node image %1 is not here and no registry gives it").arg(image)));
        });
    });
}
} // namespace

QString nodeImageOf(const Workspace &workspace, const std::optional<Version> &kind)
{
    if (!workspace.nodeImage().isEmpty())
        return workspace.nodeImage();
    const Result<KindConfig> config = KindConfig::read(workspace.kindConfig(), workspace.folder());
    if (config && !config->nodeImage.isEmpty())
        return config->nodeImage;
    return kind ? defaultNodeImage(*kind) : QString();
}

Async<bool> mayBePulled(KindSession &session, const QString &image, QObject *context, const Cancel &cancel)
{
    Command command = docker::manifestInspect(image);
    command.limit = patience;
    return andFinally(session.runner.run(command, {}, cancel), context, [](const Result<CommandOutput> &output) -> Result<bool> {
        if (!output && output.error().isCancel())
            return output.error();
        return !output || output->succeeded() || !deniesManifest(output->err);
    });
}

Async<> isKindUsable(KindSession &session, const Workspace &workspace, bool canStartEngine, QObject *context)
{
    Command info = docker::info();
    info.limit = patience;
    const auto answered = [&session, workspace, canStartEngine, context](const Result<CommandOutput> &output) -> Async<> {
        const Result<> engine = engineIn(output, canStartEngine);
        // An engine that is yet to be started cannot say what it has.
        if (!engine || !output || !docker::parseInfo(output->out))
            return resolved(engine);
        return andThen(nodeImage(session, workspace, context), context,
                       [&session, context](const QString &image) { return imageCanBeHad(session, image, context); });
    };
    return andFinally(session.runner.run(info), context, answered);
}

} // namespace windsock
