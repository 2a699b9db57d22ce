// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/CopyLabel.h"

#include "ui/widgets/Buttons.h"
#include "ui/widgets/Desktop.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Metrics.h"

#include <QHBoxLayout>

namespace windsock {

CopyLabel::CopyLabel(const QString &text, const QString &name, Desktop &desktop, QWidget *parent)
    : QWidget(parent), m_text(new ElidedLabel(text, Qt::ElideMiddle))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid(1));
    row->addWidget(m_text);
    QPushButton *copy = makeButton({}, QStringLiteral("copy"), ButtonLook::Bare);
    copy->setIcon(icon(QStringLiteral("copy")));
    copy->setAccessibleName(tr("Copy %1").arg(name));
    copy->setToolTip(tr("Copy %1").arg(name));
    connect(copy, &QPushButton::clicked, this, [this, &desktop] { desktop.copy(m_text->text()); });
    row->addWidget(copy);
    row->addStretch(1);
}

} // namespace windsock
