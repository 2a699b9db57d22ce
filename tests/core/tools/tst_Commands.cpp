// SPDX-License-Identifier: Apache-2.0
// What is asked of docker, kind, helm and kubectl, as it could be typed; and that no command can reach another cluster.
#include "core/tools/Docker.h"
#include "core/tools/EngineStart.h"
#include "core/tools/Helm.h"
#include "core/tools/HostPorts.h"
#include "core/tools/Kind.h"
#include "core/tools/Kubectl.h"
#include "core/tools/ToolDownloads.h"
#include "core/tools/ToolVersions.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace windsock;
using namespace std::chrono_literals;

namespace {
const kind::Place cluster{"airflow", "/state/kubeconfig"};
const helm::Place release{{"/state/kubeconfig", "kind-airflow"}, "default", "/cache/helm"};
const kubectl::Place space{{"/state/kubeconfig", "kind-airflow"}, "default"};

helm::UpgradeRequest upgrade()
{
    helm::UpgradeRequest request{.place = release, .release = "airflow-local"};
    request.chart = {"airflow", "https://airflow-helm.github.io/charts", "8.9.0"};
    request.valuesFiles = QStringList{"/ws/a.yaml", "/ws/b.yaml"};
    request.strings = {{"airflow.image.tag", "4f2a9c1e0b7d"}};
    return request;
}

QList<Command> helmCommands()
{
    return {helm::upgradeInstall(upgrade()),
            helm::renderTemplate(upgrade()),
            helm::showValues(release, upgrade().chart),
            helm::pull(release, upgrade().chart, "/tmp"),
            helm::status(release, "r"),
            helm::values(release, "r"),
            helm::list(release),
            helm::rollback(release, "r", 2),
            helm::uninstall(release, "r")};
}

QList<Command> kubectlCommands()
{
    return {kubectl::portForward({space, "pod/x", 0, 8080}),
            kubectl::logs({.place = space, .selector = "a=b"}),
            kubectl::exec({.place = space, .pod = "p", .argv = QStringList{"true"}}),
            kubectl::rolloutRestart(space, {"deployment/x"}),
            kubectl::deletePods(space, "a=b"),
            kubectl::describePods(space, "")};
}

bool follows(const QStringList &args, const QString &flag, const QString &value)
{
    const qsizetype at = args.indexOf(flag);
    return at >= 0 && args.value(at + 1) == value;
}
} // namespace

class CommandsTest : public QObject
{
    Q_OBJECT
private slots:
    void shows_data();
    void shows();
    void nameTheirCluster();
    void neverWait();
    void changesEndGently();
    void keepHelmHome();
    void escapeValues();
    void quoteValuesFiles_data();
    void quoteValuesFiles();
    void chartOfARegistry_data();
    void chartOfARegistry();
    void takePostRenderer();
    void feedKindConfig();
    void guardOperands();
    void legalNames_data();
    void legalNames();
    void buildersDiffer();
    void downloads();
    void enginesFound();

private:
    static void helmAndKubectlRows();
};

void CommandsTest::shows_data()
{
    QTest::addColumn<Command>("command");
    QTest::addColumn<QString>("shown");
    const QString provider = "KIND_EXPERIMENTAL_PROVIDER=docker KUBECONFIG=/state/kubeconfig ";
    QTest::newRow("info") << docker::info() << "docker info --format '{{json .}}'";
    QTest::newRow("build") << docker::build({"/ws/Dockerfile", "/ws", "airflow-local:local", "/run/id"})
                           << "DOCKER_BUILDKIT=1 docker build --progress plain --file /ws/Dockerfile --tag airflow-local:local "
                              "--iidfile /run/id -- /ws";
    QTest::newRow("build, legacy") << docker::build(
        {.dockerfile = "/ws/Dockerfile", .context = "/ws", .tag = "a:b", .builder = docker::Builder::Legacy})
                                   << "DOCKER_BUILDKIT=0 docker build --file /ws/Dockerfile --tag a:b -- /ws";
    QTest::newRow("save") << docker::save({.images = {"a:b"}, .platform = "linux/arm64"}) << "docker save --platform linux/arm64 -- a:b";
    QTest::newRow("stop") << docker::stop("airflow-control-plane", 30s) << "docker stop -t 30 -- airflow-control-plane";
    QTest::newRow("exec") << docker::exec({"n", {"ctr", "-n", "k8s.io", "images", "import", "-"}, true, true})
                          << "docker exec --interactive --privileged -- n ctr -n k8s.io images import -";
    QTest::newRow("ps") << docker::listContainers(kind::clusterLabel + "=airflow")
                        << "docker ps --all --no-trunc --filter label=io.x-k8s.kind.cluster=airflow --format '{{json .}}'";
    QTest::newRow("create") << kind::create({.place = cluster, .configPath = "/ws/kind.yaml", .image = "kindest/node:v1.32.2"})
                            << provider
                                   + "kind create cluster --name airflow --kubeconfig /state/kubeconfig --config /ws/kind.yaml "
                                     "--image kindest/node:v1.32.2 --retain";
    QTest::newRow("delete") << kind::remove(cluster) << provider + "kind delete cluster --name airflow --kubeconfig /state/kubeconfig";
    QTest::newRow("kubeconfig") << kind::exportKubeconfig(cluster)
                                << provider + "kind export kubeconfig --name airflow --kubeconfig /state/kubeconfig";
    QTest::newRow("logs of kind") << kind::exportLogs(cluster, "/run/logs") << provider + "kind export logs --name airflow -- /run/logs";
    QTest::newRow("archive") << kind::loadImageArchive(cluster, "/t/x.tar")
                             << provider
                                    + "kind load image-archive --name airflow -- "
                                      "/t/x.tar";
    helmAndKubectlRows();
}

