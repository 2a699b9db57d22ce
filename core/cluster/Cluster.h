// SPDX-License-Identifier: Apache-2.0
// The object that pages and verbs talk to: one workspace on one backend. Delegates: plans do the work, the probe looks,
// deriveState names it. Owned by app/Services; main thread.
#pragma once

#include "core/cluster/ClusterState.h"
#include "core/cluster/RunRecord.h"
#include "core/plan/PlanRun.h"
#include "core/supervise/FolderLock.h"

#include <QObject>

#include <memory>

namespace windsock {

class RunJournal;
class Redactor;

// What a cluster needs from outside; all outlive it.
struct ClusterServices
{
    CommandRunner &runner;
    Clock &clock;
    const Redactor &redactor;
    QDir stateFolder; // of this workspace
};

class Cluster : public QObject
{
    Q_OBJECT
public:
    // Takes the workspace by value: runs work on this snapshot until reload().
    Cluster(Workspace workspace, std::unique_ptr<Backend> backend, const ClusterServices &services, QObject *parent = nullptr);
    ~Cluster() override;

    const Workspace &workspace() const { return m_workspace; }
    ClusterState state() const;
    Actions actions() const;
    bool offers(Intent intent) const; // see Backend
    Mode mode() const { return m_backend->mode(); }
    std::optional<Mode> movesTo() const; // what is here could go on there, with its connections; absent: nothing is here, or it could not
    const std::optional<Observed> &observed() const { return m_observed; }
    std::optional<Intent> intent() const { return m_intent; } // of the run under way
    PlanRun *run() const { return m_run.get(); }              // the run under way or the last one of this session; may be null
    WebAccess web() const;                                    // URL with the port that the forward really uses
    int filePort() const { return m_filePort; }               // of the web page, as the files have it, whatever forwardTo() said
    ForwardStatus forwardStatus() const;
    bool isDirect() const;                        // the web page is reachable without a forward
    const RunRecord &lastRun() const;             // of this object, under way or ended; without a folder before the first
    QList<RunRecord> recentRuns(int count) const; // of whoever ran something in this workspace, newest first
    // How long this step usually takes here, from the last runs; 0: not known.
    std::chrono::milliseconds usualDuration(Intent intent, const QString &stepId) const;
    QString commandsText() const; // the last run's commands, as they could be typed
    QString reportText() const;   // for a ticket: versions, state, steps, error, last lines; redacted

    const std::optional<Error> &lookError() const { return m_lookError; } // why the last look saw nothing

    Plan plan(Intent intent); // for --dry-run
    // Reads the files again first. Does nothing while another run of this object is under way; where another process has one in this
    // workspace, the run ends with Conflict.
    void begin(Intent intent);
    void cancel(); // the run, or the gathering of what is around its failure
    // Reads the workspace's files again; keeps the old snapshot on error. A forward and a watch of what they named before end.
    Result<> reload();
    void look();                         // one probe; looked() follows, changed() where something did
    void watch();                        // from now on: looks whenever something changed, keeps the forward up while Airflow runs
    void setForwarding(bool keep);       // without watch(): Start opens the forward as its last step
    void forwardTo(int port);            // moves the forward (this session only; the files stay as they are)
    Async<QList<Finding>> check();       // of this machine and the workspace's files
    Async<QList<Finding>> differences(); // what of the workspace's files this place leaves out, see Backend
    Async<QList<Finding>> proveMounts(); // do the pods see the workspace's very folders?
    // Does what an error's button offers; then begin() again is worth it.
    Async<> apply(const Remedy &remedy, const RemedyWatch &watch = {});
    Async<> logs(const QString &source, bool follow, LineSink sink, Cancel cancel);
    QList<LogSource> logSources() const;

signals:
    void changed(); // state, facts or run: read again
    void forwardChanged(const windsock::ForwardStatus &status);
    void runStarted(windsock::PlanRun *run);
    void runFinished(windsock::Intent intent, const windsock::Result<> &result);
    void ready(const QUrl &web); // after Start, once Airflow is healthy and reachable
    void looked(const windsock::Result<> &result);

private:
    Result<bool> readFiles();
    Result<> keepOthersOut();
    QString lockFile() const;
    void onRunFinished(const Result<> &result);
    void onLooked(const Result<Observed> &result);
    void conclude();
    void followIllness();
    void watchAnew();
    bool isWorthForwarding() const;
    void keepForward(bool wanted);
    void useIdleTime();
    Step forwardStep();
    Async<> openForward(RunContext &context);

    Workspace m_workspace;
    std::unique_ptr<Backend> m_backend;
    ClusterServices m_services;
    std::unique_ptr<RunJournal> m_journal;
    FolderLock m_alone;                        // while a run goes on
    std::unique_ptr<PlanRun> m_run, m_idleRun; // the second: without journal, whatever becomes of it
    std::unique_ptr<Forward> m_forward;
    std::unique_ptr<BackendWatch> m_watch;
    std::unique_ptr<QObject> m_nextLook; // while one is due, see followIllness()
    std::optional<Observed> m_observed;
    std::optional<Error> m_lookError;
    std::optional<Intent> m_intent;
    std::optional<Result<>> m_concluded; // the run's result, held back until the look after it
    CancelHook m_cancelHook;
    Cancel m_evidenceCancel; // ends collectEvidence()
    int m_forwardPort = 0;   // 0: the workspace's
    int m_filePort = m_workspace.webPort();
    bool m_looking = false, m_lookAgain = false, m_watching = false, m_keepForward = false;
};

// The card for a port that somebody else holds.
Error portTaken(const ForwardStatus &status);

} // namespace windsock
