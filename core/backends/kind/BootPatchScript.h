// SPDX-License-Identifier: Apache-2.0
// The small Python script that init containers run in place of Airflow's own checks: exact, but psycopg2 alone.
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace windsock::bootPatch {

QString waitScript();
// The container's command; its args are the chart's own command, which runs where the script cannot decide.
// Plan: check "nothing", "connection" or "migrations", patience (s), heads, postgres ("host:port"), web, webPatience;
// then: the chart's own command runs after the wait; first: what runs before it where the script cannot decide.
QStringList waitCommand(const QJsonObject &plan);

} // namespace windsock::bootPatch
