// SPDX-License-Identifier: Apache-2.0
#include "core/net/HttpDownload.h"

#include "core/net/NetworkAccess.h"

#include <QCoreApplication>

namespace windsock {

namespace {
constexpr qsizetype longestRefusal = 64 * 1024;

QString tr(const char *text)
{
    return QCoreApplication::translate("HttpDownload", text);
}

Error fileError(const QFile &file)
{
    Error error = Error::badInput(tr("The download cannot be written"), {file.fileName()});
    error.why = file.errorString();
    error.todo = tr("Look at the disk's free space and at the folder's permissions");
    return error;
}

bool isSuccess(const QNetworkReply &reply)
{
    return headOf(reply).isSuccess();
}
} // namespace

HttpDownload::HttpDownload(HttpClient *client, QNetworkAccessManager &access, HttpSave save)
    : QObject(client), m_client(*client), m_access(access),
      m_save(std::move(save)), m_request{.url = m_save.url, .limit = m_save.silence, .otherServers = true}, m_file(m_save.file)
{}

HttpDownload::~HttpDownload()
{
    dropReply(m_reply, this);
    if (!m_promise.isResolved())
        conclude(Error::canceled());
}

Async<SavedFile> HttpDownload::start(const Cancel &cancel)
{
    const auto future = m_promise.future();
    if (cancel.isRequested()) {
        conclude(Error::canceled());
        return future;
    }
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        m_promise.resolve(fileError(m_file)); // what lies there is somebody else's: it stays
        deleteLater();
        return future;
    }
    m_cancelHook = cancel.onRequest([this] { conclude(Error::canceled()); });
    m_reply = startRequest(m_access, m_request, m_client.tls());
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpDownload::onReadyRead);
    connect(m_reply, &QNetworkReply::finished, this, &HttpDownload::onFinished);
    watchForSilence(-1);
    return future;
}

// Looks once a period whether anything came: a slow connection may take its time, a dead one may not.
void HttpDownload::watchForSilence(qint64 seen)
{
    if (!m_reply)
        return;
    if (seen == m_size)
        return conclude(silenceError(m_request, m_save.silence));
    m_client.clock().after(m_save.silence, this, [this, size = m_size] { watchForSilence(size); });
}

Result<> HttpDownload::take(const QByteArray &bytes)
{
    if (!isSuccess(*m_reply)) {
        m_refusal += bytes.left(longestRefusal - m_refusal.size());
        return {};
    }
    m_size += bytes.size();
    if (m_size > m_save.most)
        return tooLargeError(m_request, m_save.most);
    if (m_file.write(bytes) != bytes.size())
        return fileError(m_file);
    m_sum.addData(bytes);
    if (m_save.progress && !bytes.isEmpty())
        m_save.progress(m_size, m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong());
    return {};
}

void HttpDownload::onReadyRead()
{
    if (const Result<> taken = take(m_reply->readAll()); !taken)
        conclude(taken.error());
}

void HttpDownload::onFinished()
{
    if (!m_reply)
        return;
    if (brokeOff(*m_reply))
        return conclude(transportError(m_request, *m_reply));
    if (const Result<> taken = take(m_reply->readAll()); !taken)
        return conclude(taken.error());
    if (!isSuccess(*m_reply))
        return conclude(statusError(m_request, headOf(*m_reply).status, m_refusal));
    if (endedEarly(*m_reply, m_size))
        return conclude(endedEarlyError(m_request, m_size));
    if (!m_file.flush())
        return conclude(fileError(m_file));
    conclude(SavedFile{m_size, m_sum.result().toHex()});
}

void HttpDownload::conclude(Result<SavedFile> result)
{
    dropReply(m_reply, this);
    m_cancelHook.reset();
    m_file.close();
    if (!result)
        m_file.remove(); // half a file is nothing
    m_promise.resolve(std::move(result));
    deleteLater();
}

} // namespace windsock
