// SPDX-License-Identifier: Apache-2.0
// Finds any action by a few letters of its name and does it. Opened by Ctrl+K, closed by Esc or by doing.
#pragma once

#include <QDialog>

class QAction;
class QLineEdit;
class QListWidget;

namespace windsock {

class ActionSet;

class ActionFinder : public QDialog
{
    Q_OBJECT
public:
    ActionFinder(const ActionSet &actions, QWidget *parent);
    void showOver(QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &text);
    void run();

    const ActionSet &m_actions;
    QLineEdit *m_edit;
    QListWidget *m_list;
};

// Every word of `typed` begins somewhere in `name`: "op air" finds "Open Airflow".
bool matchesAction(const QString &name, const QString &typed);

} // namespace windsock
