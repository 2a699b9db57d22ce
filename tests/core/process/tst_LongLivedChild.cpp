// SPDX-License-Identifier: Apache-2.0
// Real children (tests/faketools) that serve for days: named by their path, with exactly the environment that they are told, without
// a limit, and without a growing memory of what they said.
#include "core/process/CleanEnvironment.h"
#include "core/process/ProcessRunner.h"

#include "tests/support/Await.h"
#include "tests/support/FakeTools.h"

#include <QDir>
#include <QJsonArray>
#include <QScopeGuard>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

using namespace windsock;
using namespace std::chrono_literals;

namespace {
const QString tools = QStringLiteral(BUILD_ROOT "/faketools");
const QString program = tools + "/faketool";
const char *const hostile[] = {"AIRFLOW__CORE__FERNET_KEY",
                               "AIRFLOW_HOME",
                               "PYTHONPATH",
                               "PYTHONHOME",
                               "VIRTUAL_ENV",
                               "LD_LIBRARY_PATH",
                               "LD_PRELOAD_X",
                               "PGPASSWORD",
                               "WINDSOCK_CANARY",
                               "DOCKER_HOST",
                               "UV_INDEX_URL",
                               "PIP_INDEX_URL",
                               "GUNICORN_CMD_ARGS"};

QStringList environmentOf(const QJsonObject &call)
{
    QStringList names;
    for (const QJsonValue &entry : call["env"].toArray())
        names += entry.toString();
    return names;
}
} // namespace

class TestLongLivedChild : public QObject
{
    Q_OBJECT
private slots:
    void programByItsPath();
    void linkIsCalledByItsOwnName();
    void programIsRefused_data();
    void programIsRefused();
    void namesInErrors();
    void exactEnvironment();
    void emptyEnvironment();
    void serverEnvironmentLeavesOthersOut();
    void outputGoesToTheSinkOnly();
    void errorStillHasItsLines();
    void noLimitButCancel();
    void pidIsTold();
    void pidOfNoChildIsNotTold();
    void detachedOneInheritsNothing();

private:
    Command command(const FakeTools &fake, const QStringList &args = {}) const
    {
        Command it{.program = program, .args = args, .inheritsEnvironment = false};
        it.environment = {{"WINDSOCK_SCENARIO", fake.folder().path("scenario")}, {"WINDSOCK_RECORD", fake.folder().path("record")}};
        return it;
    }
};

void TestLongLivedChild::programByItsPath()
{
    FakeTools fake(tools, "on faketool -D /data\nout ready\n");
    const Command it = command(fake, {"-D", "/data"});
    const auto result = await(fake.runner().run(it));
    QVERIFY2(result, result ? "" : qPrintable(result.error().report()));
    QCOMPARE(result->out, QByteArray("ready\n"));
    QVERIFY(it.shown().endsWith(program + " -D /data"));
    QCOMPARE(it.name(), QString("faketool"));
    QCOMPARE(fake.ledger().first()["tool"].toString(), QString("faketool"));
    QCOMPARE(fake.ledger().first()["program"].toString(), program);
}

void TestLongLivedChild::linkIsCalledByItsOwnName()
{
    FakeTools fake(tools, "on python\nout ready\n");
    const QString link = fake.folder().makeFolder("env/bin") + "/python";
    QVERIFY(QFile::link(program, link));
    Command it = command(fake);
    it.program = link; // python looks for pyvenv.cfg beside the name that it was called by
    QCOMPARE(await(fake.runner().run(it))->out, QByteArray("ready\n"));
}

void TestLongLivedChild::programIsRefused_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("relative") << "faketool";
    QTest::newRow("missing") << "/no/such/python";
    QTest::newRow("folder") << "/usr";
    QTest::newRow("no program") << QStringLiteral(SOURCE_ROOT "/README.md");
    QTest::newRow("of a workspace") << QString();
}

void TestLongLivedChild::programIsRefused()
{
    QFETCH(QString, path);
    FakeTools fake(tools, "on *\n");
    Command it = command(fake);
    it.program = path.isEmpty() ? fake.folder().writeProgram("python", "#!/bin/sh\n") : path;
    fake.finder().neverFrom(fake.folder().path());
    const auto result = await(fake.runner().run(it));
    QVERIFY(!result);
    QCOMPARE(result.error().code, Error::Code::ToolMissing);
    QVERIFY(result.error().why.startsWith(it.program + ": "));
    QVERIFY(!result.error().todo.isEmpty());
    QVERIFY(fake.calls().isEmpty());
}

void TestLongLivedChild::namesInErrors()
{
    FakeTools fake(tools, "on *\nsignal 9\n");
    QVERIFY(await(fake.runner().run(command(fake))).error().what.startsWith("faketool "));
    Command it = command(fake);
    it.program = fake.folder().writeProgram("bin/initdb", "#!/no/such/interpreter\n");
    const auto result = await(fake.runner().run(it));
    QCOMPARE(result.error().what, QString("initdb could not be started"));
    QVERIFY(!result.error().todo.contains("version"));
}

void TestLongLivedChild::exactEnvironment()
{
    for (const char *name : hostile)
        qputenv(name, "hostile-value");
    FakeTools fake(tools, "on *\n");
    Command it = command(fake);
    it.environment["HOME"] = "/somewhere";
    const auto result = await(fake.runner().run(it));
    for (const char *name : hostile)
        qunsetenv(name);
    QVERIFY(result);
    QStringList expected;
    for (auto each = it.environment.cbegin(); each != it.environment.cend(); ++each)
        expected += each.key() + '=' + each.value();
    QStringList seen = environmentOf(fake.calls().first());
    seen.sort();
    QCOMPARE(seen, expected); // nothing else at all
}

