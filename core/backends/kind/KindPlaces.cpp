// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/KindPlaces.h"

namespace windsock {

KindPlaces KindPlaces::of(const Workspace &workspace, const Paths &paths)
{
    KindPlaces places;
    places.cluster = workspace.clusterName();
    places.container = places.cluster + QStringLiteral("-control-plane");
    places.context = QStringLiteral("kind-") + places.cluster;
    places.state = paths.workspaceState(workspace.id());
    const auto in = [&places](const QString &name) { return places.state.absoluteFilePath(name); };
    // One set per cluster name: a workspace that changes its name must not mix two clusters' files.
    const QString stem = QStringLiteral("kind-") + places.cluster;
    places.kubeconfig = in(stem + QStringLiteral(".kubeconfig"));
    places.ownerMark = in(stem + QStringLiteral(".owner"));
    places.kindConfig = in(stem + QStringLiteral(".yaml"));
    places.bootFacts = in(stem + QStringLiteral(".boot.json"));
    places.forwardMark = in(stem + QStringLiteral(".forward"));
    places.buildMemo = in(QStringLiteral("builds.json"));
    places.imageMemo = in(QStringLiteral("context-hashes.json"));
    places.headMemo = paths.cache.absoluteFilePath(QStringLiteral("migration-heads.json"));
    places.helmHome = paths.cache.absoluteFilePath(QStringLiteral("helm"));
    return places;
}

} // namespace windsock
