// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/StatePill.h"

namespace windsock {

Tone toneOf(ClusterState state)
{
    switch (state) {
    case ClusterState::Running: return Tone::Good;
    case ClusterState::Degraded:
    case ClusterState::Foreign: return Tone::Bad;
    case ClusterState::Starting:
    case ClusterState::Stopping:
    case ClusterState::Restarting:
    case ClusterState::Deleting: return Tone::Info;
    default: return Tone::Neutral;
    }
}

StatePill::StatePill(QWidget *parent) : Pill({}, Tone::Neutral, parent)
{
    setObjectName(QStringLiteral("state"));
    update(nullptr, false);
}

void StatePill::update(const Cluster *cluster, bool failed)
{
    if (!cluster)
        return show(tr("No workspace"), Tone::Neutral);
    const ClusterState state = cluster->state();
    // A stopped start is what the user must see, whatever the remains of the cluster look like.
    if (failed)
        return show(stateTitle(ClusterState::Degraded), Tone::Bad);
    show(stateTitle(state), toneOf(state));
}

} // namespace windsock
