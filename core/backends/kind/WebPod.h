// SPDX-License-Identifier: Apache-2.0
// The pod that serves Airflow's page: which one it is, whether it can be asked, and where its health stands. Pure.
#pragma once

#include "core/kube/Pod.h"

namespace windsock {

bool isWeb(const Pod &pod);   // webserver or api-server, of either chart
bool webRuns(const Pod &pod); // its main container has started, ready or not

// Where Airflow's own health page is: as the chart's readiness probe asks for it, which knows another port (the official chart's "ports")
// and the path of a base URL; else where both charts have it by default.
struct WebPlace
{
    int port = 8080;
    QString healthPath; // "/airflow/health"
    bool operator==(const WebPlace &) const = default;
};
WebPlace webPlaceOf(const Pod &web);

} // namespace windsock
