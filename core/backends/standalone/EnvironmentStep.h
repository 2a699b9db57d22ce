// SPDX-License-Identifier: Apache-2.0
// "Make the Python environment": one per content, shared by workspaces; there already in most runs.
#pragma once

#include "core/backends/standalone/StandaloneFacts.h"
#include "core/plan/Step.h"

namespace windsock::standalone {

Step environmentStep(const StandaloneFactsPtr &facts);

} // namespace windsock::standalone
