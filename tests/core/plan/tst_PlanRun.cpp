// SPDX-License-Identifier: Apache-2.0
// How a plan runs, as a trace of its events: order, skips, failures, cancel in every state, limits.
#include "core/plan/PlanRun.h"

#include "tests/support/Await.h"
#include "tests/support/EventTrace.h"
#include "tests/support/FakeClock.h"
#include "tests/support/ScriptedRunner.h"

#include <QTest>

using namespace windsock;
using namespace std::chrono_literals;

namespace {
const QStringList atOnce{QStringLiteral("-")};

// A step that runs `kind ID`, as scripted.
Step child(const char *id, const QStringList &after = {})
{
    const QString name = QString::fromLatin1(id);
    Step step{.id = name, .title = u'T' + name};
    step.run = [name](RunContext &context) {
        const auto done = [](CommandOutput output) {
            return output.succeeded() ? Result<>() : Result<>(Error{Error::Code::ToolFailed, QStringLiteral("exit")});
        };
        return andThen(context.run({.tool = Tool::Kind, .args = {name}}), &context, done);
    };
    step.after = after;
    return step;
}
// A step whose future the test holds in its hand.
Step held(const char *id, const Promise<> &promise, const QStringList &after = {})
{
    Step step = child(id, after);
    step.run = [promise](RunContext &) { return promise.future(); };
    return step;
}
ScriptedReply reply(int exitCode, std::chrono::milliseconds delay = 0ms)
{
    return {.exitCode = exitCode, .delay = delay};
}
const ScriptedReply hangs{.hangs = true};
} // namespace

class TestPlanRun : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void inARow();
    void sideBySide();
    void joinWaitsForAll();
    void emptyPlan();
    void startTwice();
    void skips();
    void failingQuestionIsNoAnswer();
    void allSkipped();
    void failureCancelsTheOthers();
    void firstFailureCounts();
    void stepThatSaysCanceled();
    void cancelBeforeStart();
    void cancelWhileAsking();
    void cancelWhileWorking();
    void cancelBetweenSteps();
    void cancelFromAListener();
    void cancelAfterTheEnd();
    void cancelThatComesTooLate();
    void cancelOfADeafStep();
    void childInSpiteOfCancel();
    void limit();
    void limitOfADeafStep();
    void limitOfAQuestion();
    void noLimit();
    void stepThatResolvesTwice();
    void stepThatNeverAnswers();
    void linesAndProgress();
    void wordsAfterTheEnd();
    void runGoesWhileChildrenRun();
    void times();

private:
    // Starts a run of these steps and drains what can happen without time.
    void begin(const QList<Step> &steps);
    QString trace() const { return m_trace->text(); }

    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<ScriptedRunner> m_runner;
    std::unique_ptr<PlanRun> m_run;
    std::unique_ptr<EventTrace> m_trace;
};

void TestPlanRun::init()
{
    m_trace.reset();
    m_run.reset();
    m_clock = std::make_unique<FakeClock>();
    m_runner = std::make_unique<ScriptedRunner>(m_clock.get());
    m_runner->on(Tool::Kind, {}); // all is well unless a test says otherwise
}

void TestPlanRun::begin(const QList<Step> &steps)
{
    m_run = std::make_unique<PlanRun>(Plan{QStringLiteral("plan"), steps}, *m_runner, *m_clock);
    m_trace = std::make_unique<EventTrace>(*m_run);
    m_run->start();
    drainEvents();
}

void TestPlanRun::inARow()
{
    begin({child("a"), child("b")});
    QCOMPARE(trace(), QStringLiteral("a Running, a Done, b Running, b Done, finished ok"));
    QCOMPARE(m_runner->shown(), QStringList({QStringLiteral("kind a"), QStringLiteral("kind b")}));
    QVERIFY(m_run->isFinished() && m_run->result().has_value());
}

void TestPlanRun::sideBySide()
{
    m_runner->on(Tool::Kind, {QStringLiteral("a")}, reply(0, 20s)).on(Tool::Kind, {QStringLiteral("b")}, reply(0, 10s));
    begin({child("a"), child("b", atOnce), child("c", {QStringLiteral("b")})});
    QCOMPARE(trace(), QStringLiteral("a Running, b Running"));
    QCOMPARE(m_runner->running(), 2);
    m_clock->advance(10s);
    QCOMPARE(trace(), QStringLiteral("a Running, b Running, b Done, c Running, c Done"));
    m_clock->advance(10s);
    QVERIFY(trace().endsWith(QStringLiteral("c Done, a Done, finished ok")));
}

