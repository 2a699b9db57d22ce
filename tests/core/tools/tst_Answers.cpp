// SPDX-License-Identifier: Apache-2.0
// What recorded answers of docker, kind, helm and kubectl mean, and that broken ones give an error with a name.
#include "core/tools/DockerReplies.h"
#include "core/tools/Helm.h"
#include "core/tools/Kind.h"
#include "core/tools/KindProgress.h"
#include "core/tools/Kubectl.h"
#include "core/tools/ToolVersions.h"

#include <QFile>
#include <QTest>
#include <QTimeZone>

using namespace windsock;

namespace {
QByteArray recorded(const char *file)
{
    QFile data(QStringLiteral(TEST_DATA "/tools/") + QLatin1String(file));
    if (!data.open(QIODevice::ReadOnly))
        qFatal("no file %s", file);
    return data.readAll();
}

QByteArray info(const QByteArray &changes)
{
    return "{\"ServerVersion\":\"28.2.2\",\"MemTotal\":8312045568,\"NCPU\":4,\"Architecture\":\"aarch64\"," + changes + "}";
}
} // namespace

class AnswersTest : public QObject
{
    Q_OBJECT
private slots:
    void engineInfo();
    void engineDown();
    void providers_data();
    void providers();
    void image();
    void images();
    void containers();
    void containerStates_data();
    void containerStates();
    void containerList();
    void oddPorts();
    void events();
    void disks();
    void stages();
    void clusters();
    void releases();
    void forwarding_data();
    void forwarding();
    void versions_data();
    void versions();
    void ranges_data();
    void ranges();
    void skew();
    void broken_data();
    void broken();
};

