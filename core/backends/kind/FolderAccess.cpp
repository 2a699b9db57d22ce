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
} // namespace

Result<> openForAirflow(const QString &folder)
{
    // By descriptor, so that what is changed is what was looked at.
    const int at = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (at < 0)
        return refused(folder, errno);
    struct stat info = {};
    const bool done = ::fstat(at, &info) == 0 && ::fchmod(at, (info.st_mode & 07777) | 01777) == 0;
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

} // namespace windsock
