// SPDX-License-Identifier: Apache-2.0
#include "core/supervise/SupervisedComponent.h"

#include "core/base/Redactor.h"
#include "core/supervise/Leftovers.h"
#include "core/supervise/ProcessSweep.h"

#include <QCoreApplication>
#include <QPointer>

namespace windsock {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("SupervisedComponent", text);
}

void resolveAll(QList<Promise<>> &waiting, const Result<> &result)
{
    for (const Promise<> &promise : std::exchange(waiting, {}))
        promise.resolve(result);
}

QString endOf(const QString &title, const Result<CommandOutput> &result)
{
    return result ? tr("%1 ended with exit code %2").arg(title).arg(result->exitCode) : title + ": " + result.error().what;
}
} // namespace

SupervisedComponent::SupervisedComponent(const Component &component, const SuperviseParts &parts, QObject *parent)
    : QObject(parent), m_parts(parts), m_next(component), m_running(component), m_log(std::make_shared<ComponentLog>(component.logFile))
{
    m_status.id = component.id;
    m_status.since = m_parts.clock.now();
    define(component);
}

SupervisedComponent::~SupervisedComponent()
{
    resolveAll(m_starting, Error::canceled());
    resolveAll(m_stopping, Error::canceled());
}

void SupervisedComponent::define(const Component &component)
{
    m_next = component;
    if (m_status.state != ComponentState::Stopped)
        return;
    m_status.title = component.title;
    m_status.logFile = component.logFile;
}

Async<> SupervisedComponent::start()
{
    if (m_status.state == ComponentState::Running)
        return ready();
    const Promise<> promise;
    m_starting += promise;
    switch (m_status.state) {
    case ComponentState::Stopped:
    case ComponentState::CrashLoop:
    case ComponentState::Restarting: beginAnew(); break;
    case ComponentState::Stopping: m_startsAgain = true; break;
    case ComponentState::Starting:
    case ComponentState::Running: break;
    }
    return promise.future();
}

void SupervisedComponent::beginAnew()
{
    m_shortLives = 0;
    m_backoff.reset();
    m_status.restarts = 0;
    m_isTime = true;
    if (!m_isSwept)
        enter(ComponentState::Restarting);
    tryNow();
}

void SupervisedComponent::tryNow()
{
    if (!m_isTime || !m_isSwept)
        return;
    launch();
}

void SupervisedComponent::launch()
{
    ++m_life;
    m_running = m_next;
    m_status.title = m_running.title;
    m_status.fingerprint = m_running.fingerprint();
    if (m_status.logFile != m_running.logFile) {
        m_status.logFile = m_running.logFile;
        m_log = std::make_shared<ComponentLog>(m_running.logFile);
    }
    m_log->forgetLines();
    learnSecrets();
    m_cancel = Cancel();
    m_childRuns = true;
    enter(ComponentState::Starting);
    const auto sink = [log = m_log](Channel, QByteArrayView line) { log->append(line); };
    const auto started = [self = QPointer(this)](qint64 pid) {
        if (self)
            self->onStarted(pid);
    };
    whenDone(m_parts.runner.run(command(), sink, m_cancel, started), this, &SupervisedComponent::onEnded);
}

// Before it runs: its first line may hold one.
void SupervisedComponent::learnSecrets()
{
    m_secrets.clear();
    for (const QString &name : m_running.secrets) {
        const auto secret = std::make_shared<const SecretString>(m_running.environment.value(name).toUtf8());
        m_secrets += secret;
        m_parts.redactor.add(secret);
    }
}

Command SupervisedComponent::command() const
{
    Command command{.program = m_running.program, .args = m_running.args, .workDir = m_running.workDir};
    command.environment = m_running.environment;
    command.environment[markVariable] = QString::fromUtf8(componentMark(m_parts.folderKey, m_running.id));
    command.inheritsEnvironment = false;
    command.limit = std::chrono::seconds(0);
    command.keepsOutput = false;
    command.stopSignal = m_running.stopSignal;
    command.grace = m_running.grace;
    return command;
}

void SupervisedComponent::onStarted(qint64 pid)
{
    m_status.pid = pid;
    // Nothing: it has died in this very moment, and its helpers are found by their mark.
    if (const auto identity = identityOf(pid)) {
        const Result<> added = m_parts.records.add({m_running.id, *identity});
        if (!added && m_parts.failing)
            m_parts.failing(added.error());
    }
    m_begun = m_parts.clock.monotonic();
    if (m_status.state != ComponentState::Starting)
        return; // told to stop meanwhile
    enter(ComponentState::Running);
    say(tr("%1 runs as process %2").arg(m_running.title).arg(pid));
    resolveAll(m_starting, {});
}

void SupervisedComponent::onEnded(const Result<CommandOutput> &result)
{
    m_childRuns = false;
    m_status.pid = 0;
    if (m_status.state == ComponentState::Stopping)
        return finishStop();
    if (!result && result.error().isCancel())
        return enter(ComponentState::Stopped); // the runner goes, and so shall we
    onDeath(result);
}

