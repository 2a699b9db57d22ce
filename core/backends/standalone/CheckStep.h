// SPDX-License-Identifier: Apache-2.0
// "Check files, Python and ports": reads what the files ask for, looks at what is there; where that is the same, nothing else is
// asked. Says what of the files cannot be carried over.
#pragma once

#include "core/backends/standalone/StandaloneFacts.h"
#include "core/plan/Step.h"

namespace windsock::standalone {

Step checkStep(const StandaloneFactsPtr &facts);

// Its first part, for the previews of the steps behind it: what is there. Errors: files that do not say what to
// start, and Canceled.
Async<> lookAhead(const StandaloneFactsPtr &facts, const Cancel &cancel);

} // namespace windsock::standalone
