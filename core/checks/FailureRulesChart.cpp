// SPDX-License-Identifier: Apache-2.0
// Rules about Helm: the repository, the chart, the values, the release.
#include "core/checks/FailureRulesTable.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("FailureRules", text);
}

// Helm was given absolute paths; users know their files by the names in windsock.yaml.
QString nameOf(const QString &path, const QStringList &valuesFiles)
{
    for (const QString &file : valuesFiles) {
        if (file == path || QFileInfo(file).fileName() == QFileInfo(path).fileName())
            return file;
    }
    return path;
}

void placeInValues(Error &error, const FailureMatch &match)
{
    error.place = {nameOf(match.captured(1), match.failed.valuesFiles), match.captured(2).toInt()};
    error.why = match.captured(3);
    error.remedies = {{"file.open", tr("Open the file"), error.place.text()}};
}

void placeOfMissing(Error &error, const FailureMatch &match)
{
    error.place = {nameOf(match.captured(1), match.failed.valuesFiles)};
}

// "- at '/scheduler/replicas': got string, want integer" (Helm ≥ 3.18), "- scheduler.replicas: Invalid type. …" (before)
void listViolations(Error &error, const FailureMatch &match)
{
    static const QRegularExpression entry(QStringLiteral("^\\s*- (?:at '/?([^']*)'|([^:]+)): (.*)$"));
    QStringList reasons;
    for (int i = match.line + 1; i < match.lines.size(); ++i) {
        const QRegularExpressionMatch found = entry.match(match.lines.at(i));
        if (!found.hasMatch())
            continue;
        QString path = found.captured(1).isEmpty() ? found.captured(2) : found.captured(1);
        reasons += path.replace(u'/', u'.') + QStringLiteral(": ") + found.captured(3);
        error.evidence += u'\n' + match.lines.at(i).trimmed();
    }
    error.why = reasons.join(u'\n');
    if (match.failed.valuesFiles.size() == 1)
        error.place = {match.failed.valuesFiles.first()};
}

