// SPDX-License-Identifier: Apache-2.0
// Buttons and how much they stand out. Their looks are rules of Theme, chosen by a property.
#pragma once

#include <QPushButton>

class QAction;

namespace windsock {

enum class ButtonLook { Plain, Primary, Danger, Link, Small, Bare };
void setButtonLook(QAbstractButton *button, ButtonLook look);
QPushButton *makeButton(const QString &text, const QString &objectName, ButtonLook look = ButtonLook::Plain);

// A button that mirrors an action: text, tooltip with shortcut, enabled. Named after it, with ".button" at the end.
class ActionButton : public QPushButton
{
    Q_OBJECT
public:
    explicit ActionButton(QAction *action, ButtonLook look = ButtonLook::Plain, QWidget *parent = nullptr);
    QAction *action() const { return m_action; }

private:
    void mirror();
    QAction *m_action;
};

} // namespace windsock
