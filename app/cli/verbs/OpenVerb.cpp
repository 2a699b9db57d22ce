// SPDX-License-Identifier: Apache-2.0
// open: reads a workspace, says what it is, and makes it the one that the window shows next.
#include "app/cli/verbs/Verbs.h"
#include "core/workspace/RecentWorkspaces.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("Verb", text);
}

QJsonObject workspaceJson(const Workspace &workspace)
{
    QJsonArray mounts;
    for (const Mount &mount : workspace.mounts())
        mounts += QJsonObject{{"host", mount.hostAbsolute}, {"node", mount.nodePath}, {"pods", mount.podPath}};
    const ChartRef &chart = workspace.chart();
    return {{"workspace", workspace.folder().absolutePath()},
            {"cluster", workspace.clusterName()},
            {"release", workspace.release()},
            {"namespace", workspace.nameSpace()},
            {"chart", QJsonObject{{"repo", chart.repo}, {"name", chart.name}, {"version", chart.version}}},
            {"image", workspace.image().text()},
            {"builds", workspace.build().has_value()},
            {"executor", workspace.executor()},
            {"port", workspace.webPort()},
            {"mounts", mounts}};
}

void printWorkspace(const Workspace &workspace, const Output &output)
{
    const ChartRef &chart = workspace.chart();
    QList<QStringList> rows{
        {tr("Workspace"), workspace.folder().absolutePath()},
        {tr("Cluster"), workspace.clusterName()},
        {tr("Chart"), QStringLiteral("%1 %2 (%3)").arg(chart.name, chart.version, chart.repo)},
        {tr("Image"),
         workspace.image().text()
             + (workspace.build() ? tr(", built from %1").arg(QFileInfo(workspace.build()->dockerfile).fileName()) : QString())},
        {tr("Executor"), workspace.executor()},
        {tr("Web page"), QStringLiteral("http://localhost:%1").arg(workspace.webPort())}};
    for (const Mount &mount : workspace.mounts())
        rows += {tr("Mount"), QStringLiteral("%1 → %2 → %3")
                                  .arg(mount.hostPath.isEmpty() ? tr("(nothing)") : mount.hostPath, mount.nodePath,
                                       mount.podPath.isEmpty() ? tr("(no pod)") : mount.podPath)};
    output.table(rows);
}

class OpenVerb : public Verb
{
public:
    const char *name() const override { return "open"; }
    const char *summary() const override { return "Read a workspace folder and say what it describes; the window shows it next"; }
    bool needsWorkspace() const override { return false; }
    void declare(CLI::App &app) override
    {
        app.add_option("-C,--directory,dir", directory, "The workspace folder")->type_name("DIR")->capture_default_str();
        app.footer("Writes nothing into the folder.");
    }
    Async<int> run(VerbContext &context) override
    {
        const auto cluster = openCluster(context);
        if (!cluster)
            return failed<int>(cluster.error());
        const Workspace &workspace = (*cluster)->workspace();
        RecentWorkspaces recent(context.services.paths().state.filePath(QStringLiteral("recent.json")));
        // As the window names it; that it cannot be kept there (a full disk) is no reason not to say what the workspace is.
        if (const Result<> kept = recent.add(workspace.folder().canonicalPath()); !kept)
            context.output.progress(context.output.toned(QStringLiteral("note: "), Output::Tone::Warning) + kept.error().report());
        context.output.json(workspaceJson(workspace));
        printWorkspace(workspace, context.output);
        return ready(0);
    }
};
} // namespace

std::unique_ptr<Verb> makeOpenVerb()
{
    return std::make_unique<OpenVerb>();
}

} // namespace windsock
