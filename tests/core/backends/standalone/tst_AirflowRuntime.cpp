// SPDX-License-Identifier: Apache-2.0
// What Airflow's processes are told, for both versions: who wins, what is kept out of the environment, what airflow.cfg says.
#include "core/backends/standalone/StandaloneFacts.h"

#include "core/backends/standalone/PrepareInput.h"
#include "tests/support/TempWorkspace.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace windsock;

namespace {
SecretPtr secret(const char *text)
{
    return std::make_shared<const SecretString>(QByteArray(text));
}

StandaloneWish wishFor(const char *version)
{
    StandaloneWish wish;
    wish.airflow = airflowFacts(QString::fromLatin1(version)).value();
    return wish;
}

StandalonePlaces somePlaces()
{
    StandalonePlaces places;
    places.state = QDir("/state");
    places.home = "/state/home";
    places.config = "/state/home/airflow.cfg";
    places.sqlite = "/state/airflow.db";
    places.tasks = "/state/home/logs";
    places.logs = QDir("/state/logs");
    return places;
}

RuntimeFacts someFacts()
{
    return {.base = {{"PATH", "/usr/bin"}, {"HOME", "/home/sam"}},
            .environment = "/pythons/x",
            .databaseUrl = "postgresql+psycopg2://airflow@/airflow?host=/run/ws",
            .port = 8090,
            .cores = 2};
}

QByteArray plain(const std::shared_ptr<const SecretString> &text)
{
    return text->reveal([](QByteArrayView bytes) { return bytes.toByteArray(); });
}
} // namespace

class tst_AirflowRuntime : public QObject
{
    Q_OBJECT
private slots:
    void tellsEachVersionItsOwnNames_data();
    void tellsEachVersionItsOwnNames();
    void theFilesWinOverDefaultsOnly();
    void partsHaveTheirOwn();
    void secretsOfAirflowStandInItsFile();
    void valuesOfTheFileSurviveConfigparser();
    void componentsOfBothVersions();
    void preparingIsToldEverything();
    void foldersAreThePodsWhereTheyAreShown();
    void partsSeeThePodsPaths();
    void aFileTakesTheServersPlace_data();
    void aFileTakesTheServersPlace();
    void itsOwnAddressesNeedNoProxy_data();
    void itsOwnAddressesNeedNoProxy();
    void everyPartKnowsThem();
    void noMoreTasksThanTheMachineBears_data();
    void noMoreTasksThanTheMachineBears();
};

void tst_AirflowRuntime::tellsEachVersionItsOwnNames_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::newRow("2: port") << QByteArray("2.10.5") << "AIRFLOW__WEBSERVER__WEB_SERVER_PORT"
                             << "8090";
    QTest::newRow("2: loopback only") << QByteArray("2.10.5") << "AIRFLOW__WEBSERVER__WEB_SERVER_HOST"
                                      << "127.0.0.1";
    QTest::newRow("3: port") << QByteArray("3.2.2") << "AIRFLOW__API__PORT"
                             << "8090";
    QTest::newRow("3: loopback only") << QByteArray("3.2.2") << "AIRFLOW__API__HOST"
                                      << "127.0.0.1";
    QTest::newRow("3: tasks find it") << QByteArray("3.2.2") << "AIRFLOW__CORE__EXECUTION_API_SERVER_URL"
                                      << "http://127.0.0.1:8090/execution/";
    QTest::newRow("2 has no such") << QByteArray("2.10.5") << "AIRFLOW__CORE__EXECUTION_API_SERVER_URL" << QString();
    for (const char *version : {"2.10.5", "3.2.2"}) {
        QTest::addRow("%s: executor", version) << QByteArray(version) << "AIRFLOW__CORE__EXECUTOR"
                                               << "LocalExecutor";
        QTest::addRow("%s: its programs first", version) << QByteArray(version) << "PATH"
                                                         << "/pythons/x/bin:/usr/bin";
        QTest::addRow("%s: no other port", version) << QByteArray(version) << "AIRFLOW__SCHEDULER__ENABLE_HEALTH_CHECK"
                                                    << "False";
        QTest::addRow("%s: database", version) << QByteArray(version) << "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"
                                               << "postgresql+psycopg2://airflow@/airflow?host=/run/ws";
        QTest::addRow("%s: no folder for logs", version) << QByteArray(version) << "AIRFLOW__LOGGING__BASE_LOG_FOLDER"
                                                         << "/state/home/logs";
        QTest::addRow("%s: the machine's", version) << QByteArray(version) << "HOME"
                                                    << "/home/sam";
    }
}

