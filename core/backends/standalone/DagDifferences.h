// SPDX-License-Identifier: Apache-2.0
// Lines of the workspace's DAGs, plugins and modules that need Kubernetes, or paths that only the pods have, or packages that are not
// there. Read off the main thread.
#pragma once

#include "core/backends/standalone/StandaloneWish.h"
#include "core/base/Async.h"

namespace windsock {

// Of the DAGs' and the plugins' folder, then of the others on PYTHONPATH; within each in order of files and lines; which of the pods' paths
// are there is for others to tell (PodPathAnswer::notThere). Errors: Canceled. What could not be read all (limits of DagScan) is one entry
// more at the end.
Async<QList<LeftOut>> dagDifferences(const StandaloneWish &wish, QObject *context, const Cancel &cancel = {});

} // namespace windsock
