// SPDX-License-Identifier: Apache-2.0
#include "core/postgres/PostgresInit.h"

#include "core/postgres/PostgresCommand.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include <csignal>
#include <locale.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef Q_OS_MACOS
#include <xlocale.h>
#endif

namespace windsock {

using namespace std::chrono_literals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("PostgresInit", text);
}

const QString &beginning()
{
    static const QString name = QStringLiteral("data.new-");
    return name;
}

// Sorting by bytes never changes with the system's libraries, so an index never breaks with an update of them; case and
// letters are Unicode's where the system knows such a locale.
QString characterLocale()
{
    for (const char *name : {"C.UTF-8", "en_US.UTF-8"}) {
        if (const locale_t found = ::newlocale(LC_CTYPE_MASK, name, nullptr)) {
            ::freelocale(found);
            return QString::fromLatin1(name);
        }
    }
    return QStringLiteral("C");
}

Command inFolder(const PostgresSetup &setup, const char *program, const QStringList &args)
{
    Command command{.program = setup.programs.program(program), .args = args};
    command.environment = postgresEnvironment();
    command.inheritsEnvironment = false;
    command.limit = 120s;
    return command;
}

Command initdb(const PostgresSetup &setup, const QString &data)
{
    return asServerUser(
        inFolder(setup, "initdb",
                 {QStringLiteral("--pgdata"), data, QStringLiteral("--username"), QLatin1String(postgresRole),
                  QStringLiteral("--auth-local=trust"), QStringLiteral("--auth-host=reject"), QStringLiteral("--encoding=UTF8"),
                  QStringLiteral("--locale=C"), QStringLiteral("--lc-ctype=") + characterLocale(),
                  // Smaller ones: an empty database is 8 MiB less on disk. Nothing ships them anywhere.
                  QStringLiteral("--wal-segsize=4"),
                  // Waiting for the disk is for data that cannot be made again.
                  QStringLiteral("--no-sync")}),
        setup.places.user);
}

// A server without sockets that reads its statements from stdin: the folder is complete before it gets its name.
Command createDatabase(const PostgresSetup &setup, const QString &data)
{
    Command command = inFolder(setup, "postgres",
                               {QStringLiteral("--single"), QStringLiteral("-F"), QStringLiteral("-D"), data, QStringLiteral("postgres")});
    command.input = QByteArray("CREATE DATABASE ") + postgresDatabase + ";\n";
    return asServerUser(command, setup.places.user);
}

QByteArrayList linesOf(const CommandOutput &output)
{
    return (output.out + '\n' + output.err).trimmed().split('\n');
}

// The single-user server ends well even when its statement has failed.
Result<> judged(const CommandOutput &output)
{
    const bool failed = !output.succeeded() || output.err.contains("ERROR:") || output.err.contains("FATAL:");
    return failed ? Result<>(postgresFailure(linesOf(output))) : Result<>();
}

// A half-made folder whose maker is dead.
void clearLeftovers(const QString &folder)
{
    for (const QString &name : QDir(folder).entryList({beginning() + u'*'}, QDir::Dirs | QDir::Hidden)) {
        const qint64 maker = name.mid(beginning().size()).section(u'-', 0, 0).toLongLong();
        const bool isAlive = maker > 0 && (::kill(pid_t(maker), 0) == 0 || errno == EPERM);
        if (!isAlive)
            QDir(folder + u'/' + name).removeRecursively();
    }
}

Result<QString> makeBeside(const PostgresPlaces &places)
{
    static std::atomic_int count{0};
    const QString path = QStringLiteral("%1/%2%3-%4").arg(places.folder, beginning()).arg(::getpid()).arg(++count);
    const QByteArray name = QFile::encodeName(path);
    const bool isForOther = places.user.uid != geteuid();
    if (::mkdir(name.constData(), 0700) == 0 && (!isForOther || ::lchown(name.constData(), places.user.uid, places.user.gid) == 0))
        return path;
    Error error = Error::badInput(tr("The database's folder cannot be made"), {path});
    error.why = QString::fromLocal8Bit(std::strerror(errno));
    error.rule = QStringLiteral("postgres.folder");
    return error;
}

// Into its place, unless another program was faster: then that one counts.
Result<> takePlace(const QString &made, const PostgresPlaces &places)
{
    if (::rename(QFile::encodeName(made).constData(), QFile::encodeName(places.data()).constData()) == 0)
        return {};
    const QString why = QString::fromLocal8Bit(std::strerror(errno));
    QDir(made).removeRecursively();
    if (places.dataMajor())
        return {};
    Error error = Error::badInput(tr("The new database could not be put into its place"), {places.data()});
    error.why = why;
    error.rule = QStringLiteral("postgres.folder");
    return error;
}

Result<> finish(const Result<> &made, const QString &folder, const PostgresPlaces &places)
{
    if (made)
        return takePlace(folder, places);
    QDir(folder).removeRecursively();
    return made.error();
}
} // namespace

QList<Command> postgresInitCommands(const PostgresSetup &setup)
{
    const QString shown = setup.places.data(); // it is made beside, under a name that differs each time
    return {initdb(setup, shown), createDatabase(setup, shown)};
}

Async<> initPostgres(const PostgresSetup &setup, CommandRunner &runner, QObject *context, const Cancel &cancel)
{
    const PostgresPlaces places = setup.places;
    if (places.dataMajor())
        return resolved(checkDataVersion(setup));
    if (const Result<> prepared = places.prepare(); !prepared)
        return failed(prepared.error());
    clearLeftovers(places.folder);
    const Result<QString> folder = makeBeside(places);
    if (!folder)
        return failed(folder.error());
    const Async<> filled =
        andThen(runner.run(initdb(setup, *folder), {}, cancel), context, [](const CommandOutput &output) { return judged(output); });
    const Command database = createDatabase(setup, *folder);
    const Async<> complete = andThen(filled, context, [&runner, context, database, cancel](Nothing) {
        return andThen(runner.run(database, {}, cancel), context, [](const CommandOutput &output) { return judged(output); });
    });
    return andFinally(complete, context, [folder = *folder, places](const Result<> &made) { return finish(made, folder, places); });
}

} // namespace windsock
