// SPDX-License-Identifier: Apache-2.0
#include "core/supervise/ProcessSweep.h"

#include "core/base/Backoff.h"

#include <QCoreApplication>
#include <QStringList>

#include <csignal>

namespace windsock {

namespace {
using namespace std::chrono_literals;
constexpr auto afterKill = 3000ms; // what even KILL does not end hangs in the kernel
constexpr int freezeRounds = 10;   // looks for what was forked while the others were being stopped

class Sweeper : public QObject
{
public:
    Sweeper(ProcessSweep::Target target, Clock &clock, QObject *parent)
        : QObject(parent), m_target(std::move(target)), m_clock(clock), m_begun(clock.monotonic())
    {}
    ~Sweeper() override { m_promise.resolve(Error::canceled()); }

    Async<int> future() const { return m_promise.future(); }
    void look();

private:
    QList<ProcessIdentity> left();
    void kill(QList<ProcessIdentity> left);
    Error survived(const QList<ProcessIdentity> &left) const;

    ProcessSweep::Target m_target;
    Clock &m_clock;
    std::chrono::milliseconds m_begun;
    Backoff m_pause{10ms, 200ms};
    QList<ProcessIdentity> m_told; // each gets TERM once
    Promise<int> m_promise;
};

QList<ProcessIdentity> Sweeper::left()
{
    QList<ProcessIdentity> found = m_target.look();
    for (const QList<ProcessIdentity> &earlier : {m_target.known, m_told}) {
        for (const ProcessIdentity &identity : earlier) {
            if (!found.contains(identity) && isAlive(identity))
                found += identity;
        }
    }
    return found;
}

void Sweeper::look()
{
    const QList<ProcessIdentity> now = left();
    const auto took = m_clock.monotonic() - m_begun;
    if (now.isEmpty() || took > m_target.grace + afterKill) {
        m_promise.resolve(now.isEmpty() ? Result<int>(int(m_told.size())) : survived(now));
        return deleteLater();
    }
    for (const ProcessIdentity &identity : now) {
        if (m_told.contains(identity))
            continue;
        m_told += identity;
        signalProcess(identity, SIGTERM);
    }
    if (took >= m_target.grace)
        kill(now);
    m_clock.after(m_pause.next(), this, [this] { look(); });
}

// Stopped first: a process that forks faster than we look would leave a new one behind each time.
void Sweeper::kill(QList<ProcessIdentity> left)
{
    qsizetype stopped = 0;
    for (int round = 0; round < freezeRounds && stopped < left.size(); ++round) {
        for (; stopped < left.size(); ++stopped)
            signalProcess(left[stopped], SIGSTOP);
        for (const ProcessIdentity &identity : m_target.look()) {
            if (!left.contains(identity))
                left += identity;
        }
    }
    for (const ProcessIdentity &identity : left) {
        if (!m_told.contains(identity))
            m_told += identity;
        signalProcess(identity, SIGKILL);
    }
}

Error Sweeper::survived(const QList<ProcessIdentity> &left) const
{
    QStringList ids;
    for (const ProcessIdentity &identity : left)
        ids += QString::number(identity.pid);
    Error error{Error::Code::ToolFailed, QCoreApplication::translate("ProcessSweep", "Some processes cannot be ended")};
    error.why = QCoreApplication::translate("ProcessSweep", "The system does not let go of: %1").arg(ids.join(", "));
    error.todo = QCoreApplication::translate("ProcessSweep", "A disk or a network drive may hang; if it stays so, restart the machine");
    error.rule = "supervise.survivor";
    return error;
}
} // namespace

Async<int> ProcessSweep::run(Target target, Clock &clock, QObject *context)
{
    auto *sweeper = new Sweeper(std::move(target), clock, context);
    const Async<int> future = sweeper->future();
    sweeper->look();
    return future;
}

} // namespace windsock
