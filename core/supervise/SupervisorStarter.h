// SPDX-License-Identifier: Apache-2.0
// Makes sure that a supervisor runs for a folder: finds the one that does, or starts one that outlives this program and waits until it
// answers. Two at once are no harm: one of the two supervisors finds the lock taken and goes.
#pragma once

#include "core/base/Async.h"
#include "core/base/Clock.h"
#include "core/process/CommandRunner.h"
#include "core/supervise/SupervisorFolder.h"
#include "core/supervise/SupervisorStatus.h"

#include <QObject>

namespace windsock {

class SupervisorStarter : public QObject
{
    Q_OBJECT
public:
    // `start`: this program with its verb; run detached. Runner and clock must outlive this.
    SupervisorStarter(const SupervisorFolder &folder, const Command &start, CommandRunner &runner, Clock &clock);

    // Errors: as CommandRunner::run(); Timeout: it does not answer within `limit`, with the last lines of its log; Canceled.
    Async<SupervisorStatus> ensure(const Cancel &cancel = {}, std::chrono::milliseconds limit = std::chrono::seconds(10));

private:
    SupervisorFolder m_folder;
    Command m_start;
    CommandRunner &m_runner;
    Clock &m_clock;
};

} // namespace windsock
