// SPDX-License-Identifier: Apache-2.0
// The environment of Airflow's processes from both charts' values: who wins, what is secret, what stays out and why.
#include "core/workspace/AirflowFiles.h"
#include "core/workspace/AirflowSettings.h"

#include "tests/core/workspace/OpenWorkspace.h"

using namespace windsock;

class tst_AirflowSettings : public QObject
{
    Q_OBJECT
private slots:
    void judgesNames_data();
    void judgesNames();
    void splitsNames();
    void readsTheCommunityChart();
    void readsTheOfficialChart();
    void theLastOneWins();
    void partsHaveTheirOwn();
    void keepsSecretsApart();
    void resolvesObjectsOfTheValues();
    void leavesOutWhatIsNotKnown_data();
    void leavesOutWhatIsNotKnown();
    void saysWhoDecides();
    void tellsLinesOfEmbeddedYaml();
    void takesFiles();
    void takesBundlesThatAreFolders();
    void demoIsWhole();
    void survivesOddShapes();
};

void tst_AirflowSettings::judgesNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("sensitive");
    QTest::addColumn<bool>("replaced");
    const auto row = [](const char *name, bool sensitive, bool replaced) {
        QTest::newRow(name) << QString::fromLatin1(name) << sensitive << replaced;
    };
    row("AIRFLOW__CORE__PARALLELISM", false, false);
    row("AIRFLOW__CORE__FERNET_KEY", true, false);
    row("AIRFLOW__CORE__FERNET_KEY_CMD", true, false);
    row("AIRFLOW__CORE__FERNET_KEY_SECRET", true, false);
    row("AIRFLOW__WEBSERVER__SECRET_KEY", true, false);
    row("AIRFLOW__API__SECRET_KEY", true, false);
    row("AIRFLOW__API_AUTH__JWT_SECRET", true, false);
    row("AIRFLOW__API_AUTH__JWT_EXPIRATION_TIME", false, false);
    row("AIRFLOW__SMTP__SMTP_PASSWORD", true, false);
    row("AIRFLOW__SMTP__SMTP_HOST", false, false);
    row("AIRFLOW__SECRETS__BACKEND", false, false);
    row("AIRFLOW__SECRETS__BACKEND_KWARGS", true, false);
    row("AIRFLOW__SECRETS__USE_CACHE", false, false);
    row("AIRFLOW__LOGGING__REMOTE_TASK_HANDLER_KWARGS", true, false);
    row("AIRFLOW__SENTRY__SENTRY_DSN", true, false);
    row("AIRFLOW__SCHEDULER__ENABLE_HEALTH_CHECK", false, true);
    row("AIRFLOW__SCHEDULER__SCHEDULER_HEALTH_CHECK_SERVER_HOST", false, true);
    row("AIRFLOW__SCHEDULER__SCHEDULER_HEALTH_CHECK_SERVER_PORT", false, true);
    row("AIRFLOW__SCHEDULER__SCHEDULER_HEALTH_CHECK_THRESHOLD", false, false);
    row("AIRFLOW__CORE__EXECUTOR", false, true);
    row("AIRFLOW__CORE__DAGS_FOLDER", false, true);
    row("AIRFLOW__CORE__PLUGINS_FOLDER", false, true);
    row("AIRFLOW__LOGGING__BASE_LOG_FOLDER", false, true);
    row("AIRFLOW__LOGGING__LOG_FILENAME_TEMPLATE", false, false);
    row("AIRFLOW__DATABASE__SQL_ALCHEMY_CONN", true, true);
    row("AIRFLOW__DATABASE__SQL_ALCHEMY_CONN_CMD", true, true);
    row("AIRFLOW__CORE__SQL_ALCHEMY_CONN_SECRET", true, true);
    row("AIRFLOW__DATABASE__SQL_ALCHEMY_POOL_SIZE", false, false);
    row("AIRFLOW__CELERY__BROKER_URL", true, true);
    row("AIRFLOW__CELERY__WORKER_CONCURRENCY", false, true);
    row("AIRFLOW__CELERY_KUBERNETES_EXECUTOR__KUBERNETES_QUEUE", false, true);
    row("AIRFLOW__KUBERNETES__NAMESPACE", false, true);
    row("AIRFLOW__KUBERNETES_EXECUTOR__POD_TEMPLATE_FILE", false, true);
    row("AIRFLOW__LOCAL_KUBERNETES_EXECUTOR__KUBERNETES_QUEUE", false, true);
    row("AIRFLOW__WEBSERVER__BASE_URL", false, true);
    row("AIRFLOW__WEBSERVER__WORKERS", false, false);
    row("AIRFLOW__API__PORT", false, true);
    row("AIRFLOW__API__AUTH_BACKENDS", false, false);
    row("AIRFLOW__CORE__EXECUTION_API_SERVER_URL", false, true);
    row("AIRFLOW__METRICS__STATSD_HOST", false, true);
    row("AIRFLOW_HOME", false, true);
    row("AIRFLOW_CONN_DB", true, false);
    row("AIRFLOW_VAR_STAGE", false, false);
    row("AIRFLOW_VAR_API_TOKEN", true, false);
    row("VAULT_TOKEN", true, false);
    row("SECRET_ID", true, false);
    row("DB_PASSWD", true, false);
    row("AWS_SECRET_ACCESS_KEY", true, false);
    row("AWS_ACCESS_KEY_ID", true, false);
    row("GOOGLE_APPLICATION_CREDENTIALS", true, false);
    row("AIRFLOW_STAGE", false, false);
    row("PYTHONPATH", false, false);
    row("PATH", false, true);
    row("LD_PRELOAD", false, true);
    row("PYTHONHOME", false, true);
    row("TZ", false, false);
    row("HTTP_PROXY", false, false);
    row("_AIRFLOW_WWW_USER_CREATE", false, true);
    row("_PIP_ADDITIONAL_REQUIREMENTS", false, true);
}

