// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/DatabaseStep.h"

#include "core/postgres/PostgresCommand.h"
#include "core/postgres/PostgresCopy.h"
#include "core/postgres/PostgresReady.h"
#include "core/supervise/ComponentList.h"
#include "core/supervise/SupervisorClient.h"
#include "core/supervise/SupervisorDaemon.h"
#include "core/supervise/SupervisorStarter.h"
#include "core/supervise/SupervisorWatch.h"

#include <QCoreApplication>

namespace windsock::standalone {

using namespace std::chrono_literals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("DatabaseStep", text);
}

constexpr auto bootPatience = 60s;

// The system's PostgreSQL, else the programs of a wheel in our own folder.
Async<PostgresInstallation> findPrograms(const StandaloneFactsPtr &facts, RunContext &context, const PostgresPlaces &places)
{
    // The same programs that made the data folder, if they are the wheel's: a system's newer one could not read it.
    const auto own = facts->tools.embedded.find();
    if (own && places.dataMajor() == own->version.major)
        return ready(PostgresInstallation{own->bin(), own->version});
    const auto dataMajor = places.dataMajor();
    const auto found = facts->tools.postgres.best(dataMajor, context.cancel());
    const auto orFetched = [facts, &context, dataMajor](const Result<PostgresInstallation> &best) -> Async<PostgresInstallation> {
        if (best || !isWorthFetching(best.error(), dataMajor))
            return resolved(best);
        context.progress(tr("fetching PostgreSQL"));
        return andThen(facts->uv(context), &context, [facts, &context](const UvProgram &uv) {
            EmbeddedPostgresRequest request;
            request.python = facts->python;
            request.uv = uv.path;
            request.listener.title = QStringLiteral("PostgreSQL");
            request.listener.progress = [&context](const QString &text) { context.progress(text); };
            request.cancel = context.cancel();
            return andThen(facts->tools.embedded.ensure(request), &context, [](const PostgresPrograms &programs) {
                return Result<PostgresInstallation>(PostgresInstallation{programs.bin(), programs.version});
            });
        });
    };
    return andFinally(found, &context, orFetched);
}

Async<PostgresSetup> setUp(const StandaloneFactsPtr &facts, RunContext &context)
{
    const auto places = databasePlaces(facts->places);
    if (!places)
        return failed<PostgresSetup>(places.error());
    return andThen(findPrograms(facts, context, *places), &context, [places = *places, &context](const PostgresInstallation &programs) {
        const auto reachable = reachablePostgres(programs, places.user, PostgresBases::standard().system);
        return andThen(reachable, &context, [places](const PostgresInstallation &there) {
            return Result<PostgresSetup>(PostgresSetup{places, there});
        });
    });
}

// components.json with the database in it, and everything else as it was.
Result<> define(const StandaloneFacts &facts, const Component &postgres)
{
    QList<Component> list = loadComponents(facts.places.supervisor.components()).value_or({});
    list.removeIf([&postgres](const Component &component) { return component.id == postgres.id; });
    list.prepend(postgres);
    return saveComponents(facts.places.supervisor.components(), list);
}

// Ends early where the server dies again and again, with what it said.
Async<> waitForServer(const StandaloneFactsPtr &facts, RunContext &context)
{
    struct Waiting
    {
        Cancel end;
        QByteArrayList lastWords;
        CancelHook hook;
    };
    const auto waiting = std::make_shared<Waiting>();
    waiting->hook = context.cancel().onRequest([end = waiting->end] { end.request(); });
    auto *watch = new SupervisorWatch(facts->places.supervisor, &context);
    QObject::connect(watch, &SupervisorWatch::changed, &context, [waiting](const SupervisorStatus &status) {
        const ComponentStatus *server = status.find(QString::fromLatin1(postgresPart));
        if (!server || server->state != ComponentState::CrashLoop)
            return;
        waiting->lastWords = server->lastLines.toUtf8().split('\n');
        waiting->end.request();
    });
    watch->start();
    const auto ready = waitForPostgres(facts->database->places, facts->session.clock, &context, bootPatience, waiting->end);
    return andFinally(ready, &context, [waiting, watch, &context](const Result<> &result) -> Result<> {
        watch->deleteLater();
        waiting->hook.reset();
        const bool died = !result && result.error().isCancel() && !context.cancel().isRequested();
        return died ? Result<>(postgresFailure(waiting->lastWords)) : result;
    });
}

