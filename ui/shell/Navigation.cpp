// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/Navigation.h"

#include "ui/widgets/Icons.h"
#include "ui/widgets/Metrics.h"
#include "ui/widgets/Page.h"
#include "ui/widgets/Tokens.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace windsock {

namespace {
class NavigationDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {grid(40), QFontMetrics(bodyFont()).height() + grid(4.75)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &tokens = Tokens::of(option.palette);
        const bool selected = option.state & QStyle::State_Selected;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (selected) {
            painter->setPen(option.state & QStyle::State_HasFocus ? QPen(tokens.accent, 1.5) : QPen(Qt::NoPen));
            painter->setBrush(tokens.selection);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), grid(1.5), grid(1.5));
        }
        const int side = grid(4);
        const QRect sign(option.rect.left() + grid(2.5), option.rect.center().y() - side / 2 + 1, side, side);
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, sign);
        const QRect area = option.rect.adjusted(grid(9), 0, -grid(2), 0);
        const QFont font = selected ? strongFont() : bodyFont();
        painter->setFont(font);
        painter->setPen(tokens.text);
        painter->drawText(area, Qt::AlignVCenter, QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, area.width()));
        painter->restore();
    }
};
} // namespace

Navigation::Navigation(QWidget *parent) : QListWidget(parent)
{
    setObjectName(QStringLiteral("navigation"));
    setAccessibleName(tr("Pages"));
    setItemDelegate(new NavigationDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setViewportMargins(grid(2), grid(2.5), grid(2), grid(2));
    connect(this, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item)
            emit pageChosen(item->data(Qt::UserRole).toString());
    });
}

void Navigation::addPage(const Page &page)
{
    auto *item = new QListWidgetItem(icon(page.iconName(), QPalette::WindowText), page.title(), this);
    item->setData(Qt::UserRole, page.id());
    if (count() == 1)
        setCurrentItem(item);
}

void Navigation::choose(const QString &id)
{
    for (int row = 0; row < count(); ++row) {
        if (item(row)->data(Qt::UserRole).toString() == id)
            setCurrentRow(row);
    }
}

QSize Navigation::sizeHint() const
{
    return {grid(44), grid(40)};
}

} // namespace windsock
