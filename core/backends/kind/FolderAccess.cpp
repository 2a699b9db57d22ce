// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/FolderAccess.h"

#include "core/checks/FolderChecks.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <dirent.h>
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
// By descriptor, so that what is changed is what was looked at.
int openFolder(int above, const QString &name)
{
    return ::openat(above, QFile::encodeName(name).constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

// A file with a second name may be something else's elsewhere.
bool isOurs(const struct stat &info)
{
    return info.st_uid == ::geteuid() && (S_ISDIR(info.st_mode) || (S_ISREG(info.st_mode) && info.st_nlink == 1));
}

// A file may be read and written as a folder may be; nobody runs it.
bool openEntry(int at, const struct stat &info)
{
    const mode_t now = info.st_mode & 07777;
    const mode_t wanted = S_ISDIR(info.st_mode) ? openedMode(info) : now | (info.st_gid == airflowGroup ? 0060 : 0066);
    return wanted != now && ::fchmod(at, wanted) == 0;
}

// Takes the descriptor.
int openBelow(int at, const std::atomic_bool &stop)
{
    int opened = 0;
    DIR *folder = ::fdopendir(at);
    while (const dirent *entry = folder && !stop ? ::readdir(folder) : nullptr) {
        const QByteArray name = entry->d_name;
        struct stat info = {};
        if (name == "." || name == ".." || ::fstatat(at, name.constData(), &info, AT_SYMLINK_NOFOLLOW) != 0 || !isOurs(info))
            continue;
        const int inside = ::openat(at, name.constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
        if (inside < 0)
            continue;
        const bool same = ::fstat(inside, &info) == 0 && isOurs(info); // between the two looks somebody may have put another there
        opened += same && openEntry(inside, info) ? 1 : 0;
        if (same && S_ISDIR(info.st_mode))
            opened += openBelow(inside, stop);
        else
            ::close(inside);
    }
    folder ? ::closedir(folder) : ::close(at);
    return opened;
}
} // namespace

Result<> openForAirflow(const QString &folder)
{
    const int at = openFolder(AT_FDCWD, folder);
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

int openWhatIsOurs(const Workspace &workspace, bool ownKernel, const std::atomic_bool &stop)
{
    int opened = 0;
    for (const FolderFacts &facts : gatherFolders(workspace, ownKernel)) {
        const int at = facts.airflowWrites && facts.ownKernel && facts.mayOpen ? openFolder(AT_FDCWD, facts.mount.hostAbsolute) : -1;
        if (at >= 0)
            opened += openBelow(at, stop);
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
