// SPDX-License-Identifier: Apache-2.0
#include "core/process/Child.h"

#include "core/process/ChildLedger.h"
#include "core/process/ProcessReaper.h"
#include "core/process/SecretPipe.h"

#include <csignal>
#include <unistd.h>

namespace windsock {

namespace {
using namespace std::chrono_literals;
constexpr auto groupLook = 10ms;               // how often to look whether a stopped child's helpers are gone
constexpr qsizetype keptForErrors = 16 * 1024; // bytes of a child whose output nobody wants whole
constexpr auto afterKill = 2000ms;             // a process that even KILL does not end hangs in the kernel: do not wait with it

OutputChannel::Take taker(const LineSink &lines, Channel channel)
{
    if (!lines)
        return {};
    return [lines, channel](QByteArrayView line) { lines(channel, line); };
}

qsizetype kept(const Command &command)
{
    return command.keepsOutput ? OutputChannel::keptAtMost : keptForErrors;
}
} // namespace

Child::Child(Command command, ChildSetup setup, QObject *parent)
    : QObject(parent), m_command(std::move(command)), m_setup(std::move(setup)), m_process(new QProcess),
      m_out(m_setup.redactor, taker(m_setup.lines, Channel::Out), kept(m_command)),
      m_err(m_setup.redactor, taker(m_setup.lines, Channel::Err), kept(m_command))
{
    connect(m_process, &QProcess::started, this, &Child::onStarted);
    // Queued: a failing fork is reported from within QProcess::start().
    connect(m_process, &QProcess::errorOccurred, this, &Child::onError, Qt::QueuedConnection);
    connect(m_process, &QProcess::finished, this, &Child::onExited);
    connect(m_process, &QProcess::bytesWritten, this, &Child::bytesWritten);
    connect(m_process, &QProcess::readyReadStandardOutput, this, [this] { m_out.push(m_process->readAllStandardOutput()); });
    connect(m_process, &QProcess::readyReadStandardError, this, [this] { m_err.push(m_process->readAllStandardError()); });
    for (QTimer *timer : {&m_limitTimer, &m_killTimer})
        timer->setSingleShot(true);
    connect(&m_limitTimer, &QTimer::timeout, this, [this] { stop(ChildEnd::How::TimedOut); });
    connect(&m_killTimer, &QTimer::timeout, this, &Child::kill);
    connect(&m_groupTimer, &QTimer::timeout, this, &Child::waitForGroup);
}

Child::~Child()
{
    if (m_secretInput >= 0)
        ::close(m_secretInput);
    reap(m_process);
}

void Child::start()
{
    m_clock.start();
    configure();
    const bool writes = m_setup.feedsInput || !m_command.input.isEmpty() || (m_command.secretInput && m_secretInput < 0);
    m_process->start(writes ? QIODevice::ReadWrite : QIODevice::ReadOnly);
    if (m_process->state() != QProcess::NotRunning)
        giveInput();
}

void Child::configure()
{
    m_process->setProgram(m_setup.program);
    m_process->setArguments(m_command.args);
    m_process->setWorkingDirectory(m_command.workDir.isEmpty() ? QStringLiteral("/") : m_command.workDir);
    m_process->setProcessEnvironment(m_setup.environment);
    if (m_command.secretInput && m_setup.files.input < 0)
        m_setup.files.input = m_secretInput = secretPipe(*m_command.secretInput);
    if (m_command.input.isEmpty() && !m_command.secretInput && !m_setup.feedsInput)
        m_process->setStandardInputFile(QProcess::nullDevice());
    if (m_setup.files.output >= 0)
        m_process->setStandardOutputFile(QProcess::nullDevice());
    m_process->setChildProcessModifier(childSetup(m_setup.files));
}

void Child::giveInput()
{
    if (m_secretInput >= 0)
        ::close(std::exchange(m_secretInput, -1));
    else if (m_command.secretInput)
        m_command.secretInput->reveal([this](QByteArrayView plain) { m_process->write(plain.data(), plain.size()); });
    if (!m_command.input.isEmpty())
        m_process->write(m_command.input);
    if (!m_setup.feedsInput && m_process->isWritable())
        m_process->closeWriteChannel();
}

void Child::write(const QByteArray &bytes)
{
    if (!m_over && m_process->state() != QProcess::NotRunning)
        m_process->write(bytes);
}

void Child::closeInput()
{
    m_process->closeWriteChannel();
}

void Child::onStarted()
{
    m_pid = m_process->processId();
    m_setup.ledger.started(m_pid, m_command, m_setup.program, m_setup.environment.keys());
    emit started(m_pid);
    if (m_stop)
        return signalStop();
    if (m_command.limit.count() > 0)
        m_limitTimer.start(m_command.limit);
}

void Child::stop(ChildEnd::How why)
{
    if (m_stop || m_over || m_exited)
        return;
    m_stop = why;
    // Before exec the child still has our own signal handlers: wait until it is the program.
    if (m_process->state() == QProcess::Running)
        signalStop();
}

void Child::stopWith(const Cancel &cancel)
{
    m_cancelHook = cancel.onRequest([this] { stop(ChildEnd::How::Canceled); });
}

void Child::signalStop()
{
    m_limitTimer.stop();
    signalGroup(m_pid, m_command.stopSignal == StopSignal::Interrupt ? SIGINT : SIGTERM);
    m_killTimer.start(m_command.grace);
}

void Child::kill()
{
    if (std::exchange(m_killed, true))
        return conclude();
    signalGroup(m_pid, SIGKILL);
    m_killTimer.start(afterKill);
}

void Child::abandon()
{
    if (m_over)
        return;
    m_stop = ChildEnd::How::Canceled;
    conclude();
}

void Child::onError(QProcess::ProcessError error)
{
    if (error != QProcess::FailedToStart || m_over)
        return; // the others are told by finished(), or are a child that does not read its stdin
    m_end.how = m_stop.value_or(ChildEnd::How::NotStarted);
    m_end.reason = m_process->errorString();
    conclude();
}

void Child::onExited(int code, QProcess::ExitStatus status)
{
    m_limitTimer.stop();
    m_exited = true;
    m_out.push(m_process->readAllStandardOutput());
    m_err.push(m_process->readAllStandardError());
    m_end.died = status == QProcess::CrashExit;
    m_end.code = code; // QProcess gives the signal's number for a child that died by one
    m_end.how = m_stop.value_or(m_end.died ? ChildEnd::How::Signaled : ChildEnd::How::Exited);
    if (!m_stop)
        return conclude(); // helpers that it left alone on purpose (a daemon) may live on
    m_groupTimer.start(groupLook);
    waitForGroup();
}

void Child::waitForGroup()
{
    // Orphans are collected by init; where none does that, dead ones count as alive until the time is up.
    if (!groupLives(m_pid))
        conclude();
}

void Child::conclude()
{
    if (std::exchange(m_over, true))
        return;
    for (QTimer *timer : {&m_limitTimer, &m_killTimer, &m_groupTimer})
        timer->stop();
    m_cancelHook.reset();
    if (m_stop)
        m_end.how = *m_stop;
    m_out.finish();
    m_err.finish();
    m_end.lastLines = m_err.lastLines(10);
    if (m_end.lastLines.isEmpty())
        m_end.lastLines = m_out.lastLines(10);
    m_end.output = {.exitCode = m_end.code, .took = std::chrono::milliseconds(m_clock.elapsed())};
    if (m_command.keepsOutput) {
        m_end.output.out = m_out.taken();
        m_end.output.err = m_err.taken();
    }
    if (m_pid > 0)
        m_setup.ledger.ended(m_pid, howName(m_end.how), m_end.code, m_end.output.took);
    if (!m_exited) // abandoned, or not even KILL ended it
        reap(std::exchange(m_process, new QProcess));
    emit ended();
}

} // namespace windsock
