// SPDX-License-Identifier: Apache-2.0
// Whether this machine can show folders at the pods' paths, and where it can, the real bubblewrap: what a program sees and may write,
// how it ends, and what its end tells.
#include "core/backends/standalone/PodPathProbe.h"

#include "core/process/ProcessRunner.h"
#include "core/process/ToolFinder.h"
#include "core/supervise/Leftovers.h"
#include "core/supervise/SupervisedComponent.h"
#include "tests/support/Await.h"
#include "tests/support/FakeTools.h"
#include "tests/support/ScriptedRunner.h"

#include <QTest>

#include <cerrno>
#include <csignal>
#include <unistd.h>

using namespace windsock;

namespace {
const QString python = QStringLiteral("/usr/bin/python3");

PodPaths somePaths()
{
    PodPaths paths;
    paths.arguments = QStringList{"--dev-bind", "/", "/"};
    paths.shown = {{"/ws/dags", "./dags", "/opt/airflow/dags"}};
    return paths;
}

// A workspace's folders at the pods' paths of this machine, and a Python that sees them there.
class Bench
{
public:
    explicit Bench(const QString &podRoot = "/opt/airflow")
        : root(podRoot), finder({.path = {"/usr/bin", "/bin", "/usr/local/bin"}}), runner(finder, redactor)
    {
        files.makeFolder("x");
        files.write("only read/file", "as it was");
        paths = PodPaths::of({{files.path("x"), "./x", root + "/x"}, {files.path("only read"), "./only read", root + "/ro", true}}, {},
                             HostRoot::ofThisMachine());
    }

    // Why nothing can be tried here; empty: it can.
    QString objection()
    {
        if (!QFile::exists(python))
            return QStringLiteral("There is no ") + python;
        for (const PodPaths::Refusal &refusal : paths.refused)
            return refusal.why;
        const auto answer = await(probePodPaths(paths, runner, finder, &context));
        if (!answer)
            return answer.error().report();
        bubblewrap = answer->found;
        return answer->works ? QString() : QStringLiteral("bubblewrap: ") + (bubblewrap.isEmpty() ? QStringLiteral("none") : answer->said);
    }

    Component component(const QByteArray &script) const
    {
        Component plain{.id = "x", .title = "X", .program = python, .args = {"-c", QString::fromUtf8(script)}, .workDir = files.path()};
        plain.logFile = files.path("log");
        plain.environment = {{"PATH", "/usr/bin:/bin"}};
        return paths.around(plain, bubblewrap, root + "/x");
    }

    Command command(const QByteArray &script) const
    {
        const Component part = component(script);
        Command made{.program = part.program, .args = part.args, .workDir = part.workDir, .environment = part.environment};
        made.inheritsEnvironment = false;
        return made;
    }

    // Runs until it has said "ready" and its process id.
    Async<CommandOutput> runUntilReady(const QByteArray &script)
    {
        const auto done = runner.run(
            command("import os, signal, time\n" + script + "\nprint('ready', os.getpid(), flush=True)\ntime.sleep(60)\n"),
            [this](Channel, QByteArrayView line) { said += line.toByteArray() + '\n'; }, cancel, [this](qint64 pid) { leader = pid; });
        const bool isReady = QTest::qWaitFor([this] { return inner() > 0; }, 20000);
        return isReady ? done : failed<CommandOutput>(Error{Error::Code::Timeout, QString::fromUtf8(said)});
    }
    qint64 inner() const { return said.contains("ready ") ? said.mid(said.indexOf("ready ") + 6).split('\n').first().toLongLong() : 0; }

    const QString root;
    TempWorkspace files;
    Redactor redactor;
    ToolFinder finder;
    ProcessRunner runner;
    QObject context;
    PodPaths paths;
    QString bubblewrap;
    QByteArray said;
    Cancel cancel;
    qint64 leader = 0;
};

#define NEEDS_BUBBLEWRAP(bench) \
    if (const QString objection = bench.objection(); !objection.isEmpty()) \
    QSKIP(qPrintable(objection))
} // namespace

