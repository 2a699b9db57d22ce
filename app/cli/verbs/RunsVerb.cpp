// SPDX-License-Identifier: Apache-2.0
// runs: what was done here before, and where its full output lies.
#include "app/cli/verbs/Verbs.h"
#include "core/cluster/RunReport.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace windsock {

namespace {
class RunsVerb : public Verb
{
public:
    const char *name() const override { return "runs"; }
    const char *summary() const override { return "List what was run here, with times and the folder of the full output"; }
    void declare(CLI::App &app) override
    {
        app.add_option("-n,--count", m_count, "How many, newest first")->check(CLI::Range(1, 1000))->capture_default_str();
        app.add_flag("--report", m_report, "Print the last run as text to paste into a ticket");
    }
    Async<int> run(VerbContext &context) override
    {
        const auto cluster = openCluster(context);
        if (!cluster)
            return failed<int>(cluster.error());
        if (!m_report) {
            list(**cluster, context.output);
            return ready(0);
        }
        const QString report = (*cluster)->reportText();
        context.output.line(report);
        context.output.json({{"report", report}});
        return ready(0);
    }

private:
    void list(const Cluster &cluster, const Output &output) const
    {
        const auto tr = [](const char *text) { return QCoreApplication::translate("Verb", text); };
        QList<QStringList> rows{{tr("When"), tr("What"), tr("Outcome"), tr("Took"), tr("Folder")}};
        QJsonArray runs;
        for (const RunRecord &record : cluster.recentRuns(m_count)) {
            rows += {record.begun.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")), intentName(record.intent), record.outcome,
                     durationText(record.took), record.folder};
            QJsonObject json = toJson(record);
            json["folder"] = record.folder;
            runs += json;
        }
        output.json({{"runs", runs}});
        output.table(rows);
    }
    int m_count = 10;
    bool m_report = false;
};
} // namespace

std::unique_ptr<Verb> makeRunsVerb()
{
    return std::make_unique<RunsVerb>();
}

} // namespace windsock
