// SPDX-License-Identifier: Apache-2.0
#include "core/supervise/SupervisorServer.h"

#include "core/supervise/SocketPlace.h"
#include "core/supervise/Supervisor.h"
#include "core/supervise/SupervisorAddress.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QPointer>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("SupervisorServer", text);
}

Error tooLong()
{
    Error error = Error::badInput(tr("A message to the supervisor is too long"), {});
    error.why = tr("At most %1 bytes make sense").arg(longestRequest);
    error.rule = "supervise.message";
    return error;
}

Error cannotListen(const QString &path, const QString &why)
{
    Error error = Error::badInput(tr("The supervisor cannot listen on its socket"), {path}, tr("Check that the folder can be written to"));
    error.why = why;
    error.rule = "supervise.socket";
    return error;
}
} // namespace

SupervisorServer::SupervisorServer(Supervisor &supervisor, const SupervisorFolder &folder, QObject *parent)
    : QObject(parent), m_supervisor(supervisor), m_folder(folder)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SupervisorServer::onConnection);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &SupervisorServer::onFolderChanged);
    connect(&m_supervisor, &Supervisor::changed, this, &SupervisorServer::push);
    connect(&m_supervisor, &Supervisor::closing, this, &SupervisorServer::close);
    // Later: the answers to what the closing has ended are still on their way.
    connect(&m_supervisor, &Supervisor::closed, this, &SupervisorServer::finishIfAnswered, Qt::QueuedConnection);
}

SupervisorServer::~SupervisorServer()
{
    close();
    for (QLocalSocket *socket : m_clients.keys())
        socket->disconnect(this);
}

Result<> SupervisorServer::listen()
{
    const Result<QString> place = socketPlace(m_folder.key());
    if (!place)
        return place.error();
    if (isOurSocket(*place))
        QFile::remove(*place);
    if (!m_server.listen(*place))
        return cannotListen(*place, m_server.errorString());
    m_path = *place;
    m_watcher.addPath(QFileInfo(m_path).path());
    return saveAddress(m_folder, m_path);
}

void SupervisorServer::onFolderChanged()
{
    if (m_closed || isOurSocket(m_path))
        return;
    m_server.close();
    if (const Result<> listening = listen(); !listening)
        m_supervisor.note(listening.error().report());
}

void SupervisorServer::close()
{
    if (std::exchange(m_closed, true) || m_path.isEmpty())
        return;
    m_server.close(); // removes the socket
    QFile::remove(m_folder.address());
}

void SupervisorServer::onConnection()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        if (m_clients.size() >= mostClients) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        m_clients.insert(socket, {});
        socket->setReadBufferSize(2 * longestRequest);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { onBytes(socket); });
        connect(socket, &QLocalSocket::disconnected, this, [this, socket] { onGone(socket); });
        onBytes(socket);
    }
}

void SupervisorServer::onGone(QLocalSocket *socket)
{
    m_clients.remove(socket);
    socket->deleteLater();
}

void SupervisorServer::onBytes(QLocalSocket *socket)
{
    // An answer may end the connection, and with it the entry.
    for (auto client = m_clients.find(socket); client != m_clients.end(); client = m_clients.find(socket)) {
        client->unread += socket->readAll();
        const qsizetype end = client->unread.indexOf('\n');
        const qsizetype length = end < 0 ? client->unread.size() : end;
        if (length > longestRequest)
            return refuse(socket, tooLong()), socket->abort(); // what is flushed still arrives
        if (end < 0)
            return;
        const QByteArray line = client->unread.first(end);
        client->unread.remove(0, end + 1);
        answer(socket, line);
    }
}

void SupervisorServer::answer(QLocalSocket *socket, const QByteArray &line)
{
    if (line.trimmed().isEmpty())
        return;
    const auto request = parseRequest(line);
    if (const auto *bad = std::get_if<BadRequest>(&request))
        refuse(socket, bad->error, bad->id);
    else
        perform(socket, std::get<SupervisorRequest>(request));
}

void SupervisorServer::perform(QLocalSocket *socket, const SupervisorRequest &request)
{
    if (request.verb == SupervisorVerb::Subscribe)
        m_clients[socket].follows = true;
    if (request.verb == SupervisorVerb::Status || request.verb == SupervisorVerb::Subscribe)
        return reply(socket, {m_supervisor.status(), request.id});
    ++m_unanswered;
    whenDone(order(request), this, [this, asker = QPointer(socket), id = request.id](const Result<> &done) {
        --m_unanswered;
        if (asker)
            reply(asker, {done ? Result<SupervisorStatus>(m_supervisor.status()) : done.error(), id});
        finishIfAnswered();
    });
}

Async<> SupervisorServer::order(const SupervisorRequest &request)
{
    switch (request.verb) {
    case SupervisorVerb::Start: return m_supervisor.start(request.components);
    case SupervisorVerb::Stop: return m_supervisor.stop(request.components);
    case SupervisorVerb::Restart: return m_supervisor.restart(request.components);
    case SupervisorVerb::ShutDown: return m_supervisor.shutDown();
    case SupervisorVerb::Status:
    case SupervisorVerb::Subscribe: break;
    }
    return ready();
}

void SupervisorServer::refuse(QLocalSocket *socket, const Error &error, qint64 id)
{
    reply(socket, {error, id});
}

void SupervisorServer::reply(QLocalSocket *socket, const SupervisorReply &reply)
{
    if (socket->bytesToWrite() > mostUnread)
        return socket->abort();
    socket->write(renderReply(reply));
    socket->flush();
}

void SupervisorServer::push()
{
    const SupervisorReply event{m_supervisor.status(), {}};
    for (QLocalSocket *socket : m_clients.keys()) {
        if (m_clients.value(socket).follows)
            reply(socket, event);
    }
}

void SupervisorServer::finishIfAnswered()
{
    if (!m_closed || m_unanswered > 0 || std::exchange(m_finished, true))
        return;
    for (QLocalSocket *socket : m_clients.keys())
        socket->disconnectFromServer(); // those who follow: there is nothing to follow any more
    emit finished();
}

} // namespace windsock
