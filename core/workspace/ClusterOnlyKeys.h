// SPDX-License-Identifier: Apache-2.0
// Keys of the values that mean nothing without Kubernetes: sidecars, node selectors, resources, ingress … Only what the user's
// files set; the charts' defaults are nobody's wish. The keys are those of airflow-helm 8.9.0 and apache-airflow 1.22.0.
#pragma once

#include "core/workspace/LeftOut.h"
#include "core/workspace/Workspace.h"

namespace windsock {

// In file order of the values. Environment and objects are not here: see AirflowSettings and AirflowObjects.
QList<LeftOut> clusterOnlyKeys(const Workspace &workspace);

} // namespace windsock
