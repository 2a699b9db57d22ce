// SPDX-License-Identifier: Apache-2.0
#include "core/plan/RunContext.h"

#include <QPointer>

namespace windsock {

RunContext::RunContext(QString stepId, CommandRunner &runner, Clock &clock, Cancel cancel, QObject *parent)
    : QObject(parent), m_stepId(std::move(stepId)), m_runner(runner), m_clock(clock), m_cancel(std::move(cancel))
{}

LineSink RunContext::sink(LineSink extra)
{
    // The runner may outlive this run by a moment (a child that is slow to die): hold nothing that can dangle.
    return [self = QPointer(this), extra = std::move(extra)](Channel channel, QByteArrayView line) {
        if (!self)
            return;
        const auto kind = channel == Channel::Out ? StepLine::Kind::Out : StepLine::Kind::Err;
        emit self->lineWritten({kind, line.toByteArray()});
        if (extra)
            extra(channel, line);
    };
}

Async<CommandOutput> RunContext::run(const Command &command)
{
    return run(command, {});
}

Async<CommandOutput> RunContext::run(const Command &command, LineSink extra)
{
    return begin(command, std::move(extra), m_cancel);
}

Async<CommandOutput> RunContext::runAlways(const Command &command, const Cancel &cancel)
{
    return begin(command, {}, cancel);
}

Async<CommandOutput> RunContext::begin(const Command &command, LineSink extra, const Cancel &cancel)
{
    emit lineWritten({StepLine::Kind::Command, command.shown().toUtf8()});
    return m_runner.run(command, sink(std::move(extra)), cancel);
}

Async<PipeOutput> RunContext::pipe(const Command &source, const Async<Command> &sinkCommand, std::shared_ptr<ByteFilter> filter)
{
    const QString first = source.shown();
    const auto shown = andThen(sinkCommand, this, [this, first](const Command &command) {
        emit lineWritten({StepLine::Kind::Command, (first + QStringLiteral(" | ") + command.shown()).toUtf8()});
        return Result<Command>(command);
    });
    return m_runner.pipe(source, shown, std::move(filter), sink({}), m_cancel);
}

Async<CommandOutput> RunContext::ask(const Command &command)
{
    return m_runner.run(command, {}, m_cancel);
}

void RunContext::progress(const QString &text, double fraction)
{
    emit progressed({text, fraction});
}

void RunContext::note(const QString &line)
{
    emit lineWritten({StepLine::Kind::Note, line.toUtf8()});
}

void RunContext::attach(const QString &fileName, const QByteArray &bytes)
{
    emit attached(fileName, bytes);
}

} // namespace windsock
