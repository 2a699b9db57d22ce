// SPDX-License-Identifier: Apache-2.0
// "Check tools, ports and values": looks at reality first; where that already is what the files ask for, nothing else is
// asked. Else everything that could go wrong later is looked at now, before anything is built.
#pragma once

#include "core/backends/kind/KindProbe.h"
#include "core/backends/kind/StartFacts.h"
#include "core/plan/Step.h"

namespace windsock {

Step checkStep(const StartFactsPtr &facts, KindProbe &probe);

} // namespace windsock
