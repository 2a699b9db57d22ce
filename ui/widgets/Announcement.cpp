// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/Announcement.h"

#include <QAccessible>
#include <QWidget>

namespace windsock {

void announce(QWidget *widget)
{
    QAccessibleEvent event(widget, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace windsock
