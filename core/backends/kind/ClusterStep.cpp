// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/ClusterStep.h"

#include "core/backends/kind/KubeAccess.h"
#include "core/backends/kind/NodeControl.h"
#include "core/backends/kind/NodeQuiet.h"
#include "core/backends/kind/NodeReturn.h"
#include "core/backends/kind/Ownership.h"
#include "core/base/FileText.h"
#include "core/tools/Docker.h"
#include "core/tools/Kind.h"
#include "core/tools/KindProgress.h"
#include "core/workspace/KindConfig.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace windsock {

using namespace std::chrono_literals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("ClusterStep", text);
}

kind::Place placeOf(const StartFacts &facts)
{
    return {facts.places.cluster, facts.places.kubeconfig};
}

kind::CreateRequest createRequest(const StartFacts &facts)
{
    return {.place = placeOf(facts),
            .configPath = facts.places.kindConfig,
            .image = facts.workspace.nodeImage(),
            .workDir = facts.workspace.folder().absolutePath()};
}

Result<> prepareFiles(const StartFacts &facts)
{
    const auto config = renderKindConfig(facts.workspace.kindConfig(), facts.workspace.folder(), facts.places.ownerMark);
    if (!config)
        return config.error();
    if (Result<> marked = writeOwnerMark(facts.places, facts.workspace); !marked)
        return marked;
    if (Result<> written = writeFile(facts.places.kindConfig, *config, ownerOnly); !written)
        return written;
    return beginCreation(facts.places);
}

// How far one `kind create` got, by the lines that it printed.
struct Creation
{
    QByteArray lines;
    bool nodeAskedFor = false; // the engine was asked to make the container
    bool nodeMade = false;

    void see(const kind::Stage &stage)
    {
        const bool isNode = stage.title == QLatin1String("Preparing nodes");
        nodeMade = nodeMade || (isNode ? stage.state != kind::Stage::State::Running : nodeAskedFor);
        nodeAskedFor = nodeAskedFor || isNode;
    }
    // The engine goes on making the container when the one who asked for it is gone.
    bool mayStillCome() const { return nodeAskedFor && !nodeMade; }
};

// What a canceled creation left is ours and of this run: it goes, even though the run is being canceled. Where the engine has not
// even made it yet, the mark stays: whoever comes next knows that it is half made.
Async<> removeLeftovers(const StartFactsPtr &facts, RunContext &context, const Creation &creation, const Error &error)
{
    context.progress(tr("removing the half-made cluster"));
    const bool mayCome = creation.mayStillCome();
    const auto node = awaitNode(context, facts->places, mayCome ? 8s : 0s, {});
    return andFinally(node, &context, [facts, &context, mayCome, error](const Result<FoundNode> &found) -> Async<> {
        const bool isThere = found && *found;
        const bool isCertain = found && (isThere || !mayCome);
        // The name may have become somebody else's meanwhile, and an engine that does not answer proves nothing.
        if (!isThere || !isOurs(**found, facts->places)) {
            if (isCertain)
                endCreation(facts->places);
            return failed(error);
        }
        const Async<CommandOutput> removed = andThen(
            quietNode(context, *found), &context, [facts, &context](Nothing) { return context.runAlways(kind::remove(placeOf(*facts))); });
        return andFinally(removed, &context, [facts, error](const Result<CommandOutput> &done) {
            if (done && done->succeeded())
                endCreation(facts->places);
            return Result<>(error);
        });
    });
}

enum class NameInUse { Wait, Fail };
Async<> create(const StartFactsPtr &facts, RunContext &context, NameInUse nameInUse = NameInUse::Wait);

Async<> recreate(const StartFactsPtr &facts, RunContext &context, const FoundNode &node, NameInUse nameInUse = NameInUse::Wait)
{
    context.note(tr("An earlier run was ended in the middle of creating this cluster: making it anew"));
    const auto removed = andThen(quietNode(context, node), &context,
                                 [facts, &context](Nothing) { return runChecked(context, kind::remove(placeOf(*facts))); });
    return andThen(removed, &context, [facts, &context, nameInUse](const CommandOutput &) { return create(facts, context, nameInUse); });
}

// Nobody has the name and yet it is taken: the engine is still busy with a node that an ended run had asked for.
Async<> recreateWhenThere(const StartFactsPtr &facts, RunContext &context, const Error &why)
{
    context.progress(tr("waiting for the node of an earlier run, to remove it"));
    const auto node = awaitNode(context, facts->places, 60s, context.cancel());
    return andThen(node, &context, [facts, &context, why](const FoundNode &found) -> Async<> {
        if (!found)
            return failed(why);
        return isOurs(*found, facts->places) ? recreate(facts, context, found, NameInUse::Fail) : failed(nameTaken(*found, facts->places));
    });
}

Async<> create(const StartFactsPtr &facts, RunContext &context, NameInUse nameInUse)
{
    if (const Result<> prepared = prepareFiles(*facts); !prepared)
        return failed(prepared.error());
    const auto creation = std::make_shared<Creation>();
    const auto sink = [creation, context = QPointer(&context)](Channel, QByteArrayView line) {
        creation->lines.append(line.toByteArray() + '\n');
        const auto stage = kind::parseStage(line);
        if (!stage)
            return;
        creation->see(*stage);
        if (context)
            context->progress(stage->title, stage->fraction);
    };
    const Async<CommandOutput> created = context.run(kind::create(createRequest(*facts)), sink);
    return andFinally(created, &context, [facts, &context, creation, nameInUse](const Result<CommandOutput> &output) -> Async<> {
        if (!output && output.error().isCancel())
            return removeLeftovers(facts, context, *creation, output.error());
        if (!output)
            return failed(output.error());
        if (output->succeeded()) {
            endCreation(facts->places);
            facts->createdCluster = true;
            return ready();
        }
        const Error why =
            explained(context.stepId(), Tool::Kind, {.exitCode = output->exitCode, .out = creation->lines}, &facts->workspace);
        // docker's words, and kind's own where the node has appeared meanwhile.
        const bool isInUse =
            creation->lines.contains("is already in use by container") || creation->lines.contains("already exist for a cluster");
        return isInUse && nameInUse == NameInUse::Wait ? recreateWhenThere(facts, context, why) : failed(why);
    });
}

