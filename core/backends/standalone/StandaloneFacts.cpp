// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/StandaloneFacts.h"

#include "core/backends/standalone/AirflowHome.h"

#include <QThread>

namespace windsock {

StandaloneFacts::StandaloneFacts(const Workspace &workspaceNow, StandaloneSession &sessionNow, StandaloneTools &toolsNow,
                                 StandaloneProbe &probeNow)
    : workspace(workspaceNow), session(sessionNow), tools(toolsNow), probe(probeNow),
      places(StandalonePlaces::of(workspaceNow, sessionNow.paths))
{}

Async<UvProgram> StandaloneFacts::uv(RunContext &context)
{
    if (!m_uv) {
        UvInstallRequest request;
        request.progress = [&context](const QString &text) { context.progress(text); };
        request.cancel = context.cancel();
        m_uv = tools.uv.ensure(request);
    }
    return *m_uv;
}

Result<PostgresPlaces> databasePlaces(const StandalonePlaces &places)
{
    const auto user = chooseServerUser(AccountFacts::ofThisMachine());
    if (!user)
        return user.error();
    return PostgresPlaces::of(places.state.absolutePath(), *user);
}

Result<QList<Component>> wantedComponents(const StandaloneWish &wish, const StandalonePlaces &places, const StandaloneRecord &record,
                                          const EnvironmentStore &store)
{
    const auto database = databasePlaces(places);
    if (!database)
        return database.error();
    return airflowComponents(wish, places,
                             {.base = record.base,
                              .environment = store.folderOf(record.environment),
                              .databaseUrl = database->sqlAlchemyUrl(),
                              .port = record.port,
                              .cores = QThread::idealThreadCount()});
}

QString wantedPreparation(const StandaloneWish &wish, const QString &environment)
{
    return environment + QLatin1Char(' ') + wish.objectsFingerprint();
}

QStringList outdatedParts(const QList<Component> &wanted, const StandaloneLook &look)
{
    QStringList ids;
    for (const Component &component : wanted) {
        const ComponentStatus *status = look.supervisor ? look.supervisor->find(component.id) : nullptr;
        if (status && status->state != ComponentState::Stopped && status->fingerprint != component.fingerprint())
            ids += component.id;
    }
    return ids;
}

bool isUpToDate(const StandaloneWish &wish, const Workspace &workspace, const StandalonePlaces &places, const StandaloneLook &look,
                const EnvironmentStore &store)
{
    if (!look.record || !look.environment || look.record->port != workspace.webPort())
        return false;
    const EnvironmentSpec spec = wish.specFor(look.environment->python);
    if (spec.id() != look.record->environment || look.record->prepared != wantedPreparation(wish, look.record->environment))
        return false;
    const auto wanted = wantedComponents(wish, places, *look.record, store);
    if (!wanted || !AirflowHome(wish, places).isUpToDate())
        return false;
    return std::all_of(wanted->begin(), wanted->end(), [&look](const Component &component) {
        const ComponentStatus *status = look.supervisor ? look.supervisor->find(component.id) : nullptr;
        return status && status->fingerprint == component.fingerprint();
    });
}

} // namespace windsock
