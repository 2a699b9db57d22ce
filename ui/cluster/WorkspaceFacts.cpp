// SPDX-License-Identifier: Apache-2.0
#include "ui/cluster/WorkspaceFacts.h"

#include <QCoreApplication>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("WorkspaceFacts", text);
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
    const QString built =
        workspace.build() ? tr("built from %1").arg(workspace.folder().relativeFilePath(workspace.build()->dockerfile)) : QString();
    QList<Fact> facts{
        {tr("Cluster"), workspace.clusterName()},
        {tr("Airflow"), workspace.airflowVersion()},
        {tr("Image"), QStringList{workspace.image().text(), built}.join(QStringLiteral(" · "))},
        {tr("Chart"), workspace.chart().name + u' ' + workspace.chart().version},
        {tr("Executor"), workspace.executor()},
        {tr("Web port"), QString::number(workspace.webPort())},
        {tr("Values"), files.join(QStringLiteral(", "))},
        {tr("Mounts"), mounts.join(QStringLiteral(", "))},
    };
    if (built.isEmpty())
        facts[2].value = workspace.image().text();
    facts.removeIf([](const Fact &fact) { return fact.value.trimmed().isEmpty(); });
    return facts;
}

} // namespace windsock
