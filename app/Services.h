// SPDX-License-Identifier: Apache-2.0
// The composition root: the only place that makes concrete services and knows which backends there are. Handed on by
// reference; exactly one exists, made in main.
#pragma once

#include "core/backends/ModeChoice.h"
#include "core/base/Clock.h"
#include "core/base/Paths.h"
#include "core/base/Redactor.h"
#include "core/cluster/Cluster.h"
#include "core/process/ProcessRunner.h"
#include "core/process/ToolFinder.h"

namespace windsock {

class Services
{
public:
    explicit Services(const Paths &paths = Paths::standard());

    // The workspace in this folder and its cluster. Where it runs: `chosen` by chooseMode() or by somebody who sees that nothing is
    // there; else what was started and not deleted since, else the files' word or a guess. Errors as Workspace::open.
    Result<std::unique_ptr<Cluster>> openCluster(const QString &folder, std::optional<Mode> chosen = {});
    // Where Airflow will run: asks this machine where files and `wanted` leave it open (some seconds at most). What was started in
    // one mode goes on in it until it is deleted, whatever the files say. Errors: Conflict, where `wanted` is another one.
    Async<ModeChoice> chooseMode(const QString &folder, std::optional<Mode> wanted, QObject *context);
    // The workspace's cluster at the place that its Airflow can move to: Start there takes connections, variables and pools along and
    // removes what was left behind. Errors: NotFound, where nothing was started that could move.
    Result<std::unique_ptr<Cluster>> openMoving(const QString &folder);
    Result<> mayRunIn(Mode mode, const Workspace &workspace) const; // Conflict as above, by files alone
    std::unique_ptr<Backend> makeBackend(Mode mode = Mode::Kind);

    const Paths &paths() const { return m_paths; }
    Clock &clock() { return m_clock; }
    Redactor &redactor() { return m_redactor; }
    CommandRunner &runner() { return m_runner; }
    ToolFinder &tools() { return m_tools; }

private:
    Mode guessed(Mode mode);
    Result<Workspace> openWorkspace(const QString &folder); // from whose folder no tool is ever run
    std::unique_ptr<Cluster> makeCluster(const Workspace &workspace, std::unique_ptr<Backend> place);
    std::optional<Mode> heldMode(const Workspace &workspace) const; // of what was started and not deleted since
    Paths m_paths;
    SystemClock m_clock;
    Redactor m_redactor;
    ToolFinder m_tools;
    ProcessRunner m_runner;
};

} // namespace windsock
