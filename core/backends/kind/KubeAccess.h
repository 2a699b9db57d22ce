// SPDX-License-Identifier: Apache-2.0
// The Kubernetes API of one of our clusters, in the few sentences that plans need. Can only be made for a node that is
// provably ours: the kubeconfig's server must be the port that this very container publishes on loopback.
#pragma once

#include "core/airflow/AirflowHealth.h"
#include "core/backends/kind/KindLook.h"
#include "core/kube/KubeClient.h"
#include "core/kube/KubeWatch.h"

#include <QObject>

namespace windsock {

// Are the pods that a changed release asks for the only ones left?
struct RolloutState
{
    bool complete = true;
    QString waitingFor; // "web: 0 of 1 updated"
};

class KubeAccess : public QObject
{
    Q_OBJECT
public:
    static Result<std::shared_ptr<KubeAccess>> open(const KindPlaces &places, const docker::Container &node, Clock &clock);

    Async<> answers();                                // one try
    Async<> waitUntilAnswering(const Cancel &cancel); // again and again, a short pause between
    Async<QList<QJsonObject>> pods(const QString &nameSpace);
    Async<std::optional<ReleaseFacts>> release(const QString &nameSpace, const QString &name); // newest revision
    Async<AirflowHealth> health(const Pod &web);                                               // through the API server, ready or not
    Async<RolloutState> rollout(const QString &nameSpace, const QString &release);
    Async<> restartAirflow(const QString &nameSpace, const QString &release); // all but the database
    // Jobs that the release holds and Helm cannot change (their pod templates are immutable), with their pods. Hooks are not
    // among them: Helm deletes those by itself.
    Async<> deleteJobs(const QString &nameSpace, const QString &release);
    Async<> forgetRevision(const QString &nameSpace, const QString &record); // a record that a killed Helm left
    Async<> setLoadingTaint(const QString &node, bool on);
    // The cluster's own parts (DNS, volumes), which everybody waits for, may start while it is set. For a new cluster, before
    // anything is installed: takes every Deployment that is there.
    Async<> tolerateLoading();
    // Lets go of the leases by which controller-manager and scheduler lead, where there is but one control plane.
    Async<> freeLeadership();
    Async<> deletePods(const QString &nameSpace, const QString &selector);
    std::unique_ptr<KubeWatch> watchPods(const QString &nameSpace);
    KubeClient &client() { return *m_client; }

private:
    explicit KubeAccess(std::unique_ptr<KubeClient> client, Clock &clock);
    Async<> change(const KubeObject &object, const QJsonObject &patch);
    void tryUntilAnswering(const Promise<> &done, const Cancel &cancel);
    std::unique_ptr<KubeClient> m_client;
    Clock &m_clock;
};

} // namespace windsock
