// SPDX-License-Identifier: Apache-2.0
#include "core/airflow/AirflowHealth.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace windsock {

namespace {
QDateTime heartbeatOf(const QJsonObject &part)
{
    for (auto it = part.begin(); it != part.end(); ++it) {
        if (it.key().startsWith(QLatin1String("latest_")) && it.key().endsWith(QLatin1String("_heartbeat")))
            return QDateTime::fromString(it.value().toString(), Qt::ISODateWithMs);
    }
    return {};
}

Error notHealth()
{
    Error error{Error::Code::Network};
    error.what = QCoreApplication::translate("AirflowHealth", "The web page answers, but not as Airflow's health page does");
    error.why = QCoreApplication::translate("AirflowHealth", "Its answer names no metadata database");
    error.todo = QCoreApplication::translate("AirflowHealth", "Wait a moment: it may still be starting; else check what answers there");
    error.rule = QStringLiteral("airflow.health");
    return error;
}
} // namespace

Result<AirflowHealth> AirflowHealth::parse(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (!object[QLatin1String("metadatabase")].isObject())
        return notHealth();
    AirflowHealth health;
    for (const char *name : {"metadatabase", "scheduler", "triggerer", "dag_processor"}) {
        const QJsonObject part = object[QLatin1String(name)].toObject();
        const QJsonValue status = part[QLatin1String("status")];
        if (status.isString())
            health.parts += Part{QString::fromLatin1(name), status.toString() == QLatin1String("healthy"), heartbeatOf(part)};
    }
    return health;
}

std::optional<AirflowHealth::Part> AirflowHealth::part(const QString &id) const
{
    for (const Part &one : parts) {
        if (one.id == id)
            return one;
    }
    return {};
}

bool AirflowHealth::healthy() const
{
    const auto database = part(QStringLiteral("metadatabase")), scheduler = part(QStringLiteral("scheduler"));
    return database && database->healthy && scheduler && scheduler->healthy;
}

} // namespace windsock