void AnswersTest::engineInfo()
{
    const Result<docker::EngineInfo> engine = docker::parseInfo(recorded("docker-info-28.2.2.json"));
    QVERIFY(engine);
    QCOMPARE(engine->serverVersion, QStringLiteral("20.10.24+dfsg1"));
    QCOMPARE(engine->cpus, 2);
    QVERIFY(engine->memory > 20'000'000'000);
    QCOMPARE(engine->storageDriver, QStringLiteral("overlay2"));
    QCOMPARE(engine->rootFolder, QStringLiteral("/var/lib/docker"));
    QCOMPARE(engine->architecture, QStringLiteral("amd64"));
    QCOMPARE(engine->provider, docker::Provider::Native);
    QCOMPARE(engine->cgroupVersion, 1);
    QVERIFY(!engine->containerdStore && !engine->rootless);
}

void AnswersTest::engineDown()
{
    for (const char *file : {"engine.down-docker-28.2.2.txt", "engine.permission-docker-28.2.2.txt"}) {
        const QList<QByteArray> lines = recorded(file).split('\n');
        const auto isJson = [](const QByteArray &line) { return line.startsWith('{'); };
        Result<docker::EngineInfo> engine =
            docker::parseInfo(*std::find_if(lines.begin(), lines.end(), isJson), lines.at(lines.size() - 2));
        QVERIFY(!engine);
        QCOMPARE(engine.error().rule, QString::fromLatin1(file).section(u'-', 0, 0));
        QVERIFY(!engine.error().why.isEmpty());
    }
}

void AnswersTest::providers_data()
{
    QTest::addColumn<QByteArray>("changes");
    QTest::addColumn<int>("provider");
    const auto row = [](const char *name, const char *changes, docker::Provider provider) {
        QTest::newRow(name) << QByteArray(changes) << int(provider);
    };
    row("desktop", R"("OperatingSystem":"Docker Desktop","Name":"docker-desktop")", docker::Provider::DockerDesktop);
    row("orbstack", R"("OperatingSystem":"OrbStack","Name":"orbstack")", docker::Provider::OrbStack);
    row("colima", R"("OperatingSystem":"Ubuntu 24.04.1 LTS","Name":"colima")", docker::Provider::Colima);
    row("colima profile", R"("OperatingSystem":"Ubuntu 24.04.1 LTS","Name":"colima-work")", docker::Provider::Colima);
    row("rancher", R"("OperatingSystem":"Alpine Linux v3.20","Name":"lima-rancher-desktop")", docker::Provider::RancherDesktop);
    row("podman", R"("OperatingSystem":"fedora","Name":"localhost","BuildahVersion":"1.33.5")", docker::Provider::Podman);
    row("native", R"("OperatingSystem":"Fedora Linux 41","Name":"laptop")", docker::Provider::Native);
}

void AnswersTest::providers()
{
    QFETCH(QByteArray, changes);
    QFETCH(int, provider);
    const QByteArray store = R"(,"DriverStatus":[["driver-type","io.containerd.snapshotter.v1"]],"SecurityOptions":["name=rootless"])";
    const Result<docker::EngineInfo> engine = docker::parseInfo(info(changes + store));
    QVERIFY(engine);
    QCOMPARE(int(engine->provider), provider);
    QCOMPARE(engine->architecture, QStringLiteral("arm64"));
    QVERIFY(engine->containerdStore && engine->rootless);
}

void AnswersTest::image()
{
    const Result<docker::ImageFacts> image = docker::parseImage(recorded("docker-image-inspect-28.2.2.json"));
    QVERIFY(image);
    QVERIFY(image->id.startsWith("sha256:be8800e7091a"));
    QVERIFY(image->tags.contains("apache/airflow:2.10.5"));
    QVERIFY(image->size > 500'000'000 && !image->layers.isEmpty() && image->digests.isEmpty());
    QVERIFY(image->layers.first().startsWith("sha256:"));
    QCOMPARE(image->architecture, QStringLiteral("amd64"));
    QVERIFY(image->created.isValid());
    QCOMPARE(image->entrypoint, (QStringList{"/usr/bin/dumb-init", "--", "/entrypoint"}));
    QCOMPARE(image->onBuild, QStringList());
    const Result<docker::ImageFacts> onBuild = docker::parseImage(R"([{"Id": "sha256:1", "Config": {"OnBuild": ["COPY . /app"]}}])");
    QCOMPARE(onBuild->onBuild, QStringList{"COPY . /app"});
    Result<docker::ImageFacts> none = docker::parseImage("[]\n");
    QVERIFY(!none && none.error().code == Error::Code::NotFound);
}

void AnswersTest::images()
{
    const Result<QList<docker::ImageRow>> rows = docker::parseImageList(recorded("docker-image-ls-28.2.2.txt"));
    QVERIFY(rows && rows->size() > 10);
    const QString id = "sha256:0123456789abcdef0123456789abcdef";
    const QList<docker::ImageRow> ours{{id, "airflow-local", "0123456789ab"},
                                       {id, "airflow-local", "local"},
                                       {id, "airflow-local", "ffffffffffff"},
                                       {"sha256:ffffffffffff0000", "airflow-local", "ffffffffffff"}};
    QCOMPARE(docker::unusedContentTags(ours, {}), (QStringList{"airflow-local:0123456789ab", "airflow-local:ffffffffffff"}));
    QCOMPARE(docker::unusedContentTags(ours, {"airflow-local:0123456789ab", "sha256:ffffffffffff0000"}), QStringList());
    QCOMPARE(docker::unusedContentTags(*rows, {}), QStringList()); // nobody's but ours
}

void AnswersTest::containers()
{
    const Result<docker::Container> node = docker::parseContainer(recorded("docker-inspect-node-28.2.2.json"));
    QVERIFY(node);
    QCOMPARE(node->name, QStringLiteral("rec-control-plane"));
    QCOMPARE(node->image, QStringLiteral("kindest/node:v1.32.2"));
    QCOMPARE(node->labels.value(kind::clusterLabel), QStringLiteral("rec"));
    QVERIFY(node->mounts.contains({"/home/sam/pipelines/dags", "/opt/airflow/dags", true}));
    QVERIFY(node->mounts.contains({"/lib/modules", "/lib/modules", false}));
    QVERIFY(node->ports.contains({"127.0.0.1", 18996, 30080}));
    QVERIFY(node->created.isValid() && node->started.isValid() && !node->finished.isValid());
    Result<docker::Container> none = docker::parseContainer("[]");
    QVERIFY(!none && none.error().code == Error::Code::NotFound);
}

void AnswersTest::containerStates_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("state");
    QTest::newRow("running") << recorded("docker-inspect-node-28.2.2.json") << int(docker::ContainerState::Running);
    QTest::newRow("paused") << recorded("docker-inspect-paused-28.2.2.json") << int(docker::ContainerState::Paused);
    QTest::newRow("exited") << recorded("docker-inspect-exited-28.2.2.json") << int(docker::ContainerState::Exited);
    QTest::newRow("unheard of") << QByteArray(R"([{"Id":"1","State":{"Status":"dreaming"}}])") << int(docker::ContainerState::Unknown);
}

