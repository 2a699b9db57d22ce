// SPDX-License-Identifier: Apache-2.0
// What the cluster page says about a state, a run under way, a run that ended. Words only.
#pragma once

#include "core/cluster/Cluster.h"

namespace windsock {

QString progressTitle(Intent intent);                              // "Starting cluster"
QString stateRemark(const Cluster &cluster, const QDateTime &now); // "ready since 12:05 · started in 1 min 12 s"
QString canceledText(const PlanRun &run);
Error foreignError(const Cluster &cluster); // the name belongs to somebody else

} // namespace windsock
