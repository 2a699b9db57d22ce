// SPDX-License-Identifier: Apache-2.0
#include "ui/cluster/IdleView.h"

#include "core/cluster/Cluster.h"
#include "core/cluster/RunReport.h"
#include "ui/cluster/FactsPanel.h"
#include "ui/cluster/PlanModel.h"
#include "ui/cluster/PlanView.h"
#include "ui/cluster/RunsPanel.h"
#include "ui/cluster/WorkspaceFacts.h"
#include "ui/widgets/Metrics.h"

#include <QVBoxLayout>

namespace windsock {

IdleView::IdleView(const ClusterPageParts &parts, QWidget *parent)
    : QWidget(parent), m_facts(new FactsPanel(tr("Workspace"), QStringLiteral("workspaceFacts"))),
      m_startPanel(new Panel(tr("What Start will do"))), m_model(new PlanModel(this)), m_plan(new PlanView(m_model)),
      m_runs(new RunsPanel(parts)), m_top(new QBoxLayout(QBoxLayout::LeftToRight))
{
    setObjectName(QStringLiteral("idle"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid(6), 0, grid(6), grid(5));
    column->setSpacing(grid(3));
    m_plan->setObjectName(QStringLiteral("startPreview"));
    m_plan->setAccessibleName(tr("Steps of Start"));
    m_plan->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_startPanel->body()->addWidget(m_plan);
    m_startPanel->body()->addStretch(1);
    m_top->setSpacing(grid(3));
    m_top->addWidget(m_facts, 1);
    m_top->addWidget(m_startPanel, 1);
    column->addLayout(m_top);
    column->addWidget(m_runs);
    column->addStretch(1);
}

void IdleView::show(Cluster &cluster)
{
    m_facts->show(workspaceFacts(cluster.workspace()));
    m_model->preview(cluster.plan(Intent::Start), [&cluster](const QString &id) { return cluster.usualDuration(Intent::Start, id); });
    const auto usual = m_model->usualTotal();
    m_startPanel->setRemark(usual.count() > 0 ? tr("usually %1").arg(durationText(usual)) : QString());
    m_plan->setFixedHeight(m_plan->sizeHint().height());
    m_runs->show(cluster.recentRuns(RunsPanel::mostRuns));
}

void IdleView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_top->setDirection(width() < grid(170) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace windsock
