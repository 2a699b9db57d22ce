// SPDX-License-Identifier: Apache-2.0
// Files of Airflow's own that the values hold and the charts put into the pods: airflow_local_settings.py (cluster policies) and
// webserver_config.py (how one logs in). Pure.
#pragma once

#include "core/workspace/LeftOut.h"
#include "core/workspace/Workspace.h"

namespace windsock {

struct AirflowFile
{
    QString path;    // relative to AIRFLOW_HOME: "config/airflow_local_settings.py"
    QByteArray text; // may hold secrets: for files of mode 0600
    QString key;
    SourcePlace place;
};

struct AirflowFiles
{
    QList<AirflowFile> files;
    QList<LeftOut> leftOut; // those with templates that only Helm can fill in

    static AirflowFiles of(const Workspace &workspace);
};

} // namespace windsock
