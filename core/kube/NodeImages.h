// SPDX-License-Identifier: Apache-2.0
// Which images a node says it has. Kubernetes names at most 50 per node (kubelet's nodeStatusMaxImages), so that an absent
// name proves nothing on a node with more.
#pragma once

#include "core/base/Async.h"

#include <QJsonObject>
#include <QSet>
#include <QString>

namespace windsock {

class KubeClient;

struct NodeImages
{
    QString node;
    QSet<QString> names; // full ones: "docker.io/library/airflow-local:local", also with digests

    static Result<NodeImages> fromJson(const QJsonObject &node);
    bool has(const QString &image) const; // a short name as in values files ("airflow-local:local") counts too
};

QString fullImageName(const QString &image); // "apache/airflow:2" → "docker.io/apache/airflow:2"; no tag → ":latest"

Async<QList<NodeImages>> listNodeImages(KubeClient &client);

} // namespace windsock