void tst_AirflowSettings::judgesNames()
{
    QFETCH(QString, name);
    QTEST(isSensitive(name), "sensitive");
    QTEST(!whoSetsInstead(name).isEmpty(), "replaced");
}

void tst_AirflowSettings::splitsNames()
{
    const AirflowSetting one{"AIRFLOW__API_AUTH__JWT_SECRET"};
    QCOMPARE(one.section() + u'.' + one.option(), "api_auth.jwt_secret");
    QCOMPARE(AirflowSetting{"AIRFLOW__A__B__C"}.option(), "b__c");
    QVERIFY(AirflowSetting{"AIRFLOW_HOME"}.section().isEmpty() && AirflowSetting{"A__B__C"}.option().isEmpty());
}

static QString shown(const AirflowSettings &settings)
{
    QStringList list;
    for (const AirflowSetting &setting : settings.settings)
        list += setting.name + u'=' + (setting.isSecret() ? QString("(secret)") : setting.value);
    return list.join(" , ");
}

static QString idsOf(const QList<LeftOut> &notes)
{
    QStringList ids;
    for (const LeftOut &note : notes)
        ids += note.id;
    return ids.join(u' ');
}

void tst_AirflowSettings::readsTheCommunityChart()
{
    const OpenWorkspace bench;
    const AirflowSettings found = AirflowSettings::of(
        bench.open("airflow:\n  fernetKey: canary\n  webserverSecretKey: other\n  config:\n    AIRFLOW__CORE__LOAD_EXAMPLES: False\n"
                   "    AIRFLOW__LOGGING__LOG_FILENAME_TEMPLATE: \"{{ ti.dag_id }}.log\"\n    AIRFLOW__CORE__EXECUTOR: x\n    EMPTY: ''\n"
                   "  extraEnv:\n    - name: PYTHONPATH\n      value: /opt/airflow/python_tasks\n    - name: NUMBER\n      value: 3\n"
                   "triggerer: {capacity: 50}\n"));
    QCOMPARE(shown(found), "AIRFLOW__CORE__FERNET_KEY=(secret) , AIRFLOW__CORE__LOAD_EXAMPLES=False , "
                           "AIRFLOW__LOGGING__LOG_FILENAME_TEMPLATE={{ ti.dag_id }}.log , AIRFLOW__TRIGGERER__DEFAULT_CAPACITY=50 , "
                           "AIRFLOW__WEBSERVER__SECRET_KEY=(secret) , NUMBER=3 , PYTHONPATH=/opt/airflow/python_tasks , TZ=Etc/UTC");
    QCOMPARE(found.find("PYTHONPATH")->place.text(), "local.values.yaml:10:7");
    QCOMPARE(found.find("PYTHONPATH")->key, "airflow.extraEnv.0");
    QCOMPARE(found.find("AIRFLOW__CORE__LOAD_EXAMPLES")->place.text(), "local.values.yaml:5:5");
    QVERIFY(!found.find("TZ")->place.isKnown());
    QVERIFY(found.find("AIRFLOW__CORE__FERNET_KEY")->secret->equals(SecretString(QByteArray("canary"))));
    QCOMPARE(idsOf(found.leftOut), "setting.replaced");
    QCOMPARE(found.leftOut.first().place.text(), "local.values.yaml:7:5");
    // Nobody has set a key: the charts' own defaults are public, so that a workspace gets keys of its own.
    QCOMPARE(shown(AirflowSettings::of(bench.open("airflow: {fernetKey: '', webserverSecretKey: ~}\n"))), "TZ=Etc/UTC");
}

