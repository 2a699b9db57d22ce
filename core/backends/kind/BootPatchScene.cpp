// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/BootPatchScene.h"

#include <QMap>

namespace windsock::bootPatch {

namespace {
QString label(const ManifestNode &object, const char *name)
{
    return object.textAt({"metadata", "labels", name});
}

bool isWorkload(const ManifestNode &object)
{
    static const QStringList kinds{QStringLiteral("Deployment"), QStringLiteral("StatefulSet"), QStringLiteral("Job")};
    const QString version = object.textAt({"apiVersion"});
    const bool known = version.startsWith(QStringLiteral("apps/")) || version.startsWith(QStringLiteral("batch/"));
    return known && kinds.contains(object.textAt({"kind"}));
}

// "app: airflow" is the community chart's, "tier: airflow" Apache Airflow's own.
bool isOfChart(const ManifestNode &object)
{
    const bool marked = label(object, "app") == QStringLiteral("airflow") || label(object, "tier") == QStringLiteral("airflow");
    return marked && label(object, "chart").startsWith(QStringLiteral("airflow-"));
}

// Bitnami's sub-charts: `app` and `chart` in old ones, the recommended labels in newer ones.
bool isOfSubChart(const ManifestNode &object, const QString &name)
{
    const QString chart = name + u'-';
    return (label(object, "app") == name && label(object, "chart").startsWith(chart))
           || (label(object, "app.kubernetes.io/name") == name && label(object, "helm.sh/chart").startsWith(chart));
}

Part partOfComponent(const QString &component)
{
    static const QMap<QString, Part> parts{
        {QStringLiteral("web"), Part::Web},
        {QStringLiteral("webserver"), Part::Web},
        {QStringLiteral("api-server"), Part::Web},
        {QStringLiteral("scheduler"), Part::Scheduler},
        {QStringLiteral("triggerer"), Part::Triggerer},
        {QStringLiteral("dag-processor"), Part::DagProcessor},
        {QStringLiteral("db-migrations"), Part::Migrations},
        {QStringLiteral("run-airflow-migrations"), Part::Migrations},
        {QStringLiteral("create-user-job"), Part::Sync},
        {QStringLiteral("sync-users"), Part::Sync},
        {QStringLiteral("sync-connections"), Part::Sync},
        {QStringLiteral("sync-pools"), Part::Sync},
        {QStringLiteral("sync-variables"), Part::Sync},
        {QStringLiteral("worker"), Part::Worker},
        {QStringLiteral("flower"), Part::Worker},
        {QStringLiteral("pgbouncer"), Part::PgBouncer},
        {QStringLiteral("redis"), Part::Redis},
        {QStringLiteral("statsd"), Part::Statsd},
    };
    return parts.value(component, Part::Unknown);
}

// "name:port" of a Service that has an address.
QString addressOf(const ManifestNode &service)
{
    const ManifestNode *ports = service.find({"spec", "ports"});
    const QString name = service.textAt({"metadata", "name"});
    if (!ports || ports->items.empty() || name.isEmpty() || service.textAt({"spec", "clusterIP"}) == QStringLiteral("None"))
        return {};
    const int port = ports->items.front().numberAt("port", 0);
    return port > 0 ? QStringLiteral("%1:%2").arg(name).arg(port) : QString();
}

// A read replica's Service is no database to migrate.
bool selectsPrimary(const ManifestNode &service)
{
    const QStringList roles{service.textAt({"spec", "selector", "role"}),
                            service.textAt({"spec", "selector", "app.kubernetes.io/component"})};
    return !roles.contains(QStringLiteral("slave")) && !roles.contains(QStringLiteral("read"));
}
} // namespace

Part partOf(const ManifestNode &object)
{
    const bool service = object.textAt({"kind"}) == QStringLiteral("Service");
    if (!service && !isWorkload(object))
        return Part::Unknown;
    if (isOfChart(object))
        return partOfComponent(label(object, "component"));
    if (isOfSubChart(object, QStringLiteral("postgresql")))
        return Part::Postgres;
    return isOfSubChart(object, QStringLiteral("redis")) ? Part::Redis : Part::Unknown;
}

const ManifestNode *podSpec(const ManifestNode &object)
{
    const ManifestNode *spec = isWorkload(object) ? object.find({"spec", "template", "spec"}) : nullptr;
    return spec && spec->kind == ManifestNode::Kind::Map ? spec : nullptr;
}

ManifestNode *podSpec(ManifestNode &object)
{
    return const_cast<ManifestNode *>(podSpec(std::as_const(object)));
}

QString imageOf(const ManifestNode &object)
{
    const ManifestNode *spec = podSpec(object);
    const ManifestNode *containers = spec ? spec->find("containers") : nullptr;
    return containers && !containers->items.empty() ? containers->items.front().textAt({"image"}) : QString();
}

QList<ManifestNode *> objectsIn(ManifestNode &document)
{
    ManifestNode *items = document.find("items");
    if (document.textAt({"kind"}) != QStringLiteral("List") || !items || items->kind != ManifestNode::Kind::List)
        return {&document};
    QList<ManifestNode *> objects;
    for (ManifestNode &item : items->items)
        objects += &item;
    return objects;
}

void Scene::look(const ManifestNode &object)
{
    const Part part = partOf(object);
    const bool service = object.textAt({"kind"}) == QStringLiteral("Service");
    if (service && part == Part::Postgres && postgres.isEmpty() && selectsPrimary(object))
        postgres = addressOf(object);
    if (service && part == Part::Web && web.isEmpty())
        web = addressOf(object);
    if (!service && part == Part::Web && airflowImage.isEmpty())
        airflowImage = imageOf(object);
    hasPgBouncer = hasPgBouncer || (!service && part == Part::PgBouncer);
}

} // namespace windsock::bootPatch
