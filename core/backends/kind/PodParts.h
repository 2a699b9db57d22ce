// SPDX-License-Identifier: Apache-2.0
// Why a pod is not ready, in words for somebody who knows Airflow and not Kubernetes. Pure.
#pragma once

#include "core/kube/Pod.h"

namespace windsock {

struct PartReason
{
    QString rule;    // "pods.imagepull", "pods.crashloop", "pods.unschedulable", …; empty: it only needs time
    QString text;    // "waiting for the database migrations"
    QString reason;  // Kubernetes' word: "CrashLoopBackOff"
    QString message; // Kubernetes' sentence
    QString container;
    bool hopeless = false; // waiting longer will not help
};

bool isTask(const Pod &pod);              // of the KubernetesExecutor: no part of Airflow itself
bool isWeb(const Pod &pod);               // serves Airflow's page: webserver or api-server
bool webRuns(const Pod &pod);             // its main container has started, ready or not
const char *healthPathOf(const Pod &web); // Airflow's own health page on port 8080
QString componentOf(const Pod &pod);      // "web", "scheduler", "postgresql": by the labels of both charts; else the name
PartReason reasonOf(const Pod &pod);      // of a pod that is ready: empty text
// "5 of 7 pods ready · web is starting": Airflow's own parts, neither tasks nor jobs that have ended.
QString podsText(const QList<Pod> &pods);
QList<Pod> airflowParts(const QList<Pod> &pods);
QMap<QString, QString> hostMountsOf(const QJsonObject &pod); // hostPath → mountPath of the first container

} // namespace windsock
