// SPDX-License-Identifier: Apache-2.0
// What the window asks for, answered by the real program. Lives as long as the window; keeps every cluster it opened.
#pragma once

#include "app/Services.h"
#include "core/workspace/RecentWorkspaces.h"
#include "ui/shell/WindowServices.h"

#include <map>

namespace windsock {

class RealWindowServices
{
public:
    explicit RealWindowServices(Services &services);
    WindowServices forWindow(); // refers to this object
    static QString settingsFile(const Paths &paths);

private:
    Result<Cluster *> open(const QString &folder);
    Result<QString> create(const QString &folder, ChartFlavor flavor);

    Services &m_services;
    SystemDesktop m_desktop;
    DialogPrompts m_prompts;
    WindowSettings m_settings;
    RecentWorkspaces m_recent;
    Workspace m_nowhere;
    std::unique_ptr<Backend> m_machine;                     // for questions about this computer, without a workspace
    std::map<QString, std::unique_ptr<Cluster>> m_clusters; // by folder
};

} // namespace windsock
