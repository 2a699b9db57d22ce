// SPDX-License-Identifier: Apache-2.0
// What a place that runs Airflow must offer. kind is the first, this machine without containers the second, a shared
// Kubernetes cluster the third. Pages, verbs and core/cluster talk to this and never ask which one it is: what differs
// is data that they show.
#pragma once

#include "core/base/Async.h"
#include "core/checks/Finding.h"
#include "core/plan/RunContext.h"
#include "core/plan/Step.h"
#include "core/workspace/Workspace.h"

#include <QDateTime>
#include <QObject>
#include <QUrl>

#include <optional>

namespace windsock {

enum class Intent { Start, Pause, Stop, Restart, Reset, Delete };
QString intentName(Intent intent); // "start": stable, used in JSON and folder names
std::optional<Intent> intentFromName(const QString &name);

enum class Health { Unknown, Starting, Healthy, Unhealthy };

// One part of Airflow as its own health endpoint and its pods (or processes) tell.
struct ComponentHealth
{
    QString id;    // "metadatabase", "scheduler", "triggerer", "dag_processor", "web"
    QString title; // "Metadata database"
    Health health = Health::Unknown;
    QString text; // "heartbeat 2 s ago", "CrashLoopBackOff: …"
    bool operator==(const ComponentHealth &) const = default;
};

// One row about what runs: image, chart, executor, node. Order is the backend's.
struct Fact
{
    QString label;                   // "Image"
    QString value;                   // "airflow-local · 4f2a9c1e"
    Health health = Health::Unknown; // Unknown: no pill
    QString note = {};               // "same in pods"
    bool operator==(const Fact &) const = default;
};

struct MountState
{
    Mount mount;
    bool reachesNode = false;
    bool reachesPods = false;
    QString note; // "the node was made without it: …"
    bool operator==(const MountState &) const = default;
};

// Reality, as one look shows it. Never stored beyond the next look.
struct Observed
{
    bool exists = false; // there is a node (or an environment) by that name
    bool owned = false;  // and it is provably ours
    QString owner;       // the workspace folder that it belongs to, where that is another one; empty: nobody's that is known
    bool runs = false;
    bool paused = false;
    bool apiAnswers = false;
    bool installed = false;      // Airflow's release is there
    bool upToDate = false;       // … and equals what the workspace's files ask for
    bool airflowHealthy = false; // metadata database and scheduler
    QString problem;             // in words, where something is wrong that nobody asked for
    QList<ComponentHealth> components;
    QList<Fact> facts;
    QList<MountState> mounts;
    std::optional<QDateTime> readySince;
    bool operator==(const Observed &) const = default;
};

// Where Airflow answers.
struct WebAccess
{
    QUrl url; // http://localhost:8080
    Login login;
    bool direct = false; // reachable as it is: no forward needed
};

// How the web page gets to the host. Forwarding: supervised by us and gone with us. Direct: nothing to keep up.
enum class ForwardState { Off, Connecting, Active, Reconnecting, PortTaken, Direct };
struct ForwardStatus
{
    ForwardState state = ForwardState::Off;
    int port = 0;         // on 127.0.0.1
    QString text;         // "Reconnecting, next try in 2 s", "Port 8080 is held by gunicorn (4242)"
    int proposedPort = 0; // with PortTaken: the next free one
    bool operator==(const ForwardStatus &) const = default;
};

class Forward : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void open(int port) = 0; // again with another port moves it
    virtual void close() = 0;
    virtual ForwardStatus status() const = 0;
signals:
    void changed(const windsock::ForwardStatus &status);
};

// Tells that something changed and a new look is worth it. Watches, never polls.
class BackendWatch : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
signals:
    void changed();
};

struct LogSource
{
    QString id;    // "scheduler"
    QString title; // "Scheduler"
};

struct LogRequest
{
    QString sourceId; // one of logSources()
    bool follow = false;
    LineSink sink;
    Cancel cancel;
};

