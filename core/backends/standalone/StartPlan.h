// SPDX-License-Identifier: Apache-2.0
// Start, Restart, Stop, Reset and Delete of an Airflow without containers: the whole story of each on one screen.
#pragma once

#include "core/backends/standalone/StandaloneFacts.h"
#include "core/plan/Step.h"

namespace windsock::standalone {

Plan startPlan(const StandaloneFactsPtr &facts);
Plan restartPlan(const StandaloneFactsPtr &facts);
Plan stopPlan(const StandaloneFactsPtr &facts);
Plan resetPlan(const StandaloneFactsPtr &facts); // Delete, then Start
Plan deletePlan(const StandaloneFactsPtr &facts);

} // namespace windsock::standalone
