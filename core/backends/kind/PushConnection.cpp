// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/PushConnection.h"

#include <QRegularExpression>

namespace windsock {

namespace {
constexpr qint64 readAtOnce = 256 * 1024;

QByteArray reason(int status)
{
    switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 400: return "Bad Request";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 413: return "Content Too Large";
    case 431: return "Request Header Fields Too Large";
    default: return "Error";
    }
}
} // namespace

PushConnection::PushConnection(QTcpSocket *socket, PushHandler &handler, QObject *parent)
    : QObject(parent), m_socket(socket), m_handler(handler)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(4 * readAtOnce); // the rest waits at the sender
    connect(m_socket, &QTcpSocket::readyRead, this, &PushConnection::onReadyRead);
    connect(m_socket, &QTcpSocket::disconnected, this, &PushConnection::closed);
}

PushConnection::~PushConnection()
{
    m_handler.connectionGone(this);
}

void PushConnection::onReadyRead()
{
    while (!m_closing && m_socket->bytesAvailable() > 0) {
        m_buffer += m_socket->read(readAtOnce);
        while (!m_closing && advance())
            continue;
    }
}

bool PushConnection::advance()
{
    QByteArray line;
    switch (m_expecting) {
    case Expecting::Head: return takeHead();
    case Expecting::Body:
    case Expecting::Chunk: return takeBody();
    case Expecting::ChunkSize: return takeChunkSize();
    case Expecting::ChunkEnd:
        if (!takeLine(&line, 2))
            return false;
        m_expecting = Expecting::ChunkSize;
        return true;
    case Expecting::Trailer:
        if (!takeLine(&line, largestHead))
            return false;
        if (line.isEmpty())
            finishMessage();
        return true;
    }
    return false;
}

bool PushConnection::takeHead()
{
    // Docker tries TLS first and falls back when that fails: the sooner the better
    if (!m_buffer.isEmpty() && !(m_buffer.at(0) >= 'A' && m_buffer.at(0) <= 'Z')) {
        refuse(400);
        return false;
    }
    const qsizetype end = m_buffer.indexOf("\r\n\r\n");
    if (end > largestHead || (end < 0 && m_buffer.size() > largestHead)) {
        refuse(431);
        return false;
    }
    if (end < 0)
        return false;
    const QByteArray head = m_buffer.first(end);
    m_buffer.remove(0, end + 4);
    if (!parseHead(head)) {
        refuse(400);
        return false;
    }
    return beginBody();
}

bool PushConnection::parseHead(const QByteArray &head)
{
    static const QRegularExpression request(QStringLiteral(R"(\A([A-Z]{3,10}) (/[!-~]*) HTTP/1\.1\z)"));
    const QList<QByteArray> lines = head.split('\n');
    const auto first = request.match(QString::fromLatin1(lines.first().trimmed()));
    if (!first.hasMatch())
        return false;
    const QByteArray target = first.captured(2).toLatin1();
    const qsizetype mark = target.indexOf('?');
    m_message = {first.captured(1).toLatin1(), mark < 0 ? target : target.first(mark), mark < 0 ? QByteArray() : target.mid(mark + 1)};
    m_left = 0;
    m_chunked = false;
    bool sized = false;
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.first(std::max<qsizetype>(colon, 0)).toLower();
        const QByteArray value = line.mid(colon + 1).trimmed();
        bool ok = colon > 0;
        if (name == "content-length") {
            m_left = value.toLongLong(&ok);
            ok = ok && m_left >= 0 && !value.startsWith('+') && !std::exchange(sized, true);
        } else if (name == "transfer-encoding") {
            m_chunked = ok = value.toLower() == "chunked" && !m_chunked;
        }
        if (!ok)
            return false;
    }
    return !(m_chunked && sized); // two lengths: whoever sends that means no good
}

bool PushConnection::beginBody()
{
    m_handler.messageBegins(this, m_message);
    if (!m_chunked && m_left == 0)
        finishMessage();
    else
        m_expecting = m_chunked ? Expecting::ChunkSize : Expecting::Body;
    return true;
}

bool PushConnection::takeLine(QByteArray *line, qsizetype longest)
{
    const qsizetype end = m_buffer.indexOf("\r\n");
    if (end > longest || (end < 0 && m_buffer.size() > longest + 1)) {
        refuse(400);
        return false;
    }
    if (end < 0)
        return false;
    *line = m_buffer.first(end);
    m_buffer.remove(0, end + 2);
    return true;
}

bool PushConnection::takeChunkSize()
{
    QByteArray line;
    if (!takeLine(&line, 256))
        return false;
    bool ok = false;
    const QByteArray digits = line.split(';').first();
    m_left = digits.toLongLong(&ok, 16);
    static const QRegularExpression hex(QStringLiteral(R"(\A[0-9a-fA-F]{1,15}\z)"));
    if (!ok || !hex.match(QString::fromLatin1(digits)).hasMatch()) {
        refuse(400);
        return false;
    }
    m_expecting = m_left > 0 ? Expecting::Chunk : Expecting::Trailer;
    return true;
}

bool PushConnection::takeBody()
{
    if (m_buffer.isEmpty())
        return false;
    const qsizetype taken = qsizetype(std::min<qint64>(m_left, m_buffer.size()));
    if (!m_handler.messageBody(this, QByteArrayView(m_buffer).first(taken))) {
        refuse(413);
        return false;
    }
    m_buffer.remove(0, taken);
    m_left -= taken;
    if (m_left > 0)
        return true;
    if (m_expecting == Expecting::Chunk)
        m_expecting = Expecting::ChunkEnd;
    else
        finishMessage();
    return true;
}

void PushConnection::finishMessage()
{
    m_expecting = Expecting::Head;
    reply(m_handler.messageEnds(this));
}

void PushConnection::reply(const PushReply &reply)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) + ' ' + reason(reply.status) + "\r\n";
    head += "Docker-Distribution-Api-Version: registry/2.0\r\n";
    for (const auto &[name, value] : reply.headers)
        head += name + ": " + value + "\r\n";
    if (reply.status != 204)
        head += "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
    m_socket->write(head + "\r\n");
    if (m_message.method != "HEAD")
        m_socket->write(reply.body);
}

void PushConnection::refuse(int status)
{
    m_closing = true;
    reply({.status = status, .headers = {{"Connection", "close"}}});
    m_socket->disconnectFromHost();
}

} // namespace windsock