void AnswersTest::containerStates()
{
    QFETCH(QByteArray, json);
    QFETCH(int, state);
    const Result<docker::Container> container = docker::parseContainer(json);
    QVERIFY(container);
    QCOMPARE(int(container->state), state);
    if (container->state == docker::ContainerState::Exited)
        QVERIFY(container->ports.contains({"127.0.0.1", 18996, 30080})); // what it will publish again
}

void AnswersTest::containerList()
{
    const Result<QList<docker::ContainerRow>> rows = docker::parseContainerList(recorded("docker-ps-label-28.2.2.txt"));
    QVERIFY(rows);
    QCOMPARE(rows->size(), 1);
    QCOMPARE(rows->first().name, QStringLiteral("rec-control-plane"));
    QCOMPARE(rows->first().state, docker::ContainerState::Running);
    QCOMPARE(rows->first().labels.value("io.x-k8s.kind.role"), QStringLiteral("control-plane"));
    QVERIFY(rows->first().ports.contains({"127.0.0.1", 18996, 30080}));
    QVERIFY(docker::parseContainerList("\n")->isEmpty());
}

void AnswersTest::oddPorts()
{
    const QByteArray line = R"({"ID":"1","Names":"x","State":"running","Ports":"0.0.0.0:80->80/tcp, [::]:80->80/tcp, :::90->91/udp, )"
                            R"(9000-9001/tcp, 127.0.0.1:7000-7002->8000-8002/tcp"})";
    const Result<QList<docker::ContainerRow>> rows = docker::parseContainerList(line);
    QVERIFY(rows);
    const QList<docker::PublishedPort> expected{
        {"0.0.0.0", 80, 80},       {"::", 80, 80},           {"::", 90, 91}, {"127.0.0.1", 7000, 8000},
        {"127.0.0.1", 7001, 8001}, {"127.0.0.1", 7002, 8002}};
    QCOMPARE(rows->first().ports, expected);
}

void AnswersTest::events()
{
    QStringList actions;
    const QList<QByteArray> lines = recorded("docker-events-28.2.2.txt").trimmed().split('\n');
    for (const QByteArray &line : lines) {
        const Result<docker::ContainerEvent> event = docker::parseEvent(line);
        QVERIFY(event);
        QCOMPARE(event->name, QStringLiteral("recev"));
        QCOMPARE(event->labels.value("recev"), QStringLiteral("1"));
        actions += event->action;
    }
    QCOMPARE(actions, (QStringList{"start", "pause", "unpause", "die", "destroy"}));
    QVERIFY(!docker::parseEvent("{}"));
}

