// SPDX-License-Identifier: Apache-2.0
// What the workspace's files ask for, as rows: known without looking at the cluster.
#pragma once

#include "core/backends/Backend.h"

namespace windsock {

QList<Fact> workspaceFacts(const Workspace &workspace);

} // namespace windsock
