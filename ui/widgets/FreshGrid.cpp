// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/FreshGrid.h"

#include <QWidget>

namespace windsock {

QGridLayout *freshGrid(QWidget *holder, int horizontalSpacing, int verticalSpacing)
{
    const auto children = holder->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    for (QWidget *child : children) {
        child->hide();
        child->setParent(nullptr);
        child->deleteLater();
    }
    delete holder->layout();
    auto *grid = new QGridLayout(holder);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(horizontalSpacing);
    grid->setVerticalSpacing(verticalSpacing);
    return grid;
}

} // namespace windsock
