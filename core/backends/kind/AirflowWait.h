// SPDX-License-Identifier: Apache-2.0
// Waits until Airflow answers and is healthy: watches pods, asks Airflow's own health page as soon as its container runs,
// and ends early with the reason when a pod can never get ready.
#pragma once

#include "core/backends/kind/KubeAccess.h"
#include "core/checks/FailureRules.h"
#include "core/plan/RunContext.h"
#include "core/tools/KubeTarget.h"
#include "core/workspace/Workspace.h"

#include <QPointer>

namespace windsock {

struct AirflowWaitRequest
{
    std::shared_ptr<KubeAccess> kube;
    Workspace workspace;
    KubeTarget target;    // for the last lines of a pod that crashes
    bool rollout = false; // pods of an earlier revision have to go first
};

// Resolves when healthy. `context` must outlive it; canceled with it.
Async<> waitForAirflow(RunContext &context, const AirflowWaitRequest &request);

} // namespace windsock
