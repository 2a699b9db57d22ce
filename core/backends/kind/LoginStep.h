// SPDX-License-Identifier: Apache-2.0
// "Create the login": Airflow answers some seconds before the charts' own parts have written the user of the values into
// its database. Waits for these after an installation, so that the login that Start shows works.
#pragma once

#include "core/backends/kind/StartFacts.h"
#include "core/plan/Step.h"

namespace windsock {

// Never fails a start: Airflow is healthy by then. What is not there in two minutes is said and left to the chart.
Step loginStep(const StartFactsPtr &facts);

} // namespace windsock
