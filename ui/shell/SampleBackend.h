// SPDX-License-Identifier: Apache-2.0
// A backend that plays a script: for pictures of the window, without containers and without a network.
#pragma once

#include "core/backends/Backend.h"
#include "core/base/Clock.h"

namespace windsock {

// Time of the pictures: stands at a fixed day and moves on only by what the sample steps take.
class SampleClock : public SystemClock
{
public:
    QDateTime now() const override { return m_start.addMSecs(m_passed.count()); }
    std::chrono::milliseconds monotonic() const override { return m_passed; }
    void pass(std::chrono::milliseconds time) { m_passed += time; }

private:
    QDateTime m_start{QDate(2025, 5, 12), QTime(12, 4, 0)};
    std::chrono::milliseconds m_passed{1000};
};

struct SampleStep
{
    enum class End { Done, Skipped, Hangs, Fails };
    QString id, title, note;
    std::chrono::milliseconds took{0};
    End end = End::Done;
    QList<StepLine> lines = {};
    Error error = {};
    double fraction = -1;
};

// What the backend answers; the pictures change it while it is used.
struct SampleScript
{
    QList<SampleStep> steps;
    Observed observed;
    ForwardStatus forward;
    Mode mode = placesToRun().first(); // of the next cluster that is opened
    bool pauses = true;
    QList<Finding> differences = {};
    Promise<> cleanedUp = {}; // a step that hangs ends with it, and no sooner: not when it is canceled either
};

class SampleForward : public Forward
{
    Q_OBJECT
public:
    explicit SampleForward(const SampleScript &script) : m_script(script) {}
    void open(int) override { emit changed(m_script.forward); }
    void close() override {}
    ForwardStatus status() const override { return m_script.forward; }

private:
    const SampleScript &m_script;
};

class SampleBackend : public Backend
{
public:
    SampleBackend(const SampleScript &script, SampleClock &clock) : m_script(script), m_clock(clock), m_mode(script.mode) {}
    Mode mode() const override { return m_mode; }
    Async<QList<Finding>> differences(const Workspace &) override { return ready(m_script.differences); }
    std::optional<Mode> movesTo() const override;
    bool offers(Intent intent) const override { return intent != Intent::Pause || m_script.pauses; }
    Plan plan(Intent intent, const Workspace &workspace) override;
    Async<QList<Finding>> check(const Workspace *) override { return ready(QList<Finding>{}); }
    Async<Observed> probe(const Workspace &) override { return ready(m_script.observed); }
    WebAccess web(const Workspace &workspace) const override;
    std::unique_ptr<Forward> forward(const Workspace &) override { return std::make_unique<SampleForward>(m_script); }
    std::unique_ptr<BackendWatch> watch(const Workspace &) override { return std::make_unique<BackendWatch>(); }
    QList<LogSource> logSources(const Workspace &) const override { return {}; }
    Async<> logs(const Workspace &, const LogRequest &) override { return ready(); }
    Async<> apply(const Workspace &, const Remedy &, const RemedyWatch &) override { return ready(); }
    Async<> collectEvidence(const Workspace &, const QString &, const Cancel &) override { return ready(); }

private:
    Async<> play(const SampleStep &step, RunContext &context);

    const SampleScript &m_script;
    SampleClock &m_clock;
    Mode m_mode;
};

// No child process is ever started for a picture.
class SampleRunner : public CommandRunner
{
public:
    Async<CommandOutput> run(Command, LineSink, Cancel, PidSink) override { return failed<CommandOutput>(Error::canceled()); }
    Async<PipeOutput> pipe(Command, Async<Command>, std::shared_ptr<ByteFilter>, LineSink, Cancel) override
    {
        return failed<PipeOutput>(Error::canceled());
    }
};

} // namespace windsock