void tst_AirflowRuntime::tellsEachVersionItsOwnNames()
{
    QFETCH(QByteArray, version);
    QFETCH(QString, name);
    const auto made = airflowEnvironment(AirflowPart::Web, wishFor(version.constData()), somePlaces(), someFacts());
    QTEST(made.value(name), "value");
}

void tst_AirflowRuntime::aFileTakesTheServersPlace_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<bool>("isSqlite");
    QTest::addColumn<QString>("executor");
    QTest::newRow("2, server") << QByteArray("2.10.5") << false << "LocalExecutor";
    QTest::newRow("3, server") << QByteArray("3.2.2") << false << "LocalExecutor";
    // Airflow 2: "cannot use SQLite with the LocalExecutor"; Airflow 3 has no other.
    QTest::newRow("2, file") << QByteArray("2.10.5") << true << "SequentialExecutor";
    QTest::newRow("3, file") << QByteArray("3.2.2") << true << "LocalExecutor";
}

void tst_AirflowRuntime::aFileTakesTheServersPlace()
{
    QFETCH(QByteArray, version);
    QFETCH(bool, isSqlite);
    QFETCH(QString, executor);
    RuntimeFacts facts = someFacts();
    const StandalonePlaces places = somePlaces();
    if (isSqlite)
        facts.databaseUrl = *databaseUrl(places, StandaloneRecord{.isSqlite = true});
    QCOMPARE(facts.isSqlite(), isSqlite);
    for (const Component &component : airflowComponents(wishFor(version.constData()), places, facts)) {
        QCOMPARE(component.environment["AIRFLOW__CORE__EXECUTOR"], executor);
        QCOMPARE(component.environment["AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"], facts.databaseUrl);
        QCOMPARE(component.needs, isSqlite ? QStringList() : QStringList{QString::fromLatin1(postgresPart)});
    }
    if (isSqlite) // absolute: three slashes and the path's own
        QVERIFY(facts.databaseUrl.startsWith("sqlite:////") && facts.databaseUrl.endsWith("/airflow.db"));
}

void tst_AirflowRuntime::theFilesWinOverDefaultsOnly()
{
    StandaloneWish wish = wishFor("3.2.2");
    wish.settings.settings = {{.name = "AIRFLOW__CORE__LOAD_EXAMPLES", .value = "True"},
                              {.name = "AIRFLOW__CORE__EXECUTOR", .value = "CeleryExecutor"},
                              {.name = "PATH", .value = "/evil"}};
    wish.folders.dags = WorkspaceFolder{.host = "/ws/dags", .shown = "./dags", .podPath = "/opt/airflow/dags"};
    const auto made = airflowEnvironment(AirflowPart::All, wish, somePlaces(), someFacts());
    QCOMPARE(made.value("AIRFLOW__CORE__LOAD_EXAMPLES"), QString("True"));
    QCOMPARE(made.value("AIRFLOW__CORE__EXECUTOR"), QString("LocalExecutor"));
    QCOMPARE(made.value("PATH"), QString("/pythons/x/bin:/usr/bin"));
    QCOMPARE(made.value("AIRFLOW__CORE__DAGS_FOLDER"), QString("/ws/dags"));
}

void tst_AirflowRuntime::partsHaveTheirOwn()
{
    StandaloneWish wish = wishFor("2.10.5");
    wish.settings.settings = {{.name = "MINE", .value = "all"}, {.name = "MINE", .value = "web", .part = AirflowPart::Web}};
    QCOMPARE(airflowEnvironment(AirflowPart::Web, wish, somePlaces(), someFacts()).value("MINE"), QString("web"));
    QCOMPARE(airflowEnvironment(AirflowPart::Scheduler, wish, somePlaces(), someFacts()).value("MINE"), QString("all"));
    wish.settings.settings = {{.name = "HALF", .secret = secret("hush")}, {.name = "HALF", .value = "open", .part = AirflowPart::Web}};
    QVERIFY(secretEnvironment(AirflowPart::Web, wish).isEmpty());
    QCOMPARE(secretEnvironment(AirflowPart::Scheduler, wish).keys(), QStringList{"HALF"});
}

