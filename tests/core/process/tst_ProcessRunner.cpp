// SPDX-License-Identifier: Apache-2.0
// Real children (tests/faketools) through ProcessRunner: output, stdin, limits, cancel, groups, environment, ledger.
#include "core/process/ProcessRunner.h"

#include "tests/support/Await.h"
#include "tests/support/FakeTools.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

#include <csignal>

using namespace windsock;
using namespace std::chrono_literals;

namespace {
const QString tools = QStringLiteral(BUILD_ROOT "/faketools");
Command command(const QStringList &args)
{
    return {.tool = Tool::Kind, .args = args};
}
// Collects lines as "out|text".
struct Lines
{
    QByteArrayList all;
    LineSink sink()
    {
        return [this](Channel channel, QByteArrayView line) { all += (channel == Channel::Out ? "out|" : "err|") + line.toByteArray(); };
    }
};
qint64 grandchildIn(const QByteArray &output)
{
    const qsizetype at = output.indexOf("grandchild ");
    return at < 0 ? 0 : output.mid(at + 11, output.indexOf('\n', at) - at - 11).toLongLong();
}
} // namespace

class TestProcessRunner : public QObject
{
    Q_OBJECT
private slots:
    void outputAndExitCode();
    void linesAtOddSplits();
    void hundredMegabytes();
    void longLineStaysWhole();
    void outputIsRedacted();
    void stdinClosedData_data();
    void stdinClosedData();
    void stdinOfADeafChild();
    void secretStaysOffTheRecord();
    void environmentIsClean();
    void workFolder();
    void ownGroupAndSession();
    void toolMissing();
    void cannotStart_data();
    void cannotStart();
    void foreignSignal();
    void canceledBeforeStart();
    void cancel_data();
    void cancel();
    void limit();
    void limitOfAChildThatIgnoresTerm();
    void helpersGoWithACanceledChild();
    void helperThatKeepsThePipeDoesNotHoldTheResult();
    void manyAtOnce();
    void runnerGoesWithRunningChildren();
    void handlersOfAGoneRunner();
    void detachedChildOutlives();
    void ledgerTellsAll();
};

void TestProcessRunner::outputAndExitCode()
{
    FakeTools fake(tools, "on kind version\nout kind v0.27.0\nerr careful\nexit 3\n");
    Lines lines;
    const Result<CommandOutput> result = await(fake.runner().run(command({QStringLiteral("version")}), lines.sink()));
    QVERIFY2(result, result ? "" : qPrintable(result.error().report()));
    QCOMPARE(result->exitCode, 3);
    QVERIFY(!result->succeeded());
    QCOMPARE(result->out, QByteArray("kind v0.27.0\n"));
    QCOMPARE(result->err, QByteArray("careful\n"));
    QCOMPARE(lines.all, QByteArrayList({"out|kind v0.27.0", "err|careful"}));
    QVERIFY(result->took > 0ms && result->took < 10s);
}

void TestProcessRunner::linesAtOddSplits()
{
    FakeTools fake(tools, "on *\nsplit 3\nout Gr\\xc3\\xbc\\xc3\\x9fe from the node\noutn 10 %\\r20 %\\r\\nlast without end\n");
    Lines lines;
    const Result<CommandOutput> result = await(fake.runner().run(command({}), lines.sink()));
    QCOMPARE(lines.all, QByteArrayList({"out|Gr\xc3\xbc\xc3\x9f"
                                        "e from the node",
                                        "out|10 %", "out|20 %", "out|last without end"}));
    QCOMPARE(result->out, QByteArray("Gr\xc3\xbc\xc3\x9f"
                                     "e from the node\n10 %\r20 %\r\nlast without end")); // as printed
}

