// SPDX-License-Identifier: Apache-2.0
// The conversation with a server's socket, byte by byte, and what its last words mean. No server needed.
#include "core/postgres/PostgresCommand.h"
#include "core/postgres/PostgresReady.h"

#include "tests/support/Await.h"
#include "tests/support/FakeClock.h"
#include "tests/support/TempWorkspace.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QTest>

using namespace windsock;

namespace {
QByteArray message(char kind, const QByteArray &body)
{
    QByteArray bytes(1, kind);
    const auto length = quint32(body.size() + 4);
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += char(length >> shift);
    return bytes + body;
}

QByteArray refusal(const QByteArray &state, const QByteArray &words)
{
    return message('E', "SFATAL" + QByteArray(1, '\0') + "C" + state + '\0' + "M" + words + '\0' + '\0');
}

const QByteArray letIn = message('R', QByteArray(4, '\0'));
const QByteArray welcome = letIn
                           + message('S', QByteArray("server_version\0"
                                                     "18.6\0",
                                                     20))
                           + message('K', QByteArray(8, '\1')) + message('Z', "I");
} // namespace

class tst_PostgresAnswer : public QObject
{
    Q_OBJECT
private slots:
    void judges_data();
    void judges();
    void needsNoCertainPieces();
    void survivesAnything();
    void spellsTheStart();
    void asks();
    void waits();
    void waitEnds();
    void explains_data();
    void explains();
    void runsOnItsSocketOnly();
};

void tst_PostgresAnswer::judges_data()
{
    QTest::addColumn<QByteArray>("received");
    QTest::addColumn<QString>("answer"); // "more", a PostgresAnswer, or the code of an error
    QTest::newRow("nothing") << QByteArray() << "more";
    QTest::newRow("let in") << letIn << "more";
    QTest::newRow("ready") << welcome << "ready";
    QTest::newRow("notice first") << message('N', "SNOTICE") + welcome << "ready";
    QTest::newRow("other minor protocol") << message('v', QByteArray(8, '\0')) + welcome << "ready";
    QTest::newRow("starting") << refusal("57P03", "the database system is starting up") << "starting";
    QTest::newRow("stopping") << refusal("57P03", "the database system is shutting down") << "starting";
    QTest::newRow("no database") << letIn + refusal("3D000", "database \"airflow\" does not exist") << "tool-failed";
    QTest::newRow("full") << refusal("53300", "sorry, too many clients already") << "tool-failed";
    QTest::newRow("rejected") << refusal("28000", "pg_hba.conf rejects connection") << "auth";
    QTest::newRow("password") << message('R', QByteArray("\0\0\0\5salt", 8)) << "auth";
    QTest::newRow("other program") << QByteArray("HTTP/1.1 400 Bad Request\r\n") << "tool-failed";
    QTest::newRow("huge") << QByteArray("Z\x7f\xff\xff\xff", 5) << "tool-failed";
    QTest::newRow("too short") << QByteArray("Z\0\0\0\3", 5) << "tool-failed";
    QTest::newRow("unknown kind") << message('q', "") << "tool-failed";
    QTest::newRow("error without end") << message('E', "SFATAL") << "tool-failed";
}

static QString nameOf(const std::optional<Result<PostgresAnswer>> &answer)
{
    if (!answer)
        return "more";
    if (!*answer)
        return codeName(answer->error().code);
    return QString::fromLatin1(**answer == PostgresAnswer::Ready ? "ready" : **answer == PostgresAnswer::Starting ? "starting" : "absent");
}

void tst_PostgresAnswer::judges()
{
    QFETCH(QByteArray, received);
    const auto answer = judgeAnswer(received);
    QTEST(nameOf(answer), "answer");
    if (answer && !*answer)
        QVERIFY(!answer->error().what.isEmpty());
}

void tst_PostgresAnswer::needsNoCertainPieces()
{
    for (qsizetype length = 0; length < welcome.size(); ++length)
        QCOMPARE(nameOf(judgeAnswer(welcome.first(length))), "more");
    const QByteArray no = refusal("57P03", "x");
    for (qsizetype length = 0; length < no.size(); ++length)
        QCOMPARE(nameOf(judgeAnswer(no.first(length))), "more");
    QCOMPARE(judgeAnswer(refusal("42501", "not you"))->error().why, "not you");
}

void tst_PostgresAnswer::survivesAnything()
{
    const QByteArray whole = letIn + refusal("3D000", "x") + welcome;
    for (qsizetype at = 0; at < whole.size(); ++at) {
        for (const char byte : {'\0', '\xff', 'E', 'R'}) {
            QByteArray bent = whole;
            bent[at] = byte;
            (void)judgeAnswer(bent);
            (void)judgeAnswer(bent.mid(at));
        }
    }
}