class tst_PodPathProbe : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void asksBubblewrap_data();
    void asksBubblewrap();
    void noBubblewrapIsNoError();
    void canceled();
    void keepsWhatItHas_data();
    void keepsWhatItHas();
    void linesThatStillFail();
    void says();
    void programSeesTheFolders();
    void nothingIsMadeOnTheMachine();
    void evenInTheRootItself();
    void exitCodesArePassedOn_data();
    void exitCodesArePassedOn();
    void stopLetsItEndWell();
    void killOfTheLeaderIsKillOfTheProgram();
    void supervisedAsAnyOther();
};

void tst_PodPathProbe::init()
{
    if (!podPathsArePossible)
        QSKIP("Only Linux can show folders at other paths");
}

void tst_PodPathProbe::asksBubblewrap_data()
{
    QTest::addColumn<QByteArray>("out");
    QTest::addColumn<QByteArray>("err");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("said");
    QTest::newRow("works") << QByteArray("bubblewrap 0.8.0\n") << QByteArray() << 0 << "bubblewrap 0.8.0";
    QTest::newRow("may not") << QByteArray() << QByteArray("x\nbwrap: setting up uid map: Permission denied\n") << 1
                             << "bwrap: setting up uid map: Permission denied";
    QTest::newRow("says nothing") << QByteArray() << QByteArray() << 1 << "";
}

void tst_PodPathProbe::asksBubblewrap()
{
    QFETCH(QByteArray, out);
    QFETCH(QByteArray, err);
    QFETCH(int, exitCode);
    const TempWorkspace files;
    const QString program = files.writeProgram("tools/bwrap", "");
    ToolFinder finder({.ownFolder = files.path("tools")});
    ScriptedRunner runner;
    runner.on(Tool::Bwrap, {}, {.out = out, .err = err, .exitCode = exitCode});
    const auto answer = await(probePodPaths(somePaths(), runner, finder, this));
    QVERIFY(answer);
    QCOMPARE(answer->works, exitCode == 0);
    QTEST(answer->said, "said");
    QVERIFY(answer->isSure && answer->found == program);
    QCOMPARE(answer->shows("/opt/airflow/dags/a.py"), exitCode == 0);
    QCOMPARE(runner.commands().first().args, somePaths().arguments + QStringList({program, "--version"}));
    QCOMPARE(runner.commands().first().limit, std::chrono::seconds(3));
}

void tst_PodPathProbe::noBubblewrapIsNoError()
{
    const TempWorkspace files;
    ScriptedRunner runner;
    ToolFinder none({.ownFolder = files.path("tools")});
    const auto answer = await(probePodPaths(somePaths(), runner, none, this));
    QVERIFY(answer && answer->found.isEmpty() && !answer->works && answer->isSure);
    files.writeProgram("tools/bwrap", "");
    const auto nothing = await(probePodPaths({}, runner, none, this)); // every folder was refused
    QVERIFY(nothing && !nothing->works && !nothing->found.isEmpty());
    QVERIFY(runner.commands().isEmpty());
}

void tst_PodPathProbe::canceled()
{
    const TempWorkspace files;
    files.writeProgram("tools/bwrap", "");
    ToolFinder finder({.ownFolder = files.path("tools")});
    ScriptedRunner runner;
    runner.on(Tool::Bwrap, {}, {.hangs = true});
    Cancel cancel;
    const auto answer = probePodPaths(somePaths(), runner, finder, this, cancel);
    cancel.request();
    const auto result = await(answer);
    QVERIFY(!result && result.error().isCancel());
    // Too slow says nothing about the next time.
    runner.on(Tool::Bwrap, {}, {.error = Error{Error::Code::Timeout, "too slow"}});
    const auto slow = await(probePodPaths(somePaths(), runner, finder, this));
    QVERIFY(slow && !slow->works && !slow->isSure && slow->said == "too slow");
}

