// SPDX-License-Identifier: Apache-2.0
// Tells when a new look at the cluster is worth it: docker's events about its node, and changes of its pods while it
// runs. Waits on open streams; asks nothing by itself.
#pragma once

#include "core/backends/Backend.h"
#include "core/backends/kind/KindProbe.h"
#include "core/base/Backoff.h"
#include "core/base/Cancel.h"

namespace windsock {

class KindWatch : public BackendWatch
{
    Q_OBJECT
public:
    KindWatch(KindSession &session, const Workspace &workspace, const KindProbe &probe);
    ~KindWatch() override;

private:
    void followEvents();
    void onEventsEnded();
    void lookOnceHeard();
    void announce();
    void followPods();

    KindSession &m_session;
    const KindPlaces m_places;
    const QString m_namespace;
    const KindProbe &m_probe;
    Backoff m_backoff;
    Cancel m_cancel;
    std::shared_ptr<KubeAccess> m_access; // that the pods are watched through
    std::unique_ptr<KubeWatch> m_pods;
    bool m_announcing = false;
    bool m_missed = false; // events may have passed while nobody listened
    int m_round = 0;       // of listening
};

} // namespace windsock
