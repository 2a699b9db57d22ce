// SPDX-License-Identifier: Apache-2.0
// Which process of ours keeps this workspace's page reachable, and on which port: written down beside the kubeconfig, so that a Start
// elsewhere tells its own from a stranger.
#pragma once

#include "core/backends/kind/KindPlaces.h"
#include "core/base/Result.h"

#include <optional>

namespace windsock {

Result<> writeForwardMark(const KindPlaces &places, int port); // this process
void removeForwardMark(const KindPlaces &places);
// A process that lives. Its id may be another program's by now: whoever builds on it compares it with who holds the port.
std::optional<qint64> forwarderOf(const KindPlaces &places, int port);

} // namespace windsock
