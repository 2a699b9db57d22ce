// SPDX-License-Identifier: Apache-2.0
// "Compile the Python packages": for the time after a Start, when nobody waits. What Airflow has loaded is compiled by then; this
// does the rest, which tasks load.
#pragma once

#include "core/backends/standalone/StandaloneFacts.h"
#include "core/plan/Step.h"

namespace windsock::standalone {

// Of the environment that the record names; done at once where there is none, or where it was compiled before.
Step compileStep(const StandaloneFactsPtr &facts);

} // namespace windsock::standalone
