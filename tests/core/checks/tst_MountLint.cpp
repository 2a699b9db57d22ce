// SPDX-License-Identifier: Apache-2.0
// Both halves of each folder's way, and what breaks between them.
#include "core/checks/MountLint.h"
#include "core/workspace/WorkspaceTemplates.h"
#include "tests/support/TempWorkspace.h"

#include <QTest>

using namespace windsock;

namespace {
const QByteArray good = "{hostPath: ./dags, containerPath: /opt/airflow/dags}, {hostPath: ./logs, containerPath: /opt/airflow/logs}";
const QByteArray volumes = "{name: dags, hostPath: {path: /opt/airflow/dags}}, {name: logs, hostPath: {path: /opt/airflow/logs}}";
const QByteArray mounts = "{name: dags, mountPath: /opt/airflow/dags}, {name: logs, mountPath: /opt/airflow/logs}";

struct Halves
{
    QByteArray node = good, volume = volumes, mount = mounts, rest = {};
};

QStringList lint(const Halves &halves)
{
    TempWorkspace temp;
    temp.write("kind-cluster.yaml", "kind: Cluster\napiVersion: kind.x-k8s.io/v1alpha4\nnodes:\n- extraMounts: [" + halves.node + "]\n");
    temp.write("local.values.yaml", "airflow:\n  executor: KubernetesExecutor\n  extraVolumes: [" + halves.volume
                                        + "]\n  extraVolumeMounts: [" + halves.mount + "]\n" + halves.rest);
    const Result<Workspace> workspace = Workspace::open(temp.path());
    if (!workspace)
        return {workspace.error().report()};
    QStringList found;
    for (const Finding &finding : mountLint(*workspace)) {
        const QString sign = finding.severity == Severity::Failure ? QStringLiteral("!") : QStringLiteral("?");
        found += sign + finding.rule.mid(6) + u' ' + finding.place.text().section(u':', 0, 1);
    }
    return found;
}
} // namespace

class tst_MountLint : public QObject
{
    Q_OBJECT
private slots:
    void lints_data();
    void lints();
    void blogAndTemplatesPass();
    void knowsTheOfficialChart();
};

