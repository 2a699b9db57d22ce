// SPDX-License-Identifier: Apache-2.0
// "Build the image": only when something that the build reads has changed. Tags the result by its content, so that a
// rebuilt image really reaches the pods.
#pragma once

#include "core/backends/kind/StartFacts.h"
#include "core/plan/RunContext.h"
#include "core/plan/Step.h"

namespace windsock {

// Finds out what an unchanged build would give: fills inputsHash, and imageId where it is remembered. That is enough to see
// whether the release in the cluster is of today; whoever needs the image itself asks confirmImage(), too.
Async<> lookForImage(const StartFactsPtr &facts, CommandRunner &runner, QObject *context, const Cancel &cancel);
// Empties imageId where Docker has that image no more.
Async<> confirmImage(const StartFactsPtr &facts, CommandRunner &runner, QObject *context, const Cancel &cancel);
Step buildStep(const StartFactsPtr &facts);

} // namespace windsock
