// SPDX-License-Identifier: Apache-2.0
// Processes by libproc and sysctl(3): macOS has no /proc.
#include <QtGlobal>

#ifdef Q_OS_MACOS
#include "core/supervise/ProcessEntry.h"

#include <cstring>
#include <libproc.h>
#include <sys/proc.h>
#include <sys/sysctl.h>
#include <unistd.h>

namespace windsock {

std::optional<ProcessEntry> processEntry(qint64 pid)
{
    struct proc_bsdinfo info = {};
    if (pid <= 0 || ::proc_pidinfo(pid_t(pid), PROC_PIDTBSDINFO, 0, &info, sizeof info) != int(sizeof info))
        return std::nullopt;
    return ProcessEntry{.parent = qint64(info.pbi_ppid),
                        .session = qint64(::getsid(pid_t(pid))),
                        .started = qint64(info.pbi_start_tvsec) * 1000000 + qint64(info.pbi_start_tvusec),
                        .isDead = info.pbi_status == SZOMB};
}

QList<qint64> processIdsInReach()
{
    const uint32_t which = ::geteuid() == 0 ? PROC_ALL_PIDS : PROC_UID_ONLY;
    const int room = ::proc_listpids(which, ::geteuid(), nullptr, 0); // bytes, with some to spare
    if (room <= 0)
        return {};
    QList<pid_t> pids(qsizetype(room) / qsizetype(sizeof(pid_t)), 0);
    const int used = ::proc_listpids(which, ::geteuid(), pids.data(), room);
    QList<qint64> ids;
    for (qsizetype at = 0; at < qsizetype(used) / qsizetype(sizeof(pid_t)); ++at) {
        if (pids[at] > 0)
            ids += pids[at];
    }
    return ids;
}

// KERN_PROCARGS2: argc as an int, the program's path, NULs, argc arguments, then the environment.
QByteArray environmentOf(qint64 pid)
{
    int most = 0;
    size_t size = sizeof most;
    int argMax[] = {CTL_KERN, KERN_ARGMAX};
    if (::sysctl(argMax, 2, &most, &size, nullptr, 0) != 0)
        return {};
    QByteArray bytes(most, '\0');
    size = size_t(most);
    int args[] = {CTL_KERN, KERN_PROCARGS2, int(pid)};
    int count = 0;
    if (::sysctl(args, 3, bytes.data(), &size, nullptr, 0) != 0 || size < sizeof count)
        return {};
    bytes.truncate(qsizetype(size));
    std::memcpy(&count, bytes.constData(), sizeof count);
    qsizetype at = bytes.indexOf('\0', sizeof count);
    while (at >= 0 && at < bytes.size() && bytes[at] == '\0')
        ++at;
    for (; count > 0 && at > 0; --count)
        at = bytes.indexOf('\0', at) + 1;
    return at > 0 ? bytes.mid(at) : QByteArray();
}

QString systemBootId()
{
    return {}; // a start in microseconds since 1970 is not met again
}

} // namespace windsock
#endif
