// SPDX-License-Identifier: Apache-2.0
// What we tell kubectl. Few things: reading and watching goes over the API itself (core/kube).
#pragma once

#include "core/process/Command.h"
#include "core/tools/KubeTarget.h"

#include <optional>

namespace windsock::kubectl {

struct Place
{
    KubeTarget target;
    QString nameSpace;
};

struct ForwardRequest
{
    Place place;
    QString resource;  // "pod/airflow-web-…", "service/airflow-web"
    int localPort = 0; // 0: any that is free; parseForwarding tells which
    int remotePort = 8080;
};
// Endless. On 127.0.0.1 only: kubectl's default also takes [::1] and calls it a success when just that one was free.
Command portForward(const ForwardRequest &request);
std::optional<int> parseForwarding(QByteArrayView line); // "Forwarding from 127.0.0.1:43211 -> 8080": 43211
bool lostPod(QByteArrayView line);                       // the line after which this forward is of no use any more

struct LogRequest
{
    Place place;
    QString selector;       // "component=web,release=airflow-local"
    QString container = {}; // empty: all of them, each line with its pod and container in front
    int tail = 200;         // last lines; below 0: all
    bool follow = false;
    bool previous = false; // of the container before its last restart
};
Command logs(const LogRequest &request);

struct ExecRequest
{
    Place place;
    QString pod;
    QString container = {};
    QStringList argv;
    QByteArray input = {};
    bool readsInput = false; // of whoever runs it: a pipe's sink
};
Command exec(const ExecRequest &request);
Command rolloutRestart(const Place &place, const QStringList &resources); // "deployment/airflow-web"
Command deletePods(const Place &place, const QString &selector);          // does not wait for their end
Command describePods(const Place &place, const QString &selector);        // for reports, not for parsing
Command version();

} // namespace windsock::kubectl
