// SPDX-License-Identifier: Apache-2.0
// "Install Airflow": `helm upgrade --install`, with the fast boot as Helm's post-renderer. Skipped where the release is
// what the files ask for.
#pragma once

#include "core/backends/kind/BootPatch.h"
#include "core/backends/kind/StartFacts.h"
#include "core/plan/Step.h"
#include "core/tools/Helm.h"

namespace windsock {

Step installStep(const StartFactsPtr &facts);
// Is there something to install, as far as the look of the plan has seen?
bool wouldInstall(const StartFacts &facts);
// What Helm is told by it; with the post-renderer, where the fast boot is on …
helm::UpgradeRequest installRequest(const StartFacts &facts);
// … and what that is told.
BootFacts bootFactsOf(const StartFacts &facts);

} // namespace windsock
