// SPDX-License-Identifier: Apache-2.0
// One kubectl port-forward to one pod, on any free port: alive from its "Forwarding from" line until it ends. Knows
// nothing about retries; PortForward makes a new one.
#pragma once

#include "core/backends/kind/KindSession.h"
#include "core/base/Cancel.h"
#include "core/tools/Kubectl.h"

#include <QObject>

namespace windsock {

class Tunnel : public QObject
{
    Q_OBJECT
public:
    Tunnel(KindSession &session, const kubectl::ForwardRequest &request, QObject *parent);
    ~Tunnel() override;                 // ends the child
    void open();                        // once; apart from the making, so that whoever listens misses nothing
    int port() const { return m_port; } // 0: not yet

signals:
    void opened(int port);
    void ended(const QString &reason);

private:
    void onLine(QByteArrayView line);
    KindSession &m_session;
    const kubectl::ForwardRequest m_request;
    Cancel m_cancel;
    int m_port = 0;
    QString m_lastLine;
};

} // namespace windsock
