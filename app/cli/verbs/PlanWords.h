// SPDX-License-Identifier: Apache-2.0
// What --help says about the verbs that run a plan.
#pragma once

#include "core/backends/Backend.h"

namespace windsock {

struct PlanWords
{
    const char *name, *summary, *footer;
};
PlanWords planWords(Intent intent);

} // namespace windsock
