// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/StandaloneBackend.h"

#include "core/backends/DirectForward.h"
#include "core/backends/standalone/CompileStep.h"
#include "core/backends/standalone/ComponentLogTail.h"
#include "core/backends/standalone/DagDifferences.h"
#include "core/backends/standalone/MoveOut.h"
#include "core/backends/standalone/PartsStep.h"
#include "core/backends/standalone/StandaloneCheck.h"
#include "core/backends/standalone/StandaloneWatch.h"
#include "core/backends/standalone/StartPlan.h"
#include "core/backends/standalone/UnusedEnvironments.h"
#include "core/base/Background.h"

#include <QCoreApplication>
#include <QFile>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("StandaloneBackend", text);
}
} // namespace

StandaloneBackend::StandaloneBackend(StandaloneSession session)
    : m_session(std::move(session)), m_tools(m_session), m_probe(m_session, m_tools.store)
{}

bool StandaloneBackend::holds(const Workspace &workspace, const Paths &paths)
{
    return QFile::exists(StandalonePlaces::of(workspace, paths).record);
}

bool StandaloneBackend::offers(Intent intent) const
{
    return intent != Intent::Pause; // stopping takes a second, starting again a few: nothing is won by freezing
}

StandaloneFactsPtr StandaloneBackend::factsOf(const Workspace &workspace)
{
    return std::make_shared<StandaloneFacts>(workspace, m_session, m_tools, m_probe);
}

Plan StandaloneBackend::plan(Intent intent, const Workspace &workspace)
{
    const StandaloneFactsPtr facts = factsOf(workspace);
    switch (intent) {
    case Intent::Start: return standalone::startPlan(facts);
    case Intent::Pause:
    case Intent::Stop: return standalone::stopPlan(facts);
    case Intent::Restart: return standalone::restartPlan(facts);
    case Intent::Reset: return standalone::resetPlan(facts);
    case Intent::Delete: return standalone::deletePlan(facts);
    }
    return {};
}

QString StandaloneBackend::webStep() const
{
    return QString::fromLatin1(standalone::waitStepId);
}

Plan StandaloneBackend::idlePlan(const Workspace &workspace)
{
    return {{}, {standalone::compileStep(factsOf(workspace))}};
}

Async<QList<Finding>> StandaloneBackend::check(const Workspace *workspace)
{
    if (!workspace)
        return ready(QList<Finding>{});
    auto wish = StandaloneWish::of(*workspace);
    if (!wish)
        return failed<QList<Finding>>(wish.error());
    const auto shared = std::make_shared<const StandaloneWish>(std::move(*wish));
    return andThen(m_probe.look(*workspace), &m_probe, [this, shared, workspace = *workspace](const StandaloneLook &look) {
        const auto gathered = gatherStandalone(m_tools, *shared, m_session.paths, &m_probe);
        const StandalonePlaces places = StandalonePlaces::of(workspace, m_session.paths);
        return andThen(withPodPaths(gathered, m_tools, m_session, *shared, places, &m_probe), &m_probe,
                       [shared, workspace, look](const StandalonePreflight &facts) {
                           return Result<QList<Finding>>(judgeStandalone(facts, workspace, *shared, look));
                       });
    });
}

Async<QList<Finding>> StandaloneBackend::differences(const Workspace &workspace)
{
    const auto wish = StandaloneWish::of(workspace);
    if (!wish)
        return failed<QList<Finding>>(wish.error());
    const StandalonePlaces places = StandalonePlaces::of(workspace, m_session.paths);
    const PodPaths paths = wantedPodPaths(*wish, places, m_tools.store, {});
    const Async<PodPathAnswer> shown = probePodPaths(paths, m_session.runner, m_session.tools, &m_probe);
    return andThen(dagDifferences(*wish, &m_probe), &m_probe, [this, shown, inFiles = wish->leftOut](const QList<LeftOut> &inDags) {
        return andThen(shown, &m_probe, [inFiles, inDags](const PodPathAnswer &answer) {
            return Result<QList<Finding>>(leftOutFindings(inFiles + answer.notThere(inDags)));
        });
    });
}