void CommandsTest::helmAndKubectlRows()
{
    const QString env = "HELM_CACHE_HOME=/cache/helm/cache HELM_CONFIG_HOME=/cache/helm/config HELM_DATA_HOME=/cache/helm/data "
                        "KUBECACHEDIR=/state/kube-cache KUBECONFIG=/state/kubeconfig ";
    const QString kube = "KUBECACHEDIR=/state/kube-cache KUBECONFIG=/state/kubeconfig kubectl --kubeconfig /state/kubeconfig "
                         "--context kind-airflow --namespace default ";
    QTest::newRow("upgrade") << helm::upgradeInstall(upgrade())
                             << env
                                    + "helm --kubeconfig /state/kubeconfig --kube-context kind-airflow --namespace default upgrade "
                                      "--install "
                                      "--create-namespace --repo https://airflow-helm.github.io/charts --version 8.9.0 --values /ws/a.yaml "
                                      "--values /ws/b.yaml --set-string airflow.image.tag=4f2a9c1e0b7d -- airflow-local airflow";
    QTest::newRow("forward") << kubectl::portForward({space, "service/web", 8080, 8080})
                             << kube + "port-forward --address 127.0.0.1 -- service/web 8080:8080";
    QTest::newRow("forward, any port") << kubectl::portForward({space, "pod/web-1", 0, 8080})
                                       << kube + "port-forward --address 127.0.0.1 -- pod/web-1 :8080";
    QTest::newRow("logs") << kubectl::logs({.place = space, .selector = "component=web", .tail = 50, .follow = true})
                          << kube + "logs --selector component=web --tail 50 --max-log-requests 50 --all-containers --prefix --follow";
    QTest::newRow("kubectl version") << kubectl::version() << "KUBECONFIG=/dev/null kubectl version --client --output json";
    QTest::newRow("lsof") << lsofListeners(8080) << "lsof -nP -iTCP:8080 -sTCP:LISTEN -FpcLn";
}

void CommandsTest::shows()
{
    QFETCH(Command, command);
    QFETCH(QString, shown);
    QCOMPARE(command.shown(), shown);
}

void CommandsTest::nameTheirCluster()
{
    for (const Command &command : helmCommands()) {
        QVERIFY2(follows(command.args, "--kubeconfig", "/state/kubeconfig") && follows(command.args, "--kube-context", "kind-airflow"),
                 qPrintable(command.shown()));
        QCOMPARE(command.environment.value("KUBECONFIG"), QStringLiteral("/state/kubeconfig"));
    }
    for (const Command &command : kubectlCommands()) {
        QVERIFY2(follows(command.args, "--kubeconfig", "/state/kubeconfig") && follows(command.args, "--context", "kind-airflow"),
                 qPrintable(command.shown()));
        QCOMPARE(command.environment.value("KUBECACHEDIR"), QStringLiteral("/state/kube-cache"));
    }
    for (const Command &command : {kind::create({.place = cluster}), kind::remove(cluster), kind::exportKubeconfig(cluster),
                                   kind::exportLogs(cluster, "/x"), kind::loadImageArchive(cluster, "/x")})
        QCOMPARE(command.environment.value("KUBECONFIG"), QStringLiteral("/state/kubeconfig"));
}

void CommandsTest::neverWait()
{
    QList<Command> all = helmCommands() + kubectlCommands();
    all += kind::create({.place = cluster});
    for (const Command &command : std::as_const(all)) {
        for (const QString &arg : command.args)
            QVERIFY2(!arg.startsWith("--wait") || arg == "--wait=false", qPrintable(command.shown()));
    }
}

