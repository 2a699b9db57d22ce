// SPDX-License-Identifier: Apache-2.0
// The part of Cluster.h that looks: at the files, at what runs, again whenever something changed; and that keeps the forward.
#include "core/cluster/Cluster.h"

#include "core/base/Clock.h"

namespace windsock {

namespace {
constexpr std::chrono::seconds illnessPeriod{5};
}

Result<> Cluster::reload()
{
    const Result<bool> moved = readFiles();
    if (!moved)
        return moved.error();
    if (*moved && m_watching)
        look();
    return {};
}

// True: what was watched and forwarded so far is not what the files name now.
Result<bool> Cluster::readFiles()
{
    Result<Workspace> fresh = Workspace::open(m_workspace.folder().absolutePath());
    if (!fresh)
        return fresh.error();
    const Workspace before = m_workspace;
    m_workspace = fresh->withMode(before.mode());
    m_filePort = m_workspace.webPort();
    if (m_forwardPort > 0)
        m_workspace = m_workspace.withWebPort(m_forwardPort);
    const bool isElsewhere = before.clusterName() != m_workspace.clusterName() || before.nameSpace() != m_workspace.nameSpace();
    const bool isMoved = isElsewhere || before.webPort() != m_workspace.webPort();
    if (isMoved)
        keepForward(false);
    if (isElsewhere && m_watch)
        watchAnew();
    return isMoved;
}

void Cluster::look()
{
    // A run looks for itself; its end looks once more.
    if (m_intent && !m_concluded)
        return;
    if (std::exchange(m_looking, true)) {
        m_lookAgain = true;
        return;
    }
    whenDone(m_backend->probe(m_workspace), this, &Cluster::onLooked);
}

void Cluster::onLooked(const Result<Observed> &result)
{
    m_looking = false;
    const std::optional<Observed> before = m_observed;
    m_observed = result ? std::optional(*result) : std::nullopt;
    m_lookError = result ? std::nullopt : std::optional(result.error());
    if (m_concluded)
        conclude();
    else if (m_observed != before || !result)
        emit changed();
    if (m_watching && !m_intent && state() != ClusterState::Unknown)
        keepForward(state() == ClusterState::Running || isWorthForwarding());
    emit looked(result ? Result<>() : Result<>(result.error()));
    followIllness();
    if (std::exchange(m_lookAgain, false))
        look();
}

// Airflow that is ill may still have a page to look at. Not before the API answers, which is where a forward begins; and not while
// another process starts this very Airflow: the port is that one's.
bool Cluster::isWorthForwarding() const
{
    if (state() != ClusterState::Degraded)
        return false;
    return m_forward || (m_observed->apiAnswers && m_observed->installed && !FolderLock::isHeld(lockFile()));
}

// Airflow's own health gets better or worse without any pod that changes, and then nobody announces it.
void Cluster::followIllness()
{
    if (!m_watching || m_intent || state() != ClusterState::Degraded) {
        m_nextLook.reset();
        return;
    }
    if (m_nextLook)
        return;
    m_nextLook = std::make_unique<QObject>();
    m_services.clock.after(illnessPeriod, m_nextLook.get(), [this] {
        m_nextLook.release()->deleteLater(); // it is the one that calls
        look();
    });
}

void Cluster::watch()
{
    if (std::exchange(m_watching, true))
        return;
    m_keepForward = true;
    watchAnew();
    look();
}

void Cluster::watchAnew()
{
    m_watch = m_backend->watch(m_workspace);
    connect(m_watch.get(), &BackendWatch::changed, this, &Cluster::look);
}

void Cluster::setForwarding(bool keep)
{
    m_keepForward = keep;
}

void Cluster::keepForward(bool wanted)
{
    if (!wanted) {
        if (auto forward = std::exchange(m_forward, nullptr)) {
            forward->close();
            emit forwardChanged(forwardStatus());
        }
        return;
    }
    if (m_forward || !m_keepForward)
        return;
    m_forward = m_backend->forward(m_workspace);
    connect(m_forward.get(), &Forward::changed, this, &Cluster::forwardChanged);
    m_forward->open(m_workspace.webPort());
}

void Cluster::forwardTo(int port)
{
    m_forwardPort = port;
    m_workspace = m_workspace.withWebPort(port);
    if (m_forward)
        m_forward->open(port);
    emit changed();
}

} // namespace windsock
