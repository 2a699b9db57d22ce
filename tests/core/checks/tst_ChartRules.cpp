// SPDX-License-Identifier: Apache-2.0
// The charts' rules: each with the key it names and its place. The blog's values must bring up every key that chart 8.9.0
// refuses them for (checked against `helm template`, one key at a time: workers, flower, redis, then logCleanup).
#include "core/checks/ChartRules.h"
#include "core/workspace/WorkspaceTemplates.h"
#include "tests/support/TempWorkspace.h"

#include <QTest>

using namespace windsock;

namespace {
QString line(const Finding &finding)
{
    return (finding.severity == Severity::Failure ? QStringLiteral("! ") : QStringLiteral("? ")) + finding.key + u' '
           + finding.place.text();
}

QStringList lines(const QByteArray &windsock, const QByteArray &values, const QByteArray &dockerfile = {})
{
    TempWorkspace temp;
    temp.write("windsock.yaml", windsock);
    temp.write("local.values.yaml", values);
    if (!dockerfile.isEmpty())
        temp.write("Dockerfile", dockerfile);
    const Result<Workspace> workspace = Workspace::open(temp.path());
    if (!workspace)
        return {workspace.error().report()};
    QStringList all;
    for (const Finding &finding : chartRules(*workspace)) {
        if (finding.what.isEmpty() || finding.todo.isEmpty() || !finding.rule.startsWith(QStringLiteral("chart.")))
            all += QStringLiteral("incomplete: ") + finding.rule;
        all += line(finding);
    }
    return all;
}

// A community workspace with the KubernetesExecutor that passes every rule, plus what a row adds.
QStringList community(const QByteArray &airflow, const QByteArray &rest = {}, const QByteArray &dockerfile = {})
{
    return lines("chart: {repo: 'https://airflow-helm.github.io/charts'}\n",
                 "airflow: {executor: KubernetesExecutor, fernetKey: f, webserverSecretKey: s" + airflow + "}\n"
                     + (rest.contains("workers:") ? QByteArray() : QByteArray("workers: {enabled: false}\n"))
                     + (rest.contains("flower:") ? QByteArray() : QByteArray("flower: {enabled: false}\n"))
                     + (rest.contains("redis:") ? QByteArray() : QByteArray("redis: {enabled: false}\n")) + rest,
                 dockerfile);
}

QStringList official(const QByteArray &rest, const QByteArray &dockerfile = {})
{
    QByteArray base = "executor: KubernetesExecutor\nfernetKey: f\napiSecretKey: a\njwtSecret: j\n";
    for (const QByteArray &key : {QByteArray("airflowVersion: \"3.2.2\""), QByteArray("migrateDatabaseJob: {useHelmHooks: false}"),
                                  QByteArray("createUserJob: {useHelmHooks: false}"), QByteArray("statsd: {enabled: false}"),
                                  QByteArray("redis: {enabled: false}")}) {
        if (!rest.contains(key.left(key.indexOf(':') + 1)))
            base += key + '\n';
    }
    return lines("chart: {repo: 'https://airflow.apache.org'}\n", base + rest, dockerfile);
}
} // namespace

class tst_ChartRules : public QObject
{
    Q_OBJECT
private slots:
    void namesWhatTheBlogLacks();
    void templatesPass_data();
    void templatesPass();
    void judgesCommunity_data();
    void judgesCommunity();
    void judgesOfficial_data();
    void judgesOfficial();
    void pointsIntoTheRightFile();
    void saysNothingOfUnknownCharts();
};

void tst_ChartRules::namesWhatTheBlogLacks()
{
    const Result<Workspace> workspace = Workspace::open(QStringLiteral(TEST_DATA "/workspace/blog-as-printed"));
    QVERIFY(workspace);
    QStringList found;
    for (const Finding &finding : chartRules(*workspace))
        found += line(finding);
    QCOMPARE(found, (QStringList{"! workers.enabled local.values.yaml", "! flower.enabled local.values.yaml",
                                 "! redis.enabled local.values.yaml", "! scheduler.logCleanup.enabled local.values.yaml",
                                 "? airflow.fernetKey local.values.yaml:1:1", "? airflow.webserverSecretKey local.values.yaml:1:1"}));
}

void tst_ChartRules::templatesPass_data()
{
    QTest::addColumn<int>("flavor");
    QTest::newRow("community") << int(ChartFlavor::Community);
    QTest::newRow("official") << int(ChartFlavor::Official);
}

void tst_ChartRules::templatesPass()
{
    QFETCH(int, flavor);
    TempWorkspace temp;
    QVERIFY(createWorkspace(temp.path(), ChartFlavor(flavor)));
    const QList<Finding> findings = chartRules(*Workspace::open(temp.path()));
    QVERIFY2(findings.isEmpty(), findings.isEmpty() ? "" : qPrintable(findings.first().what));
}

