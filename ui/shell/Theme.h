// SPDX-License-Identifier: Apache-2.0
// Makes the application look like its tokens: Fusion as the base, a palette, and the few style rules of the window.
// Follows the system while the choice says so.
#pragma once

#include "ui/settings/WindowSettings.h"

#include <QObject>

class QPalette;

namespace windsock {

struct Tokens;

class Theme : public QObject
{
    Q_OBJECT
public:
    explicit Theme(ThemeChoice choice, QObject *parent = nullptr);
    void setChoice(ThemeChoice choice);
    bool isDark() const { return m_dark; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();
    void showMnemonics(bool show);
    class BaseStyle;
    BaseStyle *m_style; // owned by the application
    ThemeChoice m_choice;
    bool m_startedDark; // what the platform asked for before we spoke
    bool m_dark = false, m_applied = false;
};

QPalette paletteOf(const Tokens &tokens);
QString styleRules(const Tokens &tokens);

} // namespace windsock
