// SPDX-License-Identifier: Apache-2.0
#include "core/kube/HelmReleases.h"

#include "core/kube/KubeClient.h"
#include "core/net/JsonReader.h"

#include <algorithm>

namespace windsock {

namespace {

// Helm's own labels (pkg/storage/driver/secrets.go); the others are the user's.
bool isHelmsOwn(const QString &label)
{
    static const QStringList own{QStringLiteral("name"),    QStringLiteral("owner"),     QStringLiteral("status"),
                                 QStringLiteral("version"), QStringLiteral("createdAt"), QStringLiteral("modifiedAt")};
    return own.contains(label);
}

} // namespace

Result<HelmRevision> HelmRevision::fromJson(const QJsonObject &secret)
{
    const JsonReader root(secret, QStringLiteral("the API server"));
    const JsonReader meta = root["metadata"], labels = meta["labels"];
    HelmRevision revision;
    revision.release = labels["name"].text();
    revision.space = meta["namespace"].text(QString());
    revision.revision = labels["version"].text().toInt();
    revision.status = labels["status"].text();
    const QString modified = labels["modifiedAt"].text(labels["createdAt"].text(QString()));
    if (modified.toLongLong() > 0)
        revision.modifiedAt = QDateTime::fromSecsSinceEpoch(modified.toLongLong());
    revision.secret = meta["name"].text();
    revision.resourceVersion = meta["resourceVersion"].text(QString());
    const auto all = labels.texts();
    for (auto label = all.begin(); label != all.end(); ++label) {
        if (!isHelmsOwn(label.key()))
            revision.labels.insert(label.key(), label.value());
    }
    return root.result(std::move(revision));
}

KubeSelector helmSelector(const QString &space, const QString &release)
{
    const QString name = release.isEmpty() ? QString() : QStringLiteral(",name=") + release;
    return {kube::secrets(), space, QStringLiteral("owner=helm") + name, {}, true};
}

QList<HelmRevision> helmRevisions(const QList<QJsonObject> &secrets)
{
    QList<HelmRevision> revisions;
    for (const QJsonObject &secret : secrets) {
        if (auto revision = HelmRevision::fromJson(secret))
            revisions += std::move(*revision);
    }
    std::sort(revisions.begin(), revisions.end(), [](const HelmRevision &a, const HelmRevision &b) {
        return std::tie(a.space, a.release, a.revision) < std::tie(b.space, b.release, b.revision);
    });
    return revisions;
}

std::optional<HelmRevision> latestRevision(const QList<HelmRevision> &revisions, const QString &release)
{
    std::optional<HelmRevision> latest;
    for (const HelmRevision &revision : revisions) {
        if (revision.release == release && (!latest || revision.revision > latest->revision))
            latest = revision;
    }
    return latest;
}

Async<QList<HelmRevision>> listHelmRevisions(KubeClient &client, const QString &space, const QString &release)
{
    const auto read = [](const KubeList &list) { return Result<QList<HelmRevision>>(helmRevisions(list.items)); };
    return andThen(client.list(helmSelector(space, release)), &client, read);
}

} // namespace windsock
