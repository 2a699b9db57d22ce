// SPDX-License-Identifier: Apache-2.0
// Which folder of this machine is which of Airflow's, and the way back from the pods' paths.
#include "core/workspace/WorkspaceFolders.h"

#include "tests/core/workspace/OpenWorkspace.h"

using namespace windsock;

class tst_WorkspaceFolders : public QObject
{
    Q_OBJECT
private slots:
    void readsTheDemo();
    void findsFoldersWithinMounts();
    void fallsBackToNames();
    void followsTheOfficialChart();
    void changesTheMode();
};

void tst_WorkspaceFolders::readsTheDemo()
{
    const Result<Workspace> demo = Workspace::open(SOURCE_ROOT "/examples/demo");
    QVERIFY(demo);
    const WorkspaceFolders folders = WorkspaceFolders::of(*demo);
    const QString root = demo->folder().path();
    QVERIFY(folders.dags && folders.logs && !folders.plugins);
    QCOMPARE(folders.dags->host, root + "/dags");
    QCOMPARE(folders.dags->shown, "./dags");
    QCOMPARE(folders.dags->podPath, "/opt/airflow/dags");
    QCOMPARE(folders.logs->host, root + "/logs");
    QCOMPARE(folders.others.size(), 2);
    QCOMPARE(folders.onHost("/opt/airflow/python_tasks"), std::optional(root + "/python_tasks"));
    QCOMPARE(folders.onHost("/opt/airflow/dbt/shop/../x"), std::optional(root + "/dbt/x"));
    QVERIFY(!folders.onHost("/opt/airflow/elsewhere") && !folders.onHost("relative") && !folders.onHost("/opt/airflow/dagsx"));
    QCOMPARE(folders.onHostList("/opt/airflow/python_tasks:/usr/lib::/opt/airflow/dbt"), root + "/python_tasks:/usr/lib::" + root + "/dbt");
    QCOMPARE(folders.podRoots(), QStringList{"/opt/airflow"});
}

void tst_WorkspaceFolders::findsFoldersWithinMounts()
{
    const OpenWorkspace bench;
    bench.folder.write("kind-cluster.yaml", "kind: Cluster\napiVersion: kind.x-k8s.io/v1alpha4\nnodes:\n  - role: control-plane\n    "
                                            "extraMounts:\n      - {hostPath: ./repo, containerPath: "
                                            "/repo, readOnly: true}\n      - {hostPath: ./shared, containerPath: /shared}\n");
    const Workspace workspace = bench.open(
        "dags: {path: /opt/airflow/dags/team}\nairflow:\n  config: {AIRFLOW__CORE__PLUGINS_FOLDER: /opt/airflow/dags/plugins}\n"
        "  extraVolumes: [{name: r, hostPath: {path: /repo}}, {name: s, hostPath: {path: /shared}}, {name: n, hostPath: {path: "
        "/nowhere}}]\n"
        "  extraVolumeMounts: [{name: r, mountPath: /opt/airflow/dags}, {name: s, mountPath: /srv/shared}, {name: n, mountPath: /n}]\n");
    const WorkspaceFolders folders = WorkspaceFolders::of(workspace);
    QCOMPARE(folders.dags->host, bench.folder.path("repo/team"));
    QCOMPARE(folders.dags->shown, "./repo/team");
    QVERIFY(folders.dags->readOnly);
    QCOMPARE(folders.plugins->host, bench.folder.path("repo/plugins"));
    QVERIFY(!folders.logs);
    QStringList others;
    for (const WorkspaceFolder &folder : folders.others)
        others += folder.podPath;
    QCOMPARE(others, (QStringList{"/opt/airflow/dags", "/srv/shared"})); // the way to /n is only half of one
    QCOMPARE(folders.podRoots(), (QStringList{"/opt/airflow", "/srv/shared"}));
    QCOMPARE(folders.onHost("/opt/airflow/dags/x"), std::optional(bench.folder.path("repo/x")));
}

void tst_WorkspaceFolders::fallsBackToNames()
{
    const OpenWorkspace bench;
    bench.folder.makeFolder("dags");
    bench.folder.makeFolder("plugins");
    bench.folder.write("logs", "a file");
    const WorkspaceFolders folders = WorkspaceFolders::of(bench.open("airflow: {}\n"));
    QCOMPARE(folders.dags->host, bench.folder.path("dags"));
    QCOMPARE(folders.plugins->podPath, "/opt/airflow/plugins");
    QVERIFY(!folders.logs && folders.others.isEmpty() && !folders.dags->place.isKnown());
    QCOMPARE(folders.home, "/opt/airflow");
    QCOMPARE(WorkspaceFolders::of(bench.open("airflowHome: relative\n", officialChart)).home, "/opt/airflow");
    QCOMPARE(folders.all().size(), 2);
}

void tst_WorkspaceFolders::followsTheOfficialChart()
{
    const OpenWorkspace bench;
    for (const char *name : {"dags", "logs", "plugins"})
        bench.folder.makeFolder(QString::fromLatin1(name));
    const WorkspaceFolders folders = WorkspaceFolders::of(
        bench.open("airflowHome: /home/a\ndags: {mountPath: /d}\nconfig: {core: {plugins_folder: /p}, logging: {base_log_folder: /l}}\n",
                   officialChart));
    QCOMPARE(folders.dags->podPath + folders.plugins->podPath + folders.logs->podPath, "/d/p/l");
    QCOMPARE(folders.home, "/home/a");
    const WorkspaceFolders plain = WorkspaceFolders::of(bench.open("airflowHome: /home/a\n", officialChart));
    QCOMPARE(plain.dags->podPath + plain.plugins->podPath + plain.logs->podPath, "/home/a/dags/home/a/plugins/home/a/logs");
}

void tst_WorkspaceFolders::changesTheMode()
{
    const OpenWorkspace bench;
    const Workspace workspace = bench.open("airflow: {}\n", communityChart + "mode: auto\n");
    const Workspace other = workspace.withMode(Mode::Standalone);
    QCOMPARE(workspace.mode(), Mode::Auto);
    QCOMPARE(other.mode(), Mode::Standalone);
    QCOMPARE(other.id(), workspace.id());
    QCOMPARE(bench.folder.read("windsock.yaml"), communityChart + "mode: auto\n"); // files stay as they are
}

QTEST_GUILESS_MAIN(tst_WorkspaceFolders)
#include "tst_WorkspaceFolders.moc"
