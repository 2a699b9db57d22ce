// SPDX-License-Identifier: Apache-2.0
#include "core/supervise/SupervisorDaemon.h"

#include "core/supervise/StopSignals.h"

#include <QCoreApplication>

namespace windsock {

SupervisorDaemon::SupervisorDaemon(const SupervisorFolder &folder, CommandRunner &runner, Redactor &redactor, Clock &clock, QObject *parent)
    : QObject(parent), m_supervisor(folder, runner, redactor, clock), m_server(m_supervisor, folder)
{}

SupervisorDaemon::~SupervisorDaemon() = default;

Async<> SupervisorDaemon::run()
{
    if (const Result<> begun = begin(); !begun) {
        m_supervisor.note(begun.error().report());
        m_over.resolve(begun);
    }
    return m_over.future();
}

Result<> SupervisorDaemon::begin()
{
    const Result<> opened = m_supervisor.open();
    if (!opened)
        return opened;
    m_signals = std::make_unique<StopSignals>();
    connect(m_signals.get(), &StopSignals::received, this, &SupervisorDaemon::onSignal);
    connect(&m_server, &SupervisorServer::finished, this, [this] { m_over.resolve({}); });
    return m_server.listen();
}

void SupervisorDaemon::onSignal()
{
    if (++m_received > 1)
        return m_over.resolve(Error::canceled());
    m_supervisor.note(QCoreApplication::translate("SupervisorDaemon", "Asked to end by a signal"));
    m_supervisor.shutDown();
}

} // namespace windsock
