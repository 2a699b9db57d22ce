// SPDX-License-Identifier: Apache-2.0
#include "core/checks/EngineCheck.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QRegularExpression>
#include <QStorageInfo>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("EngineCheck", text);
}

constexpr qint64 gibibyte = 1024LL * 1024 * 1024;
// An engine of "8 GB" reports a little less than 8 GiB: what its kernel keeps for itself is missing.
constexpr double leastMemory = 3.7, goodMemory = 5.6; // GiB
constexpr qint64 leastDisk = 10 * gibibyte;

QString size(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

QList<Remedy> startRemedies(const QList<EngineProgram> &installed)
{
    QList<Remedy> remedies;
    for (const EngineProgram &program : installed)
        remedies += Remedy{"engine.start", tr("Start %1").arg(program.title), program.id};
    return remedies;
}

Finding missing(const EngineFacts &facts)
{
    Finding finding{"engine.missing", Severity::Failure, tr("Docker was not found")};
    finding.why = tr("The cluster is a container, and the program \"docker\" is in none of the usual places");
#ifdef Q_OS_MACOS
    finding.todo = tr("Install Docker Desktop, OrbStack (brew install orbstack) or Colima (brew install colima docker)");
#else
    finding.todo = tr("Install it (Debian, Ubuntu: sudo apt install docker.io; Fedora: sudo dnf install moby-engine). If it is installed "
                      "elsewhere, add its folder to PATH, or link it into ~/.local/bin");
#endif
    finding.remedies = startRemedies(facts.installed); // Docker Desktop brings its client when it starts for the first time
    return finding;
}

Finding down(const EngineFacts &facts)
{
    Finding finding{"engine.down", Severity::Failure, tr("The container engine is not running")};
    finding.why = facts.output.trimmed();
    if (facts.installed.isEmpty())
        finding.todo = tr("Start the program that provides Docker on this machine");
    else
        finding.todo =
            tr("Start %1, for example with: %2").arg(facts.installed.first().title, engineStartShown(facts.installed.first().id));
    finding.remedies = startRemedies(facts.installed);
    return finding;
}

Finding noPermission(const EngineFacts &facts)
{
    Finding finding{"engine.permission", Severity::Failure, tr("You are not allowed to use the container engine")};
    finding.why = facts.output.trimmed();
    finding.todo = tr("Add yourself to the group \"docker\" (sudo usermod -aG docker $USER), then log out and in again");
    return finding;
}

Finding silent(const EngineFacts &facts)
{
    Finding finding{"engine.silent", Severity::Failure, tr("The container engine does not answer")};
    finding.why = facts.output.trimmed();
    finding.todo = tr("Restart it; \"docker info\" in a terminal tells more");
    finding.remedies = startRemedies(facts.installed);
    return finding;
}

Finding memory(const docker::EngineInfo &info)
{
    const double gibibytes = double(info.memory) / double(gibibyte);
    Finding finding{"engine.memory", Severity::Pass, tr("The engine has %1 of memory").arg(size(info.memory))};
    if (gibibytes >= goodMemory)
        return finding;
    finding.severity = gibibytes < leastMemory ? Severity::Failure : Severity::Warning;
    finding.why = gibibytes < leastMemory ? tr("Airflow with its database and Kubernetes needs at least 4 GB")
                                          : tr("It will work, but slowly: 6 GB are comfortable, 8 GB ideal");
    switch (info.provider) {
    case docker::Provider::Native: finding.todo = tr("Close other programs or give this machine more memory"); break;
    case docker::Provider::Colima: finding.todo = tr("Give it more: colima stop, then colima start --memory 8"); break;
    case docker::Provider::Podman: finding.todo = tr("Give it more: podman machine set --memory 8192"); break;
    default: finding.todo = tr("Give %1 8 GB in its settings under Resources").arg(docker::providerTitle(info.provider));
    }
    return finding;
}

Finding disk(const EngineFacts &facts)
{
    const qint64 needed = std::max(leastDisk, 3 * facts.imageSize);
    Finding finding{"engine.disk", Severity::Pass, tr("The engine has %1 of free disk").arg(size(*facts.diskFree))};
    if (*facts.diskFree >= needed)
        return finding;
    // Below one image's size it cannot work; up to three it may, and the node's kubelet starts to evict pods at 90 % full.
    finding.severity = *facts.diskFree < std::max(gibibyte * 2, facts.imageSize) ? Severity::Failure : Severity::Warning;
    finding.what = tr("The engine's disk has only %1 left").arg(size(*facts.diskFree));
    finding.why = tr("The image lies there three times while it is built and loaded: %1 are wanted").arg(size(needed));
    finding.todo = tr("Remove what is not used any more (docker system df shows it, docker image prune removes it)");
    finding.remedies = {{"images.prune", tr("Remove images without a name")}};
    return finding;
}
} // namespace

EngineProblem engineProblem(const QString &output)
{
    // On one line: docker also complains of a settings file that it may not read, which does no harm.
    static const QRegularExpression denied(
        QStringLiteral("permission denied.*docker(?:\\.sock| daemon| api)|docker\\.sock.*permission denied"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression down(
        QStringLiteral("cannot connect to the docker daemon|failed to connect to the docker api|is the docker daemon running|"
                       "error during connect|connect: no such file or directory|docker desktop is unable to start"),
        QRegularExpression::CaseInsensitiveOption);
    if (denied.match(output).hasMatch())
        return EngineProblem::Permission;
    if (down.match(output).hasMatch())
        return EngineProblem::Down;
    return output.trimmed().isEmpty() ? EngineProblem::None : EngineProblem::Silent;
}

QList<Finding> checkEngine(const EngineFacts &facts)
{
    if (!facts.clientFound)
        return {missing(facts)};
    if (!facts.info) {
        switch (engineProblem(facts.output)) {
        case EngineProblem::Permission: return {noPermission(facts)};
        case EngineProblem::Silent: return {silent(facts)};
        default: return {down(facts)};
        }
    }
    QList<Finding> findings{memory(*facts.info)};
    if (facts.diskFree)
        findings += disk(facts);
    return findings;
}

std::optional<qint64> gatherDiskFree(const docker::EngineInfo &info)
{
    // A virtual machine's path may exist here by chance and mean another disk.
    if (info.provider != docker::Provider::Native || !QFileInfo(info.rootFolder).isAbsolute())
        return std::nullopt;
    QString folder = info.rootFolder; // root's own: its nearest parent that we may see lies on the same disk, as a rule
    while (!QFileInfo::exists(folder) && folder.size() > 1)
        folder = QFileInfo(folder).path();
    const QStorageInfo storage(folder);
    if (!storage.isValid() || storage.bytesAvailable() < 0)
        return std::nullopt;
    return storage.bytesAvailable();
}

} // namespace windsock