void TestPlanRun::joinWaitsForAll()
{
    m_runner->on(Tool::Kind, {QStringLiteral("a")}, reply(0, 20s)).on(Tool::Kind, {QStringLiteral("b")}, reply(0, 10s));
    begin({child("a"), child("b", atOnce), child("c", {QStringLiteral("a"), QStringLiteral("b")})});
    m_clock->advance(19s);
    QCOMPARE(trace(), QStringLiteral("a Running, b Running, b Done"));
    m_clock->advance(1s);
    QVERIFY(trace().endsWith(QStringLiteral("a Done, c Running, c Done, finished ok")));
}

void TestPlanRun::emptyPlan()
{
    begin({});
    QCOMPARE(trace(), QStringLiteral("finished ok"));
}

void TestPlanRun::startTwice()
{
    begin({child("a")});
    m_run->start();
    drainEvents();
    QCOMPARE(trace(), QStringLiteral("a Running, a Done, finished ok"));
}

void TestPlanRun::skips()
{
    Step b = child("b");
    b.isDone = [](RunContext &) { return ready(true); };
    Step c = child("c");
    c.isDone = [](RunContext &) { return ready(false); };
    begin({child("a"), b, c});
    QCOMPARE(trace(), QStringLiteral("a Running, a Done, b Running, b Skipped, c Running, c Done, finished ok"));
    QCOMPARE(m_runner->count(Tool::Kind, {QStringLiteral("b")}), 0);
}

void TestPlanRun::failingQuestionIsNoAnswer()
{
    Step a = child("a");
    a.isDone = [](RunContext &) { return failed<bool>({Error::Code::Network, QStringLiteral("no answer")}); };
    begin({a});
    QCOMPARE(trace(), QStringLiteral("a Running, a Done, finished ok"));
    QCOMPARE(m_runner->count(Tool::Kind, {QStringLiteral("a")}), 1);
}

void TestPlanRun::allSkipped()
{
    Step a = child("a"), b = child("b");
    a.isDone = b.isDone = [](RunContext &) { return ready(true); };
    begin({a, b});
    QCOMPARE(trace(), QStringLiteral("a Running, a Skipped, b Running, b Skipped, finished ok"));
    QVERIFY(m_runner->commands().isEmpty());
}

void TestPlanRun::failureCancelsTheOthers()
{
    m_runner->on(Tool::Kind, {QStringLiteral("a")}, hangs).on(Tool::Kind, {QStringLiteral("b")}, reply(3));
    begin({child("a"), child("b", atOnce), child("c")});
    QCOMPARE(trace(), QStringLiteral("a Running, b Running, b Failed, a Canceled, finished tool-failed"));
    QCOMPARE(m_run->state(2), StepState::Waiting);
    QCOMPARE(m_runner->running(), 0);
}

void TestPlanRun::firstFailureCounts()
{
    const Promise<> a, b;
    begin({held("a", a), held("b", b, atOnce)});
    b.resolve(Error{Error::Code::Conflict, QStringLiteral("first")});
    drainEvents();
    QCOMPARE(trace(), QStringLiteral("a Running, b Running, b Failed")); // a has not let go yet
    a.resolve(Error{Error::Code::Network, QStringLiteral("second")});
    drainEvents();
    QVERIFY(trace().endsWith(QStringLiteral("b Failed, a Canceled, finished conflict")));
}

void TestPlanRun::stepThatSaysCanceled()
{
    const Promise<> a;
    begin({held("a", a), child("b")});
    a.resolve(Error::canceled());
    drainEvents();
    QCOMPARE(trace(), QStringLiteral("a Running, a Canceled, finished canceled"));
}

void TestPlanRun::cancelBeforeStart()
{
    m_run = std::make_unique<PlanRun>(Plan{QStringLiteral("plan"), {child("a")}}, *m_runner, *m_clock);
    m_trace = std::make_unique<EventTrace>(*m_run);
    m_run->cancel();
    m_run->start();
    m_run->cancel();
    drainEvents();
    QCOMPARE(trace(), QStringLiteral("finished canceled"));
    QVERIFY(m_runner->commands().isEmpty());
}

void TestPlanRun::cancelWhileAsking()
{
    const Promise<bool> answer;
    Step a = child("a");
    a.isDone = [answer](RunContext &) { return answer.future(); };
    begin({a, child("b")});
    m_run->cancel();
    QVERIFY(!m_run->isFinished());
    answer.resolve(true);
    drainEvents();
    QCOMPARE(trace(), QStringLiteral("a Running, a Canceled, finished canceled"));
    QVERIFY(m_runner->commands().isEmpty());
}