void AnswersTest::disks()
{
    const Result<docker::DiskUsage> usage = docker::parseDiskUsage(recorded("docker-system-df-28.2.2.txt"));
    QVERIFY(usage);
    QCOMPARE(usage->images, 3'884'000'000);
    QCOMPARE(usage->containers, 0);
    QCOMPARE(docker::parseDiskFree(recorded("df-coreutils-9.1.txt")).value_or(0), 58482724LL * 1024);
    QVERIFY(!docker::parseDiskFree(""));
    QVERIFY(!docker::parseDiskFree("df: /nope: No such file or directory\n"));
}

void AnswersTest::stages()
{
    QStringList trace;
    double before = 0;
    const QList<QByteArray> lines = recorded("kind-create-ok-0.27.0.txt").split('\n');
    for (const QByteArray &line : lines) {
        const std::optional<kind::Stage> stage = kind::parseStage(line);
        if (!stage)
            continue;
        QVERIFY2(stage->fraction >= before, qPrintable(stage->title));
        before = stage->fraction;
        if (stage->state == kind::Stage::State::Done)
            trace += stage->title;
    }
    QCOMPARE(trace, (QStringList{"Ensuring node image (kindest/node:v1.32.2)", "Preparing nodes", "Writing configuration",
                                 "Starting control-plane", "Installing CNI", "Installing StorageClass"}));
    QCOMPARE(before, 1.0);
    QCOMPARE(kind::parseStage(" ✗ Preparing nodes 📦 ")->state, kind::Stage::State::Failed);
    QCOMPARE(kind::parseStage(" \x1b[32m✓\x1b[0m Writing configuration 📜")->title, QStringLiteral("Writing configuration"));
    QVERIFY(!kind::parseStage("Creating cluster \"rec\" ..."));
    QVERIFY(!kind::parseStage(""));
    QVERIFY(!kind::parseStage("\xff\xfe"));
}

void AnswersTest::clusters()
{
    QCOMPARE(kind::parseClusters("airflow\nother.one\n"), (QStringList{"airflow", "other.one"}));
    QVERIFY(kind::parseClusters("No kind clusters found.\n").isEmpty());
    QVERIFY(kind::parseClusters("").isEmpty());
}

void AnswersTest::releases()
{
    const Result<QList<helm::Release>> list = helm::parseList(recorded("helm-list-3.19.4.json"));
    QVERIFY(list);
    QCOMPARE(list->size(), 1);
    const helm::Release stuck = list->first();
    QCOMPARE(stuck.name + stuck.nameSpace + stuck.chart, QStringLiteral("slowdefaultslow-0.1.0"));
    QVERIFY(stuck.isPending() && !stuck.isDeployed());
    QCOMPARE(stuck.revision, 1);
    QCOMPARE(stuck.updated, QDateTime(QDate(2026, 11, 23), QTime(21, 16, 26), QTimeZone::utc()));
    const Result<helm::Release> status = helm::parseStatus(recorded("helm-status-3.19.4.json"));
    QVERIFY(status && status->isPending());
    QCOMPARE(status->updated, stuck.updated);
    const Result<helm::Release> upgraded = helm::parseStatus(recorded("helm-upgrade-3.19.4.json"));
    QVERIFY(upgraded && upgraded->isDeployed());
    QVERIFY(helm::parseList("[]")->isEmpty());
    QVERIFY(!helm::parseStatus("{}"));
}

void AnswersTest::forwarding_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("port");
    QTest::newRow("recorded") << recorded("kubectl-port-forward-1.32.2.txt").split('\n').first() << 33637;
    QTest::newRow("version 6") << QByteArray("Forwarding from [::1]:33637 -> 8080") << 0;
    QTest::newRow("other") << QByteArray("Handling connection for 8080") << 0;
    QTest::newRow("empty") << QByteArray() << 0;
}

void AnswersTest::forwarding()
{
    QFETCH(QByteArray, line);
    QFETCH(int, port);
    QCOMPARE(kubectl::parseForwarding(line).value_or(0), port);
    QVERIFY(!kubectl::lostPod(line));
    int losses = 0;
    const QList<QByteArray> lines = recorded("forward.lost-kubectl-1.32.2.txt").split('\n');
    for (const QByteArray &lost : lines)
        losses += kubectl::lostPod(lost) ? 1 : 0;
    QVERIFY(losses >= 1);
}

