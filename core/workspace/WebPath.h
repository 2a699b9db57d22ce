// SPDX-License-Identifier: Apache-2.0
// Below which path Airflow serves its page: a base URL of the values may have one (http://localhost:8080/airflow).
#pragma once

#include "core/workspace/Workspace.h"

namespace windsock {

// "/airflow"; empty: at the root, or a template that only Helm could read. From [webserver] or [api] base_url, as either chart gives it
// (community: airflow.config.AIRFLOW__…; official: config.webserver.base_url, config.api.base_url).
QString webPath(const Workspace &workspace);

} // namespace windsock
