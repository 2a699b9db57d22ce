// SPDX-License-Identifier: Apache-2.0
// Rows of a dim label and what belongs to it, with a line between rows.
#pragma once

#include <QWidget>

class QGridLayout;

namespace windsock {

class FactGrid : public QWidget
{
    Q_OBJECT
public:
    explicit FactGrid(QWidget *parent = nullptr);
    void clear();
    void addRow(const QString &label, QWidget *value);
    // Value, then a pill or remark beside it; both may be null.
    void addRow(const QString &label, const QString &value, QWidget *beside = nullptr);

private:
    QGridLayout *m_grid = nullptr;
    int m_rows = 0;
};

// Widgets side by side, the last one taking the rest.
QWidget *besideEachOther(const QList<QWidget *> &widgets);
QWidget *inRows(const QList<QWidget *> &widgets); // the same, and below each other where they find no room

} // namespace windsock
