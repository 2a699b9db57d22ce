// SPDX-License-Identifier: Apache-2.0
// Can this machine show the workspace's folders at the pods' paths? Linux with bubblewrap, where the system lets its users make
// namespaces. That it cannot is no error: DAGs that name such paths do not find them, and that is said.
#pragma once

#include "core/backends/standalone/PodPaths.h"
#include "core/checks/Finding.h"
#include "core/process/CommandRunner.h"
#include "core/workspace/LeftOut.h"

namespace windsock {

class ToolFinder;

struct PodPathAnswer
{
    QString found;      // bwrap, absolute; empty: none, or not looked for
    bool works = false; // it has shown `paths` here
    QString said = {};  // "bubblewrap 0.8.0", or what it says in place of that
    bool isSure = true; // false: it did not answer in time, so that what was known before is as good
    PodPaths paths = {};

    QString chosen(const QString &before) const; // the bwrap to use, given the one that is in use; empty: none
    bool shows(const QString &podPath) const { return works && paths.shows(podPath); }
    // Of a DagScan's lines (their key is the path) those whose paths are not there.
    QList<LeftOut> notThere(const QList<LeftOut> &lines) const;
};

#ifdef Q_OS_LINUX
inline constexpr bool podPathsArePossible = true;
#else
inline constexpr bool podPathsArePossible = false;
#endif

// Asks bwrap to show `paths` and to run itself there: a few milliseconds, 3 s at most. Errors: Canceled.
Async<PodPathAnswer> probePodPaths(const PodPaths &paths, CommandRunner &runner, ToolFinder &tools, QObject *context,
                                   const Cancel &cancel = {});
// One note for all of them, and one for each folder that is not among them. None where it is not possible at all.
QList<Finding> podPathFindings(const PodPathAnswer &answer);

} // namespace windsock
