// SPDX-License-Identifier: Apache-2.0
#include "core/workspace/WorkspaceReader.h"

#include "core/base/FileText.h"
#include "core/workspace/AirflowValues.h"
#include "core/workspace/Dockerfile.h"
#include "core/workspace/HelmValues.h"
#include "core/workspace/KindConfig.h"
#include "core/workspace/Names.h"
#include "core/yaml/YamlTree.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("WorkspaceReader", text);
}
const QString &kindFileName()
{
    static const QString name = QStringLiteral("kind-cluster.yaml");
    return name;
}
const QString &valuesFileName()
{
    static const QString name = QStringLiteral("local.values.yaml");
    return name;
}

// A file that windsock.yaml names and that cannot be read: the place to mend is there.
Error named(Error error, const NamedPath &written)
{
    if (!written.place.isKnown())
        return error;
    error.code = Error::Code::BadInput;
    error.why = error.why.isEmpty() ? error.what : error.what + QStringLiteral(": ") + error.why;
    error.what = tr("The file \"%1\" cannot be used").arg(written.path);
    error.place = written.place;
    error.todo = error.todo.isEmpty() ? tr("Correct the path, or make the file; paths begin at the workspace folder") : error.todo;
    return error;
}

Result<YamlDocument> loadNamed(const QString &path, const NamedPath &written)
{
    const Result<QByteArray> bytes = readFile(path);
    if (bytes)
        return YamlDocument::parse(*bytes, written.path);
    Error error = bytes.error();
    error.place.file = written.path;
    return named(error, written);
}
} // namespace

WorkspaceReader::WorkspaceReader(const QString &folder)
{
    m_workspace.m_folder = QDir(folder.isEmpty() ? QStringLiteral(".") : folder);
}

bool WorkspaceReader::isPresent(const QString &name) const
{
    const QFileInfo info(m_workspace.m_folder.filePath(name));
    return info.exists() || info.isSymLink();
}

QString WorkspaceReader::absolute(const QString &path) const
{
    return QDir::cleanPath(m_workspace.m_folder.absoluteFilePath(path));
}

Result<Workspace> WorkspaceReader::read()
{
    QDir &folder = m_workspace.m_folder;
    const QFileInfo info(folder.path());
    if (!info.exists())
        return Error{.code = Error::Code::NotFound,
                     .what = tr("There is no such folder"),
                     .todo = tr("Open another folder, or make a workspace with `windsock init`"),
                     .place = {folder.path()}};
    if (!info.isDir())
        return Error::badInput(tr("This is a file, not a folder"), {folder.path()}, tr("Name the folder that holds it"));
    if (!info.isReadable() || !info.isExecutable())
        return Error::badInput(tr("The folder cannot be read"), {folder.path()}, tr("Give yourself the right to read it"));
    folder.setPath(info.canonicalFilePath());
    if (!isPresent(workspaceFileName) && !isPresent(kindFileName()) && !isPresent(valuesFileName()))
        return Error{.code = Error::Code::NotFound,
                     .what = tr("This folder is no workspace"),
                     .why = tr("It holds neither windsock.yaml nor kind-cluster.yaml nor local.values.yaml"),
                     .todo = tr("Open another folder, or make a workspace in this one with `windsock init`"),
                     .place = {folder.path()}};
    using Part = Result<> (WorkspaceReader::*)();
    constexpr Part parts[] = {&WorkspaceReader::readWorkspaceFile, &WorkspaceReader::readKindConfig, &WorkspaceReader::readValues,
                              &WorkspaceReader::readChart,         &WorkspaceReader::readBuild,      &WorkspaceReader::checkRest};
    for (const Part part : parts) {
        const Result<> done = (this->*part)();
        if (!done)
            return done.error();
    }
    return m_workspace;
}

Result<> WorkspaceReader::readWorkspaceFile()
{
    if (isPresent(workspaceFileName)) {
        const Result<YamlDocument> document = YamlDocument::load(absolute(workspaceFileName), workspaceFileName);
        if (!document)
            return document.error();
        const Result<WorkspaceFile> file = WorkspaceFile::read(*document);
        if (!file)
            return file.error();
        m_file = *file;
    }
    m_workspace.m_clusterName = m_file.clusterName;
    m_workspace.m_nodeImage = m_file.nodeImage;
    m_workspace.m_release = m_file.release;
    m_workspace.m_namespace = m_file.nameSpace;
    m_workspace.m_webPort = m_file.webPort;
    m_workspace.m_fastBoot = m_file.fastBoot;
    m_workspace.m_mode = m_file.mode;
    m_workspace.m_warnings = m_file.warnings;
    return {};
}

