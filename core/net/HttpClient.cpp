// SPDX-License-Identifier: Apache-2.0
#include "core/net/HttpClient.h"

#include "core/net/HttpDownload.h"
#include "core/net/HttpExchange.h"
#include "core/net/NetworkAccess.h"

namespace windsock {

HttpClient::HttpClient(const Tls &tls, Clock &clock, QObject *parent) : QObject(parent), m_tls(tls), m_clock(clock)
{
    useProxyRules(m_access);
}

HttpClient::~HttpClient()
{
    // Before m_access goes, which owns their replies.
    qDeleteAll(findChildren<HttpExchange *>(Qt::FindDirectChildrenOnly));
    qDeleteAll(findChildren<HttpDownload *>(Qt::FindDirectChildrenOnly));
}

Async<HttpReply> HttpClient::send(const HttpRequest &request, const Cancel &cancel)
{
    auto *exchange = new HttpExchange(this, m_access, request);
    return exchange->start(cancel);
}

Async<SavedFile> HttpClient::save(const HttpSave &what, const Cancel &cancel)
{
    auto *download = new HttpDownload(this, m_access, what);
    return download->start(cancel);
}

Async<HttpReply> HttpClient::sendChecked(const HttpRequest &request, const Cancel &cancel)
{
    return andThen(send(request, cancel), this, [request](HttpReply reply) { return checkStatus(request, std::move(reply)); });
}

} // namespace windsock
