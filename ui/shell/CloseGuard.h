// SPDX-License-Identifier: Apache-2.0
// Whether the window may close now. While runs are under way, of whichever workspace, it asks first; after yes it cancels
// them all and closes the window when the last of them has ended.
#pragma once

#include "core/cluster/Cluster.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace windsock {

struct WindowServices;

class CloseGuard : public QObject
{
    Q_OBJECT
public:
    CloseGuard(WindowServices &services, QWidget *window);
    bool mayClose(); // false: it asks, or waits for the end of what was canceled

signals:
    void told(const QString &text); // what it waits for

private:
    QList<Cluster *> busy() const;
    void ask(const QList<Cluster *> &clusters);
    void cancelAll();
    bool isEnding();
    void onRunFinished();

    WindowServices &m_services;
    QWidget *m_window;
    QList<QPointer<Cluster>> m_ending; // canceled, and not ended yet
    bool m_asked = false;
};

} // namespace windsock
