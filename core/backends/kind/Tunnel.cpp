// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/Tunnel.h"

#include <QPointer>

namespace windsock {

Tunnel::Tunnel(KindSession &session, const kubectl::ForwardRequest &request, QObject *parent)
    : QObject(parent), m_session(session), m_request(request)
{}

void Tunnel::open()
{
    Command command = kubectl::portForward(m_request);
    command.limit = std::chrono::seconds(0);
    const auto sink = [self = QPointer(this)](Channel, QByteArrayView line) {
        if (self)
            self->onLine(line);
    };
    whenDone(m_session.runner.run(command, sink, m_cancel), this, [this](const Result<CommandOutput> &result) {
        // Canceled by ourselves, because of what it said last.
        emit ended(result || result.error().isCancel() ? m_lastLine : result.error().what);
    });
}

Tunnel::~Tunnel()
{
    m_cancel.request();
}

void Tunnel::onLine(QByteArrayView line)
{
    m_lastLine = QString::fromUtf8(line);
    if (const auto port = kubectl::parseForwarding(line); port && m_port == 0) {
        m_port = *port;
        emit opened(m_port);
    }
    // kubectl goes on listening for a pod that is gone; only the next connection would tell it.
    if (kubectl::lostPod(line))
        m_cancel.request();
}

} // namespace windsock
