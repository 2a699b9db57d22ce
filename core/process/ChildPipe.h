// SPDX-License-Identifier: Apache-2.0
// Two children, one's stdout running into the other's stdin: through an OS pipe of their own, or through us and a filter.
// A failing end stops the other, and an input that was cut off is never passed off as a whole one where we stand between.
// The sink starts when it is known; the source does not wait for that.
// Owned by ProcessRunner.
#pragma once

#include "core/process/Child.h"
#include "core/process/Pipe.h"

#include <QSocketNotifier>

#include <functional>
#include <memory>

namespace windsock {

class ChildPipe : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 waitingAtMost = 4 * 1024 * 1024; // bytes for the sink; beyond it the source has to wait

    // What the children need; their `files` are made here.
    struct Ends
    {
        Command source;
        ChildSetup sourceSetup;
        Async<Command> sink;
        std::function<Result<ChildSetup>(const Command &)> sinkSetup; // called at most once, while the sink's future is delivered
    };
    ChildPipe(Ends ends, std::shared_ptr<ByteFilter> filter, QObject *parent);

    void start();
    void stopWith(const Cancel &cancel);
    void abandon();
    const Result<PipeOutput> &result() const { return m_result; } // once it has ended

signals:
    void ended(); // exactly once

private:
    void onSinkKnown(const Result<Command> &sink);
    void startSink(const Command &command, ChildSetup setup);
    bool sinkIsOver() const { return m_sink ? m_sink->isOver() : m_noSink; }
    void readSource();
    void pushOn(QByteArrayView bytes);
    void endOfSource();
    void onSinkTook(qint64 count);
    void onSourceEnded();
    void onSinkEnded();
    void breakOff(const Error &error);
    void finishIfOver();
    Result<PipeOutput> conclusion() const;

    std::shared_ptr<ByteFilter> m_filter;
    Pipe m_pipe;
    Child *m_source = nullptr;
    Child *m_sink = nullptr; // null until it is known
    Async<Command> m_sinkCommand;
    std::function<Result<ChildSetup>(const Command &)> m_sinkSetup;
    Cancel m_cancel;
    std::unique_ptr<QSocketNotifier> m_readable;
    QTimer m_patience;            // for a source whose sink has ended well
    std::optional<Error> m_error; // the filter's, or in place of a sink
    bool m_noSink = false;        // and there will be none
    qint64 m_bytes = 0;
    bool m_sawEnd = false; // of the source's output
    bool m_fedAll = false;
    bool m_over = false;
    Result<PipeOutput> m_result = Error::canceled();
};

} // namespace windsock
