// SPDX-License-Identifier: Apache-2.0
#include "core/postgres/PostgresLock.h"

#include "core/base/FileText.h"

#include <QByteArrayList>
#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <csignal>

#include <sys/stat.h>
#include <unistd.h>
#ifdef Q_OS_MACOS
#include <libproc.h>
#include <sys/proc_info.h>
#endif

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("PostgresLock", text);
}

// Above the largest that Linux (2^22, proc(5)) and macOS (99999) give out: kill(2) answers "no such process" for ever.
constexpr qint64 impossiblePid = 4194305;
constexpr qint64 largestLock = 64 * 1024; // bytes

QStringList lockFiles(const PostgresPlaces &places)
{
    return {places.data() + QStringLiteral("/postmaster.pid"), places.socket() + QStringLiteral(".lock")};
}

bool exists(qint64 pid)
{
    return ::kill(pid_t(pid), 0) == 0 || errno == EPERM;
}

bool isSameFolder(const QByteArray &one, const QByteArray &other)
{
    struct stat a = {}, b = {};
    return ::stat(one.constData(), &a) == 0 && ::stat(other.constData(), &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

// A postmaster's working folder is its data folder from the first moment on (ChangeToDataDir() in its source).
#ifdef Q_OS_MACOS
bool hasOpen(qint64 pid, const QByteArray &data)
{
    proc_vnodepathinfo info{};
    const int size = proc_pidinfo(int(pid), PROC_PIDVNODEPATHINFO, 0, &info, sizeof info);
    return size == int(sizeof info) && isSameFolder(info.pvi_cdir.vip_path, data);
}
#else
QByteArray procFile(qint64 pid, const char *name)
{
    QFile file(QStringLiteral("/proc/%1/%2").arg(pid).arg(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool hasOpen(qint64 pid, const QByteArray &data)
{
    const QByteArray stat = procFile(pid, "stat");
    if (stat.mid(stat.lastIndexOf(')') + 1).trimmed().startsWith('Z'))
        return false; // dead, and its parent has not looked yet
    const QByteArray workFolder = "/proc/" + QByteArray::number(pid) + "/cwd";
    struct stat status = {};
    if (::stat(workFolder.constData(), &status) == 0)
        return isSameFolder(workFolder, data);
    // Root of a container without CAP_SYS_PTRACE may not look there when the server runs as another user. Where nothing can
    // be seen at all it has to count as a server: a wrong lock is a nuisance, two servers on one folder are a disaster.
    const QByteArrayList words = procFile(pid, "cmdline").split('\0');
    return words.size() < 2 || words.contains(data);
}
#endif

Error locked(qint64 pid)
{
    Error error{Error::Code::Conflict, tr("A database server runs on this folder already")};
    error.why = tr("Process %1 has it open").arg(pid);
    error.todo = tr("Stop it, or wait until it has ended");
    error.rule = QStringLiteral("postgres.locked");
    return error;
}

// Into the file itself: its owner stays, which may be another user's than ours.
Result<> overwrite(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::ExistingOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size()
        && file.flush())
        return {};
    Error error = Error::badInput(tr("A lock of a database server that has gone cannot be released"), {path});
    error.why = file.errorString();
    error.rule = QStringLiteral("postgres.folder");
    return error;
}
} // namespace

std::optional<qint64> pidInLock(const QByteArray &lockFile)
{
    bool isNumber = false;
    const qint64 pid = lockFile.split('\n').first().trimmed().toLongLong(&isNumber);
    return isNumber && pid != 0 ? std::optional(qAbs(pid)) : std::nullopt; // negative: a single-user server
}

QByteArray withImpossiblePid(const QByteArray &lockFile)
{
    const qsizetype end = lockFile.indexOf('\n');
    return QByteArray::number(impossiblePid) + (end < 0 ? QByteArray("\n") : lockFile.mid(end));
}

std::optional<qint64> runningPostmaster(const PostgresPlaces &places)
{
    const Result<QByteArray> lock = readFile(lockFiles(places).first(), largestLock);
    const auto pid = lock ? pidInLock(*lock) : std::nullopt;
    return pid && exists(*pid) && hasOpen(*pid, QFile::encodeName(places.data())) ? pid : std::nullopt;
}

Result<> freeStaleLocks(const PostgresPlaces &places)
{
    if (const auto pid = runningPostmaster(places))
        return locked(*pid);
    for (const QString &path : lockFiles(places)) {
        const Result<QByteArray> lock = readFile(path, largestLock);
        if (!lock && lock.error().code == Error::Code::NotFound)
            continue;
        if (!lock)
            return lock.error();
        const auto pid = pidInLock(*lock);
        if (pid && !exists(*pid))
            continue; // postgres itself sees that
        // An empty or garbled file (a power cut) would stop postgres too ("bogus data in lock file").
        if (Result<> written = overwrite(path, withImpossiblePid(*lock)); !written)
            return written;
    }
    return {};
}

} // namespace windsock
