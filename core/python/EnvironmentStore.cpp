// SPDX-License-Identifier: Apache-2.0
#include "core/python/EnvironmentStore.h"

#include "core/base/Background.h"
#include "core/base/FileText.h"
#include "core/python/EnvironmentMark.h"
#include "core/supervise/FolderLock.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QRandomGenerator>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace windsock {

namespace {
constexpr QFileDevice::Permissions ownerAll = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;

QString tr(const char *text)
{
    return QCoreApplication::translate("EnvironmentStore", text);
}

Error cannot(const QString &what, const QString &folder, const QString &why)
{
    Error error = Error::badInput(what, {folder}, tr("Look at the disk's free space and at the folder's permissions"));
    error.why = why;
    return error;
}

QString systemReason()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

// Not QDir::rename, which gives no reason.
bool moved(const QString &from, const QString &to)
{
    return std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
}

QString randomEnd()
{
    return QString::number(QRandomGenerator::system()->generate(), 16);
}

QString goneName(const QString &folder, const QString &id)
{
    return folder + QStringLiteral("/.gone-%1-%2").arg(id, randomEnd());
}

// Tens of thousands of files; whoever asks may have gone before they have.
template <class T>
Async<T> forContext(QObject *context, std::function<Result<T>()> work)
{
    return andThen(inBackground(std::move(work)), context, [](T value) { return Result<T>(std::move(value)); });
}

void clearLeftovers(const QString &folder, const QString &id)
{
    const QStringList patterns{QStringLiteral(".making-%1-*").arg(id), QStringLiteral(".gone-*")};
    for (const QString &name : QDir(folder).entryList(patterns, QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot))
        QDir(folder + u'/' + name).removeRecursively();
}

Result<QString> madeRoom(const QString &folder, const QString &id)
{
    clearLeftovers(folder, id);
    const QString making = folder + QStringLiteral("/.making-%1-%2").arg(id, randomEnd());
    if (!QDir().mkpath(making) || !QFile::setPermissions(making, ownerAll))
        return cannot(tr("The folder of Python environments cannot be used"), folder, systemReason());
    return making;
}

qint64 bytesIn(const QString &folder)
{
    qint64 bytes = 0;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        const QFileInfo file = files.fileInfo();
        bytes += file.isSymLink() ? 0 : file.size();
    }
    return bytes;
}

Result<PythonEnvironment> putInPlace(const QString &making, PythonEnvironment environment)
{
    const QString made = EnvironmentStore::environmentIn(making);
    environment.bytes = bytesIn(made);
    environment.made = QDateTime::currentDateTimeUtc();
    if (const Result<> marked = writeFile(environmentMarkIn(made), renderEnvironmentMark(environment)); !marked)
        return marked.error();
    const QString gone = goneName(QFileInfo(making).path(), environment.id);
    const bool replaces = QFileInfo::exists(environment.folder) && moved(environment.folder, gone);
    if (!moved(made, environment.folder))
        return cannot(tr("The Python environment cannot be put in its place"), environment.folder, systemReason());
    if (replaces)
        QDir(gone).removeRecursively();
    QDir(making).removeRecursively();
    return environment;
}
} // namespace

std::optional<PythonEnvironment> EnvironmentStore::find(const QString &id) const
{
    const QString folder = folderOf(id);
    const Result<QByteArray> bytes = readFile(environmentMarkIn(folder));
    std::optional<PythonEnvironment> found = bytes ? parseEnvironmentMark(*bytes) : std::nullopt;
    if (!found || found->id != id)
        return std::nullopt;
    found->folder = folder;
    // A link to the Python that it was made of, which may have been uninstalled since.
    if (found->python.isValid() && !QFileInfo(found->pythonProgram()).isExecutable())
        return std::nullopt;
    return found;
}

QList<PythonEnvironment> EnvironmentStore::all() const
{
    QList<PythonEnvironment> list;
    for (const QString &id : QDir(m_folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (const auto environment = find(id))
            list += *environment;
    }
    std::sort(list.begin(), list.end(), [](const PythonEnvironment &a, const PythonEnvironment &b) { return a.made > b.made; });
    return list;
}

QList<PythonEnvironment> EnvironmentStore::unused(const QStringList &used) const
{
    QList<PythonEnvironment> list = all();
    list.removeIf([&used](const PythonEnvironment &environment) { return used.contains(environment.id); });
    return list;
}

Async<> EnvironmentStore::remove(const QString &id, QObject *context) const
{
    const QString folder = folderOf(id), gone = goneName(m_folder, id);
    if (!QFileInfo::exists(folder))
        return ready();
    if (!QDir().mkpath(QFileInfo(lockFileOf(id)).path()))
        return failed(cannot(tr("The Python environment cannot be removed"), folder, systemReason()));
    const Result<FolderLock> lock = FolderLock::take(lockFileOf(id));
    if (!lock)
        return failed(lock.error());
    if (!moved(folder, gone))
        return failed(cannot(tr("The Python environment cannot be removed"), folder, systemReason()));
    return forContext<Nothing>(context, [gone] {
        const bool all = QDir(gone).removeRecursively();
        return all ? Result<>() : Result<>(cannot(tr("Not all of the Python environment could be removed"), gone, {}));
    });
}

Async<QString> EnvironmentStore::beginMaking(const QString &id, QObject *context) const
{
    return forContext<QString>(context, [folder = m_folder, id] { return madeRoom(folder, id); });
}

Async<PythonEnvironment> EnvironmentStore::finishMaking(const QString &making, PythonEnvironment environment, QObject *context) const
{
    environment.folder = folderOf(environment.id);
    return forContext<PythonEnvironment>(context, [making, environment] { return putInPlace(making, environment); });
}

Async<> EnvironmentStore::dropMaking(const QString &making, QObject *context) const
{
    return forContext<Nothing>(context, [making] {
        QDir(making).removeRecursively(); // what stays is cleared by the next one
        return Result<>();
    });
}

} // namespace windsock
