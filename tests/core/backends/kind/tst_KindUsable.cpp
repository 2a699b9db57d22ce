// SPDX-License-Identifier: Apache-2.0
// The quick question of an open mode: engines that answer, sleep, refuse or are not there; node images that are here or elsewhere.
#include "core/backends/kind/KindUsable.h"
#include "tests/core/backends/kind/KindBench.h"

#include <QtTest>

using namespace windsock;

class tst_KindUsable : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_bench = std::make_unique<KindBench>(m_clock); }
    void cleanup() { m_bench.reset(); }
    void engines_data();
    void engines();
    void images_data();
    void images();
    void imageOfTheConfig();
    void registryThatOnlyTheEngineReaches_data();
    void registryThatOnlyTheEngineReaches();
    void everyQuestionIsShort();

private:
    void answer(bool engine, bool imageHere, bool imageThere);
    Result<> ask(bool canStart) { return await(isKindUsable(m_bench->session, m_bench->workspace, canStart, this)); }
    FakeClock m_clock;
    std::unique_ptr<KindBench> m_bench;
};

void tst_KindUsable::answer(bool engine, bool imageHere, bool imageThere)
{
    const ScriptedReply no{.err = "no such manifest: docker.io/kindest/node:v1.32.2", .exitCode = 1};
    if (engine)
        m_bench->runner.on(Tool::Docker, {"info"}, {.out = KindBench::data("tools/docker-info-28.2.2.json")});
    m_bench->runner.on(Tool::Docker, {"image", "inspect"}, imageHere ? ScriptedReply{.out = "[{}]"} : no);
    m_bench->runner.on(Tool::Docker, {"manifest", "inspect"}, imageThere ? ScriptedReply{.out = "{}"} : no);
}

void tst_KindUsable::engines_data()
{
    QTest::addColumn<QByteArray>("error"); // of docker info; empty: there is no docker
    QTest::addColumn<bool>("canStart");
    QTest::addColumn<QString>("why"); // part of it; empty: it can be used
    const QByteArray down = "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?";
    QTest::newRow("none") << QByteArray() << false << "no container engine";
    QTest::newRow("an application that brings its client when it starts") << QByteArray() << true << "";
    QTest::newRow("asleep") << down << true << "";
    QTest::newRow("down, nothing to start") << down << false << "does not answer";
    QTest::newRow("not allowed") << QByteArray("permission denied while trying to connect to the Docker daemon socket") << true
                                 << "may not use";
}

void tst_KindUsable::engines()
{
    QFETCH(QByteArray, error);
    QFETCH(bool, canStart);
    QFETCH(QString, why);
    const ScriptedReply missing{.error = Error{Error::Code::ToolMissing, "docker was not found"}};
    m_bench->runner.on(Tool::Docker, {"info"}, error.isEmpty() ? missing : ScriptedReply{.err = error, .exitCode = 1});
    const Result<> usable = ask(canStart);
    QCOMPARE(bool(usable), why.isEmpty());
    if (!usable)
        QVERIFY2(usable.error().what.contains(why), qPrintable(usable.error().what));
    QCOMPARE(m_bench->runner.count(Tool::Docker, {"image", "inspect"}), 0);
}

void tst_KindUsable::images_data()
{
    QTest::addColumn<bool>("here");
    QTest::addColumn<bool>("there");
    QTest::addColumn<bool>("usable");
    QTest::newRow("here") << true << false << true;
    QTest::newRow("its registry has it") << false << true << true;
    QTest::newRow("nowhere") << false << false << false;
}

void tst_KindUsable::images()
{
    QFETCH(bool, here);
    QFETCH(bool, there);
    QFETCH(bool, usable);
    answer(true, here, there);
    const Result<> result = ask(false);
    QCOMPARE(bool(result), usable);
    QCOMPARE(m_bench->runner.count(Tool::Docker, {"manifest"}), here ? 0 : 1); // no question to the outside without need
    if (!usable)
        QVERIFY2(result.error().what.contains(m_bench->workspace.nodeImage()), qPrintable(result.error().what));
}

void tst_KindUsable::imageOfTheConfig()
{
    m_bench->folder.write("other/kind-cluster.yaml", "kind: Cluster\napiVersion: kind.x-k8s.io/v1alpha4\nnodes:\n"
                                                     "- role: control-plane\n  image: registry.example/team/node:v1.31.2\n");
    const Result<Workspace> workspace = Workspace::open(m_bench->folder.path("other"));
    QVERIFY(workspace);
    answer(true, false, false);
    const Result<> usable = await(isKindUsable(m_bench->session, *workspace, false, this));
    QVERIFY(!usable);
    QVERIFY2(usable.error().what.contains("registry.example/team/node:v1.31.2"), qPrintable(usable.error().what));
}

// A mirror or a proxy of the engine's own: docker's client, which asks for us, knows neither.
void tst_KindUsable::registryThatOnlyTheEngineReaches_data()
{
    QTest::addColumn<QByteArray>("said"); // empty: nothing within the limit
    QTest::addColumn<bool>("usable");
    QTest::newRow("no answer in time") << QByteArray() << true;
    QTest::newRow("no way out") << QByteArray("Get \"https://registry.example/v2/\": dial tcp: lookup registry.example: no such host")
                                << true;
    QTest::newRow("not there") << QByteArray("manifest unknown: manifest unknown") << false;
    QTest::newRow("not shown") << QByteArray("unauthorized: authentication required") << false;
}

void tst_KindUsable::registryThatOnlyTheEngineReaches()
{
    QFETCH(QByteArray, said);
    QFETCH(bool, usable);
    answer(true, false, false);
    m_bench->runner.on(Tool::Docker, {"manifest", "inspect"},
                       said.isEmpty() ? ScriptedReply{.error = Error{Error::Code::Timeout, "docker did not end"}}
                                      : ScriptedReply{.err = said, .exitCode = 1});
    QCOMPARE(bool(ask(false)), usable);
}

void tst_KindUsable::everyQuestionIsShort()
{
    answer(true, false, false);
    QVERIFY(!ask(false));
    QVERIFY(m_bench->runner.commands().size() >= 3);
    for (const Command &command : m_bench->runner.commands())
        QVERIFY2(command.limit <= std::chrono::seconds(3), qPrintable(command.shown()));
}

QTEST_GUILESS_MAIN(tst_KindUsable)
#include "tst_KindUsable.moc"
