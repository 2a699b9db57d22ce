// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/KindWatch.h"

#include "core/base/Clock.h"
#include "core/tools/Docker.h"
#include "core/tools/Kind.h"

#include <QPointer>

namespace windsock {

using namespace std::chrono_literals;

namespace {
// Events come in bursts, and pods change many times while Airflow boots: one look for all of them.
constexpr auto gather = 500ms;
constexpr auto settled = 2s; // docker says nothing when it begins to listen; where it cannot, it ends at once
} // namespace

KindWatch::KindWatch(KindSession &session, const Workspace &workspace, const KindProbe &probe)
    : m_session(session), m_places(KindPlaces::of(workspace, session.paths)), m_namespace(workspace.nameSpace()), m_probe(probe)
{
    followEvents();
    followPods();
}

KindWatch::~KindWatch()
{
    m_cancel.request();
}

void KindWatch::followEvents()
{
    Command events = docker::events(kind::clusterLabel + u'=' + m_places.cluster);
    events.limit = 0s;
    const auto sink = [self = QPointer(this)](Channel channel, QByteArrayView) {
        if (!self || channel != Channel::Out)
            return;
        self->m_backoff.reset(); // it lives
        self->m_missed = false;  // the look for this event sees all
        ++self->m_round;
        self->announce();
    };
    whenDone(m_session.runner.run(events, sink, m_cancel), this, [this](const Result<CommandOutput> &) { onEventsEnded(); });
    if (m_missed)
        lookOnceHeard();
}

// An engine that came back says nothing of what happened meanwhile, nor of itself.
void KindWatch::lookOnceHeard()
{
    m_session.clock.after(settled, this, [this, round = ++m_round] {
        if (round != m_round)
            return;
        m_missed = false;
        m_backoff.reset();
        announce();
    });
}

void KindWatch::onEventsEnded()
{
    // The engine was stopped, or is not there yet.
    ++m_round;
    m_missed = true;
    announce();
    m_session.clock.after(std::max(m_backoff.next(), std::chrono::milliseconds(1s)), this, [this] { followEvents(); });
}

void KindWatch::followPods()
{
    if (m_access == m_probe.access())
        return;
    m_pods.reset();
    m_access = m_probe.access();
    if (!m_access)
        return;
    m_pods = m_access->watchPods(m_namespace);
    connect(m_pods.get(), &KubeWatch::changed, this, &KindWatch::announce);
    m_pods->start();
}

void KindWatch::announce()
{
    if (std::exchange(m_announcing, true))
        return;
    m_session.clock.after(gather, this, [this] {
        m_announcing = false;
        emit changed();
        // The look that follows may find the API for the first time, or another one.
        m_session.clock.after(gather, this, [this] { followPods(); });
    });
}

} // namespace windsock
