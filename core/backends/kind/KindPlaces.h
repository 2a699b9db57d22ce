// SPDX-License-Identifier: Apache-2.0
// Names and files that belong to one workspace's kind cluster. Pure: makes nothing on disk.
#pragma once

#include "core/base/Paths.h"
#include "core/workspace/Workspace.h"

namespace windsock {

struct KindPlaces
{
    QString cluster;     // "airflow"
    QString container;   // "airflow-control-plane": kind names its first node so
    QString context;     // "kind-airflow": kind names its kubeconfig context so
    QDir state;          // this workspace's own state folder
    QString kubeconfig;  // private; ~/.kube/config is never touched
    QString ownerMark;   // mounted into the node: the proof that this cluster is ours (see Ownership.h)
    QString kindConfig;  // the config derived from the user's for `kind create`
    QString bootFacts;   // what the post-renderer is told
    QString buildMemo;   // image inputs → image id
    QString imageMemo;   // file hashes of the build context
    QString headMemo;    // image id → migration heads
    QString forwardMark; // "port pid" of the process that forwards the web page, while it does
    QString helmHome;    // Helm's cache, config and data

    static KindPlaces of(const Workspace &workspace, const Paths &paths);
};

} // namespace windsock
