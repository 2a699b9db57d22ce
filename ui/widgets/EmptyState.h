// SPDX-License-Identifier: Apache-2.0
// What a page shows when there is nothing to show: what it is for and what to do next.
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace windsock {

class EmptyState : public QWidget
{
    Q_OBJECT
public:
    EmptyState(const QString &title, const QString &text, QWidget *parent = nullptr);
    void setText(const QString &title, const QString &text);
    void addButton(QPushButton *button);

private:
    QLabel *m_title, *m_text;
    QHBoxLayout *m_buttons;
};

} // namespace windsock