Async<> command(RunContext &context, const Command &command)
{
    return andThen(runChecked(context, command), &context, [](const CommandOutput &) { return Result<>(); });
}

Async<> startNode(const StartFactsPtr &facts, RunContext &context)
{
    context.progress(tr("starting the node"));
    return andThen(command(context, docker::start(facts->places.container)), &context, [facts](Nothing) {
        facts->startedNode = true;
        return Result<>();
    });
}

Async<> bringUp(const StartFactsPtr &facts, RunContext &context, const FoundNode &node)
{
    if (!node)
        return create(facts, context);
    if (isHalfMade(facts->places))
        return recreate(facts, context, node);
    if (isPaused(*node)) {
        context.progress(tr("waking the node"));
        return command(context, docker::unpause(facts->places.container));
    }
    return isUp(*node) ? ready() : startNode(facts, context);
}

// The same as bringUp() would run.
QList<Command> commandsFor(const StartFacts &facts)
{
    const FoundNode &node = facts.look.node;
    const Command creation = kind::create(createRequest(facts));
    if (!node || facts.anew)
        return {creation};
    if (isHalfMade(facts.places))
        return {kind::remove(placeOf(facts)), creation};
    if (isPaused(*node))
        return {docker::unpause(facts.places.container)};
    return isUp(*node) ? QList<Command>{} : QList<Command>{docker::start(facts.places.container)};
}

// kind wrote the kubeconfig when it made the cluster; one that was lost, or whose port is not the node's, is written anew.
Async<> openAccess(const StartFactsPtr &facts, RunContext &context, const docker::Container &node)
{
    auto access = KubeAccess::open(facts->places, node, context.clock());
    if (access) {
        facts->kube = *access;
        return ready();
    }
    return andThen(command(context, kind::exportKubeconfig(placeOf(*facts))), &context, [facts, node, &context](Nothing) -> Result<> {
        auto again = KubeAccess::open(facts->places, node, context.clock());
        if (!again)
            return again.error();
        facts->kube = *again;
        return {};
    });
}

Async<> findAccess(const StartFactsPtr &facts, RunContext &context)
{
    return andThen(findOwnNode(context, facts->places), &context, [facts, &context](const FoundNode &node) {
        return node ? openAccess(facts, context, *node) : failed(Error{Error::Code::NotFound, tr("The node is gone")});
    });
}

// On a first install everything but Airflow's own pods may start while the image is still on its way into the node. The cluster's own
// parts must, too: kind returns before they are scheduled, and the database waits for its volume and its name.
Async<> holdAirflowBack(const StartFactsPtr &facts, RunContext &context)
{
    const bool willBeLoaded = facts->workspace.build() || !facts->imageId.isEmpty();
    if (!facts->createdCluster || !willBeLoaded || !facts->fastBoot())
        return ready();
    const Async<> tolerated = andFinally(facts->kube->tolerateLoading(), &context, [&context](const Result<> &done) {
        if (!done)
            context.note(done.error().report()); // they start later, then
        return Result<>();
    });
    const Async<> tainted = andFinally(facts->kube->setLoadingTaint(facts->places.container, true), &context, [facts](const Result<> &set) {
        facts->tainted = set.has_value();
        return Result<>();
    });
    return allOf(&context, {tolerated, tainted});
}

Async<> waitForApi(const StartFactsPtr &facts, RunContext &context)
{
    context.progress(tr("waiting for the Kubernetes API"));
    return facts->kube->waitUntilAnswering(context.cancel());
}
} // namespace

Step clusterStep(const StartFactsPtr &facts, KindProbe &probe)
{
    Step step{.id = "cluster", .title = tr("Create the kind cluster"), .after = {"check"}, .limit = 15min};
    step.isDone = [facts](RunContext &context) {
        const bool done = facts->look.apiAnswers && !isHalfMade(facts->places) && facts->kube;
        if (done) {
            context.progress(tr("it runs"));
            facts->clusterUp.resolve({});
        }
        return ready(done);
    };
    step.run = [facts, &probe](RunContext &context) {
        return inSequence(&context,
                          {
                              [facts, &context] {
                                  return andThen(findOwnNode(context, facts->places), &context,
                                                 [facts, &context](const FoundNode &node) { return bringUp(facts, context, node); });
                              },
                              [facts, &context] { return findAccess(facts, context); },
                              [facts, &context] { return waitForApi(facts, context); },
                              [facts, &context] { return holdAirflowBack(facts, context); },
                              [facts, &context] { return facts->startedNode ? helpNodeReturn(facts, context) : ready(); },
                              [facts, &probe, &context] {
                                  probe.adoptAccess(facts->kube); // the forward asks for it before the next look
                                  context.progress(tr("the Kubernetes API answers"), 1);
                                  facts->clusterUp.resolve({});
                                  return ready();
                              },
                          });
    };
    step.preview = [facts] { return commandsFor(*facts); };
    return step;
}

Async<> letAirflowIn(const StartFactsPtr &facts, RunContext &context)
{
    // Asked for whenever the image was not known to be there: an earlier run may have been killed in between.
    return andFinally(facts->kube->setLoadingTaint(facts->places.container, false), &context, [facts](const Result<> &result) {
        facts->tainted = false;
        return result;
    });
}

} // namespace windsock
