// SPDX-License-Identifier: Apache-2.0
// How BootFacts travel to the process that Helm starts: as JSON.
#include "core/backends/kind/BootPatch.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("BootPatch", text);
}
} // namespace

QByteArray BootFacts::toJson() const
{
    QJsonObject json{{QStringLiteral("airflowImage"), airflowImage},
                     {QStringLiteral("entrypoint"), QJsonArray::fromStringList(entrypoint)}};
    if (heads)
        json[QStringLiteral("heads")] = heads->toJson();
    return QJsonDocument(json).toJson();
}

Result<BootFacts> BootFacts::fromJson(const QByteArray &text)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (!document.isObject())
        return Error{Error::Code::BadInput, tr("The file with the facts for the fast boot is not readable"), problem.errorString(),
                     tr("Start the cluster again: it writes that file")};
    const QJsonObject json = document.object();
    BootFacts facts{.airflowImage = json[QStringLiteral("airflowImage")].toString()};
    for (const QJsonValue &word : json[QStringLiteral("entrypoint")].toArray())
        facts.entrypoint += word.toString();
    if (!json.contains(QStringLiteral("heads")))
        return facts;
    const Result<MigrationHeads> heads = MigrationHeads::fromJson(json[QStringLiteral("heads")].toObject());
    if (!heads)
        return heads.error();
    facts.heads = *heads;
    return facts;
}

} // namespace windsock
