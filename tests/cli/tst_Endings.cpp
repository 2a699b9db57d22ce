// SPDX-License-Identifier: Apache-2.0
// How the program ends, or does not: Ctrl+C at odd moments, readers that go away, signals that are not for it, two of it at once.
#include "tests/cli/CommandLine.h"

#include "core/workspace/KindConfig.h"

#include <QtTest>

#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace windsock;

class tst_Endings : public QObject
{
    Q_OBJECT
private slots:
    void oneRunAtATime();
    void readerGoesAway();
    void ignoredSignalsStayIgnored();
    void interruptWhileItLooks_data();
    void interruptWhileItLooks();
    void interruptWhileItCompares();
    void interruptBeforeAFix();
    void forwardWaitsForAirflow();
    void forwardEndsWhereTheClusterGoes();

private:
    static void haveNode(const CommandLine &line); // a node of the workspace "demo", whose API does not answer
};

void tst_Endings::oneRunAtATime()
{
    const CommandLine line(noCluster + "on docker info\nhang\n");
    line.makeWorkspace();
    QProcess first;
    line.begin(first, {"start", "-C", "demo"});
    QTRY_VERIFY_WITH_TIMEOUT(line.wasAsked("info"), 20000);
    const Outcome refused = line.run({"stop", "-C", "demo", "--json"});
    QVERIFY2(refused.code == 9, refused.all().constData());
    const QJsonObject error = QJsonDocument::fromJson(refused.out)["error"].toObject();
    QVERIFY2(error["what"].toString().contains("Another Windsock"), refused.out.constData());
    QVERIFY2(error["why"].toString().contains(QString::number(first.processId())), refused.out.constData());
    QCOMPARE(first.state(), QProcess::Running);
    // However that one ends, its lock goes with it; a child that it was just starting has it too until that has become a program.
    first.kill();
    QVERIFY(first.waitForFinished());
    Outcome stopped;
    QTRY_VERIFY2_WITH_TIMEOUT((stopped = line.run({"stop", "-C", "demo"})).code == 0, stopped.all().constData(), 20000);
}

// As with `windsock start 2>&1 | tee log`, where Ctrl+C ends both.
void tst_Endings::readerGoesAway()
{
    const CommandLine line(noCluster + "on docker info\nhang\n");
    line.makeWorkspace();
    const QByteArray pipe = QFile::encodeName(line.folder().path("lines"));
    QVERIFY(::mkfifo(pipe.constData(), 0600) == 0);
    const int reader = ::open(pipe.constData(), O_RDONLY | O_NONBLOCK);
    QVERIFY(reader >= 0);
    QProcess process;
    process.setStandardErrorFile(QFile::decodeName(pipe));
    line.begin(process, {"start", "-C", "demo", "--json"});
    QTRY_VERIFY_WITH_TIMEOUT(line.wasAsked("info"), 20000);
    ::close(reader);
    ::kill(pid_t(process.processId()), SIGINT);
    const Outcome said = CommandLine::end(process);
    QCOMPARE(said.code, 130);
    QCOMPARE(QJsonDocument::fromJson(said.out)["outcome"].toString(), "canceled");
}

#ifdef Q_OS_LINUX
// "SigIgn:\t0000000000000001"
static bool isInMask(qint64 pid, const QByteArray &field, int signal)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return false;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(field + ':'))
            return (line.mid(field.size() + 1).trimmed().toULongLong(nullptr, 16) >> (signal - 1)) & 1;
    }
    return false;
}
#endif

// As nohup and a shell's background jobs have it.
void tst_Endings::ignoredSignalsStayIgnored()
{
#ifndef Q_OS_LINUX
    QSKIP("/proc tells what a program does with signals");
#else
    CommandLine line(noCluster + "on docker info\nhang\n");
    line.makeWorkspace();
    line.ignored = {SIGHUP};
    QProcess process;
    line.begin(process, {"start", "-C", "demo"});
    QTRY_VERIFY_WITH_TIMEOUT(line.wasAsked("info"), 20000);
    QVERIFY(isInMask(process.processId(), "SigIgn", SIGHUP));
    QVERIFY(!isInMask(process.processId(), "SigCgt", SIGHUP));
    QVERIFY(isInMask(process.processId(), "SigCgt", SIGINT));
    ::kill(pid_t(process.processId()), SIGHUP);
    ::kill(pid_t(process.processId()), SIGINT);
    const Outcome said = CommandLine::end(process);
    QVERIFY2(said.code == 130 && said.err.contains("Canceled"), said.all().constData());
#endif
}

void tst_Endings::interruptWhileItLooks_data()
{
    QTest::addColumn<QString>("asked");
    QTest::newRow("status") << "container";
    QTest::newRow("doctor") << "info";
}

