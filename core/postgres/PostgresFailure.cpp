// SPDX-License-Identifier: Apache-2.0
// What the last lines of initdb and postgres mean, as a table. The words are PostgreSQL's own (12 to 18), in English because of
// LC_ALL=C.
#include "core/postgres/PostgresCommand.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("PostgresFailure", text);
}

struct Rule
{
    const char *id;
    const char *pattern;
    const char *what, *todo;
    bool offersReset = false;
};

// The first that fits counts: causes stand above what follows from them.
constexpr Rule rules[] = {
    {"postgres.disk-full", "No space left on device|Disk quota exceeded",
     QT_TRANSLATE_NOOP("PostgresFailure", "The disk is full, so the database cannot go on"),
     QT_TRANSLATE_NOOP("PostgresFailure", "Make room and start again; nothing that was stored is lost")},
    {"postgres.library", "error while loading shared libraries|Library not loaded|symbol lookup error|version `GLIBC",
     QT_TRANSLATE_NOOP("PostgresFailure", "PostgreSQL's programs do not run on this machine"),
     QT_TRANSLATE_NOOP("PostgresFailure", "Install PostgreSQL with the system's package manager, or repair its packages")},
    {"postgres.root", "cannot be run as root|root\" execution of the PostgreSQL server is not permitted",
     QT_TRANSLATE_NOOP("PostgresFailure", "PostgreSQL cannot be run by root"),
     QT_TRANSLATE_NOOP("PostgresFailure", "Run Windsock as an ordinary user")},
    {"postgres.root", "setpriv: .*(failed|not permitted)|runuser: |sudo: ",
     QT_TRANSLATE_NOOP("PostgresFailure", "PostgreSQL cannot be run by root, and changing to another user is not allowed here"),
     QT_TRANSLATE_NOOP("PostgresFailure", "Run Windsock as an ordinary user")},
    {"postgres.version", "database files are incompatible with server|was initialized by PostgreSQL version",
     QT_TRANSLATE_NOOP("PostgresFailure", "The database was made by another version of PostgreSQL"),
     QT_TRANSLATE_NOOP("PostgresFailure", "Use that version, or reset: that makes a new database"), true},
    {"postgres.locked", "lock file \"[^\"]*\" already exists|pre-existing shared memory block|Is another postmaster",
     QT_TRANSLATE_NOOP("PostgresFailure", "An earlier database server has not ended yet"),
     QT_TRANSLATE_NOOP("PostgresFailure", "Wait some seconds and start again; if it stays, stop the process that the details name")},
    {"postgres.socket.path", "Unix-domain socket path \"[^\"]*\" is too long",
     QT_TRANSLATE_NOOP("PostgresFailure", "The path of the database's socket is too long"),
     QT_TRANSLATE_NOOP("PostgresFailure", "Set TMPDIR to a short path of a folder that you may write to")},
    {"postgres.memory",
     "could not map anonymous shared memory|could not create shared memory segment|could not create semaphores"
     "|could not resize shared memory|Cannot allocate memory|out of memory",
     QT_TRANSLATE_NOOP("PostgresFailure", "The database does not get the memory that it needs"),
     QT_TRANSLATE_NOOP("PostgresFailure", "Close other programs, or give the machine or container more (shared) memory")},
    {"postgres.damaged",
     "could not locate a valid checkpoint record|invalid checkpoint|contains invalid data|is not a valid data directory"
     "|could not read block|invalid page in block|could not open file \"global/",
     QT_TRANSLATE_NOOP("PostgresFailure", "The database's files are damaged"),
     QT_TRANSLATE_NOOP("PostgresFailure", "Reset: that makes a new database, with the users and connections of the values"), true},
    {"postgres.folder",
     "has wrong ownership|has invalid permissions|could not create lock file|could not open directory"
     "|could not (create|access|change permissions of) directory|Permission denied|Read-only file system",
     QT_TRANSLATE_NOOP("PostgresFailure", "The database's folder cannot be used"),
     QT_TRANSLATE_NOOP("PostgresFailure", "Give yourself the right to write to the folder that the details name")},
};

// PostgreSQL prints the reason last: FATAL, PANIC or ERROR, or initdb's "error:".
QString reasonIn(const QByteArrayList &lines)
{
    static const QRegularExpression said(QStringLiteral("(?:FATAL|PANIC|ERROR|error):\\s+(.*)$"));
    QString reason;
    for (const QByteArray &line : lines) {
        const auto found = said.match(QString::fromUtf8(line));
        reason = found.hasMatch() ? found.captured(1) : reason;
    }
    return reason;
}
} // namespace

Error postgresFailure(const QByteArrayList &lines)
{
    constexpr qsizetype most = 40;
    const QByteArrayList last = lines.mid(qMax<qsizetype>(0, lines.size() - most));
    Error error{Error::Code::ToolFailed, tr("PostgreSQL has ended with an error")};
    error.why = reasonIn(last);
    error.evidence = QString::fromUtf8(last.join('\n')).trimmed();
    error.todo = tr("The details show what it said");
    for (const Rule &rule : rules) {
        if (!QRegularExpression(QString::fromLatin1(rule.pattern)).match(error.evidence).hasMatch())
            continue;
        error.rule = QLatin1String(rule.id);
        error.what = tr(rule.what);
        error.todo = tr(rule.todo);
        if (rule.offersReset)
            error.remedies = {{QStringLiteral("cluster.reset"), tr("Reset")}};
        break;
    }
    return error;
}

} // namespace windsock
