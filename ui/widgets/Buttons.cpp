// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/Buttons.h"

#include "ui/widgets/Metrics.h"

#include <QAction>
#include <QStyle>

namespace windsock {

void setButtonLook(QAbstractButton *button, ButtonLook look)
{
    static const char *const names[] = {"plain", "primary", "danger", "link", "small", "bare"};
    const QString name = QString::fromLatin1(names[int(look)]);
    if (button->property("look").toString() == name)
        return;
    button->setProperty("look", name);
    button->style()->unpolish(button); // rules chosen by a property are looked up once
    button->style()->polish(button);
}

QPushButton *makeButton(const QString &text, const QString &objectName, ButtonLook look)
{
    auto *button = new QPushButton(text);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    button->setIconSize({grid(4), grid(4)});
    setButtonLook(button, look);
    return button;
}

ActionButton::ActionButton(QAction *action, ButtonLook look, QWidget *parent) : QPushButton(parent), m_action(action)
{
    setObjectName(action->objectName() + QStringLiteral(".button"));
    setAutoDefault(false);
    setButtonLook(this, look);
    connect(action, &QAction::changed, this, &ActionButton::mirror);
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
    mirror();
}

void ActionButton::mirror()
{
    const QString shortcut = m_action->shortcut().toString(QKeySequence::NativeText);
    const QString tip = m_action->toolTip();
    setText(m_action->text());
    setToolTip(shortcut.isEmpty() ? tip : tip + QStringLiteral(" (") + shortcut + u')');
    setAccessibleDescription(m_action->statusTip());
    setEnabled(m_action->isEnabled());
}

} // namespace windsock
