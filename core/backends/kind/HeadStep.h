// SPDX-License-Identifier: Apache-2.0
// "Read the image's migrations": which database revisions the image asks for, so that waiting pods need not import all of
// Airflow to find out. Asked once per image id. Not knowing it costs time only, so this step never fails.
#pragma once

#include "core/backends/kind/StartFacts.h"
#include "core/plan/Step.h"

namespace windsock {

Step headStep(const StartFactsPtr &facts);

} // namespace windsock
