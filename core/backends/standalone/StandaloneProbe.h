// SPDX-License-Identifier: Apache-2.0
// Looks at one workspace's standalone Airflow: two small files, its supervisor's socket, Airflow's own health page. No child.
#pragma once

#include "core/backends/standalone/StandaloneLook.h"
#include "core/backends/standalone/StandalonePlaces.h"
#include "core/backends/standalone/StandaloneSession.h"
#include "core/net/HttpClient.h"

namespace windsock {

class StandaloneProbe : public QObject
{
    Q_OBJECT
public:
    StandaloneProbe(StandaloneSession &session, const EnvironmentStore &store);

    // No retries: what does not answer now is part of the look. Errors: of the record, Canceled.
    Async<StandaloneLook> look(const Workspace &workspace, const Cancel &cancel = {});
    // Airflow's own word, once; NotFound and Network while the page is not there yet.
    Async<AirflowHealth> health(const StandaloneRecord &record, const Cancel &cancel = {});

private:
    StandaloneSession &m_session;
    EnvironmentStore m_store;
    HttpClient m_http;
};

} // namespace windsock
