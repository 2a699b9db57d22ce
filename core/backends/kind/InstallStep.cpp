// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/InstallStep.h"

#include "core/backends/kind/FolderAccess.h"
#include "core/backends/kind/KubeAccess.h"
#include "core/backends/kind/NodeControl.h"
#include "core/backends/kind/ReleaseInputs.h"
#include "core/base/Background.h"
#include "core/base/FileText.h"
#include "core/plan/RunContext.h"
#include "core/tools/Docker.h"
#include "core/tools/DockerReplies.h"

#include <QCoreApplication>

namespace windsock {

using namespace std::chrono_literals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("InstallStep", text);
}

helm::Place placeOf(const StartFacts &facts)
{
    return {facts.session.target(facts.places), facts.workspace.nameSpace(), facts.places.helmHome};
}

// Where each chart reads the image's name: only the tag is ours, and only for an image that we built.
QList<QPair<QString, QString>> imageValues(const StartFacts &facts)
{
    if (!facts.workspace.build())
        return {};
    const ImageName image = facts.podImage();
    if (facts.workspace.chart().flavor != ChartFlavor::Official)
        return {{"airflow.image.tag", image.tag}};
    QList<QPair<QString, QString>> values{{"defaultAirflowTag", image.tag}};
    // These win over the default where the user set them.
    for (const char *part : {"airflow", "pod_template"}) {
        const YamlPath path{"images", QString::fromLatin1(part), "tag"};
        if (facts.workspace.mergedValues().text(path))
            values += {path.join(u'.'), image.tag};
    }
    return values;
}

int nextRevision(const StartFacts &facts)
{
    return facts.release ? facts.release->revision + 1 : 1;
}
} // namespace

bool wouldInstall(const StartFacts &facts)
{
    const std::optional<ReleaseFacts> &there = facts.look.release;
    return facts.anew || !there || !there->isDeployed(facts.releaseInputs());
}

helm::UpgradeRequest installRequest(const StartFacts &facts)
{
    const ChartRef &chart = facts.workspace.chart();
    helm::UpgradeRequest request{
        .place = placeOf(facts), .release = facts.workspace.release(), .chart = {chart.name, chart.repo, chart.version}};
    if (!facts.session.chartMirror.isEmpty() && !chart.repo.isEmpty())
        request.chart.repo = facts.session.chartMirror;
    for (const ValuesFile &file : facts.workspace.values())
        request.valuesFiles += file.path;
    request.strings = imageValues(facts);
    // Helm hands an old revision's labels on to one that somebody makes by hand: they speak for the revision that they name.
    request.labels = {{inputsLabel, facts.releaseInputs()}, {revisionLabel, QString::number(nextRevision(facts))}};
    if (facts.fastBoot()) {
        request.postRenderer = facts.session.program;
        request.postRendererArgs = {QString::fromLatin1(postRenderVerb), facts.places.bootFacts};
    }
    return request;
}

BootFacts bootFactsOf(const StartFacts &facts)
{
    return {.airflowImage = facts.podImage().text(), .entrypoint = facts.imageEntrypoint, .heads = facts.heads};
}

