// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/MoveOut.h"

#include "core/backends/standalone/DatabaseStep.h"
#include "core/backends/standalone/ScriptCommand.h"

#include <QCoreApplication>

namespace windsock::standalone {

using namespace std::chrono_literals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("MoveOut", text);
}

Error nothingToMove(const QString &why)
{
    return {.code = Error::Code::NotFound,
            .what = tr("There is no Airflow without containers whose connections could be taken along"),
            .why = why,
            .todo = tr("Start it without containers once more, then move it")};
}

// What a Start would find out with its checks, as far as the database asks for it.
Result<> learn(StandaloneFacts &facts, const StandaloneLook &look)
{
    auto wish = StandaloneWish::of(facts.workspace);
    if (!wish)
        return wish.error();
    if (!look.record)
        return nothingToMove({});
    if (!look.environment)
        return nothingToMove(tr("Its Python environment has been removed"));
    facts.wish = std::move(*wish);
    facts.look = look;
    facts.record = *look.record;
    facts.environment = *look.environment;
    facts.python.path = facts.environment.pythonProgram(); // where the database's programs have to be fetched
    return {};
}

Result<ObjectExport> exportCommand(const StandaloneFacts &facts)
{
    auto command = scriptCommand(facts, facts.places.objects);
    if (!command)
        return command.error();
    command->limit = 5min;
    return ObjectExport{*command, scriptText(facts.places.prepare)};
}
} // namespace

Async<ObjectExport> exportObjects(const StandaloneFactsPtr &facts, RunContext &context)
{
    return andThen(facts->probe.look(facts->workspace, context.cancel()), &context, [facts, &context](const StandaloneLook &look) {
        if (const Result<> known = learn(*facts, look); !known)
            return failed<ObjectExport>(known.error());
        const bool isUp = look.record->isSqlite || look.isUp(QString::fromLatin1(postgresPart));
        const Async<> up = isUp ? ready() : databaseStep(facts).run(context);
        return andThen(up, &context, [facts](Nothing) { return exportCommand(*facts); });
    });
}

} // namespace windsock::standalone
