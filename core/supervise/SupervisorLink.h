// SPDX-License-Identifier: Apache-2.0
// A client's connection to the supervisor of a folder: finds it, also one that only comes, and hands over what it says line by line.
// Watches files instead of asking again and again.
#pragma once

#include "core/base/Result.h"
#include "core/supervise/SupervisorFolder.h"

#include <QFileSystemWatcher>
#include <QLocalSocket>

#include <memory>

namespace windsock {

class SupervisorLink : public QObject
{
    Q_OBJECT
public:
    explicit SupervisorLink(const SupervisorFolder &folder, QObject *parent = nullptr);
    ~SupervisorLink() override;

    // Looks now, and again whenever the folder's files change, until it is connected. Afterwards one of the signals below comes, never
    // from within the call.
    void open();
    bool isOpen() const;
    void write(const QByteArray &line);

signals:
    void opened();
    void absent(const windsock::Error &why); // nobody listens, as findAddress(); once for each reason, then goes on looking
    void line(const QByteArray &line);
    void broken(); // the connection that was open is not any more; open() looks anew

private:
    void look();
    void connectTo(const QString &path);
    void onConnected();
    void onBytes();
    void onEnded();
    void tellAbsent(const Error &why);
    void watchFolder();

    SupervisorFolder m_folder;
    QFileSystemWatcher m_watcher;
    std::unique_ptr<QLocalSocket> m_socket;
    QByteArray m_unread;
    QString m_toldRule;
    bool m_wanted = false; // open() was asked for, and has not succeeded yet
    bool m_isOpen = false;
    bool m_changed = false; // the folder has, while a connection was tried
};

} // namespace windsock
