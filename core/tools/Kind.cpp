// SPDX-License-Identifier: Apache-2.0
#include "core/tools/Kind.h"

#include <QRegularExpression>

using namespace std::chrono_literals;

namespace windsock::kind {

namespace {
Command kindCommand(const QStringList &args, std::chrono::seconds limit)
{
    Command command;
    command.tool = Tool::Kind;
    command.args = args;
    command.limit = limit;
    // kind guesses between docker, podman and nerdctl otherwise
    command.environment.insert("KIND_EXPERIMENTAL_PROVIDER", "docker");
    return command;
}

Command at(const Place &place, const QStringList &args, std::chrono::seconds limit)
{
    Command command = kindCommand(args, limit);
    command.environment.insert("KUBECONFIG", place.kubeconfig);
    return command;
}
} // namespace

Command create(const CreateRequest &request)
{
    QStringList args{"create", "cluster", "--name", request.place.cluster, "--kubeconfig", request.place.kubeconfig};
    if (!request.configText.isEmpty())
        args += {"--config", "-"};
    else if (!request.configPath.isEmpty())
        args += {"--config", request.configPath};
    if (!request.image.isEmpty())
        args += {"--image", request.image};
    if (request.retain)
        args += "--retain";
    Command command = at(request.place, args, 600s); // the first time it pulls the node image
    command.input = request.configText;
    command.workDir = request.workDir;
    command.stopSignal = StopSignal::Interrupt;
    command.grace = 10s;
    return command;
}

Command remove(const Place &place)
{
    return at(place, {"delete", "cluster", "--name", place.cluster, "--kubeconfig", place.kubeconfig}, 120s);
}

Command exportKubeconfig(const Place &place)
{
    return at(place, {"export", "kubeconfig", "--name", place.cluster, "--kubeconfig", place.kubeconfig}, 30s);
}

Command exportLogs(const Place &place, const QString &folder)
{
    return at(place, {"export", "logs", "--name", place.cluster, "--", folder}, 120s);
}

Command loadImageArchive(const Place &place, const QString &file)
{
    return at(place, {"load", "image-archive", "--name", place.cluster, "--", file}, 600s);
}

Command listClusters()
{
    return kindCommand({"get", "clusters"}, 15s);
}

Command version()
{
    return kindCommand({"version"}, 10s);
}

QStringList parseClusters(const QByteArray &out)
{
    QStringList names;
    const QStringList lines = QString::fromUtf8(out).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        // "No kind clusters found." comes on the other channel, in old releases on this one
        if (!line.contains(u' ') && !line.trimmed().isEmpty())
            names += line.trimmed();
    }
    return names;
}

bool isLegalClusterName(const QString &name)
{
    static const QRegularExpression rule(QStringLiteral("\\A[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\\z"));
    return name.size() <= longestClusterName && rule.match(name).hasMatch();
}

} // namespace windsock::kind
