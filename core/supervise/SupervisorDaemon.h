// SPDX-License-Identifier: Apache-2.0
// A whole supervisor for a program that does nothing else: lock, leftovers, socket, and SIGTERM, SIGINT (stop all in order, then end;
// a second one ends at once). The hidden verb makes one and ends with it.
#pragma once

#include "core/supervise/Supervisor.h"
#include "core/supervise/SupervisorServer.h"

namespace windsock {

class StopSignals;

// The verb by which this program is one: `windsock supervise FOLDER`.
inline constexpr char superviseVerb[] = "supervise";

class SupervisorDaemon : public QObject
{
    Q_OBJECT
public:
    // As Supervisor's.
    SupervisorDaemon(const SupervisorFolder &folder, CommandRunner &runner, Redactor &redactor, Clock &clock, QObject *parent = nullptr);
    ~SupervisorDaemon() override;

    // Resolves when the supervisor is over: a client or a signal ended it. Errors: Conflict, another one runs; those of Supervisor::open()
    // and SupervisorServer::listen(). All are in the folder's supervisor.log too, since nobody reads what a daemon prints.
    Async<> run();

private:
    Result<> begin();
    void onSignal();
    Supervisor m_supervisor;
    SupervisorServer m_server;
    std::unique_ptr<StopSignals> m_signals;
    Promise<> m_over;
    int m_received = 0;
};

} // namespace windsock
