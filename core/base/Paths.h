// SPDX-License-Identifier: Apache-2.0
// Where Windsock keeps its own files. Never inside a workspace, never in ~/.kube or Helm's folders.
// XDG base directories on Linux, ~/Library on macOS; WINDSOCK_HOME puts all of them below one folder.
#pragma once

#include <QDir>
#include <QString>

namespace windsock {

struct Paths
{
    QDir config; // settings.ini
    QDir state;  // runs, kubeconfigs, marks of ownership: loss is a nuisance
    QDir cache;  // charts, memos: loss costs time only
    QDir data;   // tools that we downloaded

    static Paths standard();
    static Paths under(const QDir &root); // for tests and WINDSOCK_HOME

    QString tools() const { return data.filePath(QStringLiteral("tools")); }
    QDir workspaceState(const QString &workspaceId) const { return QDir(state.filePath(QStringLiteral("workspaces/") + workspaceId)); }
};

// A short stable name for a folder: readable end of the path plus a hash of the whole ("data-pipelines-4f2a9c1e").
QString folderId(const QString &canonicalPath);

} // namespace windsock
