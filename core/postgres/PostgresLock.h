// SPDX-License-Identifier: Apache-2.0
// The lock files of a server (postmaster.pid in the data folder, .s.PGSQL.5432.lock beside the socket). After a kill -9 or a power
// cut they stay, with a process id that another program may have by now; then postgres would refuse to start for ever.
#pragma once

#include "core/postgres/PostgresPlaces.h"

#include <optional>

namespace windsock {

// The server that has this data folder open, by its lock file and by what the process is (its working folder is the data
// folder); absent: none, or the process of that id is another program.
std::optional<qint64> runningPostmaster(const PostgresPlaces &places);

// Makes locks of a dead server harmless. Not by removing them, since postgres reads the id of the old shared memory there and
// so notices what of an old server still works on the files: only the process id is replaced, by one that no system gives out.
// Errors: Conflict, rule "postgres.locked": a server runs on this data folder; as of reading and writing the files.
Result<> freeStaleLocks(const PostgresPlaces &places);

// The first line of a lock file is the id; with it replaced. Pure.
QByteArray withImpossiblePid(const QByteArray &lockFile);
std::optional<qint64> pidInLock(const QByteArray &lockFile);

} // namespace windsock
