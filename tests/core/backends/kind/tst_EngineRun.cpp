// SPDX-License-Identifier: Apache-2.0
// What remedies do to the engine, with a docker that is slow to come up, never does, or refuses. Time is the test's.
#include "core/backends/kind/EngineRun.h"
#include "core/checks/FailureRules.h"
#include "tests/core/backends/kind/KindBench.h"

#include <QtTest>

using namespace windsock;
using namespace std::chrono_literals;

class tst_EngineRun : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_bench.reset(); }
    void waitsForTheFirstAnswer();
    void givesUpOnASilentOne();
    void refusalIsExplained();
    void cancelEndsTheWaiting();
    void unknownEngine();
    void engineThatNobodyNamed();
    void noEngineToStart();
    void pruneTellsWhatItFreed();
    void pruneThatFails();

private:
    // docker info answers from this try on.
    void engineAnswersAt(int tries);
    int asked() const { return m_bench->runner.count(Tool::Docker, {"info"}); }
    Async<> start(const QString &engine = QStringLiteral("systemd")) { return startEngine(m_bench->session, engine, this, watch()); }
    RemedyWatch watch()
    {
        return {[this](const QString &text) { m_told += text; }, m_cancel};
    }
    FakeClock m_clock;
    std::unique_ptr<KindBench> m_bench;
    QStringList m_told;
    Cancel m_cancel;
};

void tst_EngineRun::init()
{
    m_bench = std::make_unique<KindBench>(m_clock);
    m_bench->runner.on(Tool::Systemctl, {"start", "docker"});
    m_told.clear();
    m_cancel = Cancel();
}

void tst_EngineRun::engineAnswersAt(int tries)
{
    const QByteArray info = KindBench::data("tools/docker-info-28.2.2.json");
    m_bench->runner.when([](const Command &command) { return command.tool == Tool::Docker && command.args.value(0) == "info"; },
                         [this, tries, info](const Command &) {
                             return asked() >= tries ? ScriptedReply{.out = info}
                                                     : ScriptedReply{.err = "Cannot connect to the Docker daemon", .exitCode = 1};
                         });
}

void tst_EngineRun::waitsForTheFirstAnswer()
{
    engineAnswersAt(3);
    const Async<> started = start();
    drainEvents();
    QCOMPARE(asked(), 1);
    QCOMPARE(m_told.size(), 1);
    m_clock.advance(1s);
    drainEvents();
    QCOMPARE(asked(), 2);
    QVERIFY(!started.isFinished());
    m_clock.advance(1s);
    const Result<> result = await(started);
    QVERIFY2(result, qPrintable(result ? QString() : result.error().report()));
    QCOMPARE(asked(), 3);
}

void tst_EngineRun::givesUpOnASilentOne()
{
    engineAnswersAt(1000);
    const Async<> started = start();
    for (int second = 0; second < 130; ++second) {
        drainEvents();
        m_clock.advance(1s);
    }
    const Result<> result = await(started);
    QVERIFY(!result);
    QCOMPARE(result.error().code, Error::Code::Timeout);
    QCOMPARE(result.error().rule, "engine.silent");
    QVERIFY(!result.error().todo.isEmpty());
    QCOMPARE(asked(), 120);
}

void tst_EngineRun::refusalIsExplained()
{
    m_bench->runner.on(Tool::Systemctl, {"start", "docker"},
                       {.err = "Failed to start docker.service: Interactive authentication required.\n", .exitCode = 1});
    const Result<> result = await(start());
    QVERIFY(!result);
    QVERIFY2(result.error().report().contains("authentication"), qPrintable(result.error().report()));
    QCOMPARE(asked(), 0);
}

void tst_EngineRun::cancelEndsTheWaiting()
{
    engineAnswersAt(1000);
    const Async<> started = start();
    drainEvents();
    m_cancel.request();
    m_clock.advance(1s);
    const Result<> result = await(started);
    QVERIFY(!result && result.error().isCancel());
    m_clock.advance(60s);
    drainEvents();
    QVERIFY(asked() <= 2);
}

void tst_EngineRun::unknownEngine()
{
    const Result<> result = await(start(QStringLiteral("lima; rm -rf ~")));
    QVERIFY(!result);
    QCOMPARE(result.error().code, Error::Code::NotFound);
    QCOMPARE(m_bench->runner.shown(), QStringList());
}

// The failure rules know from a tool's words that the engine is down, not which one it is.
void tst_EngineRun::engineThatNobodyNamed()
{
    const Error down =
        explainFailure({.step = "stop", .output = QString::fromUtf8(KindBench::data("tools/engine.down-docker-28.2.2.txt"))});
    QCOMPARE(down.remedies.value(0).id, "engine.start");
    const QList<EngineProgram> installed{{.id = "systemd", .title = "Docker"}, {.id = "colima", .title = "Colima"}};
    engineAnswersAt(1);
    const Result<> result = await(startEngine(m_bench->session, down.remedies.value(0).argument, this, watch(), installed));
    QVERIFY2(result, qPrintable(result ? QString() : result.error().report()));
    QCOMPARE(m_bench->runner.count(Tool::Systemctl, {"start", "docker"}), 1);
}

void tst_EngineRun::noEngineToStart()
{
    const Result<> result = await(startEngine(m_bench->session, QString(), this, watch(), {}));
    QVERIFY(!result);
    QCOMPARE(result.error().code, Error::Code::ToolMissing);
    QVERIFY(!result.error().todo.isEmpty());
    QCOMPARE(m_bench->runner.shown(), QStringList());
}

void tst_EngineRun::pruneTellsWhatItFreed()
{
    m_bench->runner.on(Tool::Docker, {"image", "prune", "--force"}, {.out = "Deleted Images:\nsha256:1\n\nTotal reclaimed space: 1.2GB\n"});
    QVERIFY(await(pruneImages(m_bench->session, this, watch())));
    QCOMPARE(m_told, QStringList{"Total reclaimed space: 1.2GB"});
    const Command &command = m_bench->runner.commands().last();
    QVERIFY2(!command.args.contains("--all"), qPrintable(command.shown())); // images with a name are somebody's
}

void tst_EngineRun::pruneThatFails()
{
    m_bench->runner.on(Tool::Docker, {"image", "prune"}, {.err = "Error: a prune operation is already running\n", .exitCode = 1});
    const Result<> result = await(pruneImages(m_bench->session, this, watch()));
    QVERIFY(!result);
    QVERIFY2(result.error().report().contains("already running"), qPrintable(result.error().report()));
    QCOMPARE(m_told, QStringList());
}

QTEST_GUILESS_MAIN(tst_EngineRun)
#include "tst_EngineRun.moc"
