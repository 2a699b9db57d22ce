// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/FakeBackend.h"

namespace windsock {

void FakeForward::open(int port)
{
    opened += port;
    if (takenPorts.contains(port))
        become({ForwardState::PortTaken, port, QStringLiteral("Port %1 is held by gunicorn (4242)").arg(port), port + 1});
    else
        become({ForwardState::Active, port});
}

void FakeForward::become(const ForwardStatus &status)
{
    m_status = status;
    emit changed(status);
}

void FakeWorld::finish(const QString &step)
{
    const Promise<> promise = pending.at(step);
    pending.erase(step);
    promise.resolve({});
}

void FakeWorld::fail(const QString &step, const Error &error)
{
    const Promise<> promise = pending.at(step);
    pending.erase(step);
    promise.resolve(error);
}

std::optional<Mode> FakeBackend::movesTo() const
{
    return m_mode == placesToRun().last() ? std::optional(placesToRun().first()) : std::nullopt;
}

Plan FakeBackend::plan(Intent intent, const Workspace &)
{
    Plan plan{QStringLiteral("Fake plan"), {}};
    for (const auto &[id, title] : m_world.steps) {
        const auto run = [this, intent, id = id](RunContext &context) { return work(intent, id, context); };
        plan.steps += Step{.id = id, .title = title, .run = run, .limit = std::chrono::seconds(0)};
    }
    return plan;
}

Async<> FakeBackend::work(Intent intent, const QString &step, RunContext &context)
{
    if (step == m_world.steps.first().first)
        m_world.begun += intent;
    const Promise<> promise;
    m_world.pending.insert_or_assign(step, promise);
    m_world.contexts[step] = &context;
    FakeWorld *world = &m_world;
    m_world.hooks += context.cancel().onRequest([promise, world, step] {
        world->pending.erase(step);
        promise.resolve(Error::canceled());
    });
    const bool isLast = step == m_world.steps.last().first;
    if (!isLast || intent != Intent::Start)
        return promise.future();
    return andThen(promise.future(), &context, [world](Nothing) {
        world->observed = world->afterStart;
        return ready();
    });
}

Async<QList<Finding>> FakeBackend::differences(const Workspace &)
{
    ++m_world.differencesAsked;
    if (!m_world.differencesHang)
        return ready(m_world.differences[m_mode]);
    m_world.hungDifferences += Promise<QList<Finding>>();
    return m_world.hungDifferences.last().future();
}

Async<Observed> FakeBackend::probe(const Workspace &)
{
    ++m_world.probes;
    if (!m_world.probeHangs)
        return ready(m_world.observed);
    m_world.hungProbes += Promise<Observed>();
    return m_world.hungProbes.last().future();
}

WebAccess FakeBackend::web(const Workspace &workspace) const
{
    return {.url = QUrl(QStringLiteral("http://localhost:%1").arg(workspace.webPort())),
            .login = {QStringLiteral("admin"), QStringLiteral("hunter2")}};
}

std::unique_ptr<Forward> FakeBackend::forward(const Workspace &)
{
    auto forward = std::make_unique<FakeForward>();
    forward->takenPorts = m_world.takenPorts;
    return forward;
}

Async<> FakeBackend::apply(const Workspace &, const Remedy &remedy, const RemedyWatch &watch)
{
    m_world.applied += remedy;
    if (watch.progress)
        watch.progress(QStringLiteral("half of it"));
    m_world.remedyCancel = watch.cancel;
    return m_world.remedyHangs ? m_world.hungRemedy.future() : ready();
}

Observed healthyCluster()
{
    Observed seen{
        .exists = true, .owned = true, .runs = true, .apiAnswers = true, .installed = true, .upToDate = true, .airflowHealthy = true};
    seen.components = {{"scheduler", "Scheduler", Health::Healthy, "heartbeat 2 s ago"}};
    seen.facts = {{"Image", "airflow-local", Health::Healthy, "same in pods"}};
    seen.mounts = {
        {.mount = {.hostPath = "./dags", .nodePath = "/opt/dags", .podPath = "/opt/dags"}, .reachesNode = true, .reachesPods = false}};
    return seen;
}

Observed stoppedCluster()
{
    return {.exists = true, .owned = true};
}

} // namespace windsock
