// SPDX-License-Identifier: Apache-2.0
#include "core/workspace/PipInstalls.h"

#include "core/base/FileText.h"
#include "core/workspace/HelmValues.h"
#include "core/workspace/ImageRecipe.h"
#include "core/workspace/PodEnvironment.h"
#include "core/workspace/RequirementsReader.h"
#include "core/workspace/WorkspaceFolders.h"
#include "core/yaml/YamlTree.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("PipInstalls", text);
}

constexpr int mostPackages = 2000; // of one list

class Gathering
{
public:
    explicit Gathering(const Workspace &workspace) : m_workspace(workspace) {}

    PipInstalls installs()
    {
        if (m_workspace.build())
            fromDockerfile(*m_workspace.build());
        else
            withoutDockerfile();
        fromChart();
        fromStartScript();
        return m_found;
    }

private:
    // As messages name it: relative where it lies in the workspace.
    QString shown(const QString &path) const
    {
        const QString relative = m_workspace.folder().relativeFilePath(path);
        return relative.startsWith(u"../") ? path : relative;
    }

    void fromDockerfile(const ImageBuild &build)
    {
        const Result<QByteArray> bytes = readFile(build.dockerfile);
        if (!bytes) {
            leaveOut("image.dockerfile", shown(build.dockerfile), tr("It cannot be read, so its packages are not installed"),
                     {shown(build.dockerfile)});
            return;
        }
        const ImageStage stage = readImageRecipe(*bytes, shown(build.dockerfile), build.context);
        m_found.image = stage.packages;
        m_found.environment = stage.environment;
        m_found.leftOut = stage.leftOut;
        noteFiles(stage.files);
        noteBase(stage.base, stage.basePlace);
    }

    // What the image holds beside packages. Where a mount lies over it, the pods do not see it either.
    void noteFiles(const ImageFiles &files)
    {
        const WorkspaceFolders folders = WorkspaceFolders::of(m_workspace);
        for (const ImageFiles::Copy &copy : files.unused()) {
            const bool isHidden = folders.onHost(copy.target) || folders.onHost(copy.target + u'/' + copy.source.section(u'/', -1));
            if (!isHidden)
                leaveOut("image.file", QStringLiteral("COPY ") + copy.source,
                         tr("It is a part of the image only: here nothing is at %1").arg(copy.target), copy.place);
        }
    }

    // The image is used as it is: what else is in it shows nowhere, but a requirements.txt says what the DAGs need.
    void withoutDockerfile()
    {
        const QString name = QStringLiteral("requirements.txt"), folder = m_workspace.folder().path();
        const bool official = m_workspace.chart().flavor == ChartFlavor::Official;
        noteBase(m_workspace.image().text(), keyPlace(m_workspace.values(), official ? YamlPath{"defaultAirflowRepository"}
                                                                                     : YamlPath{"airflow", "image", "repository"}));
        if (!QFileInfo::exists(folder + u'/' + name))
            return;
        ImageFiles files(folder);
        files.copy({QStringLiteral(".")}, QStringLiteral("/"), QStringLiteral("/"));
        const ShellVariables none;
        RequirementsReader reader(files, none, m_found.image, m_found.leftOut);
        reader.take({PipPart::Kind::Include, u'/' + name}, QStringLiteral("/"), {name});
    }

    // Only the official image is known to hold Airflow and what the environment brings anyway.
    void noteBase(const QString &image, const SourcePlace &place)
    {
        if (!image.contains(QStringLiteral("apache/airflow:")) && !image.endsWith(QStringLiteral("apache/airflow")))
            leaveOut("image.base", image, tr("Packages that this image brings itself are not known, so they are not installed"), place);
    }

    void fromChart()
    {
        if (m_workspace.chart().flavor == ChartFlavor::Official)
            return;
        const bool hasWorkers = helmTruth(m_workspace.mergedValues(), {"workers", "enabled"}, true);
        QList<YamlPath> parts{{"airflow"}, {"airflow", "kubernetesPodTemplate"}, {"scheduler"}, {"web"}, {"triggerer"}};
        if (hasWorkers)
            parts += YamlPath{"workers"};
        for (const YamlPath &part : parts)
            fromList(part + YamlPath{"extraPipPackages"});
    }

    void fromList(const YamlPath &path)
    {
        for (int i = 0; i < qMin(mostPackages, m_workspace.mergedValues().count(path)); ++i) {
            const YamlPath at = path + YamlPath{QString::number(i)};
            const auto node = m_workspace.mergedValues().at(at);
            if (node && node->IsScalar())
                take(yaml::scalar(*node), keyPlace(m_workspace.values(), at));
        }
    }

    // The official image's start script installs these with pip before it starts Airflow.
    void fromStartScript()
    {
        for (const PodVariable &variable : PodEnvironment::of(m_workspace).variables) {
            if (variable.name != u"_PIP_ADDITIONAL_REQUIREMENTS" || !variable.isKnown)
                continue;
            for (const ShellWord &word : shellWords(variable.value, {}))
                take(word.text, variable.place);
        }
    }

    // A line of the chart's requirement file. Several parts of Airflow name the same ones.
    void take(const QString &text, const SourcePlace &place)
    {
        const ImageFiles none;
        const ShellVariables variables;
        QList<PipLine> lines;
        RequirementsReader reader(none, variables, lines, m_found.leftOut);
        for (const RequirementsLine &line : parseRequirements(text, variables))
            reader.take(line.part, QStringLiteral("/"), place);
        for (const PipLine &line : std::as_const(lines)) {
            const auto isSame = [&line](const PipLine &known) { return known.text == line.text; };
            if (std::none_of(m_found.added.cbegin(), m_found.added.cend(), isSame))
                m_found.added += line;
        }
    }

    void leaveOut(const char *id, const QString &key, const QString &meaning, const SourcePlace &place)
    {
        m_found.leftOut += LeftOut{QString::fromLatin1(id), LeftOut::Weight::Lost, key, meaning, place};
    }

    const Workspace &m_workspace;
    PipInstalls m_found;
};
} // namespace

PipInstalls PipInstalls::of(const Workspace &workspace)
{
    return Gathering(workspace).installs();
}

} // namespace windsock
