// SPDX-License-Identifier: Apache-2.0
// The lives of one component on a scripted runner and a clock that stands still: when it is started again, and when not any more.
#include "core/supervise/SupervisedComponent.h"

#include "core/base/Redactor.h"
#include "tests/support/Await.h"
#include "tests/support/FakeClock.h"
#include "tests/support/ScriptedRunner.h"
#include "tests/support/TempWorkspace.h"

#include <QTest>

using namespace windsock;
using namespace std::chrono_literals;

namespace {
const QString program = "/env/bin/web";
constexpr qint64 noProcess = qint64(1) << 30; // an id that no system gives

struct Bench
{
    Bench() : runner(&clock), records(folder.path("children.json"))
    {
        const SuperviseParts parts{runner, redactor, clock, records, "f00d", [this](const QString &text) { notes += text; }};
        component = std::make_unique<SupervisedComponent>(definition(), parts);
        QObject::connect(component.get(), &SupervisedComponent::changed, &context, [this] { trace += stateName(); });
    }
    Component definition() const
    {
        Component made{.id = "web", .title = "Web server", .program = program, .args = {"serve"}, .logFile = folder.path("web.log")};
        made.environment = {{"PATH", "/bin"}};
        return made;
    }
    QString stateName() const { return componentStateName(component->status().state); }
    ComponentState state() const { return component->status().state; }
    int starts() const { return int(runner.commands().size()); }

    TempWorkspace folder;
    FakeClock clock;
    Redactor redactor;
    ScriptedRunner runner;
    ChildRecords records;
    QStringList notes, trace;
    QObject context;
    std::unique_ptr<SupervisedComponent> component;
};

ScriptedReply livesFor(std::chrono::milliseconds time, int exitCode = 1)
{
    return {.exitCode = exitCode, .delay = time, .pid = noProcess};
}
const ScriptedReply livesOn{.hangs = true, .pid = noProcess};
} // namespace

class TestComponentLives : public QObject
{
    Q_OBJECT
private slots:
    void init() { m = std::make_unique<Bench>(); }
    void whatIsRun();
    void runsAndStops();
    void startIsDoneWhenItRuns();
    void backOff();
    void crashLoopUntilAsked();
    void deathsAfterALongLife();
    void slowDeathsAreALoopToo();
    void aLongLifeForgivesShortOnes();
    void stoppedWhileItWaits();
    void stoppedInACrashLoop();
    void startedWhileItWaits();
    void startedWhileItStops();
    void stoppedTwice();
    void stopCancelsAStart();
    void cannotBeStarted();
    void lastLines();
    void newDefinition();
    void goesWhileItRuns();
    void runnerGoes();

private:
    std::unique_ptr<Bench> m;
};

void TestComponentLives::whatIsRun()
{
    m->runner.onProgram(program, {"serve"}, livesOn);
    QVERIFY(await(m->component->start()));
    const Command command = m->runner.commands().first();
    QCOMPARE(command.program, program);
    QVERIFY(!command.inheritsEnvironment && !command.keepsOutput && !command.detached);
    QVERIFY(command.limit == 0s && command.grace == 10s);
    const QMap<QString, QString> environment{{"PATH", "/bin"}, {"SUPERVISED_BY_WINDSOCK", "f00d:web"}};
    QCOMPARE(command.environment, environment);
}

void TestComponentLives::runsAndStops()
{
    QCOMPARE(m->state(), ComponentState::Stopped);
    m->runner.onProgram(program, {}, livesOn);
    QVERIFY(await(m->component->start()));
    QCOMPARE(m->component->status().pid, noProcess);
    QCOMPARE(m->component->status().fingerprint, m->definition().fingerprint());
    QVERIFY(await(m->component->start())); // nothing to do
    QCOMPARE(m->starts(), 1);
    QVERIFY(await(m->component->stop()));
    QCOMPARE(m->trace.join(' '), QString("starting running stopping stopped"));
    QCOMPARE(m->runner.running(), 0);
    QCOMPARE(m->component->status().pid, 0);
    QVERIFY(m->component->status().lastEnd.isEmpty()); // it did what it was told
    QVERIFY(await(m->component->stop()));
}

void TestComponentLives::startIsDoneWhenItRuns()
{
    m->runner.onProgram(program, {}, {.hangs = true}); // tells no process id: is just being started
    const auto started = m->component->start();
    m->clock.advance(1h);
    QVERIFY(!started.isFinished());
    QCOMPARE(m->state(), ComponentState::Starting);
}

