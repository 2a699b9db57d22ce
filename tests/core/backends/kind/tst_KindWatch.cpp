// SPDX-License-Identifier: Apache-2.0
// When a new look is worth it: docker's events and the cluster's pods, each burst once; nothing is asked while nothing
// happens. docker is scripted, the API server's watch is real, time is the test's.
#include "core/backends/kind/KindWatch.h"
#include "tests/core/backends/kind/KindBench.h"

#include <QSignalSpy>
#include <QtTest>

using namespace windsock;
using namespace std::chrono_literals;

class tst_KindWatch : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void burstIsOneLook();
    void silenceAsksNothing();
    void engineThatGoesAndComesBack();
    void engineThatComesBackInSilence();
    void podsAreFollowedOnceTheApiIsKnown();
    void endsItsChild();

private:
    void watch();
    int followed() const { return m_bench->runner.count(Tool::Docker, {"events"}); }
    FakeClock m_clock;
    std::unique_ptr<KindBench> m_bench;
    std::unique_ptr<KindWatch> m_watch;
    std::unique_ptr<QSignalSpy> m_changed;
};

void tst_KindWatch::init()
{
    m_bench = std::make_unique<KindBench>(m_clock);
    m_bench->runner.on(Tool::Docker, {"events"}, {.hangs = true});
}

void tst_KindWatch::cleanup()
{
    m_changed.reset();
    m_watch.reset();
    m_bench.reset();
}

void tst_KindWatch::watch()
{
    m_watch = std::make_unique<KindWatch>(m_bench->session, m_bench->workspace, m_bench->probe);
    m_changed = std::make_unique<QSignalSpy>(m_watch.get(), &BackendWatch::changed);
    drainEvents();
}

void tst_KindWatch::burstIsOneLook()
{
    m_bench->runner.on(Tool::Docker, {"events"}, {.out = "{\"status\":\"die\"}\n{\"status\":\"start\"}\n", .hangs = true});
    watch();
    QCOMPARE(m_changed->size(), 0);
    m_clock.advance(500ms);
    QCOMPARE(m_changed->size(), 1);
    m_clock.advance(10min);
    QCOMPARE(m_changed->size(), 1);
    QVERIFY(argsHold(m_bench->runner.commands().last().args, {"--filter", "label=io.x-k8s.kind.cluster=" + m_bench->places.cluster}));
}

void tst_KindWatch::silenceAsksNothing()
{
    watch();
    const qsizetype before = m_bench->runner.commands().size();
    m_clock.advance(24h);
    QCOMPARE(m_changed->size(), 0);
    QCOMPARE(m_bench->runner.commands().size(), before);
    QCOMPARE(m_clock.waiting(), 0); // no timer either
}

void tst_KindWatch::engineThatGoesAndComesBack()
{
    m_bench->runner.on(Tool::Docker, {"events"}, {.err = "Cannot connect to the Docker daemon\n", .exitCode = 1});
    watch();
    QCOMPARE(followed(), 1);
    m_clock.advance(500ms);
    QCOMPARE(m_changed->size(), 1); // it is gone: worth a look
    m_clock.advance(500ms);
    QCOMPARE(followed(), 2);
    m_clock.advance(10min);
    const int tries = followed();
    QVERIFY2(tries > 30 && tries < 60, qPrintable(QString::number(tries))); // ever more seldom, never given up
    m_bench->runner.on(Tool::Docker, {"events"}, {.out = "{\"status\":\"start\"}\n", .hangs = true});
    m_clock.advance(16s);
    QCOMPARE(followed(), tries + 1);
    const qsizetype seen = m_changed->size();
    m_clock.advance(1h);
    QCOMPARE(followed(), tries + 1);
    QVERIFY(m_changed->size() <= seen + 1);
}

// A node that stays stopped makes no event: that docker listens again is all there is.
void tst_KindWatch::engineThatComesBackInSilence()
{
    m_bench->runner.on(Tool::Docker, {"events"}, {.err = "Cannot connect to the Docker daemon\n", .exitCode = 1});
    watch();
    m_clock.advance(500ms);
    QCOMPARE(m_changed->size(), 1);
    m_bench->runner.on(Tool::Docker, {"events"}, {.hangs = true});
    m_clock.advance(500ms);
    QCOMPARE(followed(), 2);
    QCOMPARE(m_changed->size(), 1);
    m_clock.advance(2s);
    m_clock.advance(500ms);
    QCOMPARE(m_changed->size(), 2);
    m_clock.advance(1s);
    QCOMPARE(m_clock.waiting(), 0);
}

void tst_KindWatch::podsAreFollowedOnceTheApiIsKnown()
{
    m_bench->haveRunningAirflow("inputs");
    m_bench->runner.on(Tool::Docker, {"events"}, {.out = "{\"status\":\"start\"}\n", .hangs = true});
    const QByteArray pods = KindBench::podsPath + "?watch";
    watch();
    QCOMPARE(m_bench->api.openStreams(pods), 0); // nobody has looked yet
    QVERIFY(await(m_bench->probe.look(m_bench->workspace)));
    m_clock.advance(1s);
    QVERIFY(QTest::qWaitFor([&] { return m_bench->api.openStreams(pods) == 1; }));
    m_clock.advance(10s);
    drainEvents();
    const qsizetype before = m_changed->size();
    const QByteArray pod = R"({"metadata": {"name": "new", "namespace": "default", "uid": "9", "resourceVersion": "99"}, "status": {}})";
    m_bench->api.push(pods, R"({"type": "ADDED", "object": )" + pod + "}\n");
    QVERIFY(QTest::qWaitFor([&] {
        m_clock.advance(500ms);
        return m_changed->size() > before;
    }));
}

void tst_KindWatch::endsItsChild()
{
    watch();
    QCOMPARE(m_bench->runner.running(), 1);
    m_watch.reset();
    drainEvents();
    QCOMPARE(m_bench->runner.running(), 0);
    m_clock.advance(1h);
    QCOMPARE(followed(), 1);
}

QTEST_GUILESS_MAIN(tst_KindWatch)
#include "tst_KindWatch.moc"
