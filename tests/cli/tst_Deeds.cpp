// SPDX-License-Identifier: Apache-2.0
// What the program does and leaves: children that it starts, files that it writes, how it ends. Tools are fakes.
#include "tests/cli/CommandLine.h"
#include "tests/support/FakeTools.h"

#include <QtTest>

#include <csignal>

using namespace windsock;

class tst_Deeds : public QObject
{
    Q_OBJECT
private slots:
    void initSaysWhatIsShared();
    void initMakesAWorkspace_data();
    void initMakesAWorkspace();
    void initOverwritesNothing();
    void dryRunStartsNothing_data();
    void dryRunStartsNothing();
    void dryRunShowsTheBootPatch_data();
    void dryRunShowsTheBootPatch();
    void missingFolderIsNamed_data();
    void missingFolderIsNamed();
    void badNamesAreRefused_data();
    void badNamesAreRefused();
    void doctorChangesNothing();
    void doctorFixesFolders();
    void downloadThatFails();
    void deleteNeedsTheName();
    void engineThatIsDown();
    void nothingThere_data();
    void nothingThere();
    void foreignCluster_data();
    void foreignCluster();
    void logsAsJson();
    void logsAsJsonThatFail();
    void interruptCancels();
    void runsAreListed();
    void openIsRemembered();
    void openCannotBeRemembered();
    void resultIsOfThisRun();
};

void tst_Deeds::initMakesAWorkspace_data()
{
    QTest::addColumn<QString>("chart");
    QTest::newRow("community") << "community";
    QTest::newRow("official") << "official";
}

void tst_Deeds::initMakesAWorkspace()
{
    QFETCH(QString, chart);
    const CommandLine line;
    const Outcome made = line.run({"init", "my dags", "--chart", chart, "--name", "mine"});
    QVERIFY2(made.code == 0, made.err.constData());
    const Outcome opened = line.run({"open", "my dags", "--json"});
    QCOMPARE(opened.code, 0);
    const QJsonObject workspace = QJsonDocument::fromJson(opened.out).object();
    QCOMPARE(workspace["cluster"].toString(), "mine");
    QCOMPARE(workspace["workspace"].toString(), line.folder().path("my dags"));
    QVERIFY(workspace["mounts"].toArray().size() >= 3);
    QCOMPARE(line.ledger(), QByteArray());
}

void tst_Deeds::initOverwritesNothing()
{
    const CommandLine line;
    // A file that is in nobody's way stays, and is no reason to refuse.
    line.folder().write("used/notes.txt", "mine");
    QCOMPARE(line.run({"init", "used"}).code, 0);
    QCOMPARE(line.folder().read("used/notes.txt"), QByteArray("mine"));
    // One that would be overwritten is: all of it, and by name.
    line.folder().write("taken/dags/example_etl.py", "print('mine')\n");
    const Outcome refused = line.run({"init", "taken"});
    QCOMPARE(refused.code, 9);
    QVERIFY2(refused.err.contains("dags/example_etl.py"), refused.err.constData());
    QCOMPARE(line.filesBelow("taken"), QStringList{"taken/dags/example_etl.py"});
    QCOMPARE(line.folder().read("taken/dags/example_etl.py"), QByteArray("print('mine')\n"));
    const QStringList before = line.filesBelow("used");
    QCOMPARE(line.run({"init", "used"}).code, 9);
    QCOMPARE(line.filesBelow("used"), before);
}

void tst_Deeds::dryRunStartsNothing_data()
{
    QTest::addColumn<QStringList>("says");
    QTest::newRow("start") << QStringList{"docker build", "kind create cluster", "upgrade --install", "--kubeconfig",
                                          "--kube-context kind-airflow"};
    QTest::newRow("reset") << QStringList{"kind delete cluster", "kind create cluster", "upgrade --install", "--kubeconfig"};
    QTest::newRow("pause") << QStringList{"docker pause -- airflow-control-plane"};
    QTest::newRow("stop") << QStringList{"docker unpause", "docker stop"};
    QTest::newRow("delete") << QStringList{"kind delete cluster --name airflow --kubeconfig"};
    QTest::newRow("restart") << QStringList{"Restart"};
}

