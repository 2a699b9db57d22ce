// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/StandaloneProbe.h"

#include "core/backends/standalone/AirflowProcesses.h"
#include "core/supervise/FolderCleanup.h"
#include "core/supervise/SupervisorClient.h"

namespace windsock {

using namespace std::chrono_literals;

namespace {
constexpr auto patience = 2s;
}

StandaloneProbe::StandaloneProbe(StandaloneSession &session, const EnvironmentStore &store)
    : m_session(session), m_store(store), m_http({}, session.clock)
{}

Async<StandaloneLook> StandaloneProbe::look(const Workspace &workspace, const Cancel &cancel)
{
    const StandalonePlaces places = StandalonePlaces::of(workspace, m_session.paths);
    const auto record = StandaloneRecord::load(places.record);
    if (!record)
        return failed<StandaloneLook>(record.error());
    const auto seen = std::make_shared<StandaloneLook>();
    seen->record = *record;
    if (!seen->record)
        return ready(*seen);
    seen->environment = m_store.find(seen->record->environment);
    auto *client = new SupervisorClient(places.supervisor, m_session.clock, this);
    const Async<> asked = andFinally(client->status(patience), this, [seen, client, places](const Result<SupervisorStatus> &status) {
        client->deleteLater();
        if (status)
            seen->supervisor = *status;
        else if (status.error().code == Error::Code::NotFound)
            seen->leftovers = FolderCleanup::count(places.supervisor);
        return Result<>();
    });
    const Async<> all = andThen(asked, this, [this, seen, cancel](Nothing) {
        if (!seen->isUp(QString::fromLatin1(webPart)))
            return ready();
        return andFinally(health(*seen->record, cancel), this, [seen](const Result<AirflowHealth> &health) -> Result<> {
            if (health)
                seen->health = *health;
            return health || !health.error().isCancel() ? Result<>() : Result<>(health.error());
        });
    });
    return andThen(all, this, [seen](Nothing) { return Result<StandaloneLook>(*seen); });
}

Async<AirflowHealth> StandaloneProbe::health(const StandaloneRecord &record, const Cancel &cancel)
{
    HttpRequest request;
    request.url.setScheme(QStringLiteral("http"));
    request.url.setHost(QStringLiteral("127.0.0.1"));
    request.url.setPort(record.port);
    request.url.setPath(QString::fromLatin1(record.airflow.startsWith(QLatin1String("2.")) ? healthPathAirflow2 : healthPathAirflow3));
    request.limit = patience;
    return andThen(m_http.sendChecked(request, cancel), this, [](const HttpReply &reply) { return AirflowHealth::parse(reply.body); });
}

} // namespace windsock
