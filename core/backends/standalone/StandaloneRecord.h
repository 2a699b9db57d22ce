// SPDX-License-Identifier: Apache-2.0
// What the last Start made, written as each part was there. Says what is to be compared, never what runs: that is looked up.
#pragma once

#include "core/base/Result.h"
#include "core/tools/Version.h"

#include <QMap>

#include <optional>

namespace windsock {

struct StandaloneRecord
{
    QString airflow;     // "3.2.2": of what runs, else of the environment
    QString python;      // "3.11"
    QString environment; // id in the store, made last; empty: not made yet
    // What the database was brought to: of the environment, and of users, connections, variables and pools. Empty: never.
    QString prepared = {};
    int port = 0; // of the web page; while one runs, of that one
    // What the processes know of this machine (serverEnvironment()): kept, so that a Start from another shell finds nothing changed.
    QMap<QString, QString> base = {};
    // Shows folders at the pods' paths (PodPaths), absolute: kept for the same reason. Empty: they are not shown.
    QString bubblewrap = {};
    QString bubblewrapSeen = {}; // that was there, of use or not; empty: there was none, and one that comes is worth a look
    // The database is one file (StandalonePlaces::sqlite), since no PostgreSQL could be had. Stays so until Delete.
    bool isSqlite = false;
    bool operator==(const StandaloneRecord &) const = default;

    // Absent: there is no standalone Airflow of this workspace. Errors: as readFile(); BadInput: not one of ours.
    static Result<std::optional<StandaloneRecord>> load(const QString &file);
    Result<> save(const QString &file) const; // makes its folder, which only its owner can enter
};

} // namespace windsock