void TestComponentLives::backOff()
{
    m->runner.onProgram(program, {}, livesFor(0ms));
    QVERIFY(await(m->component->start()));
    QList<qint64> pauses;
    while (m->clock.advance(0ms), m->state() == ComponentState::Restarting) {
        const auto pause = m->component->status().nextTry;
        pauses += pause.count();
        const int before = m->starts();
        m->clock.advance(pause - 1ms);
        QCOMPARE(m->starts(), before);
        m->clock.advance(1ms);
        QCOMPARE(m->starts(), before + 1);
    }
    QCOMPARE(pauses, QList<qint64>({500, 1000, 2000, 4000}));
    QCOMPARE(m->state(), ComponentState::CrashLoop);
    QCOMPARE(m->component->status().restarts, 4);
    QCOMPARE(m->component->status().exitCode, std::optional(1));
    QCOMPARE(m->component->status().lastEnd, QString("Web server ended with exit code 1"));
    QVERIFY(m->notes.last().contains("5 times"));
}

void TestComponentLives::crashLoopUntilAsked()
{
    m->runner.onProgram(program, {}, livesFor(0ms));
    QVERIFY(await(m->component->start()));
    m->clock.advance(1h);
    QCOMPARE(m->starts(), 5);
    QCOMPARE(m->state(), ComponentState::CrashLoop);
    QVERIFY(await(m->component->start()));
    QCOMPARE(m->component->status().restarts, 0);
    m->clock.advance(500ms);
    QCOMPARE(m->starts(), 7); // from the beginning
    m->runner.onProgram(program, {}, livesOn);
    m->clock.advance(1h);
    QCOMPARE(m->state(), ComponentState::Running);
    QCOMPARE(m->starts(), 8);
}

void TestComponentLives::deathsAfterALongLife()
{
    m->runner.onProgram(program, {}, livesFor(31s, 0)); // a good end is none: it was not asked to
    QVERIFY(await(m->component->start()));
    for (int life = 0; life < 10; ++life) {
        m->clock.advance(31s);
        QCOMPARE(m->state(), ComponentState::Restarting);
        QVERIFY(m->component->status().nextTry == 500ms);
        m->clock.advance(500ms);
        QCOMPARE(m->state(), ComponentState::Running);
    }
    QCOMPARE(m->component->status().restarts, 10);
}

void TestComponentLives::slowDeathsAreALoopToo()
{
    m->runner.onProgram(program, {}, livesFor(29s));
    QVERIFY(await(m->component->start()));
    for (int life = 1; life < SupervisedComponent::loopLives; ++life) {
        m->clock.advance(29s);
        QCOMPARE(m->state(), ComponentState::Restarting);
        m->clock.advance(m->component->status().nextTry);
        QCOMPARE(m->state(), ComponentState::Running);
    }
    m->clock.advance(29s);
    QCOMPARE(m->state(), ComponentState::CrashLoop);
    QVERIFY(m->notes.last().contains("5 times"));
}

void TestComponentLives::aLongLifeForgivesShortOnes()
{
    m->runner.onProgram(program, {}, livesFor(1s));
    QVERIFY(await(m->component->start()));
    m->clock.advance(1s + 500ms + 1s + 1s + 1s);
    QCOMPARE(m->component->status().restarts, 2); // after three deaths, the third one's pause
    m->runner.onProgram(program, {}, livesFor(31s));
    m->clock.advance(2s + 31s); // the fourth life is a long one
    m->runner.onProgram(program, {}, livesFor(1s));
    QVERIFY(m->component->status().nextTry == 500ms);
    m->clock.advance(500ms + 1s + 1s);
    QCOMPARE(m->state(), ComponentState::Running);
    m->clock.advance(1h);
    QCOMPARE(m->state(), ComponentState::CrashLoop);
    QCOMPARE(m->starts(), 4 + 5);
}

void TestComponentLives::stoppedWhileItWaits()
{
    m->runner.onProgram(program, {}, livesFor(0ms));
    QVERIFY(await(m->component->start()));
    m->clock.advance(0ms);
    QCOMPARE(m->state(), ComponentState::Restarting);
    QVERIFY(await(m->component->stop()));
    m->clock.advance(1h);
    QCOMPARE(m->starts(), 1);
    QCOMPARE(m->state(), ComponentState::Stopped);
}

void TestComponentLives::stoppedInACrashLoop()
{
    m->runner.onProgram(program, {}, livesFor(0ms));
    QVERIFY(await(m->component->start()));
    m->clock.advance(1h);
    QCOMPARE(m->state(), ComponentState::CrashLoop);
    QVERIFY(await(m->component->stop()));
    QCOMPARE(m->state(), ComponentState::Stopped);
    QVERIFY(!m->component->status().exitCode);
}

void TestComponentLives::startedWhileItWaits()
{
    m->runner.onProgram(program, {}, livesFor(0ms));
    QVERIFY(await(m->component->start()));
    m->clock.advance(3500ms);
    QCOMPARE(m->starts(), 4); // and waits for 4 s
    m->runner.onProgram(program, {}, livesOn);
    QVERIFY(await(m->component->start()));
    QCOMPARE(m->starts(), 5);
    m->clock.advance(1h); // the timer of the pause is without meaning
    QCOMPARE(m->starts(), 5);
    QCOMPARE(m->state(), ComponentState::Running);
}

