// SPDX-License-Identifier: Apache-2.0
#include "core/net/TcpRelay.h"

#include "core/net/RelayLink.h"

#include <QCoreApplication>

namespace windsock {

TcpRelay::TcpRelay(QObject *parent) : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, &TcpRelay::onConnection);
}

Result<> TcpRelay::listen(int port)
{
    close();
    if (m_server.listen(QHostAddress(QHostAddress::LocalHost), quint16(port)))
        return {};
    Error error{Error::Code::Conflict, QCoreApplication::translate("TcpRelay", "Port %1 cannot be used").arg(port)};
    error.why = m_server.errorString();
    return error;
}

void TcpRelay::close()
{
    m_server.close();
    m_target = 0;
    for (RelayLink *link : std::exchange(m_links, {}))
        delete link;
}

void TcpRelay::setTarget(int port)
{
    m_target = port;
    for (RelayLink *link : std::as_const(m_links)) {
        if (link->isWaiting())
            link->connectTo(port);
    }
}

void TcpRelay::clearTarget()
{
    m_target = 0;
}

void TcpRelay::onConnection()
{
    while (QTcpSocket *client = m_server.nextPendingConnection()) {
        auto *link = new RelayLink(client, this);
        m_links += link;
        connect(link, &QObject::destroyed, this, [this](QObject *gone) { m_links.removeOne(static_cast<RelayLink *>(gone)); });
        if (m_target > 0)
            link->connectTo(m_target);
    }
}

} // namespace windsock
