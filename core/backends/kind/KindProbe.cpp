// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/KindProbe.h"

#include "core/backends/kind/NodeControl.h"
#include "core/backends/kind/Ownership.h"
#include "core/backends/kind/WebPod.h"
#include "core/kube/HostMounts.h"

namespace windsock {

namespace {
constexpr auto moment = std::chrono::seconds(1);
}

void KindProbe::justSaw(const Observed &seen)
{
    m_justSeen = seen;
    m_justSeenAt = m_session.clock.monotonic();
}

std::optional<Observed> KindProbe::takeJustSeen()
{
    std::optional<Observed> seen = std::exchange(m_justSeen, std::nullopt);
    return m_session.clock.monotonic() - m_justSeenAt < moment ? seen : std::nullopt;
}

Async<KindLook> KindProbe::look(const Workspace &workspace, const Cancel &cancel)
{
    const auto look = std::make_shared<KindLook>();
    look->seen = m_session.clock.now();
    const KindPlaces places = KindPlaces::of(workspace, m_session.paths);
    if (std::exchange(m_cluster, places.cluster) != places.cluster)
        forgetAccess(); // the files name another cluster since
    return andThen(findNode(m_session.runner, places, this, cancel), this, [this, look, workspace, places](const FoundNode &node) {
        look->node = node;
        look->owned = node && isOurs(*node, places);
        const bool inside = look->owned && look->nodeRuns() && !look->isPaused();
        return inside ? lookInside(look, workspace) : windsock::ready(*look);
    });
}

Async<KindLook> KindProbe::lookInside(const LookPtr &look, const Workspace &workspace)
{
    const QString node = look->node->id + look->node->started.toString(Qt::ISODateWithMs);
    if (m_accessNode != node || !m_access) {
        const auto access = KubeAccess::open(KindPlaces::of(workspace, m_session.paths), *look->node, m_session.clock);
        if (!access) {
            look->apiProblem = access.error().what;
            return windsock::ready(*look);
        }
        m_access = *access;
        m_accessNode = node;
    }
    return andFinally(lookAtAirflow(look, workspace), this, [look](const Result<> &result) {
        look->apiAnswers = result.has_value();
        if (!result)
            look->apiProblem = result.error().what;
        return Result<KindLook>(*look);
    });
}

Async<> KindProbe::lookAtAirflow(const LookPtr &look, const Workspace &workspace)
{
    const auto access = m_access; // a look at another cluster may come between
    const Async<> release =
        andThen(access->release(workspace.nameSpace(), workspace.release()), this, [look](const std::optional<ReleaseFacts> &facts) {
            look->release = facts;
            return Result<>();
        });
    const Async<> pods = andThen(access->pods(workspace.nameSpace()), this, [this, look, access](const QList<QJsonObject> &found) {
        look->pods = podsFromJson(found);
        for (const QJsonObject &pod : found)
            look->podMounts.insert(hostMountsOf(pod));
        return lookAtHealth(look, access);
    });
    return allOf(this, {release, pods});
}

Async<> KindProbe::lookAtHealth(const LookPtr &look, const std::shared_ptr<KubeAccess> &access)
{
    for (const Pod &pod : std::as_const(look->pods)) {
        if (!isWeb(pod) || !webRuns(pod))
            continue;
        return andFinally(access->health(pod), this, [look](const Result<AirflowHealth> &health) {
            if (health)
                look->health = *health;
            return Result<>(); // a page that does not answer yet is what was seen, not a failed look
        });
    }
    return windsock::ready();
}

} // namespace windsock
