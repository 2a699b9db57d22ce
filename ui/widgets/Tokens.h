// SPDX-License-Identifier: Apache-2.0
// The colours of the window by what they mean, once for light and once for dark. Values only; Theme applies them.
#pragma once

#include <QColor>
#include <QPalette>

namespace windsock {

// What a mark, a pill or a message says. Words always say it too.
enum class Tone { Neutral, Info, Good, Warning, Bad };

struct Tokens
{
    QColor window, panel, navigation, code; // grounds
    QColor text, dim, line, field;          // field: outline of inputs, 3:1 against its ground
    QColor accent, accentText, accentFill, onAccent, hover, selection;
    QColor good, warning, bad;
    QColor goodSoft, warningSoft, badSoft, neutralSoft;

    QColor ink(Tone tone) const;  // text and marks
    QColor soft(Tone tone) const; // the ground below them

    static const Tokens &light();
    static const Tokens &dark();
    // The tokens that made this palette: no global to ask, and right for every widget.
    static const Tokens &of(const QPalette &palette);
};

bool isDark(const QPalette &palette);
// As WCAG 2 defines it: 1 (equal) to 21.
double contrast(const QColor &one, const QColor &other);

} // namespace windsock
