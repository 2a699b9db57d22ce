// SPDX-License-Identifier: Apache-2.0
#include "core/python/PipConfig.h"

#include <QStringList>

namespace windsock {

namespace {
qsizetype separatorIn(const QString &line)
{
    const qsizetype equals = line.indexOf(u'='), colon = line.indexOf(u':');
    return equals < 0 || (colon >= 0 && colon < equals) ? colon : equals;
}
} // namespace

QMap<QString, QString> parsePipConfig(const QByteArray &bytes)
{
    QMap<QString, QMap<QString, QString>> sections;
    QString section, key;
    const QStringList lines = QString::fromUtf8(bytes).split(u'\n');
    for (const QString &line : lines) {
        const QString text = line.trimmed();
        if (text.startsWith(u'#') || text.startsWith(u';'))
            continue;
        const bool goesOn = !key.isEmpty() && !line.isEmpty() && line.front().isSpace();
        const qsizetype at = separatorIn(text);
        if (text.isEmpty())
            continue;
        if (goesOn) {
            QString &value = sections[section][key];
            value += (value.isEmpty() ? QString() : QStringLiteral("\n")) + text;
        } else if (text.startsWith(u'[') && text.endsWith(u']')) {
            section = text.mid(1, text.size() - 2).trimmed().toLower();
            key.clear();
        } else if (at > 0) {
            key = text.first(at).trimmed().toLower().replace(u'_', u'-');
            sections[section][key] = text.mid(at + 1).trimmed();
        }
    }
    QMap<QString, QString> values = sections.value(QStringLiteral("global"));
    values.insert(sections.value(QStringLiteral("install")));
    return values;
}

} // namespace windsock
