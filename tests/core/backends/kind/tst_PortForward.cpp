// SPDX-License-Identifier: Apache-2.0
// The way to Airflow's page: one port for good, whatever happens behind it. kubectl is scripted and "forwards" to servers of
// the test; the API server's watch and every byte through the port are real. Time is the test's.
#include "core/backends/kind/ForwardMark.h"
#include "core/backends/kind/PortForward.h"
#include "core/backends/kind/StartPlan.h"
#include "core/plan/PlanRun.h"
#include "tests/core/backends/kind/KindBench.h"

#include <QNetworkReply>
#include <QtTest>

using namespace windsock;
using namespace std::chrono_literals;

class tst_PortForward : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void leadsToThePage();
    void portStaysWhenThePodIsReplaced();
    void portStaysWhenTheTunnelDies_data();
    void portStaysWhenTheTunnelDies();
    void triesEverMoreSeldom();
    void tunnelThatDoesNotOpen();
    void onlyAnAnswerIsBelieved();
    void deadPageIsFoundOut();
    void takenPortNamesItsHolder();
    void anotherOfOursKeepsIt();
    void movesToAnotherPort();
    void closeLetsGo();
    void afterAStart_data();
    void afterAStart();

private:
    void haveTunnel(const QByteArray &more = {}, std::chrono::milliseconds lives = 1h);
    void openIt();
    QByteArray pageThroughThePort();
    // Moves time in small steps until this is so.
    template <class Condition>
    bool reaches(Condition condition);
    bool isActive() const { return m_forward->status().state == ForwardState::Active; }
    int tunnels() const { return m_bench->runner.count(Tool::Kubectl, {"port-forward"}); }
    FakeClock m_clock;
    std::unique_ptr<KindBench> m_bench;
    std::unique_ptr<FakeHttpServer> m_page; // Airflow's, as kubectl leads to it
    std::unique_ptr<PortForward> m_forward;
    QList<ForwardState> m_states;
    QStringList m_texts;
    int m_port = 0;
};

void tst_PortForward::init()
{
    m_bench = std::make_unique<KindBench>(m_clock);
    m_page = std::make_unique<FakeHttpServer>();
    m_page->on("/health", FakeReply::json("{}"));
    m_page->on("/", {.body = "first page"});
    m_bench->haveRunningAirflow("inputs");
    m_forward = std::make_unique<PortForward>(m_bench->session, m_bench->workspace, m_bench->probe);
    m_states.clear();
    m_texts.clear();
    connect(m_forward.get(), &Forward::changed, this, [this](const ForwardStatus &status) {
        m_texts += status.text;
        if (m_states.isEmpty() || m_states.last() != status.state) // the text alone changes too
            m_states += status.state;
    });
    m_port = KindBench::anyPort();
    haveTunnel();
}

void tst_PortForward::cleanup()
{
    m_forward.reset();
    m_page.reset();
    m_bench.reset();
}

void tst_PortForward::haveTunnel(const QByteArray &more, std::chrono::milliseconds lives)
{
    const QByteArray line = "Forwarding from 127.0.0.1:" + QByteArray::number(m_page->port()) + " -> 8080\n";
    m_bench->runner.on(Tool::Kubectl, {"port-forward"}, {.out = line + more, .exitCode = 1, .delay = lives});
}

template <class Condition>
bool tst_PortForward::reaches(Condition condition)
{
    const auto step = [&] {
        m_clock.advance(5ms);
        return condition();
    };
    return QTest::qWaitFor(step, 10000);
}

void tst_PortForward::openIt()
{
    QVERIFY(await(m_bench->probe.look(m_bench->workspace)));
    m_forward->open(m_port);
    QVERIFY2(reaches([this] { return isActive(); }), qPrintable(m_forward->status().text));
}

QByteArray tst_PortForward::pageThroughThePort()
{
    QNetworkAccessManager access;
    const std::unique_ptr<QNetworkReply> reply(access.get(QNetworkRequest(QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(m_port)))));
    return QTest::qWaitFor([&reply] { return reply->isFinished(); }, 5000) ? reply->readAll() : QByteArray("no answer");
}

void tst_PortForward::leadsToThePage()
{
    openIt();
    QCOMPARE(m_states, (QList{ForwardState::Connecting, ForwardState::Active}));
    QCOMPARE(m_forward->status().port, m_port);
    QVERIFY(m_forward->status().text.contains(QString::number(m_port)));
    QCOMPARE(pageThroughThePort(), QByteArray("first page"));
    QCOMPARE(tunnels(), 1);
    const Command tunnel = m_bench->runner.commands().last();
    QVERIFY(
        argsHold(tunnel.args, {"--namespace", "default", "port-forward", "--address", "127.0.0.1", "pod/" + KindBench::webPod, ":8080"}));
    QCOMPARE(m_bench->stray({tunnel}), QString());
    QCOMPARE(tunnel.limit, 0s);
    // Another process of ours can tell that this workspace holds the port.
    QFile mark(m_bench->places.forwardMark);
    QVERIFY(mark.open(QIODevice::ReadOnly));
    QCOMPARE(mark.readAll(), QByteArray::number(m_port) + ' ' + QByteArray::number(QCoreApplication::applicationPid()));
}

