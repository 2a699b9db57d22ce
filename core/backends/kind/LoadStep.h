// SPDX-License-Identifier: Apache-2.0
// "Load the image": brings the image into the node if the node does not have it, then lets Airflow's pods start.
#pragma once

#include "core/backends/kind/StartFacts.h"
#include "core/plan/Step.h"

namespace windsock {

Step loadStep(const StartFactsPtr &facts);
// What is to be done about the image that was loaded last, once nobody waits; no steps: nothing.
Plan primePlan(KindSession &session);

} // namespace windsock
