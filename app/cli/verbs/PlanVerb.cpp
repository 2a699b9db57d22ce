// SPDX-License-Identifier: Apache-2.0
// start, pause, stop, restart, reset, delete: one plan of the cluster each, run and printed.
#include "app/cli/Differences.h"
#include "app/cli/ExitCode.h"
#include "app/cli/ForwardWords.h"
#include "app/cli/PlanPrinter.h"
#include "app/cli/WebBrowser.h"
#include "app/cli/verbs/PlanWords.h"
#include "app/cli/verbs/Verbs.h"
#include "core/checks/RemedyIds.h"
#include "core/cluster/RunReport.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <csignal>

namespace windsock {

namespace {
Error notOffered(Mode mode)
{
    return {.code = Error::Code::BadInput,
            .what = QCoreApplication::translate("Verb", "There is no pause in the mode %1").arg(modeName(mode)),
            .todo = QCoreApplication::translate("Verb", "Stop it instead (windsock stop): it is back in seconds")};
}

class PlanVerb : public Verb
{
public:
    explicit PlanVerb(Intent intent) : m_intent(intent), m_words(planWords(intent)) {}
    const char *name() const override { return m_words.name; }
    const char *summary() const override { return m_words.summary; }
    bool hasDryRun() const override { return true; }
    bool choosesMode() const override { return m_intent == Intent::Start; }
    void declare(CLI::App &app) override;
    Async<int> run(VerbContext &context) override;

private:
    bool starts() const { return m_intent == Intent::Start || m_intent == Intent::Reset; }
    bool destroys() const { return m_intent == Intent::Reset || m_intent == Intent::Delete; }
    Async<int> compare();
    Async<int> begin();
    Async<int> show();
    Async<int> showCommands(const Plan &plan);
    Result<int> showAll(QJsonObject json, const Result<QByteArray> &patch) const;
    void useOptions();
    QString place() const { return forwardArguments(QString::fromStdString(directory), 0); } // " -C demo", for what to type next
    Result<> confirmed() const;
    void onFinished(const Result<> &result);
    void fixAndRetry(const Error &error);
    void onFixed(const Result<> &applied, const Error &error);
    void conclude(const Result<> &result);
    void printResult(const Result<> &result) const;
    QJsonObject resultJson(const Result<> &result) const;

