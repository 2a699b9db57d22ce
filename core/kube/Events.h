// SPDX-License-Identifier: Apache-2.0
// What Kubernetes noted about its objects, newest first, joined to them by uid. Kept by the server for an hour.
#pragma once

#include "core/base/Async.h"
#include "core/kube/KubePath.h"

#include <QDateTime>
#include <QJsonObject>

namespace windsock {

class KubeClient;

struct KubeEvent
{
    QString uid; // of the object that it is about
    QString kind, name;
    bool isWarning = false;
    QString reason; // "FailedMount"
    QString message;
    int count = 1;
    QDateTime at; // the last time

    static Result<KubeEvent> fromJson(const QJsonObject &object);
};

// Newest first; what cannot be read is left out.
QList<KubeEvent> eventsFromJson(const QList<QJsonObject> &objects);
QList<KubeEvent> eventsOf(const QList<KubeEvent> &events, const QString &uid);

// Selects the events of one namespace (empty: all), or of one object; for KubeClient::list and KubeWatch.
KubeSelector eventSelector(const QString &space, const QString &uid = {});
Async<QList<KubeEvent>> listEvents(KubeClient &client, const KubeSelector &which);

} // namespace windsock
