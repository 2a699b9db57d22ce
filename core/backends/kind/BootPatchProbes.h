// SPDX-License-Identifier: Apache-2.0
// The probes of a pod: first answers are looked for each second, with the same patience in all; what comes after the
// first answer keeps the chart's rhythm. Probes that start all of Airflow come later. Nothing is killed earlier than the chart would.
#pragma once

#include "core/backends/kind/BootPatchScene.h"

namespace windsock::bootPatch {

// True when they changed something.
bool delayHeavyProbes(ManifestNode &spec, Part part);
bool hastenFirstAnswer(ManifestNode &spec, Part part);

} // namespace windsock::bootPatch
