// SPDX-License-Identifier: Apache-2.0
// One HTTP/1.1 connection of a pushing Docker: reads requests, bodies as they come, and writes short replies. Enough HTTP for
// that client and no more; everything else ends the connection. Knows no registry.
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QTcpSocket>

namespace windsock {

struct PushMessage
{
    QByteArray method; // "PATCH"
    QByteArray path;   // without the query, percent signs as they came
    QByteArray query;
};

struct PushReply
{
    int status = 404;
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    QByteArray body = {}; // HEAD: only its length is told
};

// What is done with the requests of all connections.
class PushHandler
{
public:
    virtual ~PushHandler() = default;
    virtual void messageBegins(const void *connection, const PushMessage &message) = 0;
    virtual bool messageBody(const void *connection, QByteArrayView bytes) = 0; // false: enough, end the connection
    virtual PushReply messageEnds(const void *connection) = 0;
    virtual void connectionGone(const void *connection) = 0; // perhaps in the middle of a body
};

class PushConnection : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype largestHead = 16 * 1024;
    // Owns the socket.
    PushConnection(QTcpSocket *socket, PushHandler &handler, QObject *parent);
    ~PushConnection() override;

signals:
    void closed();

private:
    enum class Expecting { Head, Body, ChunkSize, Chunk, ChunkEnd, Trailer };
    void onReadyRead();
    bool advance(); // false: more bytes are needed, or it is over
    bool takeHead();
    bool takeBody();
    bool takeChunkSize();
    bool takeLine(QByteArray *line, qsizetype longest);
    bool parseHead(const QByteArray &head);
    bool beginBody();
    void finishMessage();
    void reply(const PushReply &reply);
    void refuse(int status); // answers and ends the connection

    QTcpSocket *m_socket;
    PushHandler &m_handler;
    Expecting m_expecting = Expecting::Head;
    PushMessage m_message;
    QByteArray m_buffer;
    qint64 m_left = 0;
    bool m_chunked = false;
    bool m_closing = false;
};

} // namespace windsock
