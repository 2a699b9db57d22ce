// SPDX-License-Identifier: Apache-2.0
#include "core/tools/Version.h"

#include <QRegularExpression>

namespace windsock {

QString Version::text() const
{
    return QStringLiteral("%1.%2.%3").arg(major).arg(minor).arg(patch);
}

std::optional<Version> Version::find(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("(?<![\\d.])v?(\\d{1,5})\\.(\\d{1,5})(?:\\.(\\d{1,5}))?"));
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return Version{match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt()};
}

} // namespace windsock