void TestPlanRun::cancelWhileWorking()
{
    m_runner->on(Tool::Kind, {}, hangs);
    begin({child("a"), child("b", atOnce), child("c")});
    m_run->cancel();
    m_run->cancel();
    drainEvents();
    QCOMPARE(trace(), QStringLiteral("a Running, b Running, a Canceled, b Canceled, finished canceled"));
    QVERIFY(m_run->isCanceling());
}

void TestPlanRun::cancelBetweenSteps()
{
    const Promise<> a;
    begin({held("a", a), child("b")});
    a.resolve({}); // its answer is on the way
    m_run->cancel();
    drainEvents();
    QCOMPARE(trace(), QStringLiteral("a Running, a Done, finished canceled"));
    QVERIFY(m_runner->commands().isEmpty());
}

void TestPlanRun::cancelFromAListener()
{
    for (const StepState when : {StepState::Running, StepState::Done}) {
        init();
        m_run = std::make_unique<PlanRun>(Plan{QStringLiteral("plan"), {child("a"), child("b")}}, *m_runner, *m_clock);
        m_trace = std::make_unique<EventTrace>(*m_run);
        connect(m_run.get(), &PlanRun::stepChanged, this, [this, when](int step, StepState state) {
            if (step == 0 && state == when)
                m_run->cancel();
        });
        m_run->start();
        drainEvents();
        const char *last = when == StepState::Running ? "a Running, a Canceled, finished canceled" : "a Running, a Done, finished canceled";
        QCOMPARE(trace(), QString::fromLatin1(last));
        QCOMPARE(m_runner->commands().size(), when == StepState::Running ? 0 : 1);
    }
}

void TestPlanRun::cancelAfterTheEnd()
{
    begin({child("a")});
    m_run->cancel();
    drainEvents();
    QCOMPARE(trace(), QStringLiteral("a Running, a Done, finished ok"));
    QVERIFY(!m_run->isCanceling());
}

void TestPlanRun::cancelThatComesTooLate()
{
    m_runner->on(Tool::Kind, {QStringLiteral("a")}, {.delay = 5s, .ignoresCancel = true});
    begin({child("a")});
    m_run->cancel();
    m_clock->advance(5s);
    QCOMPARE(trace(), QStringLiteral("a Running, a Done, finished ok")); // everything was done after all
}

void TestPlanRun::cancelOfADeafStep()
{
    const Promise<> never;
    begin({held("a", never), child("b")});
    m_run->cancel();
    m_clock->advance(PlanRun::patience - 1s);
    QVERIFY(!m_run->isFinished());
    m_clock->advance(1s);
    QCOMPARE(trace(), QStringLiteral("a Running, a Canceled, finished canceled"));
    never.resolve({});
    drainEvents();
    QCOMPARE(m_trace->events().size(), 3);
}

// What is taken away after a cancel is told like everything else; its own flag ends it.
void TestPlanRun::childInSpiteOfCancel()
{
    m_runner->on(Tool::Kind, {QStringLiteral("a")}, hangs);
    m_runner->on(Tool::Kind, {QStringLiteral("tidy")}, {.out = "gone\n", .hangs = true});
    const Cancel own;
    Step a = child("a");
    const auto work = a.run;
    a.run = [work, own](RunContext &context) {
        return andFinally(work(context), &context, [&context, own](const Result<> &result) {
            const auto tidied = context.runAlways({.tool = Tool::Kind, .args = {QStringLiteral("tidy")}}, own);
            return andFinally(tidied, &context, [result](const Result<CommandOutput> &) { return Result<>(result); });
        });
    };
    begin({a});
    m_run->cancel();
    drainEvents();
    QCOMPARE(trace(), QStringLiteral("a Running"));
    QCOMPARE(m_trace->details().join(u'|'), QStringLiteral("a> kind a|a> kind tidy|a> gone"));
    own.request();
    drainEvents();
    QCOMPARE(trace(), QStringLiteral("a Running, a Canceled, finished canceled"));
    QCOMPARE(m_runner->running(), 0);
}

void TestPlanRun::limit()
{
    m_runner->on(Tool::Kind, {QStringLiteral("a")}, hangs).on(Tool::Kind, {QStringLiteral("b")}, hangs);
    Step a = child("a");
    a.limit = 30s;
    begin({a, child("b", atOnce), child("c")});
    m_clock->advance(29s);
    QCOMPARE(trace(), QStringLiteral("a Running, b Running"));
    m_clock->advance(1s);
    QCOMPARE(trace(), QStringLiteral("a Running, b Running, a Failed, b Canceled, finished timeout"));
    QCOMPARE(m_runner->running(), 0); // its children have gone before the run says that it is over
    QVERIFY(m_run->result().error().what.contains(QStringLiteral("Ta")));
    QVERIFY(m_run->result().error().what.contains(QStringLiteral("30")));
}

