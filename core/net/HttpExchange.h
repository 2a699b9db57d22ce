// SPDX-License-Identifier: Apache-2.0
// One request of an HttpClient with its retries. Deletes itself once it has resolved. Internal to net.
#pragma once

#include "core/base/Async.h"
#include "core/base/Cancel.h"
#include "core/net/HttpClient.h"

#include <QNetworkReply>
#include <QPointer>

namespace windsock {

class HttpExchange : public QObject
{
    Q_OBJECT
public:
    HttpExchange(HttpClient *client, QNetworkAccessManager &access, HttpRequest request);
    ~HttpExchange() override;
    Async<HttpReply> start(const Cancel &cancel);

private:
    void begin();
    void onReadyRead();
    void onFinished();
    void onTimeout(int attempt);
    void failOrRetry(const Error &error, std::chrono::milliseconds wait);
    void conclude(Result<HttpReply> result);
    std::chrono::milliseconds pauseBefore(int attempt) const;

    HttpClient &m_client;
    QNetworkAccessManager &m_access;
    HttpRequest m_request;
    Promise<HttpReply> m_promise;
    CancelHook m_cancelHook;
    QPointer<QNetworkReply> m_reply;
    QByteArray m_body;
    int m_attempt = 0; // counts from 1
};

} // namespace windsock
