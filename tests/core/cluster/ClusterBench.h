// SPDX-License-Identifier: Apache-2.0
// A Cluster on a backend that does what a test says: one step, looks that see what is set, a forward and a watch to pull at.
#pragma once

#include "core/base/Redactor.h"
#include "core/cluster/Cluster.h"
#include "core/workspace/WorkspaceTemplates.h"
#include "tests/support/Await.h"
#include "tests/support/FakeClock.h"
#include "tests/support/ScriptedRunner.h"
#include "tests/support/TempWorkspace.h"

namespace windsock {

class TestForward : public Forward
{
public:
    explicit TestForward(ForwardStatus &shown, QList<int> &opened) : m_shown(shown), m_opened(opened) {}
    void open(int port) override
    {
        m_opened += port;
        m_shown.port = port;
        emit changed(m_shown);
    }
    void close() override { m_opened += 0; }
    ForwardStatus status() const override { return m_shown; }

private:
    ForwardStatus &m_shown;
    QList<int> &m_opened;
};

// What the test sees and sets; the backend belongs to the Cluster.
struct World
{
    Result<Observed> seen = Observed{};
    std::optional<Promise<Observed>> held; // a look that goes on until the test ends it
    Promise<> work;                        // of the plan's only step
    ForwardStatus forward{.state = ForwardState::Active};
    QList<int> forwarded; // ports opened; 0: closed
    QList<Intent> planned;
    QList<int> plannedPorts;
    QStringList evidence, remedies;
    std::optional<Promise<>> evidenceHeld; // gathering it goes on until the test ends it
    QStringList watched;                   // cluster/namespace of each watch
    QString webStep;
    std::optional<Promise<>> idle; // of the only step of the plan for idle time
    int idlePlans = 0;
    bool idleCanceled = false;
    int looks = 0;
    Forward *shownForward = nullptr;
    BackendWatch *watch = nullptr;
};

class TestBackend : public Backend
{
public:
    explicit TestBackend(World &world) : m_world(world) {}
    Mode mode() const override { return Mode::Kind; }
    Plan plan(Intent intent, const Workspace &workspace) override
    {
        m_world.planned += intent;
        m_world.plannedPorts += workspace.webPort();
        return {intentName(intent), {{.id = "work", .title = "Work", .run = [this](RunContext &context) {
                                          // This run's: the next one has another promise, and ends this one's run.
                                          m_hook = context.cancel().onRequest([work = m_world.work] { work.resolve(Error::canceled()); });
                                          return m_world.work.future();
                                      }}}};
    }
    QString webStep() const override { return m_world.webStep; }
    Plan idlePlan(const Workspace &) override
    {
        ++m_world.idlePlans;
        if (!m_world.idle)
            return {};
        return {"Idle", {{.id = "idle", .title = "Idle", .run = [this](RunContext &context) {
                              m_idleHook = context.cancel().onRequest([this] {
                                  m_world.idleCanceled = true;
                                  m_world.idle->resolve(Error::canceled());
                              });
                              return m_world.idle->future();
                          }}}};
    }
    Async<QList<Finding>> check(const Workspace *) override { return ready(QList<Finding>{}); }
    Async<Observed> probe(const Workspace &) override
    {
        ++m_world.looks;
        return m_world.held ? m_world.held->future() : resolved(m_world.seen);
    }
    WebAccess web(const Workspace &workspace) const override
    {
        return {QUrl(QStringLiteral("http://localhost:%1").arg(workspace.webPort())), {}};
    }
    std::unique_ptr<Forward> forward(const Workspace &) override
    {
        auto made = std::make_unique<TestForward>(m_world.forward, m_world.forwarded);
        m_world.shownForward = made.get();
        return made;
    }
    std::unique_ptr<BackendWatch> watch(const Workspace &workspace) override
    {
        m_world.watched += workspace.clusterName() + u'/' + workspace.nameSpace();
        auto made = std::make_unique<BackendWatch>();
        m_world.watch = made.get();
        return made;
    }
    QList<LogSource> logSources(const Workspace &) const override { return {}; }
    Async<> logs(const Workspace &, const LogRequest &) override { return ready(); }
    Async<> apply(const Workspace &, const Remedy &remedy, const RemedyWatch &) override
    {
        m_world.remedies += remedy.id;
        return ready();
    }
    Async<> collectEvidence(const Workspace &, const QString &folder, const Cancel &cancel) override
    {
        m_world.evidence += folder;
        if (m_world.evidenceHeld)
            return unlessCanceled(m_world.evidenceHeld->future(), QCoreApplication::instance(), cancel);
        return failed(Error{.code = Error::Code::ToolFailed}); // best effort: nobody minds
    }

private:
    World &m_world;
    CancelHook m_hook, m_idleHook;
};

inline Observed runningAirflow()
{
    Observed seen;
    seen.exists = seen.owned = seen.runs = seen.apiAnswers = seen.installed = seen.upToDate = seen.airflowHealthy = true;
    return seen;
}

class ClusterBench
{
public:
    ClusterBench()
    {
        if (!createWorkspace(folder.path("demo"), ChartFlavor::Community))
            qFatal("No workspace could be made");
        auto workspace = Workspace::open(folder.path("demo"));
        if (!workspace)
            qFatal("%s", qPrintable(workspace.error().report()));
        const ClusterServices services{runner, clock, redactor, QDir(folder.path("state"))};
        cluster = std::make_unique<Cluster>(std::move(*workspace), std::make_unique<TestBackend>(world), services);
        lock = folder.path("state/run.lock");
    }

    void edit(const QByteArray &what, const QByteArray &with) const
    {
        QByteArray text = folder.read("demo/windsock.yaml");
        if (!text.contains(what))
            qFatal("windsock.yaml has no %s", what.constData());
        folder.write("demo/windsock.yaml", text.replace(what, with));
    }
    // Ends the step that is at work; the result of the run, once it is concluded.
    Result<> finish(const Result<> &result = {})
    {
        world.work.resolve(result);
        const Result<> ended = end();
        world.work = Promise<>();
        return ended;
    }
    // The result of the run that is under way.
    Result<> end()
    {
        const Promise<> ended;
        QObject::connect(cluster.get(), &Cluster::runFinished, &m_listener,
                         [ended](Intent, const Result<> &result) { ended.resolve(result); });
        const Result<> result = await(ended.future());
        cluster->disconnect(&m_listener);
        return result;
    }

    TempWorkspace folder;
    World world;
    FakeClock clock;
    Redactor redactor;
    ScriptedRunner runner{&clock};
    std::unique_ptr<Cluster> cluster;
    QString lock; // file of the lock that a run takes

private:
    QObject m_listener;
};

} // namespace windsock
