// SPDX-License-Identifier: Apache-2.0
// What is known without looking at the cluster, as rows: where it runs, and what the workspace's files ask for there.
#pragma once

#include "core/backends/Backend.h"

namespace windsock {

Fact modeFact(Mode mode);
QList<Fact> workspaceFacts(const Workspace &workspace);

} // namespace windsock