// Without what the tests themselves write about children.
static QStringList filesOf(const CommandLine &line)
{
    QStringList files = line.folder().files();
    files.removeAll(QStringLiteral("ledger"));
    files.removeAll(QStringLiteral("record"));
    return files;
}

void tst_Deeds::dryRunStartsNothing()
{
    QFETCH(QStringList, says);
    const CommandLine line;
    line.makeWorkspace();
    const QStringList before = filesOf(line);
    const Outcome said = line.run({QString::fromLatin1(QTest::currentDataTag()), "-C", "demo", "--dry-run"});
    QCOMPARE(said.code, 0);
    for (const QString &words : says)
        QVERIFY2(said.out.contains(words.toUtf8()), said.out.constData());
    // It looks at what is there, and the chart is rendered for the diff of what would be installed; nothing else is asked of anybody.
    int rendered = 0;
    for (const QJsonObject &call : line.calls()) {
        const QJsonArray argv = call["argv"].toArray();
        const bool renders = call["tool"].toString() == "helm" && argv.contains("template");
        rendered += renders ? 1 : 0;
        QVERIFY2(renders || argv.contains("inspect") || argv.contains("version"), QJsonDocument(call).toJson().constData());
    }
    QCOMPARE(rendered, says.join(u' ').contains("upgrade") ? 1 : 0);
    QCOMPARE(filesOf(line), before);
}

void tst_Deeds::dryRunShowsTheBootPatch_data()
{
    QTest::addColumn<QStringList>("args");
    QTest::newRow("start") << QStringList{"start"};
    QTest::newRow("reset") << QStringList{"reset"};
}

void tst_Deeds::dryRunShowsTheBootPatch()
{
    QFETCH(QStringList, args);
    QFile recorded(QStringLiteral(TEST_DATA "/bootpatch/community-8.9.0.yaml"));
    QVERIFY(recorded.open(QIODevice::ReadOnly));
    QByteArray chart = "on helm --kubeconfig\n";
    for (const QByteArray &text : recorded.readAll().replace('\\', "\\\\").split('\n'))
        chart += "out " + text + '\n';
    const CommandLine line(chart);
    line.makeWorkspace();
    args += {"-C", "demo", "--dry-run"};
    const Outcome said = line.run(args);
    QVERIFY2(said.code == 0 && said.out.contains("\n+++ Deployment/airflow-db-migrations (fast boot)\n"), said.all().constData());
    QVERIFY(said.out.indexOf("upgrade --install") < said.out.indexOf("+++ "));
    const Outcome json = line.run(args + QStringList{"--json"});
    QVERIFY2(QJsonDocument::fromJson(json.out)["bootPatch"].toString().contains("(fast boot)"), json.all().constData());
    // A chart that cannot be had is no reason to show nothing.
    line.folder().write("scenario", "on helm --kubeconfig\nerr Error: dial tcp: lookup charts.invalid: no such host\nexit 1\n");
    const Outcome without = line.run(args);
    QVERIFY2(without.code == 0 && without.out.contains("upgrade --install") && !without.out.contains("+++ "), without.all().constData());
    QVERIFY2(without.err.contains("The changes of the fast boot cannot be shown: "), without.err.constData());
}

void tst_Deeds::missingFolderIsNamed_data()
{
    QTest::addColumn<QString>("verb");
    for (const char *verb : {"start", "pause", "stop", "restart", "reset", "delete", "status", "forward", "logs", "runs", "doctor"})
        QTest::newRow(verb) << QString::fromLatin1(verb);
}

void tst_Deeds::missingFolderIsNamed()
{
    QFETCH(QString, verb);
    const CommandLine line;
    const Outcome said = line.run({verb, "-C", "no such folder"});
    QCOMPARE(said.code, 8);
    QVERIFY2(said.err.contains("no such folder"), said.err.constData());
    QCOMPARE(said.out, QByteArray());
    QVERIFY(!QDir(line.folder().path("no such folder")).exists());
    QVERIFY(!QDir(line.folder().path("home")).exists());
    QCOMPARE(line.ledger(), QByteArray());
}

