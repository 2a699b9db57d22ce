// SPDX-License-Identifier: Apache-2.0
#include "core/workspace/WorkspaceTemplates.h"

#include "core/workspace/AirflowValues.h"
#include "core/workspace/Names.h"
#include "core/workspace/Ports.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QRegularExpression>
#include <QSet>

#include <sys/stat.h>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("WorkspaceTemplates", text);
}

using Files = QMap<QString, QByteArray>; // relative path → content

using Words = QList<std::pair<QByteArray, QString>>;

Words wordsFor(const QString &folder, ChartFlavor flavor, const WorkspaceOptions &options)
{
    const bool official = flavor == ChartFlavor::Official;
    QString title = QDir(folder).dirName();
    title.removeIf([](QChar letter) { return !letter.isPrint() || QStringLiteral("`<>[]@").contains(letter); });
    return {{"@TITLE@", title},
            {"@CLUSTER_NAME@", options.clusterName},
            {"@NODE_IMAGE@", options.nodeImage},
            {"@WEB_PORT@", QString::number(options.webPort)},
            {"@AIRFLOW_VERSION@", official ? QStringLiteral("3.2.2") : QStringLiteral("2.10.5")},
            {"@CHART_REPO@", QString::fromLatin1(official ? officialRepo : communityRepo)},
            {"@CHART_VERSION@", QString::fromLatin1(official ? officialVersion : communityVersion)}};
}

// Skeleton files that begin with a dot are kept as dot_name: they would act on this repository otherwise.
QString realName(QString path)
{
    return path.replace(QStringLiteral("dot_"), QStringLiteral("."));
}

void addFiles(const QString &root, const Words &words, Files &files)
{
    QDirIterator all(root, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        if (!file.open(QIODevice::ReadOnly))
            continue; // compiled in: cannot fail
        QByteArray bytes = file.readAll();
        for (const auto &[mark, word] : words)
            bytes.replace(mark, word.toUtf8());
        files.insert(realName(QDir(root).relativeFilePath(file.fileName())), bytes);
    }
}

std::optional<Error> optionProblem(const WorkspaceOptions &options)
{
    if (const auto problem = clusterNameProblem(options.clusterName))
        return problem;
    if (const auto problem = imageNameProblem(options.nodeImage))
        return problem;
    if (!isPort(options.webPort))
        return Error::badInput(tr("%1 is no port").arg(options.webPort), {}, tr("Use a number from 1 to 65535"));
    return {};
}

// What stands where a file or its folder is to be made. A folder of the right name is no obstacle.
QStringList obstacles(const QDir &folder, const Files &files)
{
    QStringList found;
    for (auto file = files.keyBegin(); file != files.keyEnd(); ++file) {
        const QFileInfo target(folder.filePath(*file));
        if (target.exists() || target.isSymLink())
            found += *file;
        const QFileInfo parent(target.path());
        if (parent.exists() && !parent.isDir())
            found += folder.relativeFilePath(parent.filePath());
    }
    found.removeDuplicates();
    return found;
}

// Remembers what it made, and takes it back unless told to keep it.
class Construction
{
public:
    ~Construction()
    {
        if (m_kept)
            return;
        for (auto file = m_files.crbegin(); file != m_files.crend(); ++file)
            QFile::remove(*file);
        for (auto folder = m_folders.crbegin(); folder != m_folders.crend(); ++folder)
            QDir().rmdir(*folder); // refuses what somebody else has put something into
    }
    void keep() { m_kept = true; }

    bool makeFolder(const QString &path)
    {
        if (QFileInfo(path).isDir())
            return true;
        const QString parent = QFileInfo(path).path();
        if ((parent != path && !makeFolder(parent)) || !QDir().mkdir(path))
            return false;
        m_folders += path;
        return true;
    }
    bool made(const QString &folder) const { return m_folders.contains(folder); }

    // NewOnly: a file that appeared since the check is not overwritten either.
    QString writeFile(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
            return file.errorString();
        m_files += path;
        return file.write(bytes) == bytes.size() && file.flush() ? QString() : file.errorString();
    }

private:
    QStringList m_files, m_folders;
    bool m_kept = false;
};

