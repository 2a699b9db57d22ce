// SPDX-License-Identifier: Apache-2.0
#include "app/Services.h"

#include "core/backends/MovingBackend.h"
#include "core/backends/kind/KindBackend.h"
#include "core/backends/standalone/StandaloneBackend.h"

#include <QCoreApplication>

namespace windsock {

namespace {
Error startedIn(Mode held)
{
    return {.code = Error::Code::Conflict,
            .what = QCoreApplication::translate("Services", "This workspace's Airflow was started in the mode %1").arg(modeName(held)),
            .why = QCoreApplication::translate("Services", "It stays in that mode until you delete it"),
            .todo = QCoreApplication::translate("Services", "Delete it first (windsock delete with --confirm), or leave out --mode")};
}

Error nothingMoves()
{
    return {.code = Error::Code::NotFound,
            .what = QCoreApplication::translate("Services", "There is no Airflow without containers that could move"),
            .why = QCoreApplication::translate("Services", "Only what was started in the mode standalone moves, into a cluster"),
            .todo = QCoreApplication::translate("Services", "Start as usual: windsock start")};
}
} // namespace

Services::Services(const Paths &paths)
    : m_paths(paths), m_tools(ToolPlaces::standard({}, paths.tools())),
      m_runner(m_tools, m_redactor, qEnvironmentVariable("WINDSOCK_LEDGER"))
{}

std::unique_ptr<Backend> Services::makeBackend(Mode mode)
{
    if (mode == Mode::Standalone)
        return std::make_unique<StandaloneBackend>(StandaloneSession{.runner = m_runner,
                                                                     .clock = m_clock,
                                                                     .tools = m_tools,
                                                                     .redactor = m_redactor,
                                                                     .paths = m_paths,
                                                                     .program = QCoreApplication::applicationFilePath()});
    return std::make_unique<KindBackend>(KindSession{.runner = m_runner,
                                                     .clock = m_clock,
                                                     .tools = m_tools,
                                                     .paths = m_paths,
                                                     .program = QCoreApplication::applicationFilePath(),
                                                     .chartMirror = qEnvironmentVariable("WINDSOCK_CHART_REPO"),
                                                     .redactor = &m_redactor});
}

// What can be told without asking anything: chooseMode() is for those who can wait for the answer.
Mode Services::guessed(Mode mode)
{
    if (mode != Mode::Auto)
        return mode;
    return m_tools.find(Tool::Docker) ? Mode::Kind : Mode::Standalone;
}

Result<Workspace> Services::openWorkspace(const QString &folder)
{
    Result<Workspace> workspace = Workspace::open(folder);
    if (workspace)
        m_tools.neverFrom(workspace->folder().absolutePath());
    return workspace;
}

Async<ModeChoice> Services::chooseMode(const QString &folder, std::optional<Mode> wanted, QObject *context)
{
    const Result<Workspace> workspace = openWorkspace(folder);
    if (!workspace)
        return failed<ModeChoice>(workspace.error());
    const auto held = heldMode(*workspace);
    if (held && wanted.value_or(Mode::Auto) != Mode::Auto && *wanted != *held) {
        // Unless it is gone: deleted by somebody else, in a terminal.
        const std::shared_ptr<Backend> place = makeBackend(*held);
        return andFinally(place->probe(*workspace), context, [place, held, wanted](const Result<Observed> &seen) -> Result<ModeChoice> {
            return seen && !seen->exists ? Result<ModeChoice>(ModeChoice{*wanted}) : Result<ModeChoice>(startedIn(*held));
        });
    }
    const Mode asked = held.value_or(wanted.value_or(workspace->mode()));
    if (asked != Mode::Auto)
        return ready(ModeChoice{asked});
    QList<std::shared_ptr<Backend>> places;
    for (const Mode mode : placesToRun())
        places += makeBackend(mode);
    return windsock::chooseMode(places, *workspace, context);
}

std::optional<Mode> Services::heldMode(const Workspace &workspace) const
{
    if (StandaloneBackend::holds(workspace, m_paths))
        return Mode::Standalone;
    return KindBackend::holds(workspace, m_paths) ? std::optional(Mode::Kind) : std::nullopt;
}

Result<> Services::mayRunIn(Mode mode, const Workspace &workspace) const
{
    const auto held = heldMode(workspace);
    return held && *held != mode ? Result<>(startedIn(*held)) : Result<>();
}

Result<std::unique_ptr<Cluster>> Services::openCluster(const QString &folder, std::optional<Mode> chosen)
{
    const Result<Workspace> workspace = openWorkspace(folder);
    if (!workspace)
        return workspace.error();
    const Mode asked = chosen.value_or(workspace->mode());
    const bool isSure = chosen && *chosen != Mode::Auto;
    const Mode mode = isSure ? asked : guessed(heldMode(*workspace).value_or(asked));
    return makeCluster(*workspace, makeBackend(mode));
}

std::unique_ptr<Cluster> Services::makeCluster(const Workspace &workspace, std::unique_ptr<Backend> place)
{
    const ClusterServices services{m_runner, m_clock, m_redactor, m_paths.workspaceState(workspace.id())};
    const Mode mode = place->mode();
    return std::make_unique<Cluster>(workspace.withMode(mode), std::move(place), services);
}

Result<std::unique_ptr<Cluster>> Services::openMoving(const QString &folder)
{
    const Result<Workspace> workspace = openWorkspace(folder);
    if (!workspace)
        return workspace.error();
    const auto held = heldMode(*workspace);
    std::unique_ptr<Backend> from = held ? makeBackend(*held) : nullptr;
    const auto target = from ? from->movesTo() : std::nullopt;
    if (!target)
        return nothingMoves();
    return makeCluster(*workspace, std::make_unique<MovingBackend>(std::move(from), makeBackend(*target)));
}

} // namespace windsock