void tst_Deeds::badNamesAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("option") << "--kubeconfig=x";
    QTest::newRow("upper case") << "Airflow";
    QTest::newRow("underscore") << "air_flow";
    QTest::newRow("path") << "../up";
    QTest::newRow("shell") << "a; rm -rf b";
    QTest::newRow("empty") << "";
    QTest::newRow("too long") << QString(51, u'a');
}

void tst_Deeds::badNamesAreRefused()
{
    QFETCH(QString, name);
    const CommandLine line;
    const Outcome made = line.run({"init", "bad", "--name=" + name});
    QVERIFY2(made.code == 2, made.all().constData());
    QVERIFY(!QDir(line.folder().path("bad")).exists());
    line.makeWorkspace();
    line.folder().write("demo/windsock.yaml", "cluster:\n  name: \"" + name.toUtf8() + "\"\n");
    const Outcome started = line.run({"start", "-C", "demo"});
    QVERIFY2(started.code == 2, started.all().constData());
    QVERIFY2(started.err.contains("windsock.yaml:2:"), started.err.constData());
    QCOMPARE(line.ledger(), QByteArray());
}

static QStringList rulesIn(const Outcome &said, const QString &severity)
{
    QStringList rules;
    for (const QJsonValue &finding : QJsonDocument::fromJson(said.out)["findings"].toArray()) {
        if (finding["severity"].toString() == severity)
            rules += finding["rule"].toString();
    }
    return rules;
}

static QFile::Permissions modeOf(const QString &path)
{
    return QFile::permissions(path);
}

static constexpr QFile::Permissions shut =
    QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;

// With a port of its own: what else runs on this machine is not the question.
static QString workspaceWithShutLogs(const CommandLine &line)
{
    const QString demo = line.makeWorkspace();
    const QByteArray port = QByteArray::number(20000 + QCoreApplication::applicationPid() % 10000);
    line.folder().write("demo/windsock.yaml", line.folder().read("demo/windsock.yaml").replace("port: 8080", "port: " + port));
    if (!QFile::setPermissions(demo + "/logs", shut))
        qFatal("The logs folder keeps its mode");
    return demo;
}

void tst_Deeds::doctorChangesNothing()
{
    const CommandLine line(nativeEngine());
    const QString demo = workspaceWithShutLogs(line), logs = demo + "/logs";
    QVERIFY(QDir(demo + "/dbt").removeRecursively());
    const QFile::Permissions before = modeOf(logs);
    for (const QStringList &args : {QStringList{"doctor"}, {"start", "--dry-run"}, {"start", "--fix", "--dry-run"}, {"status"}, {"open"}})
        line.run(args.first() == "open" ? QStringList{"open", "demo"} : args + QStringList{"-C", "demo"});
    QCOMPARE(modeOf(logs), before);
    QVERIFY(!QDir(demo + "/dbt").exists());
    const Outcome said = line.run({"doctor", "-C", "demo", "--json"});
    QCOMPARE(said.code, 2);
    QCOMPARE(rulesIn(said, "wrong"), QStringList{"folder.missing"});
    QVERIFY2(rulesIn(said, "note").contains("folder.permission"), said.out.constData());
    QVERIFY2(said.err.contains("doctor --fix does: Create the folder"), said.err.constData());
}

void tst_Deeds::doctorFixesFolders()
{
    const CommandLine line(nativeEngine());
    const QString demo = workspaceWithShutLogs(line), logs = demo + "/logs";
    const QFile::Permissions dags = modeOf(demo + "/dags");
    for (const char *folder : {"/dbt", "/python_tasks"})
        QVERIFY(QDir(demo + QString::fromLatin1(folder)).removeRecursively());
    const Outcome said = line.run({"doctor", "-C", "demo", "--fix", "--json"});
    QVERIFY2(said.code == 0, said.all().constData());
    QStringList done;
    for (const QJsonValue &fixed : QJsonDocument::fromJson(said.out)["fixed"].toArray())
        done += fixed["id"].toString() + (fixed["done"].toBool() ? QString() : fixed["error"].toString());
    done.sort();
    QCOMPARE(done, (QStringList{"folders.create", "folders.permit"})); // both folders at once
    QVERIFY(QDir(demo + "/dbt").exists() && QDir(demo + "/python_tasks").exists());
    QVERIFY(modeOf(logs).testFlag(QFile::WriteGroup));
    QCOMPARE(modeOf(demo + "/dags"), dags);
    const Outcome again = line.run({"doctor", "-C", "demo", "--fix", "--json"});
    QCOMPARE(again.code, 0);
    QCOMPARE(QJsonDocument::fromJson(again.out)["fixed"].toArray().size(), 0);
}