void tst_ChartRules::judgesCommunity_data()
{
    QTest::addColumn<QStringList>("found");
    QTest::addColumn<QString>("expected"); // keys with ! for a failure, ? for a warning
    const auto row = [](const char *name, const QStringList &found, const char *expected) {
        QTest::newRow(name) << found << QString::fromLatin1(expected);
    };
    row("ready", community(""), "");
    row("workers on", community("", "workers: {enabled: true}\n"), "! workers.enabled");
    row("workers by default", community("", "workers: {replicas: 1}\n"), "! workers.enabled");
    row("workers as text", community("", "workers: {enabled: \"false\"}\n"), "! workers.enabled"); // true for Helm
    row("flower and redis", community("", "flower: {enabled: yes}\nredis: {}\n"), "! flower.enabled, ! redis.enabled");
    row("empty section", community("", "scheduler:\n"), "! scheduler");
    row("section of a wrong kind", community("", "triggerer: false\n"), "! triggerer");
    row("executor", lines("", "airflow: {executor: LocalExecutor, fernetKey: f, webserverSecretKey: s}\n"), "! airflow.executor");
    row("celery without workers",
        lines("", "airflow: {executor: CeleryExecutor, fernetKey: f, webserverSecretKey: s}\nworkers: {enabled: false}\n"),
        "! workers.enabled");
    row("celery", lines("", "airflow: {executor: CeleryKubernetesExecutor, fernetKey: f, webserverSecretKey: s}\n"), "");
    for (const char *key :
         {"AIRFLOW__CORE__EXECUTOR", "AIRFLOW__CORE__DAGS_FOLDER", "AIRFLOW__CELERY__BROKER_URL", "AIRFLOW__CELERY__BROKER_URL_CMD",
          "AIRFLOW__CELERY__RESULT_BACKEND", "AIRFLOW__CELERY__RESULT_BACKEND_CMD", "AIRFLOW__CORE__SQL_ALCHEMY_CONN",
          "AIRFLOW__CORE__SQL_ALCHEMY_CONN_CMD", "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN", "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN_CMD"})
        row(key, community(QByteArray(", config: {") + key + ": x}"), (QByteArray("! airflow.config.") + key).constData());
    row("reserved but empty", community(", config: {AIRFLOW__CORE__EXECUTOR: \"\"}"), "");
    row("logs mounted", community(", extraVolumeMounts: [{name: l, mountPath: /opt/airflow/logs/}]"), "! scheduler.logCleanup.enabled");
    row("home mounted", community(", extraVolumeMounts: [{name: l, mountPath: /opt/airflow}]"), "! scheduler.logCleanup.enabled");
    row("below logs", community(", extraVolumeMounts: [{name: l, mountPath: /opt/airflow/logs/x}]"), "");
    row("other log path", community(", extraVolumeMounts: [{name: l, mountPath: /opt/airflow/logs}]", "logs: {path: /logs}\n"), "");
    row("logs mounted, cleanup off",
        community(", extraVolumeMounts: [{name: l, mountPath: /opt/airflow/logs}]", "scheduler: {logCleanup: {enabled: false}}\n"), "");
    row("logs in the scheduler", community("", "scheduler: {extraVolumeMounts: [{name: l, mountPath: /opt/airflow/logs}]}\n"),
        "! scheduler.logCleanup.enabled");
    row("log volume", community("", "logs: {persistence: {enabled: true}}\n"), "! scheduler.logCleanup.enabled");
    row("log volume for one",
        community("", "scheduler: {logCleanup: {enabled: false}}\nlogs: {persistence: {enabled: true, accessMode: ReadWriteOnce}}\n"),
        "! logs.persistence.accessMode");
    row("log volume and mount",
        community(", extraVolumeMounts: [{name: l, mountPath: /opt/airflow/logs}]",
                  "scheduler: {logCleanup: {enabled: false}}\nlogs: {persistence: {enabled: true}}\n"),
        "! logs.persistence.enabled");
    row("worker logs",
        lines("", "airflow: {executor: CeleryExecutor, fernetKey: f, webserverSecretKey: s, extraVolumeMounts: [{name: l, mountPath: "
                  "/opt/airflow/logs}]}\nscheduler: {logCleanup: {enabled: false}}\n"),
        "! workers.logCleanup.enabled");
    row("dag volume", community("", "dags: {persistence: {enabled: true, accessMode: ReadWriteOnce}}\n"), "! dags.persistence.accessMode");
    row("git without repo", community("", "dags: {gitSync: {enabled: true}}\n"), "! dags.gitSync.repo");
    row("git and volume", community("", "dags: {persistence: {enabled: true}, gitSync: {enabled: true, repo: 'https://x'}}\n"),
        "! dags.persistence.enabled");
    row("git by ssh", community("", "dags: {gitSync: {enabled: true, repo: 'git@github.com:a/b'}}\n"), "! dags.gitSync.sshSecret");
    row("git secrets", community("", "dags: {gitSync: {enabled: true, repo: x, sshSecret: a, httpSecret: b}}\n"),
        "! dags.gitSync.httpSecret");
    row("ingress version", community("", "ingress: {enabled: true, apiVersion: extensions/v1beta1}\n"), "! ingress.apiVersion");
    row("ingress path", community(", config: {AIRFLOW__WEBSERVER__BASE_URL: 'http://h/a'}", "ingress: {enabled: true, web: {path: /b}}\n"),
        "! airflow.config.AIRFLOW__WEBSERVER__BASE_URL");
    row("ingress path fits",
        community(", config: {AIRFLOW__WEBSERVER__BASE_URL: 'http://h/a'}", "ingress: {enabled: true, web: {path: '/a/*'}}\n"), "");
    row("ingress slash",
        community(", config: {AIRFLOW__CELERY__FLOWER_URL_PREFIX: 'f'}",
                  "flower: {enabled: false}\ningress: {enabled: true, flower: {path: f}}\n"),
        "! ingress.flower.path");
    row("pgbouncer", community("", "pgbouncer: {clientSSL: {keyFile: {existingSecret: a}}}\n"),
        "! pgbouncer.clientSSL.certFile.existingSecret");
    row("pgbouncer off", community("", "pgbouncer: {enabled: false, serverSSL: {certFile: {existingSecret: a}}}\n"), "");
    row("database twice", community("", "externalDatabase: {host: db}\n"), "! postgresql.enabled");
    row("database kind", community("", "externalDatabase: {host: db, type: oracle}\npostgresql: {enabled: false}\n"),
        "! externalDatabase.type");
    row("redis twice", lines("", "airflow: {executor: CeleryExecutor, fernetKey: f, webserverSecretKey: s}\nexternalRedis: {host: r}\n"),
        "! redis.enabled");
    row("legacy", community(", legacyCommands: true, image: {repository: apache/airflow, tag: 2.8.4}", "scheduler: {replicas: 2}\n"),
        "! scheduler.replicas, ! airflow.legacyCommands");
    row("Airflow 1", community(", image: {tag: 1.10.15}"), "! airflow.legacyCommands");
    row("Airflow 3", community(", image: {repository: airflow-local, tag: local}", "", "FROM apache/airflow:3.2.2\n"), "! airflow.image");
    row("no triggerer yet", community(", image: {repository: airflow-local, tag: local}", "", "FROM apache/airflow:2.1.2\n"),
        "! triggerer.enabled");
    row("tag as number", community(", image: {tag: 2.10}"), "! airflow.image.tag");
    row("tag as text", community(", image: {tag: \"2.10\"}"), "");
    row("pulls its own image", community(", image: {repository: airflow-local, pullPolicy: Always}", "", "FROM apache/airflow:2.10.5\n"),
        "! airflow.image.pullPolicy");
    row("pulls a published image", community(", image: {pullPolicy: Always}"), "");
    row("pip", community(", extraPipPackages: [pandas]"), "? airflow.extraPipPackages");
    row("connections", community(", connections: [{id: a}], pools: []"), "? airflow.connectionsUpdate");
    row("connections once", community(", connections: [{id: a}], connectionsUpdate: false"), "");
}

