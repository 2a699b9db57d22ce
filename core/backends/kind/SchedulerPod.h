// SPDX-License-Identifier: Apache-2.0
// The pod that Airflow is asked in: its scheduler, which both charts have and which mounts what tasks mount.
#pragma once

#include "core/backends/kind/KindLook.h"

namespace windsock {

struct SchedulerPod
{
    QString pod, container; // Airflow's own, not a side-car
};

// Absent where no scheduler runs in a cluster that is ours.
std::optional<SchedulerPod> runningScheduler(const KindLook &look);

} // namespace windsock
