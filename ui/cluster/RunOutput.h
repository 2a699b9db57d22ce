// SPDX-License-Identifier: Apache-2.0
// What the steps of a cluster's current run printed, by step and bounded, so that a page can show any of them at any
// time. Belongs to the cluster it listens to: it goes on while another workspace is shown.
#pragma once

#include "core/base/Clock.h"
#include "core/cluster/Cluster.h"
#include "ui/widgets/OutputView.h"

#include <map>

namespace windsock {

class RunOutput : public QObject
{
    Q_OBJECT
public:
    static RunOutput &of(Cluster &cluster, Clock &clock); // made on first use

    QList<OutputLine> lines(int step) const;
    Intent intent() const { return m_intent; } // of the current or last run
    std::chrono::milliseconds elapsed() const; // stands still once the run has ended

signals:
    void lineAdded(int step, const windsock::OutputLine &line);

private:
    RunOutput(Cluster &cluster, Clock &clock);
    void begin(PlanRun *run);
    void add(int step, const StepLine &line);

    Cluster &m_cluster;
    Clock &m_clock;
    Intent m_intent = Intent::Start;
    std::chrono::milliseconds m_begun{0}, m_ended{0};
    std::map<int, QList<OutputLine>> m_lines;
};

// The log files of a run kept on disk, as far as they are there.
QList<OutputLine> readStepLog(const RunRecord &run, int step);

} // namespace windsock
