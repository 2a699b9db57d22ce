// SPDX-License-Identifier: Apache-2.0
// DAG files that need a cluster or name the pods' paths; limits; nothing of the rest of a line is repeated.
#include "core/workspace/DagScan.h"

#include "tests/support/TempWorkspace.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace windsock;

class tst_DagScan : public QObject
{
    Q_OBJECT
private slots:
    void finds_data();
    void finds();
    void findsProviders();
    void readsFolders();
    void keepsItsLimits();
    void scansALot();
};

static QString shown(const QList<LeftOut> &found)
{
    QStringList list;
    for (const LeftOut &one : found)
        list += one.id + u' ' + one.key + u' ' + QString::number(one.place.line) + u':' + QString::number(one.place.column);
    return list.join(" , ");
}

void tst_DagScan::finds_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *name, const char *text, const char *found) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(found);
    };
    row("nothing", "from airflow import DAG\nx = 1\n", "");
    row("import alone", "from airflow.providers.cncf.kubernetes.operators.pod import KubernetesPodOperator\n", "");
    row("operator", "a = 1\n  t = KubernetesPodOperator (task_id='x')\n", "dag.pod-operator KubernetesPodOperator 2:7");
    row("decorator", "@task.kubernetes(image='x')\ndef f(): pass\n", "dag.pod-operator @task.kubernetes 1:1");
    row("another decorator", "@task.kubernetes_cmd(image='x')\n@task.kubernetesx\n", "dag.pod-operator @task.kubernetes_cmd 1:1");
    row("partial", "KubernetesPodOperator.partial(image='x').expand(cmds=[])\nx = KubernetesPodOperator.ui_color\n",
        "dag.pod-operator KubernetesPodOperator 1:1");
    row("class of one's own",
        "class Mine(KubernetesPodOperator):\nclass Other(Base, pod.KubernetesJobOperator, x=1):\nclass Kubernetes(x):\n",
        "dag.pod-operator KubernetesPodOperator 1:1 , dag.pod-operator KubernetesJobOperator 2:1");
    row("another name",
        "from x import KubernetesPodOperator as KPO\nfrom y import (\n  KubernetesJobOperator as K_2,\n)\nKPO(a)\nKPO.partial(b)\n"
        "class A(K_2): pass\nKPOX(c)\nSKPO(d)\n",
        "dag.pod-operator KPO 5:1 , dag.pod-operator KPO 6:1 , dag.pod-operator K_2 7:1");
    row("another name of another", "from x import BashOperator as KPO  # Kubernetes\nKPO(a)\n# KubernetesPodOperator as KPO\nKPO(b)\n", "");
    row("resources", "KubernetesCreateResourceOperator(a)\nx = KubernetesDeleteResourceOperator(b)\n",
        "dag.pod-operator KubernetesCreateResourceOperator 1:1 , dag.pod-operator KubernetesDeleteResourceOperator 2:5");
    row("jobs", "KubernetesDeleteJobOperator(a)\nKubernetesPatchJobOperator(b)\nKubernetesAnyOperator(c)\n",
        "dag.pod-operator KubernetesDeleteJobOperator 1:1 , dag.pod-operator KubernetesPatchJobOperator 2:1");
    row("comment", "# KubernetesPodOperator()\nx = 1  # KubernetesPodOperator()\ny = '#'; KubernetesPodOperator()\n",
        "dag.pod-operator KubernetesPodOperator 3:10");
    row("override", "x = {'pod_override': k8s.V1Pod()}\ny = {\"KubernetesExecutor\": {}}\nf(pod_override=p)\n",
        "dag.pod-override pod_override 1:6 , dag.pod-override KubernetesExecutor 2:6 , dag.pod-override pod_override= 3:3");
    row("executor", "t = BashOperator(executor='KubernetesExecutor')\nu = f(executor = \"LocalExecutor\")\n",
        "dag.executor Kubernetes 1:18");
    row("paths",
        "a = '/opt/airflow/dbt/x y'\nb = \"/opt/airflow\"\nc = 'x/opt/airflow/y'\nd = '/opt/airflowx'\ne = f'--dir=/opt/airflow/dags'\n",
        "dag.path /opt/airflow/dbt/x 1:6 , dag.path /opt/airflow 2:6 , dag.path /opt/airflow/dags 5:13");
    row("other root", "x = '/srv/shared/a'\n", "dag.path /srv/shared/a 1:6");
    row("secrets are not repeated", "t = KubernetesPodOperator(env={'PASSWORD': 'canary'})\n",
        "dag.pod-operator KubernetesPodOperator 1:5");
    row("not utf-8", "\xff\xfe KubernetesPodOperator(\n", "dag.pod-operator KubernetesPodOperator 1:4");
    row("crlf", "x = 1\r\ny = KubernetesPodOperator()\r\n", "dag.pod-operator KubernetesPodOperator 2:5");
}