void tst_AirflowSettings::readsTheOfficialChart()
{
    const OpenWorkspace bench;
    const QByteArray values =
        "airflowVersion: 3.2.2\ndefaultAirflowTag: 3.2.2\nfernetKey: f\napiSecretKey: a\njwtSecret: j\nwebserverSecretKey: w\nconfig:\n  "
        "core:\n    parallelism: 4\n"
        "    executor: x\n  kubernetes_executor: {a: b}\n  logging:\n    log_filename_template: '{{ \"{{\" }} ti.dag_id {{ \"}}\" }}.log'\n"
        "  my.section: {Key: \"{{ .Release.Name }}-{{ .Values.airflowVersion }}\"}\nenv:\n  - name: A\n    value: \"{{ b }}\"\n";
    const AirflowSettings found = AirflowSettings::of(bench.open(values, officialChart));
    QCOMPARE(shown(found), "A={{ b }} , AIRFLOW__API_AUTH__JWT_SECRET=(secret) , AIRFLOW__API__SECRET_KEY=(secret) , "
                           "AIRFLOW__CORE__AUTH_MANAGER=airflow.providers.fab.auth_manager.fab_auth_manager.FabAuthManager , "
                           "AIRFLOW__CORE__FERNET_KEY=(secret) , AIRFLOW__CORE__LOAD_EXAMPLES=False , AIRFLOW__CORE__PARALLELISM=4 , "
                           "AIRFLOW__LOGGING__COLORED_CONSOLE_LOG=False , AIRFLOW__LOGGING__LOG_FILENAME_TEMPLATE={{ ti.dag_id }}.log , "
                           "AIRFLOW__MY_SECTION__KEY=airflow-local-3.2.2");
    QCOMPARE(idsOf(found.leftOut), "setting.replaced setting.replaced");
    QByteArray old = values;
    const AirflowSettings two = AirflowSettings::of(bench.open(old.replace("3.2.2", "2.10.5"), officialChart));
    QVERIFY(two.find("AIRFLOW__WEBSERVER__SECRET_KEY") && !two.find("AIRFLOW__API__SECRET_KEY")
            && !two.find("AIRFLOW__CORE__AUTH_MANAGER"));
    const AirflowSettings off =
        AirflowSettings::of(bench.open("fernetKey: f\nenableBuiltInSecretEnvVars: {AIRFLOW__CORE__FERNET_KEY: false}\n", officialChart));
    QVERIFY(!off.find("AIRFLOW__CORE__FERNET_KEY"));
}

