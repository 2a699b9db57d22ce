// SPDX-License-Identifier: Apache-2.0
// Keeps Airflow's web page on one port of 127.0.0.1: holds the port itself, follows the web pod through a watch, makes a
// new tunnel whenever the pod was replaced or the tunnel died, and believes only an HTTP answer through it.
#pragma once

#include "core/backends/Backend.h"
#include "core/backends/kind/KindProbe.h"
#include "core/backends/kind/Tunnel.h"
#include "core/base/Backoff.h"
#include "core/net/HttpClient.h"
#include "core/net/TcpRelay.h"
#include "core/tools/HostPorts.h"

namespace windsock {

class PortForward : public Forward
{
    Q_OBJECT
public:
    PortForward(KindSession &session, const Workspace &workspace, const KindProbe &probe);

    void open(int port) override;
    void close() override;
    ForwardStatus status() const override { return m_status; }

private:
    void onPods();
    void dig(); // makes a tunnel to the pod that is best now
    void retryLater(const QString &reason);
    void probe();
    void onProbed(const Result<HttpReply> &reply);
    void setStatus(ForwardState state, const QString &text);
    void portIsTaken();
    void portIsForbidden();
    void leaveToAnother();
    void follow(); // the pods, once the port is ours
    void portIsHeldBy(const std::optional<PortHolder> &holder);

    KindSession &m_session;
    const Workspace m_workspace;
    const KindPlaces m_places;
    const KindProbe &m_probe;
    std::shared_ptr<KubeAccess> m_access; // of the pods that are watched
    TcpRelay m_relay;
    HttpClient m_http;
    std::unique_ptr<KubeWatch> m_pods;
    std::unique_ptr<Tunnel> m_tunnel;
    Backoff m_backoff;
    QString m_pod;        // that the tunnel leads to
    QString m_healthPath; // of that pod
    int m_attempt = 0;    // tells timers of earlier attempts from ours
    std::chrono::milliseconds m_openedAt{0};
    ForwardStatus m_status;
};

} // namespace windsock
