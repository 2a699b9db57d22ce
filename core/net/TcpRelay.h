// SPDX-License-Identifier: Apache-2.0
// Holds one port on 127.0.0.1 for good and passes connections on to another port of this computer, which may come and
// go: connections that arrive in between wait for it. So a port-forward that has to be made anew keeps its port.
#pragma once

#include "core/base/Result.h"

#include <QObject>
#include <QTcpServer>

namespace windsock {

class RelayLink;

class TcpRelay : public QObject
{
    Q_OBJECT
public:
    explicit TcpRelay(QObject *parent = nullptr);

    Result<> listen(int port); // Conflict: somebody holds it
    void close();              // and every connection
    bool isListening() const { return m_server.isListening(); }
    int port() const { return m_server.serverPort(); }

    void setTarget(int port); // on 127.0.0.1; waiting connections go on; open ones stay with their old target
    void clearTarget();       // new connections wait (at most 30 s)

private:
    void onConnection();
    QTcpServer m_server;
    QList<RelayLink *> m_links;
    int m_target = 0; // 0: none
};

} // namespace windsock
