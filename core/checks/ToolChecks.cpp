// SPDX-License-Identifier: Apache-2.0
#include "core/checks/ToolChecks.h"

#include "core/tools/ToolDownloads.h"

#include <QCoreApplication>
#include <QFile>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("ToolChecks", text);
}

QList<Remedy> downloadRemedy(const ToolFacts &facts)
{
    if (!facts.downloadable)
        return {};
    return {{"tools.download", tr("Download %1").arg(toolName(facts.tool)), toolName(facts.tool)}};
}

Finding missing(const ToolFacts &facts, Platform platform)
{
    Finding finding{"tool.missing", Severity::Failure, tr("%1 was not found").arg(toolName(facts.tool))};
    finding.why = tr("It is in none of the usual places, nor in PATH");
    finding.todo = tr("Install it: %1").arg(installAdvice(facts.tool, platform));
    finding.remedies = downloadRemedy(facts);
    return finding;
}

Finding mute(const ToolFacts &facts)
{
    Finding finding{"tool.broken", Severity::Failure, tr("%1 does not report its version").arg(toolName(facts.tool))};
    finding.why = tr("%1 is not the program that its name says, or does not fit this machine").arg(facts.path);
    finding.todo = tr("Run it in a terminal to see why, or put the folder of one that works further to the front of PATH");
    finding.remedies = downloadRemedy(facts);
    return finding;
}

Finding tooOld(const ToolFacts &facts, const Version &version, Platform platform)
{
    Finding finding{"tool.old", Severity::Failure, tr("%1 %2 is too old").arg(toolName(facts.tool), version.text())};
    finding.why = tr("At least %1 is needed (%2 is at %3)").arg(supportedRange(facts.tool).least.text(), toolName(facts.tool), facts.path);
    finding.todo = tr("Update it: %1").arg(installAdvice(facts.tool, platform));
    finding.remedies = downloadRemedy(facts);
    return finding;
}

Finding tooNew(const ToolFacts &facts, const Version &version)
{
    Finding finding{"tool.new", Severity::Warning, tr("%1 %2 is newer than what Windsock knows").arg(toolName(facts.tool), version.text())};
    if (facts.tool == Tool::Helm) {
        finding.why = tr("Helm 4 takes post-renderers only as plugins, so that fast boot is off: Airflow starts as its chart says");
        finding.todo = tr("Nothing, if that is fine; else use Helm 3");
        finding.remedies = downloadRemedy(facts);
    }
    return finding;
}

Finding skew(const ToolFacts &facts, const Version &version)
{
    Finding finding{"tool.skew", Severity::Warning,
                    tr("kubectl %1 and Kubernetes %2 are far apart").arg(version.text(), facts.node->text())};
    finding.why = tr("They promise to understand each other within one minor version");
    finding.todo = tr("Use a kubectl of about that version, or another node image");
    const auto ours = toolDownloadHere(Tool::Kubectl);
    if (ours && kubectlFits(ours->version, *facts.node) == Fit::Good) // else the same would be said of it
        finding.remedies = downloadRemedy(facts);
    return finding;
}
} // namespace

Platform platformOf(const QString &osRelease)
{
    QString ids;
    const QStringList lines = osRelease.split(u'\n');
    for (const QString &line : lines) {
        if (line.startsWith("ID=") || line.startsWith("ID_LIKE="))
            ids += u' ' + line.section(u'=', 1).remove(u'"').toLower();
    }
    const QStringList words = ids.split(u' ', Qt::SkipEmptyParts);
    if (words.contains("debian") || words.contains("ubuntu"))
        return Platform::Debian;
    return words.contains("fedora") || words.contains("rhel") ? Platform::Fedora : Platform::OtherLinux;
}

Platform thisPlatform()
{
#ifdef Q_OS_MACOS
    return Platform::MacOs;
#else
    QFile file(QStringLiteral("/etc/os-release"));
    return file.open(QIODevice::ReadOnly) ? platformOf(QString::fromUtf8(file.read(8192))) : Platform::OtherLinux;
#endif
}

QString installAdvice(Tool tool, Platform platform)
{
    const QString name = toolName(tool);
    if (platform == Platform::MacOs && tool == Tool::Docker)
        return tr("Docker Desktop, or brew install orbstack");
    if (platform == Platform::MacOs)
        return tr("brew install %1").arg(tool == Tool::Kubectl ? QStringLiteral("kubernetes-cli") : name);
    switch (tool) {
    case Tool::Docker:
        if (platform == Platform::OtherLinux)
            return tr("the package \"docker\" of your distribution");
        return platform == Platform::Debian ? tr("sudo apt install docker.io") : tr("sudo dnf install moby-engine");
    case Tool::Kind: return tr("Windsock can download it, or see https://kind.sigs.k8s.io/docs/user/quick-start/#installation");
    case Tool::Helm:
        return platform == Platform::Fedora ? tr("sudo dnf install helm")
                                            : tr("Windsock can download it, or see "
                                                 "https://helm.sh/docs/intro/install");
    case Tool::Kubectl: return tr("Windsock can download it, or see https://kubernetes.io/docs/tasks/tools");
    default: return tr("the package \"%1\" of your distribution").arg(name);
    }
}

Finding checkTool(const ToolFacts &facts, Platform platform)
{
    if (facts.path.isEmpty())
        return missing(facts, platform);
    if (!facts.version)
        return mute(facts);
    // Of docker the engine counts: an old client talks to a new engine, but not the other way round.
    const Version version = facts.version->server.value_or(facts.version->client);
    switch (fits(facts.tool, version)) {
    case Fit::TooOld: return tooOld(facts, version, platform);
    case Fit::TooNew: return tooNew(facts, version);
    case Fit::Good: break;
    }
    if (facts.tool == Tool::Kubectl && facts.node && kubectlFits(version, *facts.node) != Fit::Good)
        return skew(facts, version);
    Finding finding{"tool.fine", Severity::Pass, tr("%1 %2").arg(toolName(facts.tool), version.text())};
    finding.why = facts.path;
    return finding;
}

QList<Finding> checkTools(const QList<ToolFacts> &facts, Platform platform)
{
    QList<Finding> findings;
    for (const ToolFacts &tool : facts)
        findings += checkTool(tool, platform);
    return findings;
}

} // namespace windsock
