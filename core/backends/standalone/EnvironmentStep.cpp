// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/EnvironmentStep.h"

#include <QCoreApplication>

namespace windsock::standalone {

using namespace std::chrono_literals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("EnvironmentStep", text);
}

Async<> make(const StandaloneFactsPtr &facts, RunContext &context)
{
    return andThen(facts->uv(context), &context, [facts, &context](const UvProgram &uv) {
        EnvironmentRequest request;
        request.spec = facts->wish->specFor(facts->python.minor());
        request.python = facts->python;
        request.uv = uv.path;
        request.progress = [&context](const QString &text) { context.progress(text); };
        request.commands = [&context](const Command &command) { context.note(QStringLiteral("$ ") + command.shown()); };
        request.lines = [&context](Channel, QByteArrayView line) { context.note(QString::fromUtf8(line)); };
        request.cancel = context.cancel();
        return andThen(facts->tools.environments.make(request), &context, [facts, &context](const PythonEnvironment &environment) {
            facts->environment = environment;
            context.progress(environment.lockNote);
            return facts->save();
        });
    });
}
} // namespace

Step environmentStep(const StandaloneFactsPtr &facts)
{
    Step step{.id = "environment", .title = tr("Make the Python environment"), .after = {"check"}, .limit = 30min};
    step.isDone = [facts](RunContext &context) -> Async<bool> {
        const auto there = facts->upToDate ? std::optional(facts->environment) : facts->tools.store.find(facts->record.environment);
        if (!there)
            return ready(false);
        facts->environment = *there;
        context.progress(there->id);
        const Result<> saved = facts->upToDate ? Result<>() : facts->save();
        return saved ? ready(true) : failed<bool>(saved.error());
    };
    step.run = [facts](RunContext &context) { return make(facts, context); };
    return step;
}

} // namespace windsock::standalone
