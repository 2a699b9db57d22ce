// SPDX-License-Identifier: Apache-2.0
// Opening folders: the blog's files alone, defaults, both charts, mounts joined, and everything that can be wrong with a
// folder. Opening never writes.
#include "core/workspace/Workspace.h"
#include "tests/support/TempWorkspace.h"

#include <QFile>
#include <QTest>

using namespace windsock;

namespace {
const QByteArray kindHead = "kind: Cluster\napiVersion: kind.x-k8s.io/v1alpha4\n";
const QString blog = QStringLiteral(TEST_DATA "/workspace/blog-as-printed");
const QByteArray officialValues =
    "executor: KubernetesExecutor\nairflowVersion: \"3.2.2\"\ndefaultAirflowRepository: airflow-local\ndefaultAirflowTag: local\n"
    "volumes: [{name: d, hostPath: {path: /opt/airflow/dags}}]\nvolumeMounts: [{name: d, mountPath: /opt/airflow/dags}]\n";
} // namespace

class tst_Workspace : public QObject
{
    Q_OBJECT
private slots:
    void opensTheBlogsFiles();
    void joinsMounts();
    void recognisesTheChart_data();
    void recognisesTheChart();
    void findsTheVersion_data();
    void findsTheVersion();
    void findsTheLogin_data();
    void findsTheLogin();
    void takesNamedFiles();
    void takesALocalChart();
    void switchesTheBuildOff();
    void refuses_data();
    void refuses();
    void refusesFolders();
    void writesNothing();
};

void tst_Workspace::opensTheBlogsFiles()
{
    const Result<Workspace> workspace = Workspace::open(blog);
    QVERIFY2(workspace, workspace ? "" : qPrintable(workspace.error().report()));
    QCOMPARE(workspace->clusterName(), QStringLiteral("airflow"));
    QCOMPARE(workspace->chart(), (ChartRef{"https://airflow-helm.github.io/charts", "airflow", "8.9.0", ChartFlavor::Community}));
    QCOMPARE(workspace->release(), QStringLiteral("airflow-local"));
    QCOMPARE(workspace->nameSpace(), QStringLiteral("default"));
    QCOMPARE(workspace->image().text(), QStringLiteral("airflow-local:local"));
    QCOMPARE(workspace->executor(), QStringLiteral("KubernetesExecutor"));
    QCOMPARE(workspace->login().user, QStringLiteral("admin"));
    QVERIFY(!workspace->build() && workspace->airflowVersion().isEmpty() && workspace->warnings().isEmpty() && workspace->fastBoot());
    QCOMPARE(workspace->webPort(), 8080);
    QCOMPARE(workspace->name(), QStringLiteral("blog-as-printed"));
    QVERIFY(workspace->id().startsWith(QStringLiteral("workspace-blog-as-printed"))
            || workspace->id().contains(QStringLiteral("blog-as-printed")));
    QCOMPARE(workspace->mounts().size(), 4);
    for (const Mount &mount : workspace->mounts()) {
        QCOMPARE(mount.nodePath, mount.podPath);
        QCOMPARE(mount.hostAbsolute, workspace->folder().filePath(mount.hostPath.mid(2)));
        QVERIFY(mount.nodePlace.line > 5 && mount.podPlace.line > 8);
    }
}