namespace {
Result<> writeBootFacts(const StartFacts &facts)
{
    return facts.fastBoot() ? writeFile(facts.places.bootFacts, bootFactsOf(facts).toJson(), ownerOnly) : Result<>();
}

// A container of the chart without a command runs the image's own entrypoint, and the user's image may have another one.
Async<> askForEntrypoint(const StartFactsPtr &facts, RunContext &context)
{
    if (!facts->fastBoot() || facts->imageId.isEmpty())
        return ready();
    return andThen(context.ask(docker::imageInspect(facts->imageId)), &context, [facts](const CommandOutput &output) {
        if (const auto image = docker::parseImage(output.out))
            facts->imageEntrypoint = image->entrypoint;
        return Result<>();
    });
}

// What the post-renderer changed, kept with the run.
void attachDiff(const StartFacts &facts, RunContext &context)
{
    const auto diff = readFile(facts.places.bootFacts + QStringLiteral(".diff"));
    if (!diff || !facts.fastBoot())
        return;
    context.attach(QStringLiteral("boot-patch.diff"), *diff);
    for (const QByteArray &line : diff->split('\n')) {
        if (line.startsWith("# "))
            context.note(QString::fromUtf8(line.mid(2)));
    }
}

QString openedText(const QString &folder)
{
    return tr("%1: opened for Airflow's user").arg(folder);
}

// On the step's own line, where a terminal shows it too: the mode of a user's folder was changed.
QString installedText(const StartFacts &facts)
{
    QStringList parts{tr("revision %1, chart %2").arg(nextRevision(facts)).arg(facts.workspace.chart().version)};
    for (const QString &folder : facts.openedFolders)
        parts += openedText(folder);
    return parts.join(QStringLiteral(" · "));
}

Async<> runHelm(const StartFactsPtr &facts, RunContext &context)
{
    if (const Result<> written = writeBootFacts(*facts); !written)
        return failed(written.error());
    return andThen(runChecked(context, helm::upgradeInstall(installRequest(*facts)), &facts->workspace), &context,
                   [facts, &context](const CommandOutput &) {
                       facts->installed = true;
                       attachDiff(*facts, context);
                       context.progress(installedText(*facts));
                       return Result<>();
                   });
}

// The official chart without Helm hooks has plain Jobs, and Kubernetes lets nobody change a Job's image: an upgrade within
// the five minutes that they stay ("ttlSecondsAfterFinished") would fail. Helm makes anew what is gone.
Async<> upgrade(const StartFactsPtr &facts, RunContext &context)
{
    const Async<> cleared = facts->upgraded ? facts->kube->deleteJobs(facts->workspace.nameSpace(), facts->workspace.release()) : ready();
    return andThen(allOf(&context, {cleared, askForEntrypoint(facts, context)}), &context,
                   [facts, &context](Nothing) { return runHelm(facts, context); });
}

// A Helm that was killed leaves its record as "pending", and every later Helm refuses to go on. The objects in the cluster
// stay; only the record of the unfinished revision goes, and the upgrade then covers what it meant to do.
Async<> repairPending(const StartFactsPtr &facts, RunContext &context)
{
    if (!facts->release || !facts->release->status.startsWith(QLatin1String("pending-")))
        return ready();
    context.note(tr("An earlier run was ended in the middle of installing (%1): its record is removed").arg(facts->release->status));
    return andThen(facts->kube->forgetRevision(facts->workspace.nameSpace(), facts->release->record), &context, [facts](Nothing) {
        facts->release->revision -= 1;
        return Result<>();
    });
}

Async<> findRelease(const StartFactsPtr &facts, RunContext &context)
{
    return andThen(facts->kube->release(facts->workspace.nameSpace(), facts->workspace.release()), &context,
                   [facts](const std::optional<ReleaseFacts> &found) {
                       facts->release = found;
                       facts->upgraded = found.has_value() && found->revision > 0;
                       return Result<>();
                   });
}

bool isCurrent(const StartFacts &facts)
{
    return facts.release && facts.release->isDeployed(facts.releaseInputs());
}

Async<> openFolders(StartFacts &facts, RunContext &context)
{
    const Result<QStringList> opened = openOwnFolders(facts.workspace, facts.ownKernel);
    if (!opened)
        return failed(opened.error());
    facts.openedFolders = *opened;
    for (const QString &folder : *opened)
        context.note(openedText(folder));
    const auto work = [workspace = facts.workspace, ownKernel = facts.ownKernel](const std::atomic_bool &stop) {
        return Result<int>(openWhatIsOurs(workspace, ownKernel, stop));
    };
    return andThen(inBackground(&context, context.cancel(), work), &context, [&context](int count) {
        if (count > 0)
            context.note(tr("Airflow's user may write what lay in the log folder before: %1 files and folders").arg(count));
        return Result<>();
    });
}

Async<> install(const StartFactsPtr &facts, RunContext &context)
{
    // Pods that are made before their image is in the node end up in a growing back-off. Only where the taint holds them
    // back may Helm go first.
    const auto image = [facts, &context] {
        if (facts->tainted)
            return ready();
        context.progress(tr("waits for the image"));
        return facts->imageInNode.future();
    };
    return inSequence(&context, {
                                    [facts, &context] { return openFolders(*facts, context); },
                                    [facts, &context] { return findRelease(facts, context); },
                                    image,
                                    [facts, &context] { return isCurrent(*facts) ? ready() : repairPending(facts, context); },
                                    [facts, &context] {
                                        if (!isCurrent(*facts))
                                            return upgrade(facts, context);
                                        facts->upgraded = false;
                                        context.progress(tr("unchanged, revision %1").arg(facts->release->revision));
                                        return ready();
                                    },
                                });
}
} // namespace

Step installStep(const StartFactsPtr &facts)
{
    Step step{.id = "install", .title = tr("Install Airflow"), .after = {"image.heads", "cluster"}, .limit = 15min};
    step.isDone = [facts](RunContext &context) {
        if (facts->isUpToDate())
            context.progress(tr("unchanged, revision %1").arg(facts->look.release->revision));
        return ready(facts->isUpToDate());
    };
    step.run = [facts](RunContext &context) { return install(facts, context); };
    step.preview = [facts] {
        return wouldInstall(*facts) ? QList<Command>{helm::upgradeInstall(installRequest(*facts))} : QList<Command>{};
    };
    return step;
}

} // namespace windsock
