// SPDX-License-Identifier: Apache-2.0
// One connection to the server's socket that asks whether it would be let in, and goes. Deletes itself; see PostgresReady.h.
#pragma once

#include "core/base/Async.h"
#include "core/base/Clock.h"
#include "core/postgres/PostgresReady.h"

#include <QLocalSocket>

namespace windsock {

class PostgresQuestion : public QObject
{
    Q_OBJECT
public:
    PostgresQuestion(QString socketPath, Clock &clock, QObject *parent);
    Async<PostgresAnswer> ask(std::chrono::milliseconds limit);

private:
    void onConnected();
    void onReadyRead();
    void onError(QLocalSocket::LocalSocketError error);
    void onDisconnected();
    void end(const Result<PostgresAnswer> &answer);

    QString m_path;
    Clock &m_clock;
    QLocalSocket m_socket;
    QByteArray m_received;
    Promise<PostgresAnswer> m_promise;
    bool m_over = false;
};

} // namespace windsock