void tst_Workspace::joinsMounts()
{
    TempWorkspace temp;
    temp.write("kind-cluster.yaml", kindHead
                                        + "nodes:\n- extraMounts:\n  - {hostPath: ./all, containerPath: /opt/airflow}\n  - {hostPath: "
                                          "./logs, containerPath: /opt/airflow/logs, readOnly: true}\n"
                                          "  - {hostPath: ./unused, containerPath: /unused}\n");
    temp.write(
        "local.values.yaml",
        "airflow:\n  executor: KubernetesExecutor\n  extraVolumes:\n  - {name: dags, hostPath: {path: /opt/airflow/dags}}\n  - {name: "
        "logs, hostPath: {path: /opt/airflow/logs}}\n"
        "  - {name: lost, hostPath: {path: /lost}}\n  - {name: claim, persistentVolumeClaim: {claimName: c}}\n"
        "  extraVolumeMounts:\n  - {name: dags, mountPath: /opt/airflow/dags, subPath: team}\n  - {name: logs, mountPath: "
        "/opt/airflow/logs/}\n"
        "  - {name: lost, mountPath: /lost, readOnly: true}\n  - {name: claim, mountPath: /claim}\n  - {name: nobody, mountPath: /nobody}\n"
        "scheduler:\n  extraVolumeMounts: [{name: dags, mountPath: /opt/airflow/dags, subPath: team}]\n"
        "workers: {enabled: false, extraVolumes: [{name: w, hostPath: {path: /w}}], extraVolumeMounts: [{name: w, mountPath: /w}]}\n");
    const Result<Workspace> workspace = Workspace::open(temp.path());
    QVERIFY(workspace);
    const QList<Mount> mounts = workspace->mounts();
    QCOMPARE(mounts.size(), 4);
    QCOMPARE(mounts[0].nodePath, QStringLiteral("/opt/airflow/dags/team"));
    QCOMPARE(mounts[0].hostPath, QStringLiteral("./all/dags/team"));
    QCOMPARE(mounts[0].hostAbsolute, temp.path(QStringLiteral("all/dags/team")));
    QCOMPARE(mounts[0].podPath, QStringLiteral("/opt/airflow/dags"));
    QCOMPARE(mounts[1].hostPath, QStringLiteral("./logs"));
    QVERIFY(mounts[1].readOnly && !mounts[0].readOnly && mounts[2].readOnly);
    QCOMPARE(mounts[2].hostPath, QString());
    QCOMPARE(mounts[2].podPlace.text(), QStringLiteral("local.values.yaml:11:5"));
    QCOMPARE(mounts[3].nodePath, QStringLiteral("/unused"));
    QVERIFY(mounts[3].podPath.isEmpty());
}

void tst_Workspace::recognisesTheChart_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("values");
    QTest::addColumn<int>("flavor");
    QTest::addColumn<QString>("version");
    const int community = int(ChartFlavor::Community);
    const int official = int(ChartFlavor::Official);
    QTest::newRow("nothing said") << QByteArray() << QByteArray() << community << "8.9.0";
    QTest::newRow("by repository") << QByteArray("chart: {repo: 'https://airflow.apache.org'}") << QByteArray() << official << "1.22.0";
    QTest::newRow("by values") << QByteArray() << officialValues << official << "1.22.0";
    QTest::newRow("mirror and values") << QByteArray("chart: {repo: 'http://127.0.0.1:8879/x', version: 1.19.0}") << officialValues
                                       << official << "1.19.0";
    QTest::newRow("mirror and community values") << QByteArray("chart: {repo: 'http://127.0.0.1:8879/x'}")
                                                 << QByteArray("airflow: {executor: KubernetesExecutor}") << community << "8.9.0";
    QTest::newRow("mirror and version") << QByteArray("chart: {repo: 'http://127.0.0.1:8879/x', version: 8.7.1}") << QByteArray("a: 1")
                                        << community << "8.7.1";
    QTest::newRow("repository beats values") << QByteArray("chart: {repo: 'https://airflow-helm.github.io/charts'}") << officialValues
                                             << community << "8.9.0";
    QTest::newRow("strange") << QByteArray("chart: {repo: 'https://example.com/charts', version: 5.0.0}") << QByteArray("a: 1")
                             << int(ChartFlavor::Unknown) << "5.0.0";
}

void tst_Workspace::recognisesTheChart()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, values);
    TempWorkspace temp;
    temp.write("windsock.yaml", file);
    temp.write("local.values.yaml", values);
    const Result<Workspace> workspace = Workspace::open(temp.path());
    QVERIFY(workspace);
    QTEST(int(workspace->chart().flavor), "flavor");
    QTEST(workspace->chart().version, "version");
}

void tst_Workspace::findsTheVersion_data()
{
    QTest::addColumn<QByteArray>("dockerfile");
    QTest::addColumn<QByteArray>("values");
    QTest::addColumn<QString>("version");
    QTest::newRow("Dockerfile") << QByteArray("FROM apache/airflow:2.10.5") << QByteArray("airflow: {image: {tag: 2.1.2}}") << "2.10.5";
    QTest::newRow("tag") << QByteArray() << QByteArray("airflow: {image: {tag: 2.1.2-python3.8}}") << "2.1.2";
    QTest::newRow("chart's default") << QByteArray() << QByteArray("airflow: {config: {}}") << "2.8.4";
    QTest::newRow("unknown") << QByteArray() << QByteArray("airflow: {image: {tag: local}}") << "";
    QTest::newRow("official") << QByteArray() << officialValues << "3.2.2";
    QTest::newRow("other base") << QByteArray("FROM python:3.11") << officialValues << "3.2.2";
}