    Intent m_intent;
    PlanWords m_words;
    bool m_open = false, m_keep = false, m_fix = false, m_move = false;
    int m_port = 0;
    std::string m_confirm;
    VerbContext *m_context = nullptr;
    Cluster *m_cluster = nullptr;
    QList<Finding> m_differences; // of the files and what this place makes of them
    QStringList m_tried;          // remedies already applied: each once
    CancelHook m_hook;
    Promise<int> m_done;
};

void PlanVerb::declare(CLI::App &app)
{
    app.footer(m_words.footer);
    if (starts()) {
        app.add_flag("--open", m_open, "Open the web page in the browser when Airflow is ready; on kind then stay as with --keep");
        app.add_flag("--keep", m_keep, "Stay and keep the web page reachable until Ctrl+C");
        app.add_flag("--fix", m_fix,
                     "Do what a failed check offers: make missing folders, download tools, start the engine, take the next port");
        app.add_option("--port", m_port, "Web page on this port of the computer instead of the workspace's")->check(CLI::Range(1, 65535));
    }
    if (m_intent == Intent::Start)
        app.add_flag("--move", m_move,
                     "Move what runs without containers to kind: connections, variables and pools go along, then it is deleted there")
            ->excludes(app.get_option("--mode"));
    if (destroys())
        app.add_option("--confirm", m_confirm, "The cluster's name: without it nothing is deleted")->type_name("NAME");
}

Result<> PlanVerb::confirmed() const
{
    const QString name = m_cluster->workspace().clusterName();
    if (!destroys() || dryRun || QString::fromStdString(m_confirm) == name)
        return {};
    Error error{Error::Code::BadInput, QCoreApplication::translate("Verb", "Deleting the cluster “%1” needs its name").arg(name)};
    error.why = QCoreApplication::translate("Verb", "Its metadata database (runs, connections, variables) goes with it");
    error.todo = QStringLiteral("windsock %1%2 --confirm %3").arg(QLatin1String(m_words.name), place(), name);
    return error;
}

Async<int> PlanVerb::run(VerbContext &context)
{
    m_context = &context;
    const auto cluster = m_move ? openMovingCluster(context) : openCluster(context);
    if (!cluster)
        return failed<int>(cluster.error());
    m_cluster = *cluster;
    if (!m_cluster->offers(m_intent))
        return failed<int>(notOffered(m_cluster->mode()));
    if (const Result<> sure = confirmed(); !sure)
        return failed<int>(sure.error());
    if (!starts())
        return dryRun ? show() : begin();
    if (m_move)
        return compare();
    return andThen(openChosenCluster(context), context.owner, [this](Cluster *chosen) {
        m_cluster = chosen;
        return compare();
    });
}

// What cannot be carried over is said before anything begins. Files that cannot be read are said where they are needed: by the steps.
Async<int> PlanVerb::compare()
{
    const auto compared = unlessCanceled(m_cluster->differences(), m_context->owner, m_context->cancel);
    return andFinally(compared, m_context->owner, [this](const Result<QList<Finding>> &found) -> Async<int> {
        if (!found && found.error().isCancel())
            return failed<int>(found.error());
        m_differences = found ? *found : QList<Finding>{};
        printDifferences(m_differences, m_context->output);
        return dryRun ? show() : begin();
    });
}

Async<int> PlanVerb::show()
{
    useOptions();
    const Plan plan = m_cluster->plan(m_intent);
    const Async<> looked = plan.look ? plan.look(m_context->cancel) : ready();
    return andThen(looked, m_context->owner, [this, plan](Nothing) { return showCommands(plan); });
}

Async<int> PlanVerb::showCommands(const Plan &plan)
{
    m_context->output.line(planText(plan));
    const Async<QByteArray> patch = plan.diff ? plan.diff(m_context->cancel) : ready(QByteArray());
    return andFinally(patch, m_context->owner,
                      [this, json = planJson(plan)](const Result<QByteArray> &made) { return showAll(json, made); });
}

// The commands are on the terminal by now: what they would install is a help to the reader, and no reason to fail.
Result<int> PlanVerb::showAll(QJsonObject json, const Result<QByteArray> &patch) const
{
    const Output &output = m_context->output;
    if (!patch && patch.error().isCancel())
        return patch.error();
    if (!patch)
        output.progress(QCoreApplication::translate("Verb", "The changes of the fast boot cannot be shown: %1").arg(patch.error().what));
    const QString diff = QString::fromUtf8(patch.value_or({}));
    if (!diff.isEmpty())
        output.line(u'\n' + diff.trimmed());
    if (starts()) {
        json["differences"] = differencesJson(m_differences);
        json["bootPatch"] = diff;
    }
    output.json(json);
    return 0;
}

void PlanVerb::useOptions()
{
    m_cluster->setForwarding(m_keep || m_open);
    if (m_port > 0)
        m_cluster->forwardTo(m_port);
}

Async<int> PlanVerb::begin()
{
    VerbContext &context = *m_context;
    if (context.cancel.isRequested())
        return failed<int>(Error::canceled());
    // Ctrl+C ends a reader of our lines too (tee): they are lost then, but what was begun is still ended well.
    std::signal(SIGPIPE, SIG_IGN);
    useOptions();
    QObject::connect(m_cluster, &Cluster::runStarted, context.owner,
                     [this](PlanRun *run) { new PlanPrinter(*run, m_context->output, run); });
    QObject::connect(m_cluster, &Cluster::runFinished, context.owner, [this](Intent, const Result<> &result) { onFinished(result); });
    m_hook = context.cancel.onRequest([this] { m_cluster->cancel(); });
    context.output.progress(m_cluster->plan(m_intent).title);
    m_cluster->begin(m_intent);
    return m_done.future();
}

void PlanVerb::onFinished(const Result<> &result)
{
    if (!result && m_fix && !result.error().isCancel() && !m_context->cancel.isRequested())
        return fixAndRetry(result.error());
    conclude(result);
}

void PlanVerb::fixAndRetry(const Error &error)
{
    for (const Remedy &remedy : error.remedies) {
        if (!mayFix(remedy.id, MayFix::Start) || m_tried.contains(remedy.id + remedy.argument))
            continue;
        m_tried += remedy.id + remedy.argument;
        m_context->output.progress(QStringLiteral(" → ") + remedy.label);
        whenDone(m_cluster->apply(remedy, watchOf(*m_context)), m_context->owner,
                 [this, error](const Result<> &applied) { onFixed(applied, error); });
        return;
    }
    conclude(error);
}

void PlanVerb::onFixed(const Result<> &applied, const Error &error)
{
    m_context->output.transient({});
    if (m_context->cancel.isRequested()) // too late to stop what was being done, not too late for what would follow
        return conclude(Error::canceled());
    if (applied)
        return m_cluster->begin(m_intent);
    if (!applied.error().isCancel())
        m_context->output.progress(applied.error().report());
    conclude(applied.error().isCancel() ? applied.error() : error);
}

void PlanVerb::conclude(const Result<> &result)
{
    printResult(result);
    if (!result)
        return m_done.resolve(exitCode(result.error().code));
    if (starts() && m_open)
        openInBrowser(m_context->services.runner(), m_cluster->web().url);
    if (!starts() || !(m_keep || m_open) || m_cluster->isDirect())
        return m_done.resolve(0);
    m_context->output.progress(
        QCoreApplication::translate("Verb", "Keeping %1 open; Ctrl+C ends it (the cluster stays)").arg(m_cluster->web().url.toString()));
    m_cluster->watch();
    m_hook = m_context->cancel.onRequest([this] { m_done.resolve(0); });
}

void PlanVerb::printResult(const Result<> &result) const
{
    const Output &output = m_context->output;
    output.json(resultJson(result));
    const QString folder = m_cluster->lastRun().folder;
    if (!result) {
        if (!output.isJson() || result.error().isCancel())
            output.progress(
                result.error().isCancel()
                    ? QCoreApplication::translate("Verb", "Canceled. The cluster is now: %1").arg(stateTitle(m_cluster->state()))
                    : output.toned(QStringLiteral("error: "), Output::Tone::Bad) + result.error().report());
        for (const Remedy &remedy : result.error().remedies) {
            if (starts() && mayFix(remedy.id, MayFix::Start))
                output.progress(QCoreApplication::translate("Verb", "  can be done with --fix: %1").arg(remedy.label));
            else if (m_intent == Intent::Start && remedy.id == QLatin1String("mode.change"))
                output.progress(
                    QCoreApplication::translate("Verb", "  another way: windsock start%1 --mode %2").arg(place(), remedy.argument));
        }
        return output.progress(QCoreApplication::translate("Verb", "Full output: %1").arg(folder));
    }
    if (!starts())
        return output.line(QCoreApplication::translate("Verb", "Cluster “%1”: %2")
                               .arg(m_cluster->workspace().clusterName(), stateTitle(m_cluster->state())));
    const WebAccess web = m_cluster->web();
    output.line(QCoreApplication::translate("Verb", "Airflow is ready: %1  (user %2, password %3)")
                    .arg(web.url.toString(), web.login.user, web.login.password));
    const int port = web.url.port();
    if (!m_keep && !m_open && !m_cluster->isDirect())
        output.line(QCoreApplication::translate("Verb", "Reach it with:  windsock forward%1")
                        .arg(forwardArguments(QString::fromStdString(directory), port == m_cluster->filePort() ? 0 : port)));
}

QJsonObject PlanVerb::resultJson(const Result<> &result) const
{
    QJsonObject json = toJson(m_cluster->lastRun());
    json["state"] = stateName(m_cluster->state());
    json["cluster"] = m_cluster->workspace().clusterName();
    json["folder"] = m_cluster->lastRun().folder;
    if (starts())
        json["differences"] = differencesJson(m_differences);
    if (result && starts())
        json["url"] = m_cluster->web().url.toString();
    return json;
}
} // namespace

std::unique_ptr<Verb> makePlanVerb(Intent intent)
{
    return std::make_unique<PlanVerb>(intent);
}

} // namespace windsock
