// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/PrepareStep.h"

#include "core/backends/CountedPart.h"
#include "core/backends/standalone/PartsStep.h"
#include "core/backends/standalone/PrepareInput.h"
#include "core/backends/standalone/ScriptCommand.h"

#include <QCoreApplication>

namespace windsock::standalone {

using namespace std::chrono_literals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("PrepareStep", text);
}

constexpr int evidenceLines = 12;

Error prepareError(const CommandOutput &output)
{
    QByteArrayList lines = (output.out + '\n' + output.err).trimmed().split('\n');
    const QByteArrayList last = lines.mid(std::max<qsizetype>(0, lines.size() - evidenceLines));
    return {.code = Error::Code::ToolFailed,
            .what = tr("Airflow's database could not be prepared"),
            .why = QString::fromUtf8(last.value(last.size() - 1)).trimmed(),
            .todo = tr("Look at the lines below; after a change of the values start again"),
            .rule = QStringLiteral("standalone.prepare"),
            .remedies = {},
            .evidence = QString::fromUtf8(last.join('\n'))};
}

// Another Airflow must not work on the database while its tables change, nor read the files that are written for this one.
Async<> endAnotherVersion(const StandaloneFactsPtr &facts, RunContext &context)
{
    if (!facts->earlierRuns() || facts->record.prepared.section(u' ', 0, 0) == facts->environment.id)
        return ready();
    context.progress(tr("stopping what runs on another environment"));
    return restParts(facts, context);
}

Async<> prepare(const StandaloneFactsPtr &facts, RunContext &context)
{
    auto command = scriptCommand(*facts, facts->places.prepare);
    if (!command)
        return failed(command.error());
    command->secretInput = prepareInput(*facts->wish, {.migrate = true});
    command->limit = 10min;
    const auto lines = [&context](Channel, QByteArrayView line) {
        const QString text = countedPart(line);
        if (!text.isEmpty())
            context.progress(text);
    };
    return andThen(context.run(*command, lines), &context, [facts](const CommandOutput &output) -> Result<> {
        if (!output.succeeded())
            return prepareError(output);
        facts->record.prepared = wantedPreparation(*facts->wish, facts->environment.id);
        return facts->save();
    });
}
} // namespace

Step prepareStep(const StandaloneFactsPtr &facts)
{
    Step step{.id = "prepare", .title = tr("Prepare the database"), .after = {"environment", "database"}, .limit = 10min};
    step.isDone = [facts](RunContext &) {
        return ready(facts->upToDate || facts->record.prepared == wantedPreparation(*facts->wish, facts->record.environment));
    };
    step.run = [facts](RunContext &context) {
        return andThen(endAnotherVersion(facts, context), &context, [facts, &context](Nothing) { return prepare(facts, context); });
    };
    return step;
}

} // namespace windsock::standalone
