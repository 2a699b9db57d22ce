// SPDX-License-Identifier: Apache-2.0
#include "core/cluster/Cluster.h"

#include "core/cluster/RunJournal.h"
#include "core/cluster/RunReport.h"

#include <QCoreApplication>

namespace windsock {

namespace {
// A run that only says why it cannot begin: shown, kept and reported like any other.
Plan refusal(const QString &title, const Error &error)
{
    const auto refuse = [error](RunContext &) { return failed(error); };
    return {title, {{.id = "check", .title = QCoreApplication::translate("Cluster", "Read the workspace"), .run = refuse}}};
}
} // namespace

Cluster::Cluster(Workspace workspace, std::unique_ptr<Backend> backend, const ClusterServices &services, QObject *parent)
    : QObject(parent), m_workspace(std::move(workspace)), m_backend(std::move(backend)), m_services(services),
      m_journal(std::make_unique<RunJournal>(services.stateFolder, services.clock, services.redactor))
{}

Cluster::~Cluster() = default;

Actions Cluster::actions() const
{
    Actions allowed = allowedActions(state());
    allowed.pause = allowed.pause && offers(Intent::Pause);
    return allowed;
}

bool Cluster::offers(Intent intent) const
{
    return m_backend->offers(intent);
}

std::optional<Mode> Cluster::movesTo() const
{
    return isThere(state()) && !m_intent ? m_backend->movesTo() : std::nullopt;
}

ClusterState Cluster::state() const
{
    return deriveState(m_observed, m_intent);
}

Plan Cluster::plan(Intent intent)
{
    Plan plan = m_backend->plan(intent, m_workspace);
    if (m_keepForward && !isDirect() && (intent == Intent::Start || intent == Intent::Reset))
        plan.steps += forwardStep();
    return plan;
}

Step Cluster::forwardStep()
{
    return {.id = "forward",
            .title = tr("Forward localhost:%1").arg(m_workspace.webPort()),
            .run = [this](RunContext &context) { return openForward(context); },
            .after = m_backend->webStep().isEmpty() ? QStringList() : QStringList{m_backend->webStep()},
            .limit = std::chrono::seconds(60)};
}

Async<> Cluster::openForward(RunContext &context)
{
    keepForward(true);
    const Promise<> promise;
    const auto look = [this, promise, &context] {
        const ForwardStatus status = forwardStatus();
        context.progress(status.text);
        if (status.state == ForwardState::Active || status.state == ForwardState::Direct)
            promise.resolve({});
        else if (status.state == ForwardState::PortTaken)
            promise.resolve(portTaken(status));
    };
    connect(this, &Cluster::forwardChanged, &context, look);
    m_cancelHook = context.cancel().onRequest([promise] { promise.resolve(Error::canceled()); });
    look();
    return promise.future();
}

void Cluster::begin(Intent intent)
{
    if (m_intent)
        return;
    const Result<> fresh = reload();
    const bool needsFiles = intent == Intent::Start || intent == Intent::Reset;
    Plan next = plan(intent);
    if (!fresh && needsFiles)
        next = refusal(next.title, fresh.error());
    m_intent = intent;
    if (m_idleRun)
        m_idleRun->cancel();
    m_run = std::make_unique<PlanRun>(std::move(next), m_services.runner, m_services.clock);
    m_journal->follow(m_run.get(), intent, modeName(mode()));
    connect(m_run.get(), &PlanRun::finished, this, &Cluster::onRunFinished);
    if (intent != Intent::Start && intent != Intent::Restart)
        keepForward(false);
    emit runStarted(m_run.get());
    emit changed();
    m_run->start();
}

void Cluster::cancel()
{
    if (m_run && m_intent)
        m_run->cancel();
}

void Cluster::onRunFinished(const Result<> &result)
{
    m_cancelHook.reset();
    const bool failed = !result && !result.error().isCancel();
    // What the cluster can tell about a failure is gone once somebody cleans up: take it now.
    const Async<> evidence = failed ? m_backend->collectEvidence(m_workspace, m_journal->currentFolder()) : windsock::ready();
    whenDone(evidence, this, [this, result](const Result<> &) {
        m_journal->finish(result);
        m_concluded = result;
        look();
    });
}

void Cluster::conclude()
{
    const Intent intent = *std::exchange(m_intent, std::nullopt);
    const Result<> result = *std::exchange(m_concluded, std::nullopt);
    emit changed();
    const bool started = result && (intent == Intent::Start || intent == Intent::Reset);
    if (started)
        emit ready(web().url);
    if (started && m_keepForward)
        useIdleTime();
    emit runFinished(intent, result);
}

// Only where this program stays: whoever waits for a command's end would wait for this too.
void Cluster::useIdleTime()
{
    Plan plan = m_backend->idlePlan(m_workspace);
    if (plan.steps.isEmpty() || (m_idleRun && !m_idleRun->isFinished()))
        return; // the one that was canceled is still ending: after the next start, then
    m_idleRun = std::make_unique<PlanRun>(std::move(plan), m_services.runner, m_services.clock);
    m_idleRun->start();
}

Result<> Cluster::reload()
{
    Result<Workspace> fresh = Workspace::open(m_workspace.folder().absolutePath());
    if (!fresh)
        return fresh.error();
    m_workspace = fresh->withMode(m_workspace.mode());
    if (m_forwardPort > 0)
        m_workspace = m_workspace.withWebPort(m_forwardPort);
    return {};
}

void Cluster::look()
{
    // A run looks for itself; its end looks once more.
    if (m_intent && !m_concluded)
        return;
    if (std::exchange(m_looking, true)) {
        m_lookAgain = true;
        return;
    }
    whenDone(m_backend->probe(m_workspace), this, &Cluster::onLooked);
}

void Cluster::onLooked(const Result<Observed> &result)
{
    m_looking = false;
    const std::optional<Observed> before = m_observed;
    m_observed = result ? std::optional(*result) : std::nullopt;
    m_lookError = result ? std::nullopt : std::optional(result.error());
    if (m_concluded)
        conclude();
    else if (m_observed != before || !result)
        emit changed();
    if (m_watching && !m_intent && state() != ClusterState::Unknown)
        keepForward(state() == ClusterState::Running || (m_forward && state() == ClusterState::Degraded));
    emit looked(result ? Result<>() : Result<>(result.error()));
    if (std::exchange(m_lookAgain, false))
        look();
}

void Cluster::watch()
{
    if (std::exchange(m_watching, true))
        return;
    m_keepForward = true;
    m_watch = m_backend->watch(m_workspace);
    connect(m_watch.get(), &BackendWatch::changed, this, &Cluster::look);
    look();
}

void Cluster::setForwarding(bool keep)
{
    m_keepForward = keep;
}

void Cluster::keepForward(bool wanted)
{
    if (!wanted) {
        if (auto forward = std::exchange(m_forward, nullptr)) {
            forward->close();
            emit forwardChanged(forwardStatus());
        }
        return;
    }
    if (m_forward || !m_keepForward)
        return;
    m_forward = m_backend->forward(m_workspace);
    connect(m_forward.get(), &Forward::changed, this, &Cluster::forwardChanged);
    m_forward->open(m_workspace.webPort());
}

void Cluster::forwardTo(int port)
{
    m_forwardPort = port;
    m_workspace = m_workspace.withWebPort(port);
    if (m_forward)
        m_forward->open(port);
    emit changed();
}

Async<QList<Finding>> Cluster::check()
{
    return m_backend->check(&m_workspace);
}

Async<QList<Finding>> Cluster::differences()
{
    return m_backend->differences(m_workspace);
}

Async<QList<Finding>> Cluster::proveMounts()
{
    return m_backend->proveMounts(m_workspace);
}

Async<> Cluster::apply(const Remedy &remedy, const RemedyWatch &watch)
{
    if (remedy.id != QLatin1String("port.next"))
        return m_backend->apply(m_workspace, remedy, watch);
    forwardTo(remedy.argument.toInt());
    return windsock::ready();
}

ForwardStatus Cluster::forwardStatus() const
{
    return m_forward ? m_forward->status() : ForwardStatus{};
}

bool Cluster::isDirect() const
{
    return m_backend->web(m_workspace).direct;
}

WebAccess Cluster::web() const
{
    return m_backend->web(m_workspace);
}

QList<RunRecord> Cluster::recentRuns(int count) const
{
    return m_journal->recent(count);
}

std::chrono::milliseconds Cluster::usualDuration(Intent intent, const QString &stepId) const
{
    return m_journal->usualDuration(intent, stepId, modeName(mode()));
}

QString Cluster::commandsText() const
{
    return m_journal->commands();
}

QString Cluster::reportText() const
{
    return m_services.redactor.redact(runReport(*this, *m_journal));
}

Async<> Cluster::logs(const QString &source, bool follow, LineSink sink, Cancel cancel)
{
    return m_backend->logs(m_workspace, {source, follow, std::move(sink), std::move(cancel)});
}

QList<LogSource> Cluster::logSources() const
{
    return m_backend->logSources(m_workspace);
}

} // namespace windsock