void tst_AirflowRuntime::secretsOfAirflowStandInItsFile()
{
    StandaloneWish wish = wishFor("2.10.5");
    wish.settings.settings = {{.name = "AIRFLOW__SMTP__SMTP_PASSWORD", .secret = secret("hush-1")},
                              {.name = "AIRFLOW__CORE__FERNET_KEY", .secret = secret("hush-2")},
                              {.name = "MY_TOKEN", .secret = secret("hush-3")}};
    const auto made = airflowEnvironment(AirflowPart::All, wish, somePlaces(), someFacts());
    for (const QString &value : made)
        QVERIFY2(!value.contains("hush-"), qPrintable(value)); // it is shown in logs and in commands to be typed
    // The user's own program looks for it there, and plugins do while the database is prepared.
    for (const Component &component : airflowComponents(wish, somePlaces(), someFacts())) {
        QCOMPARE(component.environment.value("MY_TOKEN"), QString("hush-3"));
        QCOMPARE(component.secrets, QStringList{"MY_TOKEN"}); // masked where it says it
        QVERIFY(!component.environment.contains("AIRFLOW__SMTP__SMTP_PASSWORD"));
    }
    const auto told = QJsonDocument::fromJson(plain(prepareInput(wish, {.migrate = true}))).object()["environment"].toObject();
    QCOMPARE(told, (QJsonObject{{"MY_TOKEN", "hush-3"}}));
    QVERIFY(!plain(prepareInput(wish, {})).contains("hush-")); // of which the fingerprint is made
    const AirflowKeys keys{secret("key-f"), secret("key-w"), secret("key-j")};
    const QByteArray config = plain(airflowConfig(wish, keys));
    QVERIFY(config.contains("[smtp]\nsmtp_password = hush-1\n"));
    QVERIFY(config.contains("fernet_key = hush-2\n") && !config.contains("key-f")); // the values' own key wins
    QVERIFY(config.contains("[webserver]\nsecret_key = key-w\n") && !config.contains("key-j") && !config.contains("hush-3"));
    const QByteArray three = plain(airflowConfig(wishFor("3.2.2"), keys));
    QVERIFY(three.contains("[api]\nsecret_key = key-w\n") && three.contains("[api_auth]\njwt_secret = key-j\n"));
    QVERIFY(three.contains("fernet_key = key-f\n") && !three.contains("[webserver]"));
}

void tst_AirflowRuntime::valuesOfTheFileSurviveConfigparser()
{
    StandaloneWish wish = wishFor("2.10.5");
    wish.settings.settings = {{.name = "AIRFLOW__SECRETS__BACKEND_KWARGS", .secret = secret("{\"a\": \"50%\",\r\n\"b\": 1}")}};
    const QByteArray config = plain(airflowConfig(wish, {secret("f"), secret("w"), secret("j")}));
    QVERIFY(config.contains("backend_kwargs = {\"a\": \"50%%\",\n\t\"b\": 1}\n"));
}

void tst_AirflowRuntime::componentsOfBothVersions()
{
    const auto ids = [](const char *version) {
        QStringList list;
        for (const Component &component : airflowComponents(wishFor(version), somePlaces(), someFacts())) {
            list += component.id;
            if (objectionTo(component, "test"))
                list += objectionTo(component, "test")->report();
        }
        return list;
    };
    QCOMPARE(ids("2.10.5"), (QStringList{"web", "scheduler", "triggerer"}));
    QCOMPARE(ids("3.2.2"), (QStringList{"web", "scheduler", "dag-processor", "triggerer"}));
    QCOMPARE(laterParts(false), QStringList{"triggerer"});
    QCOMPARE(laterParts(true), (QStringList{"dag-processor", "triggerer"}));
    QCOMPARE(laterParts(false, false), QStringList());
    QCOMPARE(laterParts(true, false), QStringList{"dag-processor"});
    QCOMPARE(partsAhead(false), (QStringList{"web", "scheduler"}));
    QCOMPARE(partsAhead(true), (QStringList{"web", "scheduler", "dag-processor"}));
    StandaloneWish without = wishFor("2.10.5");
    without.hasTriggerer = false;
    QCOMPARE(airflowComponents(without, somePlaces(), someFacts()).size(), 2);
    // Nothing but the page listens: the log servers would do so on all interfaces.
    for (const char *version : {"2.10.5", "3.2.2"}) {
        for (const Component &component : airflowComponents(wishFor(version), somePlaces(), someFacts()))
            QCOMPARE(component.args.contains("--skip-serve-logs"), component.id == "scheduler" || component.id == "triggerer");
    }
}

