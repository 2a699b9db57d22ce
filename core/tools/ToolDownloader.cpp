// SPDX-License-Identifier: Apache-2.0
#include "core/tools/ToolDownloader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace windsock {

using namespace std::chrono_literals;

namespace {
constexpr QFileDevice::Permissions ownerAll = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
constexpr QFileDevice::Permissions programMode =
    ownerAll | QFileDevice::ReadGroup | QFileDevice::ExeGroup | QFileDevice::ReadOther | QFileDevice::ExeOther;

QString tr(const char *text)
{
    return QCoreApplication::translate("ToolDownloader", text);
}

QString title(const ToolDownload &what)
{
    return toolName(what.tool) + u' ' + what.version.text();
}

Error notPlaced(const ToolDownload &what, const QString &why)
{
    Error error{Error::Code::ToolFailed, tr("%1 was downloaded, but cannot be put in its place").arg(title(what)), why};
    error.todo = tr("Look at the disk's free space and at the folder's permissions");
    return error;
}

Error wrongSum(const ToolDownload &what, const QByteArray &sum)
{
    Error error{Error::Code::Network, tr("The downloaded file is not %1 as it was published").arg(title(what))};
    error.why = tr("Its SHA-256 is %1, the published one is %2").arg(QString::fromLatin1(sum), QString::fromLatin1(what.sha256));
    error.todo = tr("Try again. If it stays so, something on the way changes files (a proxy, a mirror): install %1 by hand")
                     .arg(toolName(what.tool));
    error.rule = QStringLiteral("tool.checksum");
    error.evidence = what.url.toString();
    return error;
}

// Told once for each percent: a fast server sends thousands of pieces.
struct Percent
{
    QString title;
    std::function<void(const QString &)> tell;
    int last = -1;

    void operator()(qint64 got, qint64 of)
    {
        const int now = of > 0 ? int(got * 100 / of) : int(got / (1024 * 1024));
        if (!tell || std::exchange(last, now) == now)
            return;
        const auto megabytes = [](qint64 bytes) { return QString::number(double(bytes) / 1000000, 'f', 1); };
        tell(of > 0 ? tr("%1: %2 of %3 MB").arg(title, megabytes(got), megabytes(of)) : tr("%1: %2 MB").arg(title, megabytes(got)));
    }
};
} // namespace

struct ToolDownloader::Work
{
    ToolDownload what;
    std::function<void(const QString &)> progress;
    Cancel cancel;
    std::unique_ptr<QTemporaryDir> room; // in the same folder, so that a rename is enough; goes with all that is in it

    QString file() const { return room->filePath(QStringLiteral("download")); }
    QString program() const { return what.archiveMember.isEmpty() ? file() : room->filePath(what.archiveMember); }
};

ToolDownloader::ToolDownloader(CommandRunner &runner, Clock &clock, const QString &folder, QObject *parent)
    : QObject(parent), m_runner(runner), m_folder(folder), m_client(Tls(), clock)
{}

Async<QString> ToolDownloader::fetch(const ToolDownload &what, const std::function<void(const QString &)> &progress, const Cancel &cancel)
{
    const auto work = std::make_shared<Work>(Work{what, progress, cancel, {}});
    if (const Result<> room = makeRoom(*work); !room)
        return failed<QString>(room.error());
    const Async<> unpacked = andThen(save(work), this, [this, work](Nothing) { return unpack(work); });
    const Async<QString> installed = andThen(unpacked, this, [this, work](Nothing) { return install(*work); });
    return andFinally(installed, this, [work](const Result<QString> &result) {
        work->room.reset(); // before anybody hears of it
        return result;
    });
}

Result<> ToolDownloader::makeRoom(Work &work) const
{
    const bool isNew = !QFileInfo::exists(m_folder);
    if (!QDir().mkpath(m_folder) || (isNew && !QFile::setPermissions(m_folder, ownerAll)))
        return notPlaced(work.what, tr("The folder %1 cannot be made").arg(m_folder));
    work.room = std::make_unique<QTemporaryDir>(m_folder + QStringLiteral("/.download-XXXXXX"));
    return work.room->isValid() ? Result<>() : Result<>(notPlaced(work.what, work.room->errorString()));
}

Async<> ToolDownloader::save(const WorkPtr &work)
{
    const HttpSave save{.url = work->what.url, .file = work->file(), .progress = Percent{title(work->what), work->progress}};
    return andThen(m_client.save(save, work->cancel), this, [work](const SavedFile &saved) {
        return saved.sha256 == work->what.sha256 ? Result<>() : Result<>(wrongSum(work->what, saved.sha256));
    });
}

// Only the one member that is wanted, by the name that is known beforehand: no name of the archive's own is used.
Async<> ToolDownloader::unpack(const WorkPtr &work)
{
    if (work->what.archiveMember.isEmpty())
        return ready();
    Command tar{.tool = Tool::Tar, .args = {"-xzf", work->file(), "-C", work->room->path(), work->what.archiveMember}};
    tar.limit = 120s;
    return andThen(m_runner.run(tar, {}, work->cancel), this, [work](const CommandOutput &output) {
        return output.succeeded() ? Result<>() : Result<>(notPlaced(work->what, QString::fromUtf8(output.err).trimmed()));
    });
}

Result<QString> ToolDownloader::install(const Work &work) const
{
    if (work.cancel.isRequested())
        return Error::canceled();
    const QFileInfo program(work.program());
    if (program.isSymLink() || !program.isFile() || program.size() == 0)
        return notPlaced(work.what, tr("The archive has no program %1").arg(work.what.archiveMember));
    const QString place = m_folder + u'/' + toolName(work.what.tool);
    if (!QFile::setPermissions(work.program(), programMode))
        return notPlaced(work.what, tr("It cannot be made executable"));
    // Not QFile::rename, which refuses to replace: whoever runs the old one at this moment goes on with it.
    if (std::rename(QFile::encodeName(work.program()).constData(), QFile::encodeName(place).constData()) != 0)
        return notPlaced(work.what, QString::fromLocal8Bit(std::strerror(errno)));
    return place;
}

} // namespace windsock