void tst_Workspace::findsTheVersion()
{
    QFETCH(QByteArray, dockerfile);
    QFETCH(QByteArray, values);
    TempWorkspace temp;
    if (!dockerfile.isEmpty())
        temp.write("Dockerfile", dockerfile);
    temp.write("local.values.yaml", values);
    const Result<Workspace> workspace = Workspace::open(temp.path());
    QVERIFY(workspace);
    QTEST(workspace->airflowVersion(), "version");
    QCOMPARE(workspace->build().has_value(), !dockerfile.isEmpty());
}

void tst_Workspace::findsTheLogin_data()
{
    QTest::addColumn<QByteArray>("values");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    QTest::newRow("default") << QByteArray("airflow: {config: {}}") << "admin"
                             << "admin";
    QTest::newRow("community") << QByteArray("airflow: {users: [{username: me, password: 123456}]}") << "me"
                               << "123456";
    QTest::newRow("community none") << QByteArray("airflow: {users: []}") << ""
                                    << "";
    QTest::newRow("official default") << officialValues << "admin"
                                      << "admin";
    QTest::newRow("official") << officialValues + "createUserJob: {defaultUser: {username: me, password: p}}\n"
                              << "me"
                              << "p";
    QTest::newRow("official old key")
        << officialValues + "webserver: {defaultUser: {username: old, password: p}}\ncreateUserJob: {defaultUser: {username: me}}\n"
        << "old"
        << "p";
    QTest::newRow("official off") << officialValues + "createUserJob: {enabled: false}\n"
                                  << ""
                                  << "";
}

void tst_Workspace::findsTheLogin()
{
    QFETCH(QByteArray, values);
    TempWorkspace temp;
    temp.write("local.values.yaml", values);
    const Result<Workspace> workspace = Workspace::open(temp.path());
    QVERIFY(workspace);
    QTEST(workspace->login().user, "user");
    QTEST(workspace->login().password, "password");
}

void tst_Workspace::takesNamedFiles()
{
    TempWorkspace temp;
    temp.write(
        "windsock.yaml",
        "cluster: {config: sub/kind.yaml}\nvalues: [a.yaml, sub/b.yaml]\nimage: {dockerfile: sub/Dockerfile, context: sub}\nunknown: 1\n");
    temp.write("sub/kind.yaml", kindHead + "nodes: [{extraMounts: [{hostPath: ./dags, containerPath: /d}]}]\n");
    temp.write("a.yaml", "airflow: {executor: CeleryExecutor, image: {repository: a, tag: b}}\n");
    temp.write("sub/b.yaml", "airflow: {executor: KubernetesExecutor, image: {tag: c}}\n");
    temp.write("sub/Dockerfile", "FROM apache/airflow:2.10.5\n");
    temp.write("local.values.yaml", "airflow: {executor: WrongExecutor}\n");
    const Result<Workspace> workspace = Workspace::open(temp.path() + QStringLiteral("/sub/.."));
    QVERIFY2(workspace, workspace ? "" : qPrintable(workspace.error().report()));
    QCOMPARE(workspace->folder().path(), temp.path());
    QCOMPARE(workspace->executor(), QStringLiteral("KubernetesExecutor"));
    QCOMPARE(workspace->image().text(), QStringLiteral("a:c"));
    QCOMPARE(workspace->kindConfigPath(), temp.path(QStringLiteral("sub/kind.yaml")));
    QCOMPARE(workspace->mounts().first().hostAbsolute, temp.path(QStringLiteral("dags"))); // against the workspace, not sub
    QCOMPARE(*workspace->build(), (ImageBuild{temp.path(QStringLiteral("sub/Dockerfile")), temp.path(QStringLiteral("sub"))}));
    QCOMPARE(workspace->values().size(), 2);
    QCOMPARE(workspace->warnings().size(), 1);
    const Workspace snapshot = *workspace;
    QCOMPARE(snapshot.mergedValues().text({"airflow", "image", "tag"}), QStringLiteral("c"));
}

void tst_Workspace::takesALocalChart()
{
    TempWorkspace temp;
    temp.write("windsock.yaml", "chart: {name: ./chart}\n");
    temp.write("chart/Chart.yaml", "name: airflow\n");
    const Result<Workspace> workspace = Workspace::open(temp.path());
    QVERIFY(workspace);
    QCOMPARE(workspace->chart().name, temp.path(QStringLiteral("chart")));
    QVERIFY(workspace->chart().repo.isEmpty());
}

void tst_Workspace::switchesTheBuildOff()
{
    TempWorkspace temp;
    temp.write("windsock.yaml", "image: {dockerfile: \"\"}\n");
    temp.write("Dockerfile", "FROM x\n");
    QVERIFY(!Workspace::open(temp.path())->build());
}

