// SPDX-License-Identifier: Apache-2.0
#include "core/python/UvInstall.h"

#include "core/base/FileText.h"
#include "core/python/Uv.h"
#include "core/python/UvReplies.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <signal.h>

namespace windsock {

namespace {
constexpr Version pinned{0, 13, 9};

// SHA-256 of that release's wheels, as the index publishes them; pip takes the one that fits the machine.
const char *const hashes[] = {
    "d7f459fe4fd247d830351c75686d3996ace3c6f3f728eb0e85a30b7ada0cef19", // manylinux_2_17 x86_64
    "2c45530751517d6c3bbc69a19473f6effe47cce047bede01ffd8af7ea7b36b25", // musllinux_1_1 x86_64
    "5435c5ce14a56431208ca0996416d310f1598e8c2c8ba707688985a16bb82dbe", // manylinux_2_17 and musllinux_1_1 aarch64
    "ecb6028d79dc96fbeafffe5c8af62a7099487ebc05a701e76714eebcffd06375", // manylinux_2_28 aarch64
    "66c512266d633bef48384a1f53003f41f2a8e7b36fe6e7fbfd3e0fd52d96fa63", // macosx_11_0 arm64
    "c16ed11e013557536b3e60065f1b912f6407bd6518e041b961e23ef9e6b4fbf5", // macosx_10_12 x86_64
};

constexpr QFileDevice::Permissions ownerAll = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
constexpr QFileDevice::Permissions programMode =
    ownerAll | QFileDevice::ReadGroup | QFileDevice::ExeGroup | QFileDevice::ReadOther | QFileDevice::ExeOther;

QString tr(const char *text)
{
    return QCoreApplication::translate("UvInstall", text);
}

Error notPlaced(const QString &why)
{
    Error error{Error::Code::ToolFailed, tr("uv was fetched, but cannot be put in its place"), why};
    error.todo = tr("Look at the disk's free space and at the folder's permissions");
    return error;
}

Error noPip(const QList<PythonProgram> &pythons)
{
    Error error{Error::Code::ToolMissing, tr("uv is not installed, and no Python here has pip to fetch it with")};
    QStringList tried;
    for (const PythonProgram &python : pythons)
        tried += tr("%1 (Python %2) has no pip").arg(python.path, python.version.text());
    error.why = tried.join(u'\n');
    error.todo = tr("Install uv, or the part of Python that holds pip:\n"
                    "  Debian, Ubuntu: sudo apt install python3-venv\n"
                    "  Fedora, RHEL: sudo dnf install python3-pip\n"
                    "  macOS: brew install uv");
    error.rule = QStringLiteral("uv.no-pip");
    return error;
}

Error tooOld(const QString &path, const Version &version)
{
    Error error{Error::Code::ToolMissing, tr("uv %1 is too old").arg(version.text())};
    error.why = tr("%1 is %2; Windsock needs %3 or later").arg(path, version.text(), uv::leastVersion.text());
    error.todo = tr("Update uv, or remove it: Windsock fetches one of its own then");
    error.rule = QStringLiteral("uv.too-old");
    return error;
}

Result<UvProgram> judged(const QString &path, const CommandOutput &output)
{
    const auto version = output.succeeded() ? uv::parseVersion(output.out) : std::nullopt;
    if (!version) {
        Error error{Error::Code::ToolMissing, tr("uv does not work"), tr("%1 ended with %2").arg(path).arg(output.exitCode)};
        error.todo = tr("Reinstall uv, or remove it: Windsock fetches one of its own then");
        error.evidence = QString::fromUtf8(output.err.trimmed().right(1000));
        return error;
    }
    return *version < uv::leastVersion ? Result<UvProgram>(tooOld(path, *version)) : Result<UvProgram>(UvProgram{path, *version});
}
// Rooms carry the process id of who made them: those of the dead are nobody's.
QString roomPattern()
{
    return QStringLiteral("/.uv-%1-XXXXXX").arg(QCoreApplication::applicationPid());
}

void clearRoomsOfTheDead(const QString &folder)
{
    for (const QString &name : QDir(folder).entryList({QStringLiteral(".uv-*")}, QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot)) {
        const pid_t maker = name.section(u'-', 1, 1).toInt();
        if (maker <= 0 || (::kill(maker, 0) != 0 && errno == ESRCH))
            QDir(folder + u'/' + name).removeRecursively();
    }
}
} // namespace

struct UvInstall::Work
{
    UvInstallRequest request;
    QList<PythonProgram> pythons;
    QList<pip::Runner> runners;          // still to be tried
    std::unique_ptr<QTemporaryDir> room; // in the tools folder, so that a rename is enough; goes with all that is in it

