// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/ImportWarmup.h"

#include "core/backends/standalone/ScriptCommand.h"

namespace windsock::standalone {

using namespace std::chrono_literals;

ImportWarmup::ImportWarmup(const StandaloneFacts &facts, RunContext &context) : m_ended(ready())
{
    auto command = scriptCommand(facts, facts.places.imports);
    if (!command)
        return;
    command->limit = 2min;
    command->keepsOutput = false;
    context.note(QStringLiteral("$ ") + command->shown());
    m_hook = context.cancel().onRequest([cancel = m_cancel] { cancel.request(); });
    m_ended = andFinally(context.runner().run(*command, {}, m_cancel), &context, [](const Result<CommandOutput> &) { return Result<>(); });
}

Async<> ImportWarmup::end()
{
    m_cancel.request();
    return m_ended;
}

} // namespace windsock::standalone
