// SPDX-License-Identifier: Apache-2.0
// How the server runs: in the foreground, on its socket only, set up for a laptop. Started and kept by somebody else.
#pragma once

#include "core/postgres/PostgresInit.h"

#include <QByteArrayList>

namespace windsock {

// postgres -D … with no limit; SIGINT ends it in order within seconds (a "fast" shutdown: clients are sent away; SIGTERM would
// wait for them). Complete environment, English messages on stderr. No statement is ever logged: they hold values.
Command postgresCommand(const PostgresSetup &setup);

// The whole environment of the server and its tools.
QMap<QString, QString> postgresEnvironment();

// Conflict, rule "postgres.version", where another major version has made the data folder; none is no error.
Result<> checkDataVersion(const PostgresSetup &setup);

// What must be so before each start: folders and their modes, the data folder's version, no lock of a dead server. Errors: as
// PostgresPlaces::prepare() and checkDataVersion(); NotFound, where there is no data folder; as freeStaleLocks().
Result<> preparePostgresStart(const PostgresSetup &setup);

// What the last lines of initdb or the server mean. ToolFailed with the rules "postgres.disk-full", "postgres.locked",
// "postgres.memory", "postgres.library", "postgres.version", "postgres.damaged", "postgres.folder", "postgres.root",
// "postgres.socket.path", and without one where nothing is recognised; evidence is the lines.
Error postgresFailure(const QByteArrayList &lines);

} // namespace windsock