void tst_AirflowRuntime::preparingIsToldEverything()
{
    StandaloneWish wish = wishFor("3.2.2");
    wish.objects.users = {{.name = "sam", .roles = {"Admin", "Viewer"}, .email = "s@x", .password = secret("pw")}};
    wish.objects.connections = {{.id = "db", .type = "postgres", .host = "h", .port = 5432, .password = secret("cpw")},
                                {.id = "u", .uri = secret("http://a:b@c")}};
    wish.objects.variables = {{.key = "k", .value = secret("v")}};
    wish.objects.pools = {{.name = "p", .slotCount = -1}};
    const auto json = QJsonDocument::fromJson(plain(prepareInput(wish, {.migrate = true}))).object();
    QCOMPARE(json["migrate"].toBool(), true);
    const QJsonObject user = json["users"][0].toObject();
    QCOMPARE(user["username"].toString() + user["role"].toString() + user["password"].toString(), QString("samAdminpw"));
    QCOMPARE(user["moreRoles"].toArray(), QJsonArray{"Viewer"});
    QCOMPARE(json["connections"][0]["port"].toInt(), 5432);
    QCOMPARE(json["connections"][1]["uri"].toString(), QString("http://a:b@c"));
    QVERIFY(!json["connections"][1].toObject().contains("host"));
    QCOMPARE(json["pools"][0]["slots"].toInt(), -1);
    // What the record keeps tells changes apart and nothing else.
    const QString before = wish.objectsFingerprint();
    QCOMPARE(wish.objectsFingerprint(), before);
    wish.objects.variables[0].value = secret("w");
    QVERIFY(wish.objectsFingerprint() != before);
    QVERIFY(!before.contains("pw"));
}

void tst_AirflowRuntime::foldersAreThePodsWhereTheyAreShown()
{
    StandaloneWish wish = wishFor("2.10.5");
    wish.settings.settings = {{.name = "PYTHONPATH", .value = "/opt/airflow/libs:/opt/airflow/plugins/x"}};
    wish.folders.dags = WorkspaceFolder{.host = "/ws/dags", .shown = "./dags", .podPath = "/opt/airflow/dags"};
    wish.folders.plugins = WorkspaceFolder{.host = "/ws/plugins", .shown = "./plugins", .podPath = "/opt/airflow/plugins"};
    wish.folders.logs = WorkspaceFolder{.host = "/ws/logs", .shown = "./logs", .podPath = "/opt/airflow/logs"};
    wish.folders.others = {WorkspaceFolder{.host = "/ws/libs", .shown = "./libs", .podPath = "/opt/airflow/libs"}};
    const auto told = [&wish](const char *name, const PodPaths &paths, const QString &home) {
        StandaloneWish seen = wish;
        seen.folders = paths.seen(wish.folders);
        RuntimeFacts facts = someFacts();
        facts.home = home;
        return airflowEnvironment(AirflowPart::Scheduler, seen, somePlaces(), facts).value(QString::fromLatin1(name));
    };
    PodPaths all;
    all.shown = wish.folders.all();
    PodPaths withoutPlugins = all;
    withoutPlugins.shown.removeAt(1);
    QCOMPARE(told("AIRFLOW__CORE__DAGS_FOLDER", all, {}), QString("/opt/airflow/dags"));
    QCOMPARE(told("AIRFLOW__CORE__PLUGINS_FOLDER", all, {}), QString("/opt/airflow/plugins"));
    QCOMPARE(told("AIRFLOW__LOGGING__BASE_LOG_FOLDER", all, {}), QString("/opt/airflow/logs"));
    QCOMPARE(told("PYTHONPATH", all, {}), QString("/opt/airflow/libs:/opt/airflow/plugins/x"));
    QCOMPARE(told("PYTHONPATH", withoutPlugins, {}), QString("/opt/airflow/libs:/ws/plugins/x"));
    QCOMPARE(told("AIRFLOW__CORE__PLUGINS_FOLDER", withoutPlugins, {}), QString("/ws/plugins"));
    QCOMPARE(told("PYTHONPATH", {}, {}), QString("/ws/libs:/ws/plugins/x"));
    const char bundles[] = "AIRFLOW__DAG_PROCESSOR__DAG_BUNDLE_CONFIG_LIST";
    const auto listOf = [](const QString &path) { return QStringLiteral("[{\"kwargs\":{\"path\":\"%1\"},\"name\":\"a\"}]").arg(path); };
    wish.settings.settings = {{.name = bundles, .value = listOf("/opt/airflow/libs/team")}};
    QCOMPARE(told(bundles, all, {}), listOf("/opt/airflow/libs/team"));
    QCOMPARE(told(bundles, {}, {}), listOf("/ws/libs/team"));
    wish.settings.settings = {{.name = bundles, .value = "[{\"name\": \"a\"}, 1]"}}; // Airflow's own folder, and what is none
    QCOMPARE(told(bundles, {}, {}), QString("[{\"name\": \"a\"}, 1]"));
    QCOMPARE(told("AIRFLOW_HOME", all, {}), QString("/state/home"));
    QCOMPARE(told("AIRFLOW_HOME", all, "/opt/airflow"), QString("/opt/airflow"));
    QCOMPARE(told("AIRFLOW_CONFIG", all, "/opt/airflow"), QString("/state/home/airflow.cfg"));
}

