// SPDX-License-Identifier: Apache-2.0
// Do the host folders of the mounts exist, and can Airflow write where it must? Judges by owner and mode, touches nothing.
#pragma once

#include "core/checks/Finding.h"
#include "core/workspace/Mount.h"
#include "core/workspace/Workspace.h"

#include <QList>

namespace windsock {

inline constexpr uint airflowUser = 50000; // of both charts and of the official image
inline constexpr uint airflowGroup = 0;

struct FolderFacts
{
    Mount mount;
    bool exists = false;
    bool isFolder = false;
    uint owner = 0, group = 0;
    uint mode = 0;              // the nine bits
    bool airflowWrites = false; // the logs
    bool ownKernel = true;      // false: a virtual machine maps owners, the mode here means nothing
    bool mayOpen = false;       // the workspace's own folder, ours to change: Start gives Airflow access by itself
    bool shared = true;         // false: Docker Desktop would not show it to its machine
};
bool airflowCanWrite(const FolderFacts &facts);
bool isClosedToAirflow(const FolderFacts &facts); // Airflow must write there, and the mode that counts does not let it
Finding checkFolder(const FolderFacts &facts);
QList<Finding> checkFolders(const QList<FolderFacts> &facts); // missing ones are offered to be created all at once

// Looks at the folder itself. On macOS engines see /Users, /Volumes, /private and /tmp only.
FolderFacts gatherFolder(const Mount &mount, bool airflowWrites, bool ownKernel);
// The same for each folder that the workspace mounts. Airflow writes its logs and only reads the others.
QList<FolderFacts> gatherFolders(const Workspace &workspace, bool ownKernel);

} // namespace windsock
