// SPDX-License-Identifier: Apache-2.0
#include "core/base/Credentials.h"

#include <QRegularExpression>

namespace windsock {

QString withoutCredentials(const QString &text)
{
    static const QRegularExpression userInfo(QStringLiteral("([A-Za-z][A-Za-z0-9+.-]*://)[^\\s/@\"'<>]+@"));
    return QString(text).replace(userInfo, QStringLiteral("\\1••••••@"));
}

} // namespace windsock
