// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/PodParts.h"

#include "core/airflow/AirflowHealth.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace windsock {

namespace {
QString tr(const char *text, const char *comment = nullptr, int count = -1)
{
    return QCoreApplication::translate("PodParts", text, comment, count);
}

// What the charts' init containers do: community (check-db, wait-for-db-migrations), official (wait-for-airflow-migrations).
QString initText(const QString &name)
{
    if (name.contains(QLatin1String("migrations")))
        return tr("waiting for the database migrations");
    if (name.contains(QLatin1String("check-db")))
        return tr("waiting for the database");
    if (name.contains(QLatin1String("git")))
        return tr("fetching the DAGs");
    return tr("preparing (%1)").arg(name);
}

PartReason waitingReason(const PodContainer &container)
{
    PartReason why{.reason = container.state.reason, .message = container.state.message, .container = container.name};
    const QString &reason = container.state.reason;
    if (reason == QLatin1String("ImagePullBackOff") || reason == QLatin1String("ErrImagePull")
        || reason == QLatin1String("ErrImageNeverPull") || reason == QLatin1String("InvalidImageName")) {
        why.rule = QStringLiteral("pods.imagepull");
        why.text = tr("cannot get its image %1").arg(container.image);
        why.hopeless = reason != QLatin1String("ErrImagePull");
    } else if (reason == QLatin1String("CrashLoopBackOff")) {
        why.rule = container.lastState.reason == QLatin1String("OOMKilled") ? QStringLiteral("pods.oom") : QStringLiteral("pods.crashloop");
        why.text = tr("ends again and again (%n time(s))", nullptr, container.restartCount);
        why.hopeless = container.restartCount >= 4;
    } else if (reason.startsWith(QLatin1String("CreateContainer")) || reason == QLatin1String("RunContainerError")) {
        why.rule = QStringLiteral("pods.create");
        why.text = tr("cannot be started: %1").arg(container.state.message);
        why.hopeless = true;
    }
    return why;
}

PartReason startingReason(const Pod &pod)
{
    for (const PodContainer &container : pod.containers) {
        if (container.isInit && container.state.kind == ContainerState::Kind::Running)
            return {.text = initText(container.name), .container = container.name};
    }
    for (const PodContainer &container : pod.containers) {
        if (!container.isInit && container.state.kind == ContainerState::Kind::Running && !container.ready)
            return {.text = tr("is starting"), .container = container.name};
    }
    return {.text = tr("is being prepared")};
}
} // namespace

bool isTask(const Pod &pod)
{
    return pod.labels.value(QStringLiteral("kubernetes_executor")) == QLatin1String("True");
}

bool isWeb(const Pod &pod)
{
    static const QStringList names{"web", "webserver", "api-server"};
    return names.contains(pod.labels.value(QStringLiteral("component"))) && !isTask(pod);
}

bool webRuns(const Pod &pod)
{
    return !pod.isDeleting() && std::any_of(pod.containers.begin(), pod.containers.end(), [](const PodContainer &container) {
        return !container.isInit && container.state.kind == ContainerState::Kind::Running;
    });
}

const char *healthPathOf(const Pod &web)
{
    // The label tells which Airflow it is: api-server is Airflow 3's name for it.
    return componentOf(web) == QLatin1String("api-server") ? healthPathAirflow3 : healthPathAirflow2;
}

QString componentOf(const Pod &pod)
{
    const QString component = pod.labels.value(QStringLiteral("component"));
    if (!component.isEmpty())
        return component;
    const QString app = pod.labels.value(QStringLiteral("app.kubernetes.io/name"), pod.labels.value(QStringLiteral("app")));
    return app.isEmpty() || app == QLatin1String("airflow") ? pod.name : app;
}

QMap<QString, QString> hostMountsOf(const QJsonObject &pod)
{
    const QJsonObject spec = pod["spec"].toObject();
    QMap<QString, QString> byName, mounts;
    for (const QJsonValue &volume : spec["volumes"].toArray())
        byName[volume["name"].toString()] = volume["hostPath"]["path"].toString();
    for (const QJsonValue &mount : spec["containers"][0]["volumeMounts"].toArray()) {
        if (const QString path = byName.value(mount["name"].toString()); !path.isEmpty())
            mounts[path] = mount["mountPath"].toString();
    }
    return mounts;
}

PartReason reasonOf(const Pod &pod)
{
    if (pod.isReady() || pod.phase == QLatin1String("Succeeded"))
        return {};
    if (pod.isDeleting())
        return {.text = tr("is ending")};
    if (const auto place = pod.condition(QStringLiteral("PodScheduled")); place && !place->isTrue)
        return {.rule = QStringLiteral("pods.unschedulable"),
                .text = tr("finds no place: %1").arg(place->message),
                .reason = QStringLiteral("Unschedulable"),
                .message = place->message};
    for (const PodContainer &container : pod.containers) {
        const PartReason why = container.state.kind == ContainerState::Kind::Waiting ? waitingReason(container) : PartReason{};
        if (!why.rule.isEmpty())
            return why;
    }
    return startingReason(pod);
}

QList<Pod> airflowParts(const QList<Pod> &pods)
{
    QList<Pod> parts;
    for (const Pod &pod : pods) {
        if (!isTask(pod) && !pod.isDeleting() && pod.phase != QLatin1String("Succeeded"))
            parts += pod;
    }
    return parts;
}

QString podsText(const QList<Pod> &pods)
{
    const QList<Pod> parts = airflowParts(pods);
    int ready = 0;
    QString waiting;
    for (const Pod &pod : parts) {
        ready += pod.isReady() ? 1 : 0;
        // The web page is what people wait for; else whatever comes first.
        if (!pod.isReady() && (waiting.isEmpty() || isWeb(pod)))
            waiting = componentOf(pod) + u' ' + reasonOf(pod).text;
    }
    const QString count = tr("%1 of %2 pods ready").arg(ready).arg(parts.size());
    return waiting.isEmpty() ? count : count + QStringLiteral(" · ") + waiting;
}

} // namespace windsock