void TestPlanRun::limitOfADeafStep()
{
    const Promise<> never;
    Step a = held("a", never);
    a.limit = 30s;
    begin({a});
    m_clock->advance(30s);
    QCOMPARE(trace(), QStringLiteral("a Running"));
    m_clock->advance(PlanRun::patience);
    QCOMPARE(trace(), QStringLiteral("a Running, a Failed, finished timeout"));
}

void TestPlanRun::limitOfAQuestion()
{
    m_runner->on(Tool::Kind, {}, hangs);
    Step a = child("a");
    const auto answer = [](const CommandOutput &) { return Result<bool>(true); };
    a.isDone = [answer](RunContext &context) { return andThen(context.ask({.tool = Tool::Kind}), &context, answer); };
    a.limit = 5s;
    begin({a});
    m_clock->advance(5s);
    QCOMPARE(trace(), QStringLiteral("a Running, a Failed, finished timeout"));
    QCOMPARE(m_runner->commands().size(), 1); // the work itself never began
}

void TestPlanRun::noLimit()
{
    m_runner->on(Tool::Kind, {}, reply(0, 9h));
    Step a = child("a");
    a.limit = 0s;
    begin({a});
    m_clock->advance(10h);
    QCOMPARE(trace(), QStringLiteral("a Running, a Done, finished ok"));
}

void TestPlanRun::stepThatResolvesTwice()
{
    const Promise<> a;
    begin({held("a", a), child("b")});
    a.resolve({});
    a.resolve(Error{Error::Code::Bug, QStringLiteral("again")});
    drainEvents();
    QCOMPARE(trace(), QStringLiteral("a Running, a Done, b Running, b Done, finished ok"));
}

void TestPlanRun::stepThatNeverAnswers()
{
    auto promise = std::make_unique<Promise<>>();
    Step a = child("a");
    a.run = [&promise](RunContext &) { return promise->future(); };
    begin({a, child("b")});
    promise.reset(); // dropped, not forgotten
    drainEvents();
    QCOMPARE(trace(), QStringLiteral("a Running, a Failed, finished bug"));
}

void TestPlanRun::linesAndProgress()
{
    m_runner->on(Tool::Kind, {QStringLiteral("a")}, {.out = "one\ntwo\n", .err = "oops\n"});
    Step a = child("a");
    const auto work = a.run;
    a.run = [work](RunContext &context) {
        context.progress(QStringLiteral("half way"), 0.5);
        context.note(QStringLiteral("note"));
        return work(context);
    };
    begin({a});
    QCOMPARE(m_trace->details().join(u'|'), QStringLiteral("a: half way|a> note|a> kind a|a> one|a> two|a> oops"));
    QCOMPARE(m_run->progress(0).fraction, 0.5);
}

void TestPlanRun::wordsAfterTheEnd()
{
    const Promise<> never;
    RunContext *seen = nullptr;
    Step a = held("a", never);
    a.run = [&seen, never](RunContext &context) { return seen = &context, never.future(); };
    begin({a});
    m_run->cancel();
    m_clock->advance(PlanRun::patience);
    QVERIFY(m_run->isFinished());
    seen->note(QStringLiteral("too late")); // finished() was the last signal
    seen->progress(QStringLiteral("too late"));
    QVERIFY(m_trace->details().isEmpty());
}

void TestPlanRun::runGoesWhileChildrenRun()
{
    m_runner->on(Tool::Kind, {}, hangs);
    begin({child("a"), child("b", atOnce)});
    QCOMPARE(m_runner->running(), 2);
    m_run.reset();
    QCOMPARE(m_runner->running(), 0);
    m_clock->advance(1h); // no timer reaches the run that has gone
    QCOMPARE(trace(), QStringLiteral("a Running, b Running"));
}

void TestPlanRun::times()
{
    m_runner->on(Tool::Kind, {QStringLiteral("a")}, reply(0, 20s)).on(Tool::Kind, {QStringLiteral("b")}, reply(0, 5s));
    begin({child("a"), child("b")});
    m_clock->advance(7s);
    QCOMPARE(m_run->took(0), std::chrono::milliseconds(7s));
    QCOMPARE(m_run->took(1), std::chrono::milliseconds(0));
    m_clock->advance(1min);
    QCOMPARE(m_run->took(0), std::chrono::milliseconds(20s));
    QCOMPARE(m_run->took(1), std::chrono::milliseconds(5s));
    QCOMPARE(m_run->indexOf(QStringLiteral("b")), 1);
    QCOMPARE(m_run->indexOf(QStringLiteral("x")), -1);
}

QTEST_GUILESS_MAIN(TestPlanRun)
#include "tst_PlanRun.moc"