void tst_AirflowRuntime::partsSeeThePodsPaths()
{
    const TempWorkspace files;
    StandalonePlaces places = somePlaces();
    places.state = QDir(files.path("state"));
    places.home = files.path("state/home");
    StandaloneWish wish = wishFor("3.2.2");
    wish.folders.dags = WorkspaceFolder{.host = files.makeFolder("dags"), .shown = "./dags", .podPath = "/opt/airflow/dags"};
    const EnvironmentStore store(files.path("pythons"));
    StandaloneRecord record{.airflow = "3.2.2", .environment = "e", .port = 8080};
    const auto plain = wantedComponents(wish, places, record, store);
    QVERIFY2(plain, plain ? "" : qPrintable(plain.error().report()));
    record.bubblewrap = "/usr/bin/bwrap";
    const auto around = wantedComponents(wish, places, record, store);
    QVERIFY(around);
    QCOMPARE(around->size(), plain->size());
    // What can be shown depends on the machine that this runs on.
    const PodPaths paths = wantedPodPaths(wish, places, store, {});
    const bool hasHome = paths.showsAt(places.home, "/opt/airflow");
    for (qsizetype at = 0; at < plain->size(); ++at) {
        const Component &bare = plain->at(at), &part = around->at(at);
        QVERIFY(!bare.args.contains(record.bubblewrap) && part.args.contains(record.bubblewrap));
        QCOMPARE(part.args.mid(part.args.size() - bare.args.size()), bare.args);
        QCOMPARE(part.environment["AIRFLOW__CORE__DAGS_FOLDER"], paths.seen(wish.folders).dags->host);
        QCOMPARE(part.environment["AIRFLOW_HOME"], hasHome ? QString("/opt/airflow") : places.home);
        QCOMPARE(part.workDir, places.home);
        QVERIFY(part.fingerprint() != bare.fingerprint());
    }
    // The same again, from wherever it is asked.
    QCOMPARE(wantedComponents(wish, places, record, store).value(), around.value());
    // Where the workspace itself has something at AIRFLOW_HOME, that is there.
    wish.folders.others = {WorkspaceFolder{.host = files.makeFolder("all"), .shown = "./all", .podPath = "/opt/airflow"}};
    QVERIFY(!wantedPodPaths(wish, places, store, {}).showsAt(places.home, "/opt/airflow"));
}

