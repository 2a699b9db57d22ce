// SPDX-License-Identifier: Apache-2.0
// What a step may use while it runs: children, its log, progress, the cancel flag. One per step; outlives it by the run.
#pragma once

#include "core/base/Cancel.h"
#include "core/process/CommandRunner.h"

#include <QObject>

namespace windsock {

class Clock;

// Where a step is. `text` is one short line ("5 of 7 pods ready · web is starting"); `fraction` 0…1, below 0: unknown.
struct StepProgress
{
    QString text;
    double fraction = -1;
};

// A line of a step's output, as pages and files show it.
struct StepLine
{
    enum class Kind { Command, Out, Err, Note };
    Kind kind = Kind::Note;
    QByteArray text; // redacted UTF-8
};

class RunContext : public QObject
{
    Q_OBJECT
public:
    RunContext(QString stepId, CommandRunner &runner, Clock &clock, Cancel cancel, QObject *parent);

    // Runs a child; its command line and output go into the step's log; canceled with the run.
    Async<CommandOutput> run(const Command &command);
    // The same; extra receives each line too.
    Async<CommandOutput> run(const Command &command, LineSink extra);
    // The same, but the run's cancel does not end it, only this one: for what has to be done all the same, such as taking away what
    // a canceled step has left.
    Async<CommandOutput> runAlways(const Command &command, const Cancel &cancel = {});
    // The sink may become known later than the source starts (CommandRunner.h); the log shows both once it is.
    Async<PipeOutput> pipe(const Command &source, const Async<Command> &sink, std::shared_ptr<ByteFilter> filter = {});
    // Runs without a log entry: for cheap questions asked many times.
    Async<CommandOutput> ask(const Command &command);

    void progress(const QString &text, double fraction = -1);
    void note(const QString &line);
    // Keeps a file with the run ("boot-patch.diff"): a plain file name and redacted bytes.
    void attach(const QString &fileName, const QByteArray &bytes);

    const QString &stepId() const { return m_stepId; }
    const Cancel &cancel() const { return m_cancel; }
    Clock &clock() const { return m_clock; }
    CommandRunner &runner() const { return m_runner; }

signals:
    void progressed(const windsock::StepProgress &progress);
    void lineWritten(const windsock::StepLine &line);
    void attached(const QString &fileName, const QByteArray &bytes);

private:
    LineSink sink(LineSink extra);
    Async<CommandOutput> begin(const Command &command, LineSink extra, const Cancel &cancel);
    QString m_stepId;
    CommandRunner &m_runner;
    Clock &m_clock;
    Cancel m_cancel;
};

} // namespace windsock
