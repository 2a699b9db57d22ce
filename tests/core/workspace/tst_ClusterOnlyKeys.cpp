// SPDX-License-Identifier: Apache-2.0
// Keys without a meaning outside of Kubernetes: found where the user's files set them, silent where they do not.
#include "core/workspace/ClusterOnlyKeys.h"
#include "core/workspace/ClusterOnlyRules.h"

#include "tests/core/workspace/OpenWorkspace.h"

#include <QSet>

using namespace windsock;

class tst_ClusterOnlyKeys : public QObject
{
    Q_OBJECT
private slots:
    void finds_data();
    void finds();
    void tellsPlacesInOrder();
    void eachRuleCanBeMet();
    void demoLosesNothing();
};

static QString shown(const QList<LeftOut> &found)
{
    QStringList list;
    for (const LeftOut &one : found)
        list += one.id + u' ' + one.key;
    return list.join(" , ");
}

void tst_ClusterOnlyKeys::finds_data()
{
    QTest::addColumn<QByteArray>("values");
    QTest::addColumn<QString>("found");
    QTest::addColumn<bool>("official");
    const auto community = [](const char *name, const char *values, const char *found) {
        QTest::newRow(name) << QByteArray(values) << QString::fromLatin1(found) << false;
    };
    const auto official = [](const char *name, const char *values, const char *found) {
        QTest::newRow(name) << QByteArray(values) << QString::fromLatin1(found) << true;
    };
    community("nothing", "airflow: {executor: LocalExecutor}\n", "");
    community("executor", "airflow: {executor: KubernetesExecutor}\n", "executor airflow.executor");
    community("sidecar", "airflow: {extraContainers: [{name: x}]}\nweb: {extraInitContainers: [{name: y}]}\n",
              "sidecar airflow.extraContainers , init-container web.extraInitContainers");
    community("switched off",
              "ingress: {enabled: false, web: {path: /x}}\nworkers: {enabled: false}\nscheduler: {resources: {}, tolerations: [], "
              "logCleanup: {enabled: false}}\n",
              "");
    community("pods",
              "scheduler: {resources: {limits: {cpu: 1}}, nodeSelector: {a: b}}\nairflow: {kubernetesPodTemplate: {resources: {limits: "
              "{cpu: 1}}}, defaultAffinity: {a: b}}\n",
              "resources scheduler.resources , placement scheduler.nodeSelector , resources airflow.kubernetesPodTemplate.resources , "
              "placement airflow.defaultAffinity");
    community("git-sync",
              "dags: {gitSync: {enabled: true, repo: x}, persistence: {enabled: true}}\nlogs: {persistence: {enabled: false}}\n",
              "git-sync dags.gitSync , persistence dags.persistence");
    community("names of the user", "airflow: {config: {resources: x, command: y}, connectionsTemplates: {labels: {kind: secret}}}\n", "");
    community("volumes",
              "airflow:\n  extraVolumes: [{name: a, hostPath: {path: /x}}, {name: b, secret: {secretName: s}}]\nweb: {extraVolumes: "
              "[{name: c, emptyDir: {}}]}\n",
              "volume airflow.extraVolumes.1 , volume web.extraVolumes.0");
    community("database", "externalDatabase: {host: db}\npostgresql: {enabled: false}\npgbouncer: {enabled: true}\n",
              "database externalDatabase.host , database pgbouncer");
    community("the other chart's keys", "kerberos: {enabled: true}\npodTemplate: x\nfernetKeySecretName: x\n", "");
    community("manifests", "extraManifests: [{kind: Secret}]\nrbac: {create: true}\nserviceAccount: {create: true}\n",
              "manifests extraManifests , access rbac , access serviceAccount");
    community("replicas", "web: {replicas: 2}\nscheduler: {replicas: 1}\ntriggerer: {replicas: 0}\n", "replicas web.replicas");
    community("protected packages", "airflow: {protectedPipPackages: [apache-airflow, dbt-core]}\nuid: 5\n",
              "packages airflow.protectedPipPackages");
    official("replicas", "scheduler: {replicas: 3}\nworkers: {celery: {replicas: 4}}\n",
             "replicas scheduler.replicas , replicas workers.celery.replicas");
    official("user", "uid: 1000\ngid: 0\n", "user uid");
    official("helpers of the pods",
             "scheduler: {logGroomerSidecar: {retentionDays: 7, resources: {limits: {cpu: 1}}}, waitForMigrations: {enabled: false}}\n"
             "triggerer: {waitForMigrations: {env: [{name: a}]}, logGroomerSidecar: {enabled: false}}\n",
             "log-groomer scheduler.logGroomerSidecar , wait triggerer.waitForMigrations");
    official("nothing", "executor: LocalExecutor\nconfig: {core: {resources: x}}\nredis: {enabled: false}\nstatsd: {enabled: false}\n", "");
    official("ingress", "ingress: {web: {enabled: true}, flower: {enabled: false}}\n", "ingress ingress.web");
    official("keys elsewhere", "fernetKeySecretName: f\njwtSecretName: j\n", "secret.ref fernetKeySecretName , secret.ref jwtSecretName");
    official("parts",
             "scheduler: {command: [x], args: ~, priorityClassName: p}\nworkers: {kubernetes: {resources: {limits: {cpu: 1}}}, keda: "
             "{enabled: true}}\n",
             "command scheduler.command , placement scheduler.priorityClassName , resources workers.kubernetes.resources , availability "
             "workers.keda");
    official("template", "podTemplate: |\n  kind: Pod\nkerberos: {enabled: true}\n", "pod-template podTemplate , kerberos kerberos");
    official("database", "data: {metadataSecretName: x, metadataConnection: {user: y}}\n",
             "database data.metadataSecretName , database data.metadataConnection");
    official("volumes", "volumes: [{name: a, persistentVolumeClaim: {claimName: c}}]\n", "volume volumes.0");
}

