// SPDX-License-Identifier: Apache-2.0
#include "core/supervise/FolderLock.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <sched.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace windsock {

namespace {
constexpr std::chrono::milliseconds patience{100}; // with those who look: microseconds, unless one is interrupted just then

QString tr(const char *text)
{
    return QCoreApplication::translate("FolderLock", text);
}

enum class Lock { Ours, Held, Impossible }; // Impossible: this file system knows no locks

bool isHeldNow()
{
    return errno == EWOULDBLOCK || errno == EINTR;
}

Lock lockAlone(int file)
{
    const auto until = std::chrono::steady_clock::now() + patience;
    while (std::chrono::steady_clock::now() < until) {
        if (::flock(file, LOCK_EX | LOCK_NB) == 0)
            return Lock::Ours;
        if (!isHeldNow())
            return Lock::Impossible;
        // Those who look share the lock for a moment: if it can be shared, nobody owns it.
        if (::flock(file, LOCK_SH | LOCK_NB) != 0)
            return Lock::Held;
        ::flock(file, LOCK_UN);
        ::sched_yield();
    }
    return Lock::Held;
}

// False: somebody has removed the folder and made it again between open() and flock(), and locks another file than we.
bool isStill(int file, const QByteArray &path)
{
    struct stat held = {}, there = {};
    return ::fstat(file, &held) == 0 && ::stat(path.constData(), &there) == 0 && held.st_dev == there.st_dev && held.st_ino == there.st_ino;
}

void writeOwner(int file)
{
    const QByteArray pid = QByteArray::number(qint64(::getpid())) + '\n';
    if (::ftruncate(file, 0) == 0) [[maybe_unused]]
        const auto written = ::pwrite(file, pid.constData(), size_t(pid.size()), 0);
}

Error cannotOpen(const QString &path)
{
    Error error = Error::badInput(tr("The lock of a folder cannot be opened"), {path}, tr("Make the folder writable for you"));
    error.why = QString::fromLocal8Bit(strerror(errno));
    return error;
}

Error taken(const QString &path)
{
    Error error{Error::Code::Conflict, tr("Another Windsock already keeps the components of this folder running")};
    if (const auto pid = FolderLock::holder(path))
        error.why = tr("Process %1 holds %2").arg(*pid).arg(path);
    error.todo = tr("Use that one, or end it first");
    error.rule = "supervise.taken";
    return error;
}
} // namespace

FolderLock::FolderLock(FolderLock &&other) noexcept : m_file(std::exchange(other.m_file, -1)) {}

FolderLock &FolderLock::operator=(FolderLock &&other) noexcept
{
    if (this != &other) {
        release();
        m_file = std::exchange(other.m_file, -1);
    }
    return *this;
}

Result<FolderLock> FolderLock::take(const QString &file)
{
    const QByteArray path = QFile::encodeName(file);
    for (int attempt = 0; attempt < 3; ++attempt) {
        FolderLock lock;
        lock.m_file = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (lock.m_file < 0)
            return cannotOpen(file);
        const Lock got = lockAlone(lock.m_file);
        if (got != Lock::Ours)
            return got == Lock::Held ? taken(file) : cannotOpen(file);
        if (!isStill(lock.m_file, path))
            continue;
        writeOwner(lock.m_file);
        return lock;
    }
    return taken(file);
}

bool FolderLock::isHeld(const QString &file)
{
    const int look = ::open(QFile::encodeName(file).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (look < 0)
        return false;
    const bool isHeld = ::flock(look, LOCK_SH | LOCK_NB) != 0 && isHeldNow();
    ::close(look); // gives the share back
    return isHeld;
}

std::optional<qint64> FolderLock::holder(const QString &file)
{
    if (!isHeld(file))
        return std::nullopt;
    QFile text(file);
    const qint64 pid = text.open(QIODevice::ReadOnly) ? text.read(32).trimmed().toLongLong() : 0;
    return pid > 0 ? std::optional(pid) : std::nullopt;
}

void FolderLock::release()
{
    if (m_file >= 0)
        ::close(std::exchange(m_file, -1));
}

} // namespace windsock
