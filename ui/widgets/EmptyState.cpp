// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/EmptyState.h"

#include "ui/widgets/Metrics.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace windsock {

EmptyState::EmptyState(const QString &title, const QString &text, QWidget *parent)
    : QWidget(parent), m_title(makeWrapped(makeLabel(title, headFont()))), m_text(makeWrapped(makeDimLabel(text))),
      m_buttons(new QHBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid(4), grid(6), grid(4), grid(6));
    column->setSpacing(grid(2));
    m_title->setAlignment(Qt::AlignHCenter);
    m_text->setAlignment(Qt::AlignHCenter);
    column->addWidget(m_title);
    column->addWidget(m_text);
    m_buttons->setAlignment(Qt::AlignHCenter);
    column->addLayout(m_buttons);
}

void EmptyState::setText(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
}

void EmptyState::addButton(QPushButton *button)
{
    m_buttons->addWidget(button);
}

} // namespace windsock
