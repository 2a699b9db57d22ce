// SPDX-License-Identifier: Apache-2.0
#include "tests/support/FakeHttpServer.h"

#include <QSslServer>
#include <QTimer>
#include <QUrlQuery>

namespace windsock {

namespace {

QByteArray chunk(const QByteArray &bytes)
{
    return bytes.isEmpty() ? QByteArray() : QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

QByteArray headOf(const FakeReply &reply, bool chunked, qsizetype length)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) + " Scripted\r\n";
    for (const auto &[name, value] : reply.headers)
        head += name + ": " + value + "\r\n";
    head += chunked ? QByteArray("Transfer-Encoding: chunked\r\n") : "Content-Length: " + QByteArray::number(length) + "\r\n";
    return head + "\r\n";
}

QByteArray routeOf(const FakeRequest &request)
{
    const QUrlQuery query(QString::fromLatin1(request.query));
    const bool watches = query.hasQueryItem(QStringLiteral("watch")) || query.hasQueryItem(QStringLiteral("follow"));
    const QByteArray method = request.method == "GET" ? QByteArray() : request.method + ' ';
    return method + request.path + (watches ? "?watch" : "");
}

void reset(QTcpSocket *socket)
{
    socket->flush();
    socket->abort();
}

} // namespace

FakeReply FakeReply::json(const QByteArray &body, int status)
{
    return {status, body, {{"Content-Type", "application/json"}}};
}

FakeReply FakeReply::stream(const QByteArray &firstBytes)
{
    return {200, firstBytes, {{"Content-Type", "application/json"}}, Ending::Stream};
}

FakeHttpServer::FakeHttpServer() : FakeHttpServer(std::make_unique<QTcpServer>()) {}

FakeHttpServer::FakeHttpServer(const QSslConfiguration &tls) : FakeHttpServer(std::make_unique<QSslServer>())
{
    static_cast<QSslServer *>(m_server.get())->setSslConfiguration(tls);
    m_scheme = QStringLiteral("https");
}

FakeHttpServer::FakeHttpServer(std::unique_ptr<QTcpServer> server) : m_server(std::move(server))
{
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &FakeHttpServer::onConnection);
    m_server->listen(QHostAddress(QHostAddress::LocalHost));
}

QUrl FakeHttpServer::url(const QString &target) const
{
    return QUrl(QStringLiteral("%1://127.0.0.1:%2%3").arg(m_scheme).arg(port()).arg(target));
}

void FakeHttpServer::on(const QByteArray &route, const FakeReply &reply)
{
    m_routes[route] += reply;
}

int FakeHttpServer::count(const QByteArray &route) const
{
    return int(m_asked.count(route));
}

FakeRequest FakeHttpServer::last(const QByteArray &route) const
{
    const qsizetype at = m_asked.lastIndexOf(route);
    return at < 0 ? FakeRequest() : m_requests.at(at);
}

QList<QTcpSocket *> FakeHttpServer::streams(const QByteArray &route) const
{
    QList<QTcpSocket *> sockets;
    for (auto it = m_connections.begin(); it != m_connections.end(); ++it) {
        if (it->streaming == route)
            sockets += it.key();
    }
    return sockets;
}

int FakeHttpServer::openStreams(const QByteArray &route) const
{
    return int(streams(route).size());
}

void FakeHttpServer::push(const QByteArray &route, const QByteArray &bytes)
{
    for (QTcpSocket *socket : streams(route))
        socket->write(chunk(bytes));
}

void FakeHttpServer::endStreams(const QByteArray &route)
{
    for (QTcpSocket *socket : streams(route)) {
        m_connections[socket].streaming.clear();
        socket->write("0\r\n\r\n");
    }
}

void FakeHttpServer::breakStreams(const QByteArray &route)
{
    for (QTcpSocket *socket : streams(route))
        reset(socket);
}

void FakeHttpServer::breakConnections()
{
    for (QTcpSocket *socket : m_connections.keys())
        reset(socket);
}

void FakeHttpServer::stop()
{
    m_server->close();
    breakConnections();
}

void FakeHttpServer::onConnection()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        m_connections.insert(socket, {});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onBytes(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] { m_connections.remove(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }
}

void FakeHttpServer::onBytes(QTcpSocket *socket)
{
    m_connections[socket].unread += socket->readAll();
    while (m_connections.contains(socket) && takeRequest(socket)) {
    }
}

bool FakeHttpServer::takeRequest(QTcpSocket *socket)
{
    QByteArray &unread = m_connections[socket].unread;
    const qsizetype end = unread.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    FakeRequest request;
    QList<QByteArray> lines = unread.left(end).split('\n');
    const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
    for (const QByteArray &line : lines)
        request.headers.insert(line.left(line.indexOf(':')).trimmed().toLower(), line.mid(line.indexOf(':') + 1).trimmed());
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (unread.size() < end + 4 + length)
        return false;
    request.method = first.value(0);
    const QList<QByteArray> target = first.value(1).split('?');
    request.path = target.first();
    request.query = target.value(1);
    request.body = unread.mid(end + 4, length);
    unread.remove(0, end + 4 + length);
    m_requests += request;
    m_asked += routeOf(request);
    answer(socket, m_asked.last());
    return true;
}

void FakeHttpServer::answer(QTcpSocket *socket, const QByteArray &route)
{
    using Ending = FakeReply::Ending;
    QList<FakeReply> &queue = m_routes[route];
    const FakeReply reply = queue.isEmpty() ? FakeReply{404, "not scripted"} : queue.size() > 1 ? queue.takeFirst() : queue.first();
    if (reply.ending == Ending::Hang)
        return;
    if (reply.ending == Ending::Drop)
        return socket->disconnectFromHost();
    const bool chunked = reply.chunked || reply.ending == Ending::Stream;
    const qsizetype length = reply.body.size() + (reply.ending == Ending::Cut || reply.ending == Ending::Reset ? 10 : 0);
    socket->write(headOf(reply, chunked, length));
    if (reply.ending == Ending::Slow)
        return answerSlowly(socket, reply.body);
    socket->write(chunked ? chunk(reply.body) : reply.body);
    if (reply.ending == Ending::Stream)
        m_connections[socket].streaming = route;
    else if (chunked)
        socket->write("0\r\n\r\n");
    if (reply.ending == Ending::Cut)
        socket->disconnectFromHost();
    else if (reply.ending == Ending::Reset)
        reset(socket);
}

void FakeHttpServer::answerSlowly(QTcpSocket *socket, const QByteArray &body)
{
    auto *timer = new QTimer(socket);
    connect(timer, &QTimer::timeout, socket, [socket, timer, body, at = 0]() mutable {
        socket->write(body.mid(at++, 1));
        if (at >= body.size())
            timer->stop();
    });
    timer->start(5);
}

} // namespace windsock
