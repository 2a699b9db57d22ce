// SPDX-License-Identifier: Apache-2.0
// The cluster's state as a pill: the word of the state, its tone, and what it means as a tooltip.
#pragma once

#include "core/cluster/Cluster.h"
#include "ui/widgets/Pill.h"

namespace windsock {

Tone toneOf(ClusterState state);

class StatePill : public Pill
{
    Q_OBJECT
public:
    explicit StatePill(QWidget *parent = nullptr);
    // `failed`: the last run failed and its card is still shown.
    void update(const Cluster *cluster, bool failed);
    using Pill::update;
};

} // namespace windsock
