// SPDX-License-Identifier: Apache-2.0
// The drawn signs of the window: SVG icons in one stroke style, tinted from the palette while they are painted, and the
// marks for states, which differ in shape and not only in colour.
#pragma once

#include <QIcon>
#include <QPalette>
#include <QRectF>

class QPainter;

namespace windsock {

struct Tokens;

// "cluster", "copy", …: a file of resources/icons. Follows palette changes by itself.
QIcon icon(const QString &name, QPalette::ColorRole role = QPalette::ButtonText);

enum class Mark { Waiting, Running, Done, Skipped, Warning, Failed, Canceled };
QString markText(Mark mark); // in words, for screen readers and tooltips
// `turn` 0…1 is how far a running mark has turned.
void paintMark(QPainter &painter, const QRectF &area, Mark mark, const Tokens &tokens, double turn = 0);

} // namespace windsock
