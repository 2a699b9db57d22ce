// SPDX-License-Identifier: Apache-2.0
// Facts about engine, tools, ports, folders, machine and node image, and what is found in them.
#include "core/checks/EngineCheck.h"
#include "core/checks/FolderChecks.h"
#include "core/checks/HostChecks.h"
#include "core/checks/NodeImageCheck.h"
#include "core/checks/PortChecks.h"
#include "core/checks/ToolChecks.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace windsock;

namespace {
constexpr qint64 gibibyte = 1024LL * 1024 * 1024;

QStringList rulesOf(const QList<Finding> &findings)
{
    QStringList rules;
    for (const Finding &finding : findings)
        rules += finding.rule + QLatin1String(finding.severity == Severity::Pass ? "" : finding.severity == Severity::Warning ? "?" : "!");
    return rules;
}

EngineFacts engine(double memory, std::optional<double> diskFree = {}, double image = 0)
{
    docker::EngineInfo info;
    info.serverVersion = "28.2.2";
    info.memory = qint64(memory * double(gibibyte));
    info.provider = docker::Provider::DockerDesktop;
    EngineFacts facts{.info = info, .imageSize = qint64(image * double(gibibyte))};
    if (diskFree)
        facts.diskFree = qint64(*diskFree * double(gibibyte));
    return facts;
}

FolderFacts folder(uint owner, uint group, uint mode)
{
    Mount mount{"./logs", "/home/sam/pipelines/logs", "/opt/airflow/logs", "/opt/airflow/logs"};
    mount.nodePlace = {"kind-cluster.yaml", 12, 7};
    return {.mount = mount, .exists = true, .isFolder = true, .owner = owner, .group = group, .mode = mode, .airflowWrites = true};
}
} // namespace

class HostAndToolsTest : public QObject
{
    Q_OBJECT
private slots:
    void engineSizes_data();
    void engineSizes();
    void engineProblems();
    void engineStartOffers();
    void tools_data();
    void tools();
    void platforms();
    void ports();
    void gathersPort();
    void folders_data();
    void folders();
    void missingFolders();
    void gathersFolder();
    void inotify();
    void proxies_data();
    void proxies();
    void nodeImages_data();
    void nodeImages();
    void imageNames();
    void everyFindingHelps();
};

void HostAndToolsTest::engineSizes_data()
{
    QTest::addColumn<EngineFacts>("facts");
    QTest::addColumn<QStringList>("rules");
    QTest::newRow("3 GB") << engine(3) << QStringList{"engine.memory!"};
    QTest::newRow("4 GB as the kernel sees it") << engine(3.84) << QStringList{"engine.memory?"};
    QTest::newRow("5 GB") << engine(5) << QStringList{"engine.memory?"};
    QTest::newRow("6 GB as the kernel sees it") << engine(5.79) << QStringList{"engine.memory"};
    QTest::newRow("8 GB") << engine(8) << QStringList{"engine.memory"};
    QTest::newRow("disk") << engine(8, 50) << (QStringList{"engine.memory", "engine.disk"});
    QTest::newRow("9 GB left") << engine(8, 9) << (QStringList{"engine.memory", "engine.disk?"});
    QTest::newRow("less than three images") << engine(8, 14, 5) << (QStringList{"engine.memory", "engine.disk?"});
    QTest::newRow("less than one image") << engine(8, 4, 5) << (QStringList{"engine.memory", "engine.disk!"});
    QTest::newRow("1 GB left") << engine(8, 1) << (QStringList{"engine.memory", "engine.disk!"});
}

void HostAndToolsTest::engineSizes()
{
    QFETCH(EngineFacts, facts);
    QFETCH(QStringList, rules);
    QCOMPARE(rulesOf(checkEngine(facts)), rules);
}

