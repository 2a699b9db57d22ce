// SPDX-License-Identifier: Apache-2.0
#include "core/cluster/ClusterState.h"

#include <QCoreApplication>

namespace windsock {

namespace {
ClusterState stateOf(Intent running)
{
    switch (running) {
    case Intent::Start:
    case Intent::Reset: return ClusterState::Starting;
    case Intent::Pause:
    case Intent::Stop: return ClusterState::Stopping;
    case Intent::Restart: return ClusterState::Restarting;
    case Intent::Delete: return ClusterState::Deleting;
    }
    return ClusterState::Unknown;
}
} // namespace

ClusterState deriveState(const std::optional<Observed> &seen, std::optional<Intent> running)
{
    if (running)
        return stateOf(*running);
    if (!seen)
        return ClusterState::Unknown;
    if (!seen->exists)
        return ClusterState::Absent;
    if (!seen->owned)
        return ClusterState::Foreign;
    if (seen->paused)
        return ClusterState::Paused;
    if (!seen->runs)
        return ClusterState::Stopped;
    return seen->airflowHealthy ? ClusterState::Running : ClusterState::Degraded;
}

Actions allowedActions(ClusterState state)
{
    switch (state) {
    // Start explains better than a grey button why it cannot be done.
    case ClusterState::Unknown:
    case ClusterState::Absent:
    case ClusterState::Foreign: return {.start = true};
    case ClusterState::Stopped: return {.start = true, .reset = true, .remove = true};
    case ClusterState::Paused: return {.start = true, .stop = true, .reset = true, .remove = true};
    case ClusterState::Running:
        return {.start = true, .pause = true, .stop = true, .restart = true, .reset = true, .remove = true, .open = true};
    case ClusterState::Degraded: return {.start = true, .pause = true, .stop = true, .restart = true, .reset = true, .remove = true};
    case ClusterState::Starting:
    case ClusterState::Stopping:
    case ClusterState::Restarting:
    case ClusterState::Deleting: return {.cancel = true};
    }
    return {};
}

QString stateName(ClusterState state)
{
    switch (state) {
    case ClusterState::Unknown: return QStringLiteral("unknown");
    case ClusterState::Absent: return QStringLiteral("absent");
    case ClusterState::Foreign: return QStringLiteral("foreign");
    case ClusterState::Stopped: return QStringLiteral("stopped");
    case ClusterState::Paused: return QStringLiteral("paused");
    case ClusterState::Starting: return QStringLiteral("starting");
    case ClusterState::Running: return QStringLiteral("running");
    case ClusterState::Degraded: return QStringLiteral("degraded");
    case ClusterState::Stopping: return QStringLiteral("stopping");
    case ClusterState::Restarting: return QStringLiteral("restarting");
    case ClusterState::Deleting: return QStringLiteral("deleting");
    }
    return {};
}

QString stateTitle(ClusterState state)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("ClusterState", text); };
    switch (state) {
    case ClusterState::Unknown: return tr("Not known yet");
    case ClusterState::Absent: return tr("Not created");
    case ClusterState::Foreign: return tr("Name taken");
    case ClusterState::Stopped: return tr("Stopped");
    case ClusterState::Paused: return tr("Paused");
    case ClusterState::Starting: return tr("Starting");
    case ClusterState::Running: return tr("Running");
    case ClusterState::Degraded: return tr("Needs attention");
    case ClusterState::Stopping: return tr("Stopping");
    case ClusterState::Restarting: return tr("Restarting");
    case ClusterState::Deleting: return tr("Deleting");
    }
    return {};
}

bool isThere(ClusterState state)
{
    return state != ClusterState::Unknown && state != ClusterState::Absent && state != ClusterState::Foreign;
}

} // namespace windsock
