// SPDX-License-Identifier: Apache-2.0
#include "core/postgres/PostgresReady.h"

#include "core/base/Backoff.h"
#include "core/postgres/PostgresQuestion.h"

#include <QCoreApplication>
#include <QFileSystemWatcher>

namespace windsock {

using namespace std::chrono_literals;

namespace {
// Not tr(): the class below has one of its own.
QString words(const char *text)
{
    return QCoreApplication::translate("PostgresReady", text);
}

// Asks until the answer is final. Goes with its context; deletes itself when it has resolved.
class Waiting : public QObject
{
public:
    Waiting(const PostgresPlaces &places, Clock &clock, QObject *context) : QObject(context), m_places(places), m_clock(clock) {}

    Async<> start(std::chrono::milliseconds limit, const Cancel &cancel)
    {
        m_hook = cancel.onRequest([this] { end(Error::canceled()); });
        if (m_over)
            return m_promise.future();
        m_watcher.addPath(m_places.socketFolder);
        connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &Waiting::onFolderChanged);
        m_clock.after(limit, this, [this] { onLimit(); });
        ask();
        return m_promise.future();
    }

private:
    void ask()
    {
        if (m_over || m_asks)
            return;
        m_asks = true;
        m_again = false;
        whenDone(askPostgres(m_places, m_clock, this), this, [this](const Result<PostgresAnswer> &answer) { onAnswer(answer); });
    }

    void onAnswer(const Result<PostgresAnswer> &answer)
    {
        m_asks = false;
        if (answer && *answer == PostgresAnswer::Ready)
            return end({});
        // A server that is overloaded for a moment lets a question lie; the limit of the whole counts.
        if (!answer && answer.error().code != Error::Code::Timeout)
            return end(answer.error());
        if (m_again)
            return ask(); // the folder changed while the answer was on its way
        m_last = answer ? *answer : PostgresAnswer::Starting;
        // No socket: the watch tells; the slow question is for file systems that cannot be watched.
        m_clock.after(m_last == PostgresAnswer::Absent ? 500ms : m_pause.next(), this, [this] { ask(); });
    }

    void onFolderChanged()
    {
        m_again = true;
        ask();
    }

    void onLimit()
    {
        Error error{Error::Code::Timeout, words("The database does not answer")};
        error.why = m_last == PostgresAnswer::Absent ? words("There is nobody at its socket %1").arg(m_places.socket())
                                                     : words("It says that it is still starting");
        error.todo = words("Its log shows what it is doing");
        end(error);
    }

    void end(const Result<> &result)
    {
        m_over = true;
        m_promise.resolve(result);
        deleteLater();
    }

    const PostgresPlaces m_places;
    Clock &m_clock;
    Promise<> m_promise;
    CancelHook m_hook;
    QFileSystemWatcher m_watcher;
    Backoff m_pause{20ms, 500ms};
    PostgresAnswer m_last = PostgresAnswer::Absent;
    bool m_asks = false, m_again = false, m_over = false;
};
} // namespace

Async<PostgresAnswer> askPostgres(const PostgresPlaces &places, Clock &clock, QObject *context, std::chrono::milliseconds limit)
{
    return (new PostgresQuestion(places.socket(), clock, context))->ask(limit);
}

Async<> waitForPostgres(const PostgresPlaces &places, Clock &clock, QObject *context, std::chrono::milliseconds limit, const Cancel &cancel)
{
    return (new Waiting(places, clock, context))->start(limit, cancel);
}

} // namespace windsock
