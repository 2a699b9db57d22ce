// SPDX-License-Identifier: Apache-2.0
#include "core/supervise/SocketPlace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <sys/stat.h>
#include <unistd.h>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("SocketPlace", text);
}

bool isFolderOfOurs(const QString &path)
{
    struct stat info = {};
    return ::lstat(QFile::encodeName(path).constData(), &info) == 0 && S_ISDIR(info.st_mode) && info.st_uid == ::geteuid();
}

// Makes it; why not, or why what is there will not do; empty: fine.
QString objectionTo(const QString &folder)
{
    const QByteArray path = QFile::encodeName(folder);
    if (::mkdir(path.constData(), 0700) != 0 && errno != EEXIST)
        return QString::fromLocal8Bit(strerror(errno));
    struct stat info = {};
    if (::lstat(path.constData(), &info) != 0) // not stat(): a link may lead anywhere
        return QString::fromLocal8Bit(strerror(errno));
    if (!S_ISDIR(info.st_mode))
        return tr("it is a link or a file");
    if (info.st_uid != ::geteuid())
        return tr("it belongs to another user");
    if ((info.st_mode & 077) != 0)
        return tr("other users may look into it");
    return {};
}

QStringList foldersIn(const SocketBases &bases)
{
    QStringList folders;
    // The specification has the runtime folder owned by its user; after su it may be somebody else's.
    if (QDir::isAbsolutePath(bases.runtime) && isFolderOfOurs(bases.runtime))
        folders += bases.runtime + "/windsock";
    return folders << bases.temporary + "/windsock-" + QString::number(::geteuid());
}
} // namespace

SocketBases SocketBases::standard()
{
    return {qEnvironmentVariable("XDG_RUNTIME_DIR"), QDir::tempPath()};
}

Result<QString> socketPlace(const QString &key, const SocketBases &bases)
{
    QStringList refused;
    for (const QString &folder : foldersIn(bases)) {
        const QString path = folder + u'/' + key;
        const qsizetype length = QFile::encodeName(path).size();
        const QString why = length > longestSocketPath ? tr("the path is too long for a socket") : objectionTo(folder);
        if (why.isEmpty())
            return path;
        refused += folder + ": " + why;
    }
    Error error{Error::Code::BadInput, tr("There is no safe place for a socket")};
    error.why = refused.join(u'\n');
    error.todo = tr("Name a folder of your own with a short path in TMPDIR");
    error.rule = "supervise.socket";
    return error;
}

bool isOurSocket(const QString &path)
{
    struct stat info = {};
    return ::lstat(QFile::encodeName(path).constData(), &info) == 0 && S_ISSOCK(info.st_mode) && info.st_uid == ::geteuid();
}

} // namespace windsock