    QString requirements() const { return room->filePath(QStringLiteral("uv.txt")); }
    QString target() const { return room->filePath(QStringLiteral("made")); }
    QString program() const { return target() + QStringLiteral("/bin/uv"); }
};

UvInstall::UvInstall(Parts parts, QObject *parent) : QObject(parent), m_parts(std::move(parts)) {}

Version UvInstall::pinnedVersion()
{
    return pinned;
}

QByteArray UvInstall::pinnedRequirement()
{
    QByteArray line = "uv==" + pinned.text().toLatin1();
    for (const char *hash : hashes)
        line += QByteArray(" --hash=sha256:") + hash;
    return line + '\n';
}

Async<UvProgram> UvInstall::find(const Cancel &cancel)
{
    const Result<QString> path = m_parts.finder.find(Tool::Uv);
    return path ? ask(*path, cancel) : failed<UvProgram>(path.error());
}

Async<UvProgram> UvInstall::ask(const QString &path, const Cancel &cancel)
{
    return andThen(m_parts.runner.run(uv::version(path), {}, cancel), this,
                   [path](const CommandOutput &output) { return judged(path, output); });
}

Async<UvProgram> UvInstall::ensure(const UvInstallRequest &request)
{
    return andFinally(find(request.cancel), this, [this, request](const Result<UvProgram> &there) {
        const bool chosen = !there && there.error().rule == u"tool.override"; // what the user has chosen is not passed over
        if (there || chosen || there.error().isCancel())
            return resolved(there);
        return andThen(m_parts.pythons.all(request.cancel), this,
                       [this, request](const FoundPythons &pythons) { return install(pythons, request); });
    });
}

Async<UvProgram> UvInstall::install(const FoundPythons &pythons, const UvInstallRequest &request)
{
    const Result<PythonProgram> any = choosePython(pythons, {{3, 8}, {3, 99}, {}, QStringLiteral("uv")});
    if (!any)
        return failed<UvProgram>(any.error());
    const auto work = std::make_shared<Work>(Work{request, pythons.usable, pip::runners(pythons.usable, m_parts.systemWheels), {}});
    const bool isNew = !QFileInfo::exists(m_parts.toolsFolder);
    if (!QDir().mkpath(m_parts.toolsFolder) || (isNew && !QFile::setPermissions(m_parts.toolsFolder, ownerAll)))
        return failed<UvProgram>(notPlaced(tr("The folder %1 cannot be made").arg(m_parts.toolsFolder)));
    clearRoomsOfTheDead(m_parts.toolsFolder);
    work->room = std::make_unique<QTemporaryDir>(m_parts.toolsFolder + roomPattern());
    if (!work->room->isValid())
        return failed<UvProgram>(notPlaced(work->room->errorString()));
    const Result<> written = writeFile(work->requirements(), m_parts.index.requirementLines() + pinnedRequirement(), ownerOnly);
    if (!written)
        return failed<UvProgram>(written.error());
    const Async<UvProgram> asked =
        andThen(tryNext(work), this, [this, work](Nothing) { return ask(work->program(), work->request.cancel); });
    const Async<UvProgram> placed = andThen(asked, this, [this, work](const UvProgram &made) { return putInPlace(work, made); });
    return andFinally(placed, this, [work](const Result<UvProgram> &result) {
        work->room.reset(); // before anybody hears of it
        return result;
    });
}

// A way that has no pip leads to the next one; one that has it and fails is the answer, since the others would fail the same way.
Async<> UvInstall::tryNext(const WorkPtr &work)
{
    if (work->runners.isEmpty())
        return failed(noPip(work->pythons));
    const Command command = pip::install(work->runners.takeFirst(), {work->requirements(), work->target(), m_parts.index.pipEnvironment()});
    if (work->request.progress)
        work->request.progress(tr("Fetching uv %1").arg(pinned.text()));
    if (work->request.commands)
        work->request.commands(command);
    return andThen(m_parts.runner.run(command, work->request.lines, work->request.cancel), this, [this, work](const CommandOutput &output) {
        if (output.succeeded())
            return ready();
        return pip::isMissing(output) ? tryNext(work) : failed(pip::failure(output));
    });
}

Result<UvProgram> UvInstall::putInPlace(const WorkPtr &work, const UvProgram &made)
{
    const QFileInfo program(work->program());
    if (program.isSymLink() || !program.isFile() || made.version != pinned)
        return notPlaced(tr("What pip has fetched is not the uv that was asked for"));
    const QString place = m_parts.toolsFolder + QStringLiteral("/uv");
    if (!QFile::setPermissions(work->program(), programMode))
        return notPlaced(tr("It cannot be made executable"));
    // Not QFile::rename, which refuses to replace: whoever runs an older one at this moment goes on with it.
    if (std::rename(QFile::encodeName(work->program()).constData(), QFile::encodeName(place).constData()) != 0)
        return notPlaced(QString::fromLocal8Bit(std::strerror(errno)));
    m_parts.finder.forget(Tool::Uv);
    return UvProgram{place, made.version};
}

} // namespace windsock