void tst_ClusterOnlyKeys::finds()
{
    QFETCH(QByteArray, values);
    QFETCH(bool, official);
    const OpenWorkspace bench;
    const QList<LeftOut> found = clusterOnlyKeys(bench.open(values, official ? officialChart : communityChart));
    QTEST(shown(found), "found");
    for (const LeftOut &one : found)
        QVERIFY(one.place.line > 0 && one.place.file == "local.values.yaml" && !one.meaning.isEmpty());
}

void tst_ClusterOnlyKeys::tellsPlacesInOrder()
{
    const OpenWorkspace bench;
    bench.folder.write("more.yaml", "web:\n  resources: {limits: {cpu: 2}}\nscheduler:\n  affinity: {a: b}\n");
    const QList<LeftOut> found =
        clusterOnlyKeys(bench.open("scheduler:\n  tolerations: [{a: b}]\nweb:\n  resources: {limits: {cpu: 1}}\n  nodeSelector: {a: b}\n",
                                   communityChart + "values: [local.values.yaml, more.yaml]\n"));
    QStringList places;
    for (const LeftOut &one : found)
        places += one.key + u' ' + one.place.text();
    QCOMPARE(places.join(" , "), "scheduler.tolerations local.values.yaml:2:3 , web.nodeSelector local.values.yaml:5:3 , web.resources "
                                 "more.yaml:2:3 , scheduler.affinity more.yaml:4:3");
}

// Each rule is found through a file that sets nothing but its key.
void tst_ClusterOnlyKeys::eachRuleCanBeMet()
{
    const OpenWorkspace bench;
    QSet<QString> patterns;
    for (const ClusterOnlyRule &rule : clusterOnlyRules()) {
        QString pattern = QLatin1String(rule.pattern);
        QVERIFY2(!patterns.contains(pattern + QString::number(int(rule.chart))), rule.pattern);
        patterns.insert(pattern + QString::number(int(rule.chart)));
        const QStringList words =
            (pattern.startsWith(u'.') ? "scheduler" + pattern : pattern.replace(u'*', QStringLiteral("web"))).split(u'.');
        QByteArray values;
        for (qsizetype i = 0; i < words.size(); ++i)
            values += QByteArray(2 * i, ' ') + words.at(i).toUtf8() + (i + 1 < words.size() ? ":\n" : ": {enabled: true}\n");
        for (const bool official : {false, true}) {
            const bool isMeant = rule.chart != (official ? ClusterOnlyRule::Chart::Community : ClusterOnlyRule::Chart::Official);
            const QList<LeftOut> found = clusterOnlyKeys(bench.open(values, official ? officialChart : communityChart));
            const bool isFound =
                found.size() == 1 && found.first().id == QLatin1String(rule.id) && found.first().meaning == translatedMeaning(rule);
            QVERIFY2(!isMeant || isFound, qPrintable(QString::fromLatin1(rule.pattern) + ": " + shown(found)));
        }
    }
}

void tst_ClusterOnlyKeys::demoLosesNothing()
{
    const Result<Workspace> demo = Workspace::open(SOURCE_ROOT "/examples/demo");
    QVERIFY(demo);
    QCOMPARE(shown(clusterOnlyKeys(*demo)), "executor airflow.executor");
    const Result<Workspace> blog = Workspace::open(TEST_DATA "/workspace/blog-as-printed");
    QVERIFY(blog);
    QCOMPARE(shown(clusterOnlyKeys(*blog)), "executor airflow.executor");
}

QTEST_GUILESS_MAIN(tst_ClusterOnlyKeys)
#include "tst_ClusterOnlyKeys.moc"
