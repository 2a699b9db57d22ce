// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/FactGrid.h"

#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/FreshGrid.h"
#include "ui/widgets/Metrics.h"
#include "ui/widgets/Panel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace windsock {

FactGrid::FactGrid(QWidget *parent) : QWidget(parent)
{
    clear();
}

void FactGrid::clear()
{
    m_grid = freshGrid(this, grid(4));
    m_grid->setColumnStretch(1, 1);
    m_rows = 0;
}

void FactGrid::addRow(const QString &label, QWidget *value)
{
    if (m_rows > 0)
        m_grid->addWidget(new Separator, m_rows * 2 - 1, 0, 1, 2);
    const int row = m_rows++ * 2;
    auto *name = new ElidedLabel(label);
    name->setForegroundRole(QPalette::PlaceholderText);
    name->setMinimumWidth(qMin(name->sizeHint().width(), grid(28)));
    m_grid->addWidget(name, row, 0);
    m_grid->addWidget(value, row, 1);
    m_grid->setRowMinimumHeight(row, grid(8.5));
    m_grid->setColumnMinimumWidth(0, grid(30));
}

void FactGrid::addRow(const QString &label, const QString &value, QWidget *beside)
{
    QList<QWidget *> widgets{new ElidedLabel(value, Qt::ElideMiddle)};
    if (beside)
        widgets += beside;
    addRow(label, besideEachOther(widgets));
}

QWidget *inRows(const QList<QWidget *> &widgets)
{
    auto *holder = new QWidget, *rows = new QWidget;
    auto *flow = new FlowLayout(grid(2), rows);
    for (QWidget *widget : widgets)
        flow->addWidget(widget);
    auto *column = new QVBoxLayout(holder); // in the middle, as the label is
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addStretch(1);
    column->addWidget(rows);
    column->addStretch(1);
    return holder;
}

QWidget *besideEachOther(const QList<QWidget *> &widgets)
{
    auto *holder = new QWidget;
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid(2));
    for (QWidget *widget : widgets)
        row->addWidget(widget);
    row->addStretch(1);
    return holder;
}

} // namespace windsock
