// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/LoadStep.h"

#include "core/backends/kind/ClusterStep.h"
#include "core/backends/kind/ImageLoad.h"
#include "core/backends/kind/ImagePush.h"
#include "core/backends/kind/NodeControl.h"
#include "core/backends/kind/NodeImageStore.h"
#include "core/backends/kind/Ownership.h"
#include "core/backends/kind/PodNetwork.h"
#include "core/tools/Docker.h"

#include <QCoreApplication>
#include <QLocale>

namespace windsock {

using namespace std::chrono_literals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("LoadStep", text);
}

QString outcomeText(const LoadOutcome &outcome)
{
    switch (outcome.way) {
    case LoadOutcome::Way::AlreadyThere: return tr("the node has it");
    case LoadOutcome::Way::Tagged: return tr("the node has it; given its name");
    case LoadOutcome::Way::Pushed: return tr("%1 of new layers").arg(QLocale().formattedDataSize(outcome.bytes));
    case LoadOutcome::Way::Piped: return QLocale().formattedDataSize(outcome.bytes);
    }
    return {};
}

Async<> clusterUp(const StartFactsPtr &facts, RunContext &context)
{
    return unlessCanceled(facts->clusterUp.future(), &context, context.cancel());
}

Async<> loadNow(const StartFactsPtr &facts, RunContext &context, const LoadRequest &request)
{
    return andThen(loadImage(context, request), &context, [facts, &context](const LoadOutcome &outcome) {
        if (outcome.primingHelps)
            facts->session.toPrime = facts->imageId;
        context.progress(outcomeText(outcome));
        return Result<>();
    });
}

// A node that is there is asked what it has before anything is sent; one that is being made has nothing.
Async<> loadInto(const StartFactsPtr &facts, RunContext &context, LoadRequest request)
{
    if (!facts->look.node || isHalfMade(facts->places)) {
        request.nodeUp = facts->clusterUp.future();
        return loadNow(facts, context, request);
    }
    context.progress(tr("waiting for the cluster"));
    return andThen(clusterUp(facts, context), &context, [facts, request, &context](Nothing) { return loadNow(facts, context, request); });
}

Async<> load(const StartFactsPtr &facts, RunContext &context)
{
    if (facts->imageId.isEmpty()) {
        context.progress(tr("the node fetches it"));
        return clusterUp(facts, context);
    }
    const QString name = facts->podImage().text();
    return andThen(runChecked(context, docker::tag(facts->imageId, name)), &context, [facts, name, &context](const CommandOutput &) {
        return loadInto(facts, context, {.node = facts->places.container, .imageId = facts->imageId, .name = name});
    });
}

// Beside the load, which leaves one of two processors to it. A load that failed waits for no cluster.
Async<> loadAndOpenNetwork(const StartFactsPtr &facts, RunContext &context)
{
    const Cancel failure;
    const Async<> network =
        andThen(clusterUp(facts, context), &context, [facts, &context](Nothing) { return openPodNetwork(facts, context); });
    const Async<> loaded = andFinally(load(facts, context), &context, [failure](const Result<> &result) {
        if (!result)
            failure.request();
        return result;
    });
    return allOf(&context, {loaded, unlessCanceled(network, &context, failure)});
}

// Whatever happened, whoever waits for the image learns of it.
Async<> loadAndTell(const StartFactsPtr &facts, RunContext &context)
{
    return andFinally(loadAndOpenNetwork(facts, context), &context, [facts, &context](const Result<> &loaded) -> Async<> {
        if (!loaded) {
            facts->imageInNode.resolve(loaded.error());
            return failed(loaded.error());
        }
        return andThen(letAirflowIn(facts, context), &context, [facts](Nothing) {
            facts->imageInNode.resolve({});
            return Result<>();
        });
    });
}
} // namespace

Step loadStep(const StartFactsPtr &facts)
{
    Step step{.id = "image.load", .title = tr("Load the image"), .after = {"image.build"}, .limit = 30min};
    step.isDone = [facts](RunContext &) {
        if (facts->isUpToDate())
            facts->imageInNode.resolve({});
        return ready(facts->isUpToDate());
    };
    step.run = [facts](RunContext &context) { return loadAndTell(facts, context); };
    step.preview = [facts] {
        const bool nodeFetches = !facts->workspace.build() && facts->imageId.isEmpty();
        if (facts->isUpToDate() || nodeFetches)
            return QList<Command>{};
        const Command save = docker::save({.images = {facts->podImage().text()}});
        // containerd's usual snapshotter: which one it is the node is asked when it is there
        const Command import = nodestore::importImage(facts->places.container, nodestore::parseSnapshotter({}));
        return QList<Command>{save, import};
    };
    return step;
}

Plan primePlan(KindSession &session)
{
    Plan plan{tr("Prepare the next load"), {}};
    if (session.toPrime.isEmpty())
        return plan;
    Step step{.id = "image.prime", .title = tr("Let Docker learn the image's layers"), .limit = 10min};
    step.run = [&session, image = session.toPrime](RunContext &context) {
        return andThen(primePush(context, image), &context, [&session, image](Nothing) {
            if (session.toPrime == image) // canceled: it is still to be done
                session.toPrime.clear();
            return Result<>();
        });
    };
    plan.steps += step;
    return plan;
}

} // namespace windsock
