// SPDX-License-Identifier: Apache-2.0
// Makes a Workspace from a folder: finds the files, reads each once, fills in defaults. Writes nothing.
#pragma once

#include "core/workspace/Workspace.h"
#include "core/workspace/WorkspaceFile.h"

namespace windsock {

class WorkspaceReader
{
public:
    explicit WorkspaceReader(const QString &folder);
    Result<Workspace> read();

private:
    Result<> readWorkspaceFile();
    Result<> readKindConfig();
    Result<> readValues();
    Result<> readChart();
    Result<> readBuild();
    Result<> checkRest();
    bool isPresent(const QString &name) const; // also folders and dangling links: those are mistakes to report
    QString absolute(const QString &path) const;
    Result<> chartPath(const NamedPath &written);

    Workspace m_workspace;
    WorkspaceFile m_file;
};

} // namespace windsock
