// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/StandaloneLook.h"

#include "core/backends/standalone/AirflowProcesses.h"

#include <QCoreApplication>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("StandaloneLook", text);
}

// Airflow's own names in its health page.
QString healthName(const QString &part)
{
    if (part == QLatin1String(postgresPart))
        return QStringLiteral("metadatabase");
    return part == QLatin1String(dagProcessorPart) ? QStringLiteral("dag_processor") : part;
}

Health ofProcess(ComponentState state)
{
    switch (state) {
    case ComponentState::Starting:
    case ComponentState::Restarting: return Health::Starting;
    case ComponentState::CrashLoop: return Health::Unhealthy;
    case ComponentState::Running: return Health::Healthy;
    case ComponentState::Stopped:
    case ComponentState::Stopping: return Health::Unknown;
    }
    return Health::Unknown;
}

ComponentHealth partHealth(const ComponentStatus &status, const StandaloneLook &look)
{
    ComponentHealth part{.id = healthName(status.id), .title = partTitle(status.id), .health = ofProcess(status.state)};
    if (status.state == ComponentState::CrashLoop || status.state == ComponentState::Restarting)
        part.text = status.lastEnd;
    const auto told = look.health ? look.health->part(part.id) : std::nullopt;
    if (part.health != Health::Healthy)
        return part;
    // The page itself answers, or health would be absent.
    if (status.id == QLatin1String(webPart))
        part.health = look.health ? Health::Healthy : Health::Starting;
    else if (told)
        part.health = told->healthy ? Health::Healthy : Health::Starting;
    else if (status.id != QLatin1String(postgresPart))
        part.health = Health::Starting;
    return part;
}

QString problemOf(const StandaloneLook &look)
{
    if (look.leftovers > 0)
        return tr("Processes of an earlier run are left; Start ends them");
    if (!look.supervisor)
        return {};
    for (const ComponentStatus &status : look.supervisor->components) {
        if (status.state == ComponentState::CrashLoop)
            return tr("%1 ends again and again: %2").arg(partTitle(status.id), status.lastEnd);
    }
    return look.supervisor->problem;
}

QList<Fact> factsOf(const StandaloneLook &look)
{
    const StandaloneRecord &record = *look.record;
    QList<Fact> facts{{tr("Airflow"), record.airflow}, {tr("Python"), record.python}};
    if (look.environment)
        facts += Fact{.label = tr("Environment"), .value = look.environment->id, .note = look.environment->lockNote};
    if (record.isSqlite)
        facts +=
            Fact{.label = tr("Database"), .value = QStringLiteral("SQLite"), .note = tr("no PostgreSQL could be had; for a first look")};
    else
        facts += Fact{tr("Database"), tr("PostgreSQL, on a socket of this machine")};
    facts += Fact{tr("Executor"), executorName(!record.airflow.startsWith(QLatin1String("2.")), record.isSqlite)};
    return facts;
}
} // namespace

bool StandaloneLook::isUp(const QString &part) const
{
    const ComponentStatus *status = supervisor ? supervisor->find(part) : nullptr;
    return status && status->state == ComponentState::Running;
}

bool StandaloneLook::runs() const
{
    return supervisor && std::any_of(supervisor->components.begin(), supervisor->components.end(), [](const ComponentStatus &status) {
               return status.state != ComponentState::Stopped && status.id != QLatin1String(postgresPart);
           });
}

bool StandaloneLook::allRun() const
{
    return supervisor && std::all_of(supervisor->components.begin(), supervisor->components.end(), [](const ComponentStatus &status) {
               return status.state == ComponentState::Running;
           });
}

Observed observedFrom(const StandaloneLook &look, bool upToDate)
{
    Observed seen;
    if (!look.record)
        return seen;
    seen.exists = seen.owned = true;
    seen.runs = look.runs();
    seen.apiAnswers = look.supervisor.has_value();
    seen.installed = !look.record->prepared.isEmpty();
    seen.upToDate = upToDate;
    seen.airflowHealthy = look.isHealthy();
    seen.problem = problemOf(look);
    seen.facts = factsOf(look);
    if (!look.supervisor)
        return seen;
    for (const ComponentStatus &status : look.supervisor->components)
        seen.components += partHealth(status, look);
    if (const ComponentStatus *web = look.supervisor->find(QString::fromLatin1(webPart)); web && seen.airflowHealthy)
        seen.readySince = web->since;
    return seen;
}

} // namespace windsock
