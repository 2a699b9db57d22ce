// SPDX-License-Identifier: Apache-2.0
// Processes by /proc (proc(5)).
#include <QtGlobal>

#ifdef Q_OS_LINUX
#include "core/supervise/ProcessEntry.h"

#include <QByteArrayList>

#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

namespace windsock {

namespace {
constexpr qsizetype largestEnvironment = 4 * 1024 * 1024; // bytes; the kernel allows a quarter of the stack's limit

// Not QFile: a sweep reads hundreds of these.
QByteArray readAll(const QByteArray &path, qsizetype most)
{
    const int file = ::open(path.constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return {};
    QByteArray bytes;
    char block[8192];
    while (bytes.size() < most) {
        const ssize_t count = ::read(file, block, sizeof block);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            break;
        bytes.append(block, count);
    }
    ::close(file);
    return bytes;
}

QByteArray procPath(qint64 pid, const char *name)
{
    return "/proc/" + QByteArray::number(pid) + name;
}
} // namespace

std::optional<ProcessEntry> processEntry(qint64 pid)
{
    if (pid <= 0)
        return std::nullopt;
    const QByteArray text = readAll(procPath(pid, "/stat"), 4096);
    // The second field is the program's name in parentheses, which may itself hold blanks and parentheses.
    const QByteArrayList fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    constexpr qsizetype state = 0, parent = 1, session = 3, started = 19; // fields 3, 4, 6 and 22
    if (fields.size() <= started)
        return std::nullopt;
    return ProcessEntry{.parent = fields[parent].toLongLong(),
                        .session = fields[session].toLongLong(),
                        .started = fields[started].toLongLong(),
                        .isDead = fields[state] == "Z" || fields[state] == "X"};
}

QList<qint64> processIdsInReach()
{
    const std::unique_ptr<DIR, int (*)(DIR *)> folder(::opendir("/proc"), ::closedir);
    QList<qint64> ids;
    while (const dirent *entry = folder ? ::readdir(folder.get()) : nullptr) {
        bool isNumber = false;
        const qint64 pid = QByteArray(entry->d_name).toLongLong(&isNumber);
        struct stat info = {};
        if (isNumber && ::stat(procPath(pid, "").constData(), &info) == 0 && (info.st_uid == ::geteuid() || ::geteuid() == 0))
            ids += pid;
    }
    return ids;
}

QByteArray environmentOf(qint64 pid)
{
    return readAll(procPath(pid, "/environ"), largestEnvironment);
}

QString systemBootId()
{
    static const QString id = QString::fromLatin1(readAll("/proc/sys/kernel/random/boot_id", 64).trimmed());
    return id;
}

} // namespace windsock
#endif
