// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/TopBar.h"

#include "ui/shell/StatePill.h"
#include "ui/shell/WindowActions.h"
#include "ui/shell/WorkspacePicker.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/Metrics.h"

#include <QHBoxLayout>

namespace windsock {

TopBar::TopBar(WindowServices &services, WindowActions &actions, QWidget *parent)
    : QFrame(parent), m_picker(new WorkspacePicker(services, actions)), m_state(new StatePill)
{
    setObjectName(QStringLiteral("topBar"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(grid(4), grid(1.75), grid(4), grid(1.75));
    row->setSpacing(grid(3));
    row->addWidget(m_picker);
    row->addWidget(m_state);
    row->addStretch(1);
    for (const char *id : {"cluster.pause", "cluster.stop", "cluster.cancel", "cluster.start", "airflow.open"}) {
        auto *button = new ActionButton(actions.set().find(QString::fromLatin1(id)));
        m_buttons.insert(QString::fromLatin1(id), button);
        row->addWidget(button);
    }
    setMinimumHeight(grid(12));
    update();
}

void TopBar::setCluster(Cluster *cluster)
{
    if (m_cluster)
        m_cluster->disconnect(this);
    m_cluster = cluster;
    if (cluster) {
        connect(cluster, &Cluster::changed, this, &TopBar::update);
        connect(cluster, &Cluster::runFinished, this, &TopBar::update);
    }
    m_picker->setCluster(cluster);
    update();
}

void TopBar::setFailed(bool failed)
{
    m_failed = failed;
    update();
}

ActionButton *TopBar::button(const char *id, bool visible) const
{
    ActionButton *button = m_buttons.value(QString::fromLatin1(id));
    button->setVisible(visible);
    return button;
}

void TopBar::update()
{
    m_state->update(m_cluster, m_failed);
    const Actions can = m_cluster ? m_cluster->actions() : Actions{};
    button("cluster.pause", can.pause && !m_failed);
    button("cluster.stop", can.stop);
    button("cluster.cancel", can.cancel);
    setButtonLook(button("airflow.open", can.open && !m_failed), ButtonLook::Primary);
    // Where Airflow answers, opening it is the thing to do, and Start (apply changed files) steps back.
    const bool changed = m_cluster && m_cluster->observed() && !m_cluster->observed()->upToDate;
    const bool showsStart = can.start && (!can.open || m_failed || changed);
    setButtonLook(button("cluster.start", showsStart), can.open && !m_failed ? ButtonLook::Plain : ButtonLook::Primary);
}

} // namespace windsock
