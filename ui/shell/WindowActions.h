// SPDX-License-Identifier: Apache-2.0
// Every action of the window, made once: name, words, shortcut, and whether it can be done now. Buttons, menus and the
// finder only show them. Actions about the cluster act on it; the rest is said by signals.
#pragma once

#include "core/cluster/Cluster.h"
#include "ui/widgets/ActionSet.h"

#include <QObject>
#include <QPointer>

namespace windsock {

struct WindowServices;

class WindowActions : public QObject
{
    Q_OBJECT
public:
    WindowActions(WindowServices &services, QWidget *window);
    ActionSet &set() { return m_set; }
    void setCluster(Cluster *cluster);
    void addPage(int number, const QString &id, const QString &title); // Ctrl+1 …
    void setFailed(bool failed);                                       // the last run failed: Start is "Try again" and says so

signals:
    void openWorkspace();
    void newWorkspace();
    void findAction();
    void deleteCluster();
    void moveCluster();
    void pageChosen(const QString &id);

private:
    QAction *add(const QString &id, const QString &text, const QString &tip, const QKeySequence &keys);
    void addClusterActions();
    void addWindowActions();
    void addCopyActions();
    void begin(const QString &id, Intent intent);
    void askReset();
    void askMove();
    void lookAgain();
    void update();

    WindowServices &m_services;
    QWidget *m_window;
    ActionSet m_set;
    QPointer<Cluster> m_cluster;
    bool m_failed = false;
};

} // namespace windsock
