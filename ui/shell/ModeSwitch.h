// SPDX-License-Identifier: Apache-2.0
// Where the open workspace's Airflow runs: settles in the background what its files leave open, and changes it when
// somebody asks. Says which cluster the window shows from now on; shows nothing itself.
#pragma once

#include "core/cluster/Cluster.h"

#include <QObject>
#include <QPointer>

namespace windsock {

struct WindowServices;

class ModeSwitch : public QObject
{
    Q_OBJECT
public:
    ModeSwitch(WindowServices &services, QObject *parent);
    void setCluster(Cluster *cluster); // the one shown; null: none
    void settle();                     // asks this machine, which may take seconds; nobody waits
    void change(Mode mode);
    void move(); // to the place that it can move to; begins at once
    // What a remedy offers; `name` is a mode's. The run that failed may say its last words first.
    void startIn(const QString &name);

signals:
    void replaced(windsock::Cluster *cluster); // of the workspace shown: show this one
    void refused(const windsock::Error &error);

private:
    bool changed(Mode mode);
    void onRunFinished();

    WindowServices &m_services;
    QPointer<Cluster> m_cluster;
    QString m_folder;  // of the workspace shown
    QString m_waiting; // the mode to start in once the run has ended
};

} // namespace windsock