const FailureRule repositories[] = {
    {.id = "proxy.unreachable",
     .code = Error::Code::Network,
     .pattern = "proxyconnect tcp: (.*)",
     .what = QT_TRANSLATE_NOOP("FailureRules", "The proxy cannot be reached"),
     .why = "%1",
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Look at https_proxy and http_proxy in the environment")},
    {.id = "tls.unknown",
     .code = Error::Code::Network,
     .pattern = "x509: .*",
     .what = QT_TRANSLATE_NOOP("FailureRules", "A server's certificate is not trusted"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Behind a company's proxy its certificate has to be known here, and in the node for "
                                               "images (kind issue 1010)")},
    {.id = "chart.unreachable",
     .code = Error::Code::Network,
     .pattern = "looks like \"([^\"]+)\" is not a valid chart repository or cannot be reached: (.*)",
     .what = QT_TRANSLATE_NOOP("FailureRules", "The chart repository %1 cannot be reached"),
     .why = "%2",
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Look at its address in windsock.yaml and at the network")},
    {.id = "chart.version",
     .code = Error::Code::NotFound,
     .pattern = "chart \"([^\"]+)\" (?:version|matching) \"?([^\" ]+)\"? not found in (\\S+) (?:repository|index)",
     .what = QT_TRANSLATE_NOOP("FailureRules", "The repository has no chart %1 in version %2"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Correct chart.name or chart.version in windsock.yaml (the repository is %3)")},
    {.id = "chart.kubernetes",
     .code = Error::Code::BadInput,
     .pattern = "chart requires kubeVersion: (.*) which is incompatible with Kubernetes (\\S+)",
     .what = QT_TRANSLATE_NOOP("FailureRules", "The chart does not fit Kubernetes %2"),
     .why = QT_TRANSLATE_NOOP("FailureRules", "It asks for %1"),
     .todo = QT_TRANSLATE_NOOP("FailureRules",
                               "Choose another cluster.nodeImage or chart.version in windsock.yaml; another node image takes a reset")},
};

const FailureRule values[] = {
    {.id = "chart.rule",
     .code = Error::Code::BadInput,
     .pattern = "execution error at \\(([^)]+)\\): (.*)",
     .what = QT_TRANSLATE_NOOP("FailureRules", "The chart refuses these values"),
     .why = "%2",
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Change the values as the chart says")},
    {.id = "values.yaml",
     .code = Error::Code::BadInput,
     .tool = "helm",
     .pattern = "failed to parse (.+?): (?:error converting YAML to JSON: )?(?:yaml: )?(?:line (\\d+): )?(.*)",
     .what = QT_TRANSLATE_NOOP("FailureRules", "A values file is not valid YAML"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Correct the file at that line or just above it"),
     .refine = placeInValues},
    {.id = "values.missing",
     .code = Error::Code::NotFound,
     .tool = "helm",
     .pattern = "^Error: open (.+): no such file or directory",
     .what = QT_TRANSLATE_NOOP("FailureRules", "A values file does not exist"),
     .why = "%1",
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Create it, or correct its name in windsock.yaml"),
     .refine = placeOfMissing},
    {.id = "values.schema",
     .code = Error::Code::BadInput,
     .pattern = "values don't meet the specifications of the schema",
     .what = QT_TRANSLATE_NOOP("FailureRules", "The values do not fit the chart's schema"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Correct these keys"),
     .refine = listViolations},
    {.id = "chart.template",
     .code = Error::Code::BadInput,
     .tool = "helm",
     .pattern = "template: (\\S+?): ?executing.*?: (.*)|error calling|nil pointer evaluating",
     .what = QT_TRANSLATE_NOOP("FailureRules", "The chart cannot be rendered with these values"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Look at the key that the message names: it is missing or of another kind")},
    {.id = "chart.manifest",
     .code = Error::Code::BadInput,
     .pattern = "no matches for kind|cannot be handled as a|unable to build kubernetes objects|error validating data",
     .what = QT_TRANSLATE_NOOP("FailureRules", "Kubernetes does not accept what the chart made"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "The chart may be too old or too new for this Kubernetes, or a value is of the wrong kind")},
};

const FailureRule releases[] = {
    {.id = "release.name",
     .code = Error::Code::BadInput,
     .pattern = "invalid release name|release name \".*\" exceeds max length",
     .what = QT_TRANSLATE_NOOP("FailureRules", "The release's name is not allowed"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Use small letters, digits and dashes, 40 at most with the Airflow charts")},
    {.id = "release.pending",
     .code = Error::Code::Conflict,
     .pattern = "another operation \\(install/upgrade/rollback\\) is in progress",
     .what = QT_TRANSLATE_NOOP("FailureRules", "The release is stuck in an earlier operation"),
     .why = QT_TRANSLATE_NOOP("FailureRules", "A Helm that was killed left it pending, or another one is at work right now"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "If no other Helm runs, start again: the unfinished revision is taken back first")},
    {.id = "release.foreign",
     .code = Error::Code::Conflict,
     .pattern = "((?:\\w+) \"[^\"]+\") in namespace \"([^\"]*)\" exists and cannot be imported into the current release",
     .what = QT_TRANSLATE_NOOP("FailureRules", "%1 exists already and belongs to something else"),
     .why = QT_TRANSLATE_NOOP("FailureRules", "It was not made by this Helm release, which therefore does not touch it (namespace %2)"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Remove it, or use another release name or namespace")},
    {.id = "release.namespace",
     .code = Error::Code::NotFound,
     .pattern = "namespaces \"([^\"]+)\" not found",
     .what = QT_TRANSLATE_NOOP("FailureRules", "There is no namespace %1"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Start again, which creates it, or correct its name in windsock.yaml")},
    {.id = "release.hook",
     .code = Error::Code::Timeout,
     .pattern = "(?:pre|post)-(?:install|upgrade) hooks? failed|failed (?:pre|post)-(?:install|upgrade)|job (\\S+) failed: (\\w+)",
     .what = QT_TRANSLATE_NOOP("FailureRules", "A job of the chart did not finish"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Look at that job's pod: its last lines say why")},
    {.id = "helm.postrenderer",
     .tool = "helm",
     .pattern = "post-renderer|error while running post render",
     .what = QT_TRANSLATE_NOOP("FailureRules", "Helm could not use the post-renderer"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Write fastBoot: false into windsock.yaml to start without it; Helm 4 is not supported "
                                               "for it")},
    {.id = "cluster.unreachable",
     .code = Error::Code::Network,
     .pattern = "Kubernetes cluster unreachable|The connection to the server (\\S+) was refused|"
                "https://127\\.0\\.0\\.1:\\d+.*(?:connection refused|connection reset|EOF|i/o timeout|TLS handshake timeout)",
     .what = QT_TRANSLATE_NOOP("FailureRules", "The cluster does not answer"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Start the cluster; right after a start give it a few seconds")},
};
} // namespace

std::span<const FailureRule> repositoryRules()
{
    return repositories;
}

std::span<const FailureRule> valuesRules()
{
    return values;
}

std::span<const FailureRule> releaseRules()
{
    return releases;
}

} // namespace windsock
