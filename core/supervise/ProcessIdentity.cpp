// SPDX-License-Identifier: Apache-2.0
#include "core/supervise/ProcessIdentity.h"

#include "core/supervise/ProcessEntry.h"

#include <cerrno>
#include <csignal>
#include <unistd.h>
#ifdef Q_OS_LINUX
#include <sys/syscall.h>
#endif

namespace windsock {

QJsonObject toJson(const ProcessIdentity &identity)
{
    return {{"pid", identity.pid}, {"started", identity.started}, {"boot", identity.boot}};
}

ProcessIdentity identityFromJson(const QJsonObject &json)
{
    return {json["pid"].toInteger(), json["started"].toInteger(), json["boot"].toString()};
}

std::optional<ProcessIdentity> identityOf(qint64 pid)
{
    const auto entry = processEntry(pid);
    if (!entry || entry->isDead)
        return std::nullopt;
    return ProcessIdentity{pid, entry->started, systemBootId()};
}

bool isAlive(const ProcessIdentity &identity)
{
    return identity.isKnown() && identityOf(identity.pid) == identity;
}

bool signalProcess(const ProcessIdentity &identity, int signal)
{
    // Never everything (kill(2) with -1 and 0), never init, never ourselves: no record is right about those.
    if (identity.pid <= 1 || identity.pid == ::getpid())
        return false;
#if defined(Q_OS_LINUX) && defined(SYS_pidfd_open) && defined(SYS_pidfd_send_signal)
    const int process = int(::syscall(SYS_pidfd_open, pid_t(identity.pid), 0));
    if (process >= 0) {
        // What the descriptor means stays the same process, so the look below is about the one that gets the signal.
        const bool sent = isAlive(identity) && ::syscall(SYS_pidfd_send_signal, process, signal, nullptr, 0) == 0;
        ::close(process);
        return sent;
    }
    if (errno == ESRCH)
        return false;
#endif
    return isAlive(identity) && ::kill(pid_t(identity.pid), signal) == 0;
}

} // namespace windsock
