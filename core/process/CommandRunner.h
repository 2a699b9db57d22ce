// SPDX-License-Identifier: Apache-2.0
// Runs commands. The only door to child processes: ProcessRunner behind it for real, ScriptedRunner in tests.
#pragma once

#include "core/base/Async.h"
#include "core/base/Cancel.h"
#include "core/process/Command.h"

#include <functional>

namespace windsock {

enum class Channel { Out, Err };
// Gets each line as it comes, redacted, without its end.
using LineSink = std::function<void(Channel, QByteArrayView)>;
// Gets the child's process id (which is its group's and session's too) once the program runs; not if it could not be started.
using PidSink = std::function<void(qint64)>;

// Changes bytes on their way from one child's stdout to another's stdin.
class ByteFilter
{
public:
    virtual ~ByteFilter() = default;
    virtual Result<QByteArray> push(QByteArrayView bytes) = 0; // what may go on now
    virtual Result<QByteArray> finish() = 0;                   // the rest
};

struct PipeOutput
{
    CommandOutput source, sink;
    qint64 bytes = 0; // that reached the sink; 0 where the children share an OS pipe
};

class CommandRunner
{
public:
    virtual ~CommandRunner() = default;
    // Resolves when the child has ended and its output was read, whatever its exit code. Errors: Canceled, Timeout,
    // ToolMissing, ToolFailed (did not start, or died by a signal that was not ours).
    virtual Async<CommandOutput> run(Command command, LineSink sink = {}, Cancel cancel = {}, PidSink started = {}) = 0;
    // source's stdout → (filter) → sink's stdin, with back-pressure; no temporary file. Lines of source.err, sink.out
    // and sink.err go to `lines`. A failing end stops the other. The source starts at once and the sink when it is known
    // (until then the source gets as far as a pipe holds, and the filter sees nothing); an error in place of a sink stops
    // the source and is the result.
    virtual Async<PipeOutput> pipe(Command source, Async<Command> sink, std::shared_ptr<ByteFilter> filter = {}, LineSink lines = {},
                                   Cancel cancel = {}) = 0;
};

} // namespace windsock
