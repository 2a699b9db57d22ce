// SPDX-License-Identifier: Apache-2.0
#include "core/tools/Kubectl.h"

#include <QRegularExpression>

using namespace std::chrono_literals;

namespace windsock::kubectl {

namespace {
Command kubectl(const Place &place, const QStringList &args, std::chrono::seconds limit)
{
    Command command;
    command.tool = Tool::Kubectl;
    command.args =
        QStringList{"--kubeconfig", place.target.kubeconfig(), "--context", place.target.context(), "--namespace", place.nameSpace} + args;
    command.environment = place.target.environment();
    command.limit = limit;
    return command;
}
} // namespace

Command portForward(const ForwardRequest &request)
{
    const QString local = request.localPort > 0 ? QString::number(request.localPort) : QString();
    const QString ports = local + u':' + QString::number(request.remotePort);
    Command command = kubectl(request.place, {"port-forward", "--address", "127.0.0.1", "--", request.resource, ports}, 0s);
    command.grace = 1s; // it has nothing to tidy up
    return command;
}

std::optional<int> parseForwarding(QByteArrayView line)
{
    static const QRegularExpression pattern(QStringLiteral("^Forwarding from 127\\.0\\.0\\.1:(\\d{1,5}) -> \\d+"));
    const QRegularExpressionMatch match = pattern.match(QString::fromUtf8(line));
    if (!match.hasMatch())
        return std::nullopt;
    return match.captured(1).toInt();
}

bool lostPod(QByteArrayView line)
{
    // kubectl goes on to listen after some of these (kubectl#686), so the process alone tells nothing
    const QString text = QString::fromUtf8(line);
    return text.contains("lost connection to pod") || text.contains("error upgrading connection") || text.contains("container not running")
           || text.contains("network namespace for sandbox") || text.contains("sandbox not found");
}

Command logs(const LogRequest &request)
{
    QStringList args{"logs", "--selector", request.selector, "--tail", QString::number(request.tail), "--max-log-requests", "50"};
    if (request.container.isEmpty())
        args += {"--all-containers", "--prefix"};
    else
        args += {"--container", request.container};
    if (request.previous)
        args += "--previous";
    if (request.follow)
        args += "--follow";
    return kubectl(request.place, args, request.follow ? 0s : 60s);
}

Command exec(const ExecRequest &request)
{
    QStringList args{"exec"};
    if (request.readsInput || !request.input.isEmpty())
        args += "--stdin";
    if (!request.container.isEmpty())
        args += {"--container", request.container};
    args += {request.pod, "--"};
    Command command = kubectl(request.place, args + request.argv, 60s);
    command.input = request.input;
    return command;
}

Command rolloutRestart(const Place &place, const QStringList &resources)
{
    return kubectl(place, QStringList{"rollout", "restart", "--"} + resources, 30s);
}

Command deletePods(const Place &place, const QString &selector)
{
    return kubectl(place, {"delete", "pods", "--selector", selector, "--wait=false", "--ignore-not-found"}, 30s);
}

Command describePods(const Place &place, const QString &selector)
{
    QStringList args{"describe", "pods"};
    if (!selector.isEmpty())
        args += {"--selector", selector};
    return kubectl(place, args, 30s);
}

Command version()
{
    Command command;
    command.tool = Tool::Kubectl;
    command.args = QStringList{"version", "--client", "--output", "json"};
    // It asks no cluster, but would read the user's file; now there is none to read.
    command.environment.insert("KUBECONFIG", "/dev/null");
    command.limit = 10s;
    return command;
}

} // namespace windsock::kubectl
