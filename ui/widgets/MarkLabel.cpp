// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/MarkLabel.h"

#include "ui/widgets/Metrics.h"
#include "ui/widgets/Tokens.h"

#include <QPainter>

namespace windsock {

MarkLabel::MarkLabel(Mark mark, QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setMark(mark);
}

void MarkLabel::setMark(Mark mark)
{
    m_mark = mark;
    setAccessibleName(markText(mark));
    setToolTip(markText(mark));
    update();
}

QSize MarkLabel::sizeHint() const
{
    return {grid(4), grid(4)};
}

void MarkLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int side = grid(4);
    paintMark(painter, QRectF((width() - side) / 2.0, (height() - side) / 2.0, side, side), m_mark, Tokens::of(palette()));
}

} // namespace windsock
