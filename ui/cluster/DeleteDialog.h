// SPDX-License-Identifier: Apache-2.0
// Asks for the cluster's name before it is deleted: the one action that cannot be taken back. Opened with open(). Its words
// are ClusterWords'.
#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace windsock {

class Cluster;

class DeleteDialog : public QDialog
{
    Q_OBJECT
public:
    DeleteDialog(const Cluster &cluster, QWidget *parent);

private:
    void check();
    QString m_name;
    QLineEdit *m_edit;
    QPushButton *m_delete;
};

} // namespace windsock
