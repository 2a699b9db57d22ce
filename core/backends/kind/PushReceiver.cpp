// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/PushReceiver.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QUrlQuery>

namespace windsock {

namespace {
constexpr qsizetype largestManifest = 4 * 1024 * 1024;
constexpr int mostConnections = 32; // Docker uploads five layers at a time
constexpr int mostUploads = 512;

QByteArray randomName()
{
    quint32 words[4];
    QRandomGenerator::system()->fillRange(words);
    return QByteArray(reinterpret_cast<const char *>(words), sizeof words).toHex();
}

bool isDigest(const QString &text)
{
    static const QRegularExpression digest(QStringLiteral("\\Asha256:[0-9a-f]{64}\\z"));
    return digest.match(text).hasMatch();
}

PushReply failure(int status, const char *code)
{
    const QJsonObject error{{"code", QString::fromLatin1(code)}, {"message", QString::fromLatin1(code)}};
    return {.status = status,
            .headers = {{"Content-Type", "application/json"}},
            .body = QJsonDocument(QJsonObject{{"errors", QJsonArray{error}}}).toJson(QJsonDocument::Compact)};
}
} // namespace

PushReceiver::PushReceiver(qint64 atMost, Keep keep, QObject *parent) : QObject(parent), m_atMost(atMost), m_keep(keep)
{
    connect(&m_server, &QTcpServer::newConnection, this, &PushReceiver::onNewConnection);
}

PushReceiver::~PushReceiver()
{
    qDeleteAll(findChildren<PushConnection *>(Qt::FindDirectChildrenOnly)); // while their handler still lives
}

Result<> PushReceiver::begin()
{
    m_repository = "windsock-" + randomName() + "/image";
    if (m_server.listen(QHostAddress::LocalHost))
        return {};
    return Error{.code = Error::Code::Network,
                 .what = QCoreApplication::translate("PushReceiver", "No port of this machine could be opened for the image"),
                 .why = m_server.errorString()};
}

QString PushReceiver::reference() const
{
    return QStringLiteral("127.0.0.1:%1/%2:push").arg(m_server.serverPort()).arg(QString::fromLatin1(m_repository));
}

void PushReceiver::deny(const QString &digest)
{
    m_denied.insert(digest);
}

void PushReceiver::onNewConnection()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        if (findChildren<PushConnection *>(Qt::FindDirectChildrenOnly).size() >= mostConnections) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        auto *connection = new PushConnection(socket, *this, this);
        connect(connection, &PushConnection::closed, connection, &QObject::deleteLater);
    }
}

void PushReceiver::messageBegins(const void *connection, const PushMessage &message)
{
    Exchange exchange{message, {}, {}, {}};
    const QByteArray mine = "/v2/" + m_repository + '/';
    if (message.path.startsWith(mine)) {
        m_reached = true;
        exchange.rest = message.path.mid(mine.size());
        exchange.upload = m_uploads.value(exchange.rest.mid(qstrlen("blobs/uploads/")));
    }
    m_exchanges.insert(connection, exchange);
}

bool PushReceiver::messageBody(const void *connection, QByteArrayView bytes)
{
    Exchange &exchange = m_exchanges[connection];
    if (exchange.upload && (exchange.message.method == "PATCH" || exchange.message.method == "PUT"))
        return takeUpload(exchange, bytes);
    if (exchange.message.method != "PUT" || !exchange.rest.startsWith("manifests/"))
        return false; // nothing else has a body
    exchange.manifest.append(bytes);
    return exchange.manifest.size() <= largestManifest;
}

bool PushReceiver::takeUpload(Exchange &exchange, QByteArrayView bytes)
{
    m_received += bytes.size();
    if (m_atMost > 0 && m_received > m_atMost) {
        if (!std::exchange(m_overflowed, true))
            emit overflowed();
        return false;
    }
    exchange.upload->size += bytes.size();
    if (m_keep == Keep::Nothing)
        return true;
    exchange.upload->hash.addData(bytes);
    exchange.upload->bytes.append(bytes);
    return true;
}

PushReply PushReceiver::messageEnds(const void *connection)
{
    const Exchange exchange = m_exchanges.take(connection);
    const QByteArray &method = exchange.message.method;
    if (exchange.message.path == "/v2/" && (method == "GET" || method == "HEAD"))
        return {.status = 200};
    if (exchange.rest.isEmpty())
        return failure(404, "NAME_UNKNOWN");
    if (method == "POST" && (exchange.rest == "blobs/uploads/" || exchange.rest == "blobs/uploads"))
        return beginUpload(); // "?mount=" too: the answer says that it did not mount
    if (exchange.rest.startsWith("blobs/uploads/"))
        return answerUpload(exchange);
    if (exchange.rest.startsWith("blobs/") && (method == "HEAD" || method == "GET"))
        return answerBlob(exchange);
    if (exchange.rest.startsWith("manifests/"))
        return method == "PUT" ? takeManifest(exchange) : failure(404, "MANIFEST_UNKNOWN");
    return failure(405, "UNSUPPORTED");
}

