// SPDX-License-Identifier: Apache-2.0
// What is found before a start, and which error it becomes: the code decides about the program's exit code, so a script can
// tell a taken port from a missing tool.
#include "core/backends/kind/Preflight.h"
#include "core/checks/NodeImageCheck.h"
#include "tests/core/backends/kind/KindBench.h"

#include <QtTest>

#include <arpa/inet.h>
#include <csignal>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace windsock;
using namespace std::chrono_literals;

namespace {
// Another process that listens on a port of 127.0.0.1: what this one holds counts as ours.
class Stranger
{
public:
    explicit Stranger(int port)
    {
        const int handle = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in where = {};
        where.sin_family = AF_INET;
        where.sin_port = htons(uint16_t(port));
        where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        listens = ::bind(handle, reinterpret_cast<const sockaddr *>(&where), sizeof where) == 0 && ::listen(handle, 1) == 0;
        m_pid = ::fork();
        while (m_pid == 0)
            ::pause();
        ::close(handle);
    }
    ~Stranger()
    {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }
    bool listens = false;

private:
    pid_t m_pid = 0;
};
} // namespace

class tst_Preflight : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_bench = std::make_unique<KindBench>(m_clock); }
    void cleanup() { m_bench.reset(); }
    void codes_data();
    void codes();
    void severalAreOneCard();
    void warningsAreNoFailure();
    void asksEverythingAtOnce();
    void saysWhatTheEngineSaid_data();
    void saysWhatTheEngineSaid();
    void machineAlone();
    void imageTakesItsSpace();
    void toolsThatAreMissing();
    void webPort_data();
    void webPort();
    void mappedPort_data();
    void mappedPort();
    void whoseNode();
    void nodeImage_data();
    void nodeImage();
    void nodeImageElsewhere_data();
    void nodeImageElsewhere();
    void silentEngineHasNoImages();
    void kubectlAndTheNode_data();
    void kubectlAndTheNode();
    void missingFolder();
    void cancel();

private:
    Result<Preflight> gather() { return await(gatherPreflight(m_bench->session, &m_bench->workspace, this, m_cancel)); }
    QList<Finding> judge(const Preflight &facts) const
    {
        return judgePreflight(facts, &m_bench->workspace, &m_bench->places, OwnNode::None);
    }
    // Another workspace: with these lines in windsock.yaml and below its control-plane node.
    Workspace made(const QByteArray &settings, const QByteArray &nodeLines) const
    {
        m_bench->folder.write("other/windsock.yaml", settings);
        m_bench->folder.write("other/kind-cluster.yaml",
                              "kind: Cluster\napiVersion: kind.x-k8s.io/v1alpha4\nnodes:\n- role: control-plane\n" + nodeLines);
        const Result<Workspace> opened = Workspace::open(m_bench->folder.path("other"));
        if (!opened)
            qFatal("%s", qPrintable(opened.error().report()));
        return *opened;
    }
    QList<Finding> judgeOf(const Preflight &facts, const Workspace &workspace, OwnNode node = OwnNode::None) const
    {
        const KindPlaces places = KindPlaces::of(workspace, m_bench->session.paths);
        return judgePreflight(facts, &workspace, &places, node);
    }
    int askedRegistry() const { return m_bench->runner.count(Tool::Docker, {"manifest", "inspect"}); }
    static const Finding *find(const QList<Finding> &findings, const QString &rule)
    {
        const auto found = std::find_if(findings.begin(), findings.end(), [&rule](const Finding &it) { return it.rule == rule; });
        return found == findings.end() ? nullptr : &*found;
    }
    FakeClock m_clock;
    Cancel m_cancel;
    std::unique_ptr<KindBench> m_bench;
};

void tst_Preflight::codes_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<Error::Code>("code");
    const auto row = [](const char *rule, Error::Code code) { QTest::newRow(rule) << QString::fromLatin1(rule) << code; };
    row("tool.missing", Error::Code::ToolMissing);
    row("tool.old", Error::Code::ToolMissing);
    row("tool.broken", Error::Code::ToolMissing);
    row("engine.missing", Error::Code::ToolMissing);
    row("engine.down", Error::Code::ToolFailed);
    row("engine.silent", Error::Code::ToolFailed);
    row("engine.memory", Error::Code::ToolFailed);
    row("engine.disk", Error::Code::ToolFailed);
    row("engine.permission", Error::Code::Auth);
    row("port.taken", Error::Code::Conflict);
    row("port.forbidden", Error::Code::Conflict);
    row("folder.missing", Error::Code::BadInput);
    row("folder.permission", Error::Code::BadInput);
    row("mount.node.twice", Error::Code::BadInput);
    row("chart.flower", Error::Code::BadInput);
}

