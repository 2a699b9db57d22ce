// SPDX-License-Identifier: Apache-2.0
// Rules of the two Airflow charts that can be judged from the merged values alone, before anything is built: what the
// chart would refuse, and what it accepts but would not work here. Looks at no disk and asks nobody.
#pragma once

#include "core/checks/Finding.h"
#include "core/workspace/Workspace.h"

#include <QList>

namespace windsock {

// In the order in which the chart itself would complain. Empty: nothing to say.
QList<Finding> chartRules(const Workspace &workspace);

} // namespace windsock
