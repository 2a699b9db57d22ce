// SPDX-License-Identifier: Apache-2.0
// "Create the kind cluster": creates, thaws or starts the node, whatever reality asks for, and ends when its API answers.
#pragma once

#include "core/backends/kind/KindProbe.h"
#include "core/backends/kind/StartFacts.h"
#include "core/plan/RunContext.h"
#include "core/plan/Step.h"

namespace windsock {

Step clusterStep(const StartFactsPtr &facts, KindProbe &probe);
// Takes the taint away that keeps Airflow's pods waiting while their image is loaded. Fine where there is none.
Async<> letAirflowIn(const StartFactsPtr &facts, RunContext &context);

} // namespace windsock
