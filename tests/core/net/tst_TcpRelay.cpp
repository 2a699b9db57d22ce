// SPDX-License-Identifier: Apache-2.0
// The relay keeps its port, lets early clients wait, loses no byte and passes ends on.
#include "core/net/TcpRelay.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QtTest>

using namespace windsock;

namespace {
// Sends back what it gets, in upper case.
class EchoServer : public QObject
{
public:
    EchoServer()
    {
        server.listen(QHostAddress::LocalHost);
        connect(&server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->write(socket->readAll().toUpper()); });
        });
    }
    int port() const { return server.serverPort(); }
    QTcpServer server;
};
} // namespace

class tst_TcpRelay : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void passesBytesBothWays();
    void earlyClientsWait();
    void largeBodies();
    void targetMayChange();
    void deadTargetEndsTheClient();
    void clientEndReachesTheTarget();
    void closeEndsAll();
    void takenPort();
    void loopbackOnly();

private:
    std::unique_ptr<QTcpSocket> client();
    std::unique_ptr<TcpRelay> m_relay;
};

void tst_TcpRelay::init()
{
    m_relay = std::make_unique<TcpRelay>();
    QVERIFY(m_relay->listen(0));
}

std::unique_ptr<QTcpSocket> tst_TcpRelay::client()
{
    auto socket = std::make_unique<QTcpSocket>();
    socket->connectToHost(QHostAddress::LocalHost, quint16(m_relay->port()));
    return socket;
}

void tst_TcpRelay::passesBytesBothWays()
{
    EchoServer echo;
    m_relay->setTarget(echo.port());
    const auto socket = client();
    socket->write("hello");
    QTRY_COMPARE(socket->bytesAvailable(), 5);
    QCOMPARE(socket->readAll(), "HELLO");
}

void tst_TcpRelay::earlyClientsWait()
{
    EchoServer echo;
    const auto socket = client();
    socket->write("early");
    QTRY_COMPARE(socket->state(), QAbstractSocket::ConnectedState);
    QTRY_COMPARE(socket->bytesToWrite(), 0);
    QCOMPARE(socket->bytesAvailable(), 0);
    m_relay->setTarget(echo.port());
    QTRY_COMPARE(socket->bytesAvailable(), 5);
}

void tst_TcpRelay::largeBodies()
{
    EchoServer echo;
    m_relay->setTarget(echo.port());
    const auto socket = client();
    QByteArray sent(8 * 1024 * 1024, 'x');
    for (qsizetype at = 0; at < sent.size(); at += 997)
        sent[at] = char('a' + at % 26);
    socket->write(sent);
    QByteArray got;
    connect(socket.get(), &QTcpSocket::readyRead, this, [&] { got += socket->readAll(); });
    QTRY_COMPARE_WITH_TIMEOUT(got.size(), sent.size(), 20000);
    QCOMPARE(got, sent.toUpper());
}

void tst_TcpRelay::targetMayChange()
{
    auto first = std::make_unique<EchoServer>();
    EchoServer second;
    m_relay->setTarget(first->port());
    const int port = m_relay->port();
    const auto one = client();
    one->write("1");
    QTRY_COMPARE(one->bytesAvailable(), 1);
    m_relay->clearTarget();
    first.reset();
    const auto two = client();
    two->write("2");
    m_relay->setTarget(second.port());
    QTRY_COMPARE(two->bytesAvailable(), 1);
    QCOMPARE(m_relay->port(), port);
}

void tst_TcpRelay::deadTargetEndsTheClient()
{
    int deadPort = 0;
    {
        const EchoServer gone;
        deadPort = gone.port();
    }
    m_relay->setTarget(deadPort);
    const auto socket = client();
    QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
}

void tst_TcpRelay::clientEndReachesTheTarget()
{
    QTcpServer target;
    QVERIFY(target.listen(QHostAddress::LocalHost));
    m_relay->setTarget(target.serverPort());
    const auto socket = client();
    socket->write("bye");
    QTRY_VERIFY(target.hasPendingConnections());
    QTcpSocket *accepted = target.nextPendingConnection();
    QTRY_COMPARE(accepted->bytesAvailable(), 3);
    socket->disconnectFromHost();
    QTRY_COMPARE(accepted->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(accepted->readAll(), "bye");
}

void tst_TcpRelay::closeEndsAll()
{
    EchoServer echo;
    m_relay->setTarget(echo.port());
    const auto socket = client();
    socket->write("x");
    QTRY_COMPARE(socket->bytesAvailable(), 1);
    m_relay->close();
    QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
    QVERIFY(!m_relay->isListening());
}

void tst_TcpRelay::takenPort()
{
    TcpRelay other;
    const Result<> refused = other.listen(m_relay->port());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Error::Code::Conflict);
}

void tst_TcpRelay::loopbackOnly()
{
    // Any 127/8 address is this computer's loopback, but only 127.0.0.1 is ours.
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QStringLiteral("127.0.0.2")), quint16(m_relay->port()));
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
}

QTEST_GUILESS_MAIN(tst_TcpRelay)
#include "tst_TcpRelay.moc"
