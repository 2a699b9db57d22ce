// SPDX-License-Identifier: Apache-2.0
// Is there a container engine that can carry Airflow? Judges what others found out; starts and asks nothing itself.
#pragma once

#include "core/checks/Finding.h"
#include "core/tools/DockerReplies.h"
#include "core/tools/EngineStart.h"

#include <QStringList>

#include <optional>

namespace windsock {

enum class EngineProblem { None, Down, Permission, Silent };
// From what docker printed when it failed.
EngineProblem engineProblem(const QString &output);

struct EngineFacts
{
    bool clientFound = true;
    std::optional<docker::EngineInfo> info = {}; // absent: no answer
    QString output = {};                         // docker's words in that case
    std::optional<qint64> diskFree = {};         // bytes where the engine keeps images; absent: not known
    qint64 imageSize = 0;                        // of the image that will be built and loaded; 0: not known
    QList<EngineProgram> installed = {};         // what could provide an engine here
};
QList<Finding> checkEngine(const EngineFacts &facts);

// Bytes that are left in the engine's folder, where the engine runs on this machine's own kernel; else nothing.
std::optional<qint64> gatherDiskFree(const docker::EngineInfo &info);

} // namespace windsock
