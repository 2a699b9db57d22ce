// SPDX-License-Identifier: Apache-2.0
#include "core/process/ChildPipe.h"

#include <QCoreApplication>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace windsock {

namespace {
constexpr size_t chunk = 256 * 1024;

void widen([[maybe_unused]] int pipeEnd)
{
#ifdef F_SETPIPE_SZ
    ::fcntl(pipeEnd, F_SETPIPE_SZ, 1024 * 1024); // images are large: fewer switches between the two ends
#endif
}
} // namespace

ChildPipe::ChildPipe(Ends ends, std::shared_ptr<ByteFilter> filter, QObject *parent)
    : QObject(parent), m_filter(std::move(filter)), m_sinkCommand(std::move(ends.sink)), m_sinkSetup(std::move(ends.sinkSetup))
{
    ends.sourceSetup.files.output = m_pipe.writeEnd();
    m_source = new Child(std::move(ends.source), std::move(ends.sourceSetup), this);
    connect(m_source, &Child::ended, this, &ChildPipe::onSourceEnded);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { m_source->stop(ChildEnd::How::Followed); });
}

void ChildPipe::start()
{
    widen(m_pipe.writeEnd());
    m_source->start();
    m_pipe.closeWriteEnd(); // the child has its own copy by now; ours would keep the pipe from ending
    whenDone(m_sinkCommand, this, &ChildPipe::onSinkKnown);
}

void ChildPipe::onSinkKnown(const Result<Command> &sink)
{
    if (m_over || m_noSink)
        return;
    Result<ChildSetup> setup = sink ? m_sinkSetup(*sink) : Result<ChildSetup>(sink.error());
    if (setup)
        return startSink(*sink, std::move(*setup));
    m_error = setup.error();
    m_noSink = true;
    m_source->stop(ChildEnd::How::Followed);
    finishIfOver();
}

void ChildPipe::startSink(const Command &command, ChildSetup setup)
{
    if (m_filter)
        setup.feedsInput = true;
    else
        setup.files.input = m_pipe.readEnd();
    m_sink = new Child(command, std::move(setup), this);
    connect(m_sink, &Child::ended, this, &ChildPipe::onSinkEnded);
    connect(m_sink, &Child::bytesWritten, this, &ChildPipe::onSinkTook);
    m_sink->start();
    m_sink->stopWith(m_cancel);
    if (!m_filter)
        return m_pipe.closeReadEnd();
    m_pipe.setReadNonBlocking();
    m_readable = std::make_unique<QSocketNotifier>(m_pipe.readEnd(), QSocketNotifier::Read);
    connect(m_readable.get(), &QSocketNotifier::activated, this, &ChildPipe::readSource);
    if (m_source->isOver())
        QMetaObject::invokeMethod(this, &ChildPipe::readSource, Qt::QueuedConnection);
}

void ChildPipe::stopWith(const Cancel &cancel)
{
    m_cancel = cancel;
    m_source->stopWith(cancel);
    if (m_sink)
        m_sink->stopWith(cancel);
}

void ChildPipe::abandon()
{
    m_noSink = !m_sink;
    m_source->abandon();
    if (m_sink)
        m_sink->abandon();
}

void ChildPipe::readSource()
{
    if (m_sawEnd || m_sink->isOver())
        return;
    QByteArray bytes(chunk, Qt::Uninitialized);
    const ssize_t count = ::read(m_pipe.readEnd(), bytes.data(), chunk);
    if (count > 0)
        return pushOn(QByteArrayView(bytes).first(count));
    if (count < 0 && (errno == EAGAIN || errno == EINTR) && !m_source->isOver())
        return;
    // The end; or, after the source has gone, a helper of it that keeps the pipe open and says no more.
    m_sawEnd = true;
    m_readable->setEnabled(false);
    endOfSource();
}

void ChildPipe::pushOn(QByteArrayView bytes)
{
    const Result<QByteArray> changed = m_filter->push(bytes);
    if (!changed)
        return breakOff(changed.error());
    m_sink->write(*changed);
    const bool mayRead = m_sink->bytesWaiting() <= waitingAtMost;
    m_readable->setEnabled(mayRead);
    if (mayRead && m_source->isOver())
        QMetaObject::invokeMethod(this, &ChildPipe::readSource, Qt::QueuedConnection);
}

void ChildPipe::onSinkTook(qint64 count)
{
    m_bytes += count;
    if (m_sawEnd || !m_readable || m_readable->isEnabled() || m_sink->bytesWaiting() > waitingAtMost / 2)
        return;
    m_readable->setEnabled(true);
    if (m_source->isOver())
        QMetaObject::invokeMethod(this, &ChildPipe::readSource, Qt::QueuedConnection);
}

void ChildPipe::endOfSource()
{
    // Both are needed: all bytes, and the word of the source that these were all.
    if (m_fedAll || !m_sawEnd || !m_source->isOver() || !m_source->end().succeeded())
        return;
    m_fedAll = true;
    const Result<QByteArray> rest = m_filter->finish();
    if (!rest)
        return breakOff(rest.error());
    m_sink->write(*rest);
    m_sink->closeInput();
}

void ChildPipe::onSourceEnded()
{
    m_patience.stop();
    if (!m_sink)
        m_noSink = m_noSink || !m_source->end().succeeded(); // nothing worth starting one for
    else if (!m_source->end().succeeded())
        m_sink->stop(ChildEnd::How::Followed);
    else if (m_filter && m_sawEnd)
        endOfSource();
    else if (m_readable && m_readable->isEnabled())
        readSource();
    finishIfOver();
}

void ChildPipe::onSinkEnded()
{
    if (m_readable) {
        m_readable.reset();
        m_pipe.closeReadEnd(); // the source's next write fails, as in any pipe
    }
    if (!m_source->isOver() && m_sink->end().succeeded())
        m_patience.start(m_source->command().grace); // it may just be about to end
    else
        m_source->stop(ChildEnd::How::Followed);
    finishIfOver();
}

void ChildPipe::breakOff(const Error &error)
{
    m_error = error;
    m_sawEnd = true;
    m_readable->setEnabled(false);
    m_source->stop(ChildEnd::How::Followed);
    m_sink->stop(ChildEnd::How::Followed);
}

void ChildPipe::finishIfOver()
{
    if (m_over || !m_source->isOver() || !sinkIsOver())
        return;
    m_over = true;
    m_result = conclusion();
    emit ended();
}

Result<PipeOutput> ChildPipe::conclusion() const
{
    using How = ChildEnd::How;
    if (m_source->end().how == How::Canceled || (m_sink && m_sink->end().how == How::Canceled))
        return Error::canceled();
    if (m_error)
        return *m_error;
    const Result<CommandOutput> sink = m_sink ? outcome(m_sink->command(), m_sink->end()) : Result(CommandOutput{.exitCode = -1});
    if (!sink)
        return sink.error();
    ChildEnd sourceEnd = m_source->end();
    // Writing to a sink that has ended is how a source usually learns of it.
    if (sourceEnd.how == How::Signaled && sourceEnd.code == SIGPIPE)
        sourceEnd.how = How::Followed;
    const Result<CommandOutput> source = outcome(m_source->command(), sourceEnd);
    if (!source)
        return source.error();
    return PipeOutput{*source, *sink, m_bytes};
}

} // namespace windsock
