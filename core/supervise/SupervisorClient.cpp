// SPDX-License-Identifier: Apache-2.0
#include "core/supervise/SupervisorClient.h"

#include "core/supervise/SupervisorLink.h"

#include <QCoreApplication>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("SupervisorClient", text);
}

Error noAnswer(std::chrono::milliseconds limit)
{
    Error error{Error::Code::Timeout, tr("The supervisor of the components does not answer")};
    error.why = tr("It said nothing for %1 s").arg(double(limit.count()) / 1000);
    error.todo = tr("Try again; if it stays so, end its process, which ends the components too");
    error.rule = "supervise.silent";
    return error;
}

Error brokenOff()
{
    Error error{Error::Code::Network, tr("The supervisor of the components has ended while it was asked")};
    error.why = tr("The connection to it broke");
    error.todo = tr("Start the workspace again");
    error.rule = "supervise.broken";
    return error;
}

// One request on a connection of its own.
class SupervisorCall : public QObject
{
public:
    SupervisorCall(const SupervisorFolder &folder, const SupervisorRequest &request, QObject *parent)
        : QObject(parent), m_request(request), m_link(folder)
    {
        connect(&m_link, &SupervisorLink::opened, this, [this] { m_link.write(renderRequest(m_request)); });
        connect(&m_link, &SupervisorLink::absent, this, &SupervisorCall::onAbsent);
        connect(&m_link, &SupervisorLink::line, this, &SupervisorCall::onLine);
        connect(&m_link, &SupervisorLink::broken, this, [this] { end(brokenOff()); });
        m_link.open();
    }
    ~SupervisorCall() override { m_promise.resolve(Error::canceled()); }
    Async<SupervisorStatus> future() const { return m_promise.future(); }
    void end(Result<SupervisorStatus> result)
    {
        m_promise.resolve(std::move(result));
        deleteLater();
    }

private:
    void onAbsent(const Error &why)
    {
        if (why.rule != QStringLiteral("supervise.starting"))
            end(why);
    }
    void onLine(const QByteArray &line)
    {
        const Result<SupervisorReply> reply = parseReply(line);
        if (!reply)
            end(reply.error());
        else if (reply->id)
            end(reply->status);
    }

    SupervisorRequest m_request;
    SupervisorLink m_link;
    Promise<SupervisorStatus> m_promise;
};
} // namespace

SupervisorClient::SupervisorClient(const SupervisorFolder &folder, Clock &clock, QObject *parent)
    : QObject(parent), m_folder(folder), m_clock(clock)
{}

SupervisorClient::~SupervisorClient() = default;

Async<SupervisorStatus> SupervisorClient::status(std::chrono::milliseconds limit)
{
    return ask({SupervisorVerb::Status}, limit);
}

Async<SupervisorStatus> SupervisorClient::start(const QStringList &ids, std::chrono::milliseconds limit)
{
    return ask({SupervisorVerb::Start, ids}, limit);
}

Async<SupervisorStatus> SupervisorClient::stop(const QStringList &ids, std::chrono::milliseconds limit)
{
    return ask({SupervisorVerb::Stop, ids}, limit);
}

Async<SupervisorStatus> SupervisorClient::restart(const QStringList &ids, std::chrono::milliseconds limit)
{
    return ask({SupervisorVerb::Restart, ids}, limit);
}

Async<> SupervisorClient::shutDown(std::chrono::milliseconds limit)
{
    return andFinally(ask({SupervisorVerb::ShutDown}, limit), this, [](const Result<SupervisorStatus> &result) -> Result<> {
        if (!result && result.error().code != Error::Code::NotFound)
            return result.error();
        return {};
    });
}

Async<SupervisorStatus> SupervisorClient::ask(const SupervisorRequest &request, std::chrono::milliseconds limit)
{
    auto *call = new SupervisorCall(m_folder, request, this);
    m_clock.after(limit, call, [call, limit] { call->end(noAnswer(limit)); });
    return call->future();
}

} // namespace windsock