void tst_Preflight::codes()
{
    QFETCH(QString, rule);
    QFETCH(Error::Code, code);
    const Finding fine{.rule = "tool.fine", .severity = Severity::Pass, .what = "fine"};
    const Finding finding{.rule = rule,
                          .what = "What",
                          .why = "Why",
                          .todo = "Todo",
                          .place = {"local.values.yaml", 3, 5},
                          .remedies = {{"folders.create", "Create", "/x"}}};
    const Error error = asError({fine, finding, fine});
    QCOMPARE(error.code, code);
    QCOMPARE(error, (Error{.code = code,
                           .what = "What",
                           .why = "Why",
                           .todo = "Todo",
                           .rule = rule,
                           .remedies = finding.remedies,
                           .place = finding.place}));
}

void tst_Preflight::severalAreOneCard()
{
    const Finding note{.rule = "host.proxy", .severity = Severity::Warning, .what = "A proxy", .remedies = {{"x", "X"}}};
    const Finding port{
        .rule = "port.taken", .what = "Port 8080 is in use", .todo = "Take another", .remedies = {{"port.next", "8081", "8081"}}};
    const Finding folder{.rule = "folder.missing",
                         .what = "./dags is missing",
                         .place = {"kind-cluster.yaml", 10, 9},
                         .remedies = {{"folders.create", "Create", "/x"}}};
    const Error error = asError({note, port, folder});
    QCOMPARE(error.code, Error::Code::Conflict); // of the first
    QCOMPARE(error.rule, "port.taken");
    QVERIFY2(error.evidence.contains("Port 8080 is in use") && error.evidence.contains("Take another"), qPrintable(error.evidence));
    QVERIFY2(error.evidence.contains("kind-cluster.yaml:10:9: ./dags is missing"), qPrintable(error.evidence));
    QVERIFY(!error.evidence.contains("proxy"));
    QCOMPARE(error.remedies, (QList<Remedy>{{"port.next", "8081", "8081"}, {"folders.create", "Create", "/x"}}));
}

void tst_Preflight::warningsAreNoFailure()
{
    QVERIFY(!hasFailure({}));
    QVERIFY(!hasFailure({{.rule = "a", .severity = Severity::Pass}, {.rule = "b", .severity = Severity::Warning}}));
    QVERIFY(hasFailure({{.rule = "a", .severity = Severity::Pass}, {.rule = "b", .severity = Severity::Failure}}));
}

void tst_Preflight::asksEverythingAtOnce()
{
    m_bench->runner.on(Tool::Docker, {"image", "inspect", m_bench->workspace.nodeImage()},
                       {.out = KindBench::data("tools/docker-image-inspect-node-28.2.2.json")});
    const Async<Preflight> gathering = gatherPreflight(m_bench->session, &m_bench->workspace, this);
    QCOMPARE(m_bench->runner.running(), 9); // engine, containers, builder, two images and four versions: none waits for another
    const auto facts = await(gathering);
    QVERIFY(facts);
    QVERIFY(facts->engine.info && facts->hasBuildKit && facts->nodeImage);
    for (const ToolFacts &tool : facts->tools)
        QVERIFY2(tool.version && !tool.path.isEmpty(), qPrintable(toolName(tool.tool)));
    const QList<Finding> findings = judge(*facts);
    QVERIFY2(!hasFailure(findings), qPrintable(hasFailure(findings) ? asError(findings).report() : QString()));
    QCOMPARE(m_bench->changes(), QStringList());
    for (const Command &command : m_bench->runner.commands())
        QVERIFY2(command.limit <= 10s, qPrintable(command.shown())); // an engine that hangs must not hang us
}

void tst_Preflight::saysWhatTheEngineSaid_data()
{
    QTest::addColumn<ScriptedReply>("reply");
    QTest::addColumn<QString>("rule");
    QTest::newRow("down") << ScriptedReply{.err = KindBench::data("tools/engine.down-docker-28.2.2.txt"), .exitCode = 1} << "engine.down";
    QTest::newRow("not allowed") << ScriptedReply{.err = KindBench::data("tools/engine.permission-docker-28.2.2.txt"), .exitCode = 1}
                                 << "engine.permission";
    QTest::newRow("hangs") << ScriptedReply{.error = Error{Error::Code::Timeout, "docker did not end"}} << "engine.silent";
    QTest::newRow("not there") << ScriptedReply{.error = Error{Error::Code::ToolMissing, "docker was not found"}} << "engine.missing";
}

