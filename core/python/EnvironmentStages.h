// SPDX-License-Identifier: Apache-2.0
// The installations that an environment is made of, as data: Airflow with its pins, then what the image adds, then what the user adds,
// as the image's own build does it; and what a failure of one means. Internal to python.
#pragma once

#include "core/python/EnvironmentSpec.h"
#include "core/python/IndexSettings.h"
#include "core/python/PinnedPackages.h"
#include "core/python/Uv.h"
#include "core/python/UvRun.h"

namespace windsock {

struct EnvironmentStage
{
    QString name;                      // part of file names: "airflow", "image", "requirements"
    QString title;                     // for progress
    QList<RequirementLine> lines = {}; // empty: Airflow itself
};
QList<EnvironmentStage> environmentStages(const EnvironmentSpec &spec);

// The files that a stage needs, and the request that names them.
struct StageFiles
{
    uv::InstallRequest request;
    QByteArray requirements; // may hold credentials: mode 0600
    QByteArray constraints;  // empty: none
};
// `making`: the folder for the files, the environment is in it. Airflow's own version is held in every stage.
StageFiles stageFiles(const EnvironmentStage &stage, const EnvironmentSpec &spec, const Pins &pins, const QString &making);

// Names the line of the user's files that is to blame, where one is.
Error stageError(const EnvironmentStage &stage, const EnvironmentSpec &spec, const uv::Failure &failure);

} // namespace windsock
