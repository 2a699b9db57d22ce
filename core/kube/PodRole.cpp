// SPDX-License-Identifier: Apache-2.0
#include "core/kube/PodRole.h"

#include <QCoreApplication>

namespace windsock {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("PodRole", text);
}

// Community chart 8.x and official chart 1.x, templates/*: values of the label "component".
const QMap<QString, QString> &knownComponents()
{
    static const QMap<QString, QString> known{
        {QStringLiteral("web"), QStringLiteral("web")},
        {QStringLiteral("webserver"), QStringLiteral("web")},
        {QStringLiteral("api-server"), QStringLiteral("web")},
        {QStringLiteral("dag-processor"), QStringLiteral("dag_processor")},
        {QStringLiteral("db-migrations"), QStringLiteral("migrations")},
        {QStringLiteral("run-airflow-migrations"), QStringLiteral("migrations")},
        {QStringLiteral("sync-users"), QStringLiteral("users")},
        {QStringLiteral("create-user-job"), QStringLiteral("users")},
    };
    return known;
}

// A release may give its chart another name (nameOverride), and "app" then is that: the labels of both charts besides it.
bool hasChartLabels(const Pod &pod)
{
    static const QStringList parts{QStringLiteral("scheduler"), QStringLiteral("triggerer"), QStringLiteral("worker"),
                                   QStringLiteral("flower")};
    const QString component = pod.labels.value(QStringLiteral("component"));
    return pod.labels.contains(QStringLiteral("release")) && (knownComponents().contains(component) || parts.contains(component));
}

bool isReplaced(const Pod &pod)
{
    // An evicted or failed pod of a ReplicaSet stays as a record while another one does its work.
    return pod.phase == QStringLiteral("Failed") && pod.ownerKind == QStringLiteral("ReplicaSet");
}

} // namespace

QString podComponent(const Pod &pod)
{
    if (isTaskPod(pod))
        return {};
    const QString app = pod.labels.value(QStringLiteral("app"));
    const bool isAirflow =
        app == QStringLiteral("airflow") || pod.labels.value(QStringLiteral("tier")) == QStringLiteral("airflow") || hasChartLabels(pod);
    const QString component = pod.labels.value(QStringLiteral("component"));
    if (isAirflow)
        return knownComponents().value(component, component);
    const QString name = pod.labels.value(QStringLiteral("app.kubernetes.io/name"), app);
    const QStringList helpers{QStringLiteral("redis"), QStringLiteral("statsd"), QStringLiteral("pgbouncer")};
    if (name == QStringLiteral("postgresql"))
        return QStringLiteral("database");
    return helpers.contains(name) ? name : QString();
}

QString componentTitle(const QString &component)
{
    static const QMap<QString, const char *> titles{
        {QStringLiteral("web"), QT_TRANSLATE_NOOP("PodRole", "Web server")},
        {QStringLiteral("scheduler"), QT_TRANSLATE_NOOP("PodRole", "Scheduler")},
        {QStringLiteral("triggerer"), QT_TRANSLATE_NOOP("PodRole", "Triggerer")},
        {QStringLiteral("dag_processor"), QT_TRANSLATE_NOOP("PodRole", "DAG processor")},
        {QStringLiteral("migrations"), QT_TRANSLATE_NOOP("PodRole", "Database migrations")},
        {QStringLiteral("users"), QT_TRANSLATE_NOOP("PodRole", "User set-up")},
        {QStringLiteral("pgbouncer"), QT_TRANSLATE_NOOP("PodRole", "PgBouncer")},
        {QStringLiteral("database"), QT_TRANSLATE_NOOP("PodRole", "Metadata database")},
    };
    const auto title = titles.constFind(component);
    return title == titles.constEnd() ? component : tr(*title);
}

bool isTaskPod(const Pod &pod)
{
    return pod.labels.value(QStringLiteral("kubernetes_executor")) == QStringLiteral("True");
}

bool isJobPod(const Pod &pod)
{
    return pod.ownerKind == QStringLiteral("Job");
}

QList<Pod> corePods(const QList<Pod> &pods)
{
    QList<Pod> core;
    for (const Pod &pod : pods) {
        const bool counts = !isTaskPod(pod) && !isJobPod(pod) && !pod.isDeleting() && pod.phase != QStringLiteral("Succeeded");
        if (counts && !isReplaced(pod))
            core += pod;
    }
    return core;
}

} // namespace windsock
