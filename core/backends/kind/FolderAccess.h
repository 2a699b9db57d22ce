// SPDX-License-Identifier: Apache-2.0
// Gives Airflow's user in the pods access to a folder of the workspace that it must write: a fresh clone has ./logs with the
// mode that git and umask give it, which shuts uid 50000 out.
#pragma once

#include "core/workspace/Workspace.h"

#include <atomic>

namespace windsock {

// Group 0 may write where the folder is that group's; else everybody may, as the chart's users do by hand, and only owners may
// remove (1777). Bits that were set stay.
// The folder is taken by its own name: a link is refused. Errors: BadInput with the folder.
Result<> openForAirflow(const QString &folder);

// The workspace's folders that Airflow writes, cannot yet, and that are ours to change: opened. Gives their names as written.
// Without an own kernel (FolderFacts) modes mean nothing, and none is changed.
Result<QStringList> openOwnFolders(const Workspace &workspace, bool ownKernel);

// What this user's own Airflow has written into those folders, when it ran without containers: the one in the pods has another user and
// goes on with the same folders and files. Opened as the folder itself; links, and what is another's, stay as they are. Gives how many
// were changed. Thousands of files: for another thread; `stop` ends it.
int openWhatIsOurs(const Workspace &workspace, bool ownKernel, const std::atomic_bool &stop);

// What the remedy folders.permit does: this folder (absolute), or the first that fits where none is named. BadInput for any
// other than those that openOwnFolders opens: the argument may come from a recorded failure.
Result<> permitFolder(const Workspace &workspace, const QString &folder);

} // namespace windsock
