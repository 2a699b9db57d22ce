// SPDX-License-Identifier: Apache-2.0
// The button that says which workspace is open, with a menu of recent ones and the ways to others.
#pragma once

#include "core/cluster/Cluster.h"

#include <QToolButton>

class QMenu;

namespace windsock {

class WindowActions;
struct WindowServices;

class WorkspacePicker : public QToolButton
{
    Q_OBJECT
public:
    WorkspacePicker(WindowServices &services, WindowActions &actions, QWidget *parent = nullptr);
    void setCluster(const Cluster *cluster);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void chosen(const QString &folder);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void fillMenu();
    QString shown(const QString &folder) const;
    WindowServices &m_services;
    WindowActions &m_actions;
    QMenu *m_menu;
    QString m_name, m_folder;
};

QString shortFolder(const QString &folder); // "~/work/data-pipelines"

} // namespace windsock
