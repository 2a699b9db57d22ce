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
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    update(nullptr, false);
}

QSize StatePill::minimumSizeHint() const
{
    return {sizeHintFor(m_state).width(), sizeHint().height()};
}

void StatePill::say(const QString &state, Tone tone, const QString &place)
{
    m_state = state;
    const QString text = place.isEmpty() ? state : tr("%1 · %2").arg(state, place);
    setToolTip(place.isEmpty() ? QString() : text);
    show(text, tone);
}

void StatePill::update(const Cluster *cluster, bool failed)
{
    if (!cluster)
        return say(tr("No workspace"), Tone::Neutral);
    const ClusterState state = cluster->state();
    // A stopped start is what the user must see, whatever the remains of the cluster look like.
    if (failed)
        return say(stateTitle(ClusterState::Degraded), Tone::Bad, modeRemark(cluster->mode()));
    say(stateTitle(state), toneOf(state), isThere(state) ? modeRemark(cluster->mode()) : QString());
}

} // namespace windsock
