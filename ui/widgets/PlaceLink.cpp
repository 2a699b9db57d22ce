// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/PlaceLink.h"

#include "ui/widgets/Buttons.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Metrics.h"

#include <QCoreApplication>

namespace windsock {

QPushButton *makePlaceLink(const QString &place, const QString &objectName)
{
    auto *link = makeButton({}, objectName, ButtonLook::Link);
    const QString shown = link->fontMetrics().elidedText(place, Qt::ElideMiddle, grid(52));
    link->setText(QString(shown).replace(u'&', QStringLiteral("&&"))); // a file's name is no mnemonic
    link->setAccessibleName(QCoreApplication::translate("PlaceLink", "Open %1").arg(place));
    if (shown != place)
        link->setToolTip(plainTip(place));
    return link;
}

} // namespace windsock
