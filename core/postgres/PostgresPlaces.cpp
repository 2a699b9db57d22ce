// SPDX-License-Identifier: Apache-2.0
#include "core/postgres/PostgresPlaces.h"

#include "core/base/FileText.h"
#include "core/base/Paths.h"
#include "core/postgres/PostgresLock.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUrl>
#include <QUrlQuery>

#include <cerrno>
#include <cstring>

#include <sys/stat.h>
#include <unistd.h>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("PostgresPlaces", text);
}

struct Wanted
{
    QString path;
    uint uid = 0, gid = 0;
    mode_t mode = 0700;
    mode_t forbidden = 0077; // bits that must not be set
};

QString systemWords(int code)
{
    return QString::fromLocal8Bit(std::strerror(code));
}

Error folderError(const QString &path, const QString &why)
{
    Error error = Error::badInput(tr("The database's folder cannot be used"), {path});
    error.why = why;
    error.rule = QStringLiteral("postgres.folder");
    error.todo = tr("Make room or give yourself the right to write there, and try again");
    return error;
}

bool isThere(const QString &path) // a link to nowhere is, too
{
    const QFileInfo info(path);
    return info.exists() || info.isSymLink();
}

QString objection(const Wanted &wanted)
{
    struct stat status = {};
    if (::lstat(QFile::encodeName(wanted.path).constData(), &status) != 0)
        return systemWords(errno);
    if (S_ISLNK(status.st_mode))
        return tr("It is a link");
    if (!S_ISDIR(status.st_mode))
        return tr("It is no folder");
    if (status.st_uid != wanted.uid)
        return tr("It belongs to another user (%1)").arg(status.st_uid);
    return (status.st_mode & wanted.forbidden) != 0
               ? tr("Other users may use it (mode %1)").arg(status.st_mode & 07777, 4, 8, QLatin1Char('0'))
               : QString();
}

// The folder as it is wanted, made where it is missing. Never mends one that somebody else has made.
Result<> ensureFolder(const Wanted &wanted)
{
    const QByteArray name = QFile::encodeName(wanted.path);
    if (::mkdir(name.constData(), 0700) == 0) {
        const bool isForOther = wanted.uid != geteuid();
        if (::chmod(name.constData(), wanted.mode) != 0 || (isForOther && ::lchown(name.constData(), wanted.uid, wanted.gid) != 0))
            return folderError(wanted.path, systemWords(errno));
    } else if (errno != EEXIST) {
        return folderError(wanted.path, systemWords(errno));
    }
    const QString why = objection(wanted);
    return why.isEmpty() ? Result<>() : Result<>(folderError(wanted.path, why));
}

// Above the socket's folder: ours, closed to everyone but for passing where the server is another user.
Wanted socketParent(const PostgresPlaces &places)
{
    return {QFileInfo(places.socketFolder).path(), geteuid(), getegid(), places.user.isOther() ? mode_t(0711) : mode_t(0700), 0022};
}

QString hashOf(const QString &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().left(8));
}

struct SocketSearch
{
    QString found;
    QStringList reasons;
};

void tryParent(const QString &parent, const QString &name, SocketSearch &search)
{
    const QString folder = parent + u'/' + name;
    const auto bytes = QFile::encodeName(folder + QStringLiteral("/.s.PGSQL.5432")).size();
    if (bytes > longestPostgresSocket)
        search.reasons += tr("%1: %2 bytes, at most %3").arg(folder).arg(bytes).arg(longestPostgresSocket);
    else if (const QString why = objection({parent, geteuid(), getegid(), 0, 0022}); isThere(parent) && !why.isEmpty())
        search.reasons += parent + QStringLiteral(": ") + why;
    else if (search.found.isEmpty())
        search.found = folder;
}

// A parent of its own: Windsock's other one in the temporary folder is closed to the user that a server of root's runs as.
// A parent of its own: that of other sockets (SocketPlace) is closed even to passing.
// First those that do not depend on the environment, so that a terminal and the desktop come to the same one. The runtime
// folder comes last: systemd removes it with the last session of its user, while the server goes on.
Result<QString> findSocketFolder(const QString &key, const ServerUser &user, const PostgresBases &bases)
{
    const QString name = QStringLiteral("pg-") + hashOf(key);
    SocketSearch search;
    for (const QString &base : bases.temporary) {
        if (QFileInfo(base).isDir())
            tryParent(base + QStringLiteral("/windsock-pg-%1").arg(geteuid()), name, search);
    }
    if (!user.isOther() && QDir::isAbsolutePath(bases.runtime) && QFileInfo(bases.runtime).isDir())
        tryParent(bases.runtime + QStringLiteral("/windsock-pg"), name, search);
    if (!search.found.isEmpty())
        return search.found;
    Error error = Error::badInput(tr("There is no folder for the database's socket"), {});
    error.why = search.reasons.join(u'\n');
    error.todo = tr("Set TMPDIR to a short path of a folder that you may write to");
    error.rule = QStringLiteral("postgres.socket.path");
    return error;
}