void HostAndToolsTest::engineProblems()
{
    QCOMPARE(engineProblem("Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?"),
             EngineProblem::Down);
    QCOMPARE(engineProblem("failed to connect to the docker API at unix:///x/docker.sock; check if the path is correct"),
             EngineProblem::Down);
    QCOMPARE(engineProblem("permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock"),
             EngineProblem::Permission);
    QCOMPARE(engineProblem("WARNING: open /root/.docker/config.json: permission denied\nCannot connect to the Docker daemon"),
             EngineProblem::Down);
    QCOMPARE(engineProblem("request returned Internal Server Error for API route and version"), EngineProblem::Silent);
    QCOMPARE(engineProblem(" \n"), EngineProblem::None);
    QCOMPARE(rulesOf(checkEngine({.clientFound = false})), QStringList{"engine.missing!"});
#ifndef Q_OS_MACOS
    QVERIFY(checkEngine({.clientFound = false}).first().todo.contains("PATH"));
#endif
    QCOMPARE(rulesOf(checkEngine({.output = "permission denied … docker.sock"})), QStringList{"engine.permission!"});
    QCOMPARE(rulesOf(checkEngine({.output = "boom"})), QStringList{"engine.silent!"});
    QCOMPARE(rulesOf(checkEngine({})), QStringList{"engine.down!"});
}

void HostAndToolsTest::engineStartOffers()
{
    const EngineFacts facts{.output = "Cannot connect to the Docker daemon", .installed = {{docker::Provider::Colima, "colima", "Colima"}}};
    const Finding finding = checkEngine(facts).first();
    QCOMPARE(finding.remedies, (QList<Remedy>{{"engine.start", "Start Colima", "colima"}}));
    QVERIFY(finding.todo.contains("colima start"));
    docker::EngineInfo remote{.rootFolder = "/", .provider = docker::Provider::OrbStack};
    QVERIFY(!gatherDiskFree(remote)); // another machine's path
    docker::EngineInfo local{.rootFolder = "/no/such/docker/root", .provider = docker::Provider::Native};
    QVERIFY(gatherDiskFree(local).value_or(0) > 0);
}

void HostAndToolsTest::tools_data()
{
    QTest::addColumn<ToolFacts>("facts");
    QTest::addColumn<QString>("rule");
    const auto version = [](Tool tool, Version client) { return std::optional(ToolVersion{tool, client, {}}); };
    QTest::newRow("missing") << ToolFacts{.tool = Tool::Kind, .downloadable = true} << "tool.missing!";
    QTest::newRow("broken") << ToolFacts{.tool = Tool::Kind, .path = "/usr/bin/kind"} << "tool.broken!";
    QTest::newRow("old") << ToolFacts{Tool::Kind, "/usr/bin/kind", version(Tool::Kind, {0, 17, 0})} << "tool.old!";
    QTest::newRow("fine") << ToolFacts{Tool::Kind, "/usr/bin/kind", version(Tool::Kind, {0, 27, 0})} << "tool.fine";
    QTest::newRow("helm 4") << ToolFacts{Tool::Helm, "/usr/bin/helm", version(Tool::Helm, {4, 0, 1})} << "tool.new?";
    QTest::newRow("skew") << ToolFacts{Tool::Kubectl, "/k", version(Tool::Kubectl, {1, 36, 0}), Version{1, 32, 2}} << "tool.skew?";
    QTest::newRow("no skew") << ToolFacts{Tool::Kubectl, "/k", version(Tool::Kubectl, {1, 33, 0}), Version{1, 32, 2}} << "tool.fine";
    QTest::newRow("old engine, new client") << ToolFacts{Tool::Docker, "/d", ToolVersion{Tool::Docker, {28, 0, 0}, Version{19, 3, 0}}}
                                            << "tool.old!";
}

void HostAndToolsTest::tools()
{
    QFETCH(ToolFacts, facts);
    QFETCH(QString, rule);
    const Finding finding = checkTool(facts, Platform::Debian);
    QCOMPARE(rulesOf({finding}), QStringList{rule});
    if (facts.downloadable)
        QCOMPARE(finding.remedies, (QList<Remedy>{{"tools.download", "Download kind", "kind"}}));
    if (rule == "tool.broken!") // there is no setting for it: PATH decides
        QVERIFY2(finding.todo.contains("PATH"), qPrintable(finding.todo));
}

void HostAndToolsTest::platforms()
{
    QCOMPARE(platformOf("PRETTY_NAME=\"x\"\nID=debian\n"), Platform::Debian);
    QCOMPARE(platformOf("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"), Platform::Debian);
    QCOMPARE(platformOf("ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n"), Platform::Fedora);
    QCOMPARE(platformOf("ID=arch\n"), Platform::OtherLinux);
    QCOMPARE(platformOf(""), Platform::OtherLinux);
    QCOMPARE(installAdvice(Tool::Kind, Platform::MacOs), QStringLiteral("brew install kind"));
    QCOMPARE(installAdvice(Tool::Docker, Platform::Debian), QStringLiteral("sudo apt install docker.io"));
}

