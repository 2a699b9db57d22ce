// SPDX-License-Identifier: Apache-2.0
// Everything the window asks of the rest of the program. Filled by app/gui with the real things, by tests with fakes.
// References must outlive the window.
#pragma once

#include "core/cluster/Cluster.h"
#include "core/workspace/WorkspaceTemplates.h"
#include "ui/cluster/ClusterPageParts.h"
#include "ui/cluster/Remedies.h"
#include "ui/settings/WindowSettings.h"
#include "ui/widgets/Desktop.h"
#include "ui/widgets/Prompts.h"

namespace windsock {

struct WindowServices
{
    Clock &clock;
    Desktop &desktop;
    Prompts &prompts;
    WindowSettings &settings;

    // The cluster of the workspace in this folder; stays alive as long as these services. The same folder gives the
    // same object.
    std::function<Result<Cluster *>(const QString &folder)> open;
    // The same workspace's cluster once it is known where it runs: the same object where nothing changes, else another one
    // in its place. The one before lives on until the answer has been handled.
    std::function<Async<Cluster *>(const QString &folder)> settle = {};
    // The workspace in another mode, for as long as nothing was started; kept for this session. The one before lives on
    // until the event loop comes round. Errors: Conflict where something was started or a run is under way.
    std::function<Result<Cluster *>(const QString &folder, Mode mode)> changeMode = {};
    // The workspace's cluster at the place that it can move to (Cluster::movesTo): its Start is the move. As with changeMode, the one
    // before lives on. Errors: NotFound, Conflict.
    std::function<Result<Cluster *>(const QString &folder)> move = {};
    // Those with a run under way, of every workspace that was opened.
    std::function<QList<Cluster *>()> busy = {};
    std::function<QStringList()> recentWorkspaces; // folders, newest first, each once
    // Makes a workspace in `folder` from a template and gives the folder back, ready for open().
    std::function<Result<QString>(const QString &folder, ChartFlavor flavor, const WorkspaceOptions &options)> create;
    std::function<Async<DoctorRows>()> doctor; // what this computer has and lacks; may start children
    // Does what a row of the doctor offers while no workspace is open. With one open its cluster does it.
    std::function<Async<>(const Remedy &, const RemedyWatch &)> repair = {};
    // How a folder is written in the window; the default shortens the home folder to "~".
    std::function<QString(const QString &folder)> folderText = {};
};

} // namespace windsock
