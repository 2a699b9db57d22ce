// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/KindBackend.h"

#include "core/backends/DirectForward.h"
#include "core/backends/kind/BuildStep.h"
#include "core/backends/kind/DirectWeb.h"
#include "core/backends/kind/EngineRun.h"
#include "core/backends/kind/FolderAccess.h"
#include "core/backends/kind/KindEvidence.h"
#include "core/backends/kind/KindUsable.h"
#include "core/backends/kind/KindWatch.h"
#include "core/backends/kind/LoadStep.h"
#include "core/backends/kind/MountProof.h"
#include "core/backends/kind/NodeControl.h"
#include "core/backends/kind/NodePlans.h"
#include "core/backends/kind/PortForward.h"
#include "core/backends/kind/Preflight.h"
#include "core/backends/kind/SchedulerPod.h"
#include "core/backends/kind/StartPlan.h"
#include "core/base/Background.h"
#include "core/process/ToolFinder.h"
#include "core/tools/EngineStart.h"
#include "core/tools/Kind.h"
#include "core/tools/Kubectl.h"
#include "core/workspace/WebPath.h"

#include <QCoreApplication>
#include <QFile>

namespace windsock {

using namespace std::chrono_literals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("KindBackend", text);
}

struct Component
{
    const char *id, *title, *selector;
};
// Labels of both charts (airflow-helm 8.x: component=web; apache-airflow 1.x: webserver or api-server).
constexpr Component components[] = {
    {"scheduler", QT_TRANSLATE_NOOP("KindBackend", "Scheduler"), "component=scheduler"},
    {"web", QT_TRANSLATE_NOOP("KindBackend", "Web page"), "component in (web,webserver,api-server)"},
    {"triggerer", QT_TRANSLATE_NOOP("KindBackend", "Triggerer"), "component=triggerer"},
    {"dag-processor", QT_TRANSLATE_NOOP("KindBackend", "DAG processor"), "component=dag-processor"},
    {"migrations", QT_TRANSLATE_NOOP("KindBackend", "Database migrations"), "component in (db-migrations,run-airflow-migrations)"},
    {"tasks", QT_TRANSLATE_NOOP("KindBackend", "Tasks"), "kubernetes_executor=True"},
};
} // namespace

KindBackend::KindBackend(KindSession session) : m_session(std::move(session)), m_probe(m_session) {}

bool KindBackend::holds(const Workspace &workspace, const Paths &paths)
{
    return QFile::exists(KindPlaces::of(workspace, paths).ownerMark);
}

Plan KindBackend::plan(Intent intent, const Workspace &workspace)
{
    switch (intent) {
    case Intent::Start: return startPlan(workspace, m_session, m_probe);
    case Intent::Pause: return pausePlan(workspace, m_session, &m_probe);
    case Intent::Stop: return stopPlan(workspace, m_session, &m_probe);
    case Intent::Restart: return restartPlan(workspace, m_session, m_probe);
    case Intent::Reset: return resetPlan(workspace, m_session, m_probe);
    case Intent::Delete: return deletePlan(workspace, m_session, &m_probe);
    }
    return {};
}

QString KindBackend::webStep() const
{
    return QString::fromLatin1(waitStepId);
}

Plan KindBackend::idlePlan(const Workspace &)
{
    return primePlan(m_session);
}

Async<> KindBackend::isUsable(const Workspace &workspace)
{
    return isKindUsable(m_session, workspace, !installedEngines().isEmpty(), &m_probe);
}

Async<QList<Finding>> KindBackend::check(const Workspace *workspace)
{
    const std::shared_ptr<const Workspace> snapshot = workspace ? std::make_shared<const Workspace>(*workspace) : nullptr;
    return andThen(gatherPreflight(m_session, snapshot.get(), &m_probe), &m_probe, [this, snapshot](const Preflight &facts) {
        if (!snapshot)
            return ready(judgePreflight(facts, nullptr, nullptr, OwnNode::None));
        return andFinally(m_probe.look(*snapshot), &m_probe, [this, snapshot, facts](const Result<KindLook> &look) {
            const KindPlaces places = KindPlaces::of(*snapshot, m_session.paths);
            return Result<QList<Finding>>(judgePreflight(facts, snapshot.get(), &places, look ? ownNode(*look) : OwnNode::None));
        });
    });
}

Async<QList<Finding>> KindBackend::proveMounts(const Workspace &workspace)
{
    return andThen(m_probe.look(workspace), &m_probe,
                   [this, workspace](const KindLook &look) { return windsock::proveMounts(m_session, workspace, look, &m_probe); });
}

Async<Observed> KindBackend::probe(const Workspace &workspace)
{
    if (const auto seen = m_probe.takeJustSeen())
        return ready(*seen);
    return andThen(m_probe.look(workspace), &m_probe, [this, workspace](const KindLook &look) { return observe(workspace, look); });
}

Async<Observed> KindBackend::observe(const Workspace &workspace, const KindLook &look)
{
    if (!look.release)
        return ready(observedFrom(look, workspace, {}));
    const auto facts = std::make_shared<StartFacts>(workspace, m_session);
    return andFinally(lookForImage(facts, m_session.runner, &m_probe, {}), &m_probe, [facts, look](const Result<> &) {
        const bool known = !facts->workspace.build() || !facts->imageId.isEmpty();
        return Result<Observed>(observedFrom(look, facts->workspace, known ? facts->releaseInputs() : QStringLiteral("changed")));
    });
}

