// SPDX-License-Identifier: Apache-2.0
#include "core/backends/CountedPart.h"

#include <QCoreApplication>
#include <QList>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("CountedPart", text);
}
} // namespace

QString countedPart(QByteArrayView line)
{
    const QList<QByteArray> words = line.trimmed().toByteArray().split(' ');
    if (words.size() != 3 || words[0] != "windsock:")
        return {};
    const QString count = QString::fromUtf8(words[2]);
    if (words[1] == "migrate")
        return tr("the tables are there");
    if (words[1] == "users")
        return tr("users: %1").arg(count);
    if (words[1] == "connections")
        return tr("connections: %1").arg(count);
    if (words[1] == "variables")
        return tr("variables: %1").arg(count);
    return words[1] == "pools" ? tr("pools: %1").arg(count) : QString();
}

} // namespace windsock
