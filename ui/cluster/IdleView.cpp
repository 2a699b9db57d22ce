// SPDX-License-Identifier: Apache-2.0
#include "ui/cluster/IdleView.h"

#include "core/cluster/Cluster.h"
#include "core/cluster/RunReport.h"
#include "ui/cluster/DifferencesPanel.h"
#include "ui/cluster/FactsPanel.h"
#include "ui/cluster/ModeCard.h"
#include "ui/cluster/PlanModel.h"
#include "ui/cluster/PlanView.h"
#include "ui/cluster/RunsPanel.h"
#include "ui/cluster/WarningsPanel.h"
#include "ui/cluster/WorkspaceFacts.h"
#include "ui/widgets/Metrics.h"

#include <QVBoxLayout>

namespace windsock {

IdleView::IdleView(const ClusterPageParts &parts, QWidget *parent)
    : QWidget(parent), m_warnings(new WarningsPanel(parts, QStringLiteral("idle.warnings"))), m_modes(new ModeCard),
      m_differences(new DifferencesPanel(parts)), m_facts(new FactsPanel(tr("Workspace"), QStringLiteral("workspaceFacts"))),
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
    column->addWidget(m_warnings);
    column->addWidget(m_modes);
    column->addWidget(m_differences);
    column->addLayout(m_top);
    column->addWidget(m_runs);
    column->addStretch(1);
    m_modes->hide();
    connect(m_modes, &ModeCard::chosen, this, &IdleView::modeChosen);
}

void IdleView::setCluster(Cluster *cluster)
{
    m_differences->setCluster(cluster);
    // The same workspace in another mode: the card stays, and the keyboard in it.
    const QString folder = cluster ? cluster->workspace().folder().absolutePath() : QString();
    if (std::exchange(m_folder, folder) != folder)
        m_modes->hide();
}

void IdleView::lookAtFiles()
{
    m_differences->look();
}

// Until something was started. Before the first look nobody knows: nothing comes that would go again at once.
bool IdleView::offersModes(const Cluster &cluster) const
{
    const bool isKnown = cluster.observed() || cluster.lookError();
    return !isThere(cluster.state()) && (isKnown || !m_modes->isHidden());
}

void IdleView::show(Cluster &cluster)
{
    const bool canChoose = offersModes(cluster);
    m_modes->setMode(cluster.mode());
    m_modes->setVisible(canChoose);
    m_facts->show((canChoose ? QList<Fact>{} : QList<Fact>{modeFact(cluster.mode())}) + workspaceFacts(cluster.workspace()));
    m_model->preview(cluster.plan(Intent::Start), [&cluster](const QString &id) { return cluster.usualDuration(Intent::Start, id); });
    const auto usual = m_model->usualTotal();
    m_startPanel->setRemark(usual.count() > 0 ? tr("usually %1").arg(durationText(usual)) : QString());
    m_plan->setFixedHeight(m_plan->sizeHint().height());
    m_runs->show(cluster.recentRuns(RunsPanel::mostRuns));
}

QSize IdleView::minimumSizeHint() const
{
    // The pane gives the height for its width. By itself a wrapped text asks for as much as if it were narrow.
    const QSize least = QWidget::minimumSizeHint();
    return layout()->hasHeightForWidth() ? QSize(least.width(), 0) : least;
}

void IdleView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_top->setDirection(width() < grid(170) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace windsock
