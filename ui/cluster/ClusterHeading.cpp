// SPDX-License-Identifier: Apache-2.0
#include "ui/cluster/ClusterHeading.h"

#include "ui/widgets/ActionSet.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Metrics.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>

namespace windsock {

ClusterHeading::ClusterHeading(ActionSet &actions, QWidget *parent)
    : QWidget(parent), m_row(new QBoxLayout(QBoxLayout::LeftToRight, this)), m_title(new ElidedLabel), m_remark(new ElidedLabel),
      m_back(makeButton(tr("Show cluster"), QStringLiteral("cluster.back")))
{
    m_row->setContentsMargins(grid(6), grid(5), grid(6), 0);
    m_row->setSpacing(grid(3));
    m_title->setFont(titleFont());
    m_title->setObjectName(QStringLiteral("page.title"));
    m_remark->setObjectName(QStringLiteral("page.remark"));
    m_remark->setForegroundRole(QPalette::PlaceholderText);
    auto *words = new QHBoxLayout;
    words->setSpacing(grid(3));
    words->addWidget(m_title);
    words->addWidget(m_remark, 1);
    m_row->addLayout(words, 1);
    auto *buttons = new FlowLayout(grid(3)); // four of them are wider than a narrow window with large text
    for (const char *id : {"cluster.move", "cluster.restart", "cluster.reset", "cluster.delete"}) {
        QAction *action = actions.find(QString::fromLatin1(id));
        const bool isDelete = qstrcmp(id, "cluster.delete") == 0;
        auto *button = new ActionButton(action, isDelete ? ButtonLook::Danger : ButtonLook::Plain);
        m_maintenance += {action, button};
        buttons->addWidget(button);
    }
    m_back->setIcon(icon(QStringLiteral("back")));
    m_back->setToolTip(tr("Put this aside and show the cluster as it is (Esc)"));
    connect(m_back, &QPushButton::clicked, this, &ClusterHeading::back);
    buttons->addWidget(m_back);
    m_row->addLayout(buttons);
    setMinimumHeight(grid(16));
}

void ClusterHeading::show(const QString &title, const QString &remark)
{
    m_title->setText(title);
    m_remark->setText(remark);
}

void ClusterHeading::setButtons(bool maintenance, bool back)
{
    for (const auto &[action, button] : m_maintenance)
        button->setVisible(maintenance && action->isVisible()); // a move has its button only where there is one
    m_back->setVisible(back);
}

QSize ClusterHeading::minimumSizeHint() const
{
    // Not the width of all buttons in a row: then the window could never become narrow enough to wrap them.
    return {grid(80), QWidget::minimumSizeHint().height()};
}

void ClusterHeading::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Large text or a narrow window: the buttons go below the title rather than push it away.
    const bool narrow = width() < grid(180);
    m_row->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_row->setContentsMargins(grid(6), grid(5), grid(6), narrow ? grid(2) : 0);
    m_row->itemAt(1)->setAlignment(narrow ? Qt::Alignment() : Qt::AlignVCenter);
}

} // namespace windsock
