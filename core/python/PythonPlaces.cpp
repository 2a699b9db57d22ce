// SPDX-License-Identifier: Apache-2.0
// Where Pythons lie: the folders that installers of Python use, and the programs in them. See PythonFinder.h.
#include "core/python/PythonFinder.h"

#include <QDir>
#include <QFileInfo>
#include <QProcessEnvironment>
#include <QRegularExpression>

#include <algorithm>

namespace windsock {

namespace {
// "…/versions" + "*/bin": the folders that are there, newest name first.
QStringList expanded(const QString &folder, const QString &pattern, const QString &below)
{
    const QDir dir(folder);
    QStringList found;
    for (const QString &name : dir.entryList({pattern}, QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed)) {
        const QString path = dir.filePath(name) + below;
        if (QFileInfo(path).isDir())
            found += path;
    }
    return found;
}

// A folder of shims costs a shell for each question and answers for one version only; what they lead to lies beside it.
QStringList behindShims(const QString &shims)
{
    const QString root = QFileInfo(shims).path();
    return expanded(root + QStringLiteral("/versions"), QStringLiteral("3.*"), QStringLiteral("/bin"))
           + expanded(root + QStringLiteral("/installs/python"), QStringLiteral("3.*"), QStringLiteral("/bin"));
}

QStringList withoutShims(const QStringList &path)
{
    QStringList folders;
    for (const QString &folder : path) {
        const QStringList behind = QDir(folder).dirName() == u"shims" ? behindShims(folder) : QStringList();
        folders += behind.isEmpty() ? QStringList{folder} : behind;
    }
    return folders;
}

QStringList managedVersions(const QString &home)
{
    const QString bin = QStringLiteral("/bin"), any = QStringLiteral("3.*");
    QStringList folders;
    for (const char *root : {"/opt/homebrew", "/usr/local", "/home/linuxbrew/.linuxbrew"})
        folders += expanded(QString::fromLatin1(root) + QStringLiteral("/opt"), QStringLiteral("python@3.*"), bin);
    folders += expanded(QStringLiteral("/Library/Frameworks/Python.framework/Versions"), any, bin);
    folders += expanded(home + QStringLiteral("/.pyenv/versions"), any, bin);
    folders += expanded(home + QStringLiteral("/.asdf/installs/python"), any, bin);
    folders += expanded(home + QStringLiteral("/.local/share/mise/installs/python"), any, bin);
    folders += expanded(home + QStringLiteral("/.local/share/uv/python"), QStringLiteral("cpython-3.*"), bin);
    return folders;
}

int minorIn(const QString &name)
{
    const auto version = PythonVersion::find(name);
    return version ? version->minor : -1; // "python3" comes last: it is one of the others as a rule
}

QStringList programsIn(const QString &folder)
{
    static const QRegularExpression rule(QStringLiteral("\\Apython3(?:\\.\\d{1,2})?\\z"));
    QStringList names = QDir(folder).entryList({QStringLiteral("python3*")}, QDir::Files);
    names.removeIf([](const QString &name) { return !rule.match(name).hasMatch(); });
    std::sort(names.begin(), names.end(), [](const QString &a, const QString &b) { return minorIn(a) > minorIn(b); });
    for (QString &name : names)
        name.prepend(folder + u'/');
    return names;
}

bool isPassedOver(const QString &canonical)
{
#ifdef Q_OS_MACOS
    // Apple's /usr/bin/python3 opens a dialog where the developer tools are missing; the real one lies in their folder.
    if (canonical == u"/usr/bin")
        return true;
#endif
    static const QStringList usual{QStringLiteral("/usr/bin"), QStringLiteral("/usr/local/bin"), QStringLiteral("/bin")};
    return canonical.isEmpty() || (canonical == QDir::current().canonicalPath() && !usual.contains(canonical));
}
} // namespace

PythonPlaces PythonPlaces::standard(const QStringList &path, const QString &home)
{
    PythonPlaces places{withoutShims(path)};
    places.folders += {QStringLiteral("/usr/bin"), QStringLiteral("/usr/local/bin"), QStringLiteral("/opt/homebrew/bin"),
                       QStringLiteral("/Library/Developer/CommandLineTools/usr/bin")};
    places.folders += home + QStringLiteral("/.local/bin");
    places.folders += managedVersions(home);
    return places;
}

PythonPlaces PythonPlaces::ofThisMachine()
{
    PythonPlaces places = standard(qEnvironmentVariable("PATH").split(u':', Qt::SkipEmptyParts), QDir::homePath());
    places.folders +=
        expanded(qEnvironmentVariable("PYENV_ROOT") + QStringLiteral("/versions"), QStringLiteral("3.*"), QStringLiteral("/bin"));
    places.folders += expanded(qEnvironmentVariable("UV_PYTHON_INSTALL_DIR"), QStringLiteral("cpython-3.*"), QStringLiteral("/bin"));
    return places;
}

QStringList PythonPlaces::candidates() const
{
    QStringList programs, files;
    for (const QString &folder : folders) {
        const QString canonical = QDir::isAbsolutePath(folder) ? QDir(folder).canonicalPath() : QString();
        if (isPassedOver(canonical))
            continue;
        for (const QString &program : programsIn(folder)) {
            const QString file = QFileInfo(program).canonicalFilePath();
            if (file.isEmpty() || files.contains(file))
                continue;
            files += file;
            programs += program;
        }
    }
    return programs;
}

} // namespace windsock
