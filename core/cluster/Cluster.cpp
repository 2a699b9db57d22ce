// SPDX-License-Identifier: Apache-2.0
#include "core/cluster/Cluster.h"

#include "core/cluster/RunJournal.h"
#include "core/cluster/RunReport.h"

namespace windsock {

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

const RunRecord &Cluster::lastRun() const
{
    return m_journal->current();
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