void tst_MountLint::lints_data()
{
    QTest::addColumn<QStringList>("found");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const Halves &halves, const QStringList &expected) {
        QTest::newRow(name) << lint(halves) << expected;
    };
    const QString values = QStringLiteral("local.values.yaml");
    row("good", {}, {});
    row("unused", {good + ", {hostPath: ./dbt, containerPath: /opt/airflow/dbt}"}, {"?unused kind-cluster.yaml:4"});
    row("not ours", {good + ", {hostPath: ./certs, containerPath: /etc/containerd/certs.d}"}, {});
    row("no node", {"{hostPath: ./logs, containerPath: /opt/airflow/logs}"}, {"?no.node local.values.yaml:3"});
    row("no node, strict", {good, volumes + ", {name: x, hostPath: {path: /x, type: Directory}}", mounts + ", {name: x, mountPath: /x}"},
        {"!no.node local.values.yaml:3"});
    row("the node's own", {good, volumes + ", {name: x, hostPath: {path: /var/log}}", mounts + ", {name: x, mountPath: /x}"}, {});
    row("parent carries", {"{hostPath: ., containerPath: /opt/airflow}"}, {});
    row("prefix is no parent",
        {"{hostPath: ./dags, containerPath: /opt/airflow/dag}, {hostPath: ./logs, containerPath: /opt/airflow/logs}"},
        {"?unused kind-cluster.yaml:4", "?no.node local.values.yaml:3"});
    row("tilde", {"{hostPath: ~/dags, containerPath: /opt/airflow/dags}, {hostPath: $HOME/logs, containerPath: /opt/airflow/logs}"},
        {"!host.tilde kind-cluster.yaml:4", "!host.tilde kind-cluster.yaml:4"});
    row("node twice", {good + ", {hostPath: ./other, containerPath: /opt/airflow/dags/}"}, {"!node.twice kind-cluster.yaml:4"});
    row("pod twice", {good, volumes, mounts + ", {name: logs, mountPath: /opt/airflow/dags/}"}, {"!pod.twice local.values.yaml:4"});
    row("pod twice across parts", {good, volumes, mounts, "scheduler: {extraVolumeMounts: [{name: dags, mountPath: /opt/airflow/dags}]}\n"},
        {"!pod.twice local.values.yaml:5"});
    row("no volume", {good, volumes, mounts + ", {name: dbt, mountPath: /opt/airflow/dbt}"}, {"!no.volume local.values.yaml:4"});
    row("a claim of its own",
        {good, volumes, mounts,
         "scheduler: {volumeClaimTemplates: [{metadata: {name: scratch}}], extraVolumeMounts: [{name: scratch, mountPath: /x}]}\n"},
        {});
    row("the chart's volume", {good, volumes, mounts + ", {name: dags-data, mountPath: /x}"}, {});
    row("not mounted", {good, volumes + ", {name: x, hostPath: {path: /opt/airflow/dags}}"}, {"?not.mounted local.values.yaml:3"});
    row("mounted by a part",
        {good, volumes + ", {name: x, hostPath: {path: /opt/airflow/dags}}", mounts,
         "scheduler: {extraVolumeMounts: [{name: x, mountPath: /x}]}\n"},
        {});
    row("relative", {good, volumes + ", {name: x, hostPath: {path: ./x}}", mounts + ", {name: x, mountPath: x}"},
        {"!relative local.values.yaml:3", "!relative local.values.yaml:4"});
    row("home", {good, volumes, mounts + ", {name: dags, mountPath: /opt/airflow}"}, {"?home local.values.yaml:4"});
    row("logs read-only in the pods",
        {good, volumes, "{name: dags, mountPath: /opt/airflow/dags}, {name: logs, mountPath: /opt/airflow/logs, readOnly: true}"},
        {"!logs.readonly local.values.yaml:4"});
    row("logs read-only in the node",
        {"{hostPath: ./dags, containerPath: /opt/airflow/dags}, {hostPath: ./logs, containerPath: /opt/airflow/logs, readOnly: true}"},
        {"!logs.readonly kind-cluster.yaml:4"});
    row("dags read-only",
        {"{hostPath: ./dags, containerPath: /opt/airflow/dags, readOnly: true}, {hostPath: ./logs, containerPath: /opt/airflow/logs}"}, {});
    row("no logs",
        {"{hostPath: ./dags, containerPath: /opt/airflow/dags}", "{name: dags, hostPath: {path: /opt/airflow/dags}}",
         "{name: dags, mountPath: /opt/airflow/dags}"},
        {"?logs.missing local.values.yaml:4"});
    row("log volume",
        {"{hostPath: ./dags, containerPath: /opt/airflow/dags}", "{name: dags, hostPath: {path: /opt/airflow/dags}}",
         "{name: dags, mountPath: /opt/airflow/dags}", "logs: {persistence: {enabled: true}}\n"},
        {});
    row("no dags",
        {"{hostPath: ./logs, containerPath: /opt/airflow/logs}", "{name: logs, hostPath: {path: /opt/airflow/logs}}",
         "{name: logs, mountPath: /opt/airflow/logs}"},
        {"?dags.missing local.values.yaml:4"});
    row("git-sync",
        {"{hostPath: ./logs, containerPath: /opt/airflow/logs}", "{name: logs, hostPath: {path: /opt/airflow/logs}}",
         "{name: logs, mountPath: /opt/airflow/logs}", "dags: {gitSync: {enabled: true}}\n"},
        {});
}

void tst_MountLint::lints()
{
    QFETCH(QStringList, found);
    QFETCH(QStringList, expected);
    QCOMPARE(found, expected);
}

void tst_MountLint::blogAndTemplatesPass()
{
    QCOMPARE(mountLint(*Workspace::open(QStringLiteral(TEST_DATA "/workspace/blog-as-printed"))), QList<Finding>());
    for (const ChartFlavor flavor : {ChartFlavor::Community, ChartFlavor::Official}) {
        TempWorkspace temp;
        QVERIFY(createWorkspace(temp.path(), flavor));
        const QList<Finding> findings = mountLint(*Workspace::open(temp.path()));
        QVERIFY2(findings.isEmpty(), findings.isEmpty() ? "" : qPrintable(findings.first().what));
    }
}

void tst_MountLint::knowsTheOfficialChart()
{
    TempWorkspace temp;
    temp.write("kind-cluster.yaml", "kind: Cluster\napiVersion: kind.x-k8s.io/v1alpha4\nnodes:\n- extraMounts: [" + good + "]\n");
    temp.write("local.values.yaml",
               "executor: KubernetesExecutor\nairflowVersion: \"3.2.2\"\nvolumes: [" + volumes
                   + "]\nvolumeMounts: [{name: dags, mountPath: /opt/airflow/dags}, {name: logs, mountPath: /opt/airflow/task-logs}]\n");
    const QList<Finding> findings = mountLint(*Workspace::open(temp.path()));
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings[0].rule, QStringLiteral("mount.logs.missing")); // base_log_folder still names the chart's own volume
    temp.write("local.values.yaml", temp.read("local.values.yaml") + "config: {logging: {base_log_folder: /opt/airflow/task-logs}}\n");
    QVERIFY(mountLint(*Workspace::open(temp.path())).isEmpty());
}

QTEST_GUILESS_MAIN(tst_MountLint)
#include "tst_MountLint.moc"
