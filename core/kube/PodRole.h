// SPDX-License-Identifier: Apache-2.0
// Which part of Airflow a pod is, by the labels of both charts; never by its name, which the user may change.
#pragma once

#include "core/kube/Pod.h"

namespace windsock {

// "web" (community chart: web, official: webserver, api-server), "scheduler", "triggerer", "dag_processor", "migrations",
// "users", "pgbouncer", "database"; other components as their label says; empty: no part of a chart that we know.
QString podComponent(const Pod &pod);
QString componentTitle(const QString &component); // "Web server"; unknown ones as they are

bool isTaskPod(const Pod &pod); // started by the KubernetesExecutor: runs one task, is no part of Airflow itself
bool isJobPod(const Pod &pod);  // of a Kubernetes Job: ends by itself, also when all is well
// What has to be ready for Airflow to run: no task pods, no jobs, none that go or were replaced.
QList<Pod> corePods(const QList<Pod> &pods);

} // namespace windsock
