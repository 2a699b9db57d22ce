// SPDX-License-Identifier: Apache-2.0
// A move from place to place: nothing is lost before the new one has it, whatever fails; and what is taken along is read by nobody.
#include "core/backends/MovingBackend.h"

#include "tests/core/backends/FakePlace.h"
#include "tests/support/Await.h"
#include "tests/support/EventTrace.h"
#include "tests/support/FakeClock.h"
#include "tests/support/ScriptedRunner.h"

#include <QtTest>

using namespace windsock;

namespace {
const Command exporting{.program = QStringLiteral("/old/python"), .args = {QStringLiteral("objects.py")}};
const Command importing{.tool = Tool::Kubectl, .args = {QStringLiteral("exec")}};

// What both places did, in one row, and what shall go wrong.
struct World
{
    QStringList done;
    QString fails; // the name of one of these
    QByteArray script;
    QList<Finding> findings{{.rule = "tools.docker", .severity = Severity::Pass, .what = "docker"},
                            {.rule = "port.taken", .what = "the old place has the port"}};

    Async<> does(const QString &what)
    {
        if (what == fails)
            return failed(Error{Error::Code::ToolFailed, what});
        done += what;
        return ready();
    }
};

Step step(World &world, const char *id, const QString &does, const QStringList &after = {})
{
    return {.id = QString::fromLatin1(id),
            .title = QString::fromLatin1(id),
            .run = [&world, does](RunContext &) { return world.does(does); },
            .after = after};
}

class Old : public FakePlace
{
public:
    explicit Old(World &world) : FakePlace(Mode::Standalone), m_world(world) {}
    Plan plan(Intent intent, const Workspace &) override
    {
        if (intent != Intent::Delete)
            return {};
        return {"Delete", {step(m_world, "stop", "old stops"), step(m_world, "delete", "old is deleted")}};
    }
    Async<> rest(const Workspace &, RunContext &) override { return m_world.does("old rests"); }
    Async<ObjectExport> exportObjects(const Workspace &, RunContext &) override
    {
        return andThen(m_world.does("old exports"), &m_context, [](Nothing) { return Result<ObjectExport>({exporting, "take them"}); });
    }

private:
    World &m_world;
    QObject m_context;
};

class New : public FakePlace
{
public:
    explicit New(World &world) : FakePlace(Mode::Kind), m_world(world) {}
    Async<QList<Finding>> check(const Workspace *) override
    {
        return andThen(m_world.does("new is asked"), &m_context, [this](Nothing) { return Result<QList<Finding>>(m_world.findings); });
    }
    Plan plan(Intent intent, const Workspace &) override
    {
        if (intent != Intent::Start)
            return {"Other", {step(m_world, "other", "new does other things")}};
        // As Start is: a row, then two beside each other, both at the end.
        return {"Start",
                {step(m_world, "check", "new checks"), step(m_world, "wait", "new waits", {"check"}),
                 step(m_world, "login", "new logs in", {"wait"}), step(m_world, "page", "new shows the page", {"wait"})}};
    }
    Async<Command> pythonInAirflow(const Workspace &, const QByteArray &script, RunContext &) override
    {
        m_world.script = script;
        return andThen(m_world.does("new takes"), &m_context, [](Nothing) { return Result<Command>(importing); });
    }

private:
    World &m_world;
    QObject m_context;
};

const QStringList all{"new is asked",       "old rests",   "new checks", "new waits", "new logs in",
                      "new shows the page", "old exports", "new takes",  "old stops", "old is deleted"};
} // namespace

class tst_MovingBackend : public QObject
{
    Q_OBJECT
private slots:
    void takesEverythingAlong();
    void whateverFailsTheOldPlaceIsKept_data();
    void whateverFailsTheOldPlaceIsKept();
    void whatTheCheckFindsComesBeforeAnythingStops();
    void aChildThatFailsKeepsIt_data();
    void aChildThatFailsKeepsIt();
    void canBeBegunAgain();
    void onceMovedItIsTheNewPlace();
    void otherIntentsAreTheNewPlaces();
    void placesThatCannotMoveSaySo();

private:
    Result<> start(MovingBackend &moving, ScriptedRunner &runner)
    {
        FakeClock clock;
        PlanRun run(moving.plan(Intent::Start, Workspace()), runner, clock);
        EventTrace trace(run);
        run.start();
        drainEvents();
        m_details = trace.details();
        return run.isFinished() ? run.result() : Result<>(Error{Error::Code::Bug, "not finished"});
    }
    static void script(ScriptedRunner &runner, const ScriptedReply &source = {.out = R"({"connections": [{"password": "hush"}]})"},
                       const ScriptedReply &sink = {.out = "windsock: connections 3\nwindsock: variables 2\nodd line\n"})
    {
        runner.onProgram(exporting.program, exporting.args, source);
        runner.on(Tool::Kubectl, importing.args, sink);
    }
    QStringList m_details;
};