Error notMade(const QString &path, const QString &why)
{
    Error error = Error::badInput(tr("The workspace cannot be made here"), {path}, tr("Choose a folder that you may write to"));
    error.why = why;
    return error;
}

Error inTheWay(const QDir &folder, const QStringList &found)
{
    return {.code = Error::Code::Conflict,
            .what = tr("The folder already has files that a new workspace would overwrite"),
            .why = found.join(QStringLiteral(", ")),
            .todo = tr("Choose an empty folder, or move these files away"),
            .place = {folder.path()}};
}

// As much of it as a cluster's name may have; perhaps nothing.
QString legalName(const QString &text)
{
    static const QRegularExpression others(QStringLiteral("[^a-z0-9]+")), ends(QStringLiteral("^-+|-+$"));
    return text.toLower().replace(others, QStringLiteral("-")).left(longestClusterName).remove(ends);
}

QString freeName(const QSet<QString> &taken, const QString &folder)
{
    const QString usual = WorkspaceOptions().clusterName;
    if (!taken.contains(usual))
        return usual;
    const QString legal = legalName(QDir(QDir::cleanPath(folder)).dirName());
    const QString stem = legal.isEmpty() ? usual : legal;
    QString name = stem;
    for (int next = 2; taken.contains(name); ++next) {
        const QString end = QStringLiteral("-%1").arg(next);
        name = stem.left(longestClusterName - end.size()) + end;
    }
    return name;
}

int freePort(const QSet<int> &taken)
{
    int port = WorkspaceOptions().webPort;
    while (taken.contains(port) && isPort(port + 1))
        ++port;
    return port;
}
} // namespace

QList<WorkspaceUse> workspaceUses(const QStringList &folders)
{
    QList<WorkspaceUse> uses;
    for (const QString &folder : folders) {
        if (const Result<Workspace> workspace = Workspace::open(folder))
            uses += WorkspaceUse{folder, workspace->clusterName(), workspace->webPort()};
    }
    return uses;
}

WorkspaceOptions optionsBeside(const QList<WorkspaceUse> &others, const QString &folder)
{
    QSet<QString> names;
    QSet<int> ports;
    for (const WorkspaceUse &other : others) {
        names += other.clusterName;
        ports += other.webPort;
    }
    WorkspaceOptions options;
    options.clusterName = freeName(names, folder);
    options.webPort = freePort(ports);
    return options;
}

Result<QStringList> createWorkspace(const QString &folder, ChartFlavor flavor, const WorkspaceOptions &options)
{
    if (const auto problem = optionProblem(options))
        return *problem;
    const QDir target(QDir::cleanPath(QFileInfo(folder).absoluteFilePath()));
    if (QFileInfo(target.path()).exists() && !QFileInfo(target.path()).isDir())
        return Error::badInput(tr("This is a file, not a folder"), {target.path()}, tr("Name a new or empty folder"));
    const Words words = wordsFor(target.path(), flavor, options);
    Files files;
    addFiles(QStringLiteral(":/templates/common"), words, files);
    addFiles(flavor == ChartFlavor::Official ? QStringLiteral(":/templates/official") : QStringLiteral(":/templates/community"), words,
             files);
    const QStringList found = obstacles(target, files);
    if (!found.isEmpty())
        return inTheWay(target, found);

    Construction construction;
    if (!construction.makeFolder(target.path()))
        return notMade(target.path(), tr("The folder cannot be made"));
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        const QString path = target.filePath(file.key());
        const QString parent = QFileInfo(path).path();
        if (!construction.makeFolder(parent))
            return notMade(parent, tr("The folder cannot be made"));
        const QString problem = construction.writeFile(path, *file);
        if (!problem.isEmpty())
            return notMade(path, problem);
    }
    const QString logs = target.filePath(QStringLiteral("logs"));
    // A mode that Qt has no words for: the sticky bit.
    if (construction.made(logs) && ::chmod(QFile::encodeName(logs).constData(), 01777) != 0)
        return notMade(logs, tr("Its permissions cannot be set"));
    construction.keep();
    return QStringList(files.keyBegin(), files.keyEnd());
}

} // namespace windsock