void tst_PortForward::portStaysWhenThePodIsReplaced()
{
    openIt();
    QJsonObject pod;
    for (const QJsonValue &item : QJsonDocument::fromJson(KindBench::data("kube/pods-running-community-8.9.0.json"))["items"].toArray()) {
        if (item["metadata"]["name"].toString() == KindBench::webPod)
            pod = item.toObject();
    }
    const auto event = [](const char *type, const QJsonObject &object) {
        return QJsonDocument(QJsonObject{{"type", type}, {"object", object}}).toJson(QJsonDocument::Compact) + '\n';
    };
    QTRY_COMPARE(m_bench->api.openStreams(KindBench::podsPath + "?watch"), 1);
    m_bench->api.push(KindBench::podsPath + "?watch", event("DELETED", pod));
    QVERIFY(reaches([this] { return m_forward->status().state == ForwardState::Reconnecting; }));
    QCOMPARE(m_bench->runner.running(), 0); // the old tunnel would go on listening for a pod that is gone
    FakeHttpServer second;
    second.on("/health", FakeReply::json("{}", 503)); // also a page that is not well yet is a page
    second.on("/", {.body = "second page"});
    m_page->stop();
    const QByteArray line = "Forwarding from 127.0.0.1:" + QByteArray::number(second.port()) + " -> 8080\n";
    m_bench->runner.on(Tool::Kubectl, {"port-forward", "pod/web-new"}, {.out = line, .delay = 1h});
    QJsonObject meta = pod["metadata"].toObject();
    meta["name"] = "web-new";
    pod["metadata"] = meta;
    m_bench->api.push(KindBench::podsPath + "?watch", event("ADDED", pod));
    QVERIFY2(reaches([this] { return isActive(); }), qPrintable(m_forward->status().text));
    QCOMPARE(m_forward->status().port, m_port);
    QCOMPARE(pageThroughThePort(), QByteArray("second page"));
    QCOMPARE(m_states, (QList{ForwardState::Connecting, ForwardState::Active, ForwardState::Reconnecting, ForwardState::Active}));
}

void tst_PortForward::portStaysWhenTheTunnelDies_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<std::chrono::milliseconds>("lives");
    QTest::newRow("kubectl ends") << QByteArray("E1123 error: connection reset\n") << std::chrono::milliseconds(10s);
    // It says so and goes on to listen.
    QTest::newRow("kubectl has lost the pod") << KindBench::data("tools/forward.lost-kubectl-1.32.2.txt") << std::chrono::milliseconds(1h);
}

void tst_PortForward::portStaysWhenTheTunnelDies()
{
    QFETCH(QByteArray, words);
    QFETCH(std::chrono::milliseconds, lives);
    const QByteArray line = "Forwarding from 127.0.0.1:" + QByteArray::number(m_page->port()) + " -> 8080\n";
    m_bench->runner.once(Tool::Kubectl, {"port-forward"}, {.out = line + words, .exitCode = 1, .delay = lives});
    QVERIFY(await(m_bench->probe.look(m_bench->workspace)));
    m_forward->open(m_port);
    QVERIFY(reaches([this] { return tunnels() == 1; }));
    m_bench->children.advance(10s);
    QVERIFY2(reaches([this] { return tunnels() == 2 && isActive(); }), qPrintable(m_forward->status().text));
    QCOMPARE(m_forward->status().port, m_port);
    QVERIFY(m_states.contains(ForwardState::Reconnecting));
    QVERIFY2(m_texts.join(u'\n').contains(QString::fromUtf8(words.trimmed().split('\n').last())), qPrintable(m_texts.join(u'\n')));
    QCOMPARE(m_bench->runner.running(), 1);
    QCOMPARE(pageThroughThePort(), QByteArray("first page"));
}

