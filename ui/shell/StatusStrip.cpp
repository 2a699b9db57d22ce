// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/StatusStrip.h"

#include "ui/cluster/ClusterWords.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Metrics.h"

#include <QHBoxLayout>

namespace windsock {

namespace {
ElidedLabel *makePart(const QString &objectName)
{
    auto *label = new ElidedLabel;
    label->setObjectName(objectName);
    label->setFont(smallFont());
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}
} // namespace

StatusStrip::StatusStrip(QWidget *parent)
    : QFrame(parent), m_forward(makePart(QStringLiteral("status.forward"))), m_message(makePart(QStringLiteral("status.message"))),
      m_versions(makePart(QStringLiteral("status.versions"))),
      m_cancel(makeButton(tr("Cancel"), QStringLiteral("status.cancel"), ButtonLook::Small))
{
    setObjectName(QStringLiteral("statusStrip"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(grid(4), grid(1.25), grid(4), grid(1.25));
    row->setSpacing(grid(5));
    row->addWidget(m_forward);
    row->addWidget(m_message, 1);
    m_cancel->setToolTip(tr("End what is being done now"));
    m_cancel->hide();
    connect(m_cancel, &QPushButton::clicked, this, &StatusStrip::canceled);
    row->addWidget(m_cancel);
    row->addWidget(m_versions);
    update();
}

void StatusStrip::setCluster(Cluster *cluster)
{
    if (m_cluster)
        m_cluster->disconnect(this);
    m_cluster = cluster;
    m_message->clear();
    if (cluster) {
        connect(cluster, &Cluster::changed, this, &StatusStrip::update);
        connect(cluster, &Cluster::forwardChanged, this, &StatusStrip::update);
    }
    update();
}

void StatusStrip::tell(const QString &message)
{
    m_message->setText(message);
}

void StatusStrip::offerCancel(bool offers)
{
    m_cancel->setVisible(offers);
}

void StatusStrip::update()
{
    if (!m_cluster) {
        m_forward->setText(tr("Ctrl+K finds any action"));
        m_versions->setText(QStringLiteral("Windsock " WINDSOCK_VERSION));
        return;
    }
    const Workspace &workspace = m_cluster->workspace();
    const ForwardStatus forward = m_cluster->forwardStatus();
    // Where there is no cluster there is never a forward whose absence would tell something.
    const bool isOff = forward.state == ForwardState::Off && !hasCluster(workspace.mode());
    m_forward->setText(isOff ? tr("○ Airflow is not running") : forwardText(forward));
    QStringList parts;
    if (!workspace.airflowVersion().isEmpty())
        parts += tr("Airflow %1").arg(workspace.airflowVersion());
    if (hasCluster(workspace.mode()) && !workspace.chart().version.isEmpty())
        parts += tr("chart %1").arg(workspace.chart().version);
    m_versions->setText(parts.join(QStringLiteral(" · ")));
}

QString forwardText(const ForwardStatus &status)
{
    const auto tr = [](const char *text) { return StatusStrip::tr(text); };
    // Full circle: Airflow can be reached. Hollow: it cannot, for now or at all.
    switch (status.state) {
    case ForwardState::Off: return tr("○ No forward");
    case ForwardState::Connecting: return tr("○ Forward to 127.0.0.1:%1 is connecting").arg(status.port);
    case ForwardState::Active: return tr("● Forward 127.0.0.1:%1 active").arg(status.port);
    case ForwardState::Reconnecting: return QStringLiteral("○ ") + (status.text.isEmpty() ? tr("Reconnecting") : status.text);
    case ForwardState::PortTaken: return tr("○ Port %1 is taken").arg(status.port);
    case ForwardState::Direct: return tr("● Direct on 127.0.0.1:%1").arg(status.port);
    }
    return {};
}

} // namespace windsock
