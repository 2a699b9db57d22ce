// SPDX-License-Identifier: Apache-2.0
#include "ui/cluster/WorkspaceFacts.h"

#include "ui/cluster/ClusterWords.h"

#include <QCoreApplication>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("WorkspaceFacts", text);
}

// What the files ask for and only a cluster has.
QList<Fact> clusterFacts(const Workspace &workspace)
{
    QString image = workspace.image().text();
    if (workspace.build())
        image += QStringLiteral(" · ") + tr("built from %1").arg(workspace.folder().relativeFilePath(workspace.build()->dockerfile));
    return {{tr("Image"), image},
            {tr("Chart"), workspace.chart().name + u' ' + workspace.chart().version},
            {tr("Executor"), workspace.executor()}};
}
} // namespace

Fact modeFact(Mode mode)
{
    return {tr("Mode"), modeTitle(mode)};
}

QList<Fact> workspaceFacts(const Workspace &workspace)
{
    QStringList mounts, files;
    for (const Mount &mount : workspace.mounts())
        mounts += mount.hostPath.isEmpty() ? mount.nodePath : mount.hostPath;
    for (const ValuesFile &file : workspace.values())
        files += file.name;
    const bool isCluster = hasCluster(workspace.mode());
    QList<Fact> facts{{isCluster ? tr("Cluster") : tr("Name"), workspace.clusterName()}, {tr("Airflow"), workspace.airflowVersion()}};
    if (isCluster)
        facts += clusterFacts(workspace);
    facts += QList<Fact>{{tr("Web port"), QString::number(workspace.webPort())},
                         {tr("Values"), files.join(QStringLiteral(", "))},
                         {tr("Mounts"), mounts.join(QStringLiteral(", "))}};
    facts.removeIf([](const Fact &fact) { return fact.value.trimmed().isEmpty(); });
    return facts;
}

} // namespace windsock
