// SPDX-License-Identifier: Apache-2.0
// The part of Cluster.h that runs plans: one at a time, whichever process begins it, from reading the files to the look at its end.
#include "core/cluster/Cluster.h"

#include "core/cluster/RunJournal.h"

#include <QCoreApplication>

namespace windsock {

namespace {
// A run that only says why it cannot begin: shown, kept and reported like any other.
Plan refusal(const QString &title, const QString &step, const Error &error)
{
    const auto refuse = [error](RunContext &) { return failed(error); };
    return {title, {{.id = "check", .title = step, .run = refuse}}};
}

Error otherAtWork(const QString &lock)
{
    Error error{Error::Code::Conflict, QCoreApplication::translate("Cluster", "Another Windsock is at work on this workspace")};
    const auto pid = FolderLock::holder(lock);
    error.why = pid ? QCoreApplication::translate("Cluster", "The run of process %1 has not ended yet").arg(*pid)
                    : QCoreApplication::translate("Cluster", "Its run has not ended yet");
    error.todo = QCoreApplication::translate("Cluster", "Wait for its end, or cancel it where it was started");
    error.rule = QStringLiteral("run.other");
    return error;
}
} // namespace

Plan Cluster::plan(Intent intent)
{
    Plan plan = m_backend->plan(intent, m_workspace);
    if (m_keepForward && !isDirect() && (intent == Intent::Start || intent == Intent::Reset))
        plan.steps += forwardStep();
    return plan;
}

Step Cluster::forwardStep()
{
    return {.id = "forward",
            .title = tr("Forward localhost:%1").arg(m_workspace.webPort()),
            .run = [this](RunContext &context) { return openForward(context); },
            .after = m_backend->webStep().isEmpty() ? QStringList() : QStringList{m_backend->webStep()},
            .limit = std::chrono::seconds(60)};
}

Async<> Cluster::openForward(RunContext &context)
{
    if (forwardStatus().state == ForwardState::PortTaken)
        keepForward(false); // who held it then may have gone: asked anew
    keepForward(true);
    const Promise<> promise;
    const auto look = [this, promise, &context] {
        const ForwardStatus status = forwardStatus();
        context.progress(status.text);
        if (status.state == ForwardState::Active || status.state == ForwardState::Direct)
            promise.resolve({});
        else if (status.state == ForwardState::PortTaken)
            promise.resolve(portTaken(status));
    };
    connect(this, &Cluster::forwardChanged, &context, look);
    m_cancelHook = context.cancel().onRequest([promise] { promise.resolve(Error::canceled()); });
    look();
    return promise.future();
}

QString Cluster::lockFile() const
{
    return m_services.stateFolder.filePath(QStringLiteral("run.lock"));
}

// Two runs at once would take each other's half-made things for leftovers. The lock goes with this process, however that ends.
Result<> Cluster::keepOthersOut()
{
    const QString file = lockFile();
    QDir().mkpath(m_services.stateFolder.absolutePath());
    Result<FolderLock> lock = FolderLock::take(file);
    if (lock) {
        m_alone = std::move(*lock);
        return {};
    }
    // A lock that cannot be made (a full disk) keeps nobody out: the steps say what is wrong, in better words.
    return lock.error().code == Error::Code::Conflict ? Result<>(otherAtWork(file)) : Result<>();
}

void Cluster::begin(Intent intent)
{
    if (m_intent)
        return;
    const Result<> alone = keepOthersOut();
    const Result<bool> fresh = readFiles();
    const bool needsFiles = intent == Intent::Start || intent == Intent::Reset;
    Plan next = plan(intent);
    if (!alone)
        next = refusal(next.title, QCoreApplication::translate("Cluster", "See that nobody else is at work here"), alone.error());
    else if (!fresh && needsFiles)
        next = refusal(next.title, QCoreApplication::translate("Cluster", "Read the workspace"), fresh.error());
    m_intent = intent;
    m_nextLook.reset();
    m_evidenceCancel = Cancel();
    if (m_idleRun)
        m_idleRun->cancel();
    m_run = std::make_unique<PlanRun>(std::move(next), m_services.runner, m_services.clock);
    m_journal->follow(m_run.get(), intent, modeName(mode()));
    connect(m_run.get(), &PlanRun::finished, this, &Cluster::onRunFinished);
    if (alone && intent != Intent::Start && intent != Intent::Restart)
        keepForward(false);
    emit runStarted(m_run.get());
    emit changed();
    m_run->start();
}

void Cluster::cancel()
{
    if (!m_run || !m_intent)
        return;
    m_run->cancel();
    m_evidenceCancel.request();
}

void Cluster::onRunFinished(const Result<> &result)
{
    m_cancelHook.reset();
    // What the cluster can tell about a failure is gone once somebody cleans up: take it now. A run that was refused for the sake of
    // another one has changed nothing, and what is there is that one's.
    const bool failed = m_alone.isTaken() && !result && !result.error().isCancel();
    const Async<> evidence =
        failed ? m_backend->collectEvidence(m_workspace, m_journal->currentFolder(), m_evidenceCancel) : windsock::ready();
    whenDone(evidence, this, [this, result](const Result<> &) {
        m_journal->finish(result);
        m_concluded = result;
        look();
    });
}

void Cluster::conclude()
{
    m_alone.release(); // before anybody hears of the end: they may begin at once
    const Intent intent = *std::exchange(m_intent, std::nullopt);
    const Result<> result = *std::exchange(m_concluded, std::nullopt);
    emit changed();
    const bool started = result && (intent == Intent::Start || intent == Intent::Reset);
    if (started)
        emit ready(web().url);
    if (started && m_keepForward)
        useIdleTime();
    emit runFinished(intent, result);
}

// Only where this program stays: whoever waits for a command's end would wait for this too.
void Cluster::useIdleTime()
{
    Plan plan = m_backend->idlePlan(m_workspace);
    if (plan.steps.isEmpty() || (m_idleRun && !m_idleRun->isFinished()))
        return; // the one that was canceled is still ending: after the next start, then
    m_idleRun = std::make_unique<PlanRun>(std::move(plan), m_services.runner, m_services.clock);
    m_idleRun->start();
}

} // namespace windsock
