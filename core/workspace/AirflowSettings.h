// SPDX-License-Identifier: Apache-2.0
// The environment that Airflow's processes have in the pods, by Airflow's own names, for a run without pods. From the merged
// values (airflow-helm 8.x: airflow.config, airflow.extraEnv; apache-airflow 1.x: config, env, extraEnv, the parts' env, the
// keys) and from ENV lines of the Dockerfile. Pure; says nothing about where it goes.
#pragma once

#include "core/base/SecretString.h"
#include "core/workspace/LeftOut.h"
#include "core/workspace/Workspace.h"

#include <memory>

namespace windsock {

using SecretPtr = std::shared_ptr<const SecretString>;

// Which of Airflow's processes a setting is for.
enum class AirflowPart { All, Web, Scheduler, DagProcessor, Triggerer };

struct AirflowSetting
{
    QString name;       // "AIRFLOW__CORE__PARALLELISM", "PYTHONPATH": of the environment variable
    QString value = {}; // as the pods have it: paths in it are the pods'
    // What Airflow treats as sensitive, and what looks like it: here, and `value` is empty. Never put into argv or a log;
    // options of Airflow's (section and key below) may go into an airflow.cfg of mode 0600.
    SecretPtr secret = {};
    AirflowPart part = AirflowPart::All; // tasks run below the scheduler: what is for workers is the scheduler's
    QString key = {};                    // "airflow.config.AIRFLOW__CORE__PARALLELISM"; empty: a default of the chart
    SourcePlace place = {};              // unknown for a default of the chart

    bool isSecret() const { return secret != nullptr; }
    // Of AIRFLOW__SECTION__KEY in lower case; empty for other variables.
    QString section() const;
    QString option() const;
};

struct AirflowSettings
{
    // Each name once per part, the one that wins in the pods, sorted by name. A part's own one goes before that for All.
    QList<AirflowSetting> settings;
    // Kept out: what only makes sense in the cluster, or cannot be known without it (valueFrom, templates).
    QList<LeftOut> leftOut;

    const AirflowSetting *find(const QString &name, AirflowPart part = AirflowPart::All) const; // null: nobody sets it

    // `imageEnvironment`: what the image adds beneath (PipInstalls::environment).
    static AirflowSettings of(const Workspace &workspace, const QList<AirflowSetting> &imageEnvironment = {});
};

// Airflow's own table of sensitive options (config.yml, `sensitive: true`, 2.7 to 3.2 and its providers), connections, and
// every name that speaks of a password, secret, token or key.
bool isSensitive(const QString &variable);
// Who decides it in a run without Kubernetes; empty: the user's files do.
QString whoSetsInstead(const QString &variable);

} // namespace windsock