Result<> WorkspaceReader::readKindConfig()
{
    if (!m_file.kindConfig && !isPresent(kindFileName()))
        return {};
    const NamedPath written = m_file.kindConfig.value_or(NamedPath{kindFileName(), {}});
    m_workspace.m_kindConfigPath = absolute(written.path);
    const Result<YamlDocument> document = loadNamed(m_workspace.m_kindConfigPath, written);
    if (!document)
        return document.error();
    const Result<KindConfig> config = KindConfig::read(*document, m_workspace.m_folder);
    if (!config)
        return config.error();
    m_workspace.m_kindConfig = *document;
    m_workspace.m_warnings += config->warnings;
    return {};
}

Result<> WorkspaceReader::readValues()
{
    QList<NamedPath> files = m_file.values.value_or(QList<NamedPath>{});
    if (!m_file.values && isPresent(valuesFileName()))
        files += NamedPath{valuesFileName(), {}};
    if (!m_file.values && files.isEmpty())
        m_workspace.m_warnings += Error::badInput(tr("There is no local.values.yaml: Airflow gets the chart's defaults"), {});
    for (const NamedPath &file : files) {
        const QString path = absolute(file.path);
        const Result<YamlDocument> document = loadNamed(path, file);
        if (!document)
            return document.error();
        if (!yaml::isNull(document->root()) && !document->root().IsMap())
            return Error::badInput(tr("A values file must be a map of keys"), document->place({}), tr("It holds lines like `key: value`"));
        m_workspace.m_values += ValuesFile{path, file.path, *document};
    }
    m_workspace.m_merged = mergeValues(m_workspace.m_values);
    return {};
}

Result<> WorkspaceReader::chartPath(const NamedPath &written)
{
    const QString path = absolute(written.path);
    const QFileInfo info(path);
    const bool usable = info.isDir() ? QFileInfo::exists(path + QStringLiteral("/Chart.yaml")) : info.isFile();
    if (!usable)
        return Error::badInput(tr("There is no chart at \"%1\"").arg(written.path), written.place,
                               tr("Name a chart's folder or its .tgz archive"));
    m_workspace.m_chart.name = path;
    return {};
}

Result<> WorkspaceReader::readChart()
{
    ChartRef &chart = m_workspace.m_chart;
    const QString repo = m_file.chartRepo.value_or(QString());
    const QString version = m_file.chartVersion.value_or(QString());
    const bool isSilent = repo.isEmpty() && version.isEmpty();
    chart.flavor = chartFlavor(repo, version, m_workspace.m_merged);
    if (chart.flavor == ChartFlavor::Unknown && isSilent)
        chart.flavor = ChartFlavor::Community; // the values say nothing either
    const NamedPath name = m_file.chartName.value_or(NamedPath{QStringLiteral("airflow"), {}});
    if (name.path.startsWith(u'.') || name.path.startsWith(u'/')) {
        chart.version = version;
        return chartPath(name);
    }
    const bool official = chart.flavor == ChartFlavor::Official;
    chart.name = name.path;
    chart.repo = repo.isEmpty() ? QString::fromLatin1(official ? officialRepo : communityRepo) : repo;
    chart.version = version.isEmpty() ? QString::fromLatin1(official ? officialVersion : communityVersion) : version;
    return {};
}

Result<> WorkspaceReader::readBuild()
{
    const QString standard = QStringLiteral("Dockerfile");
    if (!m_file.dockerfile && !isPresent(standard))
        return {};
    const NamedPath written = m_file.dockerfile.value_or(NamedPath{standard, {}});
    if (written.path.isEmpty())
        return {}; // switched off on purpose
    const ImageBuild build{absolute(written.path), absolute(m_file.context ? m_file.context->path : QStringLiteral("."))};
    const Result<QByteArray> bytes = readFile(build.dockerfile);
    if (!bytes) {
        Error error = bytes.error();
        error.place.file = written.path;
        return named(error, written);
    }
    const Result<Dockerfile> dockerfile = Dockerfile::parse(*bytes, written.path);
    if (!dockerfile)
        return dockerfile.error();
    if (!QFileInfo(build.context).isDir())
        return Error::badInput(tr("The build context \"%1\" is no folder").arg(m_file.context->path), m_file.context->place,
                               tr("Name the folder that COPY lines of the Dockerfile begin at"));
    m_workspace.m_build = build;
    m_workspace.m_baseVersion = dockerfile->airflowVersion;
    return {};
}

Result<> WorkspaceReader::checkRest()
{
    if (m_workspace.m_chart.flavor != ChartFlavor::Community)
        return {};
    if (const auto problem = releaseNameProblem(m_workspace.m_release, longestCommunityReleaseName, m_file.releasePlace))
        return *problem;
    return {};
}

} // namespace windsock
