// SPDX-License-Identifier: Apache-2.0
// Makes a data folder with the role and the database `airflow`, or leaves the one that is there. Made beside and renamed in:
// what a killed initdb leaves is no data folder, and goes with the next one.
//
// The only door is the socket, and its folder is closed to everyone but the server's user (and root), so that `trust` on the
// socket is as strict as `peer` would be: peer compares the same user once more, and would refuse Airflow wherever the server
// runs as another user than Airflow does. TCP is rejected in pg_hba.conf as well, should anybody ever switch it on.
#pragma once

#include "core/base/Async.h"
#include "core/postgres/PostgresFinder.h"
#include "core/postgres/PostgresPlaces.h"

#include <QObject>

namespace windsock {

struct PostgresSetup
{
    PostgresPlaces places;
    PostgresInstallation programs;
};

// The commands that make it, in order: for a dry run.
QList<Command> postgresInitCommands(const PostgresSetup &setup);

// Resolves at once where the data folder is there. Errors: Canceled; as PostgresPlaces::prepare(); Conflict, rule
// "postgres.version", where another major version made it; as postgresFailure().
Async<> initPostgres(const PostgresSetup &setup, CommandRunner &runner, QObject *context, const Cancel &cancel = {});

} // namespace windsock
