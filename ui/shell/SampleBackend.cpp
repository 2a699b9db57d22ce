// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/SampleBackend.h"

namespace windsock {

std::optional<Mode> SampleBackend::movesTo() const
{
    return m_mode == placesToRun().last() ? std::optional(placesToRun().first()) : std::nullopt;
}

Plan SampleBackend::plan(Intent, const Workspace &)
{
    Plan plan{QStringLiteral("Sample"), {}};
    for (const SampleStep &sample : m_script.steps) {
        Step step{.id = sample.id, .title = sample.title, .limit = std::chrono::seconds(0)};
        step.run = [this, sample](RunContext &context) { return play(sample, context); };
        if (sample.end == SampleStep::End::Skipped)
            step.isDone = [](RunContext &) { return ready(true); };
        plan.steps += step;
    }
    return plan;
}

Async<> SampleBackend::play(const SampleStep &step, RunContext &context)
{
    for (const StepLine &line : step.lines) {
        emit context.lineWritten(line);
        m_clock.pass(step.took / int(step.lines.size()));
    }
    if (step.lines.isEmpty())
        m_clock.pass(step.took);
    context.progress(step.note, step.fraction);
    if (step.end == SampleStep::End::Fails)
        return failed(step.error);
    if (step.end == SampleStep::End::Done)
        return ready();
    return m_script.cleanedUp.future();
}

WebAccess SampleBackend::web(const Workspace &workspace) const
{
    return {.url = QUrl(QStringLiteral("http://localhost:%1").arg(workspace.webPort())),
            .login = workspace.login(),
            .direct = m_script.forward.state == ForwardState::Direct};
}

} // namespace windsock
