// SPDX-License-Identifier: Apache-2.0
// How Airflow's processes are told what they are to be: an environment by Airflow's own names, and an airflow.cfg for the
// settings that are secrets. Pure. Option names: Airflow's configuration reference of 2.7 to 3.2.
#pragma once

#include "core/backends/standalone/AirflowKeys.h"
#include "core/backends/standalone/StandalonePlaces.h"
#include "core/backends/standalone/StandaloneWish.h"

#include <QMap>

namespace windsock {

// What is known only when environment and database are there.
struct RuntimeFacts
{
    QMap<QString, QString> base; // serverEnvironment()
    QString environment;         // folder of the Python environment
    QString databaseUrl;         // holds no secret
    int port = 8080;             // of the web page, on 127.0.0.1
    int cores = 2;
    bool isSqlite() const { return databaseUrl.startsWith(QLatin1String("sqlite:")); }
    QString home = {}; // AIRFLOW_HOME as the processes see it; empty: StandalonePlaces::home
};

// The processes speak with each other on this machine, and Python's HTTP clients send that to a proxy too unless it is excepted: both
// spellings with what `told` has, and the loopback addresses behind it. macOS gets '*' where nobody names a proxy: forked children would
// spin in the system's look-up.
enum class ProxySystem { Linux, Mac };
QMap<QString, QString> proxyExceptions(const QMap<QString, QString> &told, bool hasSecretProxy, ProxySystem system);

// How many tasks run at once where the workspace does not want fewer. A number for a whole cluster would bring a laptop to a stop.
int mostTasks(int cores);
QList<LeftOut> cappedSettings(const AirflowSettings &settings, int cores);

// LocalExecutor; Airflow 2 has no use for it where the database is SQLite, and runs one task after the other.
QString executorName(bool isAirflow3, bool isSqlite);

// Of one process: common settings, and those of its part over them. Without a secret: it may be shown.
QMap<QString, QString> airflowEnvironment(AirflowPart part, const StandaloneWish &wish, const StandalonePlaces &places,
                                          const RuntimeFacts &facts);

// What belongs into it beside that: variables of the user's own that are secrets. They have no other place, since his programs look
// for them there. (Airflow's own options that are secrets stand in airflow.cfg.)
QMap<QString, SecretPtr> secretEnvironment(AirflowPart part, const StandaloneWish &wish);

// airflow.cfg: keys, and the user's settings that are secrets. For a file of mode 0600.
std::shared_ptr<const SecretString> airflowConfig(const StandaloneWish &wish, const AirflowKeys &keys);

} // namespace windsock
