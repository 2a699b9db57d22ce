// SPDX-License-Identifier: Apache-2.0
#include "core/kube/Events.h"

#include "core/kube/KubeClient.h"
#include "core/net/JsonReader.h"

#include <algorithm>

namespace windsock {

namespace {

// Three generations of writers: lastTimestamp (kubelet), series (events.k8s.io), eventTime alone (the scheduler).
QDateTime timeOf(const JsonReader &root)
{
    for (const QDateTime &time : {root["series"]["lastObservedTime"].time(), root["lastTimestamp"].time(), root["eventTime"].time()}) {
        if (time.isValid())
            return time;
    }
    return root["metadata"]["creationTimestamp"].time();
}

} // namespace

Result<KubeEvent> KubeEvent::fromJson(const QJsonObject &object)
{
    const JsonReader root(object, QStringLiteral("the API server"));
    const JsonReader about = root["involvedObject"];
    KubeEvent event;
    event.uid = about["uid"].text(QString());
    event.kind = about["kind"].text(QString());
    event.name = about["name"].text(QString());
    event.isWarning = root["type"].text(QString()) == QStringLiteral("Warning");
    event.reason = root["reason"].text(QString());
    event.message = root["message"].text(QString()).trimmed();
    event.count = std::max({1, root["count"].integer(0), root["series"]["count"].integer(0)});
    event.at = timeOf(root);
    return root.result(std::move(event));
}

QList<KubeEvent> eventsFromJson(const QList<QJsonObject> &objects)
{
    QList<KubeEvent> events;
    for (const QJsonObject &object : objects) {
        if (auto event = KubeEvent::fromJson(object))
            events += std::move(*event);
    }
    std::stable_sort(events.begin(), events.end(), [](const KubeEvent &a, const KubeEvent &b) { return a.at > b.at; });
    return events;
}

QList<KubeEvent> eventsOf(const QList<KubeEvent> &events, const QString &uid)
{
    QList<KubeEvent> found;
    std::copy_if(events.begin(), events.end(), std::back_inserter(found), [&](const KubeEvent &event) { return event.uid == uid; });
    return found;
}

KubeSelector eventSelector(const QString &space, const QString &uid)
{
    return {kube::events(), space, {}, uid.isEmpty() ? QString() : QStringLiteral("involvedObject.uid=") + uid};
}

Async<QList<KubeEvent>> listEvents(KubeClient &client, const KubeSelector &which)
{
    const auto read = [](const KubeList &list) { return Result<QList<KubeEvent>>(eventsFromJson(list.items)); };
    return andThen(client.list(which), &client, read);
}

} // namespace windsock
