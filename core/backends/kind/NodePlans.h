// SPDX-License-Identifier: Apache-2.0
// The plans that only touch the node: Pause, Stop, Delete. Each safe to repeat: done is done.
#pragma once

#include "core/backends/kind/KindSession.h"
#include "core/plan/Step.h"

namespace windsock {

Plan pausePlan(const Workspace &workspace, KindSession &session);
Plan stopPlan(const Workspace &workspace, KindSession &session);
Plan deletePlan(const Workspace &workspace, KindSession &session);
// Deletes the cluster and our files about it; of Reset too. Nothing to delete is fine, somebody else's is refused.
Step deleteStep(const Workspace &workspace, KindSession &session);

} // namespace windsock
