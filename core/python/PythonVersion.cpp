// SPDX-License-Identifier: Apache-2.0
#include "core/python/PythonVersion.h"

#include <QRegularExpression>

namespace windsock {

QString PythonVersion::text() const
{
    return isValid() ? QStringLiteral("%1.%2").arg(major).arg(minor) : QString();
}

std::optional<PythonVersion> PythonVersion::find(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("(?<![\\d.])(\\d{1,3})\\.(\\d{1,3})(?!\\d)"));
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return PythonVersion{match.captured(1).toInt(), match.captured(2).toInt()};
}

} // namespace windsock
