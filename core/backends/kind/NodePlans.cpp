// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/NodePlans.h"

#include "core/backends/kind/NodeControl.h"
#include "core/backends/kind/NodeQuiet.h"
#include "core/backends/kind/Ownership.h"
#include "core/tools/Docker.h"
#include "core/tools/Kind.h"

#include <QCoreApplication>
#include <QFile>

namespace windsock {

using namespace std::chrono_literals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("NodePlans", text);
}

// The node's systemd ends the pods; PostgreSQL needs a moment to write its last checkpoint.
constexpr auto stopPatience = 10s;

// Under load the kernel sometimes cannot freeze all processes within runc's patience; the next try mostly does.
constexpr int mostTries = 4;

Async<CommandOutput> runStubborn(RunContext &context, const Command &command, int tries = 1)
{
    return andThen(context.run(command), &context, [&context, command, tries](const CommandOutput &output) -> Async<CommandOutput> {
        if (output.succeeded())
            return ready(output);
        if (tries < mostTries && output.err.contains("unable to freeze"))
            return runStubborn(context, command, tries + 1);
        return failed<CommandOutput>(explained(context.stepId(), command.tool, output));
    });
}

using Wanted = std::function<bool(const docker::Container &)>;
using Seen = std::shared_ptr<std::optional<FoundNode>>; // by the plan's look; empty: there was none, or it got no answer

// Only a cancel and a node that is somebody else's are errors.
std::function<Async<>(const Cancel &)> lookInto(const Seen &seen, const KindPlaces &places, KindSession &session, QObject *context)
{
    return [seen, places, &session, context](const Cancel &cancel) {
        const Async<> looked = andThen(findNode(session.runner, places, context, cancel), context, [seen](const FoundNode &node) {
            *seen = node;
            return Result<>();
        });
        return andThen(andFinally(looked, context, forgiveUnlessCanceled), context,
                       [seen, places](Nothing) { return refuseForeign(seen->value_or(std::nullopt), places); });
    };
}

// One command on our own node, skipped where reality is already so.
Step nodeStep(const QString &id, const QString &title, const KindPlaces &places, const Command &command, const Wanted &isSo,
              const Seen &seen)
{
    Step step{.id = id, .title = title};
    step.isDone = [places, isSo](RunContext &context) {
        return andThen(findOwnNode(context, places), &context,
                       [isSo](const FoundNode &node) { return Result<bool>(!node || isSo(*node)); });
    };
    step.run = [places, command](RunContext &context) {
        return andThen(findOwnNode(context, places), &context, [command, &context](const FoundNode &) {
            return andThen(runStubborn(context, command), &context, [](const CommandOutput &) { return Result<>(); });
        });
    };
    step.preview = [command, isSo, seen] {
        const bool isDone = *seen && (!**seen || isSo(***seen));
        return isDone ? QList<Command>{} : QList<Command>{command};
    };
    return step;
}

kind::Place placeOf(const KindPlaces &places)
{
    return {places.cluster, places.kubeconfig};
}

// A creation that was ended may have a node that is still on its way.
Async<FoundNode> findToRemove(RunContext &context, const KindPlaces &places)
{
    return andThen(findOwnNode(context, places), &context, [&context, places](const FoundNode &node) -> Async<FoundNode> {
        if (node || !isHalfMade(places))
            return ready(node);
        context.progress(tr("waiting for the node of an earlier run, to remove it"));
        return awaitNode(context, places, 5s, context.cancel());
    });
}

Async<> removeCluster(RunContext &context, const KindPlaces &places)
{
    return andThen(findToRemove(context, places), &context, [&context, places](const FoundNode &node) -> Async<> {
        if (const Result<> free = refuseForeign(node, places); !free)
            return failed(free.error());
        if (!node)
            context.progress(tr("there was none"));
        const Async<CommandOutput> removed =
            andThen(quietNode(context, node), &context, [&context, places, isThere = node.has_value()](Nothing) {
                return isThere ? runChecked(context, kind::remove(placeOf(places))) : ready(CommandOutput{});
            });
        return andThen(removed, &context, [places, isCertain = node.has_value()](const CommandOutput &) {
            for (const QString &file : {places.kubeconfig, places.kindConfig, places.bootFacts, places.ownerMark})
                QFile::remove(file);
            if (isCertain) // else it may come yet, and is half made then
                endCreation(places);
            return Result<>();
        });
    });
}
} // namespace

Plan pausePlan(const Workspace &workspace, KindSession &session, QObject *context)
{
    const KindPlaces places = KindPlaces::of(workspace, session.paths);
    const auto seen = std::make_shared<std::optional<FoundNode>>();
    const auto isSo = [](const docker::Container &node) { return isPaused(node) || !isUp(node); };
    const Step pause = nodeStep("pause", tr("Freeze the node"), places, docker::pause(places.container), isSo, seen);
    return {tr("Pause cluster"), {pause}, lookInto(seen, places, session, context)};
}

Plan stopPlan(const Workspace &workspace, KindSession &session, QObject *context)
{
    const KindPlaces places = KindPlaces::of(workspace, session.paths);
    const auto seen = std::make_shared<std::optional<FoundNode>>();
    // A frozen container cannot end its processes: thaw it first.
    Step thaw = nodeStep(
        "thaw", tr("Wake the node"), places, docker::unpause(places.container),
        [](const docker::Container &node) { return !isPaused(node); }, seen);
    Step stop = nodeStep(
        "stop", tr("Stop the node"), places, docker::stop(places.container, stopPatience),
        [](const docker::Container &node) { return !isUp(node); }, seen);
    return {tr("Stop cluster"), {thaw, stop}, lookInto(seen, places, session, context)};
}

Step deleteStep(const Workspace &workspace, KindSession &session)
{
    const KindPlaces places = KindPlaces::of(workspace, session.paths);
    Step step{.id = "delete", .title = tr("Delete the kind cluster “%1”").arg(places.cluster)};
    step.run = [places](RunContext &context) { return removeCluster(context, places); };
    step.preview = [places] { return QList<Command>{kind::remove(placeOf(places))}; };
    return step;
}

Plan deletePlan(const Workspace &workspace, KindSession &session, QObject *context)
{
    const auto seen = std::make_shared<std::optional<FoundNode>>();
    Step step = deleteStep(workspace, session);
    step.preview = [seen, preview = step.preview] { return *seen && !**seen ? QList<Command>{} : preview(); };
    return {tr("Delete cluster"), {step}, lookInto(seen, KindPlaces::of(workspace, session.paths), session, context)};
}

} // namespace windsock