void TestComponentLives::startedWhileItStops()
{
    ScriptedReply slow = livesFor(5s, 0);
    slow.ignoresCancel = true;
    m->runner.onProgram(program, {}, slow);
    QVERIFY(await(m->component->start()));
    const auto stopped = m->component->stop();
    m->clock.advance(1s);
    QCOMPARE(m->state(), ComponentState::Stopping);
    const auto started = m->component->start();
    m->clock.advance(1s);
    QVERIFY(!stopped.isFinished() && !started.isFinished());
    m->clock.advance(3s);
    QVERIFY(await(stopped) && await(started));
    QCOMPARE(m->state(), ComponentState::Running);
    QCOMPARE(m->starts(), 2);
}

void TestComponentLives::stoppedTwice()
{
    ScriptedReply slow = livesFor(5s, 0);
    slow.ignoresCancel = true;
    m->runner.onProgram(program, {}, slow);
    QVERIFY(await(m->component->start()));
    const auto first = m->component->stop();
    const auto started = m->component->start();
    const auto second = m->component->stop(); // the last word counts
    QVERIFY(await(started).error().isCancel());
    m->clock.advance(5s);
    QVERIFY(await(first) && await(second));
    m->clock.advance(1h);
    QCOMPARE(m->starts(), 1);
    QCOMPARE(m->state(), ComponentState::Stopped);
}

void TestComponentLives::stopCancelsAStart()
{
    m->runner.onProgram(program, {}, {.hangs = true});
    const auto started = m->component->start();
    QVERIFY(await(m->component->stop()));
    QVERIFY(await(started).error().isCancel());
    QCOMPARE(m->runner.running(), 0);
}

void TestComponentLives::cannotBeStarted()
{
    Error missing{Error::Code::ToolMissing, "web cannot be run"};
    missing.why = "/env/bin/web: There is no such file";
    m->runner.onProgram(program, {}, {.error = missing});
    QVERIFY(await(m->component->start())); // tried; the status tells
    QCOMPARE(m->state(), ComponentState::Restarting);
    QCOMPARE(m->component->status().lastEnd, QString("Web server: web cannot be run"));
    QCOMPARE(m->component->status().lastLines, missing.why);
    QVERIFY(!m->component->status().exitCode);
    m->clock.advance(1h);
    QCOMPARE(m->state(), ComponentState::CrashLoop);
}

void TestComponentLives::lastLines()
{
    ScriptedReply reply = livesFor(0ms, 3);
    reply.out = "listening\n";
    reply.err = "address already in use\n";
    m->runner.onProgram(program, {}, reply);
    QVERIFY(await(m->component->start()));
    m->clock.advance(0ms);
    QCOMPARE(m->component->status().lastLines, QString("listening\naddress already in use"));
    m->clock.advance(500ms);
    QCOMPARE(m->component->status().lastLines, QString("listening\naddress already in use")); // not those of the life before too
    QCOMPARE(m->folder.read("web.log"), QByteArray("listening\naddress already in use\n").repeated(2));
}

void TestComponentLives::newDefinition()
{
    m->runner.onProgram(program, {}, livesOn);
    m->runner.onProgram("/env/bin/web2", {}, livesOn);
    QVERIFY(await(m->component->start()));
    Component next = m->definition();
    next.program = "/env/bin/web2";
    m->component->define(next);
    QVERIFY(await(m->component->start()));
    QCOMPARE(m->starts(), 1);
    QCOMPARE(m->component->status().fingerprint, m->definition().fingerprint()); // of what runs
    QVERIFY(await(m->component->stop()));
    QVERIFY(await(m->component->start()));
    QCOMPARE(m->runner.commands().last().program, next.program);
    QCOMPARE(m->component->status().fingerprint, next.fingerprint());
}

void TestComponentLives::goesWhileItRuns()
{
    ScriptedReply slow = livesFor(5s, 0);
    slow.ignoresCancel = true;
    m->runner.onProgram(program, {}, slow);
    QVERIFY(await(m->component->start()));
    const auto stopped = m->component->stop();
    m->component.reset();
    QVERIFY(await(stopped).error().isCancel());
    m->clock.advance(1h);
}

void TestComponentLives::runnerGoes()
{
    m->runner.onProgram(program, {}, {.delay = 1s, .error = Error::canceled(), .pid = noProcess});
    QVERIFY(await(m->component->start()));
    m->clock.advance(1h);
    QCOMPARE(m->state(), ComponentState::Stopped); // not a death to start again after
    QCOMPARE(m->starts(), 1);
}

QTEST_GUILESS_MAIN(TestComponentLives)
#include "tst_ComponentLives.moc"
