// SPDX-License-Identifier: Apache-2.0
// Distances and fonts derived from the application's font, so that a larger text scales the whole window.
#pragma once

#include <QFont>

class QLabel;
class QWidget;

namespace windsock {

// `steps` of the 4 px grid, scaled by the font: grid(3) is 12 px at the usual 13 px text.
int grid(double steps);

QFont bodyFont();
QFont strongFont(); // body, semibold
QFont smallFont();  // 12 for 13
QFont headFont();   // 15 for 13, semibold: the title of a card that matters
QFont titleFont();  // 20 for 13, bold: one per page
QFont fixedFont();  // the system's monospace, size of smallFont

QLabel *makeLabel(const QString &text, const QFont &font = bodyFont());
// Secondary text. Takes its colour from the palette (PlaceholderText, set by Theme), so that it follows a change.
QLabel *makeDimLabel(const QString &text = {}, const QFont &font = bodyFont());
QLabel *makeWrapped(QLabel *label);

} // namespace windsock