Async<> startSupervisor(const StandaloneFactsPtr &facts, RunContext &context)
{
    const Command supervisor{.program = facts->session.program,
                             .args = {QString::fromLatin1(superviseVerb), facts->places.state.absolutePath()},
                             .detached = true};
    const auto starter =
        std::make_shared<SupervisorStarter>(facts->places.supervisor, supervisor, facts->session.runner, facts->session.clock);
    return andThen(starter->ensure(context.cancel()), &context, [starter](const SupervisorStatus &) { return Result<>(); });
}

Async<> startServer(const StandaloneFactsPtr &facts, RunContext &context)
{
    if (const Result<> prepared = preparePostgresStart(*facts->database); !prepared)
        return failed(prepared.error());
    const Command command = postgresCommand(*facts->database);
    context.note(QStringLiteral("$ ") + command.shown());
    if (const Result<> defined = define(*facts, postgresComponent(command, facts->places)); !defined)
        return failed(defined.error());
    const auto client = std::make_shared<SupervisorClient>(facts->places.supervisor, facts->session.clock);
    const auto up = andThen(startSupervisor(facts, context), &context,
                            [client](Nothing) { return client->start({QString::fromLatin1(postgresPart)}); });
    return andThen(up, &context, [facts, &context, client](const SupervisorStatus &) {
        context.progress(tr("waiting for it"));
        return waitForServer(facts, context);
    });
}

Async<> runPostgres(const StandaloneFactsPtr &facts, RunContext &context, const PostgresSetup &setup)
{
    facts->database = setup;
    const Version &version = setup.programs.version;
    const QString name = QStringLiteral("PostgreSQL %1.%2").arg(version.major).arg(version.minor);
    context.progress(name);
    const auto made = initPostgres(setup, context.runner(), &context, context.cancel());
    const auto up = andThen(made, &context, [facts, &context](Nothing) { return startServer(facts, context); });
    return andThen(up, &context, [&context, name](Nothing) {
        context.progress(name, 1);
        return Result<>();
    });
}

// One file of Airflow's own: there is nothing to start but who keeps Airflow's parts.
Async<> runSqlite(const StandaloneFactsPtr &facts, RunContext &context)
{
    context.progress(tr("SQLite, for a first look"));
    if (const Result<> saved = facts->save(); !saved)
        return failed(saved.error());
    return startSupervisor(facts, context);
}

// Where nothing lies in a PostgreSQL yet, none being there is no reason not to begin. A network that fails is: it comes back.
bool canDoWithout(const StandaloneFacts &facts, const Error &error)
{
    const bool isNone = error.code == Error::Code::ToolMissing || error.code == Error::Code::NotFound;
    const auto places = databasePlaces(facts.places);
    return isNone && facts.record.prepared.isEmpty() && !(places && places->dataMajor());
}

Async<> runDatabase(const StandaloneFactsPtr &facts, RunContext &context)
{
    if (facts->record.isSqlite)
        return runSqlite(facts, context);
    return andFinally(setUp(facts, context), &context, [facts, &context](const Result<PostgresSetup> &setup) {
        if (setup)
            return runPostgres(facts, context, *setup);
        if (!canDoWithout(*facts, setup.error()))
            return failed(setup.error());
        context.note(setup.error().report());
        context.note(facts->wish->isAirflow3()
                         ? tr("SQLite takes its place: slower where much is written, and not what dev and prod have")
                         : tr("SQLite takes its place: tasks run one after the other, and it is not what dev and prod have"));
        facts->record.isSqlite = true;
        return runSqlite(facts, context);
    });
}
} // namespace

bool isWorthFetching(const Error &why, std::optional<int> dataMajor)
{
    if (why.code == Error::Code::ToolMissing)
        return true;
    const bool readsIt = dataMajor == EmbeddedPostgres::version().major && EmbeddedPostgres::isMadeForThisMachine();
    return why.code == Error::Code::Conflict && readsIt;
}

Step databaseStep(const StandaloneFactsPtr &facts)
{
    Step step{.id = "database", .title = tr("Start the database"), .after = {"check"}, .limit = 10min};
    step.isDone = [facts](RunContext &) {
        return ready(facts->record.isSqlite ? facts->look.supervisor.has_value() : facts->look.isUp(QString::fromLatin1(postgresPart)));
    };
    step.run = [facts](RunContext &context) { return runDatabase(facts, context); };
    return step;
}

} // namespace windsock::standalone
