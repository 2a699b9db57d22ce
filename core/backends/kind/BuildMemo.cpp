// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/BuildMemo.h"

#include "core/base/FileText.h"
#include "core/tools/Docker.h"
#include "core/tools/DockerReplies.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace windsock {

namespace {
bool isImageId(const QString &text)
{
    static const QRegularExpression id(QStringLiteral("\\Asha256:[0-9a-f]{64}\\z"));
    return id.match(text).hasMatch();
}

Result<QString> stillThere(const QString &id, const CommandOutput &output)
{
    if (!output.succeeded())
        return QString(); // docker says so for an image it does not have; an engine that is down has been noticed before
    const Result<docker::ImageFacts> image = docker::parseImage(output.out);
    return image && image->id == id ? id : QString();
}
} // namespace

QList<std::pair<QString, QString>> BuildMemo::read() const
{
    QList<std::pair<QString, QString>> rows;
    const Result<QByteArray> bytes = readFile(m_file);
    const QJsonArray list = bytes ? QJsonDocument::fromJson(*bytes).array() : QJsonArray();
    for (const QJsonValue &row : list) {
        const QString id = row.toArray().at(1).toString();
        if (isImageId(id))
            rows.append({row.toArray().at(0).toString(), id});
    }
    return rows;
}

QString BuildMemo::imageFor(const QString &inputsHash) const
{
    const auto rows = read();
    for (const auto &[hash, id] : rows) {
        if (hash == inputsHash)
            return id;
    }
    return {};
}

void BuildMemo::remember(const QString &inputsHash, const QString &imageId) const
{
    if (inputsHash.isEmpty() || !isImageId(imageId))
        return;
    auto rows = read();
    rows.removeIf([&inputsHash](const auto &row) { return row.first == inputsHash; });
    rows.prepend({inputsHash, imageId});
    QJsonArray list;
    for (const auto &[hash, id] : rows.first(std::min<qsizetype>(kept, rows.size())))
        list.append(QJsonArray{hash, id});
    static_cast<void>(writeFile(m_file, QJsonDocument(list).toJson(), ownerOnly));
}

Async<QString> knownImage(CommandRunner &runner, QObject *context, const QString &rememberedId, const Cancel &cancel)
{
    if (!isImageId(rememberedId))
        return ready(QString());
    return andThen(runner.run(docker::imageInspect(rememberedId), {}, cancel), context,
                   [rememberedId](const CommandOutput &output) { return stillThere(rememberedId, output); });
}

} // namespace windsock
