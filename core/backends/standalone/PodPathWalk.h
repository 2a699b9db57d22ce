// SPDX-License-Identifier: Apache-2.0
// Follows one of the pods' paths over this machine's root and over the folders that are shown already, links included, to where a
// mount would lie. Pure, given the root.
#pragma once

#include "core/backends/standalone/HostRoot.h"
#include "core/workspace/WorkspaceFolders.h"

namespace windsock {

struct WalkedFolder
{
    WorkspaceFolder folder;
    QString at; // its podPath without links
};

struct WalkEnd
{
    struct Obstacle
    {
        QString why, todo = {};
    };
    QString at;   // the path without links
    QString base; // the deepest folder of the machine's own on the way, where the rest is missing; empty: nothing has to be laid anew
    std::optional<Obstacle> obstacle = {};
};

// `path`: clean, absolute.
WalkEnd walk(const QString &path, const QList<WalkedFolder> &shown, const HostRoot &root);

} // namespace windsock
