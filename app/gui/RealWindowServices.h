// SPDX-License-Identifier: Apache-2.0
// What the window asks for, answered by the real program. Lives as long as the window; keeps every cluster it opened, and
// which mode was chosen for it in this session.
#pragma once

#include "app/Services.h"
#include "core/workspace/RecentWorkspaces.h"
#include "ui/shell/WindowServices.h"

#include <QObject>

#include <map>
#include <vector>

namespace windsock {

class RealWindowServices
{
public:
    explicit RealWindowServices(Services &services);
    WindowServices forWindow(); // refers to this object
    static QString settingsFile(const Paths &paths);

private:
    Result<Cluster *> open(const QString &folder);
    Async<Cluster *> settle(const QString &folder);
    Result<Cluster *> settled(const QString &path, std::optional<Mode> mode); // absent: as it is
    Result<Cluster *> changeMode(const QString &folder, Mode mode);
    Result<Cluster *> move(const QString &folder);
    Result<Cluster *> replace(const QString &path, Mode mode);
    Cluster *put(const QString &path, std::unique_ptr<Cluster> cluster);
    Result<Cluster *> notBusy(const QString &path); // the open one
    std::optional<Mode> chosenMode(const QString &path) const;
    void letGo();
    QList<Cluster *> busy() const;
    QStringList recent() const;
    static Result<QString> create(const QString &folder, ChartFlavor flavor, const WorkspaceOptions &options);

    Services &m_services;
    SystemDesktop m_desktop;
    DialogPrompts m_prompts;
    WindowSettings m_settings;
    RecentWorkspaces m_recent;
    Workspace m_nowhere;
    std::unique_ptr<Backend> m_machine;                     // for questions about this computer, without a workspace
    std::map<QString, std::unique_ptr<Cluster>> m_clusters; // by folder
    std::map<QString, Mode> m_chosen;                       // by folder; those that nobody chose a mode for are not in it
    std::vector<std::unique_ptr<Cluster>> m_replaced;       // the window still shows them
    QObject m_context;                                      // the last: what is asked ends with it
};

} // namespace windsock
