// SPDX-License-Identifier: Apache-2.0
// Runs one Plan once: each step as soon as what it waits for is Done or Skipped, `isDone` first, then `run`. The first
// failure lets running steps be canceled and leaves the rest Waiting; so does a step that is over its limit. Knows nothing about kind, Helm
// or windows. Owned by whoever starts it (Cluster); main thread.
#pragma once

#include "core/base/Cancel.h"
#include "core/plan/RunContext.h"
#include "core/plan/Step.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace windsock {

class PlanRun : public QObject
{
    Q_OBJECT
public:
    PlanRun(Plan plan, CommandRunner &runner, Clock &clock, QObject *parent = nullptr);
    ~PlanRun() override;

    void start(); // once
    // Every running step ends as Canceled; finished() follows when all have ended, or after `patience` without those that
    // do not answer.
    void cancel();
    static constexpr std::chrono::seconds patience{15};

    const Plan &plan() const { return m_plan; }
    StepState state(int step) const { return m_steps[size_t(step)].state; }
    StepProgress progress(int step) const { return m_steps[size_t(step)].progress; }
    std::chrono::milliseconds took(int step) const;                                         // until now while it runs; 0 before
    std::chrono::milliseconds begun(int step) const { return m_steps[size_t(step)].begun; } // on the clock's monotonic time
    bool isCanceling() const { return m_cancel.isRequested(); }
    bool isFinished() const { return m_finished; }
    const Result<> &result() const { return m_result; } // meaningful once finished
    int indexOf(const QString &id) const;               // -1: no such step

signals:
    void stepChanged(int step, windsock::StepState state);
    void stepProgressed(int step, const windsock::StepProgress &progress);
    void lineWritten(int step, const windsock::StepLine &line);
    void attached(const QString &fileName, const QByteArray &bytes);
    void finished(const windsock::Result<> &result); // exactly once; last signal

private:
    struct Entry
    {
        StepState state = StepState::Waiting;
        StepProgress progress;
        RunContext *context = nullptr;
        std::chrono::milliseconds begun{0}, ended{0};
        bool settled = false;              // its future was answered (or nobody waits for that any more)
        std::optional<Error> overdue = {}; // its limit passed: this is how it ends, once it has stopped working
    };
    void advance();
    bool isReady(int step) const;
    void begin(int step);
    void work(int step);
    void onAnswered(int step, const Result<bool> &isDone);
    void onOverdue(int step);
    void settle(int step, Result<> result);
    void loseCount();
    void setState(int step, StepState state);
    void finishIfIdle();
    void fail(const Error &error);

    Plan m_plan;
    CommandRunner &m_runner;
    Clock &m_clock;
    Cancel m_cancel; // raised by the user or by the first failure
    CancelHook m_patience;
    bool m_userCanceled = false;
    bool m_finished = false;
    bool m_started = false;
    Result<> m_result;
    std::vector<Entry> m_steps;
};

// Unknown ids in `after`, double ids, cycles: a Bug error that names them.
Result<> checkPlan(const Plan &plan);

} // namespace windsock