void tst_PortForward::triesEverMoreSeldom()
{
    m_bench->runner.on(Tool::Kubectl, {"port-forward"}, {.err = "error: unable to forward port\n", .exitCode = 1});
    QVERIFY(await(m_bench->probe.look(m_bench->workspace)));
    m_forward->open(m_port);
    QVERIFY(QTest::qWaitFor(
        [this] {
            m_clock.advance(tunnels() == 0 ? 1ms : 0ms);
            return m_forward->status().state == ForwardState::Reconnecting;
        },
        10000));
    QCOMPARE(tunnels(), 1);
    const QList<int> pauses{50, 100, 200, 400, 800, 1600, 3200, 6400, 12800, 15000, 15000};
    for (qsizetype at = 0; at < pauses.size(); ++at) {
        // The clock may be a moment ahead of what is still queued.
        m_clock.advance(std::chrono::milliseconds(pauses[at] - 3));
        QCOMPARE(tunnels(), at + 1);
        m_clock.advance(3ms);
        QCOMPARE(tunnels(), at + 2);
    }
    QVERIFY2(m_forward->status().text.contains("in 15 s") && m_forward->status().text.contains("unable to forward"),
             qPrintable(m_forward->status().text));
    // Once a tunnel has lived for a while the next one is made at once again.
    haveTunnel({}, 60s);
    m_clock.advance(15s);
    QVERIFY(reaches([this] { return isActive(); }));
    m_clock.advance(2s);
    const int before = tunnels();
    m_bench->children.advance(61s);
    QVERIFY(reaches([this] { return m_forward->status().state == ForwardState::Reconnecting; }));
    m_clock.advance(50ms);
    QCOMPARE(tunnels(), before + 1);
}

// The API server takes the connection and then says nothing: kubectl waits for as long as one lets it.
void tst_PortForward::tunnelThatDoesNotOpen()
{
    const QByteArray line = "Forwarding from 127.0.0.1:" + QByteArray::number(m_page->port()) + " -> 8080\n";
    m_bench->runner.on(Tool::Kubectl, {"port-forward"}, {.out = line, .delay = 1h});
    m_bench->runner.once(Tool::Kubectl, {"port-forward"}, {.hangs = true});
    QVERIFY(await(m_bench->probe.look(m_bench->workspace)));
    m_forward->open(m_port);
    QVERIFY(reaches([this] { return tunnels() == 1; }));
    m_clock.advance(21s);
    QVERIFY2(reaches([this] { return tunnels() == 2 && isActive(); }), qPrintable(m_forward->status().text));
    QCOMPARE(m_bench->runner.running(), 1); // the one that hung has been ended
}

void tst_PortForward::onlyAnAnswerIsBelieved()
{
    m_page->forget("/health");
    m_page->on("/health", {.ending = FakeReply::Ending::Hang});
    m_page->on("/health", FakeReply::json("{}"));
    QVERIFY(await(m_bench->probe.look(m_bench->workspace)));
    m_forward->open(m_port);
    QVERIFY(reaches([this] { return m_page->count("/health") == 1; }));
    QCOMPARE(m_states, QList{ForwardState::Connecting}); // kubectl listens, but nothing has answered yet
    m_clock.advance(4s);
    QVERIFY(reaches([this] { return isActive(); }));
    QCOMPARE(tunnels(), 2);
    QCOMPARE(m_states, (QList{ForwardState::Connecting, ForwardState::Reconnecting, ForwardState::Active}));
}

void tst_PortForward::deadPageIsFoundOut()
{
    openIt();
    FakeHttpServer later;
    later.on("/health", FakeReply::json("{}"));
    later.on("/", {.body = "later page"});
    m_page->stop();
    const QByteArray line = "Forwarding from 127.0.0.1:" + QByteArray::number(later.port()) + " -> 8080\n";
    m_bench->runner.on(Tool::Kubectl, {"port-forward"}, {.out = line, .delay = 1h});
    m_clock.advance(5s); // a laptop's sleep leaves connections that nobody ends
    QVERIFY2(reaches([this] { return tunnels() == 2 && isActive(); }), qPrintable(m_forward->status().text));
    QCOMPARE(m_states, (QList{ForwardState::Connecting, ForwardState::Active, ForwardState::Reconnecting, ForwardState::Active}));
    QCOMPARE(pageThroughThePort(), QByteArray("later page"));
}

