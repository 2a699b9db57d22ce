// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/StartPlan.h"

#include "core/backends/standalone/CheckStep.h"
#include "core/backends/standalone/DatabaseStep.h"
#include "core/backends/standalone/EnvironmentStep.h"
#include "core/backends/standalone/PartsStep.h"
#include "core/backends/standalone/PrepareStep.h"
#include "core/backends/standalone/StandalonePreview.h"
#include "core/supervise/FolderCleanup.h"
#include "core/supervise/FolderLock.h"
#include "core/supervise/SupervisorClient.h"

#include <QCoreApplication>
#include <QDir>

namespace windsock::standalone {

using namespace std::chrono_literals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("StandalonePlans", text);
}

QList<Step> startSteps(const StandaloneFactsPtr &facts, Before before = Before::Nothing)
{
    QList<Step> steps{
        checkStep(facts),
        environmentStep(facts), // after check
        databaseStep(facts),    // after check, beside the environment
        prepareStep(facts),     // after both
        partsStep(facts),       // after prepare
        waitStep(facts),        // after parts
    };
    addPreviews(steps, facts, before);
    return steps;
}

Plan planOf(const QString &title, const QList<Step> &steps, const StandaloneFactsPtr &facts)
{
    return {title, steps, [facts](const Cancel &cancel) { return lookAhead(facts, cancel); }};
}

// Every process, also those that a killed supervisor has left. Nothing there is no error.
Async<> endProcesses(const StandaloneFactsPtr &facts, RunContext &context)
{
    const auto client = std::make_shared<SupervisorClient>(facts->places.supervisor, facts->session.clock);
    return andThen(client->shutDown(), &context, [facts, &context, client](Nothing) {
        const auto swept = FolderCleanup::run(facts->places.supervisor, facts->session.clock, &context);
        return andThen(swept, &context, [](int) { return Result<>(); });
    });
}

Step stopStep(const StandaloneFactsPtr &facts)
{
    Step step{.id = "stop", .title = tr("Stop Airflow's parts and the database"), .limit = 3min};
    step.run = [facts](RunContext &context) { return endProcesses(facts, context); };
    return step;
}

// The lock comes last and is let go of before: some file systems (NFS) keep what is open, and with it the folder.
Result<> removeState(QDir folder, FolderLock lock, const QString &lockFile)
{
    bool isDone = true;
    for (const QFileInfo &entry : folder.entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)) {
        if (entry.fileName() == QFileInfo(lockFile).fileName())
            continue;
        const bool isFolder = entry.isDir() && !entry.isSymLink();
        isDone = (isFolder ? QDir(entry.filePath()).removeRecursively() : QFile::remove(entry.filePath())) && isDone;
    }
    lock.release();
    if (isDone && folder.removeRecursively())
        return {};
    return Error::badInput(tr("Not all of Airflow's own files could be removed"), {folder.absolutePath()});
}

Step removeStep(const StandaloneFactsPtr &facts)
{
    Step step{.id = "delete", .title = tr("Delete the database and Airflow's own files")};
    step.run = [facts](RunContext &context) -> Async<> {
        if (!facts->places.state.exists()) {
            context.progress(tr("there was none"));
            return ready();
        }
        // Until the folder is gone: a supervisor that came now would start on files that go from under it.
        Result<FolderLock> lock = FolderLock::take(facts->places.supervisor.lock());
        if (!lock)
            return failed(lock.error());
        if (const auto database = databasePlaces(facts->places); database) {
            if (const Result<> removed = database->remove(); !removed)
                return failed(removed.error());
        }
        if (const Result<> removed = removeState(facts->places.state, std::move(*lock), facts->places.supervisor.lock()); !removed)
            return failed(removed.error());
        facts->look = {};
        facts->record = {};
        return ready();
    };
    return step;
}
} // namespace

Plan startPlan(const StandaloneFactsPtr &facts)
{
    return planOf(tr("Start Airflow without containers"), startSteps(facts), facts);
}

Plan stopPlan(const StandaloneFactsPtr &facts)
{
    return {tr("Stop Airflow"), {stopStep(facts)}};
}

Plan restartPlan(const StandaloneFactsPtr &facts)
{
    Step stop{.id = "restart", .title = tr("Stop Airflow's parts"), .after = {"check"}, .limit = 2min};
    stop.run = [facts](RunContext &context) -> Async<> {
        if (!facts->look.runs())
            return failed(
                Error{.code = Error::Code::NotFound, .what = tr("There is no running Airflow to restart"), .todo = tr("Start it")});
        // Those that run, not those that the files ask for by now: another version has others.
        return andThen(restParts(facts, context), &context, [facts](Nothing) {
            facts->upToDate = false;
            return Result<>();
        });
    };
    QList<Step> steps = startSteps(facts, Before::EndsParts);
    for (Step &step : steps) {
        if (step.after == QStringList{"check"})
            step.after = {stop.id};
    }
    steps.insert(1, stop);
    return planOf(tr("Restart Airflow"), steps, facts);
}

Plan resetPlan(const StandaloneFactsPtr &facts)
{
    Step stop = stopStep(facts);
    Step remove = removeStep(facts);
    QList<Step> steps = startSteps(facts, Before::RemovesAll);
    // Wrong files must not cost the database: the check comes first. What it wrote goes with the rest, and is written again.
    stop.after = {"check"};
    remove.after = {stop.id};
    const auto run = remove.run;
    remove.run = [facts, run](RunContext &context) {
        const StandaloneRecord wanted = facts->record;
        return andThen(run(context), &context, [facts, wanted](Nothing) {
            facts->upToDate = false;
            facts->record = wanted;
            facts->record.prepared.clear();
            facts->record.isSqlite = false;
            return facts->save();
        });
    };
    for (Step &step : steps) {
        if (step.after == QStringList{"check"})
            step.after = {remove.id};
    }
    steps.insert(1, remove);
    steps.insert(1, stop);
    return planOf(tr("Reset Airflow"), steps, facts);
}

Plan deletePlan(const StandaloneFactsPtr &facts)
{
    Step remove = removeStep(facts);
    return {tr("Delete Airflow"), {stopStep(facts), remove}};
}

} // namespace windsock::standalone
