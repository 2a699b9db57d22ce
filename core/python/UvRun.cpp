// SPDX-License-Identifier: Apache-2.0
#include "core/python/UvRun.h"

namespace windsock {

namespace {
void hear(const UvListener &listener, Channel channel, QByteArrayView line)
{
    if (listener.lines)
        listener.lines(channel, line);
    const QString text = listener.progress ? uv::progressText(line) : QString();
    if (!text.isEmpty())
        listener.progress(listener.title + QStringLiteral(": ") + text);
}
} // namespace

Async<std::optional<uv::Failure>> runUv(CommandRunner &runner, const Command &command, const UvListener &listener, const Cancel &cancel,
                                        QObject *context)
{
    if (listener.commands)
        listener.commands(command);
    const auto sink = [listener](Channel channel, QByteArrayView line) { hear(listener, channel, line); };
    return andThen(runner.run(command, sink, cancel), context, [](const CommandOutput &output) {
        std::optional<uv::Failure> failure;
        if (!output.succeeded())
            failure = uv::failure(output);
        return Result<std::optional<uv::Failure>>(failure);
    });
}

} // namespace windsock
