// SPDX-License-Identifier: Apache-2.0
// Looks at one workspace's kind cluster: one `docker inspect`, then a few API requests over a kept connection.
#pragma once

#include "core/backends/kind/KindLook.h"
#include "core/backends/kind/KindSession.h"
#include "core/backends/kind/KubeAccess.h"

#include <QObject>

namespace windsock {

class KindProbe : public QObject
{
    Q_OBJECT
public:
    explicit KindProbe(KindSession &session) : m_session(session) {}

    // Errors only where the engine does not answer. No retries: what does not answer now is part of the look.
    Async<KindLook> look(const Workspace &workspace, const Cancel &cancel = {});
    // The API of the last look's cluster, where it answered.
    std::shared_ptr<KubeAccess> access() const { return m_access; }
    void forgetAccess() { m_access.reset(); }
    // A start found the cluster after the last look: whoever asks before the next one gets this.
    void adoptAccess(const std::shared_ptr<KubeAccess> &access) { m_access = access; }

    // A start that finds nothing to do has looked, and changes nothing: the look that follows its end need not ask again.
    void justSaw(const Observed &seen);
    std::optional<Observed> takeJustSeen(); // once, and only for a moment

private:
    using LookPtr = std::shared_ptr<KindLook>;
    Async<KindLook> lookInside(const LookPtr &look, const Workspace &workspace);
    Async<> lookAtAirflow(const LookPtr &look, const Workspace &workspace);
    Async<> lookAtHealth(const LookPtr &look, const std::shared_ptr<KubeAccess> &access);
    KindSession &m_session;
    std::shared_ptr<KubeAccess> m_access;
    QString m_cluster;    // last looked for
    QString m_accessNode; // container id and start that the access was made for
    std::optional<Observed> m_justSeen;
    std::chrono::milliseconds m_justSeenAt{0};
};

} // namespace windsock