void tst_DagScan::finds()
{
    QFETCH(QByteArray, text);
    DagScan scan;
    scanDagText(text, "./dags/x.py", {"/opt/airflow", "/srv/shared"}, scan);
    QTEST(shown(scan.needsKubernetes + scan.podPaths), "found");
    for (const LeftOut &one : scan.needsKubernetes + scan.podPaths)
        QVERIFY(one.place.file == "./dags/x.py" && !one.meaning.isEmpty() && !one.key.contains("canary"));
    DagScan none;
    scanDagText(text, "x.py", {}, none);
    QVERIFY(none.podPaths.isEmpty());
}

void tst_DagScan::findsProviders()
{
    const QByteArray text =
        "from airflow.providers.microsoft.azure.hooks.wasb import WasbHook\n"
        "  import airflow.providers.ssh.hooks.ssh as s\nfrom airflow.providers.ssh.operators.ssh import SSHOperator\n"
        "# from airflow.providers.ftp import x\nfrom airflow.providers.amazon import hooks\n"
        "from airflow.providers.common.sql.hooks.sql import DbApiHook\nx = 'import airflow.providers.mysql'\n"
        "from airflow.providers.apache import hive\nfrom airflow.providers_x import y\nfrom airflow.providers.dbt.cloud import z\n";
    DagScan scan;
    scanDagText(text, "./dags/x.py", {}, scan);
    scanDagText("\nfrom airflow.providers.ssh.x import y\n", "./dags/y.py", {}, scan);
    QCOMPARE(shown(scan.providers),
             "dag.provider apache-airflow-providers-microsoft-azure 1:1 , dag.provider apache-airflow-providers-ssh 2:1 , dag.provider "
             "apache-airflow-providers-amazon 5:1 , dag.provider apache-airflow-providers-common-sql 6:1 , dag.provider "
             "apache-airflow-providers-dbt-cloud 10:1");
    QVERIFY(scan.needsKubernetes.isEmpty() && scan.podPaths.isEmpty());
    for (const LeftOut &one : scan.providers)
        QVERIFY(one.place.file == "./dags/x.py" && one.meaning.contains(one.key));
}

void tst_DagScan::readsFolders()
{
    const TempWorkspace folder;
    const QByteArray hit = "x = KubernetesPodOperator()\n";
    folder.write("b.py", hit);
    folder.write("a/c.py", hit);
    folder.write("a.txt", hit);
    folder.write(".hidden/d.py", hit);
    folder.write("__pycache__/e.py", hit);
    folder.makeFolder("x.py");
    QVERIFY(QFile::link(folder.path(), folder.path("loop")));
    const std::atomic_bool go{false}, stop{true};
    const DagScan scan = scanDagFolder(folder.path(), "./dags", {}, go);
    QVERIFY(scan.isComplete);
    QCOMPARE(scan.filesRead, 2);
    QCOMPARE(scan.needsKubernetes.first().place.text(), "./dags/a/c.py:1:5");
    QCOMPARE(scan.needsKubernetes.last().place.text(), "./dags/b.py:1:5");
    QVERIFY(!scanDagFolder(folder.path(), "./dags", {}, stop).isComplete);
    QVERIFY(scanDagFolder(folder.path("none"), "./dags", {}, go).isComplete);
}

void tst_DagScan::keepsItsLimits()
{
    const TempWorkspace folder;
    for (int i = 0; i < 20; ++i)
        folder.write(QStringLiteral("%1.py").arg(i, 2, 10, QLatin1Char('0')), "x = KubernetesPodOperator()\n");
    const std::atomic_bool go{false};
    const auto with = [&](const DagScanLimits &limits) { return scanDagFolder(folder.path(), "d", {}, go, limits); };
    QVERIFY(with({.files = 20}).filesRead == 20 && with({.files = 20}).isComplete);
    QVERIFY(with({.files = 5}).filesRead == 5 && !with({.files = 5}).isComplete);
    QVERIFY(with({.found = 3}).needsKubernetes.size() == 3 && !with({.found = 3}).isComplete);
    QVERIFY(with({.bytes = 60}).filesRead == 3 && !with({.bytes = 60}).isComplete);
    QVERIFY(with({.fileBytes = 10}).filesRead == 0 && !with({.fileBytes = 10}).isComplete);
    QString deep;
    for (int i = 0; i < 25; ++i)
        deep += "d/";
    folder.write(deep + "x.py", "");
    QVERIFY(!with({}).isComplete);
}

void tst_DagScan::scansALot()
{
    QByteArray text;
    for (int i = 0; i < 20000; ++i)
        text += "value_" + QByteArray::number(i) + " = 'a text with \"quotes\" and a KubernetesThing'  # comment\n";
    DagScan scan;
    QElapsedTimer timer;
    timer.start();
    scanDagText(text, "x.py", {"/opt/airflow"}, scan);
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed()))); // a megabyte and a half
    QVERIFY(scan.needsKubernetes.isEmpty());
}

QTEST_GUILESS_MAIN(tst_DagScan)
#include "tst_DagScan.moc"