void TestLongLivedChild::emptyEnvironment()
{
    // An empty one is an environment too, and does not mean ours.
    const TempWorkspace folder;
    FakeTools fake(tools, "on *\n");
    Command it{.program = "/usr/bin/env", .inheritsEnvironment = false};
    QCOMPARE(await(fake.runner().run(it))->out, QByteArray());
}

void TestLongLivedChild::serverEnvironmentLeavesOthersOut()
{
    QProcessEnvironment inherited;
    for (const char *name : hostile)
        inherited.insert(QString::fromLatin1(name), "hostile-value");
    for (const char *name : {"DBUS_SESSION_BUS_ADDRESS", "SSH_AUTH_SOCK", "AWS_PROFILE", "XDG_RUNTIME_DIR", "TERM", "COLUMNS", "NO_COLOR"})
        inherited.insert(QString::fromLatin1(name), "of no use");
    const QStringList wanted{"HOME", "HTTPS_PROXY", "LANG", "LC_ALL", "SSL_CERT_FILE", "TMPDIR", "TZ", "USER", "no_proxy"};
    for (const QString &name : wanted)
        inherited.insert(name, "x");
    inherited.insert("PATH", ".:/evil");
    QMap<QString, QString> expected{{"PATH", "/a:/b"}};
    for (const QString &name : wanted)
        expected[name] = "x";
    QCOMPARE(serverEnvironment(inherited, {"/a", "/b"}), expected);
}

void TestLongLivedChild::outputGoesToTheSinkOnly()
{
    FakeTools fake(tools, "on *\nout first\nbig 20\nerr last\nexit 4\n");
    Command it = command(fake);
    it.keepsOutput = false;
    qint64 bytes = 0;
    QByteArrayList ends;
    const LineSink sink = [&](Channel, QByteArrayView line) {
        bytes += line.size() + 1;
        if (!line.startsWith("line "))
            ends += line.toByteArray();
    };
    const auto result = await(fake.runner().run(it, sink));
    QVERIFY(result);
    QCOMPARE(result->exitCode, 4);
    QVERIFY(result->out.isEmpty() && result->err.isEmpty());
    QCOMPARE(ends, QByteArrayList({"first", "last"}));
    QVERIFY(bytes > 20 * 1024 * 1024);
}

void TestLongLivedChild::errorStillHasItsLines()
{
    FakeTools fake(tools, "on *\nbig 1\nerr out of memory\nsignal 9\n");
    Command it = command(fake);
    it.keepsOutput = false;
    QCOMPARE(await(fake.runner().run(it)).error().evidence, QString("out of memory"));
}

void TestLongLivedChild::noLimitButCancel()
{
    FakeTools fake(tools, "on *\ngrandchild 60 ignore\nout ready\nhang\n");
    Command it = command(fake);
    it.limit = 0s;
    it.grace = 1s;
    it.keepsOutput = false;
    const Cancel cancel;
    bool ready = false;
    const LineSink sink = [&ready](Channel, QByteArrayView line) { ready = ready || line == "ready"; };
    const auto future = fake.runner().run(it, sink, cancel);
    QTRY_VERIFY_WITH_TIMEOUT(ready, 20000);
    QVERIFY(!future.isFinished());
    cancel.request();
    QVERIFY(await(future).error().isCancel());
    QTRY_VERIFY(noChildrenLeft());
}

void TestLongLivedChild::pidIsTold()
{
    FakeTools fake(tools, "on *\n");
    QList<qint64> pids;
    QVERIFY(await(fake.runner().run(command(fake), {}, {}, [&pids](qint64 pid) { pids += pid; })));
    QCOMPARE(pids.size(), 1);
    QCOMPARE(pids.first(), fake.calls().first()["pid"].toInteger());
}

void TestLongLivedChild::pidOfNoChildIsNotTold()
{
    FakeTools fake(tools, "on *\n");
    Command it = command(fake);
    it.program = fake.folder().writeProgram("bin/postgres", "#!/no/such/interpreter\n");
    bool told = false;
    QVERIFY(!await(fake.runner().run(it, {}, {}, [&told](qint64) { told = true; })));
    QVERIFY(!told);
}

void TestLongLivedChild::detachedOneInheritsNothing()
{
#ifndef Q_OS_LINUX
    QSKIP("Other systems do not list the open files of a process as files");
#endif
    FakeTools fake(tools, "on *\nhang\n");
    const int leaked = ::open(QFile::encodeName(fake.folder().write("lock", {})).constData(), O_RDONLY); // as a script's "exec 9>lock"
    QVERIFY(leaked > 2);
    Command it = command(fake);
    it.detached = true;
    QVERIFY(await(fake.runner().run(it)));
    ::close(leaked);
    QTRY_COMPARE(fake.calls().size(), 1);
    const qint64 pid = fake.calls().first()["pid"].toInteger();
    const auto end = qScopeGuard([pid] { ::kill(pid_t(pid), SIGKILL); });
    for (const QFileInfo &file : QDir(QString("/proc/%1/fd").arg(pid)).entryInfoList(QDir::Files | QDir::System))
        QVERIFY2(!file.symLinkTarget().endsWith("/lock"), qPrintable(file.symLinkTarget()));
    QStringList seen = environmentOf(fake.calls().first());
    QCOMPARE(seen.size(), it.environment.size()); // and its environment is as exact as any
}

QTEST_GUILESS_MAIN(TestLongLivedChild)
#include "tst_LongLivedChild.moc"
