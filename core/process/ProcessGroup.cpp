// SPDX-License-Identifier: Apache-2.0
#include "core/process/ProcessGroup.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

namespace windsock {

namespace {
// Everything from here to becomeChild() runs in the forked child: async-signal-safe calls only.
void defaultSignals()
{
    for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE, SIGCHLD, SIGUSR1, SIGUSR2})
        ::signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
}

void dieWithParent([[maybe_unused]] pid_t parent)
{
#ifdef Q_OS_LINUX
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    // The parent may have died before the line above: then no signal comes any more (prctl(2)).
    if (getppid() != parent)
        _exit(1);
#endif
}

bool closeTheRestOnExec()
{
#if defined(Q_OS_LINUX) && defined(SYS_close_range)
    // Not closed at once: QProcess still reports a failed exec through a pipe of its own. An old kernel refuses: no harm.
    constexpr unsigned closeOnExec = 1U << 2; // CLOSE_RANGE_CLOEXEC, Linux 5.11
    return syscall(SYS_close_range, 3U, ~0U, closeOnExec) == 0;
#else
    return false;
#endif
}

void becomeChild(pid_t parent, ChildFiles files)
{
    setsid();
    dieWithParent(parent);
    defaultSignals();
    if (files.input >= 0)
        dup2(files.input, STDIN_FILENO);
    if (files.output >= 0)
        dup2(files.output, STDOUT_FILENO);
    closeTheRestOnExec();
}
} // namespace

std::function<void()> childSetup(ChildFiles files)
{
    return [parent = getpid(), files] { becomeChild(parent, files); };
}

void keepDescriptorsFromChildren()
{
    if (closeTheRestOnExec())
        return;
    const long most = std::min(::sysconf(_SC_OPEN_MAX), 65536L);
    for (int file = 3; file < most; ++file) {
        const int flags = ::fcntl(file, F_GETFD);
        if (flags >= 0)
            ::fcntl(file, F_SETFD, flags | FD_CLOEXEC);
    }
}

bool signalGroup(qint64 leader, int signal)
{
    return leader > 0 && ::kill(-pid_t(leader), signal) == 0;
}

bool groupLives(qint64 leader)
{
    return leader > 0 && (::kill(-pid_t(leader), 0) == 0 || errno == EPERM);
}

} // namespace windsock
