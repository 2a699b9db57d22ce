// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/Pill.h"

#include "ui/widgets/Metrics.h"

#include <QPainter>

namespace windsock {

namespace {
QFont pillFont()
{
    QFont font = smallFont();
    font.setWeight(QFont::DemiBold);
    return font;
}
int dotSide()
{
    return grid(2);
}
} // namespace

Pill::Pill(const QString &text, Tone tone, QWidget *parent) : QLabel(text, parent), m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    setFont(pillFont());
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Pill::show(const QString &text, Tone tone)
{
    m_tone = tone;
    setText(text);
    updateGeometry();
    update();
}

QSize Pill::sizeHint() const
{
    return sizeHintFor(text());
}

QSize Pill::sizeHintFor(const QString &text) const
{
    const QFontMetrics metrics(font());
    return {grid(2.5) + dotSide() + grid(1.5) + metrics.horizontalAdvance(text) + grid(2.5), metrics.height() + grid(2)};
}

void Pill::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Tokens::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.soft(m_tone));
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    painter.setBrush(tokens.ink(m_tone));
    painter.drawEllipse(QRectF(grid(2.5), (height() - dotSide()) / 2.0, dotSide(), dotSide()));
    painter.setPen(tokens.ink(m_tone));
    const int begin = grid(2.5) + dotSide() + grid(1.5);
    // At its full size the text fits, whatever rounding takes away.
    const bool isShortened = width() < sizeHint().width();
    const QString shown = isShortened ? fontMetrics().elidedText(text(), Qt::ElideRight, width() - begin - grid(2)) : text();
    painter.drawText(QRect(begin, 0, width() - begin, height()), Qt::AlignVCenter | Qt::AlignLeft, shown);
}

} // namespace windsock
