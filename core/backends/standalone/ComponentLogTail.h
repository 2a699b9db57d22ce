// SPDX-License-Identifier: Apache-2.0
// The last lines of a component's log, and new ones as they come. Watches the file; a log that starts anew (ComponentLog), also in a
// folder that is made anew, is followed on.
#pragma once

#include "core/backends/Backend.h"

#include <QFile>
#include <QFileSystemWatcher>
#include <QObject>

namespace windsock {

class ComponentLogTail : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 atFirst = 64 * 1024; // bytes that are looked back

    // Deletes itself when it is over. Resolves at the end of the file, or with `follow` when canceled.
    static Async<> run(const QString &file, const LogRequest &request, QObject *parent);

private:
    ComponentLogTail(const QString &file, const LogRequest &request, QObject *parent);
    void begin();
    void readOn();
    void watchFolder();
    void hand(const QByteArray &bytes);
    void end(const Result<> &result);

    QFile m_file;
    LogRequest m_request;
    QFileSystemWatcher m_watcher;
    QByteArray m_half;         // a line without its end yet
    quint64 m_inode = 0;       // of the file that is open
    quint64 m_folderInode = 0; // of the folder that is watched
    CancelHook m_hook;
    Promise<> m_done;
    bool m_over = false;
};

} // namespace windsock
