// SPDX-License-Identifier: Apache-2.0
// "Prepare the database": brings it to Airflow's version and to the users, connections, variables and pools that the files ask for.
#pragma once

#include "core/backends/standalone/StandaloneFacts.h"
#include "core/plan/Step.h"

namespace windsock::standalone {

Step prepareStep(const StandaloneFactsPtr &facts);

} // namespace windsock::standalone
