// SPDX-License-Identifier: Apache-2.0
// Every recorded failure becomes the card that its file name says, with the words, places and buttons that matter.
#include "core/checks/FailureRules.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

using namespace windsock;

namespace {
const QString folder = QStringLiteral(TEST_DATA "/tools/");

Tool toolNamed(const QString &name)
{
    for (Tool tool : {Tool::Docker, Tool::Kind, Tool::Helm, Tool::Kubectl}) {
        if (toolName(tool) == name)
            return tool;
    }
    qFatal("no tool %s", qPrintable(name));
}

FailedStep recorded(const QString &file)
{
    QFile data(folder + file);
    if (!data.open(QIODevice::ReadOnly))
        qFatal("no file %s", qPrintable(file));
    FailedStep failed;
    failed.tool = toolNamed(QString::fromUtf8(data.readLine()).section(": ", 1).trimmed());
    failed.exitCode = QString::fromUtf8(data.readLine()).section(": ", 1).toInt();
    failed.step = QString::fromUtf8(data.readLine()).section(": ", 1).trimmed();
    failed.output = QString::fromUtf8(data.readAll());
    return failed;
}

// Failures only: the files for parsers have no header
QStringList recordings()
{
    QStringList files;
    const QStringList all = QDir(folder).entryList({"*.txt"}, QDir::Files);
    for (const QString &file : all) {
        QFile data(folder + file);
        if (data.open(QIODevice::ReadOnly) && data.readLine().startsWith("# tool: ") && !data.readLine().startsWith("# exit: 0\n"))
            files += file;
        else if (file.startsWith("pods."))
            files += file; // kubectl describe succeeds
    }
    return files;
}

const QByteArray dockerfile = "FROM apache/airflow:2.10.5\n\n# packages\nRUN python3 -c \"import json\"\nRUN python3 -c \"import nope\"\n";
} // namespace

class FailureRulesTest : public QObject
{
    Q_OBJECT
private slots:
    void recognizes_data();
    void recognizes();
    void tells_data();
    void tells();
    void knowsDockerfileLine_data();
    void knowsDockerfileLine();
    void pointsIntoFiles();
    void usesPortFacts();
    void explainsPods_data();
    void explainsPods();
    void showsLastWordsOfContainer();
    void findsDeepestLine_data();
    void findsDeepestLine();
    void unknownNeverSaysOnlyExit();
    void everyRecordingHasDeepestLine();
    void hasEnoughRules();
    void survivesHugeOutput();
};

void FailureRulesTest::recognizes_data()
{
    QTest::addColumn<QString>("file");
    const QStringList files = recordings();
    QVERIFY(files.size() >= 60);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << file;
}

void FailureRulesTest::recognizes()
{
    QFETCH(QString, file);
    const Error error = explainFailure(recorded(file));
    QString rule = file.section(u'-', 0, 0);
    if (rule == "unknown")
        rule.clear();
    QCOMPARE(error.rule, rule);
    QVERIFY(!error.what.isEmpty());
    QVERIFY2(!error.why.trimmed().isEmpty(), qPrintable(error.what));
    QVERIFY2(!error.todo.isEmpty(), qPrintable(error.what));
    QVERIFY(!error.evidence.isEmpty());
    QVERIFY(error.code != Error::Code::Bug);
    const QString text = error.what + error.why + error.todo;
    static const QRegularExpression leftover(QStringLiteral("%[1-9](?![0-9A-F])|\\x1b|exit status")); // %2F is part of a URL
    QVERIFY2(!text.contains(leftover), qPrintable(text));
    QVERIFY2(!text.contains(u'!') || error.rule == "chart.rule", qPrintable(text));
}

