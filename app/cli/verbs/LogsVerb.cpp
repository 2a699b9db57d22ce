// SPDX-License-Identifier: Apache-2.0
// logs: prints what one part of Airflow (or all of them) writes.
#include "app/cli/verbs/Verbs.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace windsock {

namespace {
// With --json each line is a document of its own, an error at the end too: a log that is followed has no end.
void printLine(const Output &output, QByteArrayView line)
{
    if (output.isJson())
        output.json({{"line", QString::fromUtf8(line)}});
    else
        output.raw(line.toByteArray() + '\n');
}

class LogsVerb : public Verb
{
public:
    const char *name() const override { return "logs"; }
    const char *summary() const override { return "Print the last lines of a component: scheduler, web, triggerer, …"; }
    void declare(CLI::App &app) override
    {
        app.add_option("component", m_component, "Which part; without it the list is printed");
        app.add_flag("-f,--follow", m_follow, "Go on with new lines until Ctrl+C");
        app.footer("Task logs lie in the workspace's logs folder.\nExample:  windsock logs scheduler -f");
    }
    Async<int> run(VerbContext &context) override;

private:
    Result<> known(const Cluster &cluster) const;
    std::string m_component;
    bool m_follow = false;
};

Result<> LogsVerb::known(const Cluster &cluster) const
{
    QStringList ids;
    for (const LogSource &source : cluster.logSources())
        ids += source.id;
    const QString wanted = QString::fromStdString(m_component);
    if (ids.contains(wanted))
        return {};
    Error error{Error::Code::BadInput, QCoreApplication::translate("Verb", "There is no component “%1”").arg(wanted)};
    error.todo = QCoreApplication::translate("Verb", "Components: %1").arg(ids.join(QStringLiteral(", ")));
    return error;
}

Async<int> LogsVerb::run(VerbContext &context)
{
    context.output.useLines();
    const auto cluster = openCluster(context);
    if (!cluster)
        return failed<int>(cluster.error());
    if (m_component.empty()) {
        QJsonArray components;
        for (const LogSource &source : (*cluster)->logSources()) {
            context.output.line(source.id);
            components += QJsonObject{{"id", source.id}, {"title", source.title}};
        }
        context.output.json({{"components", components}});
        return ready(0);
    }
    if (const Result<> found = known(**cluster); !found)
        return failed<int>(found.error());
    const auto print = [&context](Channel, QByteArrayView line) { printLine(context.output, line); };
    const Async<> printed = (*cluster)->logs(QString::fromStdString(m_component), m_follow, print, context.cancel);
    return andFinally(printed, context.owner, [](const Result<> &result) {
        return result || result.error().isCancel() ? Result<int>(0) : Result<int>(result.error());
    });
}
} // namespace

std::unique_ptr<Verb> makeLogsVerb()
{
    return std::make_unique<LogsVerb>();
}

} // namespace windsock