void tst_Endings::interruptWhileItLooks()
{
    QFETCH(QString, asked);
    const CommandLine line("on docker container inspect\nhang\non docker info\nhang\n");
    line.makeWorkspace();
    QProcess process;
    line.begin(process, {QString::fromLatin1(QTest::currentDataTag()), "-C", "demo"});
    QTRY_VERIFY_WITH_TIMEOUT(line.wasAsked(asked), 20000);
    ::kill(pid_t(process.processId()), SIGINT);
    const Outcome said = CommandLine::end(process);
    QVERIFY2(said.code == 130, said.all().constData());
}

// What a place leaves out is asked before the run: there is none then.
void tst_Endings::interruptWhileItCompares()
{
#ifndef Q_OS_LINUX
    QSKIP("no tool is asked there");
#endif
    CommandLine line("on bwrap\nhang\n");
    line.makeWorkspace("demo", "standalone");
    QVERIFY(QFile::link(QStringLiteral(BUILD_ROOT "/faketools/faketool"), line.folder().makeFolder("bin") + "/bwrap"));
    line.environment.insert("PATH", line.folder().path("bin") + u':' + line.environment.value("PATH"));
    QProcess process;
    line.begin(process, {"start", "-C", "demo"});
    const auto isBwrap = [](const QJsonObject &call) { return call["tool"].toString() == "bwrap"; };
    const auto asked = [&line, isBwrap] {
        const QList<QJsonObject> calls = line.calls();
        return std::any_of(calls.begin(), calls.end(), isBwrap);
    };
    QTRY_VERIFY_WITH_TIMEOUT(asked(), 20000);
    ::kill(pid_t(process.processId()), SIGINT);
    const Outcome said = CommandLine::end(process);
    QVERIFY2(said.code == 130, said.all().constData());
    QCOMPARE(line.filesBelow(line.stateFolder() + "/runs"), QStringList());
}

// After the failure, and before what --fix would do about it.
void tst_Endings::interruptBeforeAFix()
{
    const QByteArray slowLook =
        "on docker container inspect\nsleep 2000\nout []\nerr Error response from daemon: No such container\nexit 1\n";
    const CommandLine line(slowLook + nativeEngine());
    const QString demo = line.makeWorkspace();
    QVERIFY(QDir(demo + "/dbt").removeRecursively());
    QProcess process;
    line.begin(process, {"start", "-C", "demo", "--fix"});
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += process.readAllStandardError()).contains("✗"), 20000);
    ::kill(pid_t(process.processId()), SIGINT);
    const Outcome ended = CommandLine::end(process);
    QVERIFY2(ended.code == 2, (said + ended.all()).constData()); // the failure stays what it was
    QVERIFY(!QDir(demo + "/dbt").exists());
    QCOMPARE(QDir(line.folder().path(line.stateFolder() + "/runs")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
}

// A node of ours that runs, without an API that answers.
void tst_Endings::haveNode(const CommandLine &line)
{
    QCOMPARE(line.run({"stop", "-C", "demo"}).code, 0); // makes the state folder
    QFile recorded(QStringLiteral(TEST_DATA "/tools/docker-inspect-node-28.2.2.json"));
    QVERIFY(recorded.open(QIODevice::ReadOnly));
    QJsonObject node = QJsonDocument::fromJson(recorded.readAll()).array().at(0).toObject();
    QJsonArray mounts = node["Mounts"].toArray();
    mounts += QJsonObject{{"Type", "bind"},
                          {"Source", line.folder().path(line.stateFolder() + "/kind-airflow.owner")},
                          {"Destination", QString::fromLatin1(ownerMarkInNode)},
                          {"RW", false}};
    node["Mounts"] = mounts;
    const QByteArray shown = QJsonDocument(QJsonArray{node}).toJson(QJsonDocument::Compact).replace('\\', "\\\\");
    line.folder().write("scenario", "on docker container inspect\nout " + shown + '\n' + line.folder().read("scenario"));
}

void tst_Endings::forwardWaitsForAirflow()
{
    const CommandLine line(noCluster);
    line.makeWorkspace();
    haveNode(line);
    QProcess process;
    line.begin(process, {"forward", "-C", "demo"});
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += process.readAllStandardError()).contains("Waiting for Airflow"), 20000);
    ::kill(pid_t(process.processId()), SIGINT);
    const Outcome ended = CommandLine::end(process);
    QVERIFY2(ended.code == 0, (said + ended.all()).constData());
}

void tst_Endings::forwardEndsWhereTheClusterGoes()
{
    const CommandLine line(noCluster);
    line.makeWorkspace();
    const QByteArray without = line.folder().read("scenario");
    haveNode(line);
    QProcess process;
    line.begin(process, {"forward", "-C", "demo"});
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += process.readAllStandardError()).contains("Waiting for Airflow"), 20000);
    line.folder().write("scenario", without); // docker rm, in another terminal
    QTRY_VERIFY_WITH_TIMEOUT(process.state() == QProcess::NotRunning, 20000);
    QCOMPARE(process.exitCode(), 8);
}

QTEST_GUILESS_MAIN(tst_Endings)
#include "tst_Endings.moc"