void tst_Preflight::saysWhatTheEngineSaid()
{
    QFETCH(ScriptedReply, reply);
    QFETCH(QString, rule);
    m_bench->runner.on(Tool::Docker, {"info"}, reply);
    const auto facts = gather();
    QVERIFY(facts); // what a tool says is a fact, never an error
    const QList<Finding> findings = judge(*facts);
    QCOMPARE(asError({findings.first()}).rule, rule);
    // Without an engine nothing is known of ports and node images, and nothing is made up.
    QVERIFY(std::none_of(findings.begin(), findings.end(),
                         [](const Finding &it) { return it.rule.startsWith("port.") || it.rule.startsWith("node.image"); }));
}

// Of the image that the Dockerfile builds on; nothing where docker does not have it yet.
void tst_Preflight::imageTakesItsSpace()
{
    const Result<Preflight> facts = gather();
    QVERIFY(facts);
    QCOMPARE(facts->engine.imageSize, qint64(597368519));
    m_bench->runner.on(Tool::Docker, {"image", "inspect"}, {.out = "[]\n", .err = "Error: No such image", .exitCode = 1});
    const Result<Preflight> absent = gather();
    QVERIFY(absent);
    QCOMPARE(absent->engine.imageSize, qint64(0));
    // Where there is a node it has been loaded before: no reason to keep what is there from starting.
    Preflight full = *facts;
    full.engine.imageSize = qint64(5) << 30;
    full.engine.diskFree = qint64(4) << 30;
    const QList<Finding> first = judge(full), later = judgeOf(full, m_bench->workspace, OwnNode::Stopped);
    QCOMPARE(find(first, "engine.disk")->severity, Severity::Failure);
    QCOMPARE(find(later, "engine.disk")->severity, Severity::Warning);
}

void tst_Preflight::machineAlone()
{
    const auto facts = await(gatherPreflight(m_bench->session, nullptr, this));
    QVERIFY(facts);
    const QList<Finding> findings = judgePreflight(*facts, nullptr, nullptr, OwnNode::None);
    QVERIFY(find(findings, "tool.fine") && find(findings, "engine.memory"));
    QVERIFY(!find(findings, "folder.fine") && !find(findings, "port.free"));
    QCOMPARE(m_bench->runner.count(Tool::Docker, {"image", "inspect"}), 0);
    QCOMPARE(askedRegistry(), 0);
}

void tst_Preflight::toolsThatAreMissing()
{
    m_bench->tools = ToolFinder({.ownFolder = m_bench->folder.makeFolder("no tools")});
    const auto facts = gather();
    QVERIFY(facts);
    QCOMPARE(m_bench->runner.count(Tool::Kind, {"version"}), 0);
    const QList<Finding> findings = judge(*facts);
    QCOMPARE(std::count_if(findings.begin(), findings.end(), [](const Finding &it) { return it.rule == "tool.missing"; }), 4);
    QCOMPARE(asError(findings).code, Error::Code::ToolMissing);
}

void tst_Preflight::webPort_data()
{
    QTest::addColumn<bool>("taken");
    QTest::addColumn<QByteArray>("forwardMark");
    QTest::addColumn<QString>("rule");
    const QByteArray us = QByteArray::number(QCoreApplication::applicationPid());
    QTest::newRow("free") << false << QByteArray() << "port.free";
    QTest::newRow("taken") << true << QByteArray() << "port.taken";
    QTest::newRow("by our own forward") << true << "PORT " + us << "port.ours";
    QTest::newRow("a forward that has died") << true << QByteArray("PORT 99999999") << "port.taken";
    QTest::newRow("a forward on another port") << true << "1 " + us << "port.taken";
    QTest::newRow("a mark of nonsense") << true << QByteArray("PORT") << "port.taken";
    QTest::newRow("a group of processes") << true << QByteArray("PORT -1") << "port.taken";
}

