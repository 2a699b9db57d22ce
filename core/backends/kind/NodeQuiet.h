// SPDX-License-Identifier: Apache-2.0
// Before a node is taken away: no container is being made in it any more. With cgroups of version 1 a runtime that is killed in
// the middle leaves its container frozen; nothing can end that one, and the engine says for ever: "tried to kill container, but
// did not receive an exit event" (runc freezes a container's group while it sets its devices; seen with docker 20.10).
#pragma once

#include "core/backends/kind/NodeControl.h"

namespace windsock {

// Halts the kubelet and waits for what containerd has begun: 2 s at most, mostly a tenth of that. Whatever goes wrong, the node is
// about to go: no error. Nothing is done to one that is stopped or paused, nor where there is none.
Async<> quietNode(RunContext &context, const FoundNode &node);

} // namespace windsock