void tst_PostgresAnswer::spellsTheStart()
{
    const QByteArray expected("\0\0\0\x36\0\3\0\0user\0a\0database\0bc\0application_name\0windsock\0\0", 54);
    const QByteArray message = startupMessage("a", "bc");
    QCOMPARE(message.size(), qsizetype(message[3]));
    QCOMPARE(message, expected);
}

namespace {
struct FakeServer
{
    TempWorkspace folder; // its name has letters beyond ASCII
    QTemporaryDir sockets{QStringLiteral("/tmp/wspgXXXXXX")};
    PostgresPlaces places{{}, folder.path(), sockets.path()};
    QLocalServer server;
    QByteArray reply;
    QList<QByteArray> received;

    void listen()
    {
        QObject::connect(&server, &QLocalServer::newConnection, &server, [this] { accept(server.nextPendingConnection()); });
        server.listen(places.socket());
    }
    void accept(QLocalSocket *client)
    {
        const qsizetype at = received.size();
        received += QByteArray();
        QObject::connect(client, &QLocalSocket::readyRead, client, [this, client, at] {
            const bool isFirst = received[at].isEmpty();
            received[at] += client->readAll();
            if (isFirst && reply == "bye")
                client->disconnectFromServer();
            else if (isFirst)
                client->write(reply);
        });
    }
};
} // namespace

void tst_PostgresAnswer::asks()
{
    FakeServer fake;
    SystemClock clock;
    QObject context;
    const auto ask = [&] { return await(askPostgres(fake.places, clock, &context)); };
    QCOMPARE(*ask(), PostgresAnswer::Absent); // no socket
    fake.folder.write("x", "");
    QVERIFY(QFile::copy(fake.folder.path("x"), fake.places.socket()));
    QCOMPARE(*ask(), PostgresAnswer::Absent); // a file that nobody listens at, as a killed server leaves
    QFile::remove(fake.places.socket());
    fake.reply = welcome;
    fake.listen();
    QCOMPARE(*ask(), PostgresAnswer::Ready);
    QTRY_COMPARE(fake.received.last(), startupMessage("airflow", "airflow") + QByteArray("X\0\0\0\4", 5));
    fake.reply = refusal("57P03", "the database system is starting up");
    QCOMPARE(*ask(), PostgresAnswer::Starting);
    fake.reply = "bye";
    QCOMPARE(*ask(), PostgresAnswer::Starting);
    fake.reply = refusal("3D000", "no such database");
    QCOMPARE(ask().error().why, "no such database");
    FakeClock slow;
    fake.reply.clear();
    const auto silent = askPostgres(fake.places, slow, &context);
    QTRY_COMPARE(fake.received.size(), 5);
    slow.advance(std::chrono::seconds(3));
    QCOMPARE(await(silent).error().code, Error::Code::Timeout);
}

void tst_PostgresAnswer::waits()
{
    FakeServer fake;
    FakeClock clock; // stands still: what moves things on is the folder
    QObject context;
    const auto waiting = waitForPostgres(fake.places, clock, &context, std::chrono::seconds(10));
    drainEvents();
    QVERIFY(!waiting.isFinished());
    fake.reply = refusal("57P03", "the database system is starting up");
    fake.listen();
    QTRY_VERIFY(fake.received.size() >= 1);
    QTRY_VERIFY(clock.waiting(std::chrono::milliseconds(100)) > 0); // it will ask again
    fake.reply = welcome;
    const auto isThere = [&] {
        clock.advance(std::chrono::milliseconds(50));
        return waiting.isFinished();
    };
    QTRY_VERIFY(isThere());
    QVERIFY(await(waiting));
}

void tst_PostgresAnswer::waitEnds()
{
    FakeServer fake;
    FakeClock clock;
    QObject context;
    const Cancel cancel;
    const auto canceled = waitForPostgres(fake.places, clock, &context, std::chrono::seconds(10), cancel);
    cancel.request();
    QVERIFY(await(canceled).error().isCancel());
    QVERIFY(await(waitForPostgres(fake.places, clock, &context, std::chrono::seconds(10), cancel)).error().isCancel());
    const auto tooLate = waitForPostgres(fake.places, clock, &context, std::chrono::seconds(10));
    drainEvents();
    clock.advance(std::chrono::seconds(11));
    const auto error = await(tooLate).error();
    QCOMPARE(error.code, Error::Code::Timeout);
    QVERIFY(error.why.contains(fake.places.socket()));
    fake.reply = refusal("28000", "not you");
    fake.listen();
    QCOMPARE(await(waitForPostgres(fake.places, clock, &context, std::chrono::seconds(10))).error().code, Error::Code::Auth);
    auto gone = std::make_unique<QObject>();
    const auto dropped = waitForPostgres(fake.places, clock, gone.get(), std::chrono::seconds(10));
    gone.reset();
    QCOMPARE(await(dropped).error().code, Error::Code::Bug); // nobody waits for ever
}

