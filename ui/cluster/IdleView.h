// SPDX-License-Identifier: Apache-2.0
// Nothing runs: what the workspace asks for, and what Start will do, step by step.
#pragma once

#include "ui/cluster/ClusterPageParts.h"

#include <QWidget>

class QBoxLayout;

namespace windsock {

class Cluster;
class FactsPanel;
class Panel;
class PlanModel;
class PlanView;
class RunsPanel;

class IdleView : public QWidget
{
    Q_OBJECT
public:
    explicit IdleView(const ClusterPageParts &parts, QWidget *parent = nullptr);
    void show(Cluster &cluster);
    using QWidget::show;
    RunsPanel *runs() const { return m_runs; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    FactsPanel *m_facts;
    Panel *m_startPanel;
    PlanModel *m_model;
    PlanView *m_plan;
    RunsPanel *m_runs;
    QBoxLayout *m_top;
};

} // namespace windsock