void tst_AirflowSettings::theLastOneWins()
{
    const OpenWorkspace bench;
    const AirflowSettings community =
        AirflowSettings::of(bench.open("airflow:\n  fernetKey: one\n  config: {X: config, AIRFLOW__CORE__FERNET_KEY: two, Y: config}\n  "
                                       "extraEnv: [{name: X, value: first}, {name: X, value: last}]\n"));
    QCOMPARE(community.find("X")->value, "last");
    QCOMPARE(community.find("Y")->value, "config");
    QVERIFY(community.find("AIRFLOW__CORE__FERNET_KEY")->secret->equals(SecretString(QByteArray("two"))));
    const AirflowSettings official =
        AirflowSettings::of(bench.open("config: {core: {a: config, b: config}}\nenv: [{name: AIRFLOW__CORE__A, value: env}, {name: X, "
                                       "value: env}]\nextraEnv: |\n  - name: X\n    value: extra\n",
                                       officialChart));
    QCOMPARE(official.find("AIRFLOW__CORE__A")->value, "env");
    QCOMPARE(official.find("AIRFLOW__CORE__B")->value, "config");
    QCOMPARE(official.find("X")->value, "extra");
}

void tst_AirflowSettings::partsHaveTheirOwn()
{
    const OpenWorkspace bench;
    const QByteArray values =
        "airflowVersion: 3.2.2\nenv: [{name: X, value: all}]\nscheduler: {env: [{name: X, value: scheduler}]}\nworkers: {env: [{name: W, "
        "value: task}], "
        "kubernetes: {env: [{name: K, value: pod}]}}\napiServer: {env: [{name: X, value: web}]}\nwebserver: {env: [{name: X, value: no}]}\n"
        "dagProcessor: {env: [{name: D, value: d}]}\ntriggerer: {env: [{name: T, value: t}]}\n";
    const AirflowSettings found = AirflowSettings::of(bench.open(values, officialChart));
    QCOMPARE(found.find("X")->value, "all");
    QCOMPARE(found.find("X", AirflowPart::Scheduler)->value, "scheduler");
    QCOMPARE(found.find("X", AirflowPart::Web)->value, "web");
    QCOMPARE(found.find("X", AirflowPart::Triggerer)->value, "all");
    QCOMPARE(found.find("W", AirflowPart::Scheduler)->value, "task");
    QCOMPARE(found.find("K", AirflowPart::Scheduler)->value, "pod");
    QCOMPARE(found.find("D", AirflowPart::DagProcessor)->value, "d");
    QVERIFY(!found.find("W") && found.find("T", AirflowPart::Triggerer));
}

void tst_AirflowSettings::keepsSecretsApart()
{
    const OpenWorkspace bench;
    const AirflowSettings found =
        AirflowSettings::of(bench.open("airflow:\n  config: {HTTP_PROXY: 'http://user:canary@proxy:80', HTTPS_PROXY: 'http://proxy:80'}\n  "
                                       "extraEnv: [{name: VAULT_TOKEN, value: canary}]\n"));
    QVERIFY(found.find("HTTP_PROXY")->isSecret() && found.find("VAULT_TOKEN")->isSecret() && !found.find("HTTPS_PROXY")->isSecret());
    for (const AirflowSetting &setting : found.settings)
        QVERIFY(!setting.value.contains("canary"));
}

