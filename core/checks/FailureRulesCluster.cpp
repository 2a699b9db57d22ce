// SPDX-License-Identifier: Apache-2.0
// Rules about the kind cluster: ports, names, the node's image and its way up, the way to its API.
#include "core/checks/FailureRulesTable.h"

#include <QCoreApplication>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("FailureRules", text);
}

void describePort(Error &error, const FailureMatch &match)
{
    if (!match.failed.portHolder.isEmpty())
        error.why = tr("%1 holds it").arg(match.failed.portHolder);
    else
        error.why =
            error.evidence.contains("already allocated") ? tr("Another container publishes it") : tr("Another program listens there");
    const int next = match.failed.nextPort;
    if (next > 0)
        error.remedies = {{"port.next", tr("Use port %1").arg(next), QString::number(next)}};
}

void offerCreate(Error &error, const FailureMatch &match)
{
    error.remedies = {{"folders.create", tr("Create the folder"), match.captured(1)}};
}

void placeInKindConfig(Error &error, const FailureMatch &match)
{
    int line = match.captured(1).toInt();
    if (line == 0 && match.line + 1 < match.lines.size()) { // "yaml: unmarshal errors:", the lines come below
        static const QRegularExpression below(QStringLiteral("^\\s+line (\\d+): (.*)$"));
        const QRegularExpressionMatch found = below.match(match.lines.at(match.line + 1));
        line = found.captured(1).toInt();
        if (found.hasMatch()) {
            error.why = found.captured(2);
            error.evidence += u'\n' + match.lines.at(match.line + 1).trimmed();
        }
    }
    error.place = {match.failed.kindConfig.isEmpty() ? QStringLiteral("kind-cluster.yaml") : match.failed.kindConfig, line};
}

// kind gives the command first and docker's own words behind it
void wordsBelow(Error &error, const FailureMatch &match)
{
    const QString words = deepestLine(match.lines.mid(match.line + 1));
    if (!words.isEmpty()) {
        error.why = words;
        error.evidence += u'\n' + words;
    }
    if (error.why.contains("manifest unknown") || error.why.contains("not found"))
        error.code = Error::Code::NotFound;
}

void offerAgain(Error &error, const FailureMatch &)
{
    error.remedies = {{"cluster.reset", tr("Delete and start again")}};
}