// How somebody follows a remedy at work, and ends it.
struct RemedyWatch
{
    std::function<void(const QString &text)> progress = {}; // "kind 0.27.0: 4 of 10 MB"; may be empty
    Cancel cancel = {};
};

// What of Airflow's database goes along when a workspace moves to another place: connections, variables and pools. They pass from
// one child to another and are never read here, since passwords are among them.
struct ObjectExport
{
    Command command;   // prints them
    QByteArray script; // Python: what it printed, on its stdin, into the database of the Airflow that runs it
};

class Backend
{
public:
    virtual ~Backend() = default;
    virtual Mode mode() const = 0;
    // Could a Start come to an end on this machine? Answers within seconds, starts and changes nothing. Errors: why not.
    virtual Async<> isUsable(const Workspace &) { return ready(); }
    // What of the workspace's files counts for nothing here or is done another way, one finding each with its place, in file
    // order: Warning where the result may differ, Pass where Windsock does it itself. Changes nothing; large folders are read
    // off the main thread.
    virtual Async<QList<Finding>> differences(const Workspace &) { return ready(QList<Finding>{}); }
    // False: this place has no use for it; no button is shown, and a verb says why.
    virtual bool offers(Intent) const { return true; }
    virtual Plan plan(Intent intent, const Workspace &workspace) = 0;
    // The step of Start after which the web page answers, so that the way to it may open beside what follows. Empty: the last.
    virtual QString webStep() const { return {}; }
    // What makes the next Start quicker, for a time when nobody waits; canceled when somebody does. No steps: nothing.
    virtual Plan idlePlan(const Workspace &) { return {}; }
    // Is this machine ready, and do the workspace's files make sense? Starts and changes nothing. Without a workspace
    // only the machine is looked at.
    virtual Async<QList<Finding>> check(const Workspace *workspace) = 0;
    // Do the pods see the host's very folders? One finding each; a place without mounts has none. Changes nothing.
    virtual Async<QList<Finding>> proveMounts(const Workspace &) { return ready(QList<Finding>{}); }
    // One look; side-effect free, no more than a child process or two and a few HTTP requests.
    virtual Async<Observed> probe(const Workspace &workspace) = 0;
    virtual WebAccess web(const Workspace &workspace) const = 0;
    virtual std::unique_ptr<Forward> forward(const Workspace &workspace) = 0;
    virtual std::unique_ptr<BackendWatch> watch(const Workspace &workspace) = 0;
    virtual QList<LogSource> logSources(const Workspace &workspace) const = 0;
    // Hands the last lines (and with `follow` new ones) to the sink; resolves when canceled or when there is no more.
    virtual Async<> logs(const Workspace &workspace, const LogRequest &request) = 0;
    // Does what a remedy of one of its errors offers ("folders.create", "engine.start"). NotFound: not one of ours.
    // Without a workspace (Workspace()) only what concerns this machine can be done.
    virtual Async<> apply(const Workspace &workspace, const Remedy &remedy, const RemedyWatch &watch) = 0;
    // For a move to another place (MovingBackend): to which one from here; absent: to none.
    virtual std::optional<Mode> movesTo() const { return {}; }
    // Airflow's parts here end, so that nothing holds the port; its database stays.
    virtual Async<> rest(const Workspace &, RunContext &) { return failed(notMovable()); }
    virtual Async<ObjectExport> exportObjects(const Workspace &, RunContext &) { return failed<ObjectExport>(notMovable()); }
    // Runs this Python where Airflow itself runs, with its settings; stdin is the caller's to fill. Errors: NotFound, where none runs.
    virtual Async<Command> pythonInAirflow(const Workspace &, const QByteArray &, RunContext &) { return failed<Command>(notMovable()); }
    // What happened around a failure, saved into `folder` (kind export logs, events). Best effort; a cancel leaves nothing that may hold
    // a secret.
    virtual Async<> collectEvidence(const Workspace &workspace, const QString &folder, const Cancel &cancel) = 0;

private:
    Error notMovable() const;
};

// What "folders.create" asks of any place: its argument names folders, one a line.
Async<> makeFolders(const Remedy &remedy);

} // namespace windsock
