// SPDX-License-Identifier: Apache-2.0
// The workspace's folders by what Airflow does with them, each with the path that the pods know it by. From the mounts.
#pragma once

#include "core/workspace/Workspace.h"

#include <optional>

namespace windsock {

struct WorkspaceFolder
{
    QString host;    // absolute
    QString shown;   // as the user wrote it: "./dags"
    QString podPath; // absolute: "/opt/airflow/dags"
    bool readOnly = false;
    SourcePlace place = {}; // unknown for a folder that nothing but its name points to
    bool operator==(const WorkspaceFolder &) const = default;
};

struct WorkspaceFolders
{
    // Where no mount leads there: ./dags, ./plugins, ./logs of the workspace if it is there; else absent.
    std::optional<WorkspaceFolder> dags, plugins, logs;
    QList<WorkspaceFolder> others;                 // ./dbt, ./python_tasks …: without the three above
    QString home = QStringLiteral("/opt/airflow"); // of the pods: their AIRFLOW_HOME

    QList<WorkspaceFolder> all() const;
    // The pods' path as a path of this machine, by the deepest folder that holds it; absent: no folder does.
    std::optional<QString> onHost(const QString &podPath) const;
    // A list of paths as in PYTHONPATH, each one as above or as it is; texts that are no such list stay as they are.
    QString onHostList(const QString &podPaths) const;
    QStringList podRoots() const; // what a line of a DAG must begin with to be looked at: "/opt/airflow", "/srv/shared"

    static WorkspaceFolders of(const Workspace &workspace);
};

} // namespace windsock
