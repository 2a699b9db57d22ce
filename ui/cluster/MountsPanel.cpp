// SPDX-License-Identifier: Apache-2.0
#include "ui/cluster/MountsPanel.h"

#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/FreshGrid.h"
#include "ui/widgets/MarkLabel.h"
#include "ui/widgets/Metrics.h"

#include <QVBoxLayout>

namespace windsock {

namespace {
ElidedLabel *pathCell(const QString &path)
{
    auto *label = new ElidedLabel(path.isEmpty() ? QStringLiteral("–") : path, Qt::ElideMiddle);
    label->setFont(fixedFont());
    return label;
}
bool isFine(const MountState &state)
{
    return state.reachesNode && state.reachesPods;
}
} // namespace

QString mountText(const MountState &state)
{
    if (!state.note.isEmpty())
        return state.note;
    if (!state.reachesNode)
        return MountsPanel::tr("does not reach the node");
    if (!state.reachesPods)
        return MountsPanel::tr("no pod mounts it");
    return state.mount.readOnly ? MountsPanel::tr("mounted, read only") : MountsPanel::tr("mounted");
}

MountsPanel::MountsPanel(QWidget *parent) : Panel(tr("Mounts"), parent), m_holder(new QWidget)
{
    setObjectName(QStringLiteral("mounts"));
    body()->addWidget(m_holder);
}

void MountsPanel::show(const QList<MountState> &mounts)
{
    if (m_shown && *m_shown == mounts)
        return;
    m_shown = mounts;
    m_grid = freshGrid(m_holder, grid(4));
    for (const int column : {0, 2, 4, 5})
        m_grid->setColumnStretch(column, 1);
    const auto fine = std::count_if(mounts.begin(), mounts.end(), isFine);
    setRemark(tr("%1 of %2 work").arg(fine).arg(mounts.size()));
    addHeadings();
    for (const MountState &mount : mounts)
        addRow(mount);
    setVisible(!mounts.isEmpty());
}

void MountsPanel::addHeadings()
{
    const int row = m_grid->rowCount();
    m_grid->setRowMinimumHeight(row, grid(7));
    m_grid->addWidget(makeDimLabel(tr("Host folder"), smallFont()), row, 0);
    m_grid->addWidget(makeDimLabel(tr("Node"), smallFont()), row, 2);
    m_grid->addWidget(makeDimLabel(tr("Pods"), smallFont()), row, 4);
    m_grid->addWidget(makeDimLabel(tr("State"), smallFont()), row, 5);
}

void MountsPanel::addRow(const MountState &state)
{
    const int row = m_grid->rowCount() + 1;
    m_grid->addWidget(new Separator, row - 1, 0, 1, 6);
    m_grid->setRowMinimumHeight(row, grid(8.5));
    m_grid->addWidget(pathCell(state.mount.hostPath), row, 0);
    m_grid->addWidget(new MarkLabel(state.reachesNode ? Mark::Done : Mark::Failed), row, 1);
    m_grid->addWidget(pathCell(state.mount.nodePath), row, 2);
    m_grid->addWidget(new MarkLabel(state.reachesPods ? Mark::Done : Mark::Failed), row, 3);
    m_grid->addWidget(pathCell(state.mount.podPath), row, 4);
    m_grid->addWidget(new ElidedLabel(mountText(state)), row, 5);
}

} // namespace windsock
