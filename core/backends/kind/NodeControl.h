// SPDX-License-Identifier: Apache-2.0
// The node container of one cluster: find it, prove it, freeze, thaw, stop, start. Refuses whatever is not ours.
#pragma once

#include "core/backends/kind/KindSession.h"
#include "core/backends/kind/Ownership.h"
#include "core/plan/RunContext.h"
#include "core/plan/Step.h"

#include <optional>

namespace windsock {

using FoundNode = std::optional<docker::Container>;

// Absent where there is no such container; an error where the engine does not answer.
Async<FoundNode> findNode(CommandRunner &runner, const KindPlaces &places, QObject *context, const Cancel &cancel = {});
// Looks until it is there, `patience` at most: an engine goes on making a container when the one who asked for it is gone.
Async<FoundNode> awaitNode(RunContext &context, const KindPlaces &places, std::chrono::milliseconds patience, const Cancel &cancel);
// One look, and Conflict where it is not ours.
Async<FoundNode> findOwnNode(RunContext &context, const KindPlaces &places);

// Runs a command; a bad exit is explained by the failure rules, with places in the workspace's files where one is given.
Async<CommandOutput> runChecked(RunContext &context, const Command &command, const Workspace *workspace = nullptr);
// The same explanation for output that was got otherwise.
Error explained(const QString &stepId, Tool tool, const CommandOutput &output, const Workspace *workspace = nullptr);

bool isUp(const docker::Container &node); // runs, paused or not
bool isPaused(const docker::Container &node);

} // namespace windsock
