// SPDX-License-Identifier: Apache-2.0
#include "ui/cluster/AirflowPanel.h"

#include "ui/cluster/FactsPanel.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/FactGrid.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Metrics.h"
#include "ui/widgets/Pill.h"
#include "ui/widgets/SecretField.h"

#include <QLabel>
#include <QVBoxLayout>

namespace windsock {

AirflowPanel::AirflowPanel(const ClusterPageParts &parts, QWidget *parent)
    : Panel(tr("Airflow"), parent), m_parts(parts), m_grid(new FactGrid)
{
    setObjectName(QStringLiteral("airflow"));
    body()->addWidget(m_grid);
    body()->addStretch(1);
}

void AirflowPanel::show(const WebAccess &web, const ForwardStatus &forward, const QList<ComponentHealth> &components)
{
    m_grid->clear();
    addWeb(web.url, forward);
    addLogin(web.login);
    for (const ComponentHealth &component : components) {
        QList<QWidget *> cells{new Pill(healthText(component.health), toneOf(component.health))};
        if (!component.text.isEmpty()) {
            auto *text = new ElidedLabel(component.text);
            text->setForegroundRole(QPalette::PlaceholderText);
            cells += text;
        }
        m_grid->addRow(component.title, besideEachOther(cells));
    }
}

void AirflowPanel::addWeb(const QUrl &url, const ForwardStatus &forward)
{
    if (url.isEmpty())
        return;
    const QString address = url.toString();
    auto *link = makeButton(address, QStringLiteral("airflow.link"), ButtonLook::Link);
    link->setAccessibleName(tr("Open %1 in the browser").arg(address));
    connect(link, &QPushButton::clicked, this, [this, url] { m_parts.desktop.openUrl(url); });
    auto *copy = makeButton({}, QStringLiteral("airflow.copyLink"), ButtonLook::Bare);
    copy->setIcon(icon(QStringLiteral("copy")));
    copy->setAccessibleName(tr("Copy the web address"));
    copy->setToolTip(tr("Copy the web address"));
    connect(copy, &QPushButton::clicked, this, [this, address] { m_parts.desktop.copy(address); });
    QList<QWidget *> cells{link, copy};
    if (forward.state == ForwardState::Connecting || forward.state == ForwardState::Reconnecting)
        cells += new Pill(tr("connecting"), Tone::Info);
    else if (forward.state == ForwardState::PortTaken)
        cells += new Pill(tr("port taken"), Tone::Warning);
    else if (forward.state == ForwardState::Off)
        cells += new Pill(tr("no forward"), Tone::Neutral);
    m_grid->addRow(tr("Web"), besideEachOther(cells));
}

void AirflowPanel::addLogin(const Login &login)
{
    if (login.user.isEmpty())
        return;
    m_grid->addRow(tr("Login"), besideEachOther({new ElidedLabel(login.user + QStringLiteral(" ·")),
                                                 new SecretField(login.password, m_parts.desktop, m_parts.clock)}));
}

} // namespace windsock
