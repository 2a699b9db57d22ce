// SPDX-License-Identifier: Apache-2.0
// Python compiles what it loads for the first time, on one processor. While the database of a new environment is prepared, another
// one loads what Airflow's parts will load, so that they find it compiled. Nothing depends on how far it comes.
#pragma once

#include "core/backends/standalone/StandaloneFacts.h"

namespace windsock::standalone {

class ImportWarmup
{
public:
    ImportWarmup(const StandaloneFacts &facts, RunContext &context); // begins at once
    // Ends it, wherever it is; resolves when its process has gone. Never an error.
    Async<> end();

private:
    Cancel m_cancel;
    CancelHook m_hook; // the run's cancel is ours, too
    Async<> m_ended;
};

} // namespace windsock::standalone
