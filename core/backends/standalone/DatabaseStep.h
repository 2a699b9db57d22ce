// SPDX-License-Identifier: Apache-2.0
// "Start the database": a PostgreSQL of this workspace's own, beside the environment.
#pragma once

#include "core/backends/standalone/StandaloneFacts.h"
#include "core/plan/Step.h"

namespace windsock::standalone {

Step databaseStep(const StandaloneFactsPtr &facts);

// Why this machine's own PostgreSQL will not do (PostgresFinder::best): would EmbeddedPostgres help? It does where there is none, and where
// the data folder is of its very version. `dataMajor`: as PostgresPlaces.
bool isWorthFetching(const Error &why, std::optional<int> dataMajor);

} // namespace windsock::standalone
