// SPDX-License-Identifier: Apache-2.0
// The pod that serves Airflow's page: which one it is, whether it can be asked, and where its health stands. Pure.
#pragma once

#include "core/kube/Pod.h"

namespace windsock {

bool isWeb(const Pod &pod);               // webserver or api-server, of either chart
bool webRuns(const Pod &pod);             // its main container has started, ready or not
const char *healthPathOf(const Pod &web); // Airflow's own health page on port 8080

} // namespace windsock
