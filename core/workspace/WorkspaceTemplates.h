// SPDX-License-Identifier: Apache-2.0
// Makes a new workspace from the skeletons in resources/templates. Never overwrites, and leaves nothing half made.
#pragma once

#include "core/base/Result.h"
#include "core/workspace/Workspace.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace windsock {

struct WorkspaceOptions
{
    QString clusterName = QStringLiteral("airflow");
    QString nodeImage = QStringLiteral("kindest/node:v1.32.2");
    int webPort = 8080;
};

// What a workspace on this computer takes for itself.
struct WorkspaceUse
{
    QString folder, clusterName;
    int webPort = 0;
};
QList<WorkspaceUse> workspaceUses(const QStringList &folders); // of those that can be opened; reads their files

// For a new workspace in `folder`: the defaults where none of `others` uses them, else the folder's name as a cluster may be called,
// and the next port.
WorkspaceOptions optionsBeside(const QList<WorkspaceUse> &others, const QString &folder);

// The files made, relative to `folder`, which is made too where it is missing. Existing folders are used as they are.
// `logs` is made with mode 1777, like /tmp: the pods write as a user that nobody is on the host, and the sticky bit
// leaves deleting to whoever owns a file and to the folder's owner.
// Errors: Conflict with the list of files in the way; BadInput for names, ports and folders that do not work.
Result<QStringList> createWorkspace(const QString &folder, ChartFlavor flavor, const WorkspaceOptions &options = {});

} // namespace windsock