void FailureRulesTest::tells_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("why"); // a part of it
    QTest::newRow("rule of the chart") << "chart.rule-helm-3.19.4.txt"
                                       << "The chart refuses these values"
                                       << "If `airflow.executor=KubernetesExecutor`, then all of [`workers.enabled`";
    QTest::newRow("port") << "port.taken-kind-0.27.0.txt"
                          << "Port 18999 is in use"
                          << "Another program";
    QTest::newRow("allocated") << "port.taken-allocated-docker-28.2.2.txt"
                               << "Port 18998 is in use"
                               << "Another container";
    QTest::newRow("forward") << "port.taken-forward-kubectl-1.32.2.txt"
                             << "Port 18995 is in use"
                             << "Another program";
    QTest::newRow("desktop") << "port.taken-desktop-kind-0.19-quoted.txt"
                             << "Port 5000 is in use"
                             << "Another program";
    QTest::newRow("name") << "name.illegal-kind-0.27.0.txt"
                          << "\"Rec_Bad\" cannot be the name of a cluster"
                          << "must match";
    QTest::newRow("node image") << "node.image-kind-0.27.0.txt"
                                << "The node image kindest/node:v9.9.9 cannot be had"
                                << "no such host";
    QTest::newRow("version") << "chart.version-helm-3.19.4.txt"
                             << "The repository has no chart airflow in version 99.0.0"
                             << "not found";
    QTest::newRow("repository") << "chart.unreachable-dns-helm-3.19.4.txt"
                                << "The chart repository https://charts.no-such-host.invalid cannot be reached"
                                << "no such host";
    QTest::newRow("schema") << "values.schema-helm-3.19.4.txt"
                            << "The values do not fit the chart's schema"
                            << "scheduler.replicas: got string, want integer";
    QTest::newRow("missing image") << "image.missing-kind-0.27.0.txt"
                                   << "Docker has no image nothere:1"
                                   << "nothere:1";
    QTest::newRow("foreign") << "release.foreign-helm-3.19.4.txt"
                             << "ConfigMap \"slow\" exists already and belongs to something else"
                             << "default";
    QTest::newRow("hostPath") << "pods.hostpath-kubectl-1.32.2.txt"
                              << "The node has no folder /opt/airflow/dbt"
                              << "extraMounts";
    QTest::newRow("logs") << "pods.permission-docker-28.2.2.txt"
                          << "Airflow cannot write to /opt/airflow/logs/scheduler"
                          << "50000";
    QTest::newRow("pull") << "pods.image-kubectl-1.32.2.txt"
                          << "A pod's image cannot be had"
                          << "Failed to pull image \"airflow-local:nothere\": failed to pull and unpack";
    QTest::newRow("kubernetes") << "chart.kubernetes-helm-3.19.4.txt"
                                << "The chart does not fit Kubernetes v1.32.2"
                                << "It asks for >=1.99";
    QTest::newRow("processor") << "engine.architecture-build-docker-28.2.2.txt"
                               << "The image is made for another processor"
                               << "exec /usr/local/bin/tool: exec format error";
    QTest::newRow("folder") << "folder.missing-docker-28.2.2.txt"
                            << "A folder that is mounted into the node does not exist"
                            << "/nowhere/dags";
    QTest::newRow("folder not made") << "folder.missing-source-docker-28.2.2.txt"
                                     << "A folder that is mounted into the node does not exist"
                                     << "/proc/nowhere/dags";
    QTest::newRow("job") << "release.hook-helm-3.19.4.txt"
                         << "A job of the chart did not finish"
                         << "job migrate failed: BackoffLimitExceeded";
    QTest::newRow("volume") << "pods.mount-kubectl-1.32.2.txt"
                            << "A pod's volume or setting is missing"
                            << "configmap \"airflow-extra\" not found";
    QTest::newRow("secret") << "pods.mount-secret-kubectl-1.32.2.txt"
                            << "A pod's volume or setting is missing"
                            << "secret \"airflow-keys\" not found";
    QTest::newRow("scheduling") << "pods.pending-kubectl-1.32.2.txt"
                                << "A pod finds no place on the node"
                                << "Insufficient memory";
    QTest::newRow("import") << "image.build-python-legacy-docker-28.2.2.txt"
                            << "A command of the Dockerfile failed"
                            << "ModuleNotFoundError: No module named 'nope'";
    QTest::newRow("no pip") << "image.build-run-legacy-docker-28.2.2.txt"
                            << "A command of the Dockerfile failed"
                            << "pip: not found";
    QTest::newRow("wheels") << "image.build-buildkit-docker-24-quoted.txt"
                            << "A command of the Dockerfile failed"
                            << "Could not build wheels for pandas";
    QTest::newRow("unknown") << "unknown-forward-kubectl-1.32.2.txt"
                             << "\"kubectl\" did not succeed"
                             << "services \"nothere\" not found";
}

void FailureRulesTest::tells()
{
    QFETCH(QString, file);
    QFETCH(QString, what);
    QFETCH(QString, why);
    const Error error = explainFailure(recorded(file));
    QCOMPARE(error.what, what);
    QVERIFY2(error.why.contains(why), qPrintable(error.why));
}

