// SPDX-License-Identifier: Apache-2.0
// The waits of a pod: the chart's checks by the small script, late starters after the web part, pgbouncer after Postgres.
// Each function tells whether it changed anything; what does not look exactly as the charts write it stays.
#pragma once

#include "core/backends/kind/BootPatch.h"
#include "core/backends/kind/BootPatchScene.h"

namespace windsock::bootPatch {

class Waits
{
public:
    Waits(const Scene &sceneNow, const BootFacts &factsNow) : m_scene(sceneNow), m_facts(factsNow) {}

    bool quickChecks(ManifestNode &spec, Part part) const;
    // The migrating container waits itself: no init container between Postgres' first answer and the migration.
    bool migrateWhenPostgresAnswers(ManifestNode &spec) const;
    bool startAfterWeb(ManifestNode &spec, Part part) const;
    bool pgBouncerAfterPostgres(ManifestNode &spec) const;
    // For a pod that uses none of the Airflow image: the node takes it while that image is still on its way.
    bool tolerateLoading(ManifestNode &spec) const;

private:
    QJsonObject connectionPlan(int patience) const;
    QJsonObject migrationPlan(int patience, Part part) const;

    const Scene &m_scene;
    const BootFacts &m_facts;
};

} // namespace windsock::bootPatch
