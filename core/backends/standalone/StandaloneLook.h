// SPDX-License-Identifier: Apache-2.0
// One look at a standalone Airflow: what was made, what its supervisor says, what Airflow says of itself. Values only.
#pragma once

#include "core/airflow/AirflowHealth.h"
#include "core/backends/Backend.h"
#include "core/backends/standalone/StandaloneRecord.h"
#include "core/python/EnvironmentStore.h"
#include "core/supervise/SupervisorStatus.h"

namespace windsock {

struct StandaloneLook
{
    std::optional<StandaloneRecord> record;       // absent: there is none
    std::optional<PythonEnvironment> environment; // the record's, where it is complete
    std::optional<SupervisorStatus> supervisor;   // absent: nothing runs
    std::optional<AirflowHealth> health;          // as Airflow itself says
    int leftovers = 0;                            // processes that a killed supervisor has left

    bool isUp(const QString &part) const; // its process runs
    bool runs() const;
    bool allRun() const; // each part that the supervisor knows, the database too
    bool isHealthy() const { return health && health->healthy(); }
};

// The same for pages and verbs. `upToDate`: what runs is what the files ask for.
Observed observedFrom(const StandaloneLook &look, bool upToDate);

} // namespace windsock
