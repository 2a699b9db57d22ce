// SPDX-License-Identifier: Apache-2.0
// The part of Helm.h that reads answers.
#include "core/tools/Helm.h"

#include "core/tools/JsonAnswer.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace windsock::helm {

namespace {
// Go prints "2026-11-23 21:16:40.123456789 +0000 UTC" in lists and RFC 3339 in documents; nanoseconds are more than Qt reads
QDateTime timeOf(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\S+)[T ](\\d\\d:\\d\\d:\\d\\d)(?:\\.\\d+)? ?(Z|[+-]\\d\\d:?\\d\\d)"));
    const QRegularExpressionMatch match = pattern.match(text);
    QString zone = match.captured(3);
    if (zone.size() == 5)
        zone.insert(3, u':');
    return QDateTime::fromString(match.captured(1) + u'T' + match.captured(2) + zone, Qt::ISODate);
}
} // namespace

Result<QList<Release>> parseList(const QByteArray &json)
{
    Result<QJsonArray> answer = readArray(json, QStringLiteral("helm list"));
    if (!answer)
        return answer.error();
    QList<Release> releases;
    for (const QJsonValue &entry : std::as_const(*answer)) {
        const QJsonObject object = entry.toObject();
        Release release;
        release.name = object.value("name").toString();
        release.nameSpace = object.value("namespace").toString();
        release.revision = object.value("revision").toVariant().toInt(); // a text in Helm 3
        release.status = object.value("status").toString();
        release.chart = object.value("chart").toString();
        release.appVersion = object.value("app_version").toString();
        release.updated = timeOf(object.value("updated").toString());
        releases += release;
    }
    return releases;
}

Result<Release> parseStatus(const QByteArray &json)
{
    Result<QJsonObject> answer = readObject(json, QStringLiteral("helm status"));
    if (!answer)
        return answer.error();
    const QJsonObject info = answer->value("info").toObject();
    Release release;
    release.name = answer->value("name").toString();
    release.nameSpace = answer->value("namespace").toString();
    release.revision = answer->value("version").toInt();
    release.status = info.value("status").toString();
    release.updated = timeOf(info.value("last_deployed").toString());
    if (release.name.isEmpty() || release.status.isEmpty())
        return unreadableAnswer(QStringLiteral("helm status"), json, QCoreApplication::translate("Helm", "It names no release"));
    return release;
}

} // namespace windsock::helm
