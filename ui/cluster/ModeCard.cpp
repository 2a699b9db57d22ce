// SPDX-License-Identifier: Apache-2.0
#include "ui/cluster/ModeCard.h"

#include "ui/widgets/Metrics.h"

#include <QButtonGroup>
#include <QLabel>
#include <QMouseEvent>
#include <QRadioButton>
#include <QVBoxLayout>

namespace windsock {

namespace {
// Title and sentence of one place: a click anywhere on it chooses it.
class ModeRow : public QWidget
{
public:
    ModeRow(QRadioButton *choice, const QString &summary) : m_choice(choice)
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(choice, 0, Qt::AlignLeft);
        QLabel *sentence = makeWrapped(makeDimLabel(summary));
        sentence->setContentsMargins(grid(6.75) + 2, 0, 0, 0); // below the title's first letter; the focus ring does not grow
        sentence->setAttribute(Qt::WA_TransparentForMouseEvents);
        column->addWidget(sentence);
    }

protected:
    void mousePressEvent(QMouseEvent *event) override { event->setAccepted(event->button() == Qt::LeftButton); }
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        if (event->button() != Qt::LeftButton || !rect().contains(event->position().toPoint()))
            return;
        m_choice->setFocus(Qt::MouseFocusReason);
        m_choice->click();
    }

private:
    QRadioButton *m_choice;
};
} // namespace

ModeCard::ModeCard(QWidget *parent) : Panel(tr("Where Airflow runs"), parent), m_group(new QButtonGroup(this))
{
    setObjectName(QStringLiteral("modeCard"));
    setRemark(tr("can be chosen until the first start"));
    for (const Mode mode : placesToRun())
        addRow(mode);
    connect(m_group, &QButtonGroup::idClicked, this, &ModeCard::onClicked);
    setMode(m_current);
}

void ModeCard::addRow(Mode mode)
{
    auto *choice = new QRadioButton(modeTitle(mode));
    choice->setObjectName(QStringLiteral("mode.") + modeName(mode));
    choice->setAccessibleDescription(modeSummary(mode));
    m_group->addButton(choice, int(placesToRun().indexOf(mode)));
    body()->addWidget(new ModeRow(choice, modeSummary(mode)));
}

void ModeCard::setMode(Mode current)
{
    m_current = current;
    if (QAbstractButton *choice = m_group->button(int(placesToRun().indexOf(current))))
        choice->setChecked(true);
}

void ModeCard::onClicked(int place)
{
    if (const Mode mode = placesToRun().at(place); mode != m_current)
        emit chosen(mode);
}

} // namespace windsock