WebAccess KindBackend::web(const Workspace &workspace) const
{
    const auto direct = directWebPort(workspace);
    const QString url = QStringLiteral("http://localhost:%1").arg(direct.value_or(workspace.webPort())) + webPath(workspace);
    WebAccess access{QUrl(url), workspace.login()};
    access.direct = direct.has_value();
    return access;
}

std::unique_ptr<Forward> KindBackend::forward(const Workspace &workspace)
{
    if (const auto port = directWebPort(workspace))
        return std::make_unique<DirectForward>(*port, tr("localhost:%1 leads into the cluster").arg(*port));
    return std::make_unique<PortForward>(m_session, workspace, m_probe);
}

std::unique_ptr<BackendWatch> KindBackend::watch(const Workspace &workspace)
{
    return std::make_unique<KindWatch>(m_session, workspace, m_probe);
}

QList<LogSource> KindBackend::logSources(const Workspace &) const
{
    QList<LogSource> sources;
    for (const Component &component : components)
        sources += LogSource{QString::fromLatin1(component.id), tr(component.title)};
    return sources;
}

Async<> KindBackend::logs(const Workspace &workspace, const LogRequest &request)
{
    const KindPlaces places = KindPlaces::of(workspace, m_session.paths);
    for (const Component &component : components) {
        if (request.sourceId != QLatin1String(component.id))
            continue;
        Command command = kubectl::logs({.place = {m_session.target(places), workspace.nameSpace()},
                                         .selector = QString::fromLatin1(component.selector),
                                         .follow = request.follow});
        command.limit = request.follow ? 0s : 30s;
        return andThen(m_session.runner.run(command, request.sink, request.cancel), &m_probe, [](const CommandOutput &output) {
            return output.succeeded() ? Result<>() : Result<>(explained({}, Tool::Kubectl, output));
        });
    }
    return failed(Error{Error::Code::BadInput, tr("There is no component “%1”").arg(request.sourceId)});
}

Async<> KindBackend::apply(const Workspace &workspace, const Remedy &remedy, const RemedyWatch &watch)
{
    if (remedy.id == QLatin1String("folders.create"))
        return makeFolders(remedy);
    if (remedy.id == QLatin1String("folders.permit"))
        return resolved(permitFolder(workspace, remedy.argument));
    if (remedy.id == QLatin1String("engine.start"))
        return startEngine(m_session, remedy.argument, &m_probe, watch);
    if (remedy.id == QLatin1String("tools.download"))
        return download(remedy.argument, watch);
    if (remedy.id == QLatin1String("images.prune"))
        return pruneImages(m_session, &m_probe, watch);
    return failed(Error{Error::Code::NotFound, tr("This cannot be done from here: %1").arg(remedy.label)});
}

Async<> KindBackend::download(const QString &tool, const RemedyWatch &watch)
{
    for (const Tool wanted : {Tool::Kind, Tool::Helm, Tool::Kubectl}) {
        const auto release = toolName(wanted) == tool ? toolDownloadHere(wanted) : std::nullopt;
        if (!release)
            continue;
        if (!m_downloader)
            m_downloader = std::make_unique<ToolDownloader>(m_session.runner, m_session.clock, m_session.paths.tools());
        return andThen(m_downloader->fetch(*release, watch.progress, watch.cancel), &m_probe, [this, wanted](const QString &) {
            m_session.tools.forget(wanted); // one that was too old may be in use so far
            return Result<>();
        });
    }
    return failed(Error{Error::Code::NotFound, tr("Windsock has no release of “%1” for this machine").arg(tool)});
}

Async<Command> KindBackend::pythonInAirflow(const Workspace &workspace, const QByteArray &script, RunContext &context)
{
    return andThen(m_probe.look(workspace, context.cancel()), &context, [this, workspace, script](const KindLook &look) -> Result<Command> {
        const auto scheduler = runningScheduler(look);
        if (!scheduler)
            return Error{.code = Error::Code::NotFound, .what = tr("Airflow's scheduler does not run in the cluster")};
        Command command = kubectl::exec({.place = {m_session.target(KindPlaces::of(workspace, m_session.paths)), workspace.nameSpace()},
                                         .pod = scheduler->pod,
                                         .container = scheduler->container,
                                         .argv = {"python", "-c", QString::fromUtf8(script)},
                                         .readsInput = true});
        command.limit = 5min;
        return command;
    });
}

Async<> KindBackend::collectEvidence(const Workspace &workspace, const QString &folder, const Cancel &cancel)
{
    const KindPlaces places = KindPlaces::of(workspace, m_session.paths);
    const auto found = findNode(m_session.runner, places, &m_probe, cancel);
    return andThen(found, &m_probe, [this, places, folder, cancel](const FoundNode &node) -> Async<> {
        // One that ended while it booted has its last words to tell; a paused one would be waited for.
        if (!node || !isOurs(*node, places) || isPaused(*node))
            return ready();
        const QString exported = folder + QStringLiteral("/kind-logs");
        Command logs = kind::exportLogs({places.cluster, places.kubeconfig}, exported);
        logs.limit = 60s;
        // Also what an export that failed has left; after a cancel none of it stays.
        return andFinally(m_session.runner.run(logs, {}, cancel), &m_probe, [this, exported, cancel](const Result<CommandOutput> &) {
            const auto mask = [exported, redactor = m_session.redactor ? *m_session.redactor : Redactor()](const std::atomic_bool &stop) {
                return maskEvidence(exported, redactor, stop);
            };
            return inBackground(&m_probe, cancel, mask);
        });
    });
}

} // namespace windsock
