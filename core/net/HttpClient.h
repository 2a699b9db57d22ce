// SPDX-License-Identifier: Apache-2.0
// Sends requests and gives whole answers: limits on time and size, retries where asked, redirects only within one server.
// Saves large answers as files.
// Streams are LineStream's. Main thread.
#pragma once

#include "core/base/Async.h"
#include "core/base/Cancel.h"
#include "core/base/Clock.h"
#include "core/net/HttpReply.h"
#include "core/net/Tls.h"

#include <QNetworkAccessManager>
#include <QObject>

#include <functional>

namespace windsock {

// A file to fetch from a public server; redirects to other servers are followed, but never from https to http.
struct HttpSave
{
    QUrl url;
    QString file; // must not exist yet
    qint64 most = 256 * 1024 * 1024;
    std::chrono::milliseconds silence{30000};                 // without a single byte
    std::function<void(qint64 got, qint64 of)> progress = {}; // of: 0 where the server does not say
};

struct SavedFile
{
    qint64 size = 0;
    QByteArray sha256; // lower-case hex
};

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

    // Errors: Canceled, Timeout (silence), Auth, Network, BadInput (the file cannot be written), or as checkStatus(). Then
    // there is no file.
    Async<SavedFile> save(const HttpSave &what, const Cancel &cancel = {});

    const Tls &tls() const { return m_tls; }
    Clock &clock() const { return m_clock; }

private:
    Tls m_tls;
    Clock &m_clock;
    QNetworkAccessManager m_access;
};

} // namespace windsock
