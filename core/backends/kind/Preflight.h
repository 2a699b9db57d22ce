// SPDX-License-Identifier: Apache-2.0
// Everything that is looked at before a Start: asks tools and machine all at once, then judges. Without side effects.
#pragma once

#include "core/backends/kind/KindLook.h"
#include "core/backends/kind/KindSession.h"
#include "core/checks/EngineCheck.h"
#include "core/checks/Findings.h"
#include "core/checks/ToolChecks.h"
#include "core/tools/HostPorts.h"

#include <optional>

namespace windsock {

struct Preflight
{
    EngineFacts engine;
    QList<ToolFacts> tools;
    QList<docker::ContainerRow> containers;      // who publishes which port
    QString nodeImageName;                       // that kind would take; empty: not known
    std::optional<docker::ImageFacts> nodeImage; // as docker has it
    bool nodeImageDenied = false;                // docker does not have it, and its registry says no
    bool hasBuildKit = false;
    QMap<int, std::optional<PortHolder>> holders; // of the ports that were taken when it was asked

    bool ownKernel() const; // containers run on this machine's kernel, not in a virtual machine
};

// This workspace's own node. A stopped one holds no ports; while it is stopped others may take them.
enum class OwnNode { None, Stopped, Up };
OwnNode ownNode(const KindLook &look);

// `workspace` may be null: then only the machine is looked at.
Async<Preflight> gatherPreflight(KindSession &session, const Workspace *workspace, QObject *context, const Cancel &cancel = {});
// What the workspace's files alone tell: chart rules, mounts. Cheap, and wrong values need no engine to be named.
QList<Finding> checkFiles(const Workspace &workspace);
// Adds "Start without containers" to what says that there is no engine; not where a cluster of this workspace waits in one.
void offerToDoWithout(QList<Finding> &findings, const Workspace &workspace, const KindPlaces &places);
QList<Finding> judgePreflight(const Preflight &facts, const Workspace *workspace, const KindPlaces *places, OwnNode node);

} // namespace windsock
