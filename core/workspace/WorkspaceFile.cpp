// SPDX-License-Identifier: Apache-2.0
#include "core/workspace/WorkspaceFile.h"

#include "core/workspace/DidYouMean.h"
#include "core/workspace/Names.h"
#include "core/workspace/Ports.h"
#include "core/yaml/YamlTree.h"

#include <QCoreApplication>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("WorkspaceFile", text);
}

struct Section
{
    QString name; // empty: the top level
    QStringList keys;
};
const QList<Section> &sections()
{
    static const QList<Section> all{
        {{}, {"cluster", "chart", "release", "values", "image", "web", "fastBoot", "mode"}},
        {"cluster", {"name", "nodeImage", "config"}},
        {"chart", {"repo", "name", "version"}},
        {"release", {"name", "namespace"}},
        {"image", {"dockerfile", "context"}},
        {"web", {"port"}},
    };
    return all;
}

// Reads one document; keeps the first error and goes on, so that each reading line below stays one line.
class Reading
{
public:
    explicit Reading(const YamlDocument &document) : m_document(document) {}

    const std::optional<Error> &error() const { return m_error; }
    void fail(const std::optional<Error> &error)
    {
        if (error && !m_error)
            m_error = error;
    }

    std::optional<YAML::Node> value(const YamlPath &path) const
    {
        const auto node = m_document.at(path);
        return node && !yaml::isNull(*node) ? node : std::nullopt;
    }
    SourcePlace place(const YamlPath &path) const { return m_document.place(path); }

    std::optional<QString> text(const YamlPath &path)
    {
        const auto node = value(path);
        if (!node)
            return {};
        if (!node->IsScalar())
            wrongKind(path, tr("text"));
        return yaml::scalar(*node);
    }
    std::optional<NamedPath> namedPath(const YamlPath &path)
    {
        const auto written = text(path);
        if (written && written->size() > longestPath)
            fail(Error::badInput(tr("The path in %1 has %2 characters").arg(path.join(u'.')).arg(written->size()), place(path)));
        return written ? std::optional(NamedPath{*written, place(path)}) : std::nullopt;
    }
    void wrongKind(const YamlPath &path, const QString &wanted)
    {
        fail(Error::badInput(tr("%1 must be %2").arg(path.join(u'.'), wanted), place(path)));
    }

private:
    static constexpr int longestPath = 4096; // PATH_MAX on Linux
    const YamlDocument &m_document;
    std::optional<Error> m_error;
};

Error unknownKey(const YamlDocument &document, const YamlPath &path, const QStringList &siblings)
{
    Error warning = Error::badInput(tr("The key %1 is unknown and has no effect").arg(path.join(u'.')), document.keyPlace(path));
    const QString near = nearestWord(path.last(), siblings);
    if (!near.isEmpty()) {
        warning.todo = tr("Did you mean \"%1\"?").arg(near);
        return warning;
    }
    for (const Section &section : sections()) {
        if (!section.name.isEmpty() && section.keys.contains(path.last(), Qt::CaseInsensitive)) {
            warning.todo = tr("Did you mean %1.%2?").arg(section.name, path.last());
            return warning;
        }
    }
    warning.todo = tr("Known here are: %1").arg(siblings.join(QStringLiteral(", ")));
    return warning;
}

void checkShape(const YamlDocument &document, Reading &reading, QList<Error> &warnings)
{
    constexpr int mostWarnings = 100;
    for (const Section &section : sections()) {
        const YamlPath path = section.name.isEmpty() ? YamlPath{} : YamlPath{section.name};
        const auto node = reading.value(path);
        if (!node)
            continue;
        if (!node->IsMap()) {
            const QString keys = section.keys.join(QStringLiteral(", "));
            reading.fail(
                path.isEmpty()
                    ? Error::badInput(tr("The file must be a map of keys"), document.place(path), tr("Known keys are: %1").arg(keys))
                    : Error::badInput(tr("%1 must be a map with the keys %2").arg(section.name, keys), document.place(path)));
            continue;
        }
        for (const QString &key : document.keys(path)) {
            if (!section.keys.contains(key) && warnings.size() < mostWarnings)
                warnings += unknownKey(document, path + YamlPath{key}, section.keys);
        }
    }
}

void readCluster(Reading &reading, WorkspaceFile &file)
{
    if (const auto name = reading.text({"cluster", "name"})) {
        file.clusterName = *name;
        reading.fail(clusterNameProblem(*name, reading.place({"cluster", "name"})));
    }
    if (const auto image = reading.text({"cluster", "nodeImage"})) {
        file.nodeImage = *image;
        reading.fail(imageNameProblem(*image, reading.place({"cluster", "nodeImage"})));
    }
    file.kindConfig = reading.namedPath({"cluster", "config"});
}

