// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/KindLook.h"

#include "core/backends/kind/Ownership.h"
#include "core/backends/kind/WebPod.h"
#include "core/kube/PodReason.h"

#include <QCoreApplication>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("KindLook", text);
}

QString titleOf(const QString &id)
{
    if (id == QLatin1String("metadatabase"))
        return tr("Metadata database");
    if (id == QLatin1String("scheduler"))
        return tr("Scheduler");
    if (id == QLatin1String("triggerer"))
        return tr("Triggerer");
    return tr("DAG processor");
}

QList<ComponentHealth> componentsOf(const KindLook &look)
{
    QList<ComponentHealth> components;
    if (!look.health)
        return components;
    for (const AirflowHealth::Part &part : look.health->parts) {
        QString text;
        if (part.heartbeat.isValid())
            text = tr("heartbeat %1 s ago").arg(std::max<qint64>(0, part.heartbeat.secsTo(look.seen)));
        components += ComponentHealth{part.id, titleOf(part.id), part.healthy ? Health::Healthy : Health::Unhealthy, text};
    }
    return components;
}

// The image of the pods that serve Airflow's page, and whether it is the one that the files ask for.
QString imageInPods(const KindLook &look)
{
    for (const Pod &pod : look.pods) {
        for (const PodContainer &container : pod.containers) {
            if (isWeb(pod) && !container.isInit)
                return container.image.section(QLatin1String("library/"), -1);
        }
    }
    return {};
}

QList<Fact> factsOf(const KindLook &look, const Workspace &workspace, const QString &expectedInputs)
{
    QList<Fact> facts;
    const QString image = imageInPods(look);
    const bool current = look.release && !expectedInputs.isEmpty() && look.release->isDeployed(expectedInputs);
    const bool known = look.release && !expectedInputs.isEmpty();
    facts += {tr("Image"), image.isEmpty() ? workspace.image().text() : image,
              known ? (current ? Health::Healthy : Health::Unhealthy) : Health::Unknown,
              known ? (current ? tr("as the files ask for") : tr("the files have changed: start applies them")) : QString()};
    const QString revision = look.release ? tr(", revision %1").arg(look.release->revision) : QString();
    facts += {tr("Chart"), QStringLiteral("%1 %2").arg(workspace.chart().name, workspace.chart().version) + revision};
    facts += {tr("Executor"), workspace.executor()};
    if (look.node)
        facts += {tr("Node"), look.node->name + QStringLiteral(" · ") + look.node->image};
    return facts;
}

QList<MountState> mountsOf(const KindLook &look, const Workspace &workspace)
{
    QList<MountState> states;
    for (const Mount &mount : workspace.mounts()) {
        MountState state{.mount = mount};
        for (const docker::ContainerMount &inNode : look.node ? look.node->mounts : QList<docker::ContainerMount>{}) {
            if (inNode.destination == mount.nodePath)
                state.reachesNode = inNode.source == mount.hostAbsolute || inNode.source.endsWith(mount.hostAbsolute);
        }
        state.reachesPods = !mount.podPath.isEmpty() && look.podMounts.value(mount.nodePath) == mount.podPath;
        if (look.node && !state.reachesNode)
            state.note = tr("the node was made without it: reset the cluster to add it");
        states += state;
    }
    return states;
}

QString problemOf(const KindLook &look)
{
    if (!look.nodeRuns() || look.isPaused())
        return {};
    if (!look.apiAnswers)
        return look.apiProblem.isEmpty() ? tr("The Kubernetes API does not answer") : look.apiProblem;
    if (!look.release)
        return tr("Airflow is not installed yet");
    return look.isHealthy() ? QString() : progressText(look.pods);
}
} // namespace

bool KindLook::nodeRuns() const
{
    return node && (node->state == docker::ContainerState::Running || node->state == docker::ContainerState::Paused);
}

bool KindLook::isPaused() const
{
    return node && node->state == docker::ContainerState::Paused;
}

Observed observedFrom(const KindLook &look, const Workspace &workspace, const QString &expectedInputs)
{
    Observed seen;
    seen.exists = look.node.has_value();
    seen.owned = look.owned;
    seen.runs = look.nodeRuns();
    seen.paused = look.isPaused();
    seen.apiAnswers = look.apiAnswers;
    seen.installed = look.release.has_value();
    seen.upToDate = look.release && look.release->isDeployed(expectedInputs);
    seen.airflowHealthy = look.isHealthy();
    if (!look.owned) {
        seen.owner = look.node ? ownerOf(*look.node) : QString();
        return seen;
    }
    seen.components = componentsOf(look);
    seen.facts = factsOf(look, workspace, expectedInputs);
    seen.mounts = mountsOf(look, workspace);
    seen.problem = problemOf(look);
    if (look.node->started.isValid())
        seen.readySince = look.node->started.toLocalTime();
    return seen;
}

} // namespace windsock
