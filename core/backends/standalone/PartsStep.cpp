// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/PartsStep.h"

#include "core/backends/standalone/AirflowHome.h"
#include "core/backends/standalone/HealthWait.h"
#include "core/supervise/ComponentList.h"
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

QStringList idsOf(const QList<Component> &components)
{
    QStringList ids;
    for (const Component &component : components)
        ids += component.id;
    return ids;
}

Async<> startParts(const StandaloneFactsPtr &facts, RunContext &context)
{
    // Again: values may have changed that are no reason to prepare the database.
    const auto changed = AirflowHome(*facts->wish, facts->places).write();
    if (!changed)
        return failed(changed.error());
    for (const QString &folder :
         {facts->places.home + QStringLiteral("/dags"), facts->places.home + QStringLiteral("/plugins"), facts->places.tasks})
        QDir().mkpath(folder);
    const auto wanted = defineParts(*facts);
    if (!wanted)
        return failed(wanted.error());
    const QStringList outdated = *changed ? idsOf(*wanted) : outdatedParts(*wanted, facts->look);
    const auto client = std::make_shared<SupervisorClient>(facts->places.supervisor, facts->session.clock);
    if (!outdated.isEmpty() && facts->look.runs())
        context.progress(tr("stopping what has changed"));
    const Async<> stopped = outdated.isEmpty() || !facts->look.runs()
                                ? ready()
                                : andFinally(client->stop(outdated), &context, [client](const Result<SupervisorStatus> &result) {
                                      // Not there any more is as good.
                                      return result || result.error().code == Error::Code::NotFound ? Result<>() : Result<>(result.error());
                                  });
    return andThen(stopped, &context, [facts, &context, client](Nothing) {
        return andThen(client->start(firstParts()), &context, [client](const SupervisorStatus &) { return Result<>(); });
    });
}
} // namespace

Step partsStep(const StandaloneFactsPtr &facts)
{
    Step step{.id = "parts", .title = tr("Start Airflow's parts"), .after = {"prepare"}, .limit = 3min};
    step.isDone = [facts](RunContext &) { return ready(facts->upToDate); };
    step.run = [facts](RunContext &context) { return startParts(facts, context); };
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
