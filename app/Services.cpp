// SPDX-License-Identifier: Apache-2.0
#include "app/Services.h"

#include "core/backends/kind/KindBackend.h"

#include <QCoreApplication>

namespace windsock {

Services::Services(const Paths &paths)
    : m_paths(paths), m_tools(ToolPlaces::standard({}, paths.tools())),
      m_runner(m_tools, m_redactor, qEnvironmentVariable("WINDSOCK_LEDGER"))
{}

std::unique_ptr<Backend> Services::makeBackend()
{
    return std::make_unique<KindBackend>(KindSession{.runner = m_runner,
                                                     .clock = m_clock,
                                                     .tools = m_tools,
                                                     .paths = m_paths,
                                                     .program = QCoreApplication::applicationFilePath(),
                                                     .chartMirror = qEnvironmentVariable("WINDSOCK_CHART_REPO")});
}

Result<std::unique_ptr<Cluster>> Services::openCluster(const QString &folder)
{
    Result<Workspace> workspace = Workspace::open(folder);
    if (!workspace)
        return workspace.error();
    m_tools.neverFrom(workspace->folder().absolutePath());
    const ClusterServices services{m_runner, m_clock, m_redactor, m_paths.workspaceState(workspace->id())};
    return std::make_unique<Cluster>(std::move(*workspace), makeBackend(), services);
}

} // namespace windsock
