// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/Dialogs.h"

#include <QDialog>
#include <QLayout>

namespace windsock {

void fitDialog(QDialog *dialog, int width)
{
    if (const QWidget *window = dialog->parentWidget())
        width = qMin(width, window->width());
    width = qMax(width, dialog->layout()->minimumSize().width());
    dialog->setMinimumWidth(width);
    dialog->resize(width, dialog->layout()->totalHeightForWidth(width));
}

} // namespace windsock