void tst_AirflowSettings::resolvesObjectsOfTheValues()
{
    const OpenWorkspace bench;
    const QByteArray official =
        "extraSecrets:\n  '{{ .Release.Name }}-s':\n    data: |\n      A: YQ==\n      BAD: '%%'\n    stringData: |\n      B: b\n"
        "extraConfigMaps:\n  maps:\n    data: |\n      C: c\nextraEnvFrom: |\n  - secretRef:\n      name: '{{ .Release.Name }}-s'\n  - "
        "configMapRef:\n"
        "      name: maps\n    prefix: P_\n  - secretRef:\n      name: elsewhere\nextraEnv: |\n  - name: D\n    valueFrom:\n      "
        "secretKeyRef:\n"
        "        name: airflow-local-s\n        key: B\nsecret:\n  - envName: E\n    secretName: airflow-local-s\n    secretKey: A\n";
    const AirflowSettings found = AirflowSettings::of(bench.open(official, officialChart));
    QCOMPARE(found.find("A")->value, "a");
    QCOMPARE(found.find("B")->value, "b");
    QCOMPARE(found.find("B")->place.text(), "local.values.yaml:7");
    QCOMPARE(found.find("P_C")->value, "c");
    QCOMPARE(found.find("D")->value, "b");
    QCOMPARE(found.find("E")->value, "a");
    QVERIFY(!found.find("BAD"));
    QCOMPARE(idsOf(found.leftOut), "secret.ref");
    QVERIFY(found.leftOut.first().meaning.contains("elsewhere"));
    const QByteArray community = "airflow:\n  extraEnv:\n    - name: A\n      valueFrom: {secretKeyRef: {name: one, key: a}}\n    - name: "
                                 "B\n      valueFrom: {configMapKeyRef: "
                                 "{name: two, key: b}}\nextraManifests:\n  - |\n    kind: Secret\n    metadata: {name: one}\n    "
                                 "stringData: {a: x}\n  - kind: ConfigMap\n"
                                 "    metadata: {name: two}\n    data: {b: y}\n  - \"{{ include \\\"x\\\" . }}\"\n";
    const AirflowSettings two = AirflowSettings::of(bench.open(community));
    QCOMPARE(two.find("A")->value, "x");
    QCOMPARE(two.find("B")->value, "y");
    QVERIFY(two.leftOut.isEmpty());
}

void tst_AirflowSettings::leavesOutWhatIsNotKnown_data()
{
    QTest::addColumn<QByteArray>("values");
    QTest::addColumn<QString>("ids");
    QTest::addColumn<QString>("place");
    QTest::addColumn<bool>("official");
    QTest::newRow("secret") << QByteArray(
        "airflow:\n  extraEnv:\n    - name: X\n      valueFrom:\n        secretKeyRef: {name: db, key: url}\n")
                            << "secret.ref"
                            << "local.values.yaml:3:7" << false;
    QTest::newRow("map") << QByteArray("airflow:\n  extraEnv:\n    - name: X\n      valueFrom: {configMapKeyRef: {name: m, key: k}}\n")
                         << "configmap.ref"
                         << "local.values.yaml:3:7" << false;
    QTest::newRow("pod") << QByteArray("airflow:\n  extraEnv:\n    - name: X\n      valueFrom: {fieldRef: {fieldPath: status.podIP}}\n")
                         << "field.ref"
                         << "local.values.yaml:3:7" << false;
    QTest::newRow("shape") << QByteArray("airflow:\n  config:\n    X: {a: b}\n") << "value.shape"
                           << "local.values.yaml:3:5" << false;
    QTest::newRow("name") << QByteArray("airflow:\n  extraEnv:\n    - {name: 'A B', value: x}\n") << "env.name"
                          << "local.values.yaml:3:8" << false;
    QTest::newRow("template") << QByteArray("config:\n  core:\n    x: '{{ include \"airflow_dags\" . }}'\n") << "template"
                              << "local.values.yaml:3:5" << true;
    QTest::newRow("value of the chart") << QByteArray("config:\n  core:\n    x: '{{ .Values.ports.airflowUI }}'\n") << "template"
                                        << "local.values.yaml:3:5" << true;
    QTest::newRow("templated text") << QByteArray("extraEnv: |\n  {{- range .Values.x }}\n  - name: X\n  {{- end }}\n") << "env.unreadable"
                                    << "local.values.yaml:1:1" << true;
    QTest::newRow("no list") << QByteArray("extraEnv: |\n  X: y\n") << "env.unreadable"
                             << "local.values.yaml:1:1" << true;
    QTest::newRow("no yaml") << QByteArray("extraEnv: |\n  - name: X\n    value: [\n") << "env.unreadable"
                             << "local.values.yaml:3" << true;
    QTest::newRow("list") << QByteArray("extraEnv:\n  - name: X\n    value: y\n") << ""
                          << "" << true;
    QTest::newRow("nothing") << QByteArray("extraEnv: ''\nenv: ~\nextraEnvFrom: |\n\n") << ""
                             << "" << true;
}