void TestProcessRunner::hundredMegabytes()
{
    FakeTools fake(tools, "on *\nout the first line\nbig 100\nout the last line\n");
    qint64 count = 0;
    const LineSink sink = [&count](Channel, QByteArrayView) { ++count; };
    const Result<CommandOutput> result = await(fake.runner().run(command({}), sink), 60000);
    QVERIFY(result);
    QVERIFY(count > 1000 * 1000);
    QVERIFY(result->out.size() <= 16 * 1024 * 1024 && result->out.size() > 15 * 1024 * 1024);
    QVERIFY(result->out.startsWith("line ")); // cut at a line's start
    QVERIFY(result->out.endsWith("\nthe last line\n"));
}

void TestProcessRunner::longLineStaysWhole()
{
    const QByteArray json = "{\"items\":[" + QByteArray(300 * 1000, '7') + "]}";
    FakeTools fake(tools, "on *\nout " + json + "\n");
    QCOMPARE(await(fake.runner().run(command({})))->out, json + '\n'); // a parser needs it so, whatever the lines look like
}

void TestProcessRunner::outputIsRedacted()
{
    FakeTools fake(tools, "on *\nsplit 5\nout the canary-4711 sings\nerr password: hunter22\nout -----BEGIN RSA PRIVATE KEY-----\n"
                          "out MIIcanary\nout -----END RSA PRIVATE KEY-----\n");
    const auto secret = std::make_shared<SecretString>(QByteArray("canary-4711"));
    fake.redactor().add(secret);
    Lines lines;
    const Result<CommandOutput> result = await(fake.runner().run(command({}), lines.sink()));
    const QByteArray all = result->out + result->err + lines.all.join('\n');
    QVERIFY2(!all.contains("canary") && !all.contains("hunter22"), all.constData());
    QVERIFY(result->out.startsWith("the •••••• sings\n"));
}

void TestProcessRunner::stdinClosedData_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("isSecret");
    for (const int size : {0, 1, 4096, 5000, 3 * 1000 * 1000}) {
        QTest::addRow("%d bytes", size) << size << false;
        QTest::addRow("%d secret bytes", size) << size << true;
    }
}

void TestProcessRunner::stdinClosedData()
{
    QFETCH(int, size);
    QFETCH(bool, isSecret);
    FakeTools fake(tools, "on *\nstdin\n");
    Command it = command({});
    if (isSecret)
        it.secretInput = std::make_shared<SecretString>(QByteArray(size, 's'));
    else
        it.input = QByteArray(size, 'x');
    QCOMPARE(await(fake.runner().run(it))->out, "stdin " + QByteArray::number(size) + " bytes\n");
}

void TestProcessRunner::stdinOfADeafChild()
{
    FakeTools fake(tools, "on *\nexit 5\n");
    Command it = command({});
    it.input = QByteArray(5 * 1000 * 1000, 'x');
    QCOMPARE(await(fake.runner().run(it))->exitCode, 5); // the broken pipe is not the news
}

void TestProcessRunner::secretStaysOffTheRecord()
{
    FakeTools fake(tools, "on *\ncat\n");
    const auto secret = std::make_shared<SecretString>(QByteArray("canary-secret-id"));
    fake.redactor().add(secret);
    Command it = command({QStringLiteral("apply")});
    it.secretInput = secret;
    const Result<CommandOutput> result = await(fake.runner().run(it));
    QCOMPARE(result->out, QByteArray("••••••"));
    QVERIFY(!fake.ledgerText().contains("canary"));
    QVERIFY(!fake.folder().read(QStringLiteral("record")).contains("canary")); // argv and environment of the child
    QVERIFY(!it.shown().contains(QStringLiteral("canary")));
    QCOMPARE(fake.ledger().first().value(QStringLiteral("stdin")).toString(), QStringLiteral("secret"));
}

void TestProcessRunner::environmentIsClean()
{
    const char *const hostile[] = {"KUBECONFIG", "HELM_KUBECONTEXT", "KIND_CLUSTER_NAME", "VAULT_TOKEN", "PYTHONPATH", "GIT_DIR"};
    for (const char *name : hostile)
        qputenv(name, "hostile-value");
    FakeTools fake(tools, "on *\nenv KUBECONFIG\nenv HOME\nenv EXTRA\n");
    Command it = command({});
    it.environment.insert(QStringLiteral("EXTRA"), QStringLiteral("1"));
    const Result<CommandOutput> result = await(fake.runner().run(it));
    for (const char *name : hostile)
        qunsetenv(name);
    QCOMPARE(result->out, "KUBECONFIG is not set\nHOME=" + qgetenv("HOME") + "\nEXTRA=1\n");
    QVERIFY(!fake.folder().read(QStringLiteral("record")).contains("hostile-value"));
}

