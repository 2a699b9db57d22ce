// SPDX-License-Identifier: Apache-2.0
// Runs commands as real child processes, each in a group of its own and in a clean environment. Knows nothing about kind,
// Helm or plans. Main thread; never blocks.
#pragma once

#include "core/process/ChildLedger.h"
#include "core/process/CommandRunner.h"

#include <QObject>
#include <QProcessEnvironment>

namespace windsock {

class Child;
class Redactor;
class ToolFinder;
struct ChildSetup;

class ProcessRunner : public QObject, public CommandRunner
{
    Q_OBJECT
public:
    // All but the text must outlive this. `ledgerPath`: see ChildLedger; empty for none.
    ProcessRunner(ToolFinder &finder, const Redactor &redactor, const QString &ledgerPath = {}, QObject *parent = nullptr);
    // Kills what still runs, at once: nobody is left to count the grace. Those who wait get Canceled.
    ~ProcessRunner() override;

    Async<CommandOutput> run(Command command, LineSink sink = {}, Cancel cancel = {}, PidSink started = {}) override;
    Async<PipeOutput> pipe(Command source, Async<Command> sink, std::shared_ptr<ByteFilter> filter = {}, LineSink lines = {},
                           Cancel cancel = {}) override;

private:
    Result<ChildSetup> setupFor(const Command &command, LineSink lines);

    ToolFinder &m_finder;
    const Redactor &m_redactor;
    ChildLedger m_ledger;
    const QProcessEnvironment m_inherited;
};

} // namespace windsock
