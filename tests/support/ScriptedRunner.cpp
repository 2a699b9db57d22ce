// SPDX-License-Identifier: Apache-2.0
#include "tests/support/ScriptedRunner.h"

#include "core/base/LineSplitter.h"

#include <QRegularExpression>

#include <algorithm>

namespace windsock {

namespace {
bool wordFits(const QString &word, const QString &arg)
{
    if (!word.contains(u'*'))
        return word == arg;
    // Not QRegularExpression::wildcardToRegularExpression: there a '*' stops at a slash.
    const QString pattern = QRegularExpression::escape(word).replace(QStringLiteral("\\*"), QStringLiteral(".*"));
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern), QRegularExpression::DotMatchesEverythingOption)
        .match(arg)
        .hasMatch();
}

void handLines(const QByteArray &bytes, Channel channel, const LineSink &sink)
{
    if (!sink)
        return;
    LineSplitter splitter([&sink, channel](QByteArrayView line) { sink(channel, line); });
    splitter.push(bytes);
    splitter.finish();
}
} // namespace

bool argsHold(const QStringList &args, const QStringList &words)
{
    qsizetype next = 0;
    for (const QString &arg : args) {
        if (next < words.size() && wordFits(words[next], arg))
            ++next;
    }
    return next == words.size();
}

// One scripted child between run() and its end. Held by the calls that may end it.
struct ScriptedRunner::Running
{
    Promise<CommandOutput> promise;
    ScriptedReply reply;
    CancelHook hook;
    std::shared_ptr<int> running;

    void end()
    {
        if (promise.isResolved())
            return;
        --*running;
        if (reply.error)
            return promise.resolve(*reply.error);
        promise.resolve(CommandOutput{reply.exitCode, reply.out, reply.err, reply.delay});
    }
    void cancel()
    {
        if (!reply.ignoresCancel && !promise.isResolved()) {
            --*running;
            promise.resolve(Error::canceled());
        }
    }
};

ScriptedRunner &ScriptedRunner::on(Tool tool, const QStringList &words, const ScriptedReply &reply)
{
    const auto fits = [tool, words](const Command &command) {
        return command.program.isEmpty() && command.tool == tool && argsHold(command.args, words);
    };
    return when(fits, [reply](const Command &) { return reply; });
}

ScriptedRunner &ScriptedRunner::once(Tool tool, const QStringList &words, const ScriptedReply &reply)
{
    on(tool, words, reply);
    m_rules.last().single = true;
    return *this;
}

ScriptedRunner &ScriptedRunner::onProgram(const QString &program, const QStringList &words, const ScriptedReply &reply)
{
    return when([program, words](const Command &command) { return command.program == program && argsHold(command.args, words); },
                [reply](const Command &) { return reply; });
}

ScriptedRunner &ScriptedRunner::when(Matches matches, Answer answer)
{
    m_rules += Rule{std::move(matches), std::move(answer)};
    return *this;
}

ScriptedReply ScriptedRunner::replyTo(const Command &command)
{
    for (qsizetype at = 0; at < m_rules.size(); ++at) {
        if (m_rules[at].single && m_rules[at].matches(command))
            return m_rules.takeAt(at).answer(command);
    }
    for (qsizetype at = m_rules.size() - 1; at >= 0; --at) {
        if (!m_rules[at].single && m_rules[at].matches(command))
            return m_rules[at].answer(command);
    }
    Error unexpected{Error::Code::Bug, QStringLiteral("Unexpected command: ") + command.shown()};
    return {.error = unexpected};
}

Async<CommandOutput> ScriptedRunner::run(Command command, LineSink sink, Cancel cancel, PidSink started)
{
    if (cancel.isRequested())
        return failed<CommandOutput>(Error::canceled());
    m_commands += command;
    const auto child = std::make_shared<Running>();
    child->reply = replyTo(command);
    child->running = m_running;
    ++*m_running;
    if (started && child->reply.pid > 0)
        started(child->reply.pid);
    handLines(child->reply.out, Channel::Out, sink);
    handLines(child->reply.err, Channel::Err, sink);
    // The hook holds the child, the child its hook: until either end lets go of both.
    std::weak_ptr<Running> weak = child;
    child->hook = cancel.onRequest([weak] {
        if (const auto held = weak.lock())
            held->cancel();
    });
    const auto future = child->promise.future();
    if (child->reply.hangs)
        whenDone(future, &m_context, [child](const Result<CommandOutput> &) { child->hook.reset(); });
    else if (m_clock && child->reply.delay.count() > 0)
        m_clock->after(child->reply.delay, &m_context, [child] { child->end(); });
    else
        QMetaObject::invokeMethod(
            &m_context, [child] { child->end(); }, Qt::QueuedConnection);
    return future;
}

Result<QByteArray> ScriptedRunner::filtered(const QByteArray &bytes, ByteFilter *filter)
{
    if (!filter)
        return bytes;
    const Result<QByteArray> changed = filter->push(bytes);
    if (!changed)
        return changed;
    const Result<QByteArray> rest = filter->finish();
    return rest ? Result<QByteArray>(*changed + *rest) : rest;
}

Async<PipeOutput> ScriptedRunner::pipe(Command source, Async<Command> sink, std::shared_ptr<ByteFilter> filter, LineSink lines,
                                       Cancel cancel)
{
    // The source's stdout goes to the sink, its stderr to the listener.
    const LineSink sourceLines = [lines](Channel channel, QByteArrayView line) {
        if (lines && channel == Channel::Err)
            lines(channel, line);
    };
    const auto output = std::make_shared<PipeOutput>();
    const auto fromSource = run(std::move(source), sourceLines, cancel);
    // As with real children: a source that fails needs no sink, and no filter sees a byte before the sink is known.
    const auto known = unlessCanceled(sink, &m_context, cancel);
    const auto toSink = andThen(fromSource, &m_context, [=, this](const CommandOutput &sourceOutput) -> Async<CommandOutput> {
        output->source = sourceOutput;
        if (!sourceOutput.succeeded())
            return ready(CommandOutput{.exitCode = -1});
        return andThen(known, &m_context, [=, this](const Command &sinkCommand) -> Async<CommandOutput> {
            const Result<QByteArray> bytes = filtered(output->source.out, filter.get());
            if (!bytes)
                return failed<CommandOutput>(bytes.error());
            m_piped += *bytes;
            output->bytes = filter ? bytes->size() : 0;
            return run(sinkCommand, lines, cancel);
        });
    });
    return andThen(toSink, &m_context, [output](CommandOutput sinkOutput) -> Result<PipeOutput> {
        output->sink = std::move(sinkOutput);
        return *output;
    });
}

QStringList ScriptedRunner::shown() const
{
    QStringList lines;
    for (const Command &command : m_commands)
        lines += command.shown();
    return lines;
}

int ScriptedRunner::count(Tool tool, const QStringList &words) const
{
    return int(std::count_if(m_commands.cbegin(), m_commands.cend(), [&](const Command &command) {
        return command.program.isEmpty() && command.tool == tool && argsHold(command.args, words);
    }));
}

} // namespace windsock
