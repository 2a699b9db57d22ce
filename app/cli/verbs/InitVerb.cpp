// SPDX-License-Identifier: Apache-2.0
// init: makes a workspace folder that works, from the templates.
#include "app/cli/verbs/Verbs.h"
#include "core/workspace/WorkspaceTemplates.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace windsock {

namespace {
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
        app.add_option("--name", m_name, "The cluster's name; two workspaces that run side by side need two")->capture_default_str();
        app.footer(
            "community: airflow-helm 8.9.0 with Airflow 2.10; official: Apache's own chart with Airflow 3.\nNothing that is there is "
            "overwritten.\nExample:  windsock init my-dags --chart official");
    }
    Async<int> run(VerbContext &context) override
    {
        const ChartFlavor flavor = m_chart == "official" ? ChartFlavor::Official : ChartFlavor::Community;
        const QString folder = QDir(QString::fromStdString(directory)).absolutePath();
        const auto made = createWorkspace(folder, flavor, {.clusterName = QString::fromStdString(m_name)});
        if (!made)
            return failed<int>(made.error());
        context.output.json({{"workspace", folder}, {"files", QJsonArray::fromStringList(*made)}});
        context.output.line(QCoreApplication::translate("Verb", "Made %1 with %n file(s)", nullptr, int(made->size())).arg(folder));
        context.output.line(QCoreApplication::translate("Verb", "Next:  windsock start -C %1 --open").arg(folder));
        return ready(0);
    }

private:
    std::string m_chart = "community", m_name = "airflow";
};
} // namespace

std::unique_ptr<Verb> makeInitVerb()
{
    return std::make_unique<InitVerb>();
}

} // namespace windsock
