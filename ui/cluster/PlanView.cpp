// SPDX-License-Identifier: Apache-2.0
#include "ui/cluster/PlanView.h"

#include "ui/cluster/PlanModel.h"
#include "ui/widgets/Metrics.h"
#include "ui/widgets/Tokens.h"

#include <QPainter>

namespace windsock {

namespace {
constexpr int spinMillis = 80;
constexpr int tickMillis = 500;

int lineHeight(const QFont &font)
{
    return QFontMetrics(font).height();
}
int noteLine()
{
    return grid(1) + lineHeight(smallFont());
}
int barLine()
{
    return grid(2);
}
// Room for mark, texts and their distances, the same in painting and in measuring.
QRect textArea(const QRect &row)
{
    return row.adjusted(grid(10.5), grid(2.25), -grid(3), -grid(2.25));
}
} // namespace

void PlanDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = Tokens::of(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF ground = QRectF(option.rect).adjusted(1, 1, -1, -1);
    if (option.state & QStyle::State_Selected) {
        const bool focused = option.state & QStyle::State_HasFocus;
        painter->setPen(focused ? QPen(tokens.accent, 1.5) : QPen(Qt::NoPen));
        painter->setBrush(tokens.selection);
        painter->drawRoundedRect(ground, grid(1.5), grid(1.5));
    }
    const QRect texts = textArea(option.rect);
    const int side = grid(4);
    const int middle = texts.top() + lineHeight(bodyFont()) / 2;
    const QRectF mark(option.rect.left() + grid(3), middle - side / 2.0, side, side);
    paintMark(*painter, mark, Mark(index.data(PlanModel::MarkRole).toInt()), tokens, m_turn);
    paintTexts(painter, texts, index, option.palette);
    const double fraction = index.data(PlanModel::FractionRole).toDouble();
    if (fraction >= 0)
        paintBar(painter, QRect(texts.left(), texts.bottom() - grid(1) + 1, texts.width(), grid(1)), fraction, option.palette);
    painter->restore();
}

void PlanDelegate::paintTexts(QPainter *painter, const QRect &area, const QModelIndex &index, const QPalette &palette) const
{
    const Tokens &tokens = Tokens::of(palette);
    const QFontMetrics body(bodyFont()), small(smallFont());
    const QString took = index.data(PlanModel::TookRole).toString();
    const int timeWidth = took.isEmpty() ? 0 : body.horizontalAdvance(took) + grid(2);
    const QRect first(area.left(), area.top(), area.width(), body.height());
    const bool isWaiting = StepState(index.data(PlanModel::StateRole).toInt()) == StepState::Waiting;
    painter->setFont(bodyFont());
    painter->setPen(isWaiting ? tokens.dim : tokens.text);
    painter->drawText(first, Qt::AlignVCenter, body.elidedText(index.data().toString(), Qt::ElideRight, area.width() - timeWidth));
    painter->setPen(tokens.dim);
    painter->drawText(first, Qt::AlignVCenter | Qt::AlignRight, took);
    const QString note = index.data(PlanModel::NoteRole).toString();
    const QRect second(area.left(), first.bottom() + 1 + grid(1), area.width(), small.height());
    painter->setFont(smallFont());
    painter->drawText(second, Qt::AlignVCenter, small.elidedText(note, Qt::ElideRight, area.width()));
}

void PlanDelegate::paintBar(QPainter *painter, const QRect &area, double fraction, const QPalette &palette) const
{
    const Tokens &tokens = Tokens::of(palette);
    const double round = area.height() / 2.0;
    painter->setPen(Qt::NoPen);
    painter->setBrush(tokens.line);
    painter->drawRoundedRect(area, round, round);
    QRectF done = area;
    done.setWidth(qMax(double(area.height()), area.width() * fraction));
    painter->setBrush(tokens.accent);
    painter->drawRoundedRect(done, round, round);
}

QSize PlanDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    int height = grid(4.5) + lineHeight(bodyFont());
    if (!index.data(PlanModel::NoteRole).toString().isEmpty())
        height += noteLine();
    if (index.data(PlanModel::FractionRole).toDouble() >= 0)
        height += barLine();
    return {option.rect.width(), height};
}

PlanView::PlanView(PlanModel *model, QWidget *parent) : QListView(parent), m_model(model), m_delegate(new PlanDelegate(this))
{
    setObjectName(QStringLiteral("plan"));
    setAccessibleName(tr("Steps"));
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setResizeMode(QListView::Adjust);
    setSpacing(0);
    viewport()->setAutoFillBackground(false);
    setModel(model);
    m_spin.setInterval(spinMillis);
    m_tick.setInterval(tickMillis);
    connect(&m_spin, &QTimer::timeout, this, &PlanView::turn);
    connect(&m_tick, &QTimer::timeout, model, &PlanModel::tick);
    connect(model, &QAbstractItemModel::dataChanged, this, &PlanView::animate);
    // A row grows and shrinks with its note and bar.
    connect(model, &QAbstractItemModel::dataChanged, this, [this] { scheduleDelayedItemsLayout(); });
    connect(model, &QAbstractItemModel::modelReset, this, &PlanView::animate);
}

void PlanView::setReducedMotion(bool reduced)
{
    m_reduced = reduced;
    animate();
}

void PlanView::animate()
{
    const bool moving = isVisible() && m_model->isRunning();
    if (moving != m_tick.isActive())
        moving ? m_tick.start() : m_tick.stop();
    const bool spinning = moving && !m_reduced;
    if (spinning != m_spin.isActive())
        spinning ? m_spin.start() : m_spin.stop();
}

void PlanView::turn()
{
    m_turn += 0.06;
    if (m_turn >= 1)
        m_turn -= 1;
    m_delegate->setTurn(m_turn);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->state(row) == StepState::Running)
            update(m_model->index(row));
    }
}

QSize PlanView::sizeHint() const
{
    int height = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        height += sizeHintForRow(row);
    return {grid(90), height};
}

QSize PlanView::minimumSizeHint() const
{
    return {grid(56), grid(40)};
}

void PlanView::showEvent(QShowEvent *event)
{
    QListView::showEvent(event);
    animate();
}

void PlanView::hideEvent(QHideEvent *event)
{
    QListView::hideEvent(event);
    animate();
}

void PlanView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid())
        emit stepChosen(current.row());
}

} // namespace windsock
