// SPDX-License-Identifier: Apache-2.0
// "Start the database": a PostgreSQL of this workspace's own, beside the environment.
#pragma once

#include "core/backends/standalone/StandaloneFacts.h"
#include "core/plan/Step.h"

namespace windsock::standalone {

Step databaseStep(const StandaloneFactsPtr &facts);

} // namespace windsock::standalone
