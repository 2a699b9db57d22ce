// SPDX-License-Identifier: Apache-2.0
// A run: its steps as a checklist, beside it the output of the chosen step, and after a failure the card with its
// evidence. Shows the run under way, the one that just ended, or one kept on disk.
#pragma once

#include "core/cluster/Cluster.h"
#include "ui/cluster/ClusterPageParts.h"
#include "ui/widgets/OutputView.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;
class QSplitter;

namespace windsock {

class ErrorCard;
class PlanModel;
class PlanView;
class RunOutput;

class RunView : public QWidget
{
    Q_OBJECT
public:
    explicit RunView(const ClusterPageParts &parts, QWidget *parent = nullptr);
    void follow(Cluster &cluster);      // its current run; again after it ended, to show the failure
    void show(const RunRecord &record); // read only
    using QWidget::show;
    void setReducedMotion(bool reduced);
    ErrorCard *card() const { return m_card; }
    void showOutput();            // of the step that failed, in place of the evidence
    QString failureTitle() const; // "Start stopped at step 6 of 7"
    QString timeText() const;     // "1 min 6 s · about 30 s left"

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeRight();
    void place();
    void onStepChanged(int step, StepState state);
    void onStepChosen(int step);
    void onLine(int step, const OutputLine &line);
    void choose(int step);
    void showError(const Error &error);
    void copyCommands();
    void letGo();

    ClusterPageParts m_parts;
    PlanModel *m_model;
    PlanView *m_plan;
    ErrorCard *m_card;
    QLabel *m_heading;
    QPushButton *m_copyCommands;
    OutputView *m_output;
    QSplitter *m_splitter;
    QWidget *m_right = nullptr;
    QPointer<Cluster> m_cluster;
    QPointer<PlanRun> m_run;
    QPointer<RunOutput> m_lines;
    std::optional<RunRecord> m_record;
    int m_step = -1;
    bool m_following = true; // the user chose no step: show what runs
    bool m_choosing = false; // by code
    bool m_placed = false;   // the splitter has its first sizes
    bool m_failureShown = false;
};

} // namespace windsock
