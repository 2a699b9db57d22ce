// SPDX-License-Identifier: Apache-2.0
// Why a pod is not ready, in words for somebody who knows Airflow and not Kubernetes. Pure: reads what others have fetched.
#pragma once

#include "core/kube/Events.h"
#include "core/kube/Pod.h"

namespace windsock {

struct PodReason
{
    QString text;          // goes on from the pod's name: "waits for the database migrations"; empty: nothing is wrong
    QString rule;          // "pods.image"; empty: it only needs time
    QString container;     // the one that it is about
    QString detail;        // Kubernetes' own sentence
    bool hopeless = false; // waiting longer will not help
};

// `events` may be of many pods, newest first. Without them a mount that fails looks like a slow start.
PodReason podReason(const Pod &pod, const QList<KubeEvent> &events = {});

// The card for a reason with a rule. `lastLines`: the end of the container's log (of its previous run, if it crashes).
Error podError(const Pod &pod, const PodReason &reason, const QStringList &lastLines = {});

// "5 of 7 pods ready · web is starting". Counts Airflow's own parts, neither tasks nor jobs; names the one that matters most:
// what is broken, else what people wait for.
QString progressText(const QList<Pod> &pods, const QList<KubeEvent> &events = {});

} // namespace windsock
