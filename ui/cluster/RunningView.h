// SPDX-License-Identifier: Apache-2.0
// Airflow is up: where it answers and how it is, what runs, the mounts hop by hop, the last runs.
#pragma once

#include "ui/cluster/ClusterPageParts.h"

#include <QWidget>

class QBoxLayout;

namespace windsock {

class AirflowPanel;
class Cluster;
class FactsPanel;
class MountsPanel;
class RunsPanel;
class WarningsPanel;

class RunningView : public QWidget
{
    Q_OBJECT
public:
    explicit RunningView(const ClusterPageParts &parts, QWidget *parent = nullptr);
    void show(const Cluster &cluster);
    using QWidget::show;
    RunsPanel *runs() const { return m_runs; }
    WarningsPanel *warnings() const { return m_warnings; }
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    WarningsPanel *m_warnings;
    AirflowPanel *m_airflow;
    FactsPanel *m_facts;
    MountsPanel *m_mounts;
    RunsPanel *m_runs;
    QBoxLayout *m_top;
};

} // namespace windsock
