// SPDX-License-Identifier: Apache-2.0
// From what is seen and what is under way to one word, and from the word to what can be done. Pure; nobody sets a state.
#pragma once

#include "core/backends/Backend.h"

#include <optional>

namespace windsock {

enum class ClusterState {
    Unknown, // not looked yet, or the look failed
    Absent,  // nothing there
    Foreign, // there is one by that name, and it is not ours
    Stopped,
    Paused,
    Starting,
    Running,  // Airflow healthy
    Degraded, // up, but Airflow is not healthy or not installed
    Stopping,
    Restarting,
    Deleting,
};
QString stateName(ClusterState state);  // "running": stable, used in JSON
QString stateTitle(ClusterState state); // "Running": for people
bool isThere(ClusterState state);       // something of this workspace exists, or comes or goes; as far as is known

ClusterState deriveState(const std::optional<Observed> &seen, std::optional<Intent> running);

struct Actions
{
    bool start = false, pause = false, stop = false, restart = false, reset = false, remove = false, cancel = false, open = false;
    bool operator==(const Actions &) const = default;
};
Actions allowedActions(ClusterState state);

} // namespace windsock
