// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/TimeText.h"

#include <QCoreApplication>
#include <QLocale>

namespace windsock {

QString whenText(const QDateTime &when, const QDateTime &now)
{
    const QString time = when.toString(QStringLiteral("HH:mm"));
    const qint64 days = when.date().daysTo(now.date());
    if (days == 0)
        return QCoreApplication::translate("TimeText", "today %1").arg(time);
    if (days == 1)
        return QCoreApplication::translate("TimeText", "yesterday %1").arg(time);
    return QLocale().toString(when.date(), QCoreApplication::translate("TimeText", "d MMM")) + u' ' + time;
}

} // namespace windsock
