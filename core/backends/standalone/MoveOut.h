// SPDX-License-Identifier: Apache-2.0
// What a workspace needs of this place when it moves to another one, see Backend.
#pragma once

#include "core/backends/standalone/StandaloneFacts.h"

namespace windsock::standalone {

// Airflow's parts end, and what a killed supervisor has left; the database stays as it is. Nothing there is no error.
Async<> restParts(const StandaloneFactsPtr &facts, RunContext &context);

// Starts the database if it does not run. Errors: NotFound, where nothing was started here or its Python environment is gone.
Async<ObjectExport> exportObjects(const StandaloneFactsPtr &facts, RunContext &context);

} // namespace windsock::standalone