bool isPath(const QString &chart)
{
    return chart.startsWith(u"./") || chart.startsWith(u"../") || chart.startsWith(u'/');
}

void readChart(Reading &reading, WorkspaceFile &file)
{
    file.chartRepo = reading.text({"chart", "repo"});
    file.chartVersion = reading.text({"chart", "version"});
    file.chartName = reading.namedPath({"chart", "name"});
    if (file.chartRepo)
        reading.fail(chartRepoProblem(*file.chartRepo, reading.place({"chart", "repo"})));
    if (file.chartVersion)
        reading.fail(chartVersionProblem(*file.chartVersion, reading.place({"chart", "version"})));
    if (file.chartName && !isPath(file.chartName->path))
        reading.fail(chartNameProblem(file.chartName->path, file.chartName->place));
    if (const auto release = reading.text({"release", "name"})) {
        file.release = *release;
        file.releasePlace = reading.place({"release", "name"});
        reading.fail(releaseNameProblem(*release, longestReleaseName, file.releasePlace));
    }
    if (const auto space = reading.text({"release", "namespace"})) {
        file.nameSpace = *space;
        reading.fail(namespaceProblem(*space, reading.place({"release", "namespace"})));
    }
}

std::optional<Error> valuesPathProblem(const NamedPath &file)
{
    if (file.path.trimmed().isEmpty())
        return Error::badInput(tr("The name of a values file is empty"), file.place);
    if (file.path == u"-" || file.path.contains(u"://"))
        return Error::badInput(tr("\"%1\" is no file").arg(file.path.left(60)), file.place,
                               tr("Name files of this folder: everybody who opens it must get the same values"));
    return {};
}

void readValues(Reading &reading, WorkspaceFile &file)
{
    constexpr int mostFiles = 50;
    const auto list = reading.value({"values"});
    if (!list)
        return;
    if (!list->IsSequence() || list->size() > mostFiles)
        return reading.wrongKind({"values"}, tr("a list of file names, each in a line of its own after \"- \""));
    QList<NamedPath> files;
    for (int i = 0; i < static_cast<int>(list->size()); ++i) {
        const auto named = reading.namedPath({"values", QString::number(i)});
        if (!named)
            return reading.wrongKind({"values", QString::number(i)}, tr("a file name"));
        reading.fail(valuesPathProblem(*named));
        files += *named;
    }
    file.values = files;
}

void readRest(Reading &reading, WorkspaceFile &file)
{
    file.dockerfile = reading.namedPath({"image", "dockerfile"});
    file.context = reading.namedPath({"image", "context"});
    if (const auto port = reading.value({"web", "port"})) {
        file.webPort = yaml::integer(*port).value_or(0);
        if (!isPort(file.webPort))
            reading.fail(Error::badInput(tr("%1 is no port").arg(port->IsScalar() ? yaml::scalar(*port).left(60) : tr("This")),
                                         reading.place({"web", "port"}),
                                         tr("Write a number from 1 to 65535, without quotes; ports below 1024 may need special rights")));
    }
    if (const auto fast = reading.value({"fastBoot"})) {
        const auto flag = yaml::boolean(*fast);
        file.fastBoot = flag.value_or(true);
        if (!flag)
            reading.wrongKind({"fastBoot"}, tr("true or false, without quotes"));
    }
    if (const auto name = reading.text({"mode"})) {
        const auto mode = modeFromName(*name);
        file.mode = mode.value_or(Mode::Kind);
        QStringList names;
        for (const Mode known : allModes())
            names += modeName(known);
        const QString near = nearestWord(*name, names);
        if (!mode)
            reading.fail(Error::badInput(tr("%1 must be %2").arg(QStringLiteral("mode"), tr("one of: kind, standalone, auto")),
                                         reading.place({"mode"}), near.isEmpty() ? QString() : tr("Did you mean \"%1\"?").arg(near)));
    }
}
} // namespace

Result<WorkspaceFile> WorkspaceFile::read(const YamlDocument &document)
{
    WorkspaceFile file;
    Reading reading(document);
    checkShape(document, reading, file.warnings);
    if (reading.error())
        return *reading.error();
    readCluster(reading, file);
    readChart(reading, file);
    readValues(reading, file);
    readRest(reading, file);
    if (reading.error())
        return *reading.error();
    return file;
}

} // namespace windsock
