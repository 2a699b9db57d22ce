// SPDX-License-Identifier: Apache-2.0
// The official chart's dagProcessor.dagBundleConfigList for Airflow 3: what of it is there without the cluster. Pure.
#pragma once

#include "core/workspace/LeftOut.h"
#include "core/workspace/Workspace.h"

#include <optional>

namespace windsock {

struct DagBundles
{
    // As Airflow's dag_bundle_config_list wants it: the bundles that are folders; paths in it are the pods'. Absent: nobody sets the
    // list, or none of it is a folder, and Airflow reads its own DAGs folder.
    std::optional<QString> json;
    QList<LeftOut> leftOut; // bundles from elsewhere

    static DagBundles of(const Workspace &workspace);
    static YamlPath key() { return {"dagProcessor", "dagBundleConfigList"}; }
};

} // namespace windsock
