// SPDX-License-Identifier: Apache-2.0
// Rules about pods that do not get ready. They read kubectl's texts and the facts that the API gives, in the same way.
#include "core/checks/FailureRulesTable.h"

#include <QCoreApplication>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("FailureRules", text);
}

bool isOf(const PodFact &pod, const QString &line)
{
    return line.contains(pod.pod) || pod.lastLines.contains(line);
}

// Which pod it was, and what its container said last.
void describePod(Error &error, const FailureMatch &match)
{
    const QString line = match.lines.at(match.line);
    for (const PodFact &pod : match.failed.pods) {
        if (!isOf(pod, line))
            continue;
        const QString words = deepestLine(pod.lastLines);
        error.why = tr("Pod %1, container %2: %3").arg(pod.pod, pod.container, words.isEmpty() ? pod.message : words);
        if (!pod.lastLines.isEmpty())
            error.evidence = pod.lastLines.mid(qMax<qsizetype>(0, pod.lastLines.size() - 5)).join(u'\n') + u'\n' + error.evidence;
        error.remedies = {{"logs.show", tr("Show its log"), pod.pod}};
        return;
    }
}

void describeScheduling(Error &error, const FailureMatch &match)
{
    static const QRegularExpression reason(QStringLiteral("\\d+/\\d+ nodes are available: \\d+ (.*?)\\.(?: |$)"));
    const QRegularExpressionMatch found = reason.match(match.lines.at(match.line));
    describePod(error, match);
    if (found.hasMatch())
        error.why = found.captured(1);
}

// The reason stands at the first try; what comes after only says that it is tried again.
void describePull(Error &error, const FailureMatch &match)
{
    describePod(error, match);
    const QStringList tries = match.lines.filter(QStringLiteral("Failed to pull image"));
    if (tries.isEmpty())
        return;
    error.why = cleanedLine(tries.last());
    error.evidence.prepend(tries.last().trimmed() + u'\n');
}

void offerPermit(Error &error, const FailureMatch &)
{
    error.remedies = {{"folders.permit", tr("Give Airflow access to the logs folder")}};
}

const FailureRule table[] = {
    {.id = "pods.hostpath",
     .code = Error::Code::NotFound,
     .pattern = "hostPath type check failed: (\\S+) is not (?:a|an) (\\w+)",
     .what = QT_TRANSLATE_NOOP("FailureRules", "The node has no folder %1"),
     .why = QT_TRANSLATE_NOOP("FailureRules", "A pod mounts it with hostPath, and no extraMounts entry of kind-cluster.yaml leads there"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Add the mount to kind-cluster.yaml, then reset the cluster: kind cannot add mounts to "
                                               "one that exists")},
    {.id = "pods.permission",
     .code = Error::Code::Auth,
     .pattern = "PermissionError: \\[Errno 13\\] Permission denied: '([^']*)'",
     .what = QT_TRANSLATE_NOOP("FailureRules", "Airflow cannot write to %1"),
     .why = QT_TRANSLATE_NOOP("FailureRules", "Its processes run as user 50000 in group 0, and the folder on the host does not let them"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Allow it on the host, for example: chmod -R a+rwX logs"),
     .refine = offerPermit},
    {.id = "pods.migrations",
     .code = Error::Code::Timeout,
     .pattern = "There are still unapplied migrations after (\\d+) seconds",
     .what = QT_TRANSLATE_NOOP("FailureRules", "Airflow waits for its database migrations"),
     .why = QT_TRANSLATE_NOOP("FailureRules", "They were not there after %1 seconds: the migration job has not run, has failed, or is "
                                              "slow"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Look at the migration pod's log; with the official chart set "
                                               "migrateDatabaseJob.useHelmHooks to false"),
     .refine =
         [](Error &error, const FailureMatch &) {
             error.remedies = {{"logs.show", tr("Show its log"), "migrations"}};
         }},
    {.id = "pods.memory",
     .pattern = "OOMKilled",
     .what = QT_TRANSLATE_NOOP("FailureRules", "A container was killed for lack of memory"),
     .why = QT_TRANSLATE_NOOP("FailureRules", "It went over its memory limit, or the engine has none left"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Raise its limit in the values, or give the engine more memory (8 GB is ideal)"),
     .refine = describePod},
    {.id = "pods.image",
     .code = Error::Code::NotFound,
     .pattern = "Failed to pull image \"([^\"]+)\"|ErrImagePull|ImagePullBackOff|ErrImageNeverPull|InvalidImageName",
     .what = QT_TRANSLATE_NOOP("FailureRules", "A pod's image cannot be had"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Correct its name and tag in the values; an image that was built here has to be loaded "
                                               "into the node"),
     .refine = describePull},
    {.id = "pods.mount",
     .pattern = "MountVolume\\.SetUp failed for volume \"([^\"]+)\" : (.*)|FailedMount|CreateContainerConfigError|CreateContainerError"
                "|(?:secret|configmap) \"[^\"]+\" not found",
     .what = QT_TRANSLATE_NOOP("FailureRules", "A pod's volume or setting is missing"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Look at volumes, secrets and config maps that the values name"),
     .refine = describePod},
    {.id = "pods.crash",
     .pattern = "CrashLoopBackOff|Back-off restarting failed container(?: (\\S+) in pod (\\S+?)_)?|RunContainerError|StartError",
     .what = QT_TRANSLATE_NOOP("FailureRules", "A container ends again and again"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Its last lines say why"),
     .refine = describePod},
    // Last: kubectl still shows what kept a pod waiting long ago
    {.id = "pods.pending",
     .code = Error::Code::Timeout,
     .pattern = "FailedScheduling|Unschedulable|\\d+/\\d+ nodes are available:",
     .what = QT_TRANSLATE_NOOP("FailureRules", "A pod finds no place on the node"),
     .todo = QT_TRANSLATE_NOOP("FailureRules", "Lower its requests in the values, or give the engine more memory and processors"),
     .refine = describeScheduling},
};
} // namespace

std::span<const FailureRule> podRules()
{
    return table;
}

} // namespace windsock
