// SPDX-License-Identifier: Apache-2.0
// The body of one GET into a new file, with its SHA-256, without holding it in memory. What the sum must be is the caller's
// affair. Made by HttpClient::save(); deletes itself once it has resolved. Internal to net.
#pragma once

#include "core/base/Async.h"
#include "core/base/Cancel.h"
#include "core/net/HttpClient.h"

#include <QCryptographicHash>
#include <QFile>
#include <QNetworkReply>
#include <QPointer>

namespace windsock {

class HttpDownload : public QObject
{
    Q_OBJECT
public:
    HttpDownload(HttpClient *client, QNetworkAccessManager &access, HttpSave save);
    ~HttpDownload() override;
    Async<SavedFile> start(const Cancel &cancel);

private:
    void onReadyRead();
    void onFinished();
    void watchForSilence(qint64 seen);
    Result<> take(const QByteArray &bytes);
    void conclude(Result<SavedFile> result);

    HttpClient &m_client;
    QNetworkAccessManager &m_access;
    HttpSave m_save;
    HttpRequest m_request;
    QFile m_file;
    QCryptographicHash m_sum{QCryptographicHash::Sha256};
    Promise<SavedFile> m_promise;
    CancelHook m_cancelHook;
    QPointer<QNetworkReply> m_reply;
    QByteArray m_refusal; // the body of an answer that is not the file
    qint64 m_size = 0;
};

} // namespace windsock