void tst_PodPathProbe::keepsWhatItHas_data()
{
    QTest::addColumn<bool>("works");
    QTest::addColumn<bool>("isSure");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("chosen");
    QTest::newRow("first") << true << true << ""
                           << "/b";
    QTest::newRow("another") << true << true << "/a"
                             << "/b";
    QTest::newRow("not any more") << false << true << "/b"
                                  << "";
    QTest::newRow("slow today") << false << false << "/b"
                                << "/b";
    QTest::newRow("slow, another") << false << false << "/a"
                                   << "";
    QTest::newRow("slow, none before") << false << false << ""
                                       << "";
}

void tst_PodPathProbe::keepsWhatItHas()
{
    QFETCH(bool, works);
    QFETCH(bool, isSure);
    QFETCH(QString, before);
    const PodPathAnswer answer{.found = "/b", .works = works, .isSure = isSure};
    QTEST(answer.chosen(before), "chosen");
}

void tst_PodPathProbe::linesThatStillFail()
{
    const LeftOut there{.id = "dag.path", .key = "/opt/airflow/dags/sql"}, image{.id = "dag.path", .key = "/opt/airflow/dbt"},
        pod{.id = "dag.pod-operator", .key = "/opt/airflow/dags/x"};
    const QList<LeftOut> lines{there, image, pod};
    QCOMPARE((PodPathAnswer{.works = true, .paths = somePaths()}).notThere(lines), (QList<LeftOut>{image, pod}));
    QCOMPARE((PodPathAnswer{.works = false, .paths = somePaths()}).notThere(lines), lines);
}

void tst_PodPathProbe::says()
{
    PodPathAnswer answer{.found = "/b", .works = true, .said = "bubblewrap 1", .paths = somePaths()};
    answer.paths.refused = {{{"/ws/x", "./x", "/usr/x", false, {"values.yaml", 3, 1}}, "why", "todo"}};
    QList<Finding> findings = podPathFindings(answer);
    QCOMPARE(findings.size(), 2);
    QVERIFY(findings[0].severity == Severity::Pass && findings[0].why == "bubblewrap 1");
    QVERIFY(findings[1].severity == Severity::Warning && findings[1].what.contains("/usr/x") && findings[1].place.line == 3);
    QCOMPARE(findings[1].why + findings[1].todo, QString("whytodo"));
    answer.works = false;
    findings = podPathFindings(answer);
    QCOMPARE(findings.size(), 1); // none of the folders is the matter
    QVERIFY(findings[0].severity == Severity::Warning && findings[0].why.contains("bubblewrap 1") && !findings[0].todo.isEmpty());
    answer.found.clear();
    QVERIFY(podPathFindings(answer).first().todo.contains("Install"));
    answer.paths.shown.clear();
    QVERIFY(podPathFindings(answer).first().what.contains("/usr/x"));
    QVERIFY(podPathFindings({}).isEmpty());
}

