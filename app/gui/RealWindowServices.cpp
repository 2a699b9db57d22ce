// SPDX-License-Identifier: Apache-2.0
#include "app/gui/RealWindowServices.h"

#include "core/workspace/WorkspaceTemplates.h"

#include <QCoreApplication>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("RealWindowServices", text);
}

QString keyOf(const QString &folder)
{
    return QFileInfo(folder).canonicalFilePath();
}
} // namespace

RealWindowServices::RealWindowServices(Services &services)
    : m_services(services), m_settings(settingsFile(services.paths())),
      m_recent(services.paths().state.filePath(QStringLiteral("recent.json"))), m_machine(services.makeBackend())
{}

QString RealWindowServices::settingsFile(const Paths &paths)
{
    return paths.config.filePath(QStringLiteral("settings.ini"));
}

WindowServices RealWindowServices::forWindow()
{
    return {.clock = m_services.clock(),
            .desktop = m_desktop,
            .prompts = m_prompts,
            .settings = m_settings,
            .open = [this](const QString &folder) { return open(folder); },
            .settle = [this](const QString &folder) { return settle(folder); },
            .changeMode = [this](const QString &folder, Mode mode) { return changeMode(folder, mode); },
            .move = [this](const QString &folder) { return move(folder); },
            .busy = [this] { return busy(); },
            .recentWorkspaces = [this] { return recent(); },
            .create = &RealWindowServices::create,
            .doctor = [this] { return m_machine->check(nullptr); },
            .repair = [this](const Remedy &remedy, const RemedyWatch &watch) { return m_machine->apply(m_nowhere, remedy, watch); }};
}

Result<Cluster *> RealWindowServices::open(const QString &folder)
{
    const QString path = keyOf(folder);
    const auto known = m_clusters.find(path);
    if (known != m_clusters.end()) {
        // Opened before and perhaps at work: the same object, with the files as they are now.
        if (!known->second->intent())
            (void)known->second->reload(); // what is wrong with them Start says
        (void)m_recent.add(path);
        return known->second.get();
    }
    Result<std::unique_ptr<Cluster>> cluster = m_services.openCluster(folder);
    if (!cluster)
        return cluster.error();
    (void)m_recent.add(path); // a full disk is no reason not to open it
    return (m_clusters[path] = std::move(*cluster)).get();
}

std::optional<Mode> RealWindowServices::chosenMode(const QString &path) const
{
    const auto chosen = m_chosen.find(path);
    return chosen == m_chosen.end() ? std::nullopt : std::optional(chosen->second);
}

Async<Cluster *> RealWindowServices::settle(const QString &folder)
{
    const QString path = keyOf(folder);
    const auto wanted = chosenMode(path);
    const Async<Cluster *> cluster =
        andThen(m_services.chooseMode(folder, wanted, &m_context), &m_context, [this, path, wanted](const ModeChoice &choice) {
            const bool isStale = chosenMode(path) != wanted; // somebody chose meanwhile
            return settled(path, isStale ? std::nullopt : std::optional(choice.mode));
        });
    // The window asks for the answer after this, so it is told before: by the time the loop comes round it shows the other.
    whenDone(cluster, &m_context, [this](const Result<Cluster *> &) { letGo(); });
    return cluster;
}

Result<Cluster *> RealWindowServices::settled(const QString &path, std::optional<Mode> mode)
{
    const auto known = m_clusters.find(path);
    if (known == m_clusters.end())
        return Error{Error::Code::NotFound, tr("This workspace is not open")};
    Cluster *cluster = known->second.get();
    // A run that was begun meanwhile, or is there to be looked at, stays.
    if (!mode || cluster->mode() == *mode || cluster->run())
        return cluster;
    const Result<Cluster *> other = replace(path, *mode);
    return other ? *other : cluster;
}

Result<Cluster *> RealWindowServices::notBusy(const QString &path)
{
    const auto known = m_clusters.find(path);
    if (known == m_clusters.end())
        return Error{Error::Code::NotFound, tr("This workspace is not open")};
    if (known->second->intent())
        return Error{.code = Error::Code::Conflict,
                     .what = tr("A run is under way"),
                     .why = {},
                     .todo = tr("Wait for its end, or cancel it; then choose another mode")};
    return known->second.get();
}

Result<Cluster *> RealWindowServices::changeMode(const QString &folder, Mode mode)
{
    const QString path = keyOf(folder);
    const Result<Cluster *> cluster = notBusy(path);
    if (!cluster)
        return cluster;
    // Where a look shows that nothing is there, a mark that was left behind binds nobody.
    const bool isGone = (*cluster)->observed() && !(*cluster)->observed()->exists;
    if (Result<> may = isGone ? Result<>() : m_services.mayRunIn(mode, (*cluster)->workspace()); !may) {
        may.error().todo = tr("Delete it first: windsock delete --confirm %1").arg((*cluster)->workspace().clusterName());
        return may.error();
    }
    const Result<Cluster *> other = (*cluster)->mode() == mode ? cluster : replace(path, mode);
    if (other)
        m_chosen[path] = mode;
    letGo();
    return other;
}

Result<Cluster *> RealWindowServices::move(const QString &folder)
{
    const QString path = keyOf(folder);
    if (const Result<Cluster *> cluster = notBusy(path); !cluster)
        return cluster;
    Result<std::unique_ptr<Cluster>> moving = m_services.openMoving(folder);
    if (!moving)
        return moving.error();
    Cluster *const cluster = put(path, std::move(*moving));
    m_chosen[path] = cluster->mode();
    letGo();
    return cluster;
}

// In the place of the one that is shown, which lives on until letGo().
Cluster *RealWindowServices::put(const QString &path, std::unique_ptr<Cluster> cluster)
{
    std::unique_ptr<Cluster> &place = m_clusters[path];
    m_replaced.push_back(std::exchange(place, std::move(cluster)));
    return place.get();
}

Result<Cluster *> RealWindowServices::replace(const QString &path, Mode mode)
{
    Result<std::unique_ptr<Cluster>> other = m_services.openCluster(m_clusters[path]->workspace().folder().absolutePath(), mode);
    return other ? Result<Cluster *>(put(path, std::move(*other))) : Result<Cluster *>(other.error());
}

// Not at once: the window still shows them.
void RealWindowServices::letGo()
{
    for (std::unique_ptr<Cluster> &cluster : m_replaced)
        cluster.release()->deleteLater();
    m_replaced.clear();
}

QList<Cluster *> RealWindowServices::busy() const
{
    QList<Cluster *> clusters;
    for (const auto &[path, cluster] : m_clusters) {
        if (cluster->intent())
            clusters.append(cluster.get());
    }
    return clusters;
}

// One folder may be in the list by two names: a link leads to it, and it was opened through that elsewhere.
QStringList RealWindowServices::recent() const
{
    QStringList folders;
    for (const QString &folder : m_recent.list())
        folders.append(keyOf(folder));
    folders.removeDuplicates();
    return folders;
}

Result<QString> RealWindowServices::create(const QString &folder, ChartFlavor flavor, const WorkspaceOptions &options)
{
    const Result<QStringList> made = createWorkspace(folder, flavor, options);
    if (!made)
        return made.error();
    return folder;
}

} // namespace windsock
