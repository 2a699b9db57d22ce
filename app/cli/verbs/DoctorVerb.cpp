// SPDX-License-Identifier: Apache-2.0
// doctor: what this computer has and lacks, and whether the workspace's files make sense. Changes nothing.
#include "app/cli/verbs/Verbs.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace windsock {

namespace {
QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Pass: return QStringLiteral("ok");
    case Severity::Warning: return QStringLiteral("note");
    case Severity::Failure: return QStringLiteral("wrong");
    }
    return {};
}

QJsonObject findingJson(const Finding &finding)
{
    return {{"rule", finding.rule}, {"severity", severityName(finding.severity)},
            {"what", finding.what}, {"why", finding.why},
            {"todo", finding.todo}, {"place", finding.place.text()},
            {"key", finding.key}};
}

void printFinding(const Finding &finding, const Output &output)
{
    const QString place = finding.place.isKnown() ? finding.place.text() + QStringLiteral(": ") : QString();
    output.line(QStringLiteral("%1  %2%3").arg(severityName(finding.severity), -5).arg(place, finding.what));
    for (const QString &more : {finding.why, finding.todo}) {
        if (!more.isEmpty() && finding.severity != Severity::Pass)
            output.line(QStringLiteral("       ") + more);
    }
}

class DoctorVerb : public Verb
{
public:
    const char *name() const override { return "doctor"; }
    const char *summary() const override { return "Check tools, engine, ports and the workspace's files; changes nothing"; }
    void declare(CLI::App &app) override
    {
        app.add_flag("--machine", m_machineOnly, "Only this computer, no workspace");
        app.footer("Exits with 0 when nothing stands in the way of a start.");
    }
    Async<int> run(VerbContext &context) override;

private:
    Async<QList<Finding>> check(VerbContext &context);
    bool m_machineOnly = false;
    std::unique_ptr<Backend> m_backend;
    Cluster *m_cluster = nullptr;
};

Async<QList<Finding>> DoctorVerb::check(VerbContext &context)
{
    if (!m_machineOnly) {
        const auto cluster = openCluster(context);
        if (cluster)
            return (*cluster)->check();
        // A folder that is no workspace is no reason not to look at the computer; a broken workspace is.
        if (cluster.error().code != Error::Code::NotFound || directory != ".")
            return failed<QList<Finding>>(cluster.error());
        context.output.progress(QCoreApplication::translate("Verb", "This folder is no workspace: only the computer is looked at"));
    }
    m_backend = context.services.makeBackend();
    return m_backend->check(nullptr);
}

Async<int> DoctorVerb::run(VerbContext &context)
{
    return andThen(check(context), context.owner, [&context](const QList<Finding> &findings) {
        QJsonArray json;
        bool failed = false;
        for (const Finding &finding : findings) {
            json += findingJson(finding);
            failed = failed || finding.severity == Severity::Failure;
            printFinding(finding, context.output);
        }
        context.output.json({{"findings", json}, {"ready", !failed}});
        return Result<int>(failed ? 2 : 0);
    });
}
} // namespace

std::unique_ptr<Verb> makeDoctorVerb()
{
    return std::make_unique<DoctorVerb>();
}

} // namespace windsock
