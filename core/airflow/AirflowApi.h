// SPDX-License-Identifier: Apache-2.0
// What differs between version 1 (Airflow 2) and version 2 (Airflow 3) of the REST API, as requests. Pure: sends nothing.
#pragma once

#include "core/net/HttpRequest.h"

#include <QJsonObject>
#include <QUrlQuery>

namespace windsock {

enum class AirflowApi { V1, V2 };

namespace airflow {

// Every id is encoded whole: run ids hold ':' and '+'.
HttpRequest version(AirflowApi api);
HttpRequest health(AirflowApi api);
HttpRequest dags(AirflowApi api, int offset, int limit);
HttpRequest pause(AirflowApi api, const QString &dagId, bool paused);
HttpRequest trigger(AirflowApi api, const QString &dagId, const QJsonObject &conf);
HttpRequest run(AirflowApi api, const QString &dagId, const QString &runId);
HttpRequest lastRuns(AirflowApi api, const QString &dagId, int limit); // newest first; no id: of all DAGs
HttpRequest taskInstances(AirflowApi api, const QString &dagId, const QString &runId, int offset, int limit);
HttpRequest importErrors(AirflowApi api, int offset, int limit);

// The login: a header for version 1, a question that brings a token for version 2.
SecretHeader basicLogin(const QString &user, const SecretString &password);
HttpRequest tokenRequest(const QString &user, const SecretString &password);

} // namespace airflow
} // namespace windsock