void TestProcessRunner::workFolder()
{
    FakeTools fake(tools, "on *\n");
    Command it = command({});
    QVERIFY(await(fake.runner().run(it)));
    it.workDir = fake.folder().path();
    QVERIFY(await(fake.runner().run(it)));
    QCOMPARE(fake.calls().first().value(QStringLiteral("cwd")).toString(), QStringLiteral("/"));
    QCOMPARE(fake.calls().last().value(QStringLiteral("cwd")).toString(), fake.folder().path());
}

void TestProcessRunner::ownGroupAndSession()
{
    FakeTools fake(tools, "on *\n");
    QVERIFY(await(fake.runner().run(command({QStringLiteral("a b"), QString(), QStringLiteral("; rm -rf ~"), QStringLiteral("$(id)")}))));
    const QJsonObject call = fake.calls().first();
    QCOMPARE(call.value(QStringLiteral("pgid")), call.value(QStringLiteral("pid")));
    const QJsonArray argv{QStringLiteral("a b"), QString(), QStringLiteral("; rm -rf ~"), QStringLiteral("$(id)")};
    QCOMPARE(call.value(QStringLiteral("argv")).toArray(), argv); // no shell in between
    QCOMPARE(call.value(QStringLiteral("tool")).toString(), QStringLiteral("kind"));
}

void TestProcessRunner::toolMissing()
{
    ToolFinder nowhere({});
    const Redactor redactor;
    ProcessRunner runner(nowhere, redactor);
    const Result<CommandOutput> result = await(runner.run(command({})));
    QVERIFY(!result);
    QCOMPARE(result.error().code, Error::Code::ToolMissing);
    QVERIFY(result.error().todo.contains(QStringLiteral("https://")));
}

void TestProcessRunner::cannotStart_data()
{
    QTest::addColumn<QByteArray>("program");
    QTest::addColumn<QString>("workDir");
    QTest::newRow("no interpreter") << QByteArray("#!/no/such/interpreter\n") << QString();
    QTest::newRow("no folder") << QByteArray("#!/bin/sh\n") << QStringLiteral("/no/such/folder");
}

void TestProcessRunner::cannotStart()
{
    QFETCH(QByteArray, program);
    QFETCH(QString, workDir);
    const TempWorkspace folder;
    ToolFinder finder({.overrides = {{Tool::Kind, folder.writeProgram(QStringLiteral("bin/kind"), program)}}});
    const Redactor redactor;
    ProcessRunner runner(finder, redactor);
    Command it = command({});
    it.workDir = workDir;
    const Result<CommandOutput> result = await(runner.run(it));
    QVERIFY(!result);
    QCOMPARE(result.error().code, Error::Code::ToolFailed);
    QVERIFY(!result.error().why.isEmpty());
}

void TestProcessRunner::foreignSignal()
{
    FakeTools fake(tools, "on *\nerr half way\nsignal 9\n");
    const Result<CommandOutput> result = await(fake.runner().run(command({})));
    QVERIFY(!result);
    QCOMPARE(result.error().code, Error::Code::ToolFailed);
    QVERIFY(result.error().what.contains(QStringLiteral("signal 9")));
    QCOMPARE(result.error().evidence, QStringLiteral("half way"));
}

void TestProcessRunner::canceledBeforeStart()
{
    FakeTools fake(tools, "on *\n");
    const Cancel cancel;
    cancel.request();
    QVERIFY(await(fake.runner().run(command({}), {}, cancel)).error().isCancel());
    // Raised in the very moment of the start, before the child is the program.
    const Cancel early;
    const auto future = fake.runner().run(command({}), {}, early);
    early.request();
    QVERIFY(await(future).error().isCancel());
    QVERIFY(fake.calls().size() <= 1);
}

