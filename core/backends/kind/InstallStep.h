// SPDX-License-Identifier: Apache-2.0
// "Install Airflow": `helm upgrade --install`, with the fast boot as Helm's post-renderer. Skipped where the release is
// what the files ask for.
#pragma once

#include "core/backends/kind/StartFacts.h"
#include "core/plan/Step.h"

namespace windsock {

Step installStep(const StartFactsPtr &facts);

} // namespace windsock
