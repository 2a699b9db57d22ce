// SPDX-License-Identifier: Apache-2.0
#include "core/checks/FolderChecks.h"

#include "core/workspace/AirflowValues.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>
#include <unistd.h>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("FolderChecks", text);
}

Finding base(const FolderFacts &facts, const QString &rule, Severity severity)
{
    Finding finding{rule, severity};
    finding.place = facts.mount.nodePlace;
    finding.key = "hostPath";
    return finding;
}

Finding missing(const FolderFacts &facts)
{
    Finding finding = base(facts, "folder.missing", Severity::Failure);
    finding.what = tr("The folder %1 does not exist").arg(facts.mount.hostPath);
    finding.why = tr("It is mounted into the node at %1; Docker would make an empty one that belongs to root").arg(facts.mount.nodePath);
    finding.todo = tr("Create it, or correct the path");
    finding.remedies = {{"folders.create", tr("Create the folder"), facts.mount.hostAbsolute}};
    return finding;
}

Finding noFolder(const FolderFacts &facts)
{
    Finding finding = base(facts, "folder.file", Severity::Failure);
    finding.what = tr("%1 is a file, not a folder").arg(facts.mount.hostPath);
    finding.why = tr("A folder is mounted into the node at %1").arg(facts.mount.nodePath);
    finding.todo = tr("Correct the path");
    return finding;
}

Finding hidden(const FolderFacts &facts)
{
    Finding finding = base(facts, "folder.shared", Severity::Warning);
    finding.what = tr("The folder %1 may be invisible to Docker").arg(facts.mount.hostPath);
    finding.why = tr("%1 lies outside of what engines on macOS share by default").arg(facts.mount.hostAbsolute);
    finding.todo = tr("Add it under Settings, Resources, File sharing of the engine, or move the project below your home folder");
    return finding;
}

Finding notWritable(const FolderFacts &facts)
{
    Finding finding = base(facts, "folder.permission", Severity::Failure);
    finding.what = tr("Airflow cannot write into %1").arg(facts.mount.hostPath);
    finding.why = tr("Its processes run as user %1 in group %2, and the folder belongs to %3:%4 with mode %5")
                      .arg(airflowUser)
                      .arg(airflowGroup)
                      .arg(facts.owner)
                      .arg(facts.group)
                      .arg(facts.mode, 3, 8, QLatin1Char('0'));
    finding.todo = tr("Allow it: chmod a+rwx %1").arg(facts.mount.hostAbsolute);
    if (facts.mayOpen) {
        finding.severity = Severity::Warning;
        finding.what = tr("Airflow cannot write into %1 yet").arg(facts.mount.hostPath);
        finding.todo = tr("Start gives it access");
        finding.remedies = {{"folders.permit", tr("Give Airflow access to %1").arg(facts.mount.hostPath), facts.mount.hostAbsolute}};
    }
    return finding;
}

// Airflow's user may have to pass it, at least
bool readable(const FolderFacts &facts)
{
    const uint shift = facts.owner == airflowUser ? 6 : facts.group == airflowGroup ? 3 : 0;
    return (facts.mode >> shift & 5) == 5;
}

Finding notReadable(const FolderFacts &facts)
{
    Finding finding = base(facts, "folder.unreadable", Severity::Failure);
    finding.what = tr("Airflow cannot read %1").arg(facts.mount.hostPath);
    finding.why = tr("The folder belongs to %1:%2 with mode %3, which shuts user %4 out")
                      .arg(facts.owner)
                      .arg(facts.group)
                      .arg(facts.mode, 3, 8, QLatin1Char('0'))
                      .arg(airflowUser);
    finding.todo = tr("Allow it: chmod a+rx %1").arg(facts.mount.hostAbsolute);
    return finding;
}

// The workspace's own folder, and one whose mode this user may change.
bool mayOpen(const Mount &mount, uint owner)
{
    const QString inside = QDir::cleanPath(mount.hostPath);
    if (QDir::isAbsolutePath(inside) || inside == QLatin1String(".") || inside.startsWith(QLatin1String("..")))
        return false;
    // A link on the way would lead to something that is not the workspace's.
    const QString above = QDir::cleanPath(mount.hostAbsolute).chopped(inside.size());
    const QString real = QFileInfo(mount.hostAbsolute).canonicalFilePath();
    return real == QDir(QFileInfo(above).canonicalFilePath()).filePath(inside) && (owner == ::geteuid() || ::geteuid() == 0);
}
} // namespace

bool airflowCanWrite(const FolderFacts &facts)
{
    // As the kernel does it: the first class that fits decides, even when a later one would allow more.
    const uint shift = facts.owner == airflowUser ? 6 : facts.group == airflowGroup ? 3 : 0;
    return (facts.mode >> shift & 3) == 3; // write and pass
}

bool isClosedToAirflow(const FolderFacts &facts)
{
    return facts.ownKernel && facts.airflowWrites && !facts.mount.readOnly && !airflowCanWrite(facts);
}

Finding checkFolder(const FolderFacts &facts)
{
    if (!facts.exists)
        return missing(facts);
    if (!facts.isFolder)
        return noFolder(facts);
    if (!facts.shared)
        return hidden(facts);
    if (isClosedToAirflow(facts))
        return notWritable(facts);
    if (facts.ownKernel && !readable(facts))
        return notReadable(facts);
    Finding finding = base(facts, "folder.fine", Severity::Pass);
    finding.what = tr("%1 is there").arg(facts.mount.hostPath);
    return finding;
}

QList<Finding> checkFolders(const QList<FolderFacts> &facts)
{
    QList<Finding> findings;
    QStringList missingFolders;
    for (const FolderFacts &folder : facts) {
        findings += checkFolder(folder);
        if (!folder.exists)
            missingFolders += folder.mount.hostAbsolute;
    }
    if (missingFolders.size() < 2)
        return findings;
    for (Finding &finding : findings) {
        if (finding.rule == "folder.missing")
            finding.remedies.prepend(
                {"folders.create", tr("Create all %1 folders").arg(missingFolders.size()), missingFolders.join(u'\n')});
    }
    return findings;
}

FolderFacts gatherFolder(const Mount &mount, bool airflowWrites, bool ownKernel)
{
    FolderFacts facts{.mount = mount, .airflowWrites = airflowWrites, .ownKernel = ownKernel};
    struct stat info = {};
    if (::stat(QFile::encodeName(mount.hostAbsolute).constData(), &info) == 0) {
        facts.exists = true;
        facts.isFolder = S_ISDIR(info.st_mode);
        facts.owner = info.st_uid;
        facts.group = info.st_gid;
        facts.mode = uint(info.st_mode) & 0777;
        facts.mayOpen = facts.isFolder && mayOpen(mount, facts.owner);
    }
#ifdef Q_OS_MACOS
    facts.shared = false;
    const QString canonical = QFileInfo(mount.hostAbsolute).canonicalFilePath();
    for (const char *root : {"/Users/", "/Volumes/", "/private/", "/tmp/"})
        facts.shared = facts.shared || canonical.startsWith(QLatin1String(root));
#endif
    return facts;
}

QList<FolderFacts> gatherFolders(const Workspace &workspace, bool ownKernel)
{
    const AirflowValues values(workspace.chart().flavor, workspace.chart().version, workspace.mergedValues());
    QList<FolderFacts> folders;
    for (const Mount &mount : workspace.mounts()) {
        if (!mount.hostPath.isEmpty())
            folders += gatherFolder(mount, mount.podPath == values.logFolder(), ownKernel);
    }
    return folders;
}

} // namespace windsock
