// SPDX-License-Identifier: Apache-2.0
// The processes of one Airflow version as components of a supervisor, in the order in which they are listed everywhere. Pure.
#pragma once

#include "core/backends/standalone/AirflowRuntime.h"
#include "core/supervise/Component.h"

namespace windsock {

inline constexpr char postgresPart[] = "postgres";
inline constexpr char webPart[] = "web";
inline constexpr char schedulerPart[] = "scheduler";
inline constexpr char dagProcessorPart[] = "dag-processor";
inline constexpr char triggererPart[] = "triggerer";

// Web page and scheduler first; the others begin when the page answers, since at first two imports of Airflow share the cores.
QStringList firstParts();
QStringList laterParts(bool isAirflow3, bool hasTriggerer = true);
// Those that begin while the database is still being prepared, and wait behind its gate (DatabaseGate): what stands between an empty folder
// and the first DAG run.
QStringList partsAhead(bool isAirflow3);

QString partTitle(const QString &id); // "Web page"; for ids above and "migrations"

QList<Component> airflowComponents(const StandaloneWish &wish, const StandalonePlaces &places, const RuntimeFacts &facts);
// `command`: postgresCommand(), run by the supervisor.
Component postgresComponent(const Command &command, const StandalonePlaces &places);

} // namespace windsock
