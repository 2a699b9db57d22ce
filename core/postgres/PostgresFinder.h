// SPDX-License-Identifier: Apache-2.0
// Finds PostgreSQL's server programs (initdb, postgres) on this machine: the system's, or those of folders that are named.
// Installs nothing.
#pragma once

#include "core/base/Async.h"
#include "core/process/CommandRunner.h"
#include "core/tools/Version.h"

#include <QObject>

#include <optional>

namespace windsock {

// Airflow 2.7 to 3.2 support PostgreSQL 12 and later.
inline constexpr int oldestPostgres = 12;

struct PostgresInstallation
{
    QString bin; // absolute folder that holds initdb and postgres
    Version version;
    QString program(const char *name) const { return bin + u'/' + QLatin1String(name); }
    bool operator==(const PostgresInstallation &) const = default;
};

struct UnusablePostgres
{
    QString bin, why;
    bool operator==(const UnusablePostgres &) const = default;
};

struct FoundPostgres
{
    QList<PostgresInstallation> usable; // in the order of the folders
    QList<UnusablePostgres> unusable;
};

// Folders that may hold the programs, in the order in which they are preferred: of each place the newest version first.
// Debian and Ubuntu keep them out of PATH (/usr/lib/postgresql/15/bin), Red Hat's and PGDG's packages in /usr/bin and
// /usr/pgsql-16/bin, Homebrew in opt/postgresql@17/bin, Postgres.app below /Applications. `root` is "/" but in tests.
QStringList usualPostgresFolders(const QString &root = QStringLiteral("/"));

// `dataMajor`: the major version that has made the data folder, if there is one; only the same can read it. Otherwise the
// first that is new enough. Errors: ToolMissing, rule "postgres.missing" (none at all; says what was refused and what to
// install); Conflict, rule "postgres.version" (none of that major version; offers the reset of the database).
Result<PostgresInstallation> choosePostgres(const FoundPostgres &found, std::optional<int> dataMajor);

Command postgresVersionCommand(const QString &bin);
// "postgres (PostgreSQL) 15.13 (Debian 15.13-0+deb12u1)", "postgres (PostgreSQL) 18.6", "… 17beta2".
std::optional<Version> parsePostgresVersion(const QByteArray &output);

class PostgresFinder : public QObject
{
    Q_OBJECT
public:
    // The runner must outlive this. `folders`: see usualPostgresFolders(); others may stand before or behind them.
    explicit PostgresFinder(CommandRunner &runner, QStringList folders = usualPostgresFolders(), QObject *parent = nullptr);

    // Asks each for its version, in parallel. Error: Canceled only.
    Async<FoundPostgres> all(const Cancel &cancel = {});
    Async<PostgresInstallation> best(std::optional<int> dataMajor, const Cancel &cancel = {});

private:
    CommandRunner &m_runner;
    QStringList m_folders;
};

} // namespace windsock
