// SPDX-License-Identifier: Apache-2.0
#include "core/supervise/SupervisorStarter.h"

#include "core/base/FileText.h"
#include "core/supervise/FolderLock.h"
#include "core/supervise/SupervisorWatch.h"

#include <QCoreApplication>

namespace windsock {

namespace {
constexpr int linesShown = 10;
// Time for one that was just going to let go of the lock, which told ours to go.
constexpr std::chrono::milliseconds secondTry{1000};

Error notUp(const SupervisorFolder &folder, std::chrono::milliseconds limit)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("SupervisorStarter", text); };
    Error error{Error::Code::Timeout, tr("The supervisor of the components did not come up")};
    error.why = tr("It did not answer within %1 s").arg(double(limit.count()) / 1000);
    error.todo = tr("Read %1, then try again").arg(folder.log());
    error.rule = "supervise.start";
    const QByteArrayList lines = readFile(folder.log(), 64 * 1024 * 1024).value_or({}).trimmed().split('\n');
    error.evidence = QString::fromUtf8(lines.mid(std::max<qsizetype>(0, lines.size() - linesShown)).join('\n'));
    return error;
}

class Ensure : public QObject
{
public:
    Ensure(const SupervisorFolder &folder, const Command &start, CommandRunner &runner)
        : m_folder(folder), m_start(start), m_runner(runner), m_watch(folder)
    {
        connect(&m_watch, &SupervisorWatch::changed, this, &Ensure::onStatus);
        connect(&m_watch, &SupervisorWatch::gone, this, &Ensure::launch);
        m_watch.start();
    }
    Async<SupervisorStatus> future() const { return m_promise.future(); }
    void end(Result<SupervisorStatus> result)
    {
        m_hook.reset();
        m_promise.resolve(std::move(result));
        deleteLater();
    }
    void launchAgain()
    {
        if (!m_watch.status() && !FolderLock::isHeld(m_folder.lock()))
            launch();
    }
    void stopWith(const Cancel &cancel)
    {
        m_hook = cancel.onRequest([this] { end(Error::canceled()); });
    }

private:
    void onStatus(const SupervisorStatus &status)
    {
        if (!status.shuttingDown) // else it goes, and we are told
            end(status);
    }
    void launch()
    {
        whenDone(m_runner.run(m_start), this, [this](const Result<CommandOutput> &started) {
            if (!started)
                end(started.error());
        });
    }

    SupervisorFolder m_folder;
    Command m_start;
    CommandRunner &m_runner;
    SupervisorWatch m_watch;
    CancelHook m_hook;
    Promise<SupervisorStatus> m_promise;
};
} // namespace

SupervisorStarter::SupervisorStarter(const SupervisorFolder &folder, const Command &start, CommandRunner &runner, Clock &clock)
    : m_folder(folder), m_start(start), m_runner(runner), m_clock(clock)
{
    m_start.detached = true;
}

Async<SupervisorStatus> SupervisorStarter::ensure(const Cancel &cancel, std::chrono::milliseconds limit)
{
    auto *ensure = new Ensure(m_folder, m_start, m_runner);
    ensure->setParent(this);
    m_clock.after(limit, ensure, [ensure, limit, folder = m_folder] { ensure->end(notUp(folder, limit)); });
    m_clock.after(secondTry, ensure, [ensure] { ensure->launchAgain(); });
    const auto future = ensure->future();
    ensure->stopWith(cancel);
    return future;
}

} // namespace windsock
