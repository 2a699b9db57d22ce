// SPDX-License-Identifier: Apache-2.0
// What is left of a folder's components when no supervisor runs: after a kill -9 of it on macOS, or of what had left its session. For those
// who stop or delete a workspace without a supervisor; a supervisor does the same when it starts.
#pragma once

#include "core/base/Async.h"
#include "core/base/Clock.h"
#include "core/supervise/SupervisorFolder.h"

namespace windsock {

class FolderCleanup
{
public:
    static int count(const SupervisorFolder &folder); // processes that are left now
    // Ends them; the number of those that were. Errors: Conflict: a supervisor runs, which is to be asked instead; ToolFailed as
    // ProcessSweep.
    static Async<int> run(const SupervisorFolder &folder, Clock &clock, QObject *context);
};

} // namespace windsock
