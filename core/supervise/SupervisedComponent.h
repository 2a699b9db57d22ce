// SPDX-License-Identifier: Apache-2.0
// Keeps one component running: starts it by a CommandRunner, starts it again when it dies (after 0.5 s, 1 s, 2 s … 15 s; from the
// beginning after 30 s of life) and gives up after 5 shorter lives in a row, until it is asked again. States: SupervisorStatus.h.
#pragma once

#include "core/base/Backoff.h"
#include "core/base/Clock.h"
#include "core/process/CommandRunner.h"
#include "core/supervise/ChildRecords.h"
#include "core/supervise/Component.h"
#include "core/supervise/ComponentLog.h"
#include "core/supervise/SupervisorStatus.h"

#include <QObject>

namespace windsock {

class Redactor;

// What the components of one supervisor share. All must outlive them.
struct SuperviseParts
{
    CommandRunner &runner;
    Redactor &redactor; // the runner's: learns a component's secrets while it lives
    Clock &clock;
    ChildRecords &records;
    QString folderKey;                               // for marks
    std::function<void(const QString &)> note = {};  // gets what happens, for the supervisor's log
    std::function<void(const Error &)> failing = {}; // gets what could not be done and is gone on without
};

class SupervisedComponent : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds firstTry{500}, lastTry{15000}; // after a death
    static constexpr std::chrono::milliseconds longLife{30000};               // its death is a first one again
    static constexpr int loopLives = 5; // that were shorter, however long the pauses between them: some die of what takes a while
    static constexpr std::chrono::milliseconds helperGrace{2000}; // for what a dead or stopped program leaves behind

    SupervisedComponent(const Component &component, const SuperviseParts &parts, QObject *parent = nullptr);
    ~SupervisedComponent() override; // those who wait get Canceled

    // Resolves when the program runs or could not be started (which the status tells). While it is being stopped: starts when
    // that is over. Forgets earlier deaths. While it runs: nothing to do. Canceled by stop().
    Async<> start();
    // Resolves when nothing of it is left, also not what it left behind. Error: as ProcessSweep; it counts as stopped then.
    Async<> stop();

    // What the next start runs; what runs now goes on.
    void define(const Component &component);
    const Component &component() const { return m_next; }
    const ComponentStatus &status() const { return m_status; }

signals:
    void changed();

private:
    void beginAnew();
    void launch();
    void learnSecrets();
    void onStarted(qint64 pid);
    void onEnded(const Result<CommandOutput> &result);
    void onDeath(const Result<CommandOutput> &result);
    void tellDeath(const Result<CommandOutput> &result);
    void scheduleTry();
    void tryNow();
    void sweepAfterDeath();
    void onHelpersGone();
    void keepRecords(const QList<ChildRecord> &records);
    void finishStop();
    void onSwept(const Result<int> &result);
    void enter(ComponentState state);
    void say(const QString &text);
    Command command() const;
    QList<ProcessIdentity> remains() const;

    SuperviseParts m_parts;
    Component m_next, m_running;
    ComponentStatus m_status;
    std::shared_ptr<ComponentLog> m_log; // shared with the runner's sink, which may say a last line after we have gone
    Backoff m_backoff{firstTry, lastTry};
    Cancel m_cancel;                                      // of this life
    QList<std::shared_ptr<const SecretString>> m_secrets; // of this life: masked until the next one
    int m_shortLives = 0;                                 // in a row
    std::chrono::milliseconds m_begun{0};
    QList<ProcessIdentity> m_seen; // what belonged to it when it was told to stop
    int m_life = 0;                // a timer of an earlier one does nothing
    bool m_childRuns = false;      // or is being started
    bool m_isSwept = true;         // nothing of an earlier life is in the way
    bool m_isTime = true;          // the back-off is over
    bool m_startsAgain = false;    // asked to start while it was being stopped
    QList<Promise<>> m_starting, m_stopping;
};

} // namespace windsock
