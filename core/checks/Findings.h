// SPDX-License-Identifier: Apache-2.0
// Many findings of one check, judged together: may a start go on, and if not, as one card.
#pragma once

#include "core/checks/Finding.h"

namespace windsock {

bool hasFailure(const QList<Finding> &findings);
// All failures as one card: the first in full, the others as further lines with their places. There is one at least.
Error asError(const QList<Finding> &findings);
QString findingLine(const Finding &finding); // for a run's log: "ok  docker 28.2.2"

} // namespace windsock
