// SPDX-License-Identifier: Apache-2.0
// init: makes a workspace folder that works, from the templates.
#include "app/cli/ForwardWords.h"
#include "app/cli/verbs/Verbs.h"
#include "core/workspace/RecentWorkspaces.h"
#include "core/workspace/WorkspaceTemplates.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("Verb", text);
}

// Those that were opened here before, without the new one itself.
QList<WorkspaceUse> othersThan(const QString &folder, const Services &services)
{
    const RecentWorkspaces recent(services.paths().state.filePath(QStringLiteral("recent.json")));
    QStringList folders = recent.list();
    folders.removeAll(QFileInfo(folder).canonicalFilePath());
    return workspaceUses(folders);
}

// Made all the same: that they shall never run beside each other is for the user to know.
void sayWhatIsShared(const WorkspaceOptions &mine, const QString &folder, const VerbContext &context)
{
    const QList<WorkspaceUse> others = othersThan(folder, context.services);
    const WorkspaceOptions proposed = optionsBeside(others, folder);
    const QString note = context.output.toned(QStringLiteral("note: "), Output::Tone::Warning);
    for (const WorkspaceUse &other : others) {
        if (other.clusterName != mine.clusterName)
            continue;
        context.output.progress(note
                                + tr("The workspace %1 already uses the cluster name %2; each needs its own: --name %3, or cluster.name in "
                                     "windsock.yaml")
                                      .arg(other.folder, other.clusterName, proposed.clusterName));
        break;
    }
    for (const WorkspaceUse &other : others) {
        if (other.webPort != mine.webPort)
            continue;
        context.output.progress(
            note
            + tr("The workspace %1 already uses port %2; to run at the same time they need two: --port %3, or web.port in "
                 "windsock.yaml")
                  .arg(other.folder)
                  .arg(other.webPort)
                  .arg(proposed.webPort));
        break;
    }
}

class InitVerb : public Verb
{
public:
    const char *name() const override { return "init"; }
    const char *summary() const override { return "Make a workspace: example DAG, mounts, values, Dockerfile, windsock.yaml"; }
    bool needsWorkspace() const override { return false; }
    void declare(CLI::App &app) override
    {
        app.add_option("-C,--directory,dir", directory, "The folder to fill; made if missing")->type_name("DIR")->capture_default_str();
        app.add_option("--chart", m_chart, "Which Airflow chart")->check(CLI::IsMember({"community", "official"}))->capture_default_str();
        app.add_option("--name", m_name, "The cluster's name; each workspace on this computer needs its own")->capture_default_str();
        app.add_option("--port", m_port,
                       "Airflow's web page answers on this port; workspaces that run at the same time need different ones")
            ->check(CLI::Range(1, 65535))
            ->capture_default_str();
        app.footer("community: airflow-helm 8.9.0 with Airflow 2.10; official: Apache's own chart with Airflow 3.\nA folder that "
                   "already has one of the files is refused.\nExample:  windsock init my-dags --chart official");
    }
    Async<int> run(VerbContext &context) override
    {
        const ChartFlavor flavor = m_chart == "official" ? ChartFlavor::Official : ChartFlavor::Community;
        const QString folder = QDir(QString::fromStdString(directory)).absolutePath();
        WorkspaceOptions options;
        options.clusterName = QString::fromStdString(m_name);
        options.webPort = m_port;
        const auto made = createWorkspace(folder, flavor, options);
        if (!made)
            return failed<int>(made.error());
        sayWhatIsShared(options, folder, context);
        context.output.json({{"workspace", folder}, {"files", QJsonArray::fromStringList(*made)}});
        context.output.line(QCoreApplication::translate("Verb", "Made %1 with %2 files").arg(folder).arg(made->size()));
        context.output.line(tr("Next:  windsock start%1 --open").arg(directoryArgument(folder)));
        return ready(0);
    }

private:
    std::string m_chart = "community", m_name = "airflow";
    int m_port = 8080;
};
} // namespace

std::unique_ptr<Verb> makeInitVerb()
{
    return std::make_unique<InitVerb>();
}

} // namespace windsock