void tst_ChartRules::judgesCommunity()
{
    QFETCH(QStringList, found);
    QFETCH(QString, expected);
    QStringList keys;
    for (const QString &text : found)
        keys += text.section(u' ', 0, 1);
    QCOMPARE(keys.join(QStringLiteral(", ")), expected);
    for (const QString &text : found)
        QVERIFY2(text.contains(QStringLiteral("local.values.yaml")), qPrintable(text));
}

void tst_ChartRules::judgesOfficial_data()
{
    QTest::addColumn<QStringList>("found");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QStringList &found, const char *expected) {
        QTest::newRow(name) << found << QString::fromLatin1(expected);
    };
    row("ready", official(""), "");
    row("version differs", official("", "FROM apache/airflow:3.1.0\n"), "? airflowVersion");
    row("major differs", official("", "FROM apache/airflow:2.11.0\n"), "! airflowVersion");
    row("tag differs", official("defaultAirflowTag: 2.11.0\n"), "! airflowVersion");
    row("tag agrees", official("defaultAirflowTag: 3.2.2-python3.12\n"), "");
    row("version as number", official("airflowVersion: 3.2\n"), "! airflowVersion");
    row("no version", official("airflowVersion: latest\n"), "! airflowVersion");
    row("too old", official("airflowVersion: \"2.10.5\"\nwebserverSecretKey: s\ndefaultAirflowTag: 2.10.5\n"), "! airflowVersion");
    row("executor twice", official("config: {core: {executor: LocalExecutor}}\n"), "! config.core.executor");
    row("executor template", official("config: {core: {executor: '{{ .Values.executor }}'}}\n"), "");
    row("community values", official("airflow: {executor: KubernetesExecutor}\n"), "! airflow");
    row("celery without redis",
        lines("chart: {repo: 'https://airflow.apache.org'}\n",
              "executor: CeleryExecutor\nfernetKey: f\napiSecretKey: a\njwtSecret: j\nstatsd: {enabled: false}\nredis: {enabled: false}\n"
              "createUserJob: {enabled: false}\nmigrateDatabaseJob: {enabled: false}\n"),
        "! data.brokerUrl");
    row("search twice", official("elasticsearch: {enabled: true, secretName: a}\nopensearch: {enabled: true}\n"),
        "! opensearch.enabled, ! opensearch.connection");
    row("old postgres keys", official("postgresql: {postgresqlUsername: a}\n"), "! postgresql.postgresqlUsername");
    row("old postgres image", official("postgresql: {image: {repository: bitnami/postgresql}}\n"), "! postgresql.image.repository");
    row("logs twice", official("volumeMounts: [{name: l, mountPath: /opt/airflow/logs}]\n"), "! volumeMounts.0.mountPath");
    row("logs twice in the scheduler", official("scheduler: {extraVolumeMounts: [{name: l, mountPath: /opt/airflow/logs}]}\n"),
        "! scheduler.extraVolumeMounts.0.mountPath");
    row("logs beside", official("volumeMounts: [{name: l, mountPath: /opt/airflow/host-logs}]\n"), "");
    row("dags twice", official("volumeMounts: [{name: d, mountPath: /opt/airflow/dags}]\ndags: {gitSync: {enabled: true}}\n"),
        "! volumeMounts.0.mountPath");
    row("hooks", official("migrateDatabaseJob: {}\ncreateUserJob: {useHelmHooks: true}\n"),
        "? migrateDatabaseJob.useHelmHooks, ? createUserJob.useHelmHooks");
    row("keys",
        lines("chart: {repo: 'https://airflow.apache.org'}\n", "executor: KubernetesExecutor\nstatsd: {enabled: false}\ncreateUserJob: "
                                                               "{enabled: false}\nmigrateDatabaseJob: {enabled: false}\n"),
        "? apiSecretKey, ? jwtSecret, ? fernetKey");
    row("Airflow 2's key",
        lines("chart: {repo: 'https://airflow.apache.org'}\n",
              "executor: KubernetesExecutor\nstatsd: {enabled: false}\nwebserverSecretKey: s\njwtSecret: j\nfernetKey: f\n"
              "createUserJob: {enabled: false}\nmigrateDatabaseJob: {enabled: false}\n"),
        "? apiSecretKey");
    row("statsd", official("statsd: {}\n"), "? statsd.enabled");
    row("empty section", official("scheduler:\n"), "! scheduler");
}

void tst_ChartRules::judgesOfficial()
{
    judgesCommunity();
}

void tst_ChartRules::pointsIntoTheRightFile()
{
    TempWorkspace temp;
    temp.write("windsock.yaml", "chart: {repo: 'https://airflow-helm.github.io/charts'}\nvalues: [base.yaml, local.yaml]\n");
    temp.write("base.yaml", "airflow:\n  executor: KubernetesExecutor\n  fernetKey: f\n  webserverSecretKey: s\nworkers:\n  enabled: "
                            "true\nflower: {enabled: false}\n");
    temp.write("local.yaml", "redis:\n  enabled: true\n");
    QStringList found;
    for (const Finding &finding : chartRules(*Workspace::open(temp.path())))
        found += line(finding);
    QCOMPARE(found, (QStringList{"! workers.enabled base.yaml:6:3", "! redis.enabled local.yaml:2:3"}));
}

void tst_ChartRules::saysNothingOfUnknownCharts()
{
    QCOMPARE(lines("chart: {repo: 'https://example.com', version: 5.0.0}\n", "a: 1\n"), QStringList());
}

QTEST_GUILESS_MAIN(tst_ChartRules)
#include "tst_ChartRules.moc"