void tst_PortForward::takenPortNamesItsHolder()
{
    QTcpServer holder;
    QVERIFY(holder.listen(QHostAddress::LocalHost));
    m_port = holder.serverPort();
    QVERIFY(await(m_bench->probe.look(m_bench->workspace)));
    const qsizetype asked = m_bench->runner.commands().size();
    m_forward->open(m_port);
    QVERIFY(reaches([this] { return m_states.value(1) == ForwardState::PortTaken; }));
    QCOMPARE(m_states, (QList{ForwardState::Connecting, ForwardState::PortTaken}));
    const ForwardStatus status = m_forward->status();
    QVERIFY2(status.text.contains(QString::number(m_port)), qPrintable(status.text));
#ifdef Q_OS_LINUX
    QVERIFY2(status.text.contains(QString::number(QCoreApplication::applicationPid())), qPrintable(status.text));
#endif
    QVERIFY(status.proposedPort > m_port);
    QCOMPARE(portState(status.proposedPort), PortState::Free);
    m_clock.advance(1min);
    QCOMPARE(m_bench->runner.commands().size(), asked);
    QVERIFY(!QFile::exists(m_bench->places.forwardMark));
    // The way out that is offered works.
    m_port = status.proposedPort;
    openIt();
    QCOMPARE(m_forward->status().proposedPort, 0);
    QCOMPARE(pageThroughThePort(), QByteArray("first page"));
}

// The window keeps the page, and a Start in a terminal comes along: not a stranger's port. When that one ends, the page stays.
void tst_PortForward::anotherOfOursKeepsIt()
{
#ifndef Q_OS_LINUX
    QSKIP("who holds a port is told at once on Linux only");
#endif
    QTcpServer window; // of this process, which is "another one" as well
    QVERIFY(window.listen(QHostAddress::LocalHost));
    m_port = window.serverPort();
    QVERIFY(await(m_bench->probe.look(m_bench->workspace)));
    QVERIFY(writeForwardMark(m_bench->places, m_port));
    m_forward->open(m_port);
    QVERIFY(reaches([this] { return m_forward->status().state == ForwardState::Direct; }));
    m_clock.advance(1min);
    QCOMPARE(m_states, (QList{ForwardState::Connecting, ForwardState::Direct}));
    QCOMPARE(tunnels(), 0);
    m_forward->close();
    QVERIFY(QFile::exists(m_bench->places.forwardMark)); // it is not ours to take away
    m_forward->open(m_port);
    QVERIFY(reaches([this] { return m_forward->status().state == ForwardState::Direct; }));
    window.close();
    m_clock.advance(5s);
    QVERIFY2(reaches([this] { return isActive(); }), qPrintable(m_forward->status().text));
    QCOMPARE(pageThroughThePort(), QByteArray("first page"));
    QCOMPARE(m_forward->status().port, m_port);
}

void tst_PortForward::movesToAnotherPort()
{
    openIt();
    const int before = m_port;
    m_port = nextFreePort(before).value_or(0);
    m_forward->open(m_port);
    QVERIFY(reaches([this] { return isActive(); }));
    QCOMPARE(m_forward->status().port, m_port);
    QCOMPARE(portState(before), PortState::Free);
    QCOMPARE(m_bench->runner.running(), 1);
    QCOMPARE(pageThroughThePort(), QByteArray("first page"));
}

void tst_PortForward::closeLetsGo()
{
    openIt();
    m_forward->close();
    QCOMPARE(m_forward->status().state, ForwardState::Off);
    QTRY_COMPARE(m_bench->runner.running(), 0);
    QCOMPARE(portState(m_port), PortState::Free);
    QVERIFY(!QFile::exists(m_bench->places.forwardMark));
    const int before = tunnels();
    m_clock.advance(1min);
    QCOMPARE(tunnels(), before);
    QCOMPARE(m_forward->status().state, ForwardState::Off);
}

void tst_PortForward::afterAStart_data()
{
    QTest::addColumn<QByteArray>("recorded");
    QTest::newRow("of a new cluster") << QByteArray();
    QTest::newRow("of a stopped one") << QByteArray("exited");
    QTest::newRow("of a running one") << QByteArray("node");
}

// Start forwards the page as its last step: nobody has looked at the cluster since it was made.
void tst_PortForward::afterAStart()
{
    QFETCH(QByteArray, recorded);
    recorded.isEmpty() ? m_bench->inspected.clear() : m_bench->haveNode(recorded, KindBench::Owner::Us);
    m_bench->runner.when([](const Command &command) { return command.tool == Tool::Docker && command.args.value(0) == "start"; },
                         [this](const Command &) {
                             m_bench->haveNode("node", KindBench::Owner::Us);
                             return ScriptedReply{};
                         });
    PlanRun run(startPlan(m_bench->workspace, m_bench->session, m_bench->probe), m_bench->runner, m_clock);
    run.start();
    QVERIFY(reaches([&run] { return run.isFinished(); }));
    QVERIFY2(run.result(), qPrintable(run.result() ? QString() : run.result().error().report()));
    m_forward->open(m_port);
    QVERIFY2(reaches([this] { return isActive(); }), qPrintable(m_forward->status().text));
    QCOMPARE(pageThroughThePort(), QByteArray("first page"));
}

QTEST_GUILESS_MAIN(tst_PortForward)
#include "tst_PortForward.moc"
