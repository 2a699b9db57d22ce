// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/NodeControl.h"

#include "core/base/Clock.h"
#include "core/base/FileText.h"
#include "core/checks/FailureRules.h"
#include "core/tools/Docker.h"
#include "core/tools/HostPorts.h"

#include <QRegularExpression>

namespace windsock {

namespace {
Result<FoundNode> parseNode(const CommandOutput &output, const Command &command)
{
    // docker says "[]" and exit code 1 where there is no such container.
    const auto node = docker::parseContainer(output.out);
    if (node)
        return FoundNode(*node);
    if (node.error().code == Error::Code::NotFound && (output.succeeded() || output.err.contains("o such")))
        return FoundNode();
    return explained({}, command.tool, output);
}

void nameFiles(FailedStep &failed, const Workspace &workspace)
{
    failed.kindConfig = workspace.kindConfig().name();
    for (const ValuesFile &file : workspace.values())
        failed.valuesFiles += file.name;
    if (workspace.build()) {
        failed.dockerfile = workspace.folder().relativeFilePath(workspace.build()->dockerfile);
        failed.dockerfileText = readFile(workspace.build()->dockerfile).value_or({});
    }
}

// Who holds the port that a tool complained of; and another one where that helps: the node's own stand in kind-cluster.yaml.
void lookAtPort(FailedStep &failed, const Error &error, const Workspace *workspace)
{
    static const QRegularExpression number(QStringLiteral("\\d+"));
    const int port = number.match(error.what).captured().toInt(); // the rule puts it there, and no other number
    // "already allocated": docker speaks of another container, for which its own proxy listens.
    const auto holder = error.evidence.contains(QLatin1String("already allocated")) ? std::nullopt : findPortHolder(port);
    if (holder)
        failed.portHolder = holder->text();
    if (workspace && !workspace->mappedHostPorts().contains(port))
        failed.nextPort = nextFreePort(port).value_or(0);
}

constexpr std::chrono::milliseconds pauseBetweenLooks{250};

void lookAgain(RunContext &context, const KindPlaces &places, int tries, const Cancel &cancel, const Promise<FoundNode> &done)
{
    whenDone(findNode(context.runner(), places, &context, cancel), &context,
             [&context, places, tries, cancel, done](const Result<FoundNode> &node) {
                 if (!node || *node || tries <= 0)
                     return done.resolve(node);
                 context.clock().after(pauseBetweenLooks, &context,
                                       [&context, places, tries, cancel, done] { lookAgain(context, places, tries - 1, cancel, done); });
             });
}
} // namespace

Async<FoundNode> findNode(CommandRunner &runner, const KindPlaces &places, QObject *context, const Cancel &cancel)
{
    Command command = docker::containerInspect(places.container);
    command.limit = std::chrono::seconds(10); // an engine that hangs must not hang us
    return andThen(runner.run(command, {}, cancel), context, [command](const CommandOutput &output) { return parseNode(output, command); });
}

Async<FoundNode> awaitNode(RunContext &context, const KindPlaces &places, std::chrono::milliseconds patience, const Cancel &cancel)
{
    const Promise<FoundNode> done;
    lookAgain(context, places, int(patience / pauseBetweenLooks), cancel, done);
    return done.future();
}

Async<FoundNode> findOwnNode(RunContext &context, const KindPlaces &places)
{
    return andThen(findNode(context.runner(), places, &context, context.cancel()), &context, [places](const FoundNode &node) {
        const Result<> free = refuseForeign(node, places);
        return free ? Result<FoundNode>(node) : Result<FoundNode>(free.error());
    });
}

Error explained(const QString &stepId, Tool tool, const CommandOutput &output, const Workspace *workspace)
{
    FailedStep failed{.step = stepId, .tool = tool, .exitCode = output.exitCode, .output = QString::fromUtf8(output.out + output.err)};
    if (workspace)
        nameFiles(failed, *workspace);
    const Error error = explainFailure(failed);
    if (error.rule != QLatin1String("port.taken"))
        return error;
    lookAtPort(failed, error, workspace);
    return explainFailure(failed);
}

Async<CommandOutput> runChecked(RunContext &context, const Command &command, const Workspace *workspace)
{
    // Both channels in the order in which lines came: some tools print the cause on one and the place on the other.
    const auto lines = std::make_shared<QByteArray>();
    const auto keep = [lines](Channel, QByteArrayView line) { lines->append(line.toByteArray() + '\n'); };
    const std::shared_ptr<const Workspace> snapshot = workspace ? std::make_shared<const Workspace>(*workspace) : nullptr;
    const QString step = context.stepId();
    return andThen(context.run(command, keep), &context, [command, lines, snapshot, step](const CommandOutput &output) {
        CommandOutput whole = output;
        whole.out = *lines;
        whole.err.clear();
        return output.succeeded() ? Result<CommandOutput>(output)
                                  : Result<CommandOutput>(explained(step, command.tool, whole, snapshot.get()));
    });
}

bool isUp(const docker::Container &node)
{
    return node.state == docker::ContainerState::Running || node.state == docker::ContainerState::Paused;
}

bool isPaused(const docker::Container &node)
{
    return node.state == docker::ContainerState::Paused;
}

} // namespace windsock
