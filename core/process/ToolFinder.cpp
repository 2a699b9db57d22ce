// SPDX-License-Identifier: Apache-2.0
#include "core/process/ToolFinder.h"
#include "core/base/FolderPath.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcessEnvironment>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("ToolFinder", text);
}

QString howToGet(Tool tool)
{
    switch (tool) {
    case Tool::Docker: return tr("Install Docker Engine or Docker Desktop: https://docs.docker.com/get-started/get-docker/");
    case Tool::Kind: return tr("Install kind: https://kind.sigs.k8s.io/docs/user/quick-start/#installation");
    case Tool::Helm: return tr("Install Helm 3: https://helm.sh/docs/intro/install/");
    case Tool::Kubectl: return tr("Install kubectl: https://kubernetes.io/docs/tasks/tools/");
    case Tool::Colima: return tr("Install Colima: https://colima.run");
    case Tool::OrbStack: return tr("Install OrbStack: https://orbstack.dev");
    case Tool::Podman: return tr("Install Podman: https://podman.io/docs/installation");
    case Tool::Uv: return tr("Windsock can install it into its own folder, or see https://docs.astral.sh/uv/getting-started/installation/");
    case Tool::Bwrap: return tr("Install the package bubblewrap of your distribution");
    case Tool::Systemctl:
    case Tool::MacOpen:
    case Tool::XdgOpen:
    case Tool::Lsof:
    case Tool::Tar: break;
    }
    return tr("%1 comes with the operating system; install the package that holds it").arg(toolName(tool));
}

bool isWorldWritable(const QFileInfo &info)
{
    return info.permissions().testFlag(QFileDevice::WriteOther);
}

Error missing(Tool tool, const QStringList &refused)
{
    Error error{Error::Code::ToolMissing, tr("%1 was not found").arg(toolName(tool))};
    error.why = refused.isEmpty() ? tr("It is in none of the folders where programs are looked for") : refused.join(u'\n');
    error.todo = howToGet(tool) + u'\n' + tr("If it is installed elsewhere, add its folder to PATH, or link it into ~/.local/bin");
    error.rule = QStringLiteral("tool.missing");
    return error;
}

Error badOverride(Tool tool, const QString &file, const QString &why)
{
    Error error{Error::Code::ToolMissing, tr("%1 cannot be used from the path that was given for it").arg(toolName(tool))};
    error.why = file + QStringLiteral(": ") + why;
    error.todo = tr("Correct that path, or leave it out to have %1 found by itself").arg(toolName(tool));
    error.rule = QStringLiteral("tool.override");
    return error;
}
} // namespace

ToolPlaces ToolPlaces::standard(const QMap<Tool, QString> &overrides, const QString &ownFolder)
{
    ToolPlaces places{overrides, ownFolder};
    places.path = qEnvironmentVariable("PATH").split(u':', Qt::SkipEmptyParts);
    places.usual = {QStringLiteral("/usr/local/bin"), QStringLiteral("/opt/homebrew/bin"), QStringLiteral("/usr/bin"),
                    QStringLiteral("/bin"),           QStringLiteral("/usr/sbin"),         QStringLiteral("/sbin")};
    for (const char *below : {".docker/bin", ".orbstack/bin", ".rd/bin", "go/bin", ".local/bin", ".cargo/bin"})
        places.usual += QDir::home().filePath(QString::fromLatin1(below));
    places.usual += {QStringLiteral("/Applications/Docker.app/Contents/Resources/bin"), QStringLiteral("/snap/bin")};
    return places;
}

ToolFinder::ToolFinder(ToolPlaces places) : m_places(std::move(places)) {}

void ToolFinder::neverFrom(const QString &folder)
{
    const QString canonical = QDir(folder).canonicalPath();
    if (!canonical.isEmpty() && !m_never.contains(canonical))
        m_never += canonical;
    m_found.clear();
}

Result<QString> ToolFinder::find(Tool tool)
{
    const QString known = m_found.value(tool);
    if (!known.isEmpty() && refusal(known).isEmpty())
        return known;
    m_found.remove(tool);
    const Result<QString> found = look(tool);
    if (found)
        m_found.insert(tool, *found);
    return found;
}

Result<QString> ToolFinder::judge(const QString &program) const
{
    const QString why = refusal(program);
    if (why.isEmpty())
        return program;
    Error error{Error::Code::ToolMissing, tr("%1 cannot be run").arg(program.section(u'/', -1))};
    error.why = program + QStringLiteral(": ") + why;
    error.todo = tr("Try again: what Windsock has put there itself is made anew where it is missing");
    error.rule = QStringLiteral("program.missing");
    return error;
}

Result<QString> ToolFinder::look(Tool tool) const
{
    const auto byHand = m_places.overrides.constFind(tool);
    if (byHand != m_places.overrides.cend() && !byHand->isEmpty()) {
        const QString why = refusal(*byHand);
        if (!why.isEmpty())
            return badOverride(tool, *byHand, why);
        return QFileInfo(*byHand).dir().canonicalPath() + u'/' + QFileInfo(*byHand).fileName();
    }
    QStringList refused;
    for (const QString &folder : searchPath()) {
        const QString file = folder + u'/' + toolName(tool);
        if (!QFileInfo::exists(file))
            continue;
        const QString why = refusal(file);
        if (why.isEmpty())
            return file;
        refused += file + QStringLiteral(": ") + why;
    }
    return missing(tool, refused);
}

QString ToolFinder::refusal(const QString &file) const
{
    if (!QDir::isAbsolutePath(file))
        return tr("The path is not absolute");
    const QString target = QFileInfo(file).canonicalFilePath();
    if (target.isEmpty())
        return tr("There is no such file");
    const QFileInfo info(target);
    if (!info.isFile())
        return tr("This is not a program file");
    if (!info.isExecutable())
        return tr("The file is not executable");
    if (isWorldWritable(info))
        return tr("Every user of this machine may change the file");
    if (isWorldWritable(QFileInfo(info.path())) || isWorldWritable(QFileInfo(QFileInfo(file).path())))
        return tr("Every user of this machine may put files into its folder");
    if (isForbidden(info.path()) || isForbidden(QFileInfo(file).dir().canonicalPath()))
        return tr("Programs of a workspace are not run");
    return {};
}

bool ToolFinder::isForbidden(const QString &folder) const
{
    for (const QString &never : m_never) {
        if (isWithinFolder(folder, never))
            return true;
    }
    return false;
}

QStringList ToolFinder::searchPath() const
{
    QStringList wanted;
    for (const QString &file : m_places.overrides) {
        if (QDir::isAbsolutePath(file) && refusal(file).isEmpty())
            wanted += QFileInfo(file).path();
    }
    wanted += m_places.ownFolder;
    wanted += m_places.path;
    const QString here = QDir::current().canonicalPath();
    QStringList folders;
    for (const QString &folder : wanted + m_places.usual) {
        const QString canonical = QDir::isAbsolutePath(folder) ? QDir(folder).canonicalPath() : QString();
        // Whoever stands in /usr/bin may still use it; any other folder that one works in is no place for programs.
        const bool isWorkFolder = canonical == here && !m_places.usual.contains(folder);
        if (canonical.isEmpty() || isWorkFolder || isForbidden(canonical) || isWorldWritable(QFileInfo(canonical)))
            continue;
        if (!folders.contains(canonical))
            folders += canonical;
    }
    return folders;
}

} // namespace windsock
