// SPDX-License-Identifier: Apache-2.0
// doctor: what this computer has and lacks, and whether the workspace's files make sense. Changes nothing without --fix.
#include "app/cli/Differences.h"
#include "app/cli/ExitCode.h"
#include "app/cli/verbs/Verbs.h"
#include "core/checks/Findings.h"
#include "core/checks/RemedyIds.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace windsock {

namespace {
QJsonObject remedyJson(const Remedy &remedy)
{
    return {{"id", remedy.id}, {"label", remedy.label}, {"argument", remedy.argument}};
}

QJsonObject findingJson(const Finding &finding)
{
    QJsonArray remedies;
    for (const Remedy &remedy : finding.remedies)
        remedies += remedyJson(remedy);
    return {{"rule", finding.rule}, {"severity", severityName(finding.severity)},
            {"what", finding.what}, {"why", finding.why},
            {"todo", finding.todo}, {"place", finding.place.text()},
            {"key", finding.key},   {"remedies", remedies}};
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

// What may be done without asking, each once, in the order of the findings. Of several ways out of one finding the first.
QList<Remedy> fixesOf(const QList<Finding> &findings)
{
    QList<Remedy> fixes;
    for (const Finding &finding : findings) {
        // A tool that works is not replaced unasked, whatever there is to say about it.
        const bool works = finding.severity != Severity::Failure && finding.rule.startsWith(QLatin1String("tool."));
        const auto safe = std::find_if(finding.remedies.begin(), finding.remedies.end(),
                                       [works](const Remedy &remedy) { return !works && mayFix(remedy.id, MayFix::Doctor); });
        if (safe != finding.remedies.end() && !fixes.contains(*safe))
            fixes += *safe;
    }
    return fixes;
}

QString labelsOf(const QList<Remedy> &remedies)
{
    QStringList labels;
    for (const Remedy &remedy : remedies)
        labels += remedy.label;
    return labels.join(QStringLiteral("; "));
}

class DoctorVerb : public Verb
{
public:
    const char *name() const override { return "doctor"; }
    const char *summary() const override { return "Check tools, engine, ports and the workspace's files; changes nothing without --fix"; }
    void declare(CLI::App &app) override
    {
        app.add_flag("--machine", m_machineOnly, "Only this computer, no workspace");
        app.add_flag(
            "--fix", m_fix,
            "Do what is safe: make missing folders, give Airflow access to the logs folder, download missing tools; then check again");
        app.add_flag("--mounts", m_mounts, "Compare the workspace's folders with what the running pods see, too");
        app.footer("Exits with 0 when nothing stands in the way of a start, else with the exit code for the first thing that does.");
    }
    Async<int> run(VerbContext &context) override;

private:
    Async<> open(VerbContext &context);
    Async<QList<Finding>> check(VerbContext &context);
    Async<QList<Finding>> withMounts(const QList<Finding> &findings, QObject *owner);
    Async<QList<Finding>> fixAll(VerbContext &context, const QList<Finding> &findings);
    Async<> apply(VerbContext &context, const Remedy &remedy);
    int report(const Output &output, const QList<Finding> &findings) const;
    bool m_machineOnly = false, m_fix = false, m_mounts = false;
    std::unique_ptr<Backend> m_backend;
    Cluster *m_cluster = nullptr; // none: only the computer is looked at
    QJsonArray m_fixed;
};

Async<> DoctorVerb::open(VerbContext &context)
{
    m_backend = context.services.makeBackend();
    if (m_machineOnly)
        return ready();
    const auto cluster = openCluster(context);
    // A folder that is no workspace is no reason not to look at the computer; a broken workspace is.
    if (!cluster && (cluster.error().code != Error::Code::NotFound || directory != "."))
        return failed(cluster.error());
    if (!cluster) {
        context.output.progress(QCoreApplication::translate("Verb", "This folder is no workspace: only the computer is looked at"));
        return ready();
    }
    // Where Start would run it: each place needs something else.
    return andThen(openChosenCluster(context), context.owner, [this](Cluster *chosen) {
        m_cluster = chosen;
        return Result<>();
    });
}

Async<QList<Finding>> DoctorVerb::check(VerbContext &context)
{
    Async<QList<Finding>> checked = m_cluster ? m_cluster->check() : m_backend->check(nullptr);
    if (m_mounts && m_cluster)
        checked = andThen(checked, context.owner,
                          [this, owner = context.owner](const QList<Finding> &findings) { return withMounts(findings, owner); });
    return unlessCanceled(checked, context.owner, context.cancel);
}

// An engine that does not answer was told of already.
Async<QList<Finding>> DoctorVerb::withMounts(const QList<Finding> &findings, QObject *owner)
{
    return andFinally(m_cluster->proveMounts(), owner,
                      [findings](const Result<QList<Finding>> &proofs) { return Result<QList<Finding>>(findings + proofs.value_or({})); });
}

Async<> DoctorVerb::apply(VerbContext &context, const Remedy &remedy)
{
    context.output.progress(QStringLiteral(" → ") + remedy.label);
    const Async<> applied =
        m_cluster ? m_cluster->apply(remedy, watchOf(context)) : m_backend->apply(Workspace(), remedy, watchOf(context));
    return andFinally(applied, context.owner, [this, remedy, &context](const Result<> &result) {
        context.output.transient({});
        QJsonObject json = remedyJson(remedy);
        json["done"] = bool(result);
        if (!result) {
            json["error"] = result.error().what;
            context.output.progress(result.error().report()); // the check after it has the last word
        }
        m_fixed += json;
        return result || !result.error().isCancel() ? Result<>() : result;
    });
}

// Gives what is found afterwards.
Async<QList<Finding>> DoctorVerb::fixAll(VerbContext &context, const QList<Finding> &findings)
{
    QList<AsyncLink> links;
    for (const Remedy &remedy : fixesOf(findings))
        links += [this, remedy, &context] { return apply(context, remedy); };
    if (links.isEmpty())
        return ready(findings);
    return andThen(inSequence(context.owner, links), context.owner, [this, &context](Nothing) { return check(context); });
}

int DoctorVerb::report(const Output &output, const QList<Finding> &findings) const
{
    QJsonArray json;
    for (const Finding &finding : findings) {
        json += findingJson(finding);
        printFinding(finding, output);
    }
    const bool isReady = !hasFailure(findings);
    QJsonObject result{{"findings", json}, {"ready", isReady}};
    if (m_fix)
        result["fixed"] = m_fixed;
    else if (!fixesOf(findings).isEmpty())
        output.progress(QCoreApplication::translate("Verb", "windsock doctor --fix does: %1").arg(labelsOf(fixesOf(findings))));
    output.json(result);
    return isReady ? 0 : exitCode(asError(findings).code);
}

Async<int> DoctorVerb::run(VerbContext &context)
{
    Async<QList<Finding>> looked = andThen(open(context), context.owner, [this, &context](Nothing) { return check(context); });
    if (m_fix)
        looked = andThen(looked, context.owner, [this, &context](const QList<Finding> &findings) { return fixAll(context, findings); });
    return andThen(looked, context.owner,
                   [this, &context](const QList<Finding> &findings) { return Result<int>(report(context.output, findings)); });
}
} // namespace

std::unique_ptr<Verb> makeDoctorVerb()
{
    return std::make_unique<DoctorVerb>();
}

} // namespace windsock