void CommandsTest::changesEndGently()
{
    for (const Command &command : {helm::upgradeInstall(upgrade()), helm::rollback(release, "r", 1), helm::uninstall(release, "r"),
                                   kind::create({.place = cluster})}) {
        QCOMPARE(command.stopSignal, StopSignal::Interrupt);
        QCOMPARE(command.grace, 10s);
    }
}

void CommandsTest::keepHelmHome()
{
    for (const Command &command : helmCommands()) {
        for (const char *name : {"HELM_CACHE_HOME", "HELM_CONFIG_HOME", "HELM_DATA_HOME"})
            QVERIFY(command.environment.value(QLatin1String(name)).startsWith("/cache/helm/"));
    }
}

void CommandsTest::escapeValues()
{
    helm::UpgradeRequest request = upgrade();
    request.strings = {{"a.b", "x,c=y"}, {"d", "{1}"}, {"e", "back\\slash"}};
    request.labels = {{"windsock", "ab12"}, {"other", "c"}};
    const QStringList args = helm::upgradeInstall(request).args;
    QVERIFY(args.contains("a.b=x\\,c=y"));
    QVERIFY(args.contains("d=\\{1\\}"));
    QVERIFY(args.contains("e=back\\\\slash"));
    QVERIFY(follows(args, "--labels", "windsock=ab12,other=c"));
}

void CommandsTest::quoteValuesFiles_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("told");
    QTest::newRow("plain") << "/home/sam/my dags/a.yaml"
                           << "/home/sam/my dags/a.yaml";
    QTest::newRow("comma") << "/home/sam/dags, new/a.yaml"
                           << "\"/home/sam/dags, new/a.yaml\"";
    QTest::newRow("quote") << "/home/sam/a \"b\"/a.yaml"
                           << "\"/home/sam/a \"\"b\"\"/a.yaml\"";
    QTest::newRow("line end") << "/home/sam/a\nb.yaml"
                              << "\"/home/sam/a\nb.yaml\"";
}

// Helm reads each --values as a line of CSV.
void CommandsTest::quoteValuesFiles()
{
    QFETCH(QString, file);
    QFETCH(QString, told);
    helm::UpgradeRequest request = upgrade();
    request.valuesFiles = QStringList{file, "/ws/b.yaml"};
    for (const Command &command : {helm::upgradeInstall(request), helm::renderTemplate(request)}) {
        QVERIFY2(follows(command.args, "--values", told), qPrintable(command.shown()));
        QCOMPARE(command.args.count(QStringLiteral("--values")), 2);
    }
}

void CommandsTest::chartOfARegistry_data()
{
    QTest::addColumn<QString>("repo");
    QTest::newRow("plain") << "oci://registry.example.com/charts";
    QTest::newRow("slash at the end") << "oci://registry.example.com/charts/";
    QTest::newRow("in capitals") << "OCI://registry.example.com/charts";
}

// Helm refuses --repo with such an address.
void CommandsTest::chartOfARegistry()
{
    QFETCH(QString, repo);
    helm::UpgradeRequest request = upgrade();
    request.chart.repo = repo;
    for (const Command &command : {helm::upgradeInstall(request), helm::renderTemplate(request), helm::showValues(release, request.chart),
                                   helm::pull(release, request.chart, "/tmp")}) {
        QVERIFY2(!command.args.contains("--repo"), qPrintable(command.shown()));
        QCOMPARE(command.args.last(), QStringLiteral("oci://registry.example.com/charts/airflow"));
        QVERIFY(follows(command.args, "--version", "8.9.0"));
    }
}

void CommandsTest::takePostRenderer()
{
    helm::UpgradeRequest request = upgrade();
    request.postRenderer = "/usr/bin/windsock";
    request.postRendererArgs = QStringList{"--boot-patch", "/run/x y"};
    const QStringList args = helm::upgradeInstall(request).args;
    QVERIFY(follows(args, "--post-renderer", "/usr/bin/windsock"));
    QVERIFY(args.contains("--post-renderer-args=--boot-patch"));
    QVERIFY(args.contains("--post-renderer-args=/run/x y"));
}

void CommandsTest::feedKindConfig()
{
    const Command command = kind::create({.place = cluster, .configText = "kind: Cluster\n", .retain = false, .workDir = "/ws"});
    QVERIFY(follows(command.args, "--config", "-"));
    QCOMPARE(command.input, QByteArray("kind: Cluster\n"));
    QCOMPARE(command.workDir, QStringLiteral("/ws"));
    QVERIFY(!command.args.contains("--retain"));
    QCOMPARE(cluster.target().context(), QStringLiteral("kind-airflow"));
    QCOMPARE(cluster.node(), QStringLiteral("airflow-control-plane"));
}

