// SPDX-License-Identifier: Apache-2.0
// One look at a kind cluster: the node container, and where its API answers, what is in it. Values only; KindProbe looks.
#pragma once

#include "core/airflow/AirflowHealth.h"
#include "core/backends/Backend.h"
#include "core/backends/kind/KindPlaces.h"
#include "core/kube/Pod.h"
#include "core/tools/DockerReplies.h"

#include <optional>

namespace windsock {

// What Windsock wants to know of Helm's release record.
struct ReleaseFacts
{
    QString status; // "deployed", "pending-install", …
    int revision = 0;
    QString inputs; // our label: the hash of what it was installed from; empty: not by us
    QString record; // name of the Secret that Helm keeps it in

    // Helm writes the labels before it touches an object: they are there after a failure, too.
    bool isDeployed(const QString &asked) const { return status == QLatin1String("deployed") && inputs == asked; }
};

struct KindLook
{
    std::optional<docker::Container> node; // absent: no such container
    bool owned = false;
    bool apiAnswers = false;
    std::optional<ReleaseFacts> release; // the newest revision
    QList<Pod> pods;                     // of the release's namespace
    QMap<QString, QString> podMounts;    // of its pods: node path → pod path
    std::optional<AirflowHealth> health; // as Airflow itself says
    QString apiProblem;                  // why the API did not answer, where the node runs
    QDateTime seen;

    bool nodeRuns() const;
    bool isPaused() const;
    bool isHealthy() const { return health && health->healthy(); }
};

// The same for pages and verbs.
Observed observedFrom(const KindLook &look, const Workspace &workspace, const QString &expectedInputs);

} // namespace windsock
