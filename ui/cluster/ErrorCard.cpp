// SPDX-License-Identifier: Apache-2.0
#include "ui/cluster/ErrorCard.h"

#include "ui/widgets/Announcement.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/FreshGrid.h"
#include "ui/widgets/MarkLabel.h"
#include "ui/widgets/Metrics.h"
#include "ui/widgets/PlaceLink.h"

#include <QLabel>
#include <QVBoxLayout>

namespace windsock {

ErrorCard::ErrorCard(QWidget *parent)
    : Panel({}, parent), m_what(makeWrapped(makeLabel({}, headFont()))), m_holder(new QWidget), m_buttons(new QWidget),
      m_flow(new FlowLayout(grid(3), m_buttons))
{
    setObjectName(QStringLiteral("errorCard"));
    setStripe(true);
    m_what->setObjectName(QStringLiteral("errorCard.what"));
    m_what->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *row = new QHBoxLayout;
    row->setSpacing(grid(3));
    row->setContentsMargins(grid(1), grid(0.5), 0, 0);
    auto *mark = new MarkLabel(Mark::Failed);
    row->addWidget(mark, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(grid(2.5));
    column->addWidget(m_what);
    column->addWidget(m_holder);
    column->addSpacing(grid(0.5));
    column->addWidget(m_buttons);
    row->addLayout(column, 1);
    body()->addLayout(row);
}

void ErrorCard::addRow(const QString &label, const QString &text)
{
    if (text.isEmpty())
        return;
    const int row = m_rows->rowCount();
    m_rows->addWidget(makeDimLabel(label), row, 0, Qt::AlignTop);
    QLabel *value = makeWrapped(makeLabel(text));
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_rows->addWidget(value, row, 1);
}

void ErrorCard::addPlace(const SourcePlace &place)
{
    if (!place.isKnown())
        return;
    const int row = m_rows->rowCount();
    m_rows->addWidget(makeDimLabel(tr("Where")), row, 0);
    QPushButton *link = makePlaceLink(place.text(), QStringLiteral("errorCard.place"));
    const Remedy open{QStringLiteral("file.open"), place.text(), place.text()};
    connect(link, &QPushButton::clicked, this, [this, open] { emit remedyChosen(open); });
    m_rows->addWidget(link, row, 1, Qt::AlignLeft);
}

void ErrorCard::show(const Error &error, const std::function<bool(const QString &)> &known)
{
    m_what->setText(error.what);
    setAccessibleName(error.what);
    m_rows = freshGrid(m_holder, grid(3), grid(1.5));
    m_rows->setColumnStretch(1, 1);
    addPlace(error.place);
    addRow(tr("Why"), error.why);
    addRow(tr("What to do"), error.todo);
    addButtons(error, known);
    show();
    announce(this);
}

void ErrorCard::addButtons(const Error &error, const std::function<bool(const QString &)> &known)
{
    while (QLayoutItem *item = m_flow->takeAt(0)) {
        item->widget()->setParent(nullptr);
        item->widget()->deleteLater(); // it may be the one that was just pressed
        delete item;
    }
    bool first = true;
    for (const Remedy &remedy : error.remedies) {
        if (!known(remedy.id))
            continue;
        auto *button = makeButton(remedy.label, QStringLiteral("remedy.") + remedy.id, first ? ButtonLook::Primary : ButtonLook::Plain);
        connect(button, &QPushButton::clicked, this, [this, remedy] { emit remedyChosen(remedy); });
        m_flow->addWidget(button);
        first = false;
    }
    auto *again = makeButton(tr("Try again"), QStringLiteral("errorCard.tryAgain"), first ? ButtonLook::Primary : ButtonLook::Plain);
    connect(again, &QPushButton::clicked, this, &ErrorCard::tryAgain);
    m_flow->addWidget(again);
    auto *copy = makeButton(tr("Copy report"), QStringLiteral("errorCard.copyReport"));
    copy->setToolTip(tr("Copies a text for a ticket: versions, steps, the error and the last lines"));
    connect(copy, &QPushButton::clicked, this, &ErrorCard::copyReport);
    m_flow->addWidget(copy);
}

void ErrorCard::setBusy(bool busy)
{
    m_buttons->setEnabled(!busy);
}

void ErrorCard::setReadOnly(bool readOnly)
{
    m_buttons->setVisible(!readOnly);
}

} // namespace windsock
