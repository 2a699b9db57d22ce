// SPDX-License-Identifier: Apache-2.0
// The cluster's state as a pill: the word of the state and its tone, and which place it is about where that does not go
// without saying. Where there is no room, the place is shortened and the state stays.
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
    QSize minimumSizeHint() const override;

private:
    void say(const QString &state, Tone tone, const QString &place = {});
    QString m_state; // without the place
};

} // namespace windsock
