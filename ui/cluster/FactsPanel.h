// SPDX-License-Identifier: Apache-2.0
// A panel of facts with a pill where the health of one is known.
#pragma once

#include "core/backends/Backend.h"
#include "ui/widgets/Panel.h"
#include "ui/widgets/Tokens.h"

#include <optional>

namespace windsock {

class FactGrid;

class FactsPanel : public Panel
{
    Q_OBJECT
public:
    FactsPanel(const QString &title, const QString &objectName, QWidget *parent = nullptr);
    void show(const QList<Fact> &facts);
    using Panel::show;

private:
    FactGrid *m_grid;
    std::optional<QList<Fact>> m_shown;
};

Tone toneOf(Health health);
QString healthText(Health health); // "healthy"

} // namespace windsock