bool holdsData(const QString &folder)
{
    return QFileInfo::exists(folder + QStringLiteral("/data/PG_VERSION"));
}
} // namespace

PostgresBases PostgresBases::standard()
{
#ifdef Q_OS_MACOS
    const QString system = QStringLiteral("/var/db/windsock");
#else
    const QString system = QStringLiteral("/var/lib/windsock");
#endif
    QStringList temporary{QStringLiteral("/tmp"), QDir::tempPath()};
    temporary.removeDuplicates();
    return {qEnvironmentVariable("XDG_RUNTIME_DIR"), temporary, system};
}

Result<PostgresPlaces> PostgresPlaces::of(const QString &stateFolder, const ServerUser &user, const PostgresBases &bases)
{
    const QString below = QDir::cleanPath(stateFolder) + QStringLiteral("/postgres");
    const QString apart = bases.system + u'/' + folderId(QDir::cleanPath(stateFolder));
    const Result<QString> socketFolder = findSocketFolder(below, user, bases);
    if (!socketFolder)
        return socketFolder.error();
    PostgresPlaces places{user, below, *socketFolder};
    if (user.isOther() && !holdsData(below) && (holdsData(apart) || !barrier(stateFolder, user).isEmpty()))
        places.folder = apart;
    return places;
}

std::optional<int> PostgresPlaces::dataMajor() const
{
    const Result<QByteArray> text = readFile(data() + QStringLiteral("/PG_VERSION"), 64);
    bool isNumber = false;
    const int major = text ? text->trimmed().toInt(&isNumber) : 0;
    return isNumber && major > 0 ? std::optional(major) : std::nullopt;
}

Result<> PostgresPlaces::prepare() const
{
    const QString above = QFileInfo(folder).path();
    if (!QDir().mkpath(above))
        return folderError(above, tr("It cannot be made"));
    if (barrier(above, user) == above) // just made by us as root: the umask may have closed it
        ::chmod(QFile::encodeName(above).constData(), 0755);
    for (const Wanted &wanted : {Wanted{folder, user.uid, user.gid}, socketParent(*this), Wanted{socketFolder, user.uid, user.gid}}) {
        if (Result<> made = ensureFolder(wanted); !made)
            return made;
    }
    for (const QString &path : {folder, socketFolder}) {
        if (const QString closed = barrier(path, user); !closed.isEmpty())
            return folderError(closed, tr("The user %1, whom the database runs as, may not pass it").arg(user.name));
    }
    return {};
}

Result<> PostgresPlaces::remove() const
{
    if (const auto pid = runningPostmaster(*this)) {
        Error error{Error::Code::Conflict, tr("The database is still running"), tr("Process %1 has it open").arg(*pid)};
        error.todo = tr("Stop it first");
        error.rule = QStringLiteral("postgres.locked");
        return error;
    }
    const bool isGone = !QFileInfo::exists(folder) || QDir(folder).removeRecursively();
    if (!isGone)
        return folderError(folder, tr("Not everything in it could be removed"));
    if (QFileInfo::exists(socketFolder) && objection({socketFolder, user.uid}).isEmpty())
        QDir(socketFolder).removeRecursively();
    QDir().rmdir(QFileInfo(socketFolder).path()); // stays while other workspaces have theirs in it
    return {};
}

namespace {
QString urlFor(const QString &socketFolder, const QString &options)
{
    // As little as needed: a '%' would have to be doubled in an airflow.cfg, where it begins an interpolation.
    const auto encoded = [](const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text, "/=")); };
    QString url = QStringLiteral("postgresql+psycopg2://%1@/%2?host=%3")
                      .arg(QLatin1String(postgresRole), QLatin1String(postgresDatabase), encoded(socketFolder));
    if (!options.isEmpty())
        url += QStringLiteral("&options=") + encoded(options);
    return url;
}
} // namespace

QString PostgresPlaces::sqlAlchemyUrl() const
{
    return urlFor(socketFolder, {});
}

QString PostgresPlaces::preparingUrl() const
{
    return urlFor(socketFolder, QStringLiteral("-csynchronous_commit=off"));
}

} // namespace windsock
