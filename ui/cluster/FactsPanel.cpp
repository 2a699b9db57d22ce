// SPDX-License-Identifier: Apache-2.0
#include "ui/cluster/FactsPanel.h"

#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/FactGrid.h"
#include "ui/widgets/Pill.h"

#include <QCoreApplication>
#include <QVBoxLayout>

namespace windsock {

FactsPanel::FactsPanel(const QString &title, const QString &objectName, QWidget *parent) : Panel(title, parent), m_grid(new FactGrid)
{
    setObjectName(objectName);
    body()->addWidget(m_grid);
    body()->addStretch(1);
}

void FactsPanel::show(const QList<Fact> &facts)
{
    if (m_shown && *m_shown == facts)
        return;
    m_shown = facts;
    m_grid->clear();
    for (const Fact &fact : facts) {
        QWidget *beside = nullptr;
        if (fact.health != Health::Unknown)
            beside = new Pill(fact.note.isEmpty() ? healthText(fact.health) : fact.note, toneOf(fact.health));
        else if (!fact.note.isEmpty())
            beside = new ElidedLabel(fact.note);
        if (beside && fact.health == Health::Unknown)
            beside->setForegroundRole(QPalette::PlaceholderText);
        m_grid->addRow(fact.label, fact.value, beside);
    }
}

Tone toneOf(Health health)
{
    switch (health) {
    case Health::Unknown: return Tone::Neutral;
    case Health::Starting: return Tone::Info;
    case Health::Healthy: return Tone::Good;
    case Health::Unhealthy: return Tone::Bad;
    }
    return Tone::Neutral;
}

QString healthText(Health health)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("Health", text); };
    switch (health) {
    case Health::Unknown: return tr("not known");
    case Health::Starting: return tr("starting");
    case Health::Healthy: return tr("healthy");
    case Health::Unhealthy: return tr("not healthy");
    }
    return {};
}

} // namespace windsock
