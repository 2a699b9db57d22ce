// SPDX-License-Identifier: Apache-2.0
// The list of verbs, and how one is parsed and run.
#include "app/cli/ExitCode.h"
#include "app/cli/Interrupt.h"
#include "app/cli/Usage.h"
#include "app/cli/Verb.h"
#include "app/cli/verbs/Verbs.h"

#include <QCoreApplication>
#include <QTimer>

namespace windsock {

std::vector<std::unique_ptr<Verb>> allVerbs()
{
    std::vector<std::unique_ptr<Verb>> verbs;
    verbs.push_back(makeInitVerb());
    verbs.push_back(makeOpenVerb());
    verbs.push_back(makeDoctorVerb());
    for (const Intent intent : {Intent::Start, Intent::Pause, Intent::Stop, Intent::Restart, Intent::Reset, Intent::Delete})
        verbs.push_back(makePlanVerb(intent));
    verbs.push_back(makeStatusVerb());
    verbs.push_back(makeForwardVerb());
    verbs.push_back(makeLogsVerb());
    verbs.push_back(makeRunsVerb());
    return verbs;
}

bool isVerb(const char *word)
{
    const auto verbs = allVerbs();
    return std::any_of(verbs.begin(), verbs.end(), [word](const auto &verb) { return std::string(verb->name()) == word; });
}

RemedyWatch watchOf(const VerbContext &context)
{
    return {[output = &context.output](const QString &text) { output->transient(QStringLiteral("   ") + text); }, context.cancel};
}

Result<Cluster *> Verb::openCluster(VerbContext &context)
{
    return take(context.services.openCluster(QString::fromStdString(directory), modeFromName(QString::fromStdString(mode))), context);
}

Result<Cluster *> Verb::take(Result<std::unique_ptr<Cluster>> opened, VerbContext &context)
{
    if (!opened)
        return opened.error();
    const bool isFirst = !m_cluster;
    m_cluster = std::move(*opened);
    for (const Error &warning : isFirst ? m_cluster->workspace().warnings() : QList<Error>{})
        context.output.progress(context.output.toned(QStringLiteral("note: "), Output::Tone::Warning) + warning.report());
    return m_cluster.get();
}

Result<Cluster *> Verb::openMovingCluster(VerbContext &context)
{
    return take(context.services.openMoving(QString::fromStdString(directory)), context);
}

Async<Cluster *> Verb::openChosenCluster(VerbContext &context)
{
    const auto wanted = modeFromName(QString::fromStdString(mode));
    const auto chosen = context.services.chooseMode(QString::fromStdString(directory), wanted, context.owner);
    return andThen(unlessCanceled(chosen, context.owner, context.cancel), context.owner,
                   [this, &context](const ModeChoice &choice) -> Result<Cluster *> {
                       if (!choice.why.isEmpty())
                           context.output.progress(QCoreApplication::translate("Verb", "%1: %2").arg(modeTitle(choice.mode), choice.why));
                       if (m_cluster && m_cluster->mode() == choice.mode)
                           return m_cluster.get();
                       mode = modeName(choice.mode).toStdString();
                       return openCluster(context);
                   });
}

namespace {
std::vector<std::string> modeNames()
{
    std::vector<std::string> names;
    for (const Mode mode : allModes())
        names.push_back(modeName(mode).toStdString());
    return names;
}

void declareAll(CLI::App &app, const std::vector<std::unique_ptr<Verb>> &verbs)
{
    for (const auto &verb : verbs) {
        CLI::App *const sub = app.add_subcommand(verb->name(), verb->summary());
        if (verb->needsWorkspace())
            sub->add_option("-C,--directory", verb->directory, "The workspace folder")->type_name("DIR")->capture_default_str();
        sub->add_flag("--json", verb->json, "Print the result as JSON on standard output");
        if (verb->choosesMode())
            sub->add_option("--mode", verb->mode,
                            "Where Airflow runs: kind; standalone (this machine, no containers); auto (kind where there is an engine)")
                ->type_name("MODE")
                ->check(CLI::IsMember(modeNames()));
        if (verb->hasDryRun())
            sub->add_flag("--dry-run", verb->dryRun, "Print the exact commands and run none of them");
        verb->declare(*sub);
    }
}

int runParsed(std::unique_ptr<Verb> parsed)
{
    Services services;
    const std::unique_ptr<Verb> verb = std::move(parsed); // ends before the services: its cluster uses them
    Output output(verb->json);
    QObject owner;
    VerbContext context{services, output, Cancel(), &owner};
    Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::requested, &owner, [&context] { context.cancel.request(); });
    QObject::connect(&interrupt, &Interrupt::requestedAgain, &owner, [] { QCoreApplication::exit(130); });
    const auto conclude = [&output](const Result<int> &result) {
        if (!result)
            output.error(result.error());
        QCoreApplication::exit(result ? *result : exitCode(result.error().code));
    };
    QTimer::singleShot(0, &owner, [&] { whenDone(verb->run(context), &owner, conclude); });
    return QCoreApplication::exec();
}
} // namespace

int runVerb(int argc, char **argv)
{
    CLI::App app{"Windsock: a local Airflow with one command, on kind or without containers. Without a verb the window opens.", "windsock"};
    app.set_version_flag("--version", std::string("windsock ") + WINDSOCK_VERSION);
    app.require_subcommand(1);
    app.footer("Exit codes: 0 done, 2 wrong input, 3 a tool is missing, 4 a tool failed, 5 time-out, 6 network, 7 access\n"
               "denied, 8 not found, 9 conflict, 70 a bug in Windsock, 130 canceled. Progress goes to standard error, results\n"
               "to standard output.\n"
               "The window: windsock [FOLDER] [--theme system|light|dark] [--lang en|ko], the folder as a path: ./my-dags\n"
               "First steps:  windsock init my-dags && cd my-dags && windsock start --open");
    std::vector<std::unique_ptr<Verb>> verbs = allVerbs();
    declareAll(app, verbs);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &wrong) { // CLI11's way to say help, version and usage errors
        if (wrong.get_exit_code() == 0)
            return app.exit(wrong);
        Output(false).error(usageError(app, wrong));
        return exitCode(Error::Code::BadInput);
    }
    const std::string chosen = app.get_subcommands().front()->get_name();
    const auto verb = std::find_if(verbs.begin(), verbs.end(), [&chosen](const auto &one) { return chosen == one->name(); });
    return runParsed(std::move(*verb));
}

} // namespace windsock
