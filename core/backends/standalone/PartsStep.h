// SPDX-License-Identifier: Apache-2.0
// "Start Airflow's parts": hands the supervisor what is to run, and restarts what runs as something else. "Wait until Airflow
// answers": the later parts begin when the web page does; ends when Airflow says that it is healthy, or early with the part that
// ends again and again.
#pragma once

#include "core/backends/standalone/StandaloneFacts.h"
#include "core/plan/Step.h"

namespace windsock::standalone {

inline constexpr char waitStepId[] = "wait";

// Airflow's parts end, whichever there are, and what a killed supervisor has left; the database goes on. Nothing there is no error.
Async<> restParts(const StandaloneFactsPtr &facts, RunContext &context);

// The supervisor is handed what is to run, and starts these. One that runs as it should is left alone.
Async<> startParts(const StandaloneFactsPtr &facts, RunContext &context, const QStringList &ids);

Step partsStep(const StandaloneFactsPtr &facts);
Step waitStep(const StandaloneFactsPtr &facts);

} // namespace windsock::standalone