void tst_PostgresAnswer::explains_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QString>("rule");
    const auto row = [](const char *name, const char *lines, const char *rule) {
        QTest::newRow(name) << QByteArray(lines) << QString::fromLatin1(rule);
    };
    row("disk", "PANIC:  could not write to file \"pg_wal/xlogtemp.42\": No space left on device", "postgres.disk-full");
    row("quota", "initdb: error: could not create directory \"/d/base\": Disk quota exceeded", "postgres.disk-full");
    row("library", "/x/initdb: error while loading shared libraries: libpq.so.5: cannot open shared object file", "postgres.library");
    row("glibc", "/x/postgres: /lib/libm.so.6: version `GLIBC_2.38' not found (required by /x/postgres)", "postgres.library");
    row("mac library", "dyld[1]: Library not loaded: @rpath/libpq.5.dylib", "postgres.library");
    row("root", "initdb: error: cannot be run as root", "postgres.root");
    row("server root", "\"root\" execution of the PostgreSQL server is not permitted.", "postgres.root");
    row("setpriv", "setpriv: setresuid failed: Operation not permitted", "postgres.root");
    row("version",
        "FATAL:  database files are incompatible with server\nDETAIL:  The data directory was initialized by PostgreSQL version 15, "
        "which is not compatible with this version 18.6.",
        "postgres.version");
    row("locked",
        "FATAL:  lock file \"postmaster.pid\" already exists\nHINT:  Is another postmaster (PID 4711) running in data directory "
        "\"/d\"?",
        "postgres.locked");
    row("shared memory", "FATAL:  pre-existing shared memory block (key 6849, ID 3) is still in use", "postgres.locked");
    row("path", "FATAL:  Unix-domain socket path \"/x/.s.PGSQL.5432\" is too long (maximum 107 bytes)", "postgres.socket.path");
    row("memory", "FATAL:  could not map anonymous shared memory: Cannot allocate memory", "postgres.memory");
    row("dev/shm", "ERROR:  could not resize shared memory segment \"/PostgreSQL.1\" to 1048576 bytes: No such file", "postgres.memory");
    row("damaged", "PANIC:  could not locate a valid checkpoint record", "postgres.damaged");
    row("garbled", "postgres: could not find the database system\nFATAL:  \"/d\" is not a valid data directory", "postgres.damaged");
    row("owner", "FATAL:  data directory \"/d\" has wrong ownership", "postgres.folder");
    row("mode", "FATAL:  data directory \"/d\" has invalid permissions", "postgres.folder");
    row("denied", "initdb: error: could not access directory \"/d\": Permission denied", "postgres.folder");
    row("read-only", "FATAL:  could not create lock file \"postmaster.pid\": Read-only file system", "postgres.folder");
    row("unknown", "FATAL:  the moon is full", "");
    row("nothing", "", "");
}

void tst_PostgresAnswer::explains()
{
    QFETCH(QByteArray, lines);
    const Error error = postgresFailure(lines.split('\n'));
    QTEST(error.rule, "rule");
    QCOMPARE(error.code, Error::Code::ToolFailed);
    QVERIFY(!error.what.isEmpty() && !error.todo.isEmpty());
    QCOMPARE(error.evidence, QString::fromUtf8(lines));
    QCOMPARE(error.remedies.isEmpty(), error.rule != "postgres.version" && error.rule != "postgres.damaged");
}

void tst_PostgresAnswer::runsOnItsSocketOnly()
{
    const PostgresSetup setup{{{"me", 1000, 1000}, "/state/postgres", "/tmp/a \"b\", c/pg-1"}, {"/usr/lib/postgresql/15/bin", {15, 18}}};
    const Command command = postgresCommand(setup);
    QCOMPARE(command.program, "/usr/lib/postgresql/15/bin/postgres");
    QCOMPARE(command.args.first(2), (QStringList{"-D", "/state/postgres/data"}));
    QVERIFY(command.args.contains("listen_addresses="));
    QCOMPARE(command.args.last(), "unix_socket_directories=\"/tmp/a \"\"b\"\", c/pg-1\"");
    QCOMPARE(command.limit.count(), 0);
    QVERIFY(!command.keepsOutput && !command.inheritsEnvironment);
    QCOMPARE(command.stopSignal, StopSignal::Interrupt);
    QCOMPARE(command.environment.value("LC_ALL"), "C");
    for (const Command &made : postgresInitCommands(setup)) {
        QVERIFY(!made.inheritsEnvironment && made.args.contains("/state/postgres/data"));
        QVERIFY(!made.shown().contains("--auth=trust"));
    }
    PostgresSetup other = setup;
    other.places.user = {"postgres", 101, 104, "/usr/bin/setpriv"};
    QCOMPARE(postgresCommand(other).program, "/usr/bin/setpriv");
    QVERIFY(postgresCommand(other).args.contains("/usr/lib/postgresql/15/bin/postgres"));
}

QTEST_GUILESS_MAIN(tst_PostgresAnswer)
#include "tst_PostgresAnswer.moc"
