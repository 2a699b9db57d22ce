// SPDX-License-Identifier: Apache-2.0
#include "core/plan/PlanRun.h"

#include "core/base/Clock.h"

#include <QCoreApplication>
#include <QSet>

namespace windsock {

QString stepStateName(StepState state)
{
    switch (state) {
    case StepState::Waiting: return QStringLiteral("waiting");
    case StepState::Running: return QStringLiteral("running");
    case StepState::Skipped: return QStringLiteral("skipped");
    case StepState::Done: return QStringLiteral("done");
    case StepState::Failed: return QStringLiteral("failed");
    case StepState::Canceled: return QStringLiteral("canceled");
    }
    return {};
}

namespace {
// What a step really waits for, with the short forms of Step::after resolved.
QStringList waitsFor(const Plan &plan, int step)
{
    const Step &it = plan.steps[step];
    if (it.after == QStringList{QStringLiteral("-")})
        return {};
    if (it.after.isEmpty())
        return step == 0 ? QStringList{} : QStringList{plan.steps[step - 1].id};
    return it.after;
}
Error bug(const QString &what)
{
    return {Error::Code::Bug, what};
}
bool isOver(StepState state)
{
    return state == StepState::Done || state == StepState::Skipped;
}
} // namespace

Result<> checkPlan(const Plan &plan)
{
    QSet<QString> above;
    for (int at = 0; at < plan.steps.size(); ++at) {
        const Step &step = plan.steps[at];
        if (step.id.isEmpty() || !step.run || above.contains(step.id))
            return bug(QStringLiteral("Step %1 has no id, no work, or the id of another").arg(step.id));
        // Steps wait only for steps above them: that excludes cycles and keeps the list readable from top to bottom.
        for (const QString &id : waitsFor(plan, at)) {
            if (!above.contains(id))
                return bug(QStringLiteral("Step %1 waits for %2, which is not above it").arg(step.id, id));
        }
        above.insert(step.id);
    }
    return {};
}

PlanRun::PlanRun(Plan plan, CommandRunner &runner, Clock &clock, QObject *parent)
    : QObject(parent), m_plan(std::move(plan)), m_runner(runner), m_clock(clock), m_steps(size_t(m_plan.steps.size()))
{
    m_patience = m_cancel.onRequest([this] { m_clock.after(patience, this, [this] { loseCount(); }); });
}

PlanRun::~PlanRun()
{
    m_patience.reset();
    m_cancel.request(); // children must not outlive the run that shows them
}

void PlanRun::start()
{
    if (std::exchange(m_started, true))
        return;
    if (const Result<> sound = checkPlan(m_plan); !sound)
        fail(sound.error());
    advance();
}

void PlanRun::cancel()
{
    if (m_finished)
        return;
    m_userCanceled = true;
    m_cancel.request();
    finishIfIdle();
}

int PlanRun::indexOf(const QString &id) const
{
    for (int at = 0; at < m_plan.steps.size(); ++at) {
        if (m_plan.steps[at].id == id)
            return at;
    }
    return -1;
}

std::chrono::milliseconds PlanRun::took(int step) const
{
    const Entry &entry = m_steps[size_t(step)];
    if (entry.state == StepState::Waiting)
        return {};
    return (entry.state == StepState::Running ? m_clock.monotonic() : entry.ended) - entry.begun;
}

bool PlanRun::isReady(int step) const
{
    if (state(step) != StepState::Waiting)
        return false;
    for (const QString &id : waitsFor(m_plan, step)) {
        if (!isOver(state(indexOf(id))))
            return false;
    }
    return true;
}

void PlanRun::advance()
{
    for (int at = 0; at < m_plan.steps.size() && !m_cancel.isRequested(); ++at) {
        if (isReady(at))
            begin(at);
    }
    finishIfIdle();
}

void PlanRun::begin(int step)
{
    Entry &entry = m_steps[size_t(step)];
    entry.begun = m_clock.monotonic();
    entry.context = new RunContext(m_plan.steps[step].id, m_runner, m_clock, m_cancel, this);
    connect(entry.context, &RunContext::progressed, this, [this, step](const StepProgress &progress) {
        m_steps[size_t(step)].progress = progress;
        emit stepProgressed(step, progress);
    });
    connect(entry.context, &RunContext::lineWritten, this, [this, step](const StepLine &line) { emit lineWritten(step, line); });
    connect(entry.context, &RunContext::attached, this, &PlanRun::attached);
    setState(step, StepState::Running);
    const auto limit = m_plan.steps[step].limit;
    if (limit.count() > 0)
        m_clock.after(limit, entry.context, [this, step] { onOverdue(step); });
    if (m_cancel.isRequested()) // by whoever heard of the change just now
        return settle(step, Error::canceled());
    if (!m_plan.steps[step].isDone)
        return work(step);
    whenDone(m_plan.steps[step].isDone(*entry.context), this, [this, step](const Result<bool> &done) { onAnswered(step, done); });
}

void PlanRun::onAnswered(int step, const Result<bool> &isDone)
{
    if (m_steps[size_t(step)].settled)
        return;
    if (m_cancel.isRequested())
        return settle(step, Error::canceled());
    // A question that fails is no answer: the work itself will say what is wrong.
    if (!isDone || !*isDone)
        return work(step);
    m_steps[size_t(step)].settled = true;
    setState(step, StepState::Skipped);
    advance();
}

void PlanRun::work(int step)
{
    whenDone(m_plan.steps[step].run(*m_steps[size_t(step)].context), this,
             [this, step](Result<> result) { settle(step, std::move(result)); });
}

// The step stays Running until it has let go of its children: who starts again right after finished() must not meet them.
void PlanRun::onOverdue(int step)
{
    Entry &entry = m_steps[size_t(step)];
    if (entry.settled || m_cancel.isRequested())
        return;
    const Step &it = m_plan.steps[step];
    Error error{Error::Code::Timeout,
                QCoreApplication::translate("PlanRun", "“%1” did not end within %2 s").arg(it.title).arg(it.limit.count())};
    error.todo = QCoreApplication::translate("PlanRun", "Look at the last lines of its output, then try again: finished steps are skipped");
    entry.overdue = error;
    fail(error);
}

void PlanRun::loseCount()
{
    for (int at = 0; at < m_plan.steps.size(); ++at) {
        if (state(at) == StepState::Running)
            settle(at, Error::canceled());
    }
}

void PlanRun::settle(int step, Result<> result)
{
    Entry &entry = m_steps[size_t(step)];
    if (std::exchange(entry.settled, true))
        return;
    if (entry.overdue) {
        setState(step, StepState::Failed);
        return finishIfIdle();
    }
    if (result) {
        setState(step, StepState::Done);
        return advance();
    }
    // Once the flag is up, whatever a step says is a consequence of it.
    const bool wasCanceled = m_cancel.isRequested() || result.error().isCancel();
    if (!wasCanceled)
        fail(result.error());
    else if (!m_cancel.isRequested())
        m_userCanceled = true;
    m_cancel.request();
    setState(step, wasCanceled ? StepState::Canceled : StepState::Failed);
    finishIfIdle();
}

void PlanRun::fail(const Error &error)
{
    if (m_result.has_value())
        m_result = error;
    m_cancel.request();
}

void PlanRun::setState(int step, StepState state)
{
    Entry &entry = m_steps[size_t(step)];
    entry.state = state;
    if (state != StepState::Running) {
        entry.ended = m_clock.monotonic();
        entry.context->disconnect(this); // finished() is the last signal, whatever a child still prints
    }
    emit stepChanged(step, state);
}

void PlanRun::finishIfIdle()
{
    if (m_finished)
        return;
    bool allOver = true;
    for (const Entry &entry : m_steps) {
        if (entry.state == StepState::Running)
            return;
        allOver = allOver && isOver(entry.state);
    }
    if (!allOver && !m_cancel.isRequested())
        return;
    m_finished = true;
    if (!allOver && m_userCanceled && m_result.has_value())
        m_result = Error::canceled();
    emit finished(m_result);
}

} // namespace windsock
