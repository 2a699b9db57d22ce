// SPDX-License-Identifier: Apache-2.0
// Where one workspace's database lies: the data folder, and the folder of the socket, which has to be short. A value; nothing
// is remembered, so that every Windsock process comes to the same answer.
#pragma once

#include "core/postgres/ServerUser.h"

#include <optional>

namespace windsock {

// sockaddr_un::sun_path holds 104 bytes on macOS and 108 on Linux with the 0 at the end (unix(7)); PostgreSQL refuses more.
inline constexpr qsizetype longestPostgresSocket = 103;
inline constexpr char postgresRole[] = "airflow";
inline constexpr char postgresDatabase[] = "airflow";

struct PostgresBases
{
    QString runtime;       // $XDG_RUNTIME_DIR; empty: none
    QStringList temporary; // folders for short paths: QDir::tempPath(), /tmp
    // For a server of another user (ServerUser::isOther): root's own home is closed to it. /var/lib/windsock, on macOS
    // /var/db/windsock.
    QString system;
    static PostgresBases standard();
};

struct PostgresPlaces
{
    ServerUser user;
    QString folder;       // absolute; holds all that is kept: belongs to `user`, mode 0700
    QString socketFolder; // absolute; belongs to `user`, mode 0700; may go with a reboot

    QString data() const { return folder + QStringLiteral("/data"); }
    QString socket() const { return socketFolder + QStringLiteral("/.s.PGSQL.5432"); }

    // `stateFolder`: the workspace's. Below it, or below PostgresBases::system where it is closed to the user; where one of the
    // two holds a database already, there. Errors: BadInput, rule "postgres.socket.path": no folder is short enough.
    static Result<PostgresPlaces> of(const QString &stateFolder, const ServerUser &user,
                                     const PostgresBases &bases = PostgresBases::standard());

    // The major version that made the data folder (its file PG_VERSION); absent: there is no data folder.
    std::optional<int> dataMajor() const;

    // Makes both folders where they are missing, and looks at them where they are not: a folder that is a link, belongs to
    // someone else or lets others in is refused. Errors: BadInput, rule "postgres.folder"; as of mkdir(2) (a full or
    // read-only disk).
    Result<> prepare() const;

    // Removes the database and the socket's folder; the server must not run. Nothing there is no error.
    Result<> remove() const;

    // For Airflow 2 and 3 (psycopg2): over the socket, as the role and into the database above. Holds no secret: who may
    // open the socket's folder is let in.
    QString sqlAlchemyUrl() const;
    // The same for work that is done again where it was interrupted (migrations, the first users): its hundreds of small
    // commits do not wait for the disk, which costs milliseconds each on a laptop. A crash may take back the last of them, and
    // never leaves half of one.
    QString preparingUrl() const;
};

} // namespace windsock
