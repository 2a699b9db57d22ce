// SPDX-License-Identifier: Apache-2.0
// What can be told before anything is made: a Python that fits, the port, the folders, room on the disk, and what of the files
// cannot be carried over. Changes nothing.
#pragma once

#include "core/backends/standalone/PodPathProbe.h"
#include "core/backends/standalone/StandaloneLook.h"
#include "core/backends/standalone/StandalonePlaces.h"
#include "core/backends/standalone/StandaloneTools.h"
#include "core/backends/standalone/StandaloneWish.h"
#include "core/checks/Findings.h"

namespace windsock {

struct StandalonePreflight
{
    Result<PythonProgram> python = PythonProgram{};
    std::optional<qint64> diskFree;  // bytes, where environments and database lie
    QList<LeftOut> dags;             // lines of DAGs that need Kubernetes, or paths of the pods
    QList<PythonEnvironment> unused; // environments that could go
    PodPathAnswer podPaths = {};     // what of the folders DAGs find at the pods' paths
    QString closedLogs = {};         // a folder of task logs that this user cannot write into; empty: none was seen
};

Async<StandalonePreflight> gatherStandalone(StandaloneTools &tools, const StandaloneWish &wish, const Paths &paths, QObject *context,
                                            const Cancel &cancel = {});
// What was gathered, with what bubblewrap can show of it.
Async<StandalonePreflight> withPodPaths(Async<StandalonePreflight> gathered, StandaloneTools &tools, const StandaloneSession &session,
                                        const StandaloneWish &wish, const StandalonePlaces &places, QObject *context,
                                        const Cancel &cancel = {});
// `workspace` and `wish` are of the same files. What runs already (`look`) may hold the port.
QList<Finding> judgeStandalone(const StandalonePreflight &facts, const Workspace &workspace, const StandaloneWish &wish,
                               const StandaloneLook &look);
// One note each, in file order.
QList<Finding> leftOutFindings(const QList<LeftOut> &list);

} // namespace windsock
