// SPDX-License-Identifier: Apache-2.0
// How a child ended, and what that means to whoever asked for it.
#pragma once

#include "core/base/Result.h"
#include "core/process/Command.h"

namespace windsock {

struct ChildEnd
{
    // Exited and Signaled on its own; Canceled, TimedOut and Followed (the other end of a pipe was over) by us.
    enum class How { Exited, Signaled, Canceled, TimedOut, Followed, NotStarted };
    How how = How::NotStarted;
    int code = 0;              // exit code, or the signal's number where `died`
    bool died = false;         // by a signal, whoever sent it
    QString reason = {};       // NotStarted: the system's words
    QByteArray lastLines = {}; // of its output, redacted
    CommandOutput output = {};

    bool succeeded() const { return how == How::Exited && code == 0; }
    int shellCode() const { return died ? 128 + code : code; } // as a shell would say it
};

QString howName(ChildEnd::How how); // "timed-out": stable, used in the ledger

// The output, or what kept the command from ending by itself.
Result<CommandOutput> outcome(const Command &command, const ChildEnd &end);

} // namespace windsock
