// SPDX-License-Identifier: Apache-2.0
// What the values want to stand in Airflow's database: users, connections, variables, pools. From airflow-helm 8.x
// (airflow.users, .connections, .variables, .pools) and apache-airflow 1.x (webserver.defaultUser, createUserJob.defaultUser),
// and from AIRFLOW_CONN_* and AIRFLOW_VAR_* of the environment. Pure.
#pragma once

#include "core/workspace/AirflowSettings.h"

#include <optional>

namespace windsock {

struct AirflowUser
{
    QString name;
    QStringList roles; // "Admin"
    QString email, firstName, lastName;
    SecretPtr password; // never null; a user whose password is not known here is left out
    SourcePlace place;
};

struct AirflowConnection
{
    QString id, type, description; // the type is empty where `uri` says all
    QString host, login, schema;
    std::optional<int> port;
    SecretPtr password, extra; // null: none
    // The value of AIRFLOW_CONN_*: a URI, or JSON where it begins with '{' (since Airflow 2.3). Null: the fields above count.
    SecretPtr uri;
    SourcePlace place;
};

struct AirflowVariable
{
    QString key;
    SecretPtr value; // never null: Airflow masks values by their key, and so must we
    SourcePlace place;
};

struct AirflowPool
{
    QString name, description;
    int slotCount = 0; // -1: without limit
    bool includeDeferred = false;
    SourcePlace place;
};

struct AirflowObjects
{
    QList<AirflowUser> users;
    QList<AirflowConnection> connections;
    QList<AirflowVariable> variables;
    QList<AirflowPool> pools;
    // References to Secrets and ConfigMaps (usersTemplates …), schedules of pools, entries that the chart would refuse.
    QList<LeftOut> leftOut;

    // Where the values are silent both charts make the user admin with the password admin, and so does this.
    // Of AIRFLOW_CONN_X and AIRFLOW_VAR_X the ids are in lower case, as Airflow spells most: they are in `settings` too, where
    // Airflow finds them whatever the case; here they are for the web page and for taking them elsewhere.
    static AirflowObjects of(const Workspace &workspace, const AirflowSettings &settings);
};

} // namespace windsock