// Nobody answers: it is said, and nothing is left. That a download succeeds core shows, on a server of its own.
void tst_Deeds::downloadThatFails()
{
    CommandLine line(nativeEngine());
    for (const char *tool : {"docker", "helm", "kubectl"})
        QVERIFY(QFile::link(QStringLiteral(BUILD_ROOT "/faketools/faketool"),
                            line.folder().makeFolder("bin") + u'/' + QString::fromLatin1(tool)));
    line.environment.insert("PATH", line.folder().path("bin") + ":/usr/bin:/bin");
    line.environment.insert("HTTPS_PROXY", "http://127.0.0.1:9");
    const Outcome before = line.run({"doctor", "--machine", "--json"});
    if (!rulesIn(before, "wrong").contains("tool.missing"))
        QSKIP("this machine has a kind of its own");
    QCOMPARE(before.code, 3);
    const Outcome said = line.run({"doctor", "--machine", "--fix", "--json"});
    QCOMPARE(said.code, 3);
    QCOMPARE(rulesIn(said, "wrong"), QStringList{"tool.missing"});
    const QJsonArray fixed = QJsonDocument::fromJson(said.out)["fixed"].toArray();
    QCOMPARE(fixed.size(), 1);
    QCOMPARE(fixed[0]["id"].toString(), "tools.download");
    QCOMPARE(fixed[0]["argument"].toString(), "kind");
    QCOMPARE(fixed[0]["done"].toBool(true), false);
    QVERIFY2(!fixed[0]["error"].toString().isEmpty() && said.err.contains("Download kind"), said.all().constData());
    QCOMPARE(line.filesBelow("home/data"), QStringList());
}

void tst_Deeds::deleteNeedsTheName()
{
    const CommandLine line(noCluster);
    line.makeWorkspace();
    for (const QStringList &more : {QStringList{}, {"--confirm", "airfow"}, {"--confirm", ""}}) {
        for (const char *verb : {"delete", "reset"}) {
            const Outcome said = line.run(QStringList{QString::fromLatin1(verb), "-C", "demo"} + more);
            QCOMPARE(said.code, 2);
            QVERIFY2(said.err.contains("--confirm airflow"), said.err.constData());
        }
    }
    QCOMPARE(line.ledger(), QByteArray());
    QCOMPARE(line.run({"delete", "-C", "demo", "--confirm", "airflow"}).code, 0);
    for (const QJsonObject &call : line.calls())
        QCOMPARE(call["tool"].toString(), "docker"); // there was none: kind was not asked
}

void tst_Deeds::engineThatIsDown()
{
    const CommandLine line;
    line.makeWorkspace();
    const QStringList before = line.filesBelow("demo");
    const Outcome said = line.run({"start", "-C", "demo"});
    QVERIFY2(said.code == 4, said.all().constData());
    QVERIFY2(said.err.contains("The container engine is not running"), said.err.constData());
    QCOMPARE(said.out, QByteArray());
    QCOMPARE(line.filesBelow("demo"), before);
    for (const QJsonObject &call : line.calls()) {
        const QString verb = call["argv"].toArray().first().toString();
        QVERIFY2((QStringList{"container", "image", "info", "version", "buildx", "ps"}.contains(verb)), qPrintable(verb));
    }
    // Another call of the program tells about it, down to the lines of the step that failed.
    QVERIFY(line.run({"runs", "-C", "demo"}).out.contains("failed"));
    const QByteArray report = line.run({"runs", "--report", "-C", "demo"}).out;
    QVERIFY2(report.contains("The container engine is not running"), report.constData());
    QVERIFY2(report.contains("Last lines of “check”:") && report.contains("# wrong"), report.constData());
}