// A name that looks like a flag stays a name: it is the value of one, or comes behind "--".
void CommandsTest::guardOperands()
{
    const QString evil = "--kubeconfig=/home/me/.kube/config";
    helm::UpgradeRequest request = upgrade();
    request.release = evil;
    for (const Command &command : {helm::upgradeInstall(request), helm::status(release, evil), docker::imageInspect(evil),
                                   docker::manifestInspect(evil), docker::pause(evil), docker::save({.images = {evil}}),
                                   kind::exportLogs(cluster, evil), kubectl::portForward({space, evil, 0, 1})}) {
        const qsizetype dashes = command.args.indexOf("--");
        QVERIFY2(dashes >= 0 && command.args.indexOf(evil) > dashes, qPrintable(command.shown()));
    }
    QVERIFY(follows(kind::create({.place = {evil, "/k"}}).args, "--name", evil));
}

void CommandsTest::legalNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("legal");
    QTest::newRow("plain") << "airflow" << true;
    QTest::newRow("dots and dashes") << "my-air.flow2" << true;
    QTest::newRow("empty") << "" << false;
    QTest::newRow("underscore") << "air_flow" << false;
    QTest::newRow("capital") << "Airflow" << false;
    QTest::newRow("flag") << "--kubeconfig=x" << false;
    QTest::newRow("shell") << "; rm -rf ~" << false;
    QTest::newRow("newline") << "airflow\n" << false;
    QTest::newRow("50") << QString(50, u'a') << true;
    QTest::newRow("51") << QString(51, u'a') << false;
    QTest::newRow("300") << QString(300, u'a') << false;
}

void CommandsTest::legalNames()
{
    QFETCH(QString, name);
    QFETCH(bool, legal);
    QCOMPARE(kind::isLegalClusterName(name), legal);
}

void CommandsTest::buildersDiffer()
{
    const Command legacy = docker::build({.dockerfile = "/d", .context = "/c", .tag = "t", .builder = docker::Builder::Legacy});
    QVERIFY(!legacy.args.contains("--progress")); // docker 28 calls it an unknown flag there
    QCOMPARE(docker::build({"/d", "/c", "t"}).environment.value("DOCKER_BUILDKIT"), QStringLiteral("1"));
    const Command any = docker::build({.dockerfile = "/d", .context = "/c", .tag = "t", .builder = docker::Builder::Default});
    QVERIFY(!any.environment.contains("DOCKER_BUILDKIT") && !any.args.contains("--progress"));
}

void CommandsTest::downloads()
{
    static const QRegularExpression sum(QStringLiteral("^[0-9a-f]{64}$"));
    QSet<QByteArray> sums;
    for (Tool tool : {Tool::Kind, Tool::Helm, Tool::Kubectl}) {
        for (const char *system : {"linux", "darwin"}) {
            for (const char *cpu : {"amd64", "arm64"}) {
                const std::optional<ToolDownload> download = toolDownload(tool, QLatin1String(system), QLatin1String(cpu));
                QVERIFY(download.has_value());
                QVERIFY(sum.match(QString::fromLatin1(download->sha256)).hasMatch());
                QVERIFY(download->url.isValid() && download->url.scheme() == "https" && download->url.path().contains(QLatin1String(cpu)));
                QVERIFY(download->url.path().contains(download->version.text()));
                QCOMPARE(fits(tool, download->version), Fit::Good);
                sums.insert(download->sha256);
            }
        }
    }
    QCOMPARE(sums.size(), 12);
    QCOMPARE(toolDownload(Tool::Helm, "linux", "arm64")->archiveMember, QStringLiteral("linux-arm64/helm"));
    QVERIFY(!toolDownload(Tool::Docker, "linux", "amd64"));
    QVERIFY(!toolDownload(Tool::Kind, "linux", "riscv64"));
}

void CommandsTest::enginesFound()
{
    QTemporaryDir root;
    QVERIFY(installedEngines(root.path(), root.path()).isEmpty());
    QVERIFY(QDir(root.path()).mkpath("usr/lib/systemd/system") && QDir(root.path()).mkpath(".local/bin"));
    QFile service(root.filePath("usr/lib/systemd/system/docker.service")), colima(root.filePath(".local/bin/colima"));
    QVERIFY(service.open(QIODevice::WriteOnly) && colima.open(QIODevice::WriteOnly));
    const QList<EngineProgram> engines = installedEngines(root.path(), root.path());
    QCOMPARE(engines.size(), 2);
    QCOMPARE(engines.at(0).id, QStringLiteral("systemd"));
    QCOMPARE(engines.at(1).id, QStringLiteral("colima"));
    QCOMPARE(engineStartShown("systemd"), QStringLiteral("sudo systemctl start docker"));
    QCOMPARE(engineStart("orbstack")->shown(), QStringLiteral("orb start"));
    QVERIFY(!engineStart("rm -rf /"));
}

QTEST_GUILESS_MAIN(CommandsTest)
#include "tst_Commands.moc"
