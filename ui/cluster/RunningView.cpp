// SPDX-License-Identifier: Apache-2.0
#include "ui/cluster/RunningView.h"

#include "core/cluster/Cluster.h"
#include "ui/cluster/AirflowPanel.h"
#include "ui/cluster/FactsPanel.h"
#include "ui/cluster/MountsPanel.h"
#include "ui/cluster/RunsPanel.h"
#include "ui/cluster/WarningsPanel.h"
#include "ui/cluster/WorkspaceFacts.h"
#include "ui/widgets/Metrics.h"

#include <QVBoxLayout>

namespace windsock {

RunningView::RunningView(const ClusterPageParts &parts, QWidget *parent)
    : QWidget(parent), m_warnings(new WarningsPanel(parts, QStringLiteral("running.warnings"))), m_airflow(new AirflowPanel(parts)),
      m_facts(new FactsPanel(tr("Workspace"), QStringLiteral("clusterFacts"))), m_mounts(new MountsPanel), m_runs(new RunsPanel(parts)),
      m_top(new QBoxLayout(QBoxLayout::LeftToRight))
{
    setObjectName(QStringLiteral("running"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid(6), 0, grid(6), grid(5));
    column->setSpacing(grid(3));
    column->addWidget(m_warnings);
    m_top->setSpacing(grid(3));
    m_top->addWidget(m_airflow, 1);
    m_top->addWidget(m_facts, 1);
    column->addLayout(m_top);
    column->addWidget(m_mounts);
    column->addWidget(m_runs);
    column->addStretch(1);
}

void RunningView::show(const Cluster &cluster)
{
    const Observed seen = cluster.observed().value_or(Observed{});
    m_airflow->show(cluster.web(), cluster.forwardStatus(), seen.components);
    m_facts->show(QList<Fact>{modeFact(cluster.mode())} + seen.facts);
    m_mounts->show(seen.mounts);
    m_runs->show(cluster.recentRuns(RunsPanel::mostRuns));
}

QSize RunningView::minimumSizeHint() const
{
    // As in IdleView: the pane gives the height for its width.
    const QSize least = QWidget::minimumSizeHint();
    return layout()->hasHeightForWidth() ? QSize(least.width(), 0) : least;
}

void RunningView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_top->setDirection(width() < grid(170) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace windsock
