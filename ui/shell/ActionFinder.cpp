// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/ActionFinder.h"

#include "ui/widgets/ActionSet.h"
#include "ui/widgets/Metrics.h"
#include "ui/widgets/Tokens.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace windsock {

namespace {
constexpr int shortcutRole = Qt::UserRole + 1;
constexpr int actionRole = Qt::UserRole + 2;
constexpr int mostRows = 10; // visible at once

class FinderDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {grid(80), QFontMetrics(bodyFont()).height() + grid(3.5)};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &tokens = Tokens::of(option.palette);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state & QStyle::State_Selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(tokens.selection);
            painter->drawRoundedRect(option.rect, grid(1.5), grid(1.5));
        }
        const QString keys = index.data(shortcutRole).toString();
        const QRect area = option.rect.adjusted(grid(3), 0, -grid(3), 0);
        const int room = area.width() - option.fontMetrics.horizontalAdvance(keys) - grid(4);
        painter->setPen(tokens.text);
        painter->drawText(area, Qt::AlignVCenter, option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, room));
        painter->setPen(tokens.dim);
        painter->drawText(area, Qt::AlignVCenter | Qt::AlignRight, keys);
        painter->restore();
    }
};

QString plainName(const QAction &action)
{
    return action.text().remove(u'&').remove(QChar(0x2026));
}
} // namespace

ActionFinder::ActionFinder(const ActionSet &actions, QWidget *parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint), m_actions(actions), m_edit(new QLineEdit), m_list(new QListWidget)
{
    setObjectName(QStringLiteral("finder"));
    setAttribute(Qt::WA_StyledBackground);
    setWindowTitle(tr("Find an action"));
    setModal(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid(3), grid(3), grid(3), grid(3));
    column->setSpacing(grid(2));
    m_edit->setObjectName(QStringLiteral("finder.text"));
    m_edit->setAccessibleName(tr("Name of an action"));
    m_edit->setPlaceholderText(tr("Type what you want to do"));
    m_edit->installEventFilter(this);
    column->addWidget(m_edit);
    m_list->setObjectName(QStringLiteral("finder.list"));
    m_list->setAccessibleName(tr("Actions"));
    m_list->setFocusPolicy(Qt::NoFocus); // the field keeps the keyboard; arrows move here
    m_list->setItemDelegate(new FinderDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_list);
    connect(m_edit, &QLineEdit::textChanged, this, &ActionFinder::filter);
    connect(m_edit, &QLineEdit::returnPressed, this, &ActionFinder::run);
    connect(m_list, &QListWidget::itemClicked, this, &ActionFinder::run);
}

void ActionFinder::showOver(QWidget *window)
{
    m_edit->clear();
    filter({});
    m_list->setFixedHeight(mostRows * m_list->sizeHintForRow(0) + grid(1));
    resize(qMin(grid(120), window->width() - grid(8)), sizeHint().height());
    move(window->mapToGlobal(QPoint((window->width() - width()) / 2, grid(16))));
    m_edit->setFocus();
    open();
}

void ActionFinder::filter(const QString &text)
{
    m_list->clear();
    for (QAction *action : m_actions.all()) {
        if (!action->isEnabled() || action->objectName() == u"window.find" || !matchesAction(plainName(*action), text))
            continue;
        auto *item = new QListWidgetItem(plainName(*action), m_list);
        item->setData(shortcutRole, action->shortcut().toString(QKeySequence::NativeText));
        item->setData(actionRole, QVariant::fromValue(action));
        item->setToolTip(action->toolTip());
    }
    m_list->setCurrentRow(0);
}

void ActionFinder::run()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    auto *action = item->data(actionRole).value<QAction *>();
    accept();
    action->trigger();
}

bool ActionFinder::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const int step = key == Qt::Key_Down       ? 1
                     : key == Qt::Key_Up       ? -1
                     : key == Qt::Key_PageDown ? mostRows
                     : key == Qt::Key_PageUp   ? -mostRows
                                               : 0;
    if (step == 0 || m_list->count() == 0)
        return QDialog::eventFilter(watched, event);
    m_list->setCurrentRow(qBound(0, m_list->currentRow() + step, m_list->count() - 1));
    return true;
}

bool matchesAction(const QString &name, const QString &typed)
{
    const QStringList words = typed.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&name](const QString &word) {
        return name.startsWith(word, Qt::CaseInsensitive) || name.contains(u' ' + word, Qt::CaseInsensitive);
    });
}

} // namespace windsock
