// SPDX-License-Identifier: Apache-2.0
// What the steps of Start would run, for --dry-run: as far as the plan's look has seen (lookAhead()). Programs that would be looked for
// at first stand there by name.
#pragma once

#include "core/backends/standalone/StandaloneFacts.h"
#include "core/plan/Step.h"

namespace windsock {

// What the plan does before its steps of Start to what is there: Restart ends the parts, Reset removes all but the environment.
enum class Before { Nothing, EndsParts, RemovesAll };

// Gives each step that runs children its preview: none where nothing is to be done, and where the files do not say enough, which
// Start itself explains. Without environments: they may hold secrets of the user's.
void addPreviews(QList<Step> &steps, const StandaloneFactsPtr &facts, Before before);

} // namespace windsock