void AnswersTest::versions_data()
{
    QTest::addColumn<int>("tool");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("client");
    QTest::addColumn<QString>("server");
    QTest::newRow("docker") << int(Tool::Docker) << recorded("docker-version-28.2.2.json") << "28.2.2"
                            << "20.10.24";
    QTest::newRow("docker without engine") << int(Tool::Docker) << QByteArray(R"({"Client":{"Version":"27.5.1"},"Server":null})")
                                           << "27.5.1"
                                           << "";
    QTest::newRow("kind") << int(Tool::Kind) << recorded("kind-version-0.27.0.txt") << "0.27.0"
                          << "";
    QTest::newRow("helm") << int(Tool::Helm) << recorded("helm-version-3.19.4.txt") << "3.19.4"
                          << "";
    QTest::newRow("kubectl") << int(Tool::Kubectl) << recorded("kubectl-version-1.32.2.json") << "1.32.2"
                             << "";
    QTest::newRow("alpha") << int(Tool::Kind) << QByteArray("kind v0.31.0-alpha+abc go1.25 linux/amd64") << "0.31.0"
                           << "";
}

void AnswersTest::versions()
{
    QFETCH(int, tool);
    QFETCH(QByteArray, answer);
    QFETCH(QString, client);
    QFETCH(QString, server);
    const Result<ToolVersion> version = parseToolVersion(Tool(tool), answer);
    QVERIFY(version);
    QCOMPARE(version->client.text(), client);
    QCOMPARE(version->server ? version->server->text() : QString(), server);
}

void AnswersTest::ranges_data()
{
    QTest::addColumn<int>("tool");
    QTest::addColumn<QString>("version");
    QTest::addColumn<int>("fit");
    const auto row = [](Tool tool, const char *version, Fit fit) {
        QTest::addRow("%s %s", qPrintable(toolName(tool)), version) << int(tool) << QString::fromLatin1(version) << int(fit);
    };
    row(Tool::Docker, "20.10.24", Fit::Good);
    row(Tool::Docker, "19.03.15", Fit::TooOld);
    row(Tool::Kind, "0.20.0", Fit::Good);
    row(Tool::Kind, "0.19.0", Fit::TooOld);
    row(Tool::Helm, "3.13.0", Fit::Good);
    row(Tool::Helm, "3.12.3", Fit::TooOld);
    row(Tool::Helm, "3.99.0", Fit::Good);
    row(Tool::Helm, "4.0.0", Fit::TooNew);
}

void AnswersTest::ranges()
{
    QFETCH(int, tool);
    QFETCH(QString, version);
    QFETCH(int, fit);
    QCOMPARE(int(fits(Tool(tool), *Version::find(version))), fit);
}

void AnswersTest::skew()
{
    const Version node{1, 32, 2};
    QCOMPARE(kubectlFits({1, 31, 0}, node), Fit::Good);
    QCOMPARE(kubectlFits({1, 33, 9}, node), Fit::Good);
    QCOMPARE(kubectlFits({1, 30, 9}, node), Fit::TooOld);
    QCOMPARE(kubectlFits({1, 34, 0}, node), Fit::TooNew);
    QCOMPARE(kubectlFits({2, 0, 0}, node), Fit::TooNew);
}

void AnswersTest::broken_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("WARNING: something\n");
    QTest::newRow("cut") << recorded("docker-inspect-node-28.2.2.json").left(2000);
    QTest::newRow("number") << QByteArray("42");
    QTest::newRow("binary") << QByteArray("\x00\xff\x01", 3);
    QTest::newRow("deep") << QByteArray(5000, '[');
}

void AnswersTest::broken()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!docker::parseInfo(bytes) && !docker::parseImage(bytes) && !docker::parseContainer(bytes) && !docker::parseEvent(bytes));
    QVERIFY(!helm::parseList(bytes) && !helm::parseStatus(bytes));
    for (Tool tool : {Tool::Docker, Tool::Kind, Tool::Helm, Tool::Kubectl}) {
        Result<ToolVersion> version = parseToolVersion(tool, bytes);
        QVERIFY(!version && version.error().what.contains(toolName(tool)));
    }
}

QTEST_GUILESS_MAIN(AnswersTest)
#include "tst_Answers.moc"
