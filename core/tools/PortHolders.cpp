// SPDX-License-Identifier: Apache-2.0
// The part of HostPorts.h that reads Linux' /proc: listening sockets, then the process that has one of them open.
#include "core/tools/HostPorts.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <pwd.h>
#include <unistd.h>

namespace windsock {

namespace {
struct Listener
{
    QString inode;
    uint user = 0;
    bool ipv6Only = false;
};

QByteArray contentOf(const QString &path, qint64 most)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(most) : QByteArray();
}

// "  0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000  0 123456 …" (man 5 proc)
std::optional<Listener> listenerIn(const QByteArray &line, int port)
{
    const QList<QByteArray> cells = line.simplified().split(' ');
    if (cells.size() < 10 || cells.at(3) != "0A") // LISTEN
        return std::nullopt;
    const QList<QByteArray> local = cells.at(1).split(':');
    if (local.size() != 2 || local.at(1).toInt(nullptr, 16) != port)
        return std::nullopt;
    const QByteArray address = local.at(0);
    const bool loopback6 = address == "00000000000000000000000001000000";
    const bool loopback4 = address.size() == 8 && address.endsWith("7F");
    const bool any = address.count('0') == address.size();
    const bool mapped = address.startsWith("0000000000000000FFFF0000") && address.endsWith("7F");
    if (!loopback4 && !loopback6 && !any && !mapped)
        return std::nullopt; // another address of this machine is not in our way
    return Listener{QString::fromLatin1(cells.at(9)), cells.at(7).toUInt(), loopback6};
}

std::optional<Listener> findListener(int port, const QString &procFolder)
{
    std::optional<Listener> found;
    for (const char *table : {"/net/tcp6", "/net/tcp"}) {
        const QList<QByteArray> lines = contentOf(procFolder + QLatin1String(table), 16 * 1024 * 1024).split('\n');
        for (const QByteArray &line : lines) {
            const std::optional<Listener> listener = listenerIn(line, port);
            if (listener && (!found || found->ipv6Only))
                found = listener;
        }
    }
    return found;
}

bool hasOpen(const QString &processFolder, const QString &socket)
{
    const QFileInfoList handles = QDir(processFolder + "/fd").entryInfoList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
    for (const QFileInfo &handle : handles) {
        char target[64];
        const ssize_t length = ::readlink(QFile::encodeName(handle.filePath()).constData(), target, sizeof target);
        if (length > 0 && QString::fromLocal8Bit(target, int(length)) == socket)
            return true;
    }
    return false;
}

// 0 where no process that we may look into has it
qint64 processWith(const QString &inode, const QString &procFolder)
{
    const QString socket = QStringLiteral("socket:[%1]").arg(inode);
    const QStringList entries = QDir(procFolder).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &entry : entries) {
        bool isNumber = false;
        const qint64 pid = entry.toLongLong(&isNumber);
        if (isNumber && hasOpen(procFolder + u'/' + entry, socket))
            return pid;
    }
    return 0;
}

QString userName(uint id)
{
    // Threads of the pool ask beside each other.
    passwd entry = {}, *found = nullptr;
    QByteArray buffer(16 * 1024, '\0');
    ::getpwuid_r(id, &entry, buffer.data(), size_t(buffer.size()), &found);
    return found ? QString::fromLocal8Bit(found->pw_name) : QString::number(id);
}
} // namespace

std::optional<PortHolder> findPortHolder(int port, const QString &procFolder)
{
    const std::optional<Listener> listener = findListener(port, procFolder);
    if (!listener)
        return std::nullopt;
    PortHolder holder;
    holder.user = userName(listener->user);
    holder.ipv6Only = listener->ipv6Only;
    holder.pid = processWith(listener->inode, procFolder);
    if (holder.pid > 0) {
        const QString folder = procFolder + u'/' + QString::number(holder.pid);
        holder.name = QString::fromLocal8Bit(contentOf(folder + "/comm", 64)).trimmed();
        holder.commandLine = QString::fromLocal8Bit(contentOf(folder + "/cmdline", 300).replace('\0', ' ')).trimmed();
    }
    return holder;
}

} // namespace windsock
