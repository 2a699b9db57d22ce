// SPDX-License-Identifier: Apache-2.0
#include "core/net/HttpExchange.h"

#include "core/net/NetworkAccess.h"

#include <algorithm>

namespace windsock {

using namespace std::chrono_literals;

namespace {

constexpr auto firstPause = 200ms;
constexpr auto longestPause = 5s;

bool mayPass(int status)
{
    return status == 429 || status == 502 || status == 503 || status == 504;
}

} // namespace

HttpExchange::HttpExchange(HttpClient *client, QNetworkAccessManager &access, HttpRequest request)
    : QObject(client), m_client(*client), m_access(access), m_request(std::move(request))
{}

HttpExchange::~HttpExchange()
{
    dropReply(m_reply, this);
    if (!m_promise.isResolved())
        m_promise.resolve(Error::canceled());
}

Async<HttpReply> HttpExchange::start(const Cancel &cancel)
{
    const auto future = m_promise.future();
    m_cancelHook = cancel.onRequest([this] { conclude(Error::canceled()); });
    if (!m_promise.isResolved())
        begin();
    return future;
}

void HttpExchange::begin()
{
    if (m_promise.isResolved())
        return;
    const int attempt = ++m_attempt;
    m_body.clear();
    m_reply = startRequest(m_access, m_request, m_client.tls());
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpExchange::onReadyRead);
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::onFinished);
    // Not QNetworkRequest's transfer time-out: that one starts again with every byte, and a trickle would last for ever.
    m_client.clock().after(m_request.limit, this, [this, attempt] { onTimeout(attempt); });
}

void HttpExchange::onReadyRead()
{
    m_body += m_reply->readAll();
    if (m_body.size() > largestReply)
        conclude(tooLargeError(m_request));
}

void HttpExchange::onFinished()
{
    if (!m_reply)
        return;
    m_body += m_reply->readAll();
    HttpReply reply = headOf(*m_reply);
    if (brokeOff(*m_reply))
        return failOrRetry(transportError(m_request, *m_reply), pauseBefore(m_attempt));
    if (endedEarly(*m_reply, m_body.size()))
        return failOrRetry(endedEarlyError(m_request, m_body.size()), pauseBefore(m_attempt));
    reply.body = std::move(m_body);
    if (mayPass(reply.status) && m_attempt <= m_request.retries) {
        const auto asked = std::chrono::seconds(reply.header("Retry-After").toInt());
        return failOrRetry({}, std::clamp<std::chrono::milliseconds>(asked, pauseBefore(m_attempt), longestPause));
    }
    conclude(std::move(reply));
}

void HttpExchange::onTimeout(int attempt)
{
    if (attempt == m_attempt && m_reply)
        failOrRetry(timeoutError(m_request), 0ms);
}

void HttpExchange::failOrRetry(const Error &error, std::chrono::milliseconds wait)
{
    dropReply(m_reply, this);
    // A certificate that is refused now will be refused again.
    if (m_attempt > m_request.retries || error.code == Error::Code::Auth)
        return conclude(error);
    m_client.clock().after(wait, this, [this] { begin(); });
}

void HttpExchange::conclude(Result<HttpReply> result)
{
    dropReply(m_reply, this);
    m_promise.resolve(std::move(result));
    deleteLater();
}

std::chrono::milliseconds HttpExchange::pauseBefore(int attempt) const
{
    return std::min<std::chrono::milliseconds>(firstPause * (1 << std::min(attempt - 1, 8)), longestPause);
}

} // namespace windsock
