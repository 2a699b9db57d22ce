// SPDX-License-Identifier: Apache-2.0
#include "core/kube/Pod.h"

#include "core/net/JsonReader.h"

#include <algorithm>

namespace windsock {

namespace {

ContainerState readState(const JsonReader &state)
{
    using Kind = ContainerState::Kind;
    static const std::pair<const char *, Kind> kinds[] = {
        {"terminated", Kind::Terminated}, {"waiting", Kind::Waiting}, {"running", Kind::Running}};
    for (const auto &[key, kind] : kinds) {
        const JsonReader inside = state[key];
        if (inside.isAbsent())
            continue;
        ContainerState read{kind, inside["reason"].text(QString()), inside["message"].text(QString())};
        read.exitCode = inside["exitCode"].integer(0);
        read.startedAt = inside["startedAt"].time();
        read.finishedAt = inside["finishedAt"].time();
        return read;
    }
    return {};
}

// A probe names its port by number, or as the container does. One that is written otherwise is nobody's failure here.
void readReadiness(const JsonReader &spec, PodContainer &container)
{
    const QJsonValue http = spec["readinessProbe"]["httpGet"].value();
    container.readyPath = http["path"].toString();
    container.readyPort = http["port"].toInt();
    for (const JsonReader &port : spec["ports"].items()) {
        if (http["port"].isString() && port.value()["name"] == http["port"])
            container.readyPort = port.value()["containerPort"].toInt();
    }
}

QList<PodContainer> readContainers(const JsonReader &specs, const JsonReader &statuses, bool isInit)
{
    QMap<QString, PodContainer> known;
    for (const JsonReader &status : statuses.items()) {
        PodContainer container{status["name"].text()};
        container.imageId = status["imageID"].text(QString());
        container.ready = status["ready"].boolean(false);
        container.restartCount = status["restartCount"].integer(0);
        container.state = readState(status["state"]);
        container.lastState = readState(status["lastState"]);
        known.insert(container.name, container);
    }
    // The statuses come in no order that one may rely on, and not at all before the pod has a node.
    QList<PodContainer> containers;
    for (const JsonReader &spec : specs.items()) {
        const QString name = spec["name"].text();
        PodContainer container = known.value(name, PodContainer{name});
        container.image = spec["image"].text(QString());
        container.isInit = isInit;
        readReadiness(spec, container);
        containers += container;
    }
    return containers;
}

void readMeta(const JsonReader &meta, Pod &pod)
{
    pod.name = meta["name"].text();
    pod.space = meta["namespace"].text(QString());
    pod.uid = meta["uid"].text(QString());
    pod.labels = meta["labels"].texts();
    pod.annotations = meta["annotations"].texts();
    pod.createdAt = meta["creationTimestamp"].time();
    pod.deletedAt = meta["deletionTimestamp"].time();
    for (const JsonReader &owner : meta["ownerReferences"].items()) {
        if (!pod.ownerKind.isEmpty() && !owner["controller"].boolean(false))
            continue;
        pod.ownerKind = owner["kind"].text();
        pod.ownerName = owner["name"].text();
    }
}

void readStatus(const JsonReader &status, Pod &pod)
{
    pod.phase = status["phase"].text(QStringLiteral("Unknown"));
    pod.reason = status["reason"].text(QString());
    pod.message = status["message"].text(QString()).trimmed();
    pod.startedAt = status["startTime"].time();
    for (const JsonReader &condition : status["conditions"].items()) {
        const bool isTrue = condition["status"].text() == QStringLiteral("True");
        const QString reason = condition["reason"].text(QString()), message = condition["message"].text(QString());
        pod.conditions += PodCondition{condition["type"].text(), isTrue, reason, message};
    }
}

} // namespace

Result<Pod> Pod::fromJson(const QJsonObject &object)
{
    const JsonReader root(object, QStringLiteral("the API server"));
    Pod pod;
    readMeta(root["metadata"], pod);
    readStatus(root["status"], pod);
    const JsonReader spec = root["spec"], status = root["status"];
    pod.nodeName = spec["nodeName"].text(QString());
    pod.containers = readContainers(spec["initContainers"], status["initContainerStatuses"], true)
                     + readContainers(spec["containers"], status["containerStatuses"], false);
    return root.result(std::move(pod));
}

std::optional<PodCondition> Pod::condition(const QString &type) const
{
    const auto found = std::find_if(conditions.begin(), conditions.end(), [&](const PodCondition &each) { return each.type == type; });
    return found == conditions.end() ? std::nullopt : std::optional(*found);
}

bool Pod::isReady() const
{
    const auto ready = condition(QStringLiteral("Ready"));
    return ready && ready->isTrue && !isDeleting();
}

QList<Pod> podsFromJson(const QList<QJsonObject> &objects, QList<Error> *skipped)
{
    QList<Pod> pods;
    for (const QJsonObject &object : objects) {
        auto pod = Pod::fromJson(object);
        if (pod)
            pods += std::move(*pod);
        else if (skipped)
            *skipped += pod.error();
    }
    return pods;
}

} // namespace windsock