const FailureRule portsAndNames[] = {
    {.id = "port.taken",
     .code = Error::Code::Conflict,
     .pattern = "(?|listen tcp[46]? [^ ]*:(\\d+): bind: address already in use|Bind for [^ ]*:(\\d+) failed: port is already allocated|"
                "ports are not available: exposing port TCP [^ ]*?:(\\d+)|unable to listen on port (\\d+)|"
                "failed to bind (?:host )?port (?:for )?(?:\\[[^\\]]*\\]|[^:\\s]*):(\\d+)\\S*: address already in use)",
     .what = QT_TRANSLATE_NOOP("FailureRules", "Port %1 is in use"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Stop the program that holds it, or use another port"),
     .refine = describePort},
    {.id = "name.taken",
     .code = Error::Code::Conflict,
     .pattern = "(?|node\\(s\\) already exist for a cluster with the name \"([^\"]+)\"|container name \"/?([^\"]+)\" is already in use)",
     .what = QT_TRANSLATE_NOOP("FailureRules", "There is already a cluster of that name"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Choose another name in windsock.yaml, or delete it where it was made; Windsock deletes "
                                               "only its own")},
    {.id = "name.illegal",
     .code = Error::Code::BadInput,
     .pattern = "'(.*)' is not a valid cluster name",
     .what = QT_TRANSLATE_NOOP("FailureRules", "\"%1\" cannot be the name of a cluster"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Use small letters, digits, dots and dashes")},
    {.id = "kind.config",
     .code = Error::Code::BadInput,
     .tool = "kind",
     .pattern = "(?:unable to decode config|could not determine kind / apiVersion for config|error reading config file|invalid "
                "configuration)"
                "(?:.*line (\\d+):| *:)",
     .what = QT_TRANSLATE_NOOP("FailureRules", "kind does not understand the cluster's configuration"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Correct the file; https://kind.sigs.k8s.io/docs/user/configuration/ lists what it may "
                                               "hold"),
     .refine = placeInKindConfig},
    {.id = "folder.missing",
     .code = Error::Code::NotFound,
     .pattern = "(?:bind source path does not exist|error while creating mount source path)[: ]+'?([^':]+)",
     .what = QT_TRANSLATE_NOOP("FailureRules", "A folder that is mounted into the node does not exist"),
     .why = "%1",
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Create it, or correct the path in kind-cluster.yaml"),
     .refine = offerCreate},
    {.id = "folder.shared",
     .pattern = "mounts denied|is not shared from the host",
     .what = QT_TRANSLATE_NOOP("FailureRules", "Docker does not share that folder with its machine"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Add it in Docker's settings under Resources, File sharing")},
};

const FailureRule nodes[] = {
    {.id = "node.image",
     .code = Error::Code::Network,
     .tool = "kind",
     .pattern = "failed to pull image \"([^\"]+)\"",
     .what = QT_TRANSLATE_NOOP("FailureRules", "The node image %1 cannot be had"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Correct its name, or look at the network; kind's release notes list the images that "
                                               "fit it"),
     .refine = wordsBelow},
    {.id = "node.boot",
     .pattern = "could not find a (?:log )?line that matches",
     .what = QT_TRANSLATE_NOOP("FailureRules", "The node did not boot"),
     .why = QT_TRANSLATE_NOOP("FailureRules", "Its systemd never got to the end: the node image does not fit this kind release, "
                                              "inotify limits are too low, or the engine's cgroups do not suit it"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Use the image of kind's release notes, and raise the limits: sudo sysctl "
                                               "fs.inotify.max_user_watches=524288 fs.inotify.max_user_instances=512"),
     .refine = offerAgain},
    // The cluster's own certificate, which kubeadm makes for a year
    {.id = "cluster.certificate",
     .code = Error::Code::Conflict,
     .pattern =
         "(?:https://127\\.0\\.0\\.1:\\d+.*|Unable to connect to the server: .*)x509: certificate has expired or is not yet valid(.*)",
     .what = QT_TRANSLATE_NOOP("FailureRules", "The cluster's certificate is not valid now"),
     .why =
         QT_TRANSLATE_NOOP("FailureRules", "It lasts a year from when the cluster was made; a clock that is wrong has the same effect%1"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Look at this computer's date, else reset the cluster"),
     .refine = offerAgain},
    // kind#1702, kind#1674: the node's own name goes through the proxy
    {.id = "host.proxy",
     .code = Error::Code::Network,
     .pattern = "https://([\\w.-]+-control-plane):6443.*(?:certificate signed by unknown authority|Proxy Authentication Required|"
                "Service Unavailable|Bad Gateway|Forbidden)",
     .what = QT_TRANSLATE_NOOP("FailureRules", "The proxy stands between the node and itself"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Add %1 to no_proxy, then start again"),
     .refine = offerAgain},
    {.id = "node.kubeadm",
     .code = Error::Code::Timeout,
     .pattern = "The (?:API server|kubelet) is not healthy after|kubelet-check.*(?:timed out|isn't running)|"
                "couldn't initialize a Kubernetes cluster|could not initialize a Kubernetes cluster|failed to init node with kubeadm",
     .what = QT_TRANSLATE_NOOP("FailureRules", "Kubernetes did not come up in the node"),
     .why = QT_TRANSLATE_NOOP("FailureRules", "Its control plane was not healthy in time: too little memory or processor time, "
                                              "or a kubeadm setting of the configuration that it refuses"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Give the engine more memory (8 GB is ideal) and try again; the node's own logs are in "
                                               "the run's folder"),
     .refine = offerAgain},
    {.id = "cluster.paused",
     .code = Error::Code::Conflict,
     .pattern = "Container (\\S+) is paused",
     .what = QT_TRANSLATE_NOOP("FailureRules", "The cluster is paused"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Start it, which wakes it up")},
    {.id = "cluster.stopped",
     .code = Error::Code::Conflict,
     .pattern = "(?:container \\S+ is not running|No such container: (\\S+))",
     .what = QT_TRANSLATE_NOOP("FailureRules", "The cluster's node does not run"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Start the cluster")},
    {.id = "cluster.gone",
     .code = Error::Code::NotFound,
     .pattern = "(?:unknown cluster|no nodes found for cluster|could not locate any control plane nodes for cluster named) [\"'](.*?)[\"']",
     .what = QT_TRANSLATE_NOOP("FailureRules", "There is no cluster %1"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Start it; somebody deleted it meanwhile")},
    {.id = "cluster.context",
     .code = Error::Code::NotFound,
     .pattern = "context \"([^\"]+)\" does not exist",
     .what = QT_TRANSLATE_NOOP("FailureRules", "The cluster's kubeconfig does not know %1"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Start the cluster again, which writes it anew")},
    {.id = "forward.lost",
     .code = Error::Code::Network,
     .tool = "kubectl",
     .pattern = "lost connection to pod",
     .what = QT_TRANSLATE_NOOP("FailureRules", "The forward lost its pod"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Nothing: it is opened again as soon as the pod is back")},
};
} // namespace

std::span<const FailureRule> portAndNameRules()
{
    return portsAndNames;
}

std::span<const FailureRule> nodeRules()
{
    return nodes;
}

} // namespace windsock
