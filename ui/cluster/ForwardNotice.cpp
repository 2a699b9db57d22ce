// SPDX-License-Identifier: Apache-2.0
#include "ui/cluster/ForwardNotice.h"

#include "core/cluster/Cluster.h"

#include <QPushButton>

namespace windsock {

ForwardNotice::ForwardNotice(QWidget *parent)
    : InlineMessage(QStringLiteral("forwardNotice"), parent), m_move(addButton({}, QStringLiteral("forwardNotice.move")))
{
    connect(m_move, &QPushButton::clicked, this, [this] { m_cluster->forwardTo(m_cluster->forwardStatus().proposedPort); });
}

void ForwardNotice::setCluster(Cluster *cluster)
{
    if (m_cluster)
        m_cluster->disconnect(this);
    m_cluster = cluster;
    if (m_cluster)
        connect(m_cluster, &Cluster::forwardChanged, this, &ForwardNotice::update);
    update();
}

void ForwardNotice::update()
{
    const ForwardStatus status = m_cluster ? m_cluster->forwardStatus() : ForwardStatus{};
    // While a run is under way its error card says the same with the same button.
    if (status.state != ForwardState::PortTaken || m_cluster->intent())
        return hide();
    m_move->setVisible(status.proposedPort > 0);
    m_move->setText(tr("Use port %1").arg(status.proposedPort));
    tell(Mark::Warning, status.text);
}

} // namespace windsock
