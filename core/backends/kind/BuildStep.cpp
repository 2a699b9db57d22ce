// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/BuildStep.h"

#include "core/backends/kind/BuildMemo.h"
#include "core/backends/kind/ImageInputs.h"
#include "core/backends/kind/NodeControl.h"
#include "core/backends/kind/ReleaseInputs.h"
#include "core/tools/Docker.h"
#include "core/tools/DockerReplies.h"

#include <QCoreApplication>

namespace windsock {

using namespace std::chrono_literals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("BuildStep", text);
}

// All that docker knows; an empty id where it has no such image.
Async<docker::ImageFacts> factsOf(CommandRunner &runner, const QString &image, QObject *context, const Cancel &cancel)
{
    return andThen(runner.run(docker::imageInspect(image), {}, cancel), context,
                   [](const CommandOutput &output) { return Result<docker::ImageFacts>(docker::parseImage(output.out).value_or({})); });
}

Async<QString> idOf(CommandRunner &runner, const QString &image, QObject *context, const Cancel &cancel)
{
    return andThen(factsOf(runner, image, context, cancel), context,
                   [](const docker::ImageFacts &facts) { return Result<QString>(facts.id); });
}

// With the images that the build begins with, in the Dockerfile's order; empty ids for those that docker does not have.
Async<ImageInputsRequest> inputsOf(const StartFacts &facts, CommandRunner &runner, QObject *context, const Cancel &cancel)
{
    const ImageBuild &build = *facts.workspace.build();
    const QStringList names = baseImagesOf(build.dockerfile);
    const auto request = std::make_shared<ImageInputsRequest>(ImageInputsRequest{.dockerfile = build.dockerfile,
                                                                                 .context = build.context,
                                                                                 .baseImageIds = names,
                                                                                 .memoFile = facts.places.imageMemo,
                                                                                 .keepsMemo = !facts.onlyLooks});
    QList<Async<>> asked;
    for (qsizetype at = 0; at < names.size(); ++at) {
        asked += andThen(factsOf(runner, names[at], context, cancel), context, [request, at](const docker::ImageFacts &base) {
            request->baseImageIds[at] = base.id;
            request->wholeContext = request->wholeContext || !base.onBuild.isEmpty();
            return Result<>();
        });
    }
    return andThen(allOf(context, asked), context, [request](Nothing) { return Result<ImageInputsRequest>(*request); });
}

Command buildCommand(const StartFacts &facts)
{
    const ImageBuild &build = *facts.workspace.build();
    return docker::build(
        {.dockerfile = build.dockerfile, .context = build.context, .tag = facts.workspace.image().text(), .builder = facts.builder});
}

Result<> finishBuild(const StartFactsPtr &facts, RunContext &context, const QString &id)
{
    facts->imageId = id;
    BuildMemo(facts->places.buildMemo).remember(facts->inputsHash, id);
    context.progress(contentTag(id));
    return {};
}

Async<> build(const StartFactsPtr &facts, RunContext &context)
{
    return andThen(runChecked(context, buildCommand(*facts), &facts->workspace), &context, [facts, &context](const CommandOutput &) {
        const Async<QString> built = idOf(context.runner(), facts->workspace.image().text(), &context, context.cancel());
        return andThen(built, &context, [facts, &context](const QString &id) { return finishBuild(facts, context, id); });
    });
}

// No Dockerfile: the image is taken as it is, from docker where it has it, else by the node itself.
Async<> useImage(const StartFactsPtr &facts, RunContext &context)
{
    const ImageName image = facts->workspace.image();
    context.progress(facts->imageId.isEmpty() ? tr("the node fetches %1").arg(image.text()) : image.text());
    const bool mayBeFetched = image.repository.contains(u'/');
    if (!facts->imageId.isEmpty() || mayBeFetched)
        return ready();
    Error error{Error::Code::NotFound, tr("There is no image %1").arg(image.text())};
    error.why =
        tr("docker does not have it, the workspace has no Dockerfile to build it from, and its name is not one that a registry knows");
    error.todo = tr("Add a Dockerfile, build the image, or name another one in the values");
    error.rule = QStringLiteral("image.missing");
    return failed(error);
}
} // namespace

Async<> lookForImage(const StartFactsPtr &facts, CommandRunner &runner, QObject *context, const Cancel &cancel)
{
    const auto keepId = [facts](const QString &id) {
        facts->imageId = id;
        return Result<>();
    };
    if (!facts->workspace.build())
        return andThen(idOf(runner, facts->workspace.image().text(), context, cancel), context, keepId);
    const auto recall = [facts](const QString &hash) {
        facts->inputsHash = hash;
        facts->imageId = BuildMemo(facts->places.buildMemo).imageFor(hash);
        return Result<>();
    };
    const Async<QString> hash =
        andThen(inputsOf(*facts, runner, context, cancel), context,
                [context, cancel](const ImageInputsRequest &request) { return hashImageInputs(request, context, cancel); });
    return andThen(hash, context, recall);
}

Async<> confirmImage(const StartFactsPtr &facts, CommandRunner &runner, QObject *context, const Cancel &cancel)
{
    return andThen(knownImage(runner, context, facts->imageId, cancel), context, [facts](const QString &id) {
        facts->imageId = id;
        return Result<>();
    });
}

Step buildStep(const StartFactsPtr &facts)
{
    const bool builds = facts->workspace.build().has_value();
    Step step{.id = "image.build",
              .title = builds ? tr("Build %1").arg(facts->workspace.image().repository) : tr("Find the image"),
              .after = {"check"},
              .limit = 60min};
    step.isDone = [facts, builds](RunContext &context) {
        if (!facts->imageId.isEmpty())
            context.progress(builds ? tr("unchanged · %1").arg(contentTag(facts->imageId)) : facts->workspace.image().text());
        return ready(!facts->imageId.isEmpty());
    };
    step.run = [facts, builds](RunContext &context) { return builds ? build(facts, context) : useImage(facts, context); };
    step.preview = [facts, builds] { return builds && facts->imageId.isEmpty() ? QList<Command>{buildCommand(*facts)} : QList<Command>{}; };
    return step;
}

} // namespace windsock