void HostAndToolsTest::ports()
{
    PortFacts facts{.port = 8080, .purpose = "the web page", .key = "webPort"};
    QCOMPARE(rulesOf({checkPort(facts)}), QStringList{"port.free"});
    facts.state = PortState::Taken;
    facts.holder = PortHolder{.pid = 4242, .name = "gunicorn"};
    facts.next = 8081;
    const Finding taken = checkPort(facts);
    QCOMPARE(rulesOf({taken}), QStringList{"port.taken!"});
    QVERIFY(taken.why.contains("gunicorn (process 4242)"));
    QCOMPARE(taken.remedies, (QList<Remedy>{{"port.next", "Use port 8081", "8081"}}));
    facts.container = docker::ContainerRow{.name = "web"};
    QVERIFY(checkPort(facts).why.contains("the container \"web\""));
    facts.ours = true;
    QCOMPARE(rulesOf({checkPort(facts)}), QStringList{"port.ours"});
    QCOMPARE(rulesOf({checkPort({.port = 70000, .state = PortState::Forbidden})}), QStringList{"port.forbidden!"});
    QCOMPARE(rulesOf({checkPort({.port = 8080, .holder = PortHolder{.pid = 1, .name = "x", .ipv6Only = true}})}),
             QStringList{"port.ipv6?"});
}

void HostAndToolsTest::gathersPort()
{
    const std::optional<int> free = nextFreePort(20000);
    QVERIFY(free.has_value());
    const PortFacts facts = gatherPort(*free, {});
    QCOMPARE(facts.state, PortState::Free);
    QVERIFY(!facts.ours && !facts.container);
    // Who holds it may be told from outside, where only a child can tell it.
    const PortFacts told = gatherPort(*free, {}, {}, PortHolder{.pid = 4242, .name = "gunicorn", .ipv6Only = true});
    QCOMPARE(rulesOf({checkPort(told)}), QStringList{"port.ipv6?"});
    QVERIFY(!gatherPort(*free, {}, {}, std::nullopt).holder);
}

void HostAndToolsTest::folders_data()
{
    QTest::addColumn<FolderFacts>("facts");
    QTest::addColumn<QString>("rule");
    QTest::newRow("root's, group may write") << folder(0, 0, 0775) << "folder.fine";
    QTest::newRow("root's, group may not") << folder(0, 0, 0755) << "folder.permission!";
    QTest::newRow("mine, all may write") << folder(1000, 1000, 0777) << "folder.fine";
    QTest::newRow("mine, others may not") << folder(1000, 1000, 0775) << "folder.permission!";
    QTest::newRow("airflow's") << folder(50000, 1000, 0755) << "folder.fine";
    QTest::newRow("airflow's, but not for its owner") << folder(50000, 0, 0077) << "folder.permission!";
    QTest::newRow("write without pass") << folder(1000, 1000, 0776) << "folder.permission!";
    FolderFacts own = folder(1000, 1000, 0755);
    own.mayOpen = true;
    QTest::newRow("mine, and Start may open it") << own << "folder.permission?";
    FolderFacts dags = folder(1000, 1000, 0755);
    dags.airflowWrites = false;
    QTest::newRow("dags") << dags << "folder.fine";
    dags.mode = 0700;
    QTest::newRow("closed dags") << dags << "folder.unreadable!";
    dags.ownKernel = false;
    QTest::newRow("closed, but in a virtual machine") << dags << "folder.fine";
    FolderFacts file = folder(0, 0, 0777);
    file.isFolder = false;
    QTest::newRow("file") << file << "folder.file!";
    FolderFacts hidden = folder(0, 0, 0777);
    hidden.shared = false;
    QTest::newRow("not shared") << hidden << "folder.shared?";
}

void HostAndToolsTest::folders()
{
    QFETCH(FolderFacts, facts);
    QFETCH(QString, rule);
    const Finding finding = checkFolder(facts);
    QCOMPARE(rulesOf({finding}), QStringList{rule});
    QCOMPARE(finding.place, (SourcePlace{"kind-cluster.yaml", 12, 7}));
}

