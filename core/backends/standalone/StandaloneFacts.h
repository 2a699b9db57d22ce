// SPDX-License-Identifier: Apache-2.0
// What the steps of one Start learn and hand on. Each member has one writer, named beside it; shared by the steps of one plan
// and gone with it.
#pragma once

#include "core/backends/standalone/AirflowProcesses.h"
#include "core/backends/standalone/PodPaths.h"
#include "core/backends/standalone/StandaloneProbe.h"
#include "core/backends/standalone/StandaloneTools.h"
#include "core/plan/RunContext.h"
#include "core/postgres/PostgresInit.h"

namespace windsock {

struct StandaloneFacts
{
    StandaloneFacts(const Workspace &workspaceNow, StandaloneSession &sessionNow, StandaloneTools &toolsNow, StandaloneProbe &probeNow);

    const Workspace workspace; // the snapshot that this run works on
    StandaloneSession &session;
    StandaloneTools &tools;
    StandaloneProbe &probe;
    const StandalonePlaces places;

    std::optional<StandaloneWish> wish;    // CheckStep: what the files ask for
    StandaloneLook look;                   // CheckStep: reality before anything was done
    bool upToDate = false;                 // CheckStep: nothing is to be done
    bool earlierEnded = false;             // restParts(), PartsStep: what `look` saw running is over, or is what the files ask for
    PythonProgram python;                  // CheckStep
    StandaloneRecord record;               // CheckStep begins it; each step that made something adds to it and saves it
    PythonEnvironment environment;         // EnvironmentStep
    std::optional<PostgresSetup> database; // DatabaseStep

    Async<UvProgram> uv(RunContext &context); // one for all steps of the run
    bool earlierRuns() const { return look.runs() && !earlierEnded; }
    // The record as far as it is true by now: an environment that is not made yet is not named, and of what still runs version and port
    // stay. A Start that ended early goes on from there, and nobody takes what is in use for unused.
    Result<> save() const;

private:
    std::optional<Async<UvProgram>> m_uv;
};

using StandaloneFactsPtr = std::shared_ptr<StandaloneFacts>;

// Where the database of this workspace lies; the same for every process that asks.
Result<PostgresPlaces> databasePlaces(const StandalonePlaces &places);
// As Airflow is told. Preparing is more patient (PostgresPlaces::preparingUrl). Holds no secret.
Result<QString> databaseUrl(const StandalonePlaces &places, const StandaloneRecord &record, bool preparing = false);
// The workspace's folders at the pods' paths, with AIRFLOW_HOME at theirs. `python`: the program that the environment is made of.
PodPaths wantedPodPaths(const StandaloneWish &wish, const StandalonePlaces &places, const EnvironmentStore &store, const QString &python);
// The processes that the files ask for, on the environment and the machine that the record names.
Result<QList<Component>> wantedComponents(const StandaloneWish &wish, const StandalonePlaces &places, const StandaloneRecord &record,
                                          const EnvironmentStore &store);
// What the database has to be brought to: changes with the environment and with the objects of the values.
QString wantedPreparation(const StandaloneWish &wish, const QString &environment);
// Does what runs equal what the files ask for? Looks at files, runs no child.
bool isUpToDate(const StandaloneWish &wish, const Workspace &workspace, const StandalonePlaces &places, const StandaloneLook &look,
                const EnvironmentStore &store);
// Of the wanted ones those that run as something else, and what runs but is not wanted any more.
QStringList outdatedParts(const QList<Component> &wanted, const StandaloneLook &look);

} // namespace windsock
