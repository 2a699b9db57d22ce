// SPDX-License-Identifier: Apache-2.0
// The files of a supervisor in the state folder of a workspace (Paths::workspaceState()). One supervisor per folder.
#pragma once

#include <QDir>
#include <QString>

namespace windsock {

struct SupervisorFolder
{
    QDir folder; // absolute

    QString components() const; // components.json: what a backend wants to run (ComponentList)
    QString children() const;   // children.json: what was started (ChildRecords)
    QString lock() const;       // supervisor.lock: never removed (FolderLock)
    QString address() const;    // supervisor.json: where it listens (SupervisorAddress)
    QString log() const;        // supervisor.log: what it did and why

    // 16 hex digits of the canonical path: the name of what is not in the folder (the socket, the mark on processes).
    QString key() const;
};

} // namespace windsock
