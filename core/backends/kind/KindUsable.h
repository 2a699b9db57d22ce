// SPDX-License-Identifier: Apache-2.0
// Could a kind cluster be made on this machine? For workspaces that leave the mode open: a quick question, not the full check.
#pragma once

#include "core/backends/kind/KindSession.h"
#include "core/workspace/Workspace.h"

namespace windsock {

// Fine: an engine answers, or one is installed and could be started; and the node image is here, or its registry has it. Each
// question has 3 s, so that a machine without a way out is not waited for. Errors: why not, in `what`. `canStartEngine`:
// installedEngines() knows one.
Async<> isKindUsable(KindSession &session, const Workspace &workspace, bool canStartEngine, QObject *context);

} // namespace windsock
