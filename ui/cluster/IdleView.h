// SPDX-License-Identifier: Apache-2.0
// Nothing runs: where it would run, and what that place leaves out; what the workspace asks for, and what Start will do,
// step by step.
#pragma once

#include "core/workspace/Mode.h"
#include "ui/cluster/ClusterPageParts.h"

#include <QWidget>

class QBoxLayout;

namespace windsock {

class Cluster;
class DifferencesPanel;
class FactsPanel;
class ModeCard;
class Panel;
class PlanModel;
class PlanView;
class RunsPanel;
class WarningsPanel;

class IdleView : public QWidget
{
    Q_OBJECT
public:
    explicit IdleView(const ClusterPageParts &parts, QWidget *parent = nullptr);
    void setCluster(Cluster *cluster);
    void show(Cluster &cluster);
    using QWidget::show;
    void lookAtFiles(); // for what the place leaves out; in the background
    RunsPanel *runs() const { return m_runs; }
    WarningsPanel *warnings() const { return m_warnings; }
    QSize minimumSizeHint() const override;

signals:
    void modeChosen(windsock::Mode mode);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    bool offersModes(const Cluster &cluster) const;

    WarningsPanel *m_warnings;
    ModeCard *m_modes;
    DifferencesPanel *m_differences;
    FactsPanel *m_facts;
    Panel *m_startPanel;
    PlanModel *m_model;
    PlanView *m_plan;
    RunsPanel *m_runs;
    QBoxLayout *m_top;
    QString m_folder; // of the workspace shown
};

} // namespace windsock