void tst_Deeds::nothingThere_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("status") << 0 << "Not created";
    QTest::newRow("stop") << 0 << "Not created";
    QTest::newRow("pause") << 0 << "Not created";
    QTest::newRow("restart") << 8 << "no running Airflow";
    QTest::newRow("forward") << 8 << "nothing to forward";
}

void tst_Deeds::nothingThere()
{
    QFETCH(int, code);
    QFETCH(QString, says);
    const CommandLine line(noCluster);
    line.makeWorkspace();
    const Outcome said = line.run({QString::fromLatin1(QTest::currentDataTag()), "-C", "demo"});
    QVERIFY2(said.code == code, said.all().constData());
    QVERIFY2(said.all().contains(says.toUtf8()), said.all().constData());
}

void tst_Deeds::foreignCluster_data()
{
    QTest::addColumn<QStringList>("args");
    for (const char *verb : {"start", "pause", "stop", "restart"})
        QTest::newRow(verb) << QStringList{QString::fromLatin1(verb)};
    for (const char *verb : {"reset", "delete"})
        QTest::newRow(verb) << QStringList{QString::fromLatin1(verb), "--confirm", "airflow"};
}

void tst_Deeds::foreignCluster()
{
    QFETCH(QStringList, args);
    QFile recorded(QStringLiteral(TEST_DATA "/tools/docker-inspect-node-28.2.2.json"));
    QVERIFY(recorded.open(QIODevice::ReadOnly));
    const QByteArray node = QJsonDocument::fromJson(recorded.readAll()).toJson(QJsonDocument::Compact).replace('\\', "\\\\");
    const CommandLine line("on docker container inspect\nout " + node + '\n');
    line.makeWorkspace();
    const Outcome said = line.run(args + QStringList{"-C", "demo"});
    QVERIFY2(said.code == 9, said.all().constData());
    QVERIFY2(said.err.contains("There is already a cluster named “airflow”"), said.err.constData());
    for (const QJsonObject &call : line.calls())
        QVERIFY(call["argv"].toArray().contains("inspect"));
    const Outcome status = line.run({"status", "-C", "demo", "--json"});
    QCOMPARE(QJsonDocument::fromJson(status.out)["state"].toString(), "foreign");
}

void tst_Deeds::logsAsJson()
{
    const CommandLine line("on kubectl\nout first \"line\"\nout second\n");
    line.makeWorkspace();
    const Outcome plain = line.run({"logs", "scheduler", "-C", "demo"});
    QCOMPARE(plain.code, 0);
    QCOMPARE(plain.out, QByteArray("first \"line\"\nsecond\n"));
    const Outcome json = line.run({"logs", "scheduler", "-C", "demo", "--json"});
    QStringList lines;
    for (const QByteArray &each : json.out.trimmed().split('\n'))
        lines += QJsonDocument::fromJson(each)["line"].toString();
    QCOMPARE(lines, (QStringList{"first \"line\"", "second"}));
    for (const QJsonObject &call : line.calls()) {
        const QJsonArray argv = call["argv"].toArray();
        QCOMPARE(argv.at(0).toString(), "--kubeconfig");
        QVERIFY(argv.at(1).toString().startsWith(line.folder().path("home")));
        QVERIFY(argv.contains("kind-airflow"));
    }
}

// Who reads line by line can read the end too.
void tst_Deeds::logsAsJsonThatFail()
{
    const CommandLine line("on kubectl\nout first\nerr error: no such pod\nexit 1\n");
    line.makeWorkspace();
    const Outcome said = line.run({"logs", "scheduler", "-C", "demo", "--json"});
    QVERIFY2(said.code > 0, said.all().constData());
    const QList<QByteArray> lines = said.out.trimmed().split('\n');
    for (const QByteArray &each : lines)
        QVERIFY2(QJsonDocument::fromJson(each).isObject(), said.out.constData());
    QCOMPARE(QJsonDocument::fromJson(lines.first())["line"].toString(), "first");
    QVERIFY(QJsonDocument::fromJson(lines.last())["error"].isObject());
}