void tst_Workspace::refuses_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const char *file, const QByteArray &text, const char *place) {
        QTest::newRow(name) << QString::fromLatin1(file) << text << QString::fromLatin1(place);
    };
    for (const char *file : {"windsock.yaml", "kind-cluster.yaml", "local.values.yaml"}) {
        row(qPrintable(QStringLiteral("tab in %1").arg(QLatin1String(file))), file, "a: 1\nb:\n\tc: 2\n",
            qPrintable(QLatin1String(file) + QStringLiteral(":3:1")));
        row(qPrintable(QStringLiteral("nul in %1").arg(QLatin1String(file))), file, QByteArray("a\0", 2),
            qPrintable(QLatin1String(file) + QStringLiteral(":1:2")));
        row(qPrintable(QStringLiteral("list in %1").arg(QLatin1String(file))), file, "- a\n",
            qPrintable(QLatin1String(file) + QStringLiteral(":1:1")));
        row(qPrintable(QStringLiteral("large %1").arg(QLatin1String(file))), file, QByteArray(50'000'000, '#'), file);
        row(qPrintable(QStringLiteral("folder %1").arg(QLatin1String(file))), file, "FOLDER", file);
        row(qPrintable(QStringLiteral("dangling %1").arg(QLatin1String(file))), file, "LINK", file);
    }
    row("missing values", "windsock.yaml", "values:\n  - other.yaml\n", "windsock.yaml:2:5");
    row("folder as values", "windsock.yaml", "values: [.]\n", "windsock.yaml:1:10");
    row("option as values", "windsock.yaml", "values: [\"--set=a\"]\n", "windsock.yaml:1:10");
    row("missing config", "windsock.yaml", "cluster: {config: no.yaml}\n", "windsock.yaml:1:19");
    row("missing Dockerfile", "windsock.yaml", "image: {dockerfile: no}\n", "windsock.yaml:1:21");
    row("missing chart", "windsock.yaml", "chart: {name: ./no}\n", "windsock.yaml:1:15");
    row("release too long for the chart", "windsock.yaml", "release: {name: " + QByteArray(41, 'a') + "}\n", "windsock.yaml:1:17");
    row("port", "windsock.yaml", "web: {port: 70000}\n", "windsock.yaml:1:13");
    row("empty Dockerfile", "Dockerfile", "", "Dockerfile:1:1");
    row("folder as Dockerfile", "Dockerfile", "FOLDER", "Dockerfile");
    row("kind of something else", "kind-cluster.yaml", "kind: Deployment\napiVersion: apps/v1\n", "kind-cluster.yaml:1:7");
}

void tst_Workspace::refuses()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, text);
    QFETCH(QString, place);
    TempWorkspace temp;
    temp.write("local.values.yaml", "");
    QFile::remove(temp.path(file));
    if (text == "FOLDER")
        temp.makeFolder(file);
    else if (text == "LINK")
        QVERIFY(QFile::link(temp.path(QStringLiteral("nowhere")), temp.path(file)));
    else
        temp.write(file, text);
    const QStringList before = temp.files();
    const Result<Workspace> workspace = Workspace::open(temp.path());
    QVERIFY(!workspace);
    const Error &error = workspace.error();
    QVERIFY(error.code == Error::Code::BadInput || error.code == Error::Code::NotFound);
    QVERIFY2(error.place.text() == place, qPrintable(error.report()));
    QVERIFY(!error.what.isEmpty() && error.report().size() < 900);
    QCOMPARE(temp.files(), before);
}

void tst_Workspace::refusesFolders()
{
    TempWorkspace temp;
    QCOMPARE(Workspace::open(temp.path()).error().code, Error::Code::NotFound);
    QVERIFY(Workspace::open(temp.path()).error().todo.contains(u"windsock init"));
    QCOMPARE(Workspace::open(temp.path(QStringLiteral("no"))).error().code, Error::Code::NotFound);
    const QString file = temp.write("kind-cluster.yaml", "");
    QCOMPARE(Workspace::open(file).error().code, Error::Code::BadInput);
    QVERIFY(Workspace::open(temp.path())); // an empty config is kind's default
    QCOMPARE(Workspace::open(temp.path())->warnings().size(), 1);
}

void tst_Workspace::writesNothing()
{
    const QDir folder(blog);
    const QStringList before = folder.entryList(QDir::AllEntries | QDir::Hidden);
    QVERIFY(Workspace::open(blog));
    QCOMPARE(folder.entryList(QDir::AllEntries | QDir::Hidden), before);
}

QTEST_GUILESS_MAIN(tst_Workspace)
#include "tst_Workspace.moc"