void tst_PodPathProbe::programSeesTheFolders()
{
    Bench bench;
    NEEDS_BUBBLEWRAP(bench);
    const QByteArray script =
        "import errno, os\n"
        "open('relative', 'w').write('written')\n"
        "print(os.getcwd(), sorted(os.listdir('/opt/airflow')), open('/opt/airflow/ro/file').read())\n"
        "for path in ('/opt/airflow/ro/new', '/opt/airflow/new'):\n"
        "    try:\n"
        "        open(path, 'w')\n"
        "    except OSError as error:\n"
        "        print(errno.errorcode[error.errno])\n"
        "print(os.getuid(), os.path.exists('/proc/%d' % os.getppid()), sorted(set(os.listdir('/opt')) - {'airflow'}))\n";
    const auto output = await(bench.runner.run(bench.command(script)));
    QVERIFY2(output && output->succeeded(), output ? output->err.constData() : qPrintable(output.error().report()));
    QStringList others = HostRoot::ofThisMachine().entries("/opt").value_or(QStringList());
    others.removeAll("airflow");
    for (QString &name : others)
        name = u'\'' + name + u'\'';
    // Some machines have one of their own.
    QStringList inside = HostRoot::ofThisMachine().entries("/opt/airflow").value_or(QStringList()) + QStringList{"ro", "x"};
    inside.removeDuplicates();
    inside.sort();
    const QByteArray expected = "/opt/airflow/x ['" + inside.join("', '").toUtf8() + "'] as it was\nEROFS\nEROFS\n"
                                + QByteArray::number(::getuid()) + " True [" + others.join(", ").toUtf8() + "]\n";
    QCOMPARE(output->out, expected);
    QCOMPARE(bench.files.read("x/relative"), QByteArray("written"));
    QCOMPARE(bench.files.files(), (QStringList{"only read/file", "x/relative"}));
}

// The home of a workspace is missing until it is started for the first time, and the machine may have a folder where it will be shown.
void tst_PodPathProbe::nothingIsMadeOnTheMachine()
{
    const TempWorkspace machine;
    machine.makeFolder("airflow");
    Bench bench(machine.path("airflow"));
    bench.paths = PodPaths::of({{machine.path("gone"), "home", bench.root}, {bench.files.path("x"), "./x", bench.root + "/x"}}, {},
                               HostRoot::ofThisMachine());
    NEEDS_BUBBLEWRAP(bench);
    const auto output =
        await(bench.runner.run(bench.command("import os\nopen('file', 'w').write('x')\nprint(os.listdir('..'))\n"
                                             "try:\n    os.mkdir('../new')\nexcept OSError as error:\n    print(error.errno)\n")));
    QVERIFY2(output && output->succeeded(), output ? output->err.constData() : qPrintable(output.error().report()));
    QCOMPARE(output->out, "['x']\n" + QByteArray::number(EROFS) + '\n');
    QCOMPARE(bench.files.read("x/file"), QByteArray("x"));
    QCOMPARE(QDir(machine.path()).entryList(QDir::NoDotAndDotDot | QDir::AllEntries), QStringList{"airflow"});
    QVERIFY(QDir(machine.path("airflow")).isEmpty());
}

void tst_PodPathProbe::evenInTheRootItself()
{
    Bench bench("/windsock-no-such-folder");
    NEEDS_BUBBLEWRAP(bench);
    const auto output =
        await(bench.runner.run(bench.command("import os\nopen('/dev/null', 'w').write('x')\nopen('file', 'w').write('x')\n"
                                             "print(os.path.exists('/proc/self/stat'))\n"
                                             "for name in sorted(os.listdir('/')):\n    print(name)\n"
                                             "try:\n    os.mkdir('/new')\nexcept OSError as error:\n    print(error.errno)\n")));
    QVERIFY2(output && output->succeeded(), output ? output->err.constData() : qPrintable(output.error().report()));
    QStringList names = HostRoot::ofThisMachine().entries("/").value_or(QStringList()) + QStringList{"windsock-no-such-folder"};
    names.sort();
    QCOMPARE(QString::fromUtf8(output->out), "True\n" + names.join('\n') + "\n" + QString::number(EROFS) + "\n");
    QCOMPARE(bench.files.read("x/file"), QByteArray("x"));
}

void tst_PodPathProbe::exitCodesArePassedOn_data()
{
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("0") << QByteArray("raise SystemExit(0)") << 0;
    QTest::newRow("7") << QByteArray("raise SystemExit(7)") << 7;
    QTest::newRow("KILL") << QByteArray("import os\nos.kill(os.getpid(), 9)") << 137;
    // As it was outside: what a task starts must be open to it.
    QTest::newRow("TERM is not blocked") << QByteArray("import os\nos.kill(os.getpid(), 15)") << 143;
    QTest::newRow("TERM of its child") << QByteArray(
        "import subprocess, sys\nchild = subprocess.Popen(['sleep', '60'])\nchild.terminate()\n"
        "sys.exit(-child.wait())") << 15;
}

