// SPDX-License-Identifier: Apache-2.0
#include "core/kube/PodReason.h"

#include "core/kube/PodProblem.h"
#include "core/kube/PodRole.h"

#include <QCoreApplication>

namespace windsock {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("PodReason", text);
}

// What the charts' init containers do: community check-db, wait-for-db-migrations; official wait-for-airflow-migrations.
QString initText(const QString &name)
{
    if (name.contains(QStringLiteral("migrations")))
        return tr("waits for the database migrations");
    if (name.contains(QStringLiteral("check-db")))
        return tr("checks the database");
    if (name.contains(QStringLiteral("git")))
        return tr("fetches the DAGs");
    return tr("prepares itself (%1)").arg(name);
}

PodReason runningReason(const Pod &pod, const QList<KubeEvent> &events)
{
    using Kind = ContainerState::Kind;
    for (const PodContainer &container : pod.containers) {
        if (container.isInit && container.state.kind == Kind::Running && !container.ready)
            return {initText(container.name), {}, container.name};
    }
    for (const PodContainer &container : pod.containers) {
        if (!container.isInit && container.state.kind == Kind::Running && !container.ready)
            return probeProblem(container, events).value_or(PodReason{tr("is starting"), {}, container.name});
    }
    return pod.nodeName.isEmpty() ? PodReason{tr("waits for a place on the node")} : creationReason(events);
}

int weightOf(const Pod &pod, const PodReason &reason)
{
    const int broken = reason.rule.isEmpty() ? 0 : 2;
    return broken + (podComponent(pod) == QStringLiteral("web") ? 1 : 0);
}

QString shownName(const Pod &pod)
{
    const QString component = podComponent(pod);
    return component.isEmpty() ? pod.name : component;
}

// Jobs count only while they fail or while nothing else is missing.
QString jobText(const QList<Pod> &pods)
{
    for (const Pod &pod : pods) {
        if (isJobPod(pod) && pod.phase == QStringLiteral("Running") && !pod.isDeleting())
            return tr("%1 is at work").arg(shownName(pod));
    }
    return {};
}

} // namespace

PodReason podReason(const Pod &pod, const QList<KubeEvent> &allEvents)
{
    if (pod.isDeleting())
        return {tr("is ending")};
    if (pod.isReady() || pod.phase == QStringLiteral("Succeeded"))
        return {};
    const QList<KubeEvent> events = eventsOf(allEvents, pod.uid);
    if (pod.phase == QStringLiteral("Failed"))
        return failedPodReason(pod);
    if (const auto placed = pod.condition(QStringLiteral("PodScheduled")); placed && !placed->isTrue)
        return schedulingReason(placed->message);
    for (const PodContainer &container : pod.containers) {
        if (const auto problem = containerProblem(container, events))
            return *problem;
    }
    return runningReason(pod, events);
}

QString progressText(const QList<Pod> &pods, const QList<KubeEvent> &events)
{
    const QList<Pod> core = corePods(pods);
    if (core.isEmpty())
        return tr("No pods yet");
    int ready = 0, heaviest = -1;
    QString waiting;
    for (const Pod &pod : core) {
        const PodReason reason = podReason(pod, events);
        ready += pod.isReady() ? 1 : 0;
        if (pod.isReady() || weightOf(pod, reason) <= heaviest)
            continue;
        heaviest = weightOf(pod, reason);
        waiting = shownName(pod) + u' ' + reason.text;
    }
    if (waiting.isEmpty())
        waiting = jobText(pods);
    const QString count = tr("%1 of %2 pods ready").arg(ready).arg(core.size());
    return waiting.isEmpty() ? count : count + QStringLiteral(" · ") + waiting;
}

} // namespace windsock