void tst_Deeds::interruptCancels()
{
    const CommandLine line(noCluster + "on docker info\nhang\n");
    line.makeWorkspace();
    QProcess process;
    line.begin(process, {"start", "-C", "demo", "--json"});
    QTRY_VERIFY_WITH_TIMEOUT(line.wasAsked("info"), 20000);
    ::kill(pid_t(process.processId()), SIGINT);
    const Outcome said = CommandLine::end(process);
    QVERIFY2(said.code == 130, said.all().constData());
    QVERIFY2(said.err.contains("Canceled. The cluster is now: Not created"), said.err.constData());
    QCOMPARE(QJsonDocument::fromJson(said.out)["outcome"].toString(), "canceled");
    for (const QJsonObject &call : line.calls())
        QVERIFY2(!processLives(call["pid"].toInteger()), QJsonDocument(call).toJson().constData());
}

void tst_Deeds::runsAreListed()
{
    const CommandLine line(noCluster);
    line.makeWorkspace();
    QCOMPARE(line.run({"stop", "-C", "demo"}).code, 0);
    QCOMPARE(line.run({"pause", "-C", "demo"}).code, 0);
    const QJsonArray runs = QJsonDocument::fromJson(line.run({"runs", "-C", "demo", "--json"}).out)["runs"].toArray();
    QCOMPARE(runs.size(), 2);
    QCOMPARE(runs.at(0)["intent"].toString(), "pause"); // newest first
    QVERIFY(QFile::exists(runs.at(0)["folder"].toString() + "/run.json"));
    QCOMPARE(QJsonDocument::fromJson(line.run({"runs", "-n", "1", "-C", "demo", "--json"}).out)["runs"].toArray().size(), 1);
    QVERIFY(line.run({"runs", "--report", "-C", "demo"}).out.contains("Run: pause at "));
}

// Under one name, by whatever way one came to it: the window's list has it once.
void tst_Deeds::openIsRemembered()
{
    const CommandLine line;
    const QString demo = line.makeWorkspace();
    QVERIFY(QFile::link(demo, line.folder().path("link")));
    QCOMPARE(line.run({"open", "link"}).code, 0);
    QCOMPARE(line.run({"open", "demo"}).code, 0);
    QCOMPARE(QJsonDocument::fromJson(line.folder().read("home/state/recent.json")).array(), QJsonArray{demo});
}

void tst_Deeds::openCannotBeRemembered()
{
    const CommandLine line;
    line.makeWorkspace();
    line.folder().makeFolder("home/state/recent.json"); // in the way of the file
    const Outcome said = line.run({"open", "demo", "--json"});
    QCOMPARE(said.code, 0);
    QVERIFY2(said.err.contains("recent.json"), said.all().constData());
    QVERIFY2(QJsonDocument::fromJson(said.out).object().contains("cluster"), said.out.constData()); // one document
}

void tst_Deeds::resultIsOfThisRun()
{
    const CommandLine line(noCluster);
    line.makeWorkspace();
    QCOMPARE(line.run({"stop", "-C", "demo"}).code, 0);
    // Of a time that has not come yet: the clock was set back since.
    line.folder().write(line.stateFolder() + "/runs/29990101-000000-000-delete/run.json", R"({"intent": "delete", "outcome": "done"})");
    const Outcome said = line.run({"pause", "-C", "demo", "--json"});
    QCOMPARE(said.code, 0);
    const QJsonObject result = QJsonDocument::fromJson(said.out).object();
    QCOMPARE(result["intent"].toString(), "pause");
    QVERIFY2(result["folder"].toString().endsWith("-pause"), said.out.constData());
}

void tst_Deeds::initSaysWhatIsShared()
{
    const CommandLine line;
    QCOMPARE(line.run({"init", "one"}).code, 0);
    QCOMPARE(line.run({"open", "one"}).code, 0); // remembered from now on
    const Outcome two = line.run({"init", "two"});
    QVERIFY2(two.code == 0 && two.err.contains("--name two") && two.err.contains("--port 8081"), two.err.constData());
    const Outcome apart = line.run({"init", "three", "--name", "three", "--port", "9000"});
    QVERIFY2(apart.code == 0 && !apart.err.contains("note:"), apart.err.constData());
    QVERIFY(line.folder().read("three/windsock.yaml").contains("9000"));
    QCOMPARE(line.run({"init", "four", "--port", "0"}).code, 2);
}

QTEST_GUILESS_MAIN(tst_Deeds)
#include "tst_Deeds.moc"
