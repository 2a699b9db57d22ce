// SPDX-License-Identifier: Apache-2.0
// Answers on a supervisor's socket (SupervisorMessages.h). Only this user can reach it. A client may send what it likes: it gets an error,
// or loses its connection (a line without end, replies that it never reads, too many connections), and nobody else notices.
#pragma once

#include "core/base/Async.h"
#include "core/supervise/SupervisorFolder.h"
#include "core/supervise/SupervisorMessages.h"

#include <QFileSystemWatcher>
#include <QLocalServer>
#include <QLocalSocket>
#include <QMap>

namespace windsock {

class Supervisor;

class SupervisorServer : public QObject
{
    Q_OBJECT
public:
    static constexpr int mostClients = 64;
    static constexpr qint64 mostUnread = 4 * 1024 * 1024; // bytes that a client may leave unread

    // The supervisor must outlive this.
    SupervisorServer(Supervisor &supervisor, const SupervisorFolder &folder, QObject *parent = nullptr);
    ~SupervisorServer() override;

    // Only by the owner of the folder's lock: an old socket is taken for stale. Errors: as socketPlace() and saveAddress(); BadInput: it
    // cannot listen.
    Result<> listen();
    const QString &socketPath() const { return m_path; }

signals:
    void finished(); // the supervisor has closed, and whoever asked for something has an answer

private:
    struct Client
    {
        QByteArray unread;
        bool follows = false;
    };
    void onConnection();
    void onBytes(QLocalSocket *socket);
    void onGone(QLocalSocket *socket);
    void answer(QLocalSocket *socket, const QByteArray &line);
    void perform(QLocalSocket *socket, const SupervisorRequest &request);
    Async<> order(const SupervisorRequest &request);
    void refuse(QLocalSocket *socket, const Error &error, qint64 id = 0);
    void reply(QLocalSocket *socket, const SupervisorReply &reply);
    void push();
    void onFolderChanged();
    void close();
    void finishIfAnswered();

    Supervisor &m_supervisor;
    SupervisorFolder m_folder;
    QLocalServer m_server;
    QFileSystemWatcher m_watcher; // of the socket's folder: those who tidy temporary folders take sockets for old files
    QString m_path;
    QMap<QLocalSocket *, Client> m_clients;
    int m_unanswered = 0;
    bool m_closed = false;
    bool m_finished = false;
};

} // namespace windsock
