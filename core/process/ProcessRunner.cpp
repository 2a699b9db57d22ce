// SPDX-License-Identifier: Apache-2.0
#include "core/process/ProcessRunner.h"

#include "core/process/Child.h"
#include "core/process/ChildPipe.h"
#include "core/process/CleanEnvironment.h"
#include "core/process/ProcessGroup.h"
#include "core/process/ToolFinder.h"

#include <QProcess>

namespace windsock {

namespace {
Result<CommandOutput> startAndLetGo(const Command &command, const ChildSetup &setup)
{
    QProcess process;
    process.setProgram(setup.program);
    process.setArguments(command.args);
    process.setWorkingDirectory(command.workDir.isEmpty() ? QStringLiteral("/") : command.workDir);
    process.setProcessEnvironment(setup.environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    keepDescriptorsFromChildren();
    qint64 pid = 0;
    if (!process.startDetached(&pid))
        return outcome(command, ChildEnd{.how = ChildEnd::How::NotStarted, .reason = process.errorString()});
    setup.ledger.started(pid, command, setup.program, setup.environment.keys());
    return CommandOutput{};
}
} // namespace

ProcessRunner::ProcessRunner(ToolFinder &finder, const Redactor &redactor, const QString &ledgerPath, QObject *parent)
    : QObject(parent), m_finder(finder), m_redactor(redactor), m_ledger(ledgerPath, redactor),
      m_inherited(QProcessEnvironment::systemEnvironment())
{}

ProcessRunner::~ProcessRunner()
{
    for (Child *child : findChildren<Child *>(QString(), Qt::FindDirectChildrenOnly))
        child->abandon();
    for (ChildPipe *pipe : findChildren<ChildPipe *>(QString(), Qt::FindDirectChildrenOnly))
        pipe->abandon();
    // Now, while the ledger that they write to is still there.
    qDeleteAll(findChildren<QObject *>(QString(), Qt::FindDirectChildrenOnly));
}

Result<ChildSetup> ProcessRunner::setupFor(const Command &command, LineSink lines)
{
    const Result<QString> program = command.program.isEmpty() ? m_finder.find(command.tool) : m_finder.judge(command.program);
    if (!program)
        return program.error();
    QProcessEnvironment environment;
    if (command.inheritsEnvironment)
        environment = cleanEnvironment(m_inherited, m_finder.searchPath());
    for (auto it = command.environment.cbegin(); it != command.environment.cend(); ++it)
        environment.insert(it.key(), it.value());
    return ChildSetup{*program, environment, m_redactor, m_ledger, std::move(lines)};
}

Async<CommandOutput> ProcessRunner::run(Command command, LineSink sink, Cancel cancel, PidSink started)
{
    if (cancel.isRequested())
        return failed<CommandOutput>(Error::canceled());
    Result<ChildSetup> setup = setupFor(command, std::move(sink));
    if (!setup)
        return failed<CommandOutput>(setup.error());
    if (command.detached)
        return resolved(startAndLetGo(command, *setup));
    const Promise<CommandOutput> promise;
    auto *child = new Child(std::move(command), std::move(*setup), this);
    connect(child, &Child::ended, this, [child, promise] {
        promise.resolve(outcome(child->command(), child->end()));
        child->deleteLater();
    });
    if (started)
        connect(child, &Child::started, this, std::move(started));
    child->start();
    child->stopWith(cancel);
    return promise.future();
}

Async<PipeOutput> ProcessRunner::pipe(Command source, Async<Command> sink, std::shared_ptr<ByteFilter> filter, LineSink lines,
                                      Cancel cancel)
{
    if (cancel.isRequested())
        return failed<PipeOutput>(Error::canceled());
    Result<ChildSetup> setup = setupFor(source, lines);
    if (!setup)
        return failed<PipeOutput>(setup.error());
    const Promise<PipeOutput> promise;
    const auto sinkSetup = [this, lines](const Command &command) { return setupFor(command, lines); };
    auto *pipe = new ChildPipe({std::move(source), std::move(*setup), std::move(sink), sinkSetup}, std::move(filter), this);
    connect(pipe, &ChildPipe::ended, this, [pipe, promise] {
        promise.resolve(pipe->result());
        pipe->deleteLater();
    });
    pipe->start();
    pipe->stopWith(cancel);
    return promise.future();
}

} // namespace windsock
