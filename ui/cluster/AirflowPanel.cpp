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
    QStringList rows{web.url.toString(), web.login.user, web.login.password};
    for (const ComponentHealth &component : components)
        rows.append(component.title);
    if (std::exchange(m_rows, rows) != rows)
        list(web, components);
    showForward(forward.state);
    for (int at = 0; at < components.size(); ++at) {
        const ComponentHealth &component = components.at(at);
        m_health.at(at).health->show(healthText(component.health), toneOf(component.health));
        m_health.at(at).text->setText(component.text);
    }
}

void AirflowPanel::list(const WebAccess &web, const QList<ComponentHealth> &components)
{
    m_grid->clear();
    m_forward = nullptr;
    m_health.clear();
    addWeb(web.url);
    addLogin(web.login);
    for (const ComponentHealth &component : components)
        addPart(component.title);
}

void AirflowPanel::addPart(const QString &title)
{
    const Part part{new Pill, new ElidedLabel};
    part.text->setForegroundRole(QPalette::PlaceholderText);
    m_grid->addRow(title, besideEachOther({part.health, part.text}));
    m_health.append(part);
}

void AirflowPanel::addWeb(const QUrl &url)
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
    m_forward = new Pill;
    m_grid->addRow(tr("Web"), inRows({link, copy, m_forward}));
}

void AirflowPanel::showForward(ForwardState state)
{
    if (!m_forward)
        return;
    const bool isWell = state == ForwardState::Active || state == ForwardState::Direct;
    if (state == ForwardState::PortTaken)
        m_forward->show(tr("port taken"), Tone::Warning);
    else if (state == ForwardState::Off)
        m_forward->show(tr("no forward"), Tone::Neutral);
    else if (!isWell)
        m_forward->show(tr("connecting"), Tone::Info);
    m_forward->setVisible(!isWell);
}

void AirflowPanel::addLogin(const Login &login)
{
    if (login.user.isEmpty())
        return;
    m_grid->addRow(tr("Login"), besideEachOther({new ElidedLabel(login.user + QStringLiteral(" ·")),
                                                 new SecretField(login.password, m_parts.desktop, m_parts.clock)}));
}

} // namespace windsock