void tst_Preflight::webPort()
{
    QFETCH(bool, taken);
    QFETCH(QByteArray, forwardMark);
    QFETCH(QString, rule);
    const int port = m_bench->workspace.webPort();
    const auto stranger = taken ? std::make_unique<Stranger>(port) : nullptr;
    QVERIFY(!stranger || stranger->listens);
    forwardMark.replace("PORT", QByteArray::number(port));
    QDir().mkpath(m_bench->places.state.absolutePath());
    QFile mark(m_bench->places.forwardMark);
    QVERIFY(mark.open(QIODevice::WriteOnly) && mark.write(forwardMark) == forwardMark.size());
    mark.close();
    const auto facts = gather();
    QVERIFY(facts);
    const QList<Finding> findings = judge(*facts);
    QStringList rules;
    for (const Finding &finding : findings)
        rules += finding.rule;
    QVERIFY2(rules.contains(rule), qPrintable(rules.join(u' ')));
    QCOMPARE(hasFailure(findings), rule == "port.taken");
    if (rule == "port.taken") {
        QCOMPARE(asError(findings).code, Error::Code::Conflict);
        QCOMPARE(asError(findings).remedies.value(0).id, "port.next");
    }
}

void tst_Preflight::mappedPort_data()
{
    QTest::addColumn<OwnNode>("node");
    QTest::addColumn<bool>("told");
    QTest::newRow("no node yet") << OwnNode::None << true;
    QTest::newRow("somebody took it while the node was stopped") << OwnNode::Stopped << true;
    QTest::newRow("our node is up") << OwnNode::Up << false;
}

void tst_Preflight::mappedPort()
{
    QFETCH(OwnNode, node);
    QFETCH(bool, told);
    const int port = nextFreePort(m_bench->workspace.webPort()).value_or(0);
    const Stranger stranger(port);
    QVERIFY(stranger.listens);
    const Workspace workspace = made("web: {port: " + QByteArray::number(m_bench->workspace.webPort()) + "}\n",
                                     "  extraPortMappings:\n  - {containerPort: 30080, hostPort: " + QByteArray::number(port) + "}\n");
    const auto facts = await(gatherPreflight(m_bench->session, &workspace, this));
    QVERIFY(facts);
    const QList<Finding> findings = judgeOf(*facts, workspace, node);
    const Finding *taken = find(findings, "port.taken");
    QCOMPARE(taken != nullptr, told);
    if (!taken)
        return;
    QVERIFY2(taken->what.contains(QString::number(port)), qPrintable(taken->what));
    QCOMPARE(taken->remedies, QList<Remedy>()); // another port for the page would not free this one
}

void tst_Preflight::whoseNode()
{
    KindLook look;
    look.node = docker::Container{};
    look.node->state = docker::ContainerState::Running;
    QCOMPARE(ownNode(look), OwnNode::None);
    look.owned = true;
    QCOMPARE(ownNode(look), OwnNode::Up);
    look.node->state = docker::ContainerState::Paused;
    QCOMPARE(ownNode(look), OwnNode::Up);
    look.node->state = docker::ContainerState::Exited;
    QCOMPARE(ownNode(look), OwnNode::Stopped);
}

void tst_Preflight::nodeImage_data()
{
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<QByteArray>("nodeLines");
    QTest::addColumn<QString>("image");
    const QByteArray named = "cluster: {nodeImage: \"kindest/node:v1.33.1\"}\n", inConfig = "  image: kindest/node:v1.31.2\n";
    QTest::newRow("windsock.yaml's") << named << inConfig << "kindest/node:v1.33.1";
    QTest::newRow("the config's") << QByteArray("fastBoot: true\n") << inConfig << "kindest/node:v1.31.2";
    QTest::newRow("kind's own") << QByteArray("fastBoot: true\n") << QByteArray() << defaultNodeImage({0, 27, 0});
}

void tst_Preflight::nodeImage()
{
    QFETCH(QByteArray, settings);
    QFETCH(QByteArray, nodeLines);
    QFETCH(QString, image);
    const Workspace workspace = made(settings, nodeLines);
    const auto facts = await(gatherPreflight(m_bench->session, &workspace, this));
    QVERIFY(facts);
    QCOMPARE(facts->nodeImageName, image);
    QCOMPARE(m_bench->runner.count(Tool::Docker, {"image", "inspect", image}), 1);
    QVERIFY(find(judgeOf(*facts, workspace), "node.image.pull"));
}

void tst_Preflight::nodeImageElsewhere_data()
{
    QTest::addColumn<bool>("here");
    QTest::addColumn<ScriptedReply>("reply"); // of docker's client, which asks the registry
    QTest::addColumn<QString>("rule");
    const ScriptedReply no{.err = "no such manifest: docker.io/kindest/node:v1.32.2", .exitCode = 1};
    QTest::newRow("here") << true << no << "node.image.here";
    QTest::newRow("its registry has it") << false << ScriptedReply{.out = "{}"} << "node.image.pull";
    QTest::newRow("its registry has it not") << false << no << "node.image.missing";
    QTest::newRow("no way out") << false << ScriptedReply{.err = "dial tcp: lookup registry.example: no such host", .exitCode = 1}
                                << "node.image.pull";
    QTest::newRow("no answer in time") << false << ScriptedReply{.error = Error{Error::Code::Timeout, "docker did not end"}}
                                       << "node.image.pull";
}