void tst_MovingBackend::takesEverythingAlong()
{
    World world;
    ScriptedRunner runner;
    script(runner);
    MovingBackend moving(std::make_unique<Old>(world), std::make_unique<New>(world));
    QCOMPARE(moving.mode(), Mode::Kind);
    const auto result = start(moving, runner);
    QVERIFY2(result, qPrintable(result ? QString() : result.error().report()));
    QCOMPARE(world.done, all);
    QCOMPARE(world.script, "take them");
    QCOMPARE(runner.piped(), QList<QByteArray>{R"({"connections": [{"password": "hush"}]})"});
    QVERIFY(m_details.join(u'\n').contains("connections: 3 · variables: 2"));
    QVERIFY2(!m_details.join(u'\n').contains("hush"), "what passes through the pipe is nobody's business");
}

void tst_MovingBackend::whateverFailsTheOldPlaceIsKept_data()
{
    QTest::addColumn<QString>("what");
    for (const QString &what : all.mid(0, all.indexOf("old stops")))
        QTest::newRow(qPrintable(what)) << what;
}

void tst_MovingBackend::whateverFailsTheOldPlaceIsKept()
{
    QFETCH(QString, what);
    World world;
    world.fails = what;
    ScriptedRunner runner;
    script(runner);
    MovingBackend moving(std::make_unique<Old>(world), std::make_unique<New>(world));
    const auto result = start(moving, runner);
    QVERIFY(!result);
    QCOMPARE(result.error().what, what);
    QVERIFY(!world.done.contains("old is deleted") && !world.done.contains("old stops"));
    if (what == "new is asked")
        QVERIFY2(!world.done.contains("old rests"), "it was stopped for nothing");
}

void tst_MovingBackend::whatTheCheckFindsComesBeforeAnythingStops()
{
    World world;
    world.findings +=
        Finding{.rule = "engine.down", .what = "The container engine is not running", .remedies = {{"engine.start", "Start it"}}};
    ScriptedRunner runner;
    script(runner);
    MovingBackend moving(std::make_unique<Old>(world), std::make_unique<New>(world));
    const auto result = start(moving, runner);
    QVERIFY(!result);
    QCOMPARE(result.error().what, "The container engine is not running");
    QCOMPARE(result.error().remedies.value(0).id, "engine.start");
    QCOMPARE(world.done, QStringList{"new is asked"});
}

void tst_MovingBackend::aChildThatFailsKeepsIt_data()
{
    QTest::addColumn<int>("source");
    QTest::addColumn<int>("sink");
    QTest::addColumn<QString>("said");
    QTest::newRow("reading") << 1 << 0 << "could not be read";
    QTest::newRow("writing") << 0 << 1 << "could not be taken over";
    QTest::newRow("both") << 1 << 1 << "could not be read";
}

void tst_MovingBackend::aChildThatFailsKeepsIt()
{
    QFETCH(int, source);
    QFETCH(int, sink);
    QFETCH(QString, said);
    World world;
    ScriptedRunner runner;
    script(runner, {.err = "trace\nthe key is wrong\n", .exitCode = source},
           {.err = "trace\nno such table\ncommand terminated with exit code 1\n", .exitCode = sink});
    MovingBackend moving(std::make_unique<Old>(world), std::make_unique<New>(world));
    const auto result = start(moving, runner);
    QVERIFY(!result);
    QVERIFY2(result.error().what.contains(said), qPrintable(result.error().what));
    QCOMPARE(result.error().why, QString::fromLatin1(source ? "the key is wrong" : "no such table"));
    QVERIFY(!world.done.contains("old is deleted"));
}

void tst_MovingBackend::canBeBegunAgain()
{
    World world;
    world.fails = "new takes";
    ScriptedRunner runner;
    script(runner);
    MovingBackend moving(std::make_unique<Old>(world), std::make_unique<New>(world));
    QVERIFY(!start(moving, runner));
    world.fails.clear();
    world.done.clear();
    QVERIFY(start(moving, runner));
    QCOMPARE(world.done, all);
}

void tst_MovingBackend::onceMovedItIsTheNewPlace()
{
    World world;
    ScriptedRunner runner;
    script(runner);
    MovingBackend moving(std::make_unique<Old>(world), std::make_unique<New>(world));
    QVERIFY(start(moving, runner));
    world.done.clear();
    QVERIFY(start(moving, runner));
    QCOMPARE(world.done, (QStringList{"new checks", "new waits", "new logs in", "new shows the page"}));
}

void tst_MovingBackend::otherIntentsAreTheNewPlaces()
{
    World world;
    MovingBackend moving(std::make_unique<Old>(world), std::make_unique<New>(world));
    for (const Intent intent : {Intent::Pause, Intent::Stop, Intent::Restart, Intent::Reset, Intent::Delete})
        QCOMPARE(moving.plan(intent, Workspace()).title, "Other");
}

void tst_MovingBackend::placesThatCannotMoveSaySo()
{
    World world;
    ScriptedRunner runner;
    // The wrong way round: the new place has nothing to give, and is not asked to.
    MovingBackend moving(std::make_unique<New>(world), std::make_unique<Old>(world));
    const auto result = start(moving, runner);
    QVERIFY(!result);
    QCOMPARE(result.error().code, Error::Code::Conflict);
    QCOMPARE(world.done, QStringList{});
}

QTEST_GUILESS_MAIN(tst_MovingBackend)
#include "tst_MovingBackend.moc"
