// SPDX-License-Identifier: Apache-2.0
// The plans that only touch the node: Pause, Stop, Delete. Each safe to repeat: done is done.
#pragma once

#include "core/backends/kind/KindSession.h"
#include "core/plan/Step.h"

namespace windsock {

// `context` lives as long as the looks of these plans are waited for.
Plan pausePlan(const Workspace &workspace, KindSession &session, QObject *context);
Plan stopPlan(const Workspace &workspace, KindSession &session, QObject *context);
Plan deletePlan(const Workspace &workspace, KindSession &session, QObject *context);
// Deletes the cluster and our files about it; of Reset too. Nothing to delete is fine, somebody else's is refused.
Step deleteStep(const Workspace &workspace, KindSession &session);

} // namespace windsock
