// SPDX-License-Identifier: Apache-2.0
// Follows each folder from the kind config into the pods on paper: both halves must meet, and what Airflow writes must be
// writable. Looks at no disk; whether the folders exist is FolderChecks' job.
#pragma once

#include "core/checks/Finding.h"
#include "core/workspace/Workspace.h"

#include <QList>

namespace windsock {

QList<Finding> mountLint(const Workspace &workspace);

} // namespace windsock