void TestProcessRunner::cancel_data()
{
    QTest::addColumn<QByteArray>("scenario");
    QTest::addColumn<bool>("interrupt");
    QTest::newRow("ends by the signal") << QByteArray("on *\nout ready\nhang\n") << false;
    QTest::newRow("interrupt") << QByteArray("on *\nout ready\nhang\n") << true;
    QTest::newRow("ends well after the signal") << QByteArray("on *\nonterm 0\nout ready\nhang\n") << false;
    QTest::newRow("ignores the signal") << QByteArray("on *\nignore\nout ready\nhang\n") << false;
    QTest::newRow("talks without end") << QByteArray("on *\nignore\nout ready\nbig 100000\n") << false;
}

void TestProcessRunner::cancel()
{
    QFETCH(QByteArray, scenario);
    QFETCH(bool, interrupt);
    FakeTools fake(tools, scenario);
    const Cancel cancel;
    Command it = command({});
    it.grace = 1s;
    it.stopSignal = interrupt ? StopSignal::Interrupt : StopSignal::Terminate;
    const LineSink whenReady = [&cancel](Channel, QByteArrayView) { cancel.request(); };
    QElapsedTimer clock;
    clock.start();
    const Result<CommandOutput> result = await(fake.runner().run(it, whenReady, cancel));
    QVERIFY(!result);
    QVERIFY(result.error().isCancel());
    QVERIFY2(clock.elapsed() < 3000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(!processLives(fake.calls().first().value(QStringLiteral("pid")).toInt()));
    QCOMPARE(fake.ledger().last().value(QStringLiteral("how")).toString(), QStringLiteral("canceled"));
}

void TestProcessRunner::limit()
{
    FakeTools fake(tools, "on *\nerr waiting for the engine\nhang\n");
    Command it = command({QStringLiteral("get"), QStringLiteral("clusters")});
    it.limit = 1s;
    const Result<CommandOutput> result = await(fake.runner().run(it));
    QVERIFY(!result);
    QCOMPARE(result.error().code, Error::Code::Timeout);
    QCOMPARE(result.error().evidence, QStringLiteral("waiting for the engine"));
    QVERIFY(result.error().why.contains(QStringLiteral("kind get clusters")));
}

void TestProcessRunner::limitOfAChildThatIgnoresTerm()
{
    FakeTools fake(tools, "on *\nignore\nhang\n");
    Command it = command({});
    it.limit = 1s;
    it.grace = 0s;
    QCOMPARE(await(fake.runner().run(it)).error().code, Error::Code::Timeout);
    QVERIFY(!processLives(fake.calls().first().value(QStringLiteral("pid")).toInt()));
}

void TestProcessRunner::helpersGoWithACanceledChild()
{
    FakeTools fake(tools, "on *\ngrandchild 60 ignore\nhang\n");
    const Cancel cancel;
    Command it = command({});
    it.grace = 1s;
    QByteArray said;
    const LineSink sink = [&](Channel, QByteArrayView line) { said = line.toByteArray() + '\n', cancel.request(); };
    QVERIFY(await(fake.runner().run(it, sink, cancel)).error().isCancel());
    QVERIFY(grandchildIn(said) > 0);
    QTRY_VERIFY(!processLives(grandchildIn(said)));
}

void TestProcessRunner::helperThatKeepsThePipeDoesNotHoldTheResult()
{
    FakeTools fake(tools, "on *\ngrandchild 20\nsleep 100\nout done\nexit 0\n");
    QElapsedTimer clock;
    clock.start();
    const Result<CommandOutput> result = await(fake.runner().run(command({})));
    QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(result && result->succeeded());
    QVERIFY(result->out.contains("done\n"));
    QVERIFY(processLives(grandchildIn(result->out))); // a daemon that a tool left behind on purpose
    ::kill(pid_t(grandchildIn(result->out)), SIGKILL);
}

void TestProcessRunner::manyAtOnce()
{
    FakeTools fake(tools, "on *\nout hello\nsleep 20\n");
    QList<Async<CommandOutput>> futures;
    for (int at = 0; at < 40; ++at)
        futures += fake.runner().run(command({QString::number(at)}));
    for (const auto &future : futures)
        QCOMPARE(await(future)->out, QByteArray("hello\n"));
    QCOMPARE(fake.calls().size(), 40);
}

void TestProcessRunner::runnerGoesWithRunningChildren()
{
    FakeTools fake(tools, "on *\nignore\nout ready\nhang\n");
    QList<Async<CommandOutput>> futures;
    int ready = 0;
    const LineSink sink = [&ready](Channel, QByteArrayView) { ++ready; };
    for (int at = 0; at < 8; ++at)
        futures += fake.runner().run(command({}), sink);
    QTRY_COMPARE(ready, 8);
    futures += fake.runner().run(command({})); // one that is still starting
    QElapsedTimer clock;
    clock.start();
    fake.dropRunner();
    QVERIFY2(clock.elapsed() < 50, qPrintable(QString::number(clock.elapsed())));
    for (const auto &future : futures)
        QVERIFY(await(future).error().isCancel());
    QTRY_VERIFY(noChildrenLeft());
    drainEvents();
}

void TestProcessRunner::handlersOfAGoneRunner()
{
    FakeTools fake(tools, "on *\nout ready\nsleep 50\nout late\nhang\n");
    const Cancel cancel;
    int lines = 0;
    const LineSink sink = [&lines](Channel, QByteArrayView) { ++lines; };
    const auto future = fake.runner().run(command({}), sink, cancel);
    QTRY_COMPARE(lines, 1);
    fake.dropRunner();
    cancel.request(); // its hook must have gone with the child
    QVERIFY(await(future).error().isCancel());
    QTRY_VERIFY(noChildrenLeft());
    drainEvents();
    QCOMPARE(lines, 1);
}

void TestProcessRunner::detachedChildOutlives()
{
    FakeTools fake(tools, "on *\nhang\n");
    Command it = command({});
    it.detached = true;
    QVERIFY(await(fake.runner().run(it)));
    QTRY_COMPARE(fake.calls().size(), 1);
    const qint64 pid = fake.calls().first().value(QStringLiteral("pid")).toInt();
    fake.dropRunner();
    drainEvents();
    QVERIFY(processLives(pid));
    ::kill(pid_t(pid), SIGKILL);
}

void TestProcessRunner::ledgerTellsAll()
{
    qputenv("AWS_SECRET_ACCESS_KEY", "canary");
    FakeTools fake(tools, "on *\nexit 7\n");
    QVERIFY(await(fake.runner().run(command({QStringLiteral("version"), QStringLiteral("--password=hunter22")}))));
    qunsetenv("AWS_SECRET_ACCESS_KEY");
    const QList<QJsonObject> entries = fake.ledger();
    QCOMPARE(entries.size(), 2);
    const QJsonObject start = entries.first(), end = entries.last();
    QCOMPARE(start.value(QStringLiteral("program")).toString(), tools + QStringLiteral("/kind"));
    QCOMPARE(start.value(QStringLiteral("argv")).toArray().at(1).toString(), QStringLiteral("version"));
    QVERIFY(start.value(QStringLiteral("env")).toArray().contains(QStringLiteral("HOME")));
    QVERIFY(!fake.ledgerText().contains("hunter22") && !fake.ledgerText().contains("AWS_SECRET"));
    QCOMPARE(end.value(QStringLiteral("pid")), start.value(QStringLiteral("pid")));
    QCOMPARE(end.value(QStringLiteral("code")).toInt(), 7);
    QCOMPARE(end.value(QStringLiteral("how")).toString(), QStringLiteral("exited"));
}

QTEST_GUILESS_MAIN(TestProcessRunner)
#include "tst_ProcessRunner.moc"
