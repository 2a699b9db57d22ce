// SPDX-License-Identifier: Apache-2.0
// What bubblewrap (bwrap) has to be told so that the workspace's folders appear at the pods' absolute paths, and what it cannot show.
// Pure. Options: bwrap(1) from 0.4 on; what it does with signals: its source (monitor_child, handle_die_with_parent), tried with 0.8.
//
// What is seen. The machine's root as it is, and each folder at its path. A mount needs a place to lie on: where the way to it is
// missing, the deepest folder that exists (/opt for /opt/airflow/dags) is laid anew as an empty one in memory, with every entry that
// it has shown in it again, and is read-only then: what would be written into it would be lost. For "/" that means no root as a whole
// but all that lies in it. What lies within a shown folder is that folder's: a missing place for a mount is made in it, as the
// container engine does on kind; should that folder be gone by then, in an empty read-only one in memory. Nothing is done to the
// machine itself.
//
// What it does to processes. Only mounts are new (where this user is not root with them a user namespace, which maps him to
// himself): process ids, network and sockets are the machine's. So a ProcessIdentity is the same inside and outside, and marks in
// environments can be read. But bwrap does not become the program: it waits for it as its parent, leads the group and hands its
// exit code on (128 + N for signal N).
// - TERM to the group, which is how a component is stopped, would end bwrap at once, and a program that was told to die with it would
//   be killed in the middle of its own good end. So bwrap runs with TERM and INT blocked, and the program with both as they were;
//   a Python on either side does that and then becomes bwrap, or the program: the component's process id does not change.
//   TERM in the few milliseconds before bwrap has its child reaches nobody; KILL after the grace does.
// - KILL of bwrap alone (of the id that is shown) is KILL of the program: --die-with-parent. Its helpers are swept, or kept
//   (Component::keepsHelpers), as if the program itself had been killed.
// - The end of the supervisor by KILL is KILL of bwrap and of the program, where without bwrap it is TERM; whatever is left of
//   them is found by its mark and its session (Leftovers.h) and ended by the next Start.
// - sudo and other programs that change the user do not work inside (no_new_privs).
#pragma once

#include "core/backends/standalone/HostRoot.h"
#include "core/supervise/Component.h"
#include "core/workspace/WorkspaceFolders.h"

namespace windsock {

struct PodPaths
{
    struct Refusal
    {
        WorkspaceFolder folder;
        QString why, todo = {};
    };

    QStringList arguments = {};        // of bwrap, before the program
    QList<WorkspaceFolder> shown = {}; // outer ones first
    QList<Refusal> refused = {};       // in the same order

    // Each folder once. `kept`: absolute paths that have to stay what they are, since Airflow needs them by that name.
    static PodPaths of(const QList<WorkspaceFolder> &folders, const QStringList &kept, const HostRoot &root);

    // Is this path there for the processes, as far as it is the folders' business: a shown folder, within one, or above one.
    bool shows(const QString &podPath) const;
    bool showsAt(const QString &host, const QString &podPath) const; // this folder, there
    // The same folders with `host` as the processes see it: the pods' path where that is shown.
    WorkspaceFolders seen(WorkspaceFolders folders) const;
    // The component with `bubblewrap` (absolute) around its program, which has to be a Python; as it is where nothing is shown.
    // `folder`: where it begins to run, as it sees it; empty: its workDir.
    Component around(Component component, const QString &bubblewrap, const QString &folder) const;
};

} // namespace windsock
