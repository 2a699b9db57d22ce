// SPDX-License-Identifier: Apache-2.0
#include "core/process/ChildEnd.h"

#include <QCoreApplication>

#include <csignal>
#include <cstring>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("ChildEnd", text);
}

Error failure(Error::Code code, const QString &what, const Command &command, const ChildEnd &end)
{
    Error error{code, what};
    error.evidence = QString::fromUtf8(end.lastLines);
    error.why = tr("Command: %1").arg(command.shown());
    return error;
}

Error notStarted(const Command &command, const ChildEnd &end)
{
    Error error{Error::Code::ToolFailed, tr("%1 could not be started").arg(command.name())};
    error.why = end.reason;
    error.todo = command.program.isEmpty()
                     ? tr("Run “%1 version” in a terminal to see whether the program works on this machine").arg(command.name())
                     : tr("Run %1 in a terminal to see whether the program works on this machine").arg(command.program);
    return error;
}

Error killed(const Command &command, const ChildEnd &end)
{
    const QString name = QString::fromLocal8Bit(strsignal(end.code));
    const QString what = tr("%1 was ended by signal %2 (%3), which Windsock did not send");
    Error error = failure(Error::Code::ToolFailed, what.arg(command.name()).arg(end.code).arg(name), command, end);
    error.todo = end.code == SIGKILL ? tr("Memory may have run out: close other programs or give the engine more, then try again")
                                     : tr("Try again; if it happens again, update %1").arg(command.name());
    return error;
}

Error timedOut(const Command &command, const ChildEnd &end)
{
    const QString what = tr("%1 did not end within %2 s and was stopped").arg(command.name()).arg(command.limit.count());
    Error error = failure(Error::Code::Timeout, what, command, end);
    error.todo = tr("Check that the engine and the network answer, then try again");
    return error;
}
} // namespace

QString howName(ChildEnd::How how)
{
    switch (how) {
    case ChildEnd::How::Exited: return QStringLiteral("exited");
    case ChildEnd::How::Signaled: return QStringLiteral("signaled");
    case ChildEnd::How::Canceled: return QStringLiteral("canceled");
    case ChildEnd::How::TimedOut: return QStringLiteral("timed-out");
    case ChildEnd::How::Followed: return QStringLiteral("followed");
    case ChildEnd::How::NotStarted: return QStringLiteral("not-started");
    }
    return {};
}

Result<CommandOutput> outcome(const Command &command, const ChildEnd &end)
{
    switch (end.how) {
    case ChildEnd::How::NotStarted: return notStarted(command, end);
    case ChildEnd::How::Signaled: return killed(command, end);
    case ChildEnd::How::TimedOut: return timedOut(command, end);
    case ChildEnd::How::Canceled: return Error::canceled();
    case ChildEnd::How::Exited:
    case ChildEnd::How::Followed: break;
    }
    CommandOutput output = end.output;
    output.exitCode = end.shellCode();
    return output;
}

} // namespace windsock
