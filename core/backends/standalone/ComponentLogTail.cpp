// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/ComponentLogTail.h"

#include <QDir>
#include <QFileInfo>

#include <sys/stat.h>

namespace windsock {

namespace {
quint64 inodeOf(const QString &path)
{
    struct stat seen = {};
    return stat(QFile::encodeName(path).constData(), &seen) == 0 ? quint64(seen.st_ino) : 0;
}

// The one that holds the file, or the nearest above it that there is.
QString nearestFolder(const QString &file)
{
    QString path = QFileInfo(file).absolutePath();
    while (!QDir(path).exists() && path != QLatin1String("/"))
        path = QDir::cleanPath(path + QStringLiteral("/.."));
    return path;
}
} // namespace

Async<> ComponentLogTail::run(const QString &file, const LogRequest &request, QObject *parent)
{
    auto *tail = new ComponentLogTail(file, request, parent);
    const Async<> done = tail->m_done.future();
    tail->begin();
    return done;
}

ComponentLogTail::ComponentLogTail(const QString &file, const LogRequest &request, QObject *parent)
    : QObject(parent), m_file(file), m_request(request)
{}

void ComponentLogTail::begin()
{
    m_hook = m_request.cancel.onRequest([this] { end(Error::canceled()); });
    if (m_request.follow) {
        // The folder tells of a file that is made or made anew, the file of its lines.
        connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &ComponentLogTail::readOn);
        connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &ComponentLogTail::readOn);
    }
    readOn();
    if (!m_request.follow)
        end({});
}

// Before the first start there is none, and a reset takes it away.
void ComponentLogTail::watchFolder()
{
    // Again once it is watched: a folder below it may have come in between, or another one in its place.
    for (int look = 0; look < 10; ++look) {
        const QString path = nearestFolder(m_file.fileName());
        const quint64 inode = inodeOf(path);
        if (m_watcher.directories() == QStringList{path} && inode == m_folderInode)
            return;
        if (!m_watcher.directories().isEmpty())
            m_watcher.removePaths(m_watcher.directories());
        m_watcher.addPath(path);
        m_folderInode = inode;
    }
}

void ComponentLogTail::readOn()
{
    if (m_request.follow)
        watchFolder(); // first: what changes while we read is told after it
    const quint64 inode = inodeOf(m_file.fileName());
    if (m_file.isOpen() && inode != m_inode) {
        hand(m_file.readAll()); // the last of the old one
        m_file.close();
    }
    if (!m_file.isOpen()) {
        if (inode == 0 || !m_file.open(QIODevice::ReadOnly))
            return;
        const bool first = m_inode == 0;
        m_inode = inode;
        if (m_request.follow) {
            m_watcher.removePath(m_file.fileName()); // that of the old one
            m_watcher.addPath(m_file.fileName());
        }
        if (first && m_file.size() > atFirst) {
            m_file.seek(m_file.size() - atFirst);
            m_file.readLine(); // from the middle
        }
    }
    hand(m_file.readAll());
    if (!m_request.follow && !m_half.isEmpty())
        hand("\n");
}

void ComponentLogTail::hand(const QByteArray &bytes)
{
    m_half += bytes;
    qsizetype from = 0;
    for (qsizetype end = m_half.indexOf('\n'); end >= 0; from = end + 1, end = m_half.indexOf('\n', from))
        m_request.sink(Channel::Out, QByteArrayView(m_half).sliced(from, end - from));
    m_half.remove(0, from);
}

void ComponentLogTail::end(const Result<> &result)
{
    if (std::exchange(m_over, true))
        return;
    m_hook.reset();
    m_done.resolve(result);
    deleteLater();
}

} // namespace windsock
