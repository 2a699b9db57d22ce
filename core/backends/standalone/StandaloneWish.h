// SPDX-License-Identifier: Apache-2.0
// What the workspace's files ask of an Airflow without Kubernetes: read once per run, pure. What cannot be had is listed.
#pragma once

#include "core/python/AirflowReleases.h"
#include "core/python/EnvironmentSpec.h"
#include "core/workspace/AirflowFiles.h"
#include "core/workspace/AirflowObjects.h"
#include "core/workspace/AirflowSettings.h"
#include "core/workspace/LeftOut.h"
#include "core/workspace/PipInstalls.h"
#include "core/workspace/WorkspaceFolders.h"

namespace windsock {

struct StandaloneWish
{
    AirflowFacts airflow;
    PipInstalls packages;
    AirflowSettings settings;
    AirflowObjects objects;
    AirflowFiles files;
    WorkspaceFolders folders;
    bool hasTriggerer = true; // the charts' triggerer.enabled
    QList<LeftOut> leftOut;   // of all of them, in file order; each said before the start

    // Errors: BadInput where the files do not name a version of Airflow that can be had, or a package line that cannot be.
    static Result<StandaloneWish> of(const Workspace &workspace);

    static bool wantsTriggerer(const Workspace &workspace);

    bool isAirflow3() const { return airflow.release.version.major >= 3; }
    EnvironmentSpec specFor(const PythonVersion &python) const;
    // Of everything that stands in the database: changes with any user, connection, variable or pool. Says nothing about them.
    QString objectsFingerprint() const;
};

} // namespace windsock
