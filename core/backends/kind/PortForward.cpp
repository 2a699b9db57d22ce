// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/PortForward.h"

#include "core/backends/kind/ForwardMark.h"
#include "core/backends/kind/WebPod.h"
#include "core/base/Clock.h"

namespace windsock {

using namespace std::chrono_literals;

namespace {
constexpr auto probePeriod = 5s; // also finds what a laptop's sleep has cut
constexpr auto probePatience = 4s;
constexpr auto livedLongEnough = 1s;
constexpr int firstOpenPort = 1024; // below it a program needs a right of its own
constexpr auto openPatience = 20s;  // kubectl has no limit of its own where the API accepts and then says nothing

const Pod *bestWebPod(const QList<Pod> &pods)
{
    const Pod *best = nullptr;
    for (const Pod &pod : pods) {
        const bool usable = isWeb(pod) && webRuns(pod);
        if (usable && (!best || std::tuple(pod.isReady(), pod.createdAt) > std::tuple(best->isReady(), best->createdAt)))
            best = &pod;
    }
    return best;
}
} // namespace

PortForward::PortForward(KindSession &session, const Workspace &workspace, const KindProbe &probe)
    : m_session(session), m_workspace(workspace), m_places(KindPlaces::of(workspace, session.paths)), m_probe(probe),
      m_http(Tls(), session.clock)
{}

void PortForward::open(int port)
{
    close();
    m_status.port = port;
    if (!m_relay.listen(port))
        return portIsTaken();
    follow();
}

void PortForward::follow()
{
    (void)writeForwardMark(m_places, m_status.port); // without it another process takes us for a stranger, no more
    setStatus(ForwardState::Connecting, tr("Connecting 127.0.0.1:%1").arg(m_status.port));
    m_access = m_probe.access();
    if (!m_access)
        return setStatus(ForwardState::Reconnecting, tr("The cluster does not answer yet"));
    m_pods = m_access->watchPods(m_workspace.nameSpace());
    connect(m_pods.get(), &KubeWatch::changed, this, &PortForward::onPods);
    m_pods->start();
}

void PortForward::close()
{
    ++m_attempt;
    m_tunnel.reset();
    m_pods.reset();
    if (m_relay.isListening())
        removeForwardMark(m_places);
    m_relay.close();
    m_pod.clear();
    setStatus(ForwardState::Off, {});
}

void PortForward::portIsTaken()
{
    if (portState(m_status.port) == PortState::Forbidden)
        return portIsForbidden();
    setStatus(ForwardState::Connecting, tr("Connecting 127.0.0.1:%1").arg(m_status.port));
    whenDone(portHolder(m_session.runner, m_status.port, this), this,
             [this, attempt = m_attempt](const Result<std::optional<PortHolder>> &found) {
                 if (attempt != m_attempt)
                     return;
                 if (m_relay.listen(m_status.port))
                     return follow(); // whoever it was has gone while we looked
                 portIsHeldBy(found.value_or(std::nullopt));
             });
}

void PortForward::portIsHeldBy(const std::optional<PortHolder> &holder)
{
    if (holder && forwarderOf(m_places, m_status.port) == holder->pid)
        return leaveToAnother();
    m_status.proposedPort = nextFreePort(m_status.port).value_or(0);
    const QString by = holder ? holder->text() : tr("another program");
    setStatus(ForwardState::PortTaken, tr("Port %1 is held by %2").arg(m_status.port).arg(by));
}

// Another Windsock keeps this very page there: it can be reached, and there is nothing to take from it. When that one ends we go on.
void PortForward::leaveToAnother()
{
    m_status.proposedPort = 0;
    setStatus(ForwardState::Direct, tr("127.0.0.1:%1 is kept by another Windsock").arg(m_status.port));
    m_session.clock.after(probePeriod, this, [this, attempt = m_attempt] {
        if (attempt != m_attempt)
            return;
        if (m_relay.listen(m_status.port))
            follow();
        else if (forwarderOf(m_places, m_status.port))
            leaveToAnother(); // it lives: who has the port need not be looked for again
        else
            portIsTaken();
    });
}

void PortForward::portIsForbidden()
{
    m_status.proposedPort = nextFreePort(firstOpenPort - 1).value_or(0);
    setStatus(ForwardState::PortTaken, tr("Port %1 is one that only the system may open").arg(m_status.port));
}

void PortForward::onPods()
{
    const QList<Pod> pods = podsFromJson(m_pods->items());
    const Pod *best = bestWebPod(pods);
    const bool same = best && best->name == m_pod;
    if (same && m_tunnel)
        return;
    if (!best) {
        // The old tunnel would go on listening for a pod that is gone.
        m_tunnel.reset();
        m_relay.clearTarget();
        m_pod.clear();
        return setStatus(ForwardState::Reconnecting, tr("Waiting for the web pod"));
    }
    m_backoff.reset();
    dig();
}

void PortForward::dig()
{
    if (!m_pods)
        return;
    const QList<Pod> pods = podsFromJson(m_pods->items());
    const Pod *best = bestWebPod(pods);
    if (!best)
        return onPods();
    ++m_attempt;
    m_pod = best->name;
    const WebPlace place = webPlaceOf(*best);
    m_healthPath = place.healthPath;
    m_relay.clearTarget();
    const kubectl::ForwardRequest request{
        {m_session.target(m_places), m_workspace.nameSpace()}, QStringLiteral("pod/") + m_pod, 0, place.port};
    m_tunnel = std::make_unique<Tunnel>(m_session, request, nullptr);
    connect(m_tunnel.get(), &Tunnel::opened, this, [this] {
        m_openedAt = m_session.clock.monotonic();
        probe();
    });
    connect(m_tunnel.get(), &Tunnel::ended, this, &PortForward::retryLater);
    if (m_status.state != ForwardState::Connecting)
        setStatus(ForwardState::Reconnecting, tr("Reconnecting 127.0.0.1:%1").arg(m_status.port));
    m_tunnel->open();
    m_session.clock.after(openPatience, this, [this, attempt = m_attempt] {
        if (attempt == m_attempt && m_tunnel && m_tunnel->port() == 0)
            retryLater(tr("the tunnel does not open"));
    });
}

void PortForward::retryLater(const QString &reason)
{
    if (!m_pods)
        return;
    const bool lived = m_tunnel && m_tunnel->port() > 0 && m_session.clock.monotonic() - m_openedAt > livedLongEnough;
    if (lived)
        m_backoff.reset();
    const auto pause = m_backoff.next();
    const int attempt = ++m_attempt;
    if (m_tunnel)
        m_tunnel.release()->deleteLater(); // it may be the one that is telling us
    m_relay.clearTarget();
    const QString when = pause < 1s ? tr("at once") : tr("in %1 s").arg(pause / 1s);
    setStatus(ForwardState::Reconnecting, tr("Reconnecting 127.0.0.1:%1, next try %2").arg(m_status.port).arg(when)
                                              + (reason.isEmpty() ? QString() : QStringLiteral(" (") + reason + u')'));
    m_session.clock.after(pause, this, [this, attempt] {
        if (attempt == m_attempt)
            dig();
    });
}

void PortForward::probe()
{
    if (!m_tunnel || m_tunnel->port() == 0)
        return;
    HttpRequest request{.url = QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_tunnel->port()).arg(m_healthPath))};
    request.limit = probePatience;
    const int attempt = m_attempt;
    whenDone(m_http.send(request), this, [this, attempt](const Result<HttpReply> &reply) {
        if (attempt == m_attempt)
            onProbed(reply);
    });
}

void PortForward::onProbed(const Result<HttpReply> &reply)
{
    // Any HTTP answer proves the way; whether Airflow is well is its health page's affair.
    if (!reply)
        return retryLater(reply.error().what);
    m_relay.setTarget(m_tunnel->port());
    setStatus(ForwardState::Active, tr("Forward 127.0.0.1:%1 active").arg(m_status.port));
    const int attempt = m_attempt;
    m_session.clock.after(probePeriod, this, [this, attempt] {
        if (attempt == m_attempt)
            probe();
    });
}

void PortForward::setStatus(ForwardState state, const QString &text)
{
    if (m_status.state == state && m_status.text == text)
        return;
    m_status.state = state;
    m_status.text = text;
    if (state != ForwardState::PortTaken)
        m_status.proposedPort = 0;
    emit changed(m_status);
}

} // namespace windsock
