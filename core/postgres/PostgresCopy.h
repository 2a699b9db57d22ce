// SPDX-License-Identifier: Apache-2.0
// PostgreSQL's programs at a place that the server's user can reach. Windsock's own folders are closed to others where it runs
// as root (/root is), and so are the programs in them; then they are copied below PostgresBases::system, once per version.
#pragma once

#include "core/base/Async.h"
#include "core/postgres/PostgresInit.h"

namespace windsock {

// The same installation where it can be reached. `systemFolder`: PostgresBases::system. The copy is made beside and renamed
// in, off the main thread. Errors: as of copying (a full disk).
Async<PostgresInstallation> reachablePostgres(const PostgresInstallation &programs, const ServerUser &user, const QString &systemFolder);

} // namespace windsock
