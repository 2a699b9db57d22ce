// SPDX-License-Identifier: Apache-2.0
// Ends processes that are not our children, so that nobody tells us of their end: TERM to each, after a while KILL, and looks again until
// nothing is left, also of what they have forked meanwhile. Signals nothing but what `look` names and still is that process.
#pragma once

#include "core/base/Async.h"
#include "core/base/Clock.h"
#include "core/supervise/ProcessIdentity.h"

namespace windsock {

class ProcessSweep
{
public:
    using Look = std::function<QList<ProcessIdentity>()>;
    // `known`: found earlier, ended too if they still live (their ties may have been cut since).
    struct Target
    {
        Look look;
        QList<ProcessIdentity> known = {};
        std::chrono::milliseconds grace{2000}; // between TERM and KILL
    };
    // The number of processes that were ended. Error: ToolFailed, some live on after KILL (they hang in the kernel), named by id.
    static Async<int> run(Target target, Clock &clock, QObject *context);
};

} // namespace windsock
