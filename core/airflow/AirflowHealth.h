// SPDX-License-Identifier: Apache-2.0
// What Airflow says about itself: GET /health (Airflow 2) and GET /api/v2/monitor/health (Airflow 3), same shape.
#pragma once

#include "core/base/Result.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace windsock {

struct AirflowHealth
{
    struct Part
    {
        QString id; // "metadatabase", "scheduler", "triggerer", "dag_processor"
        bool healthy = false;
        QDateTime heartbeat; // invalid: it has none
        bool operator==(const Part &) const = default;
    };
    QList<Part> parts; // those that run at all: Airflow says null for the others

    static Result<AirflowHealth> parse(const QByteArray &json);
    // Ready for work: metadata database and scheduler. The triggerer and others may still be on their way.
    bool healthy() const;
    std::optional<Part> part(const QString &id) const;
    bool operator==(const AirflowHealth &) const = default;
};

inline constexpr char healthPathAirflow2[] = "/health";
inline constexpr char healthPathAirflow3[] = "/api/v2/monitor/health";

} // namespace windsock
