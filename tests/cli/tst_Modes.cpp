// SPDX-License-Identifier: Apache-2.0
// Where Airflow runs, on the command line: what --mode and `mode:` lead to, what was started before, and what is asked for an open one.
#include "tests/cli/CommandLine.h"

#include <QRegularExpression>
#include <QtTest>

#include <csignal>

using namespace windsock;

class tst_Modes : public QObject
{
    Q_OBJECT
private slots:
    void dryRunWithoutContainers();
    void whatIsLeftOutIsSaidFirst_data();
    void whatIsLeftOutIsSaidFirst();
    void whatIsLeftOutAsJson_data();
    void whatIsLeftOutAsJson();
    void dryRunShowsWhatStartWouldTake();
    void doctorChecksWhatStartWouldTake();
    void aMarkOfAClusterThatIsGone();
    void aClusterThatIsThere();
    void anUnknownModeIsRefused();
    void interruptWhileItIsBeingChosen();
    void anotherWayIsNamed();
    void nothingThatCouldMove();
    void aMoveThatCannotBegin();
    void aMoveSaysWhatItWouldDo();

private:
    // One key that is left out without containers, and one that is done another way there.
    static void makeWorkspaceThatDiffers(const CommandLine &line, const QByteArray &mode)
    {
        line.makeWorkspace("demo", mode);
        line.folder().write("demo/local.values.yaml", line.folder().read("demo/local.values.yaml")
                                                          + "\ndags:\n  gitSync: {enabled: true, repo: 'https://git.invalid/dags'}\n"
                                                            "  persistence: {enabled: true}\n");
    }
    // Airflow was started without containers once; nothing of it runs now.
    static void startedWithoutContainers(const CommandLine &line)
    {
        startedOnKind(line);
        const QString states = "home/state/workspaces/";
        const QString state = states + QDir(line.folder().path(states)).entryList(QDir::Dirs | QDir::NoDotAndDotDot).first();
        QVERIFY(QFile::remove(line.folder().path(state + "/kind-airflow.owner")));
        line.folder().write("demo/Dockerfile", "FROM apache/airflow:2.10.5\n");
        line.folder().write(state + "/standalone/airflow.json", R"({"format": 1, "airflow": "2.10.5", "environment": "gone"})");
    }
    // A cluster was made for this workspace once.
    static void startedOnKind(const CommandLine &line)
    {
        const Outcome refused = line.run({"start", "-C", "demo"}); // makes the state folder with its run
        QVERIFY2(refused.code != 0, refused.all().constData());
        const QStringList states = QDir(line.folder().path("home/state/workspaces")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QCOMPARE(states.size(), 1);
        line.folder().write("demo/Dockerfile", "FROM apache/airflow:1.10.0\n"); // ends whatever starts at its first step
        line.folder().write("home/state/workspaces/" + states.first() + "/kind-airflow.owner", line.folder().path("demo").toUtf8() + '\n');
    }
};

// Another place is taken whatever programs this machine has: none could start an engine that is not allowed.
static const QByteArray deniedEngine = "on docker info\nerr permission denied while trying to connect to the Docker daemon socket at "
                                       "unix:///var/run/docker.sock\nexit 1\n";

void tst_Modes::dryRunWithoutContainers()
{
    const CommandLine line;
    line.makeWorkspace();
    const Outcome said = line.run({"start", "-C", "demo", "--mode", "standalone", "--dry-run"});
    QVERIFY2(said.code == 0, said.all().constData());
    for (const char *words : {"uv venv", "uv pip install", "initdb", "supervise", "prepare.py", "part.py", "/preparing' webserver",
                              "/preparing' scheduler", "/preparing' triggerer"})
        QVERIFY2(said.out.contains(words), (QByteArray(words) + " is not in\n" + said.out).constData());
    // Only asked, where it is there: could it show the folders at the pods' paths?
    for (const QByteArray &child : line.ledger().split('\n'))
        QVERIFY2(!child.contains(R"("event":"start")") || child.contains("bwrap"), child.constData());
    QCOMPARE(line.filesBelow("home"), QStringList());
}

void tst_Modes::whatIsLeftOutIsSaidFirst_data()
{
    QTest::addColumn<QByteArray>("mode");
    QTest::addColumn<QStringList>("args");
    QTest::addColumn<bool>("differs");
    QTest::newRow("start") << QByteArray("standalone") << QStringList{"start"} << true;
    QTest::newRow("start --dry-run") << QByteArray("standalone") << QStringList{"start", "--dry-run"} << true;
    QTest::newRow("reset") << QByteArray("standalone") << QStringList{"reset", "--confirm", "airflow"} << true;
    QTest::newRow("reset --dry-run") << QByteArray("standalone") << QStringList{"reset", "--dry-run"} << true;
    QTest::newRow("--mode") << QByteArray("kind") << QStringList{"start", "--dry-run", "--mode", "standalone"} << true;
    QTest::newRow("stop --dry-run") << QByteArray("standalone") << QStringList{"stop", "--dry-run"} << false;
    QTest::newRow("a cluster") << QByteArray("kind") << QStringList{"start", "--dry-run"} << false;
}

void tst_Modes::whatIsLeftOutIsSaidFirst()
{
    QFETCH(QByteArray, mode);
    QFETCH(QStringList, args);
    QFETCH(bool, differs);
    const CommandLine line;
    makeWorkspaceThatDiffers(line, mode);
    QVERIFY(QDir(line.folder().path("demo/dbt")).removeRecursively()); // ends whatever starts at its first step
    const Outcome said = line.run(args + QStringList{"-C", "demo"});
    QCOMPARE(said.code == 0, args.contains("--dry-run"));
    static const QRegularExpression note("note: local\\.values\\.yaml:\\d+:\\d+ dags\\.gitSync · DAGs come from the workspace");
    static const QRegularExpression count("note: (1 thing is|\\d+ things are) done another way");
    const QString err = QString::fromUtf8(said.err);
    QVERIFY2(err.contains(note) == differs && err.contains(count) == differs, said.err.constData());
    if (said.code != 0)
        QVERIFY2(err.indexOf(count) < err.indexOf("✗"), said.err.constData());
}

void tst_Modes::whatIsLeftOutAsJson_data()
{
    QTest::addColumn<QStringList>("args");
    QTest::addColumn<bool>("differs");
    QTest::newRow("start") << QStringList{"start", "--mode", "standalone"} << true;
    QTest::newRow("start --dry-run") << QStringList{"start", "--mode", "standalone", "--dry-run"} << true;
    QTest::newRow("a cluster") << QStringList{"start", "--dry-run"} << false;
}

void tst_Modes::whatIsLeftOutAsJson()
{
    QFETCH(QStringList, args);
    QFETCH(bool, differs);
    const CommandLine line;
    makeWorkspaceThatDiffers(line, "kind");
    QVERIFY(QDir(line.folder().path("demo/dbt")).removeRecursively());
    const QJsonObject said = QJsonDocument::fromJson(line.run(args + QStringList{"-C", "demo", "--json"}).out).object();
    QVERIFY(said["differences"].isArray());
    QStringList found;
    for (const QJsonValue &each : said["differences"].toArray()) {
        QVERIFY(!each["text"].toString().isEmpty() && !each["place"].toString().isEmpty());
        found += each["severity"].toString() + u' ' + each["key"].toString();
    }
    QCOMPARE(found.contains("note dags.gitSync"), differs);
    QCOMPARE(found.contains("ok dags.persistence"), differs);
    QCOMPARE(found.isEmpty(), !differs);
}

void tst_Modes::dryRunShowsWhatStartWouldTake()
{
    const CommandLine line(deniedEngine);
    line.makeWorkspace("demo", "auto");
    const Outcome said = line.run({"start", "-C", "demo", "--dry-run"});
    QVERIFY2(said.code == 0, said.all().constData());
    QVERIFY2(said.out.contains("uv venv") && !said.out.contains("kind create cluster"), said.out.constData());
    QVERIFY2(said.err.contains("may not use the container engine"), said.err.constData());
    QCOMPARE(line.filesBelow("home"), QStringList());
    for (const QJsonObject &call : line.calls()) // it was asked, and nothing more
        QCOMPARE(call["argv"].toArray().at(0).toString(), "info");
}

void tst_Modes::doctorChecksWhatStartWouldTake()
{
    const CommandLine line(deniedEngine);
    line.makeWorkspace("demo", "auto");
    const Outcome said = line.run({"doctor", "-C", "demo", "--json"});
    QVERIFY2(said.out.contains("\"findings\""), said.all().constData());
    QVERIFY2(!said.out.contains("engine.permission"), said.out.constData()); // no engine is needed there
    QVERIFY2(said.err.contains("may not use the container engine"), said.err.constData());
    // The machine is what it is.
    QVERIFY(line.run({"doctor", "--machine", "--json"}).out.contains("engine.permission"));
}

void tst_Modes::aMarkOfAClusterThatIsGone()
{
    const CommandLine line(noCluster);
    line.makeWorkspace();
    startedOnKind(line);
    const Outcome said = line.run({"start", "-C", "demo", "--mode", "standalone"});
    QVERIFY2(said.code == 2 && !said.err.contains("was started in the mode"), said.all().constData());
}

void tst_Modes::aClusterThatIsThere()
{
    const CommandLine line; // no answer from the engine: it may be there
    line.makeWorkspace();
    startedOnKind(line);
    const Outcome said = line.run({"start", "-C", "demo", "--mode", "standalone"});
    QVERIFY2(said.code == 9 && said.err.contains("was started in the mode kind"), said.all().constData());
    QVERIFY(line.filesBelow("home/data").isEmpty());
}

void tst_Modes::anUnknownModeIsRefused()
{
    const CommandLine line;
    line.makeWorkspace();
    const Outcome said = line.run({"start", "-C", "demo", "--mode", "swarm"});
    QVERIFY2(said.code == 2 && said.err.contains("standalone"), said.all().constData());
    line.makeWorkspace("other", "standalon");
    const Outcome misspelt = line.run({"start", "-C", "other"});
    QVERIFY2(misspelt.code == 2 && misspelt.err.contains("windsock.yaml") && misspelt.err.contains("standalone"),
             misspelt.all().constData());
    QCOMPARE(line.ledger(), QByteArray());
}

void tst_Modes::interruptWhileItIsBeingChosen()
{
    const CommandLine line(noCluster + "on docker info\nhang\n");
    line.makeWorkspace("demo", "auto");
    QProcess process;
    line.begin(process, {"start", "-C", "demo"});
    QTRY_VERIFY_WITH_TIMEOUT(!line.calls().isEmpty(), 20000);
    ::kill(pid_t(process.processId()), SIGINT);
    const Outcome said = CommandLine::end(process);
    QVERIFY2(said.code == 130, said.all().constData());
}

void tst_Modes::anotherWayIsNamed()
{
    const CommandLine line;
    line.makeWorkspace();
    const Outcome said = line.run({"start", "-C", "demo"});
    QVERIFY2(said.code == 4, said.all().constData());
    QVERIFY2(said.err.contains("windsock start -C demo --mode standalone"), said.err.constData());
}

void tst_Modes::nothingThatCouldMove()
{
    const CommandLine line;
    line.makeWorkspace();
    const Outcome said = line.run({"start", "-C", "demo", "--move"});
    QVERIFY2(said.code == 8 && said.err.contains("no Airflow without containers"), said.all().constData());
    startedOnKind(line);
    const Outcome there = line.run({"start", "-C", "demo", "--move"});
    QVERIFY2(there.code == 8, there.all().constData());
    const Outcome both = line.run({"start", "-C", "demo", "--move", "--mode", "kind"});
    QVERIFY2(both.code == 2, both.all().constData());
}

void tst_Modes::aMoveThatCannotBegin()
{
    const CommandLine line; // no answer from the engine
    line.makeWorkspace();
    startedWithoutContainers(line);
    const Outcome said = line.run({"start", "-C", "demo", "--move"});
    QVERIFY2(said.code == 4, said.all().constData());
    QVERIFY2(said.err.contains("Check whether Airflow could run there"), said.err.constData());
    QCOMPARE(line.filesBelow("home/state").filter("standalone/airflow.json").size(), 1);
    // It is where it was, and says so.
    QVERIFY(line.run({"status", "-C", "demo", "--json"}).out.contains(R"("mode": "standalone")"));
}

void tst_Modes::aMoveSaysWhatItWouldDo()
{
    const CommandLine line;
    line.makeWorkspace();
    startedWithoutContainers(line);
    const Outcome said = line.run({"start", "-C", "demo", "--move", "--dry-run"});
    QVERIFY2(said.code == 0, said.all().constData());
    int last = -1;
    for (const char *words :
         {"Check whether", "Stop Airflow where it was", "kind create cluster", "helm", "Take connections", "Delete the database"}) {
        const int at = int(said.out.indexOf(words, last + 1));
        QVERIFY2(at > last, (QByteArray(words) + " is not in its place in\n" + said.out).constData());
        last = at;
    }
}

QTEST_GUILESS_MAIN(tst_Modes)
#include "tst_Modes.moc"
