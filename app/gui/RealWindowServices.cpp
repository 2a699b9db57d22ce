// SPDX-License-Identifier: Apache-2.0
#include "app/gui/RealWindowServices.h"

#include "core/workspace/WorkspaceTemplates.h"

namespace windsock {

RealWindowServices::RealWindowServices(Services &services)
    : m_services(services), m_settings(settingsFile(services.paths())),
      m_recent(services.paths().state.filePath(QStringLiteral("recent.json"))), m_machine(services.makeBackend())
{}

QString RealWindowServices::settingsFile(const Paths &paths)
{
    return paths.config.filePath(QStringLiteral("settings.ini"));
}

WindowServices RealWindowServices::forWindow()
{
    return {.clock = m_services.clock(),
            .desktop = m_desktop,
            .prompts = m_prompts,
            .settings = m_settings,
            .open = [this](const QString &folder) { return open(folder); },
            .recentWorkspaces = [this] { return m_recent.list(); },
            .create = [this](const QString &folder, ChartFlavor flavor) { return create(folder, flavor); },
            .doctor = [this] { return m_machine->check(nullptr); },
            .repair = [this](const Remedy &remedy, const RemedyWatch &watch) { return m_machine->apply(m_nowhere, remedy, watch); }};
}

Result<Cluster *> RealWindowServices::open(const QString &folder)
{
    const QString path = QFileInfo(folder).canonicalFilePath();
    const auto known = m_clusters.find(path);
    if (known != m_clusters.end()) {
        // Opened before and perhaps at work: the same object, with the files as they are now.
        if (!known->second->intent())
            (void)known->second->reload(); // what is wrong with them Start says
        (void)m_recent.add(path);
        return known->second.get();
    }
    Result<std::unique_ptr<Cluster>> cluster = m_services.openCluster(folder);
    if (!cluster)
        return cluster.error();
    (void)m_recent.add(path); // a full disk is no reason not to open it
    return (m_clusters[path] = std::move(*cluster)).get();
}

Result<QString> RealWindowServices::create(const QString &folder, ChartFlavor flavor)
{
    const Result<QStringList> made = createWorkspace(folder, flavor);
    if (!made)
        return made.error();
    return folder;
}

} // namespace windsock
