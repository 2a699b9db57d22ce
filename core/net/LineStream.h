// SPDX-License-Identifier: Apache-2.0
// The open body of one answer as lines, for watches and followed logs. On a connection of its own, so that streams that
// stay open for hours never stand in the way of requests (Qt keeps six connections per server). Main thread.
#pragma once

#include "core/base/Clock.h"
#include "core/base/LineSplitter.h"
#include "core/net/HttpReply.h"
#include "core/net/Tls.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QPointer>

namespace windsock {

class LineStream : public QObject
{
    Q_OBJECT
public:
    LineStream(const Tls &tls, Clock &clock, QObject *parent = nullptr);
    ~LineStream() override; // closes without a signal

    // Ends what was open before, without a signal. request.limit counts until the head of the answer has arrived.
    void open(const HttpRequest &request);
    void close(); // nothing is emitted any more
    bool isOpen() const { return !m_reply.isNull(); }
    // Ends with Timeout when nothing at all arrives for so long; 0 (as it begins): never.
    void setSilenceLimit(std::chrono::milliseconds limit) { m_silenceLimit = limit; }

signals:
    void opened(); // the server answers with 2xx
    void line(const QByteArray &line);
    // Nothing: the server ended the body. Errors as HttpClient's, and statusError() for a status that refuses. An unfinished
    // last line is handed over before, whichever way it ends.
    void ended(const windsock::Result<> &result);

private:
    void onHead();
    void onReadyRead();
    void onLine(int opening, QByteArrayView bytes);
    void onFinished();
    void watchSilence(int opening);
    void finish(const Result<> &result);

    Tls m_tls;
    Clock &m_clock;
    QNetworkAccessManager m_access;
    HttpRequest m_request;
    QPointer<QNetworkReply> m_reply;
    std::shared_ptr<LineSplitter> m_splitter;
    QByteArray m_refusal; // body of a status that refuses
    std::chrono::milliseconds m_silenceLimit{0};
    std::chrono::milliseconds m_lastHeard{0};
    int m_opening = 0; // tells the timers of an earlier open() from ours
    bool m_answered = false;
};

} // namespace windsock
