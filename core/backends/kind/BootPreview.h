// SPDX-License-Identifier: Apache-2.0
// What the fast boot would change in the chart, as a diff, before anything is begun: Helm renders it here, and nothing goes to a
// cluster.
#pragma once

#include "core/backends/kind/StartFacts.h"
#include "core/base/Async.h"

namespace windsock {

// After the plan's look. Empty where the fast boot is off, or nothing would be installed. What only the image can tell is not in it:
// the chart's own check of the migrations stays. The chart comes from its repository; errors are Helm's, and Canceled.
Async<QByteArray> previewBootPatch(const StartFactsPtr &facts, QObject *context, const Cancel &cancel);

} // namespace windsock
