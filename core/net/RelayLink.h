// SPDX-License-Identifier: Apache-2.0
// One connection of a TcpRelay: two sockets and the bytes between them, with back-pressure. Deletes itself at its end.
#pragma once

#include <QObject>
#include <QTcpSocket>

namespace windsock {

class RelayLink : public QObject
{
    Q_OBJECT
public:
    RelayLink(QTcpSocket *client, QObject *parent); // takes the socket
    void connectTo(int port);
    bool isWaiting() const { return m_waiting; }

private:
    void pump(QTcpSocket *from, QTcpSocket *to);
    void onEnded(QTcpSocket *ended, QTcpSocket *other);
    QTcpSocket *m_client;
    QTcpSocket *m_target;
    bool m_waiting = true;
};

} // namespace windsock
