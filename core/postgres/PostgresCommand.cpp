// SPDX-License-Identifier: Apache-2.0
#include "core/postgres/PostgresCommand.h"

#include "core/postgres/PostgresLock.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace windsock {

using namespace std::chrono_literals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("PostgresCommand", text);
}

struct Setting
{
    const char *name;
    const char *value;
};

// For one user's machine. fsync and full_page_writes stay on, and so does synchronous_commit: what Airflow was told to be kept
// is kept, also when the server is killed or the battery is empty. Time is saved where it costs no safety.
constexpr Setting settings[] = {
    {"listen_addresses", ""}, // no TCP at all
    {"unix_socket_permissions", "0700"},
    // Enough for four web workers, the scheduler, its helpers and some dozen tasks, each with a pool of its own.
    {"max_connections", "200"},
    // The whole database of a local Airflow fits; the system's cache has the rest.
    {"shared_buffers", "64MB"},
    {"huge_pages", "off"},
    // Nobody copies this server, so no more than a crash needs is written.
    {"wal_level", "minimal"},
    {"max_wal_senders", "0"},
    {"max_replication_slots", "0"},
    {"max_logical_replication_workers", "0"},
    {"min_wal_size", "16MB"},
    {"max_wal_size", "256MB"},
    // Airflow's statements are short: compiling them, or spreading them over processes, costs more than it gives.
    {"jit", "off"},
    {"max_parallel_workers_per_gather", "0"},
    {"log_destination", "stderr"},
    {"logging_collector", "off"},
    {"log_checkpoints", "off"},
    {"log_line_prefix", ""},
    // A statement that fails is not repeated in the log, nor are the values it was about: one may be a connection's password.
    {"log_min_error_statement", "panic"},
    {"log_error_verbosity", "terse"},
    {"log_statement", "none"},
    {"log_min_duration_statement", "-1"},
};

// unix_socket_directories is a list of names, so one with a blank or a comma has to be quoted.
QString quoted(const QString &name)
{
    QString inner = name;
    return u'"' + inner.replace(u'"', QStringLiteral("\"\"")) + u'"';
}
} // namespace

QMap<QString, QString> postgresEnvironment()
{
    // LC_ALL: messages that can be recognised; and on macOS a server without it refuses to start, since looking up the user's
    // language there makes a second thread. TZ: the same clock as in the pods. PATH: initdb asks `postgres` through sh.
    return {{QStringLiteral("LC_ALL"), QStringLiteral("C")},
            {QStringLiteral("TZ"), QStringLiteral("UTC")},
            {QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin")}};
}

Command postgresCommand(const PostgresSetup &setup)
{
    Command command{.program = setup.programs.program("postgres"), .args = {QStringLiteral("-D"), setup.places.data()}};
    for (const Setting &setting : settings)
        command.args += {QStringLiteral("-c"), QLatin1String(setting.name) + u'=' + QLatin1String(setting.value)};
    command.args += {QStringLiteral("-c"), QStringLiteral("unix_socket_directories=") + quoted(setup.places.socketFolder)};
    command.environment = postgresEnvironment();
    command.inheritsEnvironment = false;
    command.limit = 0s;
    command.keepsOutput = false;
    command.stopSignal = StopSignal::Interrupt;
    command.grace = 20s; // it writes what it holds in memory
    return asServerUser(command, setup.places.user);
}

Result<> checkDataVersion(const PostgresSetup &setup)
{
    const auto made = setup.places.dataMajor();
    if (!made || *made == setup.programs.version.major)
        return {};
    Error error{Error::Code::Conflict, tr("The database was made by PostgreSQL %1").arg(*made)};
    error.why = tr("PostgreSQL %1 cannot read its files").arg(setup.programs.version.text());
    error.todo = tr("Use PostgreSQL %1, or reset: that makes a new database, with the users and connections of the values").arg(*made);
    error.rule = QStringLiteral("postgres.version");
    error.remedies = {{QStringLiteral("cluster.reset"), tr("Reset")}};
    error.place = {setup.places.data()};
    return error;
}

Result<> preparePostgresStart(const PostgresSetup &setup)
{
    if (!setup.places.dataMajor()) {
        Error error{Error::Code::NotFound, tr("There is no database yet")};
        error.place = {setup.places.data()};
        return error;
    }
    if (Result<> fits = checkDataVersion(setup); !fits)
        return fits;
    if (Result<> prepared = setup.places.prepare(); !prepared)
        return prepared;
    return freeStaleLocks(setup.places);
}

} // namespace windsock