void SupervisedComponent::onDeath(const Result<CommandOutput> &result)
{
    const bool wasLong = m_status.state == ComponentState::Running && m_parts.clock.monotonic() - m_begun >= longLife;
    if (wasLong)
        m_backoff.reset();
    m_shortLives = wasLong ? 0 : m_shortLives + 1;
    tellDeath(result);
    m_isSwept = false;
    m_isTime = false;
    if (m_shortLives >= loopLives) {
        enter(ComponentState::CrashLoop);
        say(tr("%1 has died %2 times in a row and stays down until it is started again").arg(m_running.title).arg(m_shortLives));
    } else {
        scheduleTry();
    }
    resolveAll(m_starting, {});
    sweepAfterDeath();
}

void SupervisedComponent::tellDeath(const Result<CommandOutput> &result)
{
    m_status.exitCode = result ? std::optional(result->exitCode) : std::nullopt;
    m_status.lastEnd = endOf(m_running.title, result);
    // What could not even be started has said nothing; the system's reason stands for it.
    const bool notStarted = !result && m_status.state == ComponentState::Starting;
    m_status.lastLines = notStarted ? result.error().why : QString::fromUtf8(m_log->lastLines().join('\n'));
    say(m_status.lastEnd);
}

void SupervisedComponent::scheduleTry()
{
    const auto pause = m_backoff.next();
    m_status.nextTry = pause;
    enter(ComponentState::Restarting);
    m_parts.clock.after(pause, this, [this, life = m_life] {
        if (life != m_life)
            return;
        m_isTime = true;
        ++m_status.restarts;
        tryNow();
    });
}

void SupervisedComponent::sweepAfterDeath()
{
    // A sweep that is still looking when the next life has begun must not take that one for a leftover.
    const auto look = [this, life = m_life] { return life == m_life ? remains() : QList<ProcessIdentity>(); };
    Async<int> swept = ready(0);
    if (!m_running.keepsHelpers)
        swept = ProcessSweep::run({.look = look, .grace = helperGrace}, m_parts.clock, this);
    // Also where something could not be ended: trying is all that is left.
    whenDone(swept, this, [this, life = m_life](const Result<int> &) {
        if (life == m_life)
            onHelpersGone();
    });
}

void SupervisedComponent::onHelpersGone()
{
    m_isSwept = true;
    keepRecords(recordsAlive(m_parts.records.of(m_running.id), processesOfThisUser()));
    if (m_status.state == ComponentState::Restarting)
        tryNow();
}

void SupervisedComponent::keepRecords(const QList<ChildRecord> &records)
{
    const Result<> kept = m_parts.records.keep(m_running.id, records);
    if (!kept && m_parts.failing)
        m_parts.failing(kept.error());
}

QList<ProcessIdentity> SupervisedComponent::remains() const
{
    return belonging({m_parts.records.of(m_running.id), componentMark(m_parts.folderKey, m_running.id)}, processesOfThisUser());
}

Async<> SupervisedComponent::stop()
{
    m_startsAgain = false;
    resolveAll(m_starting, Error::canceled());
    if (m_status.state == ComponentState::Stopped)
        return ready();
    const Promise<> promise;
    m_stopping += promise;
    if (m_status.state == ComponentState::Stopping)
        return promise.future();
    ++m_life;
    enter(ComponentState::Stopping);
    // Before anything is signalled: its end may cut the ties of what it has started.
    m_seen = remains();
    if (m_childRuns)
        m_cancel.request();
    else
        finishStop();
    return promise.future();
}

void SupervisedComponent::finishStop()
{
    const ProcessSweep::Target target{.look = [this] { return remains(); }, .known = std::exchange(m_seen, {}), .grace = helperGrace};
    whenDone(ProcessSweep::run(target, m_parts.clock, this), this, &SupervisedComponent::onSwept);
}

void SupervisedComponent::onSwept(const Result<int> &result)
{
    keepRecords(result ? QList<ChildRecord>() : m_parts.records.of(m_running.id));
    m_isSwept = m_isTime = true;
    m_status.exitCode.reset();
    m_status.lastEnd.clear();
    m_status.lastLines.clear();
    say(tr("%1 is stopped").arg(m_running.title));
    enter(ComponentState::Stopped);
    define(m_next);
    resolveAll(m_stopping, result ? Result<>() : Result<>(result.error()));
    if (std::exchange(m_startsAgain, false))
        beginAnew();
}

void SupervisedComponent::enter(ComponentState state)
{
    m_status.state = state;
    m_status.since = m_parts.clock.now();
    if (state != ComponentState::Restarting)
        m_status.nextTry = {};
    emit changed();
}

void SupervisedComponent::say(const QString &text)
{
    if (m_parts.note)
        m_parts.note(text);
}

} // namespace windsock
