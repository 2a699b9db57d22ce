// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/HeadStep.h"

#include "core/base/FileText.h"
#include "core/plan/RunContext.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("HeadStep", text);
}
constexpr qsizetype mostRemembered = 50; // images

QJsonObject readMemo(const QString &file)
{
    const auto bytes = readFile(file);
    return bytes ? QJsonDocument::fromJson(*bytes).object() : QJsonObject{};
}
std::optional<MigrationHeads> remembered(const StartFacts &facts)
{
    const QJsonValue entry = readMemo(facts.places.headMemo)[facts.imageId];
    const auto heads = entry.isObject() ? MigrationHeads::fromJson(entry.toObject()) : Result<MigrationHeads>(Error{});
    return heads ? std::optional(*heads) : std::nullopt;
}
void remember(const StartFacts &facts)
{
    QJsonObject memo = readMemo(facts.places.headMemo);
    if (memo.size() >= mostRemembered)
        memo = {};
    memo[facts.imageId] = facts.heads->toJson();
    (void)writeFile(facts.places.headMemo, QJsonDocument(memo).toJson(QJsonDocument::Compact), ownerOnly);
}

Async<> askImage(const StartFactsPtr &facts, RunContext &context)
{
    if (facts->imageId.isEmpty() || !facts->fastBoot()) {
        context.progress(tr("not needed"));
        return ready();
    }
    return andFinally(context.run(migrationHead::ask(facts->imageId)), &context,
                      [facts, &context](const Result<CommandOutput> &output) -> Result<> {
                          if (!output && output.error().isCancel())
                              return output.error();
                          const auto heads = output ? migrationHead::parse(output->out) : Result<MigrationHeads>(output.error());
                          if (heads) {
                              facts->heads = *heads;
                              remember(*facts);
                          }
                          context.progress(heads ? heads->heads.join(u' ') : tr("not known: the chart's own check stays"));
                          return {};
                      });
}
} // namespace

Step headStep(const StartFactsPtr &facts)
{
    Step step{.id = "image.heads", .title = tr("Read the image's migrations"), .after = {"image.build"}};
    step.isDone = [facts](RunContext &) {
        if (!facts->imageId.isEmpty())
            facts->heads = remembered(*facts);
        return ready(facts->isUpToDate() || facts->heads.has_value());
    };
    step.run = [facts](RunContext &context) { return askImage(facts, context); };
    step.preview = [facts] {
        const bool isElsewhere = !facts->workspace.build() && facts->imageId.isEmpty(); // only the node can get it
        if (isElsewhere || !facts->fastBoot() || facts->isUpToDate() || remembered(*facts))
            return QList<Command>{};
        return QList<Command>{migrationHead::ask(facts->imageId.isEmpty() ? facts->podImage().text() : facts->imageId)};
    };
    return step;
}

} // namespace windsock