Async<Observed> StandaloneBackend::probe(const Workspace &workspace)
{
    return andThen(m_probe.look(workspace), &m_probe, [this, workspace](const StandaloneLook &look) {
        const auto wish = look.runs() ? StandaloneWish::of(workspace) : Result<StandaloneWish>(Error{});
        const StandalonePlaces places = StandalonePlaces::of(workspace, m_session.paths);
        return Result<Observed>(observedFrom(look, wish && isUpToDate(*wish, workspace, places, look, m_tools.store)));
    });
}

WebAccess StandaloneBackend::web(const Workspace &workspace) const
{
    WebAccess access{QUrl(QStringLiteral("http://localhost:%1").arg(workspace.webPort())), workspace.login()};
    access.direct = true;
    return access;
}

std::unique_ptr<Forward> StandaloneBackend::forward(const Workspace &workspace)
{
    return std::make_unique<DirectForward>(workspace.webPort(), tr("Airflow itself answers on localhost:%1").arg(workspace.webPort()));
}

std::unique_ptr<BackendWatch> StandaloneBackend::watch(const Workspace &workspace)
{
    return std::make_unique<StandaloneWatch>(StandalonePlaces::of(workspace, m_session.paths).supervisor);
}

QList<LogSource> StandaloneBackend::logSources(const Workspace &workspace) const
{
    const bool isAirflow3 = !workspace.airflowVersion().startsWith(QLatin1String("2."));
    QList<LogSource> sources;
    for (const QString &id :
         firstParts() + laterParts(isAirflow3, StandaloneWish::wantsTriggerer(workspace)) + QStringList{QString::fromLatin1(postgresPart)})
        sources += LogSource{id, partTitle(id)};
    return sources;
}

Async<> StandaloneBackend::logs(const Workspace &workspace, const LogRequest &request)
{
    for (const LogSource &source : logSources(workspace)) {
        if (source.id == request.sourceId)
            return ComponentLogTail::run(StandalonePlaces::of(workspace, m_session.paths).logOf(source.id), request, &m_probe);
    }
    return failed(Error{Error::Code::BadInput, tr("There is no component “%1”").arg(request.sourceId)});
}

Async<> StandaloneBackend::apply(const Workspace &, const Remedy &remedy, const RemedyWatch &)
{
    if (remedy.id == QLatin1String("folders.create"))
        return makeFolders(remedy);
    if (remedy.id == QLatin1String("environments.clear"))
        return clearUnusedEnvironments(m_tools.store, m_session.paths, &m_probe);
    return failed(Error{Error::Code::NotFound, tr("This cannot be done from here: %1").arg(remedy.label)});
}

Async<> StandaloneBackend::rest(const Workspace &workspace, RunContext &context)
{
    return standalone::restParts(factsOf(workspace), context);
}

Async<ObjectExport> StandaloneBackend::exportObjects(const Workspace &workspace, RunContext &context)
{
    return standalone::exportObjects(factsOf(workspace), context);
}

Async<> StandaloneBackend::collectEvidence(const Workspace &workspace, const QString &folder, const Cancel &cancel)
{
    const StandalonePlaces places = StandalonePlaces::of(workspace, m_session.paths);
    QList<QPair<QString, QString>> copies;
    for (const LogSource &source : logSources(workspace))
        copies += {places.logOf(source.id), folder + u'/' + source.id + QStringLiteral(".log")};
    return inBackground(&m_probe, cancel, [copies](const std::atomic_bool &stop) {
        for (const auto &[log, copy] : copies) {
            if (stop)
                return Result<>(Error::canceled());
            if (QFile::exists(log))
                QFile::copy(log, copy);
        }
        return Result<>();
    });
}

} // namespace windsock
