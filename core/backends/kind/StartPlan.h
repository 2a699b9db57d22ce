// SPDX-License-Identifier: Apache-2.0
// Start, Restart and Reset: the whole story of each on one screen.
#pragma once

#include "core/backends/kind/KindProbe.h"
#include "core/plan/Step.h"

namespace windsock {

inline constexpr char waitStepId[] = "wait"; // after it the web page answers

Plan startPlan(const Workspace &workspace, KindSession &session, KindProbe &probe);
Plan restartPlan(const Workspace &workspace, KindSession &session, KindProbe &probe);
Plan resetPlan(const Workspace &workspace, KindSession &session, KindProbe &probe); // Delete, then Start

} // namespace windsock
