// SPDX-License-Identifier: Apache-2.0
// What a workspace needs of this place when it moves to another one, beside restParts() (PartsStep.h), see Backend.
#pragma once

#include "core/backends/standalone/StandaloneFacts.h"

namespace windsock::standalone {

// Starts the database if it does not run. Errors: NotFound, where nothing was started here or its Python environment is gone.
Async<ObjectExport> exportObjects(const StandaloneFactsPtr &facts, RunContext &context);

} // namespace windsock::standalone