void PushReceiver::connectionGone(const void *connection)
{
    m_exchanges.remove(connection);
}

PushReply PushReceiver::answerBlob(const Exchange &exchange) const
{
    const QString digest = QString::fromLatin1(exchange.rest.mid(6));
    if (!isDigest(digest))
        return failure(400, "DIGEST_INVALID");
    const auto blob = m_blobs.constFind(digest);
    const bool claimed = exchange.message.method == "HEAD" && !m_denied.contains(digest);
    if (blob == m_blobs.cend() && !claimed)
        return failure(404, "BLOB_UNKNOWN");
    PushReply reply{.status = 200, .headers = {{"Docker-Content-Digest", digest.toLatin1()}, {"Content-Type", "application/octet-stream"}}};
    reply.body = blob == m_blobs.cend() ? QByteArray() : *blob;
    return reply; // a claimed layer has no size: the manifest that goes to the node is written with the node's own
}

PushReply PushReceiver::beginUpload()
{
    if (m_uploads.size() >= mostUploads)
        return failure(400, "BLOB_UPLOAD_INVALID");
    const QByteArray id = randomName();
    m_uploads.insert(id, std::make_shared<Upload>());
    return {.status = 202,
            .headers = {{"Location", "/v2/" + m_repository + "/blobs/uploads/" + id}, {"Range", "0-0"}, {"Docker-Upload-UUID", id}}};
}

PushReply PushReceiver::answerUpload(const Exchange &exchange)
{
    const QByteArray id = exchange.rest.mid(qstrlen("blobs/uploads/"));
    if (!exchange.upload)
        return failure(404, "BLOB_UPLOAD_UNKNOWN");
    if (exchange.message.method == "PUT")
        return finishUpload(exchange, id);
    if (exchange.message.method == "DELETE") {
        m_uploads.remove(id);
        return {.status = 204};
    }
    const QByteArray last = QByteArray::number(std::max<qint64>(exchange.upload->size - 1, 0));
    const int status = exchange.message.method == "PATCH" ? 202 : 204;
    return {.status = status,
            .headers = {{"Location", "/v2/" + m_repository + "/blobs/uploads/" + id}, {"Range", "0-" + last}, {"Docker-Upload-UUID", id}}};
}

PushReply PushReceiver::finishUpload(const Exchange &exchange, const QByteArray &id)
{
    const QString digest =
        QUrlQuery(QString::fromLatin1(exchange.message.query)).queryItemValue(QStringLiteral("digest"), QUrl::FullyDecoded);
    m_uploads.remove(id);
    const bool isRight =
        m_keep == Keep::Nothing || digest == QStringLiteral("sha256:") + QString::fromLatin1(exchange.upload->hash.result().toHex());
    if (!isDigest(digest) || !isRight)
        return failure(400, "DIGEST_INVALID");
    if (m_keep == Keep::Blobs)
        m_blobs.insert(digest, exchange.upload->bytes);
    return {.status = 201,
            .headers = {{"Location", "/v2/" + m_repository + "/blobs/" + digest.toLatin1()}, {"Docker-Content-Digest", digest.toLatin1()}}};
}

// Both Docker's own manifest and the OCI one; an index of several platforms is more than a node can use.
PushReply PushReceiver::takeManifest(const Exchange &exchange)
{
    const QJsonObject manifest = QJsonDocument::fromJson(exchange.manifest).object();
    const QString config = manifest.value("config").toObject().value("digest").toString();
    const bool kept = m_keep == Keep::Nothing || m_blobs.contains(config);
    if (!isDigest(config) || !kept || !manifest.value("layers").isArray())
        return failure(400, "MANIFEST_INVALID");
    PushedImage image{m_blobs.value(config), {}, m_blobs};
    image.blobs.remove(config);
    const QJsonArray layers = manifest.value("layers").toArray();
    for (const QJsonValue &entry : layers) {
        const QString digest = entry.toObject().value("digest").toString();
        if (!isDigest(digest))
            return failure(400, "MANIFEST_INVALID");
        image.layers += LayerBlob{digest, m_blobs.value(digest).size(), true};
    }
    m_image = image;
    const QByteArray digest = digestOf(exchange.manifest).toLatin1();
    return {.status = 201, .headers = {{"Location", "/v2/" + m_repository + "/manifests/" + digest}, {"Docker-Content-Digest", digest}}};
}

} // namespace windsock
