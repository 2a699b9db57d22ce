// SPDX-License-Identifier: Apache-2.0
#include "core/net/LineStream.h"

#include "core/net/NetworkAccess.h"

namespace windsock {

namespace {
constexpr qsizetype longestLine = largestReply; // an object of Kubernetes is one line and may be 1.5 MiB and more
constexpr qsizetype longestRefusal = 64 * 1024;
} // namespace

LineStream::LineStream(const Tls &tls, Clock &clock, QObject *parent) : QObject(parent), m_tls(tls), m_clock(clock)
{
    useProxyRules(m_access);
}

LineStream::~LineStream()
{
    dropReply(m_reply, this);
}

void LineStream::open(const HttpRequest &request)
{
    dropReply(m_reply, this);
    m_request = request;
    m_answered = false;
    m_refusal.clear();
    m_lastHeard = m_clock.monotonic();
    const int opening = ++m_opening;
    m_splitter = std::make_shared<LineSplitter>([this, opening](QByteArrayView bytes) { onLine(opening, bytes); }, longestLine);
    m_reply = startRequest(m_access, request, m_tls);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &LineStream::onHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &LineStream::onReadyRead);
    connect(m_reply, &QNetworkReply::finished, this, &LineStream::onFinished);
    m_clock.after(request.limit, this, [this, opening] {
        if (opening == m_opening && m_reply && !m_answered)
            finish(timeoutError(m_request));
    });
    watchSilence(opening);
}

void LineStream::close()
{
    dropReply(m_reply, this);
}

void LineStream::onHead()
{
    if (m_answered || !m_reply || !hasStatus(*m_reply))
        return;
    m_answered = true;
    if (headOf(*m_reply).isSuccess())
        emit opened();
}

void LineStream::onReadyRead()
{
    onHead();
    if (!m_reply)
        return; // closed by who heard opened()
    m_lastHeard = m_clock.monotonic();
    const QByteArray bytes = m_reply->readAll();
    if (!headOf(*m_reply).isSuccess()) {
        m_refusal += bytes.left(longestRefusal - m_refusal.size());
        return;
    }
    const auto splitter = m_splitter; // a listener may open anew on any line
    splitter->push(bytes);
}

void LineStream::onLine(int opening, QByteArrayView bytes)
{
    if (opening == m_opening && m_reply)
        emit line(bytes.toByteArray());
}

void LineStream::onFinished()
{
    if (!m_reply)
        return;
    if (m_reply->bytesAvailable() > 0)
        onReadyRead();
    onHead();
    if (!m_reply)
        return;
    const HttpReply head = headOf(*m_reply);
    if (brokeOff(*m_reply))
        return finish(transportError(m_request, *m_reply));
    finish(head.isSuccess() ? Result<>() : Result<>(statusError(m_request, head.status, m_refusal)));
}

void LineStream::watchSilence(int opening)
{
    if (m_silenceLimit.count() <= 0)
        return;
    const auto wait = m_lastHeard + m_silenceLimit - m_clock.monotonic();
    m_clock.after(wait, this, [this, opening] {
        if (opening != m_opening || !m_reply)
            return;
        if (m_clock.monotonic() - m_lastHeard < m_silenceLimit)
            return watchSilence(opening);
        finish(silenceError(m_request, m_silenceLimit));
    });
}

void LineStream::finish(const Result<> &result)
{
    const int opening = m_opening;
    const auto splitter = m_splitter;
    splitter->finish();
    if (opening != m_opening || !m_reply)
        return; // closed by who heard the last line
    dropReply(m_reply, this);
    emit ended(result);
}

} // namespace windsock
