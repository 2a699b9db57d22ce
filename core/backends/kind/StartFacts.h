// SPDX-License-Identifier: Apache-2.0
// What the steps of one Start learn and hand on. Each member has one writer, named beside it; shared by the steps of one
// plan and gone with it.
#pragma once

#include "core/backends/kind/KindLook.h"
#include "core/backends/kind/KindSession.h"
#include "core/backends/kind/MigrationHead.h"
#include "core/tools/Docker.h"

#include <optional>

namespace windsock {

class KubeAccess;

struct StartFacts
{
    StartFacts(const Workspace &workspaceNow, KindSession &sessionNow)
        : workspace(workspaceNow), session(sessionNow), places(KindPlaces::of(workspaceNow, sessionNow.paths))
    {}

    const Workspace workspace; // the snapshot that this run works on
    KindSession &session;
    const KindPlaces places;

    KindLook look;                       // CheckStep: reality before anything was done
    QString inputsHash;                  // CheckStep: of everything the image build would read; empty: no build
    QString imageId;                     // CheckStep (unchanged build) or BuildStep; empty: only the node can get the image
    docker::Builder builder{};           // CheckStep
    bool helmTakesPrograms = true;       // CheckStep: as post-renderers; Helm 4 wants plugins
    bool ownKernel = false;              // CheckStep: containers see owners and modes of folders as they are here
    std::shared_ptr<KubeAccess> kube;    // CheckStep or ClusterStep: the cluster's API, once it answers
    Promise<> clusterUp;                 // ClusterStep: resolved once it has ended well, never after a failure
    bool createdCluster = false;         // ClusterStep: this run made it
    bool startedNode = false;            // ClusterStep: it was stopped before
    bool tainted = false;                // ClusterStep: Airflow's pods wait until the image is in the node
    Promise<> imageInNode;               // LoadStep: resolved when it is, or cannot be
    std::optional<MigrationHeads> heads; // HeadStep
    QStringList imageEntrypoint;         // InstallStep
    std::optional<ReleaseFacts> release; // InstallStep: as it was before
    QStringList openedFolders;           // InstallStep: Airflow's user may write them since this run
    bool anew = false;                   // Reset: what is there goes, however healthy
    bool onlyLooks = false;              // lookAhead(): for a dry run, which writes nothing
    bool installed = false;              // InstallStep: Helm ran, for the first time or again
    bool upgraded = false;               // InstallStep: pods of an earlier revision have to go first

    // The image that the pods are told to use: tagged by content, so that a rebuilt one really reaches them.
    ImageName podImage() const;
    // Everything that decides what Helm installs, as one hash.
    QString releaseInputs() const;
    bool fastBoot() const { return workspace.fastBoot() && helmTakesPrograms; }
    // No part of an earlier revision is left in the place of a new one that does not come up.
    bool isSettled() const;
    // Nothing to do at all: what runs is healthy and is what the files ask for.
    bool isUpToDate() const;
};

using StartFactsPtr = std::shared_ptr<StartFacts>;

} // namespace windsock