void tst_PodPathProbe::exitCodesArePassedOn()
{
    QFETCH(QByteArray, end);
    Bench bench;
    NEEDS_BUBBLEWRAP(bench);
    const auto output = await(bench.runner.run(bench.command(end)));
    QVERIFY2(output, output ? "" : qPrintable(output.error().report()));
    QTEST(output->exitCode, "exitCode");
}

void tst_PodPathProbe::stopLetsItEndWell()
{
    Bench bench;
    NEEDS_BUBBLEWRAP(bench);
    const auto done = bench.runUntilReady("def end(number, frame):\n"
                                          "    time.sleep(0.3)\n"
                                          "    open('/opt/airflow/x/ended', 'a').write('well ')\n"
                                          "    raise SystemExit(0)\n"
                                          "signal.signal(signal.SIGTERM, end)");
    QVERIFY2(bench.inner() > 0 && bench.inner() != bench.leader, bench.said.constData());
    bench.cancel.request();
    const auto result = await(done);
    QVERIFY(!result && result.error().isCancel());
    QCOMPARE(bench.files.read("x/ended"), QByteArray("well ")); // once
    QVERIFY(!processLives(bench.inner()) && !processLives(bench.leader));
}

void tst_PodPathProbe::killOfTheLeaderIsKillOfTheProgram()
{
    Bench bench;
    NEEDS_BUBBLEWRAP(bench);
    const auto done = bench.runUntilReady("signal.signal(signal.SIGTERM, signal.SIG_IGN)");
    QVERIFY2(processLives(bench.inner()) && processLives(bench.leader), bench.said.constData());
    ::kill(pid_t(bench.leader), SIGKILL);
    const auto result = await(done);
    QVERIFY(!result && result.error().code == Error::Code::ToolFailed);
    QTRY_VERIFY(!processLives(bench.inner()));
}

// A scheduler with a task in a session of its own: the ties that a supervisor goes by hold over the wall.
void tst_PodPathProbe::supervisedAsAnyOther()
{
    Bench bench;
    NEEDS_BUBBLEWRAP(bench);
    Component part = bench.component("import os, subprocess, time\n"
                                     "task = subprocess.Popen(['sleep', '60'], start_new_session=True)\n"
                                     "print('ready', os.getpid(), task.pid, flush=True)\ntime.sleep(60)\n");
    part.keepsHelpers = true;
    SystemClock clock;
    ChildRecords records(bench.files.path("children.json"));
    SupervisedComponent component(part, {bench.runner, bench.redactor, clock, records, "key"});
    const auto said = [&bench](int line) { return bench.files.read("log").split('\n').value(line).split(' '); };
    QVERIFY(await(component.start()));
    const qint64 leader = component.status().pid;
    QTRY_COMPARE(said(0).size(), 3);
    const qint64 program = said(0)[1].toLongLong(), task = said(0)[2].toLongLong();
    QVERIFY(program != leader && processLives(program) && processLives(task));
    QCOMPARE(belonging({{}, componentMark("key")}, processesOfThisUser()).size(), 3);
    ::kill(pid_t(leader), SIGKILL);
    QTRY_VERIFY(component.status().state == ComponentState::Running && component.status().pid != leader);
    QVERIFY(!processLives(program) && processLives(task));
    QTRY_COMPARE(said(1).size(), 3);
    QVERIFY(await(component.stop()));
    QVERIFY(belonging({{}, componentMark("key")}, processesOfThisUser()).isEmpty());
    QVERIFY(!processLives(task) && records.all().isEmpty());
}

QTEST_GUILESS_MAIN(tst_PodPathProbe)
#include "tst_PodPathProbe.moc"
