// SPDX-License-Identifier: Apache-2.0
// Do the node and Airflow's pods see the host's very folders? Compares what lies in them: names and sizes. Writes nothing
// anywhere; a folder that is empty proves nothing, which is said.
#pragma once

#include "core/backends/kind/KindLook.h"
#include "core/backends/kind/KindSession.h"

namespace windsock {

// What lies in a folder: name → size; -1 for whatever is no file.
using FolderListing = QMap<QString, qint64>;

FolderListing listFolder(const QString &folder);
QStringList listingArgv(const QString &folder); // a child that prints the same, in the node and in the pods
FolderListing parseListing(const QByteArray &out);

struct MountProof
{
    Mount mount;
    FolderListing before = {}, after = {};        // on the host; what changed in between proves nothing
    std::optional<FolderListing> node, pods = {}; // not there: could not be asked
    QString problem = {};                         // why not
    QString podName = {};
};
Finding judgeProof(const MountProof &proof);

// One finding for each folder of the workspace that pods mount; one that says why not where no Airflow runs.
Async<QList<Finding>> proveMounts(KindSession &session, const Workspace &workspace, const KindLook &look, QObject *context);

} // namespace windsock