void HostAndToolsTest::missingFolders()
{
    FolderFacts logs = folder(0, 0, 0), dbt = folder(0, 0, 0);
    logs.exists = dbt.exists = false;
    dbt.mount.hostAbsolute = "/home/sam/pipelines/dbt";
    QCOMPARE(checkFolders({logs}).first().remedies.size(), 1);
    const QList<Finding> findings = checkFolders({logs, folder(0, 0, 0777), dbt});
    QCOMPARE(rulesOf(findings), (QStringList{"folder.missing!", "folder.fine", "folder.missing!"}));
    QCOMPARE(findings.first().remedies.first().argument, QStringLiteral("/home/sam/pipelines/logs\n/home/sam/pipelines/dbt"));
    QCOMPARE(findings.first().remedies.size(), 2);
}

void HostAndToolsTest::gathersFolder()
{
    QTemporaryDir root;
    Mount mount;
    mount.hostAbsolute = root.filePath("logs");
    QVERIFY(!gatherFolder(mount, true, true).exists);
    QVERIFY(QDir().mkdir(mount.hostAbsolute));
    QVERIFY(QFile::setPermissions(mount.hostAbsolute, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner));
    const FolderFacts facts = gatherFolder(mount, true, true);
    QVERIFY(facts.exists && facts.isFolder);
    QCOMPARE(facts.mode, 0700u);
}

void HostAndToolsTest::inotify()
{
    QTemporaryDir proc;
    QVERIFY(QDir(proc.path()).mkpath("sys/fs/inotify"));
    QFile watches(proc.filePath("sys/fs/inotify/max_user_watches"));
    QVERIFY(watches.open(QIODevice::WriteOnly) && watches.write("8192\n") > 0);
    watches.close();
    const HostFacts facts = gatherHost("airflow-control-plane", {}, proc.path());
    QCOMPARE(facts.inotifyWatches.value_or(0), 8192);
    QVERIFY(!facts.inotifyInstances);
    const QList<Finding> findings = checkHost(facts);
    QCOMPARE(rulesOf(findings), QStringList{"host.inotify?"});
    QVERIFY(findings.first().todo.contains("sudo sysctl fs.inotify.max_user_watches=524288"));
    QVERIFY(!findings.first().todo.contains("instances"));
    QVERIFY(checkHost({.inotifyWatches = 524288, .inotifyInstances = 512}).isEmpty());
    QVERIFY(checkHost({}).isEmpty());
}

void HostAndToolsTest::proxies_data()
{
    QTest::addColumn<QString>("noProxy");
    QTest::addColumn<bool>("fine");
    QTest::newRow("none") << "" << false;
    QTest::newRow("others") << "localhost,127.0.0.1,172.17.0.0/16" << false;
    QTest::newRow("name") << "localhost, airflow-control-plane" << true;
    QTest::newRow("name with port") << "airflow-control-plane:6443" << true;
    QTest::newRow("all") << "*" << true;
    QTest::newRow("pattern") << "*-control-plane,*-worker" << true;
    QTest::newRow("part of the name") << "control-plane" << false;
}

void HostAndToolsTest::proxies()
{
    QFETCH(QString, noProxy);
    QFETCH(bool, fine);
    const QMap<QString, QString> environment{{"HTTPS_PROXY", "http://proxy:3128"}, {"no_proxy", noProxy}, {"HOME", "/x"}};
    const HostFacts facts = gatherHost("airflow-control-plane", environment, "/nothing");
    QVERIFY(!facts.proxies.contains("HOME"));
    QCOMPARE(checkHost(facts).isEmpty(), fine);
    QVERIFY(checkHost(gatherHost("airflow-control-plane", {{"no_proxy", noProxy}}, "/nothing")).isEmpty()); // no proxy at all
}