void tst_Preflight::nodeImageElsewhere()
{
    QFETCH(bool, here);
    QFETCH(ScriptedReply, reply);
    QFETCH(QString, rule);
    if (here)
        m_bench->runner.on(Tool::Docker, {"image", "inspect", m_bench->workspace.nodeImage()},
                           {.out = KindBench::data("tools/docker-image-inspect-node-28.2.2.json")});
    m_bench->runner.on(Tool::Docker, {"manifest", "inspect"}, reply);
    const auto facts = gather();
    QVERIFY(facts);
    const QList<Finding> findings = judge(*facts);
    const Finding *finding = find(findings, rule);
    QVERIFY(finding);
    QCOMPARE(hasFailure(findings), rule == "node.image.missing");
    QVERIFY(rule != "node.image.missing" || (finding->what.contains(m_bench->workspace.nodeImage()) && !finding->todo.isEmpty()));
    QCOMPARE(askedRegistry(), here ? 0 : 1);
    for (const Command &command : m_bench->runner.commands())
        QVERIFY(command.args.value(0) != "manifest" || command.limit <= 3s);
    // A node that is there was made from its image already.
    QVERIFY(!find(judgeOf(*facts, m_bench->workspace, OwnNode::Stopped), "node.image.missing"));
}

void tst_Preflight::silentEngineHasNoImages()
{
    const ScriptedReply down{.err = KindBench::data("tools/engine.down-docker-28.2.2.txt"), .exitCode = 1};
    m_bench->runner.on(Tool::Docker, {"info"}, down).on(Tool::Docker, {"image", "inspect"}, down);
    QVERIFY(gather());
    QCOMPARE(askedRegistry(), 0);
}

void tst_Preflight::kubectlAndTheNode_data()
{
    QTest::addColumn<QByteArray>("image");
    QTest::addColumn<bool>("apart"); // from kubectl 1.32.2
    QTest::newRow("the same") << QByteArray("kindest/node:v1.32.2") << false;
    QTest::newRow("one minor version") << QByteArray("kindest/node:v1.31.2") << false;
    QTest::newRow("far") << QByteArray("kindest/node:v1.29.1") << true;
    QTest::newRow("far, by way of a mirror") << QByteArray("mirror.example:5000/kindest/node:v1.29.1") << true;
    QTest::newRow("a number of its maker's own") << QByteArray("registry.example/team/node:2.0.1") << false;
}

void tst_Preflight::kubectlAndTheNode()
{
    QFETCH(QByteArray, image);
    QFETCH(bool, apart);
    const Workspace workspace = made("fastBoot: true\n", "  image: " + image + "\n");
    const auto facts = await(gatherPreflight(m_bench->session, &workspace, this));
    QVERIFY(facts);
    QCOMPARE(find(judgeOf(*facts, workspace), "tool.skew") != nullptr, apart);
}

void tst_Preflight::missingFolder()
{
    QVERIFY(QDir(m_bench->folder.path("demo/dbt")).removeRecursively());
    const auto facts = gather();
    QVERIFY(facts);
    const Error error = asError(judge(*facts));
    QCOMPARE(error.rule, "folder.missing");
    QCOMPARE(error.remedies, (QList<Remedy>{{"folders.create", error.remedies.value(0).label, m_bench->folder.path("demo/dbt")}}));
    QVERIFY2(error.place.file.contains("kind-cluster.yaml") && error.place.line > 0, qPrintable(error.report()));
    QVERIFY(!QDir(m_bench->folder.path("demo/dbt")).exists()); // a look makes nothing
}

void tst_Preflight::cancel()
{
    m_bench->runner.on(Tool::Docker, {"info"}, {.hangs = true});
    const Async<Preflight> gathering = gatherPreflight(m_bench->session, &m_bench->workspace, this, m_cancel);
    m_cancel.request();
    QVERIFY(await(gathering)); // the step that asked knows about the cancel itself
    QCOMPARE(m_bench->runner.running(), 0);
    m_cancel = Cancel();
}

QTEST_GUILESS_MAIN(tst_Preflight)
#include "tst_Preflight.moc"
