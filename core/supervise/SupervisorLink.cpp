// SPDX-License-Identifier: Apache-2.0
#include "core/supervise/SupervisorLink.h"

#include "core/supervise/SupervisorAddress.h"
#include "core/supervise/SupervisorMessages.h"

#include <QCoreApplication>

namespace windsock {

SupervisorLink::SupervisorLink(const SupervisorFolder &folder, QObject *parent) : QObject(parent), m_folder(folder)
{
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &SupervisorLink::look);
}

SupervisorLink::~SupervisorLink()
{
    if (m_socket)
        m_socket->disconnect(this);
}

void SupervisorLink::open()
{
    m_wanted = true;
    m_toldRule.clear();
    QMetaObject::invokeMethod(this, &SupervisorLink::look, Qt::QueuedConnection);
}

bool SupervisorLink::isOpen() const
{
    return m_isOpen;
}

void SupervisorLink::look()
{
    m_changed = m_socket != nullptr; // looks again if that one comes to nothing
    if (!m_wanted || m_socket)
        return;
    watchFolder(); // first: what changes while we look is told after it
    const Result<QString> path = findAddress(m_folder);
    if (path)
        connectTo(*path);
    else
        tellAbsent(path.error());
}

// The folder, or the nearest one above it that there is.
void SupervisorLink::watchFolder()
{
    QString path = m_folder.folder.absolutePath();
    while (!QDir(path).exists() && path != "/")
        path = QDir::cleanPath(path + "/..");
    if (m_watcher.directories() == QStringList{path})
        return;
    if (!m_watcher.directories().isEmpty())
        m_watcher.removePaths(m_watcher.directories());
    m_watcher.addPath(path);
}

void SupervisorLink::connectTo(const QString &path)
{
    m_unread.clear();
    m_socket = std::make_unique<QLocalSocket>();
    // Queued: connecting to a local socket succeeds or fails at once, from within the call.
    connect(m_socket.get(), &QLocalSocket::connected, this, &SupervisorLink::onConnected, Qt::QueuedConnection);
    connect(m_socket.get(), &QLocalSocket::errorOccurred, this, &SupervisorLink::onEnded, Qt::QueuedConnection);
    connect(m_socket.get(), &QLocalSocket::readyRead, this, &SupervisorLink::onBytes, Qt::QueuedConnection);
    m_socket->connectToServer(path);
}

void SupervisorLink::onConnected()
{
    if (!m_socket || m_isOpen)
        return;
    m_isOpen = true;
    m_wanted = false;
    emit opened();
}

void SupervisorLink::onBytes()
{
    while (m_socket) {
        if (m_socket->bytesAvailable() > 0)
            m_unread += m_socket->readAll();
        const qsizetype end = m_unread.indexOf('\n');
        if (end < 0 && m_unread.size() > longestReply)
            return m_socket->abort(), onEnded();
        if (end < 0)
            return;
        const QByteArray whole = m_unread.first(end);
        m_unread.remove(0, end + 1);
        emit line(whole);
    }
}

void SupervisorLink::onEnded()
{
    if (!m_socket)
        return;
    onBytes(); // what came before the end
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket.release()->deleteLater();
    if (std::exchange(m_isOpen, false)) {
        emit broken();
        return;
    }
    // A socket that an earlier supervisor has left. If a new one is coming, it tells so by the folder's files.
    if (std::exchange(m_changed, false))
        return look();
    const Result<QString> path = findAddress(m_folder);
    tellAbsent(path ? notListeningYet() : path.error());
}

void SupervisorLink::write(const QByteArray &line)
{
    if (!m_isOpen)
        return;
    m_socket->write(line);
    m_socket->flush();
}

void SupervisorLink::tellAbsent(const Error &why)
{
    if (std::exchange(m_toldRule, why.rule + why.what) != why.rule + why.what)
        emit absent(why);
}

} // namespace windsock