void FailureRulesTest::knowsDockerfileLine_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::newRow("legacy") << "image.build-python-legacy-docker-28.2.2.txt" << dockerfile << 5;
    QTest::newRow("legacy, continued") << "image.build-python-legacy-docker-28.2.2.txt"
                                       << QByteArray("FROM a\nRUN x \\\n  # no end\n  y\n\nRUN z\n") << 6;
    QTest::newRow("legacy, file changed since") << "image.build-python-legacy-docker-28.2.2.txt" << QByteArray("FROM a\n") << 0;
    QTest::newRow("legacy, no text") << "image.build-python-legacy-docker-28.2.2.txt" << QByteArray() << 0;
    QTest::newRow("legacy copy") << "image.copy-legacy-docker-28.2.2.txt" << QByteArray("FROM a\nCOPY requirements.txt /\n") << 2;
    QTest::newRow("syntax") << "image.syntax-legacy-docker-28.2.2.txt" << QByteArray() << 2;
    QTest::newRow("BuildKit") << "image.build-buildkit-docker-24-quoted.txt" << QByteArray() << 31;
    QTest::newRow("BuildKit copy") << "image.copy-buildkit-docker-27-quoted.txt" << QByteArray() << 168;
}

void FailureRulesTest::knowsDockerfileLine()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    FailedStep failed = recorded(file);
    failed.dockerfile = "docker/Dockerfile";
    failed.dockerfileText = text;
    const SourcePlace place = explainFailure(failed).place;
    QCOMPARE(place.file, QStringLiteral("docker/Dockerfile"));
    QCOMPARE(place.line, line);
}

void FailureRulesTest::pointsIntoFiles()
{
    FailedStep values = recorded("values.yaml-helm-3.19.4.txt");
    values.valuesFiles = QStringList{"local.values.yaml"};
    const Error error = explainFailure(values);
    QCOMPARE(error.place, (SourcePlace{"local.values.yaml", 3, 0}));
    QVERIFY(error.why.contains("did not find expected key"));
    QCOMPARE(error.remedies.value(0).id, QStringLiteral("file.open"));
    QCOMPARE(explainFailure(recorded("values.yaml-tab-helm-3.19.4.txt")).place.line, 0);

    FailedStep config = recorded("kind.config-field-kind-0.27.0.txt");
    config.kindConfig = "kind-cluster.yaml";
    QCOMPARE(explainFailure(config).place, (SourcePlace{"kind-cluster.yaml", 5, 0}));
    QVERIFY(explainFailure(config).why.contains("extraMount not found"));
    QCOMPARE(explainFailure(recorded("kind.config-yaml-kind-0.27.0.txt")).place.line, 5);
}

void FailureRulesTest::usesPortFacts()
{
    FailedStep failed = recorded("port.taken-run-docker-28.2.2.txt");
    failed.portHolder = "gunicorn (process 4242)";
    failed.nextPort = 8081;
    const Error error = explainFailure(failed);
    QCOMPARE(error.why, QStringLiteral("gunicorn (process 4242) holds it"));
    QCOMPARE(error.remedies.value(0), (Remedy{"port.next", "Use port 8081", "8081"}));
    QCOMPARE(error.code, Error::Code::Conflict);
}

void FailureRulesTest::explainsPods_data()
{
    QTest::addColumn<PodFact>("pod");
    QTest::addColumn<QString>("rule");
    QTest::newRow("pull") << PodFact{"web-1", "web", "ImagePullBackOff", "Back-off pulling image \"airflow-local:x\"", {}} << "pods.image";
    QTest::newRow("crash") << PodFact{"web-1", "web", "CrashLoopBackOff", "back-off 10s restarting failed container", {}} << "pods.crash";
    QTest::newRow("migrations") << PodFact{"web-1",
                                           "wait-for-db-migrations",
                                           "CrashLoopBackOff",
                                           "back-off",
                                           {"TimeoutError: There are still unapplied migrations after 60 seconds."}}
                                << "pods.migrations";
    QTest::newRow("pending") << PodFact{"web-1", "", "Unschedulable", "0/1 nodes are available: 1 Insufficient cpu. preemption: …", {}}
                             << "pods.pending";
    QTest::newRow("memory") << PodFact{"web-1", "web", "OOMKilled", "", {}} << "pods.memory";
    QTest::newRow("hostPath") << PodFact{"web-1", "", "FailedMount", "hostPath type check failed: /opt/airflow/dbt is not a directory", {}}
                              << "pods.hostpath";
    QTest::newRow("mount") << PodFact{"web-1", "", "FailedMount", "MountVolume.SetUp failed for volume \"c\" : secret \"x\" not found", {}}
                           << "pods.mount";
    QTest::newRow("logs") << PodFact{"scheduler-1",
                                     "scheduler",
                                     "CrashLoopBackOff",
                                     "",
                                     {"PermissionError: [Errno 13] Permission denied: '/opt/airflow/logs/scheduler'"}}
                          << "pods.permission";
}

