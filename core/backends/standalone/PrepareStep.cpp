// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/PrepareStep.h"

#include "core/backends/CountedPart.h"
#include "core/backends/standalone/DatabaseGate.h"
#include "core/backends/standalone/PartsStep.h"
#include "core/backends/standalone/PrepareInput.h"
#include "core/backends/standalone/ScriptCommand.h"
#include "core/supervise/SupervisorClient.h"

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

// Another Airflow must not work on the database while its tables change, nor read the files that are written for this one. And parts that
// a killed Start has left behind its gate have not begun to work: they start anew behind this one's.
Async<> endEarlierParts(const StandaloneFactsPtr &facts, RunContext &context)
{
    const bool isAnother = facts->record.prepared.section(u' ', 0, 0) != facts->environment.id;
    if (!facts->earlierRuns() || !(isAnother || DatabaseGate::isThere(facts->places.gate)))
        return ready();
    context.progress(isAnother ? tr("stopping what runs on another environment") : tr("stopping what waits for an earlier start"));
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

// Of parts that were to wait for a database that could not be prepared.
Async<> endWaitingParts(const StandaloneFactsPtr &facts, RunContext &context, const Result<> &reason)
{
    const auto client = std::make_shared<SupervisorClient>(facts->places.supervisor, facts->session.clock);
    return andFinally(client->stop(partsAhead(facts->wish->isAirflow3())), &context,
                      [facts, reason, client](const Result<SupervisorStatus> &stopped) {
                          if (stopped)
                              DatabaseGate::remove(facts->places.gate); // else it stays, and they end by themselves
                          return reason;
                      });
}

// Airflow's parts import for seconds what they need: they do so beside it, and wait for its end. Where some run already, they are left
// alone.
Async<> prepareBesideParts(const StandaloneFactsPtr &facts, RunContext &context)
{
    if (facts->earlierRuns())
        return prepare(facts, context);
    auto closed = DatabaseGate::close(facts->places.gate);
    if (!closed)
        return failed(closed.error());
    const auto gate = std::make_shared<DatabaseGate>(std::move(*closed));
    const auto prepared = andThen(startParts(facts, context, partsAhead(facts->wish->isAirflow3())), &context,
                                  [facts, &context](Nothing) { return prepare(facts, context); });
    return andFinally(prepared, &context, [facts, &context, gate](const Result<> &done) {
        if (!done)
            return endWaitingParts(facts, context, done);
        gate->open();
        return ready();
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
        return andThen(endEarlierParts(facts, context), &context,
                       [facts, &context](Nothing) { return prepareBesideParts(facts, context); });
    };
    return step;
}

} // namespace windsock::standalone
