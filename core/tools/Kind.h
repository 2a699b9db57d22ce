// SPDX-License-Identifier: Apache-2.0
// What we tell kind, and its short answers. Its progress lines are KindProgress' affair.
#pragma once

#include "core/base/Result.h"
#include "core/process/Command.h"
#include "core/tools/KubeTarget.h"

namespace windsock::kind {

// A cluster and the kubeconfig that belongs to it. Commands that know no --kubeconfig get it as KUBECONFIG, so that kind
// never looks at, nor writes, ~/.kube/config.
struct Place
{
    QString cluster;    // "airflow"
    QString kubeconfig; // absolute
    KubeTarget target() const { return {kubeconfig, QStringLiteral("kind-") + cluster}; }
    QString node() const { return cluster + QStringLiteral("-control-plane"); } // of our one-node clusters
};
inline const QString clusterLabel = QStringLiteral("io.x-k8s.kind.cluster"); // on every node container

struct CreateRequest
{
    Place place;
    QString configPath = {};    // absolute
    QByteArray configText = {}; // used in place of configPath where not empty: kind reads it from stdin
    QString image = {};         // empty: the config's, else kind's own
    bool retain = true;         // keep the node after a failure, so that its logs can be had
    QString workDir = {};       // relative hostPaths start here
};
// Never with --wait: it asks the node in a busy loop, which on two cores slows the boot down.
Command create(const CreateRequest &request);
Command remove(const Place &place);
Command exportKubeconfig(const Place &place); // writes place.kubeconfig anew: the API port changes with a restart
Command exportLogs(const Place &place, const QString &folder);
Command loadImageArchive(const Place &place, const QString &file);
Command listClusters();
Command version();

QStringList parseClusters(const QByteArray &out);

// kind's own rule, plus the length that still leaves room for "-control-plane" in a host name of 64.
inline constexpr int longestClusterName = 50;
bool isLegalClusterName(const QString &name);

} // namespace windsock::kind
