// SPDX-License-Identifier: Apache-2.0
#include "core/net/RelayLink.h"

#include <QHostAddress>
#include <QTimer>

namespace windsock {

using namespace std::chrono_literals;

namespace {
constexpr qint64 window = 256 * 1024; // bytes under way in each direction
constexpr auto longestWait = 30s;     // for a target; a browser gives up later than that
} // namespace

RelayLink::RelayLink(QTcpSocket *client, QObject *parent) : QObject(parent), m_client(client), m_target(new QTcpSocket(this))
{
    m_client->setParent(this);
    m_client->setReadBufferSize(window);
    m_target->setReadBufferSize(window);
    for (const auto &[from, to] : {std::pair(m_client, m_target), std::pair(m_target, m_client)}) {
        connect(from, &QTcpSocket::readyRead, this, [this, from = from, to = to] { pump(from, to); });
        connect(to, &QTcpSocket::bytesWritten, this, [this, from = from, to = to] { pump(from, to); });
        connect(from, &QTcpSocket::disconnected, this, [this, from = from, to = to] { onEnded(from, to); });
    }
    connect(m_target, &QTcpSocket::connected, this, [this] { pump(m_client, m_target); });
    connect(m_target, &QTcpSocket::errorOccurred, this, [this] { onEnded(m_target, m_client); });
    QTimer::singleShot(longestWait, this, [this] {
        if (m_waiting)
            m_client->abort();
    });
}

void RelayLink::connectTo(int port)
{
    m_waiting = false;
    m_target->connectToHost(QHostAddress(QHostAddress::LocalHost), quint16(port));
}

void RelayLink::pump(QTcpSocket *from, QTcpSocket *to)
{
    if (to->state() != QAbstractSocket::ConnectedState)
        return;
    const qint64 room = window - to->bytesToWrite();
    if (room > 0 && from->bytesAvailable() > 0)
        to->write(from->read(room));
}

void RelayLink::onEnded(QTcpSocket *ended, QTcpSocket *other)
{
    // What has arrived is still delivered before the other side is told.
    if (other->state() == QAbstractSocket::ConnectedState) {
        other->write(ended->readAll());
        other->disconnectFromHost();
    }
    if (other->state() == QAbstractSocket::UnconnectedState || other->state() == QAbstractSocket::ConnectingState)
        deleteLater();
}

} // namespace windsock
