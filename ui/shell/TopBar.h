// SPDX-License-Identifier: Apache-2.0
// The top of the window: which workspace, its state, and what can be done with it now; one button stands out.
#pragma once

#include "core/cluster/Cluster.h"

#include <QFrame>
#include <QPointer>

namespace windsock {

class ActionButton;
class StatePill;
class WindowActions;
class WorkspacePicker;
struct WindowServices;

class TopBar : public QFrame
{
    Q_OBJECT
public:
    TopBar(WindowServices &services, WindowActions &actions, QWidget *parent = nullptr);
    void setCluster(Cluster *cluster);
    void setFailed(bool failed);
    WorkspacePicker *picker() const { return m_picker; }

private:
    void update();
    ActionButton *button(const char *id, bool visible) const;

    WorkspacePicker *m_picker;
    StatePill *m_state;
    QHash<QString, ActionButton *> m_buttons;
    QPointer<Cluster> m_cluster;
    bool m_failed = false;
};

} // namespace windsock
