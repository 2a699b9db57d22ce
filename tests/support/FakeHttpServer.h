// SPDX-License-Identifier: Apache-2.0
// An HTTP server on 127.0.0.1 that answers as it is told: also slowly, in pieces, half, or never. Plain HTTP, or TLS with the
// certificate and key that it is given.
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <memory>

namespace windsock {

struct FakeReply
{
    enum class Ending {
        Whole,  // a complete answer; the connection stays for the next request
        Stream, // chunked, stays open: more comes by push(), the end by endStreams()
        Cut,    // announces more than it sends, then closes
        Reset,  // sends the head and the body, then resets the connection
        Hang,   // takes the request and says nothing
        Slow,   // one byte of the body every few milliseconds
        Drop,   // closes before a single byte
    };
    int status = 200;
    QByteArray body = {};
    QList<QPair<QByteArray, QByteArray>> headers = {};
    Ending ending = Ending::Whole;
    bool chunked = false;

    static FakeReply json(const QByteArray &body, int status = 200);
    static FakeReply stream(const QByteArray &firstBytes = {});
};

struct FakeRequest
{
    QByteArray method, path, query, body;
    QMap<QByteArray, QByteArray> headers; // names in lower case
};

class FakeHttpServer : public QObject
{
    Q_OBJECT
public:
    FakeHttpServer();
    explicit FakeHttpServer(const QSslConfiguration &tls);

    int port() const { return m_server->serverPort(); }
    QUrl url(const QString &target = QStringLiteral("/")) const;
    // Replies for one route, used in order; the last one is used again and again. A route is a path; "?watch" behind it
    // stands for requests that watch or follow, a method and a blank in front for others than GET. No route: 404.
    void on(const QByteArray &route, const FakeReply &reply);
    void forget(const QByteArray &route) { m_routes.remove(route); }

    int count(const QByteArray &route) const; // requests so far
    const QList<FakeRequest> &requests() const { return m_requests; }
    FakeRequest last(const QByteArray &route) const;

    int openStreams(const QByteArray &route) const;
    void push(const QByteArray &route, const QByteArray &bytes); // to every open stream of that route
    void endStreams(const QByteArray &route);                    // as a server ends a body
    void breakStreams(const QByteArray &route);                  // resets the connections
    void breakConnections();                                     // all of them
    void stop();                                                 // nothing listens any more

private:
    explicit FakeHttpServer(std::unique_ptr<QTcpServer> server);
    struct Connection
    {
        QByteArray unread;
        QByteArray streaming; // route; empty: none
    };
    void onConnection();
    void onBytes(QTcpSocket *socket);
    bool takeRequest(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const QByteArray &route);
    void answerSlowly(QTcpSocket *socket, const QByteArray &body);
    QList<QTcpSocket *> streams(const QByteArray &route) const;

    QMap<QByteArray, QList<FakeReply>> m_routes;
    QMap<QTcpSocket *, Connection> m_connections;
    QList<FakeRequest> m_requests;
    QList<QByteArray> m_asked; // the route of each request
    QString m_scheme = QStringLiteral("http");
    std::unique_ptr<QTcpServer> m_server; // last: its sockets still report while they go
};

} // namespace windsock
