// SPDX-License-Identifier: Apache-2.0
// Who the server and its tools run as. PostgreSQL refuses to run as root (initdb and postgres look at geteuid() first), so a
// Windsock that is root, as in many containers, has to start them as somebody else; everyone else runs them as themselves.
//
// The other user is `postgres` where it exists: made for this, no shell of anybody's. Else `nobody`, which every system has; it
// may be shared with other services, so nothing but our own data folder is given to it. Nobody is added to the system.
#pragma once

#include "core/base/Result.h"
#include "core/process/Command.h"

#include <QString>

#include <optional>

namespace windsock {

struct ServerUser
{
    QString name;
    uint uid = 0, gid = 0;
    QString switcher = {}; // the absolute program that changes to that user; empty: it is this process's own

    bool isOther() const { return !switcher.isEmpty(); }
    bool operator==(const ServerUser &) const = default;
};

struct Account
{
    QString name;
    uint uid = 0, gid = 0;
    bool operator==(const Account &) const = default;
};

// What the machine says, so that tests can say something else.
struct AccountFacts
{
    Account self; // effective
    std::optional<Account> postgres = {}, nobody = {};
    // Of setpriv and runuser (util-linux) and sudo (macOS), in this order; refused are those that others may write to.
    QStringList switchers = {};

    static AccountFacts ofThisMachine();
};

// Errors: ToolMissing, rule "postgres.root": this process is root, and there is nobody or nothing to change to.
Result<ServerUser> chooseServerUser(const AccountFacts &facts);

// The same command as that user, without a shell and without its login. The one that changes it goes on as the program
// (setpriv), or hands signals on to it (runuser, sudo). Asks the kernel for SIGTERM at our end once more, since a change of
// user takes that back (prctl(2), PR_SET_PDEATHSIG).
Command asServerUser(Command command, const ServerUser &user);

// The first folder on the way to `path` that this user may not pass, or the path itself where it may not be read; empty: none.
// Parts that do not exist yet stand in nobody's way. Goes by owner and mode.
QString barrier(const QString &path, const ServerUser &user);

} // namespace windsock
