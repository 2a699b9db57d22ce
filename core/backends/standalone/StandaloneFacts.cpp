// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/StandaloneFacts.h"

#include "core/backends/standalone/AirflowHome.h"

#include <QThread>

namespace windsock {

namespace {
// The files are read once, when a process begins: by it the one that has read others is another one.
const QString homeFilesVariable = QStringLiteral("WINDSOCK_HOME_FILES");

QList<Component> withFiles(QList<Component> components, const QString &fingerprint)
{
    for (Component &component : components)
        component.environment[homeFilesVariable] = fingerprint;
    return components;
}
} // namespace

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

Result<> StandaloneFacts::save() const
{
    const StandaloneRecord before = look.record.value_or(StandaloneRecord());
    const bool hasEnvironment = environment.id == record.environment;
    StandaloneRecord told = record;
    if (!hasEnvironment)
        told.environment = before.environment;
    if (earlierRuns())
        told.port = before.port;
    if (earlierRuns() || (!hasEnvironment && !before.environment.isEmpty())) {
        told.airflow = before.airflow;
        told.python = before.python;
    }
    return told.save(places.record);
}

Result<PostgresPlaces> databasePlaces(const StandalonePlaces &places)
{
    const auto user = chooseServerUser(AccountFacts::ofThisMachine());
    if (!user)
        return user.error();
    return PostgresPlaces::of(places.state.absolutePath(), *user);
}

Result<QString> databaseUrl(const StandalonePlaces &places, const StandaloneRecord &record, bool preparing)
{
    if (record.isSqlite)
        return QStringLiteral("sqlite:///") + places.sqlite;
    const auto database = databasePlaces(places);
    if (!database)
        return database.error();
    return preparing ? database->preparingUrl() : database->sqlAlchemyUrl();
}

PodPaths wantedPodPaths(const StandaloneWish &wish, const StandalonePlaces &places, const EnvironmentStore &store, const QString &python)
{
    QList<WorkspaceFolder> folders = wish.folders.all();
    const auto isHome = [&wish](const WorkspaceFolder &folder) { return QDir::cleanPath(folder.podPath) == wish.folders.home; };
    if (std::none_of(folders.cbegin(), folders.cend(), isHome))
        folders += WorkspaceFolder{.host = places.home, .shown = QStringLiteral("AIRFLOW_HOME"), .podPath = wish.folders.home};
    QStringList kept{QDir::homePath(), places.state.absolutePath(), store.folder(), python};
    if (const auto database = databasePlaces(places))
        kept += database->socketFolder;
    for (const QString &path : QStringList(kept))
        kept += QFileInfo(path).canonicalFilePath();
    kept.removeAll(QString());
    return PodPaths::of(folders, kept, HostRoot::ofThisMachine());
}

Result<QList<Component>> wantedComponents(const StandaloneWish &wish, const StandalonePlaces &places, const StandaloneRecord &record,
                                          const EnvironmentStore &store)
{
    const auto database = databaseUrl(places, record);
    if (!database)
        return database.error();
    RuntimeFacts facts{.base = record.base,
                       .environment = store.folderOf(record.environment),
                       .databaseUrl = *database,
                       .port = record.port,
                       .cores = QThread::idealThreadCount()};
    const QString files = AirflowHome(wish, places).fingerprint();
    if (record.bubblewrap.isEmpty())
        return withFiles(airflowComponents(wish, places, facts), files);
    const PodPaths paths =
        wantedPodPaths(wish, places, store, QFileInfo(facts.environment + QStringLiteral("/bin/python")).canonicalFilePath());
    StandaloneWish seen = wish;
    seen.folders = paths.seen(wish.folders);
    if (paths.showsAt(places.home, wish.folders.home))
        facts.home = wish.folders.home;
    QList<Component> components = withFiles(airflowComponents(seen, places, facts), files);
    for (Component &component : components)
        component = paths.around(component, record.bubblewrap, facts.home);
    return components;
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
    const auto isWanted = [&wanted](const ComponentStatus &status) {
        return status.id == QLatin1String(postgresPart)
               || std::any_of(wanted.cbegin(), wanted.cend(), [&status](const Component &one) { return one.id == status.id; });
    };
    for (const ComponentStatus &status : look.supervisor ? look.supervisor->components : QList<ComponentStatus>()) {
        if (status.state != ComponentState::Stopped && !isWanted(status))
            ids += status.id;
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
    if (!wanted || !AirflowHome(wish, places).isUpToDate() || !outdatedParts(*wanted, look).isEmpty())
        return false;
    return std::all_of(wanted->begin(), wanted->end(), [&look](const Component &component) {
        const ComponentStatus *status = look.supervisor ? look.supervisor->find(component.id) : nullptr;
        return status && status->fingerprint == component.fingerprint();
    });
}

} // namespace windsock
