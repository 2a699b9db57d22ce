// SPDX-License-Identifier: Apache-2.0
// One folder on its way from the host through the kind node into Airflow's pods.
#pragma once

#include "core/base/Error.h"

#include <QList>
#include <QString>

namespace windsock {

struct Mount
{
    QString hostPath;     // as written in kind-cluster.yaml ("./dags"); empty: no extraMount leads to nodePath
    QString hostAbsolute; // relative ones resolved against the workspace folder
    QString nodePath;     // containerPath in the node = hostPath of the pods' volume
    QString podPath;      // mountPath in the pods; empty: no pod mounts it
    bool readOnly = false;
    SourcePlace nodePlace; // the extraMounts entry
    SourcePlace podPlace;  // the volume mount in the values
    bool operator==(const Mount &) const = default;
};

} // namespace windsock
