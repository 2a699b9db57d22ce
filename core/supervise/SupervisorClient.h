// SPDX-License-Identifier: Apache-2.0
// Asks the supervisor of a folder, if there is one. Each call looks for it anew and has its own connection.
#pragma once

#include "core/base/Async.h"
#include "core/base/Clock.h"
#include "core/supervise/SupervisorFolder.h"
#include "core/supervise/SupervisorMessages.h"

#include <QObject>

namespace windsock {

class SupervisorClient : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds quick{5000};

    // The clock must outlive this. Calls that wait when it goes are canceled.
    SupervisorClient(const SupervisorFolder &folder, Clock &clock, QObject *parent = nullptr);
    ~SupervisorClient() override;

    // Errors of all: NotFound: no supervisor runs; Timeout: it does not answer within `limit`; Conflict: it speaks another version
    // (rule "supervise.version"), or it is shutting down; Network: the connection broke (it was killed); those of Supervisor.
    Async<SupervisorStatus> status(std::chrono::milliseconds limit = quick);
    // No ids: all components.
    Async<SupervisorStatus> start(const QStringList &ids = {}, std::chrono::milliseconds limit = std::chrono::seconds(30));
    // The limit has to be longer than the graces of the components.
    Async<SupervisorStatus> stop(const QStringList &ids = {}, std::chrono::milliseconds limit = std::chrono::seconds(60));
    Async<SupervisorStatus> restart(const QStringList &ids = {}, std::chrono::milliseconds limit = std::chrono::seconds(90));
    // Resolves when every component has ended and the folder is free for another supervisor. No supervisor: nothing to do, no error.
    Async<> shutDown(std::chrono::milliseconds limit = std::chrono::seconds(60));

private:
    Async<SupervisorStatus> ask(const SupervisorRequest &request, std::chrono::milliseconds limit);

    SupervisorFolder m_folder;
    Clock &m_clock;
};

} // namespace windsock
