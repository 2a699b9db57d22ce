// SPDX-License-Identifier: Apache-2.0
// The actions of the window by name, so that pages can show a button for one without knowing who does it.
#pragma once

#include <QHash>
#include <QList>
#include <QString>

class QAction;

namespace windsock {

class ActionSet
{
public:
    void add(QAction *action);                                          // under its objectName
    QAction *find(const QString &id) const { return m_byId.value(id); } // null: no such action
    const QList<QAction *> &all() const { return m_actions; }           // in the order of adding

private:
    QList<QAction *> m_actions;
    QHash<QString, QAction *> m_byId;
};

} // namespace windsock
