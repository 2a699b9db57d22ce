// SPDX-License-Identifier: Apache-2.0
// Lines of the workspace's DAGs that need Kubernetes, or paths that only the pods have. Read off the main thread.
#pragma once

#include "core/base/Async.h"
#include "core/workspace/LeftOut.h"
#include "core/workspace/WorkspaceFolders.h"

namespace windsock {

// In order of files and lines; which of the pods' paths are there is for others to tell (PodPathAnswer::notThere). Errors: Canceled.
// What could not be read all (limits of DagScan) is one entry more at the end.
Async<QList<LeftOut>> dagDifferences(const WorkspaceFolders &folders, QObject *context, const Cancel &cancel = {});

} // namespace windsock
