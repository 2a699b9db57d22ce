// SPDX-License-Identifier: Apache-2.0
// An image registry that lives for one `docker push`: on 127.0.0.1, a random port and a random repository that only the
// pushing Docker is told. It answers "I have that" to every layer that Docker can name by digest, so that Docker uploads only
// those it cannot; whether the node really has the others is checked when the manifest is there (see ImagePush).
//
//   begin(name) → docker push reference() → pushed() with image(), or overflowed(), or nothing: the command tells
//
// The protocol is the OCI distribution specification's, as far as a pushing Docker 20.10–29 uses it. What it is sent is kept
// in memory and bounded.
#pragma once

#include "core/backends/kind/OciArchive.h"
#include "core/backends/kind/PushConnection.h"
#include "core/base/Result.h"

#include <QCryptographicHash>
#include <QHash>
#include <QSet>
#include <QTcpServer>

#include <memory>

namespace windsock {

// What Docker pushed.
struct PushedImage
{
    QByteArray config;
    QList<LayerBlob> layers;          // as the manifest lists them
    QHash<QString, QByteArray> blobs; // of the layers that were uploaded, by digest
};

class PushReceiver : public QObject, private PushHandler
{
    Q_OBJECT
public:
    enum class Keep { Blobs, Nothing }; // Nothing: what comes in is only counted
    // Uploads beyond `atMost` bytes in sum are refused; 0: no limit.
    explicit PushReceiver(qint64 atMost, Keep keep = Keep::Blobs, QObject *parent = nullptr);
    ~PushReceiver() override;

    Result<> begin();
    QString reference() const;        // "127.0.0.1:40123/windsock-4f…/image:push"
    void deny(const QString &digest); // from now on this one has to be uploaded
    void forgetManifest() { m_image.reset(); }

    const std::optional<PushedImage> &image() const { return m_image; } // once the manifest has come
    qint64 bytesReceived() const { return m_received; }                 // of blobs
    bool wasReached() const { return m_reached; }                       // by someone who knows the repository

signals:
    void overflowed(); // once

private:
    struct Upload
    {
        QByteArray bytes;
        QCryptographicHash hash{QCryptographicHash::Sha256};
        qint64 size = 0;
    };
    struct Exchange
    {
        PushMessage message;
        QByteArray rest; // the path below the repository: "blobs/uploads/4f…"
        std::shared_ptr<Upload> upload;
        QByteArray manifest;
    };
    void onNewConnection();
    void messageBegins(const void *connection, const PushMessage &message) override;
    bool messageBody(const void *connection, QByteArrayView bytes) override;
    PushReply messageEnds(const void *connection) override;
    void connectionGone(const void *connection) override;

    PushReply answerBlob(const Exchange &exchange) const;
    PushReply beginUpload();
    PushReply answerUpload(const Exchange &exchange);
    PushReply finishUpload(const Exchange &exchange, const QByteArray &id);
    PushReply takeManifest(const Exchange &exchange);
    bool takeUpload(Exchange &exchange, QByteArrayView bytes);

    QTcpServer m_server;
    QByteArray m_repository; // "windsock-…/image"
    const qint64 m_atMost;
    const Keep m_keep;
    QHash<const void *, Exchange> m_exchanges;
    QHash<QByteArray, std::shared_ptr<Upload>> m_uploads;
    QHash<QString, QByteArray> m_blobs;
    QSet<QString> m_denied;
    std::optional<PushedImage> m_image;
    qint64 m_received = 0;
    bool m_reached = false;
    bool m_overflowed = false;
};

} // namespace windsock
