// SPDX-License-Identifier: Apache-2.0
// The web page through a NodePort that kind maps to a port of 127.0.0.1: nothing to keep up.
#pragma once

#include "core/workspace/Workspace.h"

namespace windsock {

// The host port, where the values give the web Service a NodePort and kind-cluster.yaml maps it.
std::optional<int> directWebPort(const Workspace &workspace);

} // namespace windsock
