// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/Panel.h"

#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Metrics.h"
#include "ui/widgets/Tokens.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>

namespace windsock {

Panel::Panel(const QString &title, QWidget *parent) : QFrame(parent), m_body(new QVBoxLayout(this))
{
    m_body->setContentsMargins(grid(4), grid(3.5), grid(4), grid(3.5));
    m_body->setSpacing(grid(2));
    if (title.isEmpty())
        return;
    m_heading = new QHBoxLayout;
    m_heading->setSpacing(grid(3));
    m_heading->addWidget(makeLabel(title, strongFont()));
    auto *remark = new ElidedLabel;
    remark->setForegroundRole(QPalette::PlaceholderText);
    m_remark = remark;
    m_heading->addWidget(m_remark, 1);
    m_body->addLayout(m_heading);
    setAccessibleName(title);
}

void Panel::setRemark(const QString &text)
{
    m_remark->setText(text);
}

void Panel::addToHeading(QWidget *widget)
{
    m_heading->addWidget(widget);
}

void Panel::setCode(bool code)
{
    m_code = code;
    update();
}

void Panel::setStripe(bool bad)
{
    m_stripe = bad;
    update();
}

void Panel::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Tokens::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath shape;
    shape.addRoundedRect(area, grid(2), grid(2));
    painter.fillPath(shape, m_code ? tokens.code : tokens.panel);
    if (m_stripe) {
        painter.setClipPath(shape);
        painter.fillRect(QRectF(0, 0, grid(1), height()), tokens.bad);
        painter.setClipping(false);
    }
    painter.setPen(QPen(tokens.line, 1));
    painter.drawPath(shape);
}

Separator::Separator(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(1);
}

void Separator::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Tokens::of(palette()).line);
}

} // namespace windsock
