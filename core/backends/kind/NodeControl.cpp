// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/NodeControl.h"

#include "core/checks/FailureRules.h"
#include "core/tools/Docker.h"

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
    return explainFailure(command, output);
}
} // namespace

Async<FoundNode> findNode(CommandRunner &runner, const KindPlaces &places, QObject *context, const Cancel &cancel)
{
    Command command = docker::containerInspect(places.container);
    command.limit = std::chrono::seconds(10); // an engine that hangs must not hang us
    return andThen(runner.run(command, {}, cancel), context, [command](const CommandOutput &output) { return parseNode(output, command); });
}

Async<FoundNode> findOwnNode(RunContext &context, const KindPlaces &places)
{
    return andThen(findNode(context.runner(), places, &context, context.cancel()), &context, [places](const FoundNode &node) {
        return node && !isOurs(*node, places) ? Result<FoundNode>(nameTaken(*node, places)) : Result<FoundNode>(node);
    });
}

Async<CommandOutput> runChecked(RunContext &context, const Command &command)
{
    return andThen(context.run(command), &context, [command](const CommandOutput &output) {
        return output.succeeded() ? Result<CommandOutput>(output) : Result<CommandOutput>(explainFailure(command, output));
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
