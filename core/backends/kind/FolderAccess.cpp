// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/FolderAccess.h"

#include "core/checks/FolderChecks.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("FolderAccess", text);
}

Error refused(const QString &folder, int reason)
{
    Error error = Error::badInput(tr("Airflow cannot be given access to %1").arg(folder), {folder});
    error.why = QString::fromLocal8Bit(std::strerror(reason));
    error.todo = tr("Allow it by hand: chmod a+rwx %1").arg(folder);
    return error;
}

// As little as lets Airflow's user (50000, group 0) write. A folder of group 0, as root's are, is opened for that group; any
// other only for everybody. There the sticky bit keeps one user from removing another one's files, as in /tmp; the owner may.
mode_t openedMode(const struct stat &info)
{
    const mode_t now = info.st_mode & 07777;
    return info.st_gid == airflowGroup && info.st_uid != airflowUser ? now | 0070 : now | 01777;
}
} // namespace

Result<> openForAirflow(const QString &folder)
{
    // By descriptor, so that what is changed is what was looked at.
    const int at = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (at < 0)
        return refused(folder, errno);
    struct stat info = {};
    const bool done = ::fstat(at, &info) == 0 && ::fchmod(at, openedMode(info)) == 0;
    const int reason = errno;
    ::close(at);
    return done ? Result<>() : Result<>(refused(folder, reason));
}

Result<QStringList> openOwnFolders(const Workspace &workspace, bool ownKernel)
{
    QStringList opened;
    for (const FolderFacts &facts : gatherFolders(workspace, ownKernel)) {
        if (!isClosedToAirflow(facts) || !facts.mayOpen)
            continue;
        if (const Result<> done = openForAirflow(facts.mount.hostAbsolute); !done)
            return done.error();
        opened += facts.mount.hostPath;
    }
    return opened;
}

Result<> permitFolder(const Workspace &workspace, const QString &folder)
{
    // Somebody asks for it, so it does not matter whose kernel judges by the mode.
    for (const FolderFacts &facts : gatherFolders(workspace, true)) {
        const bool meant = folder.isEmpty() || facts.mount.hostAbsolute == folder;
        if (meant && isClosedToAirflow(facts) && facts.mayOpen)
            return openForAirflow(facts.mount.hostAbsolute);
    }
    Error error = Error::badInput(tr("There is no folder that Windsock may open for Airflow"), {folder});
    error.why = tr("It opens only a folder for logs that lies in the workspace, belongs to you and is closed to Airflow");
    error.todo = tr("If Airflow still cannot write there, allow it by hand: chmod -R a+rwX, then the folder");
    return error;
}

} // namespace windsock
