// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/FlowLayout.h"

namespace windsock {

FlowLayout::FlowLayout(int spacing, QWidget *parent) : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items += item;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::minimumSize() const
{
    QSize size(0, 0);
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size;
}

QSize FlowLayout::sizeHint() const
{
    QSize size(0, 0); // QSize() is -1 × -1
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            size = {size.width() + item->sizeHint().width() + (size.width() > 0 ? spacing() : 0),
                    qMax(size.height(), item->sizeHint().height())};
    }
    return size;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(alignment() ? alignmentRect(rect) : rect, true);
}

int FlowLayout::arrange(const QRect &rect, bool place) const
{
    QList<QLayoutItem *> row;
    int x = 0, y = rect.y(), height = 0;
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        if (x > 0 && x + size.width() > rect.width()) {
            if (place)
                placeRow(row, QRect(rect.x(), y, rect.width(), height));
            y += height + spacing();
            x = height = 0;
            row.clear();
        }
        row += item;
        x += size.width() + spacing();
        height = qMax(height, size.height());
    }
    if (place)
        placeRow(row, QRect(rect.x(), y, rect.width(), height));
    return y + height - rect.y();
}

void FlowLayout::placeRow(const QList<QLayoutItem *> &row, const QRect &line) const
{
    int x = line.x();
    for (QLayoutItem *item : row) {
        const QSize size = item->sizeHint().boundedTo({line.width(), line.height()});
        item->setGeometry(QRect(QPoint(x, line.y() + (line.height() - size.height()) / 2), size));
        x += size.width() + spacing();
    }
}

} // namespace windsock
