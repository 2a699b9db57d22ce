// SPDX-License-Identifier: Apache-2.0
// "Check tools, ports and values": looks at reality first; where that already is what the files ask for, nothing else is
// asked. Else everything that could go wrong later is looked at now, before anything is built.
#pragma once

#include "core/backends/kind/KindProbe.h"
#include "core/backends/kind/StartFacts.h"
#include "core/plan/Step.h"

namespace windsock {

Step checkStep(const StartFactsPtr &facts, KindProbe &probe);

// Its first part, for the previews of the steps behind it: what is there, and which image the files would give. Only a cancel and a
// cluster that is somebody else's are errors.
Async<> lookAhead(const StartFactsPtr &facts, KindProbe &probe, const Cancel &cancel);

} // namespace windsock
