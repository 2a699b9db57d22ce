// SPDX-License-Identifier: Apache-2.0
// Sends requests and gives whole answers: limits on time and size, retries where asked, redirects only within one server.
// Streams are LineStream's. Main thread.
#pragma once

#include "core/base/Async.h"
#include "core/base/Cancel.h"
#include "core/base/Clock.h"
#include "core/net/HttpReply.h"
#include "core/net/Tls.h"

#include <QNetworkAccessManager>
#include <QObject>

namespace windsock {

class HttpClient : public QObject
{
    Q_OBJECT
public:
    HttpClient(const Tls &tls, Clock &clock, QObject *parent = nullptr);
    ~HttpClient() override; // requests under way end as canceled

    // Any status is an answer (checkStatus() tells which refuse). Errors: Canceled, Timeout (no whole answer within the
    // limit), Auth (no trusted connection), Network (anything else on the way).
    Async<HttpReply> send(const HttpRequest &request, const Cancel &cancel = {});
    // The same, and a status that refuses is an error too.
    Async<HttpReply> sendChecked(const HttpRequest &request, const Cancel &cancel = {});

    const Tls &tls() const { return m_tls; }
    Clock &clock() const { return m_clock; }

private:
    Tls m_tls;
    Clock &m_clock;
    QNetworkAccessManager m_access;
};

} // namespace windsock