void HostAndToolsTest::nodeImages_data()
{
    QTest::addColumn<QString>("reference");
    QTest::addColumn<Version>("kindVersion");
    QTest::addColumn<bool>("here");
    QTest::addColumn<QStringList>("rules");
    const Version kind27{0, 27, 0};
    const QString digest = "@sha256:f226345927d7e348497136874b6d207e0b32cc52154ad8323129352923a3142f";
    QTest::newRow("kind's own") << "" << kind27 << false << QStringList{"node.image.default"};
    QTest::newRow("with digest") << "kindest/node:v1.32.2" + digest << kind27 << false << QStringList{"node.image.pull"};
    QTest::newRow("tag only") << "kindest/node:v1.32.2" << kind27 << false << (QStringList{"node.image.pull", "node.image.digest?"});
    QTest::newRow("tag only, here") << "kindest/node:v1.32.2" << kind27 << true << QStringList{"node.image.here"};
    QTest::newRow("the blog's") << "kindest/node:v1.23.5" << kind27 << true << (QStringList{"node.image.fit?", "node.image.here"});
    QTest::newRow("the blog's, with its kind") << "kindest/node:v1.23.5" << Version{0, 17, 0} << true << QStringList{"node.image.here"};
    QTest::newRow("rebuilt for 0.20") << "kindest/node:v1.23.17" << kind27 << true << QStringList{"node.image.here"};
    QTest::newRow("far too new") << "kindest/node:v1.36.1" << kind27 << true << (QStringList{"node.image.fit?", "node.image.here"});
    QTest::newRow("one ahead") << "kindest/node:v1.33.0" << kind27 << true << QStringList{"node.image.here"};
    QTest::newRow("home-made") << "registry.example.com:5000/team/node:v1.10.0" << kind27 << true << QStringList{"node.image.here"};
    QTest::newRow("unknown kind") << "kindest/node:v1.36.1" << Version{0, 99, 0} << true << QStringList{"node.image.here"};
}

void HostAndToolsTest::nodeImages()
{
    QFETCH(QString, reference);
    QFETCH(Version, kindVersion);
    QFETCH(bool, here);
    QFETCH(QStringList, rules);
    NodeImageFacts facts{.reference = reference, .kind = kindVersion, .engineArchitecture = "amd64"};
    if (here)
        facts.local = docker::ImageFacts{.id = "sha256:1", .architecture = "amd64"};
    QCOMPARE(rulesOf(checkNodeImage(facts)), rules);
    if (!here)
        return;
    facts.engineArchitecture = "arm64";
    QVERIFY(rulesOf(checkNodeImage(facts)).contains("node.image.architecture?"));
}

void HostAndToolsTest::imageNames()
{
    const NodeImageName name = NodeImageName::parse("docker.io/kindest/node:v1.32.2@sha256:ab");
    QCOMPARE(name.repository + '|' + name.tag + '|' + name.digest, QStringLiteral("kindest/node|v1.32.2|sha256:ab"));
    QCOMPARE(NodeImageName::parse("localhost:5000/node").tag, QString());
    QCOMPARE(NodeImageName::parse("localhost:5000/node").repository, QStringLiteral("localhost:5000/node"));
    QVERIFY(!NodeImageName::parse("kindest/node:latest").kubernetes());
    QVERIFY(defaultNodeImage({0, 27, 0}).startsWith("kindest/node:v1.32.2@sha256:f2263459"));
    QVERIFY(defaultNodeImage({0, 99, 0}).isEmpty());
}

void HostAndToolsTest::everyFindingHelps()
{
    QList<Finding> all = checkEngine(engine(3, 1)) + checkEngine({}) + checkEngine({.clientFound = false});
    all += checkHost({.inotifyWatches = 1, .inotifyInstances = 1, .proxies = {{"http_proxy", "x"}}, .node = "n"});
    all += checkNodeImage({.reference = "kindest/node:v1.20.0", .kind = Version{0, 27, 0}});
    all += checkPort({.port = 1, .purpose = "x", .state = PortState::Taken});
    all += checkTool({}, Platform::Fedora);
    for (const Finding &finding : std::as_const(all)) {
        QVERIFY(!finding.rule.isEmpty() && !finding.what.isEmpty());
        QVERIFY2(finding.severity == Severity::Pass || !finding.todo.isEmpty(), qPrintable(finding.rule));
        QVERIFY2(!(finding.what + finding.why + finding.todo).contains("%1"), qPrintable(finding.rule));
    }
}

QTEST_GUILESS_MAIN(HostAndToolsTest)
#include "tst_HostAndTools.moc"
