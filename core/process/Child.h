// SPDX-License-Identifier: Apache-2.0
// One child process from start to end: its stdin, its output, its time limit, and how it is stopped. Never blocks; deleting
// it while the child runs kills the child's group. Owned by ProcessRunner; knows no tools.
//
//   start() → (Starting) → Running → exited ─────────────────────────────→ ended()
//                             │ stop(): signal to the group → exited ──→ the rest of the group is gone ──→ ended()
//                             └ after `grace`: KILL to the group
#pragma once

#include "core/base/Cancel.h"
#include "core/process/ChildEnd.h"
#include "core/process/CommandRunner.h"
#include "core/process/OutputChannel.h"
#include "core/process/ProcessGroup.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTimer>

namespace windsock {

class ChildLedger;

// What a child needs besides its command.
struct ChildSetup
{
    QString program;                 // absolute
    QProcessEnvironment environment; // complete
    const Redactor &redactor;        // these two must outlive the child
    ChildLedger &ledger;
    LineSink lines = {};
    ChildFiles files = {};   // the caller's to close, once start() has returned
    bool feedsInput = false; // stdin stays open for write()
};

class Child : public QObject
{
    Q_OBJECT
public:
    Child(Command command, ChildSetup setup, QObject *parent);
    ~Child() override;

    void start();
    void stop(ChildEnd::How why); // Canceled, TimedOut or Followed; the first one counts
    void stopWith(const Cancel &cancel);
    void abandon(); // KILL at once, then ended(Canceled): for owners that go

    void write(const QByteArray &bytes);
    void closeInput();
    qint64 bytesWaiting() const { return m_process->bytesToWrite(); }

    bool isOver() const { return m_over; }
    const Command &command() const { return m_command; }
    const ChildEnd &end() const { return m_end; } // once it is over

signals:
    void started(qint64 pid);        // at most once; the program runs
    void bytesWritten(qint64 count); // that left write()
    void ended();                    // exactly once, never from within start() or stop()

private:
    void configure();
    void giveInput();
    void signalStop();
    void kill();
    void onStarted();
    void onError(QProcess::ProcessError error);
    void onExited(int code, QProcess::ExitStatus status);
    void waitForGroup();
    void conclude();

    Command m_command;
    ChildSetup m_setup;
    QProcess *m_process; // not a child object: it may have to outlive this one (ProcessReaper)
    OutputChannel m_out, m_err;
    QTimer m_limitTimer, m_killTimer, m_groupTimer;
    QElapsedTimer m_clock;
    CancelHook m_cancelHook;
    std::optional<ChildEnd::How> m_stop;
    qint64 m_pid = 0;
    int m_secretInput = -1;
    bool m_exited = false;
    bool m_killed = false;
    bool m_over = false;
    ChildEnd m_end;
};

} // namespace windsock
