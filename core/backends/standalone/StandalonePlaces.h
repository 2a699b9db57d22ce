// SPDX-License-Identifier: Apache-2.0
// Files of one workspace's standalone Airflow, all below its own state folder. Pure: makes nothing on disk.
#pragma once

#include "core/base/Paths.h"
#include "core/supervise/SupervisorFolder.h"
#include "core/workspace/Workspace.h"

namespace windsock {

struct StandalonePlaces
{
    QDir state;      // everything below goes with Delete
    QString record;  // what was made (StandaloneRecord): there is a standalone Airflow while this file is there
    QString keys;    // Airflow's keys, 0600
    QString home;    // AIRFLOW_HOME: airflow.cfg, what Airflow itself writes there
    QString config;  // airflow.cfg, 0600: the settings that are secrets
    QString prepare; // the script of that name
    QString objects; // likewise
    QString part;    // likewise
    QString gate;    // there while the database is being prepared (DatabaseGate)
    QString sqlite;  // the database of machines without PostgreSQL
    QString tasks;   // task logs where the workspace has no folder for them
    QDir logs;       // of the components
    SupervisorFolder supervisor;

    QString logOf(const QString &component) const { return logs.filePath(component + QStringLiteral(".log")); }
    static StandalonePlaces of(const Workspace &workspace, const Paths &paths) { return of(workspace.id(), paths); }
    static StandalonePlaces of(const QString &workspaceId, const Paths &paths);
};

} // namespace windsock
