// SPDX-License-Identifier: Apache-2.0
#include "core/kube/KubePath.h"

#include <QUrl>

namespace windsock {

namespace {

QString encoded(const QString &part)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(part));
}

KubeKind core(const char *plural, bool namespaced = true)
{
    return {QStringLiteral("/api/v1"), QString::fromLatin1(plural), namespaced};
}

KubeKind apps(const char *plural)
{
    return {QStringLiteral("/apis/apps/v1"), QString::fromLatin1(plural)};
}

QString collection(const KubeKind &kind, const QString &space)
{
    const QString within = kind.namespaced && !space.isEmpty() ? QStringLiteral("/namespaces/") + encoded(space) : QString();
    return kind.api + within + u'/' + kind.plural;
}

} // namespace

KubeKind kube::pods()
{
    return core("pods");
}
KubeKind kube::services()
{
    return core("services");
}
KubeKind kube::secrets()
{
    return core("secrets");
}
KubeKind kube::configMaps()
{
    return core("configmaps");
}
KubeKind kube::events()
{
    return core("events");
}
KubeKind kube::nodes()
{
    return core("nodes", false);
}
KubeKind kube::namespaces()
{
    return core("namespaces", false);
}
KubeKind kube::claims()
{
    return core("persistentvolumeclaims");
}
KubeKind kube::jobs()
{
    return {QStringLiteral("/apis/batch/v1"), QStringLiteral("jobs")};
}
KubeKind kube::deployments()
{
    return apps("deployments");
}
KubeKind kube::statefulSets()
{
    return apps("statefulsets");
}
KubeKind kube::daemonSets()
{
    return apps("daemonsets");
}
KubeKind kube::leases()
{
    return {QStringLiteral("/apis/coordination.k8s.io/v1"), QStringLiteral("leases")};
}

QString KubeObject::path() const
{
    QString path = collection(kind, space);
    if (!name.isEmpty())
        path += u'/' + encoded(name);
    if (!part.isEmpty())
        path += u'/' + part;
    return path;
}

QString KubeSelector::path() const
{
    return collection(kind, space);
}

QUrlQuery KubeSelector::query() const
{
    QUrlQuery query;
    if (!labels.isEmpty())
        addQuery(query, QStringLiteral("labelSelector"), labels);
    if (!fields.isEmpty())
        addQuery(query, QStringLiteral("fieldSelector"), fields);
    return query;
}

QString KubeProxyTarget::path(const QString &rest) const
{
    // The colons are part of the API server's own syntax (scheme:name:port) and stay as they are.
    const QString scheme = https ? QStringLiteral("https:") : QString();
    const QString port = this->port.isEmpty() ? QString() : u':' + encoded(this->port);
    return collection(kind, space) + u'/' + scheme + encoded(name) + port + QStringLiteral("/proxy") + rest;
}

void addQuery(QUrlQuery &query, const QString &key, const QString &value)
{
    query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value)));
}

} // namespace windsock
