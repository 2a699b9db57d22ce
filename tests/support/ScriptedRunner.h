// SPDX-License-Identifier: Apache-2.0
// A CommandRunner without children: answers by rules, records what it was asked. A command without a rule fails the test's
// operation with a Bug error that spells it.
#pragma once

#include "core/base/Clock.h"
#include "core/process/CommandRunner.h"

#include <optional>

namespace windsock {

// What a scripted child does. Its lines come at once, its end after `delay` of the runner's clock.
struct ScriptedReply
{
    QByteArray out = {};
    QByteArray err = {};
    int exitCode = 0;
    std::chrono::milliseconds delay{0};
    bool hangs = false;              // until it is canceled
    std::optional<Error> error = {}; // in place of an output
    bool ignoresCancel = false;      // ends by itself as if nobody had asked it to stop
    qint64 pid = 0;                  // that the listener is told; 0: it is told nothing
};

class ScriptedRunner : public CommandRunner
{
public:
    using Matches = std::function<bool(const Command &)>;
    using Answer = std::function<ScriptedReply(const Command &)>;

    explicit ScriptedRunner(Clock *clock = nullptr) : m_clock(clock) {} // without a clock delays are 0

    // A command fits if it is for this tool and its arguments hold these words in this order; others (--kubeconfig …) may
    // stand between. A word with a '*' is a wildcard. Of several rules that fit, once() rules go first, in the order
    // they were added; of the others the last one wins, so that a test can override what its set-up said.
    ScriptedRunner &on(Tool tool, const QStringList &words, const ScriptedReply &reply = {});
    ScriptedRunner &once(Tool tool, const QStringList &words, const ScriptedReply &reply = {});
    // The same for a program that is named by its path.
    ScriptedRunner &onProgram(const QString &program, const QStringList &words, const ScriptedReply &reply = {});
    ScriptedRunner &when(Matches matches, Answer answer);

    Async<CommandOutput> run(Command command, LineSink sink = {}, Cancel cancel = {}, PidSink started = {}) override;
    Async<PipeOutput> pipe(Command source, Async<Command> sink, std::shared_ptr<ByteFilter> filter = {}, LineSink lines = {},
                           Cancel cancel = {}) override;

    const QList<Command> &commands() const { return m_commands; } // in the order they were started
    QStringList shown() const;                                    // the same as text
    int count(Tool tool, const QStringList &words) const;         // how many of them fit
    const QList<QByteArray> &piped() const { return m_piped; }    // what reached the sink of each pipe()
    int running() const { return *m_running; }

private:
    struct Rule
    {
        Matches matches;
        Answer answer;
        bool single = false;
    };
    struct Running;
    ScriptedReply replyTo(const Command &command);
    Result<QByteArray> filtered(const QByteArray &bytes, ByteFilter *filter);

    Clock *m_clock;
    QList<Rule> m_rules;
    QList<Command> m_commands;
    QList<QByteArray> m_piped;
    std::shared_ptr<int> m_running = std::make_shared<int>(0);
    QObject m_context; // no call reaches a runner that has gone
};

bool argsHold(const QStringList &args, const QStringList &words);

} // namespace windsock