void tst_AirflowSettings::leavesOutWhatIsNotKnown()
{
    QFETCH(QByteArray, values);
    QFETCH(bool, official);
    const OpenWorkspace bench;
    const AirflowSettings found = AirflowSettings::of(bench.open(values, official ? officialChart : communityChart));
    QTEST(idsOf(found.leftOut), "ids");
    QTEST(found.leftOut.isEmpty() ? QString() : found.leftOut.first().place.text().left(22).section(u':', 0, 2), "place");
    for (const LeftOut &note : found.leftOut)
        QVERIFY(note.weight == LeftOut::Weight::Lost && !note.meaning.isEmpty() && !note.key.isEmpty());
}

void tst_AirflowSettings::saysWhoDecides()
{
    const OpenWorkspace bench;
    const AirflowSettings found = AirflowSettings::of(
        bench.open("airflow:\n  config: {AIRFLOW__CELERY__A: b, AIRFLOW__DATABASE__SQL_ALCHEMY_CONN_CMD: c}\n"
                   "  extraEnv: [{name: AIRFLOW__CORE__SQL_ALCHEMY_CONN, valueFrom: {secretKeyRef: {name: x, key: y}}}]\n"));
    QCOMPARE(idsOf(found.leftOut), "setting.replaced setting.replaced setting.replaced");
    for (const LeftOut &note : found.leftOut)
        QCOMPARE(note.weight, LeftOut::Weight::Replaced);
    QVERIFY(found.leftOut.first().meaning.contains("Celery"));
}

void tst_AirflowSettings::tellsLinesOfEmbeddedYaml()
{
    const OpenWorkspace bench;
    const AirflowSettings found = AirflowSettings::of(
        bench.open("# head\nextraEnv: | # why\n\n  - name: A\n    value: a\n  - name: B\n    value: b\n", officialChart));
    QCOMPARE(found.find("A")->place.text(), "local.values.yaml:4");
    QCOMPARE(found.find("B")->place.text(), "local.values.yaml:6");
    const AirflowSettings folded = AirflowSettings::of(bench.open("extraEnv: \"[{name: A, value: a}]\"\n", officialChart));
    QCOMPARE(folded.find("A")->place.text(), "local.values.yaml:1:1");
}

void tst_AirflowSettings::takesFiles()
{
    const OpenWorkspace bench;
    const AirflowFiles one = AirflowFiles::of(bench.open(
        "airflow:\n  localSettings:\n    stringOverride: |\n      x = '{{ y }}'\nweb:\n  webserverConfig: {stringOverride: 'a = 1'}\n"));
    QCOMPARE(one.files.size(), 2);
    QCOMPARE(one.files.first().path, "config/airflow_local_settings.py");
    QCOMPARE(one.files.first().text, "x = '{{ y }}'\n");
    QCOMPARE(one.files.last().path, "webserver_config.py");
    const AirflowFiles two =
        AirflowFiles::of(bench.open("airflowVersion: 3.2.2\nairflowLocalSettings: \"{{ include \\\"x\\\" . }}\"\napiServer: "
                                    "{apiServerConfig: 'n = \"{{ .Release.Name }}\"'}\nwebserver: {webserverConfig: no}\n",
                                    officialChart));
    QCOMPARE(two.files.size(), 1);
    QCOMPARE(two.files.first().text, "n = \"airflow-local\"");
    QCOMPARE(idsOf(two.leftOut), "template");
}

