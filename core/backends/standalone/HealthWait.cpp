// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/HealthWait.h"

#include "core/supervise/SupervisorClient.h"
#include "core/supervise/SupervisorWatch.h"

#include <QCoreApplication>

namespace windsock::standalone {

using namespace std::chrono_literals;

namespace {
constexpr auto pause = 100ms; // between two questions to a page that is on its way

class HealthWait : public QObject
{
    Q_DECLARE_TR_FUNCTIONS(HealthWait)
public:
    HealthWait(const StandaloneFactsPtr &facts, RunContext &context)
        : QObject(&context), m_facts(facts), m_context(context), m_client(facts->places.supervisor, facts->session.clock, this),
          m_watch(facts->places.supervisor, this)
    {
        m_hook = context.cancel().onRequest([this] { finish(Error::canceled()); });
        connect(&m_watch, &SupervisorWatch::changed, this, &HealthWait::onStatus);
        connect(&m_watch, &SupervisorWatch::gone, this, &HealthWait::onGone);
    }
    Async<> start()
    {
        m_context.progress(tr("the web page is starting"));
        m_watch.start();
        ask();
        return m_done.future();
    }

private:
    void ask()
    {
        whenDone(m_facts->probe.health(m_facts->record, m_context.cancel()), this, [this](const Result<AirflowHealth> &health) {
            if (m_finished)
                return;
            if (health)
                onHealth(*health);
            if (!m_finished)
                m_context.clock().after(pause, this, [this] { ask(); });
        });
    }
    void onHealth(const AirflowHealth &health)
    {
        if (!std::exchange(m_startedLater, true)) {
            m_context.progress(tr("the web page answers, waiting for the scheduler"));
            startLater();
        }
        m_healthy = health.healthy();
        conclude();
    }
    void startLater()
    {
        const QStringList parts = laterParts(m_facts->wish->isAirflow3(), m_facts->wish->hasTriggerer);
        m_laterRun = parts.isEmpty();
        if (m_laterRun)
            return;
        whenDone(m_client.start(parts), this, [this](const Result<SupervisorStatus> &started) {
            if (!started)
                return finish(started.error());
            m_laterRun = true;
            conclude();
        });
    }
    void conclude()
    {
        if (!m_healthy || !m_laterRun)
            return;
        m_context.progress(tr("metadata database and scheduler are healthy"), 1);
        finish({});
    }
    void onStatus(const SupervisorStatus &status)
    {
        for (const ComponentStatus &part : status.components) {
            if (part.state == ComponentState::CrashLoop)
                return finish(crashLoop(part));
        }
    }
    void onGone()
    {
        finish(Error{.code = Error::Code::NotFound,
                     .what = tr("Airflow's parts are not running any more"),
                     .why = tr("Their supervisor, which keeps them running, has ended"),
                     .todo = tr("Start again; its log is %1").arg(m_facts->places.supervisor.log())});
    }
    Error crashLoop(const ComponentStatus &part) const
    {
        return {.code = Error::Code::ToolFailed,
                .what = tr("%1 ends again and again").arg(partTitle(part.id)),
                .why = part.lastEnd,
                .todo = tr("Its log is %1. After a change start again").arg(part.logFile),
                .rule = QStringLiteral("standalone.crash-loop"),
                .remedies = {},
                .evidence = part.lastLines};
    }
    void finish(const Result<> &result)
    {
        if (std::exchange(m_finished, true))
            return;
        m_hook.reset();
        m_done.resolve(result);
        deleteLater();
    }

    StandaloneFactsPtr m_facts;
    RunContext &m_context;
    SupervisorClient m_client;
    SupervisorWatch m_watch;
    CancelHook m_hook;
    Promise<> m_done;
    bool m_startedLater = false, m_laterRun = false, m_healthy = false, m_finished = false;
};
} // namespace

Async<> waitForHealth(const StandaloneFactsPtr &facts, RunContext &context)
{
    return (new HealthWait(facts, context))->start();
}

} // namespace windsock::standalone
