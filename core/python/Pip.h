// SPDX-License-Identifier: Apache-2.0
// pip as far as it is needed to get uv: the ways to run one that are on most machines, what it is told, and what its failures mean.
// Builders and parsers only.
#pragma once

#include "core/base/Result.h"
#include "core/process/Command.h"
#include "core/python/PythonFinder.h"

namespace windsock::pip {

// `python -m pip`, or a wheel that holds pip and that Python runs as it is: ensurepip's, which comes with Python, or the system's.
struct Runner
{
    QString python;
    QStringList args; // before pip's own
    bool operator==(const Runner &) const = default;
};
// In the order in which to try them: those that are installed first. Only of Pythons that uv's wheel supports.
QList<Runner> runners(const QList<PythonProgram> &pythons, const QStringList &systemWheels);
// Folders of wheels that belong to no Python: Debian's, Fedora's.
QStringList systemWheelFolders();

struct InstallRequest
{
    QString requirements;                    // file with hashes; mode 0600 where addresses with credentials are in it
    QString target;                          // folder that gets the packages
    QMap<QString, QString> environment = {}; // IndexSettings::pipEnvironment()
};
// Only wheels with these hashes, nothing that comes with them, nothing of a user's or the system's packages changed.
Command install(const Runner &runner, const InstallRequest &request);

bool isMissing(const CommandOutput &output); // there is no pip by that way
// Rules: "uv.hash", "uv.unreachable" (Network), "uv.auth" (Auth), "uv.disk-full" (ToolFailed), "uv.no-version" (NotFound).
Error failure(const CommandOutput &output);

} // namespace windsock::pip
