// SPDX-License-Identifier: Apache-2.0
// Is a TCP port of this machine free, and who holds it? Asks the kernel, not the network.
#pragma once

#include "core/process/CommandRunner.h"
#include "core/tools/DockerReplies.h"

#include <functional>
#include <optional>

namespace windsock {

enum class PortState { Free, Taken, Forbidden }; // Forbidden: below 1024 without the right to
PortState portState(int port);                   // on 127.0.0.1

struct PortHolder
{
    qint64 pid = 0;        // 0: not ours to see; another user's program, or the system's
    QString name;          // "gunicorn"; empty with pid 0
    QString commandLine;   // shortened
    QString user;          // name or number, where known
    bool ipv6Only = false; // listens on [::1] alone: browsers try that first for "localhost"
    QString text() const;  // "gunicorn (process 4242)", "another user's program (root)"
    bool operator==(const PortHolder &) const = default;
};
// By this system's own way: /proc, or where there is none lsof. Nothing where nobody holds it, or it cannot be told; no errors.
Async<std::optional<PortHolder>> portHolder(CommandRunner &runner, int port, QObject *context);

// The two ways. /proc answers at once, but has many links where there are many processes: portHolder() reads them in another thread.
std::optional<PortHolder> findPortHolder(int port, const QString &procFolder = QStringLiteral("/proc"));
Async<std::optional<PortHolder>> askLsof(CommandRunner &runner, int port, QObject *context);
Command lsofListeners(int port);
QList<PortHolder> parseLsof(const QByteArray &out);

// docker-proxy and Docker Desktop's com.docker.backend hold ports for containers: name the container in their place.
std::optional<docker::ContainerRow> containerOnPort(int port, const QList<docker::ContainerRow> &containers);

// The next free port above `port`, none of `except` (ports that this start will need itself).
using PortTest = std::function<PortState(int)>;
std::optional<int> nextFreePort(int port, const QList<int> &except = {}, const PortTest &test = portState);

} // namespace windsock
