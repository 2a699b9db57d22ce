// SPDX-License-Identifier: Apache-2.0
// Follows a starting Airflow to its health: asks its own health page, starts the later parts as soon as that answers, and watches
// the supervisor for a part that ends again and again.
#pragma once

#include "core/backends/standalone/StandaloneFacts.h"

namespace windsock::standalone {

// Errors: Canceled; ToolFailed, rule "standalone.crash-loop", with the part's last lines; NotFound: the supervisor is gone.
Async<> waitForHealth(const StandaloneFactsPtr &facts, RunContext &context);

} // namespace windsock::standalone