void FailureRulesTest::explainsPods()
{
    QFETCH(PodFact, pod);
    QFETCH(QString, rule);
    const Error error = explainFailure({.step = "ready", .tool = Tool::Kubectl, .pods = {pod}});
    QCOMPARE(error.rule, rule);
    QVERIFY(!error.why.isEmpty());
}

void FailureRulesTest::showsLastWordsOfContainer()
{
    const PodFact pod{"web-1", "web", "CrashLoopBackOff", "back-off", {"starting", "Error: cannot connect to the database", "bye"}};
    const Error error = explainFailure({.step = "ready", .tool = Tool::Kubectl, .pods = {pod}});
    QCOMPARE(error.why, QStringLiteral("Pod web-1, container web: cannot connect to the database"));
    QVERIFY(error.evidence.contains("starting\nError: cannot connect"));
    QCOMPARE(error.remedies.value(0), (Remedy{"logs.show", "Show its log", "web-1"}));
}

void FailureRulesTest::findsDeepestLine_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QString>("deepest");
    QTest::newRow("nothing") << QStringList{} << QString();
    QTest::newRow("blanks") << QStringList{"", "  "} << QString();
    QTest::newRow("only exit") << QStringList{"exit status 1"} << QString();
    QTest::newRow("below the command") << QStringList{"ERROR: command \"docker x\" failed with error: exit status 1", "",
                                                      "Command Output: disk on fire, failed"}
                                       << "disk on fire, failed";
    QTest::newRow("before usage") << QStringList{"unknown flag: --x", "", "Usage:  docker build [OPTIONS]",
                                                 "Run 'docker build --help' "
                                                 "for more information"}
                                  << "unknown flag: --x";
    QTest::newRow("python") << QStringList{"Traceback (most recent call last):", "  File \"x.py\", line 1", "KeyError: 'a'"}
                            << "KeyError: 'a'";
    QTest::newRow("klog") << QStringList{"E1123 21:24:09.542227   28804 portforward.go:424] an error occurred"} << "an error occurred";
    QTest::newRow("no error word") << QStringList{"working", "it is what it is"} << "it is what it is";
    QTest::newRow("chatter after it") << QStringList{"fatal: no license", "Cleaning up"} << "no license";
}

void FailureRulesTest::findsDeepestLine()
{
    QFETCH(QStringList, lines);
    QFETCH(QString, deepest);
    QCOMPARE(deepestLine(lines), deepest);
}

void FailureRulesTest::unknownNeverSaysOnlyExit()
{
    const Error silent = explainFailure({.step = "x", .title = "Build the image", .tool = Tool::Docker});
    QCOMPARE(silent.what, QStringLiteral("\"Build the image\" did not succeed"));
    QVERIFY(silent.why.contains("printed nothing"));
    QVERIFY(silent.rule.isEmpty());
    const Error exit = explainFailure({.step = "x", .tool = Tool::Helm, .output = "exit status 1\n"});
    QVERIFY(!exit.why.contains("exit status"));
}

void FailureRulesTest::everyRecordingHasDeepestLine()
{
    const QStringList files = recordings();
    for (const QString &file : files) {
        const QString line = deepestLine(recorded(file).output.split(u'\n'));
        QVERIFY2(line.size() > 8 && !line.contains("--help") && !line.endsWith("exit status 1"), qPrintable(file + ": " + line));
    }
}

void FailureRulesTest::hasEnoughRules()
{
    const QStringList ids = failureRuleIds();
    QVERIFY2(ids.size() >= 40, qPrintable(QString::number(ids.size())));
    const QStringList files = recordings();
    QStringList untested;
    for (const QString &id : ids) {
        bool hasFile = false;
        for (const QString &file : files)
            hasFile = hasFile || file.section(u'-', 0, 0) == id;
        if (!hasFile)
            untested += id;
    }
    QCOMPARE(untested, QStringList());
}

void FailureRulesTest::survivesHugeOutput()
{
    FailedStep failed{.step = "x", .tool = Tool::Kind};
    failed.output = QString(1'000'000, u'x') + QStringLiteral("\nerror: here\n");
    QCOMPARE(explainFailure(failed).why, QStringLiteral("here"));
}

QTEST_GUILESS_MAIN(FailureRulesTest)
#include "tst_FailureRules.moc"
