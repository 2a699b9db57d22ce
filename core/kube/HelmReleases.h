// SPDX-License-Identifier: Apache-2.0
// Helm's releases as its own Secrets label them: name, revision, status. The payload (values, manifests) is not decoded.
#pragma once

#include "core/base/Async.h"
#include "core/kube/KubePath.h"

#include <QDateTime>
#include <QJsonObject>
#include <QMap>

#include <optional>

namespace windsock {

class KubeClient;

struct HelmRevision
{
    QString release, space;
    int revision = 0;
    QString status; // "deployed", "superseded", "failed", "pending-install", "pending-upgrade", "pending-rollback", "uninstalling"
    QDateTime modifiedAt;
    QMap<QString, QString> labels; // those that Helm was given with --labels
    QString secret;                // name of the Secret
    QString resourceVersion;       // changes whenever Helm writes it

    static Result<HelmRevision> fromJson(const QJsonObject &secret);
    bool isPending() const { return status.startsWith(QStringLiteral("pending-")); }
};

// Metadata only: the payload would be the whole chart and its values, secrets among them.
KubeSelector helmSelector(const QString &space, const QString &release = {});
QList<HelmRevision> helmRevisions(const QList<QJsonObject> &secrets); // oldest first
std::optional<HelmRevision> latestRevision(const QList<HelmRevision> &revisions, const QString &release);
Async<QList<HelmRevision>> listHelmRevisions(KubeClient &client, const QString &space, const QString &release = {});

} // namespace windsock