void tst_AirflowSettings::takesBundlesThatAreFolders()
{
    const OpenWorkspace bench;
    const char name[] = "AIRFLOW__DAG_PROCESSOR__DAG_BUNDLE_CONFIG_LIST";
    const QByteArray local = "airflow.dag_processing.bundles.local.LocalDagBundle", git = "airflow.providers.git.bundles.git.GitDagBundle";
    const QByteArray gitOnly = "airflowVersion: 3.2.2\ndefaultAirflowTag: 3.2.2\ndagProcessor:\n  dagBundleConfigList:\n    - name: far\n"
                               "      classpath: "
                               + git + "\n      kwargs: {repo_url: 'https://al:canary@a.example/r', subdir: dags}\n";
    const QByteArray both = gitOnly + "    - name: near\n      classpath: " + local
                            + "\n      kwargs: {path: /opt/airflow/dags/near, refresh_interval: 60, deep: [true, '1', ~]}\n";
    const AirflowSettings found = AirflowSettings::of(bench.open(both, officialChart));
    QVERIFY(found.find(name));
    QCOMPARE(found.find(name)->value,
             QString::fromUtf8("[{\"classpath\":\"" + local
                               + "\",\"kwargs\":{\"deep\":[true,\"1\",null],\"path\":\"/opt/airflow/dags/near\",\"refresh_interval\":60},"
                                 "\"name\":\"near\"}]"));
    QCOMPARE(found.find(name)->place.text(), "local.values.yaml:4:3");
    QCOMPARE(idsOf(found.leftOut), "dag.bundle");
    QCOMPARE(found.leftOut.first().key, "dagProcessor.dagBundleConfigList.0");
    QCOMPARE(found.leftOut.first().place.line, 5);
    QVERIFY(found.leftOut.first().weight == LeftOut::Weight::Lost && found.leftOut.first().meaning.contains("far (GitDagBundle)"));
    // Airflow's own default is the DAGs folder.
    const AirflowSettings far = AirflowSettings::of(bench.open(gitOnly, officialChart));
    QVERIFY(!far.find(name));
    QCOMPARE(idsOf(far.leftOut), "dag.bundle");
    QByteArray two = both;
    two.replace("3.2.2", "2.10.5");
    const AirflowSettings old = AirflowSettings::of(bench.open(two, officialChart));
    QVERIFY(!old.find(name) && old.leftOut.isEmpty());
    const AirflowSettings own =
        AirflowSettings::of(bench.open(both + "config: {dag_processor: {dag_bundle_config_list: '[1]'}}\n", officialChart));
    QCOMPARE(own.find(name)->value, "[1]");
    QVERIFY(own.leftOut.isEmpty());
    for (const QByteArray &odd : {QByteArray("~"), QByteArray("{a: b}"), QByteArray("[]"), QByteArray("[a, ~, [b]]")})
        QVERIFY(!AirflowSettings::of(bench.open("airflowVersion: 3.2.2\ndagProcessor: {dagBundleConfigList: " + odd + "}\n", officialChart))
                     .find(name));
}

void tst_AirflowSettings::demoIsWhole()
{
    const Result<Workspace> demo = Workspace::open(SOURCE_ROOT "/examples/demo");
    QVERIFY(demo);
    const AirflowSettings found = AirflowSettings::of(*demo);
    QCOMPARE(found.find("PYTHONPATH")->value, "/opt/airflow/python_tasks");
    QVERIFY(found.find("AIRFLOW__CORE__FERNET_KEY")->isSecret());
    for (const LeftOut &note : found.leftOut)
        QVERIFY2(note.weight == LeftOut::Weight::Replaced, qPrintable(note.key));
}

void tst_AirflowSettings::survivesOddShapes()
{
    const OpenWorkspace bench;
    for (const QByteArray &values : {QByteArray("airflow: []\n"), QByteArray("airflow: {config: [a], extraEnv: {a: b}}\n"),
                                     QByteArray("airflow: {extraEnv: [a, [b], {name: {}}, {name: x}]}\n"),
                                     QByteArray("env: x\nextraEnv: [a]\nconfig: [a]\nsecret: {a: b}\nextraEnvFrom: {a: b}\nextraSecrets: "
                                                "[a]\nextraConfigMaps: {a: b, c: {data: [x]}}\n"),
                                     QByteArray("config: {core: x, y: {z: [1]}}\nscheduler: {env: {a: b}}\n"), QByteArray()}) {
        (void)AirflowSettings::of(bench.open(values));
        (void)AirflowSettings::of(bench.open(values, officialChart));
    }
}

QTEST_GUILESS_MAIN(tst_AirflowSettings)
#include "tst_AirflowSettings.moc"