void tst_AirflowRuntime::itsOwnAddressesNeedNoProxy_data()
{
    using Told = QMap<QString, QString>;
    QTest::addColumn<Told>("told");
    QTest::addColumn<bool>("isSecret");
    QTest::addColumn<QString>("onLinux");
    QTest::addColumn<QString>("onMac");
    const QString own = "127.0.0.1,localhost,::1";
    QTest::newRow("nothing") << Told{} << false << own << "*";
    QTest::newRow("proxy") << Told{{"HTTP_PROXY", "http://p:1"}} << false << own << own;
    QTest::newRow("small letters") << Told{{"all_proxy", "http://p:1"}} << false << own << own;
    QTest::newRow("proxy with a password") << Told{} << true << own << own;
    QTest::newRow("empty proxy") << Told{{"https_proxy", ""}} << false << own << "*";
    // Python takes the one in small letters: it would hide the other.
    QTest::newRow("theirs first") << Told{{"HTTPS_PROXY", "x"}, {"NO_PROXY", "a.example, .b"}} << false << "a.example,.b," + own
                                  << "a.example,.b," + own;
    QTest::newRow("both spellings") << Told{{"https_proxy", "x"}, {"no_proxy", "a"}, {"NO_PROXY", "b,a"}} << false << "a,b," + own
                                    << "a,b," + own;
    QTest::newRow("there already") << Told{{"http_proxy", "x"}, {"no_proxy", "localhost"}} << false << "localhost,127.0.0.1,::1"
                                   << "localhost,127.0.0.1,::1";
    QTest::newRow("everything") << Told{{"http_proxy", "x"}, {"no_proxy", "*"}} << false << "*"
                                << "*";
}

void tst_AirflowRuntime::itsOwnAddressesNeedNoProxy()
{
    using Told = QMap<QString, QString>;
    QFETCH(Told, told);
    QFETCH(bool, isSecret);
    QFETCH(QString, onLinux);
    QFETCH(QString, onMac);
    QCOMPARE(proxyExceptions(told, isSecret, ProxySystem::Linux), (Told{{"no_proxy", onLinux}, {"NO_PROXY", onLinux}}));
    QCOMPARE(proxyExceptions(told, isSecret, ProxySystem::Mac), (Told{{"no_proxy", onMac}, {"NO_PROXY", onMac}}));
}

void tst_AirflowRuntime::everyPartKnowsThem()
{
    RuntimeFacts facts = someFacts();
    facts.base["HTTP_PROXY"] = "http://127.0.0.1:9";
    facts.base["NO_PROXY"] = "base.example";
    StandaloneWish wish = wishFor("3.2.2");
    for (const Component &component : airflowComponents(wish, somePlaces(), facts)) {
        QCOMPARE(component.environment["HTTP_PROXY"], QString("http://127.0.0.1:9"));
        QCOMPARE(component.environment["no_proxy"], QString("base.example,127.0.0.1,localhost,::1"));
        QCOMPARE(component.environment["NO_PROXY"], component.environment["no_proxy"]);
    }
    wish.settings.settings = {{.name = "NO_PROXY", .value = "files.example"}};
    const auto made = airflowEnvironment(AirflowPart::Scheduler, wish, somePlaces(), facts);
    QCOMPARE(made.value("NO_PROXY"), QString("files.example,127.0.0.1,localhost,::1"));
}

void tst_AirflowRuntime::noMoreTasksThanTheMachineBears_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("told");
    QTest::newRow("production") << "128"
                                << "8";
    QTest::newRow("no end") << "0"
                            << "8";
    QTest::newRow("as many") << "8"
                             << "8";
    QTest::newRow("fewer") << "1"
                           << "1";
    QTest::newRow("no number") << "many"
                               << "many";
}

void tst_AirflowRuntime::noMoreTasksThanTheMachineBears()
{
    QFETCH(QString, asked);
    QFETCH(QString, told);
    StandaloneWish wish = wishFor("2.10.5");
    wish.settings.settings = {
        {.name = "AIRFLOW__CORE__PARALLELISM", .value = asked, .key = "config.core.parallelism", .place = {"x.yaml", 3}}};
    RuntimeFacts facts = someFacts();
    facts.cores = 4;
    QCOMPARE(airflowEnvironment(AirflowPart::Scheduler, wish, somePlaces(), facts).value("AIRFLOW__CORE__PARALLELISM"), told);
    const QList<LeftOut> list = cappedSettings(wish.settings, 4);
    QCOMPARE(list.size(), asked == told ? 0 : 1);
    for (const LeftOut &one : list) {
        QVERIFY(one.weight == LeftOut::Weight::Replaced && one.id == "setting.replaced" && one.meaning.contains("8"));
        QCOMPARE(one.place.text(), QString("x.yaml:3"));
        QCOMPARE(one.key, QString("config.core.parallelism"));
    }
    QVERIFY(cappedSettings({}, 4).isEmpty());
}

QTEST_GUILESS_MAIN(tst_AirflowRuntime)
#include "tst_AirflowRuntime.moc"
