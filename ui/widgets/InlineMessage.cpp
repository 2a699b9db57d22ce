// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/InlineMessage.h"

#include "ui/widgets/Announcement.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/MarkLabel.h"
#include "ui/widgets/Metrics.h"
#include "ui/widgets/Tokens.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace windsock {

namespace {
// Below the box, part of the widget: it goes with it when there is nothing to tell.
int gap()
{
    return grid(2);
}
} // namespace

InlineMessage::InlineMessage(const QString &objectName, QWidget *parent)
    : QFrame(parent), m_sign(new MarkLabel(Mark::Warning)), m_text(makeWrapped(makeLabel({}))), m_buttons(new QHBoxLayout)
{
    setObjectName(objectName);
    m_text->setObjectName(objectName + QStringLiteral(".text"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(grid(3), grid(2), grid(2), grid(2) + gap());
    row->setSpacing(grid(3));
    row->addWidget(m_sign);
    row->addWidget(m_text, 1);
    m_buttons->setSpacing(grid(2));
    row->addLayout(m_buttons);
    QPushButton *close = makeButton({}, objectName + QStringLiteral(".close"), ButtonLook::Bare);
    close->setIcon(icon(QStringLiteral("close")));
    close->setAccessibleName(tr("Close this message"));
    close->setToolTip(tr("Close this message"));
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    connect(close, &QPushButton::clicked, this, &InlineMessage::closed);
    row->addWidget(close);
    hide();
}

void InlineMessage::tell(Mark mark, const QString &text)
{
    const bool isNews = isHidden() || m_text->text() != text;
    m_mark = mark;
    m_sign->setMark(mark);
    m_text->setText(text);
    setAccessibleName(text);
    show();
    update();
    if (isNews)
        announce(this);
}

QPushButton *InlineMessage::addButton(const QString &text, const QString &objectName)
{
    QPushButton *button = makeButton(text, objectName);
    m_buttons->addWidget(button);
    return button;
}

QString InlineMessage::text() const
{
    return m_text->text();
}

void InlineMessage::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Tokens::of(palette());
    const Tone tone = m_mark == Mark::Failed    ? Tone::Bad
                      : m_mark == Mark::Warning ? Tone::Warning
                      : m_mark == Mark::Done    ? Tone::Good
                                                : Tone::Info;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.line, 1));
    painter.setBrush(tone == Tone::Info ? tokens.panel : tokens.soft(tone));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5 - gap()), grid(2), grid(2));
}

} // namespace windsock
