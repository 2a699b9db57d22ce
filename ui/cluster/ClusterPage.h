// SPDX-License-Identifier: Apache-2.0
// The cluster page: one of four views by what is known, with one heading above and news below it. Decides which view is
// right; the views show it.
#pragma once

#include "core/cluster/Cluster.h"
#include "ui/cluster/ClusterPageParts.h"
#include "ui/widgets/Page.h"

#include <QPointer>
#include <QTimer>

class QStackedWidget;

namespace windsock {

class ClusterHeading;
class ErrorMessage;
class FirstRunView;
class ForwardNotice;
class IdleView;
class RunningView;
class RunOutput;
class RunView;

class ClusterPage : public Page
{
    Q_OBJECT
public:
    explicit ClusterPage(const ClusterPageParts &parts, QWidget *parent = nullptr);
    QString id() const override { return QStringLiteral("cluster"); }
    QString title() const override { return tr("Cluster"); }
    QString iconName() const override { return QStringLiteral("cluster"); }
    void setCluster(Cluster *cluster) override;
    void setReducedMotion(bool reduced);
    void tell(const Error &error); // inline, at the top of the page
    bool showsFailure() const;     // of the last run, not yet put aside
    void showOutput();             // of the step that failed, where the run's failure is shown
    void putAside();               // the failure or the run looked at: back to the cluster itself

signals:
    void failureShownChanged();
    void modeChosen(windsock::Mode mode); // for the workspace shown

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class View { FirstRun, Idle, Run, Running };
    View choose() const;
    void refresh();
    void refreshHeading(View view);
    void listenTo(PlanRun *run);
    void showRecord(const RunRecord &record);
    void onRunStarted();
    void onRunFinished(Intent intent, const Result<> &result);
    void onRemedyEnded(const Result<> &result);
    void onLooked();
    void onModeChosen(Mode mode);
    void showWarnings(View view);

    ClusterPageParts m_parts;
    ClusterHeading *m_heading;
    ErrorMessage *m_message;
    QString m_lookNews; // said about the last look; said once
    ForwardNotice *m_forwardNotice;
    QStackedWidget *m_stack;
    FirstRunView *m_firstRun;
    IdleView *m_idle;
    RunView *m_run;
    RunningView *m_running;
    QPointer<Cluster> m_cluster;
    QPointer<PlanRun> m_listened;      // of the cluster shown; runs of others go on unheard
    std::optional<RunRecord> m_record; // looked at
    bool m_failed = false;             // the last run of this session failed and was not put aside
    QTimer m_tick;
};

} // namespace windsock
