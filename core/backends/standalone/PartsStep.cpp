// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/PartsStep.h"

#include "core/backends/standalone/AirflowHome.h"
#include "core/backends/standalone/DatabaseGate.h"
#include "core/backends/standalone/HealthWait.h"
#include "core/backends/standalone/ScriptCommand.h"
#include "core/supervise/ComponentList.h"
#include "core/supervise/FolderCleanup.h"
#include "core/supervise/SupervisorClient.h"

#include <QCoreApplication>
#include <QDir>

namespace windsock::standalone {

using namespace std::chrono_literals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("PartsStep", text);
}

Result<QList<Component>> defineParts(const StandaloneFacts &facts)
{
    const auto wanted = wantedComponents(*facts.wish, facts.places, facts.record, facts.tools.store);
    if (!wanted)
        return wanted.error();
    QList<Component> list = loadComponents(facts.places.supervisor.components()).value_or({});
    list.removeIf([](const Component &component) { return component.id != QLatin1String(postgresPart); });
    if (const Result<> saved = saveComponents(facts.places.supervisor.components(), list + *wanted); !saved)
        return saved.error();
    return wanted;
}

// What runs as something else, and what was given up: whoever waits for the new lives would take that for their end.
QStringList partsToEnd(const StandaloneFacts &facts, const QList<Component> &wanted)
{
    if (!facts.earlierRuns())
        return {};
    QStringList ids = outdatedParts(wanted, facts.look);
    for (const Component &component : wanted) {
        const ComponentStatus *status = facts.look.supervisor->find(component.id);
        if (status && status->state == ComponentState::CrashLoop && !ids.contains(component.id))
            ids += component.id;
    }
    return ids;
}

Async<> startNow(const StandaloneFactsPtr &facts, RunContext &context, const std::shared_ptr<SupervisorClient> &client,
                 const QStringList &ids)
{
    facts->earlierEnded = true;
    if (const Result<> saved = facts->save(); !saved)
        return failed(saved.error());
    return andThen(client->start(ids), &context, [client](const SupervisorStatus &) { return Result<>(); });
}

Async<> stopAllOf(const SupervisorStatus &status, RunContext &context, const std::shared_ptr<SupervisorClient> &client)
{
    QStringList ids;
    for (const ComponentStatus &component : status.components)
        ids += component.id;
    ids.removeAll(QString::fromLatin1(postgresPart));
    if (ids.isEmpty())
        return ready();
    return andThen(client->stop(ids), &context, [client](const SupervisorStatus &) { return Result<>(); });
}
} // namespace

Async<> startParts(const StandaloneFactsPtr &facts, RunContext &context, const QStringList &ids)
{
    // Again: values may have changed that are no reason to prepare the database.
    if (const auto written = AirflowHome(*facts->wish, facts->places).write(); !written)
        return failed(written.error());
    for (const QString &folder :
         {facts->places.home + QStringLiteral("/dags"), facts->places.home + QStringLiteral("/plugins"), facts->places.tasks})
        QDir().mkpath(folder);
    if (const Result<> written = writeScript(facts->places.part); !written)
        return failed(written.error());
    const auto wanted = defineParts(*facts);
    if (!wanted)
        return failed(wanted.error());
    const QStringList ending = partsToEnd(*facts, *wanted);
    const auto client = std::make_shared<SupervisorClient>(facts->places.supervisor, facts->session.clock);
    if (ending.isEmpty())
        return startNow(facts, context, client, ids);
    context.progress(tr("stopping what has changed"));
    return andFinally(client->stop(ending), &context, [facts, &context, client, ids](const Result<SupervisorStatus> &stopped) {
        // Not there any more is as good.
        if (!stopped && stopped.error().code != Error::Code::NotFound)
            return failed(stopped.error());
        return startNow(facts, context, client, ids);
    });
}

Async<> restParts(const StandaloneFactsPtr &facts, RunContext &context)
{
    const auto client = std::make_shared<SupervisorClient>(facts->places.supervisor, facts->session.clock);
    const auto stopped = [facts, &context, client](const Result<SupervisorStatus> &status) -> Async<> {
        if (status)
            return stopAllOf(*status, context, client);
        if (status.error().code != Error::Code::NotFound)
            return failed(status.error());
        // Gone, or killed: then something may be left that holds the port.
        return andThen(FolderCleanup::run(facts->places.supervisor, facts->session.clock, &context), &context,
                       [](int) { return Result<>(); });
    };
    return andThen(andFinally(client->status(), &context, stopped), &context, [facts](Nothing) {
        facts->earlierEnded = true;
        return Result<>();
    });
}

Step partsStep(const StandaloneFactsPtr &facts)
{
    Step step{.id = "parts", .title = tr("Start Airflow's parts"), .after = {"prepare"}, .limit = 3min};
    step.isDone = [facts](RunContext &) { return ready(facts->upToDate); };
    step.run = [facts](RunContext &context) {
        DatabaseGate::remove(facts->places.gate); // of a run that was killed after its last word to the record
        return startParts(facts, context, firstParts());
    };
    return step;
}

Step waitStep(const StandaloneFactsPtr &facts)
{
    Step step{.id = QString::fromLatin1(waitStepId), .title = tr("Wait until Airflow answers"), .after = {"parts"}, .limit = 10min};
    step.isDone = [facts](RunContext &) { return ready(facts->upToDate); };
    step.run = [facts](RunContext &context) { return waitForHealth(facts, context); };
    return step;
}

} // namespace windsock::standalone
