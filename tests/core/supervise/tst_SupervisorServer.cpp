// SPDX-License-Identifier: Apache-2.0
// Supervisor, socket, clients and watches in one program: what is answered, what is refused, and that no client hurts anybody.
#include "core/supervise/SupervisorServer.h"

#include "core/supervise/FolderLock.h"
#include "core/supervise/SocketPlace.h"
#include "core/supervise/Supervisor.h"
#include "core/supervise/SupervisorClient.h"
#include "core/supervise/SupervisorWatch.h"
#include "tests/core/supervise/SuperviseBench.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace windsock;
using namespace std::chrono_literals;

namespace {
// A client that says what it likes and keeps what it is told.
class RawClient : public QObject
{
public:
    explicit RawClient(const QString &path)
    {
        connect(&socket, &QLocalSocket::readyRead, this, [this] { said += socket.readAll(); });
        socket.connectToServer(path);
    }
    void say(const QByteArray &bytes) { socket.write(bytes), socket.flush(); }
    bool isThere() const { return socket.state() == QLocalSocket::ConnectedState; }
    QLocalSocket socket;
    QByteArray said;
};
} // namespace

class TestSupervisorServer : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void placeAndRights();
    void clientAsks();
    void clientErrors();
    void nobodyThere();
    void silentOne();
    void comesWhileAsked();
    void clientGoes();
    void hostileLines();
    void lineWithoutEnd();
    void manyLinesAtOnce();
    void tooManyClients();
    void followerWhoDoesNotRead();
    void clientGoesBeforeItsAnswer();
    void otherVersion();
    void watchFollows();
    void watchSeesGoAndCome();
    void watchBeforeTheFolder();
    void socketIsMadeAnew();
    void staleSocket();
    void shutDownByAClient();

private:
    void open();
    std::unique_ptr<SuperviseBench> m;
    std::unique_ptr<Supervisor> m_supervisor;
    std::unique_ptr<SupervisorServer> m_server;
    std::unique_ptr<SupervisorClient> m_client;
};

void TestSupervisorServer::init()
{
    m = std::make_unique<SuperviseBench>("on faketool web\nout ready\nhang\non faketool scheduler\nout ready\nhang\n");
    QVERIFY(m->save({m->component("web"), m->component("scheduler")}));
    m_client = std::make_unique<SupervisorClient>(m->folder, m->clock);
    open();
}

void TestSupervisorServer::open()
{
    m_supervisor = std::make_unique<Supervisor>(m->folder, m->tools.runner(), m->tools.redactor(), m->clock);
    m_server = std::make_unique<SupervisorServer>(*m_supervisor, m->folder);
    QVERIFY(m_supervisor->open());
    const auto listening = m_server->listen();
    QVERIFY2(listening, listening ? "" : qPrintable(listening.error().report()));
}

void TestSupervisorServer::cleanup()
{
    m_server.reset();
    m_supervisor.reset();
    m_client.reset();
    m.reset();
    QTRY_VERIFY(noChildrenLeft());
}

void TestSupervisorServer::placeAndRights()
{
    const QString path = m_server->socketPath();
    QCOMPARE(path, m->runtime.path() + "/windsock/" + m->folder.key());
    QVERIFY(isOurSocket(path));
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QVERIFY(!(QFileInfo(path).permissions() & others));
    QVERIFY(!(QFileInfo(QFileInfo(path).path()).permissions() & others));
    QVERIFY(!(QFileInfo(m->folder.address()).permissions() & others));
    m_server.reset();
    QVERIFY(!QFile::exists(path) && !QFile::exists(m->folder.address()));
}

void TestSupervisorServer::clientAsks()
{
    const auto before = await(m_client->status());
    QVERIFY2(before, before ? "" : qPrintable(before.error().report()));
    QCOMPARE(before->pid, QCoreApplication::applicationPid());
    QCOMPARE(before->version, QString(WINDSOCK_VERSION));
    QCOMPARE(stateOf(*before, "web"), ComponentState::Stopped);
    const auto started = await(m_client->start({"web"}));
    QVERIFY(started);
    QCOMPARE(stateOf(*started, "web"), ComponentState::Running);
    QCOMPARE(stateOf(*started, "scheduler"), ComponentState::Stopped);
    QVERIFY(*await(m_client->status()) == m_supervisor->status());
    const auto restarted = await(m_client->restart());
    QVERIFY(restarted && restarted->find("web")->pid != started->find("web")->pid);
    QCOMPARE(stateOf(*restarted, "scheduler"), ComponentState::Running);
    QCOMPARE(stateOf(*await(m_client->stop()), "web"), ComponentState::Stopped);
}

void TestSupervisorServer::clientErrors()
{
    const auto unknown = await(m_client->start({"redis"}));
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, Error::Code::NotFound);
    QCOMPARE(unknown.error().rule, QString("supervise.unknown"));
    QVERIFY(!unknown.error().todo.isEmpty());
}

void TestSupervisorServer::nobodyThere()
{
    m_server.reset();
    m_supervisor.reset();
    const auto nobody = await(m_client->status());
    QVERIFY(!nobody);
    QCOMPARE(nobody.error().code, Error::Code::NotFound);
    QCOMPARE(nobody.error().rule, QString("supervise.none"));
    QVERIFY(await(m_client->shutDown())); // nothing to do
    SupervisorClient nowhere({QDir("/no/such/folder")}, m->clock);
    QCOMPARE(await(nowhere.status()).error().code, Error::Code::NotFound);
}

void TestSupervisorServer::silentOne()
{
    // The lock is held, and nobody listens or answers.
    m_server.reset();
    const auto early = await(m_client->status(200ms));
    QCOMPARE(early.error().code, Error::Code::Timeout);
    QLocalServer deaf;
    QVERIFY(deaf.listen(m->runtime.path() + "/deaf"));
    QFile address(m->folder.address());
    QVERIFY(address.open(QIODevice::WriteOnly));
    address.write("{\"socket\": \"" + QFile::encodeName(deaf.fullServerName()) + "\"}");
    address.close();
    QCOMPARE(await(m_client->status(200ms)).error().code, Error::Code::Timeout);
}

void TestSupervisorServer::comesWhileAsked()
{
    m_server.reset();
    const auto asked = m_client->status(20s);
    drainEvents();
    QVERIFY(!asked.isFinished());
    m_server = std::make_unique<SupervisorServer>(*m_supervisor, m->folder);
    QVERIFY(m_server->listen());
    QVERIFY(await(asked));
}

void TestSupervisorServer::clientGoes()
{
    const auto asked = m_client->status();
    m_client.reset();
    QVERIFY(await(asked).error().isCancel());
    drainEvents();
}

void TestSupervisorServer::hostileLines()
{
    RawClient client(m_server->socketPath());
    const QByteArray lines[] = {"GET / HTTP/1.1",
                                "{",
                                "[]",
                                "5",
                                R"({"version":1,"id":9,"verb":"exec","components":["rm"]})",
                                R"({"version":1,"id":9,"verb":"start","components":["../../web"]})",
                                QByteArray(60000, '['),
                                QByteArray("\0\1\2\xff", 4)};
    for (const QByteArray &line : lines)
        client.say(line + '\n');
    QTRY_COMPARE(client.said.count('\n'), qsizetype(std::size(lines)));
    for (const QByteArray &answer : client.said.trimmed().split('\n')) {
        const auto reply = parseReply(answer);
        QVERIFY(reply && !reply->status);
        QVERIFY(!reply->status.error().what.isEmpty());
    }
    client.say("\n\n" + renderRequest({SupervisorVerb::Status, {}, 10}));
    QTRY_COMPARE(client.said.count('\n'), qsizetype(std::size(lines)) + 1); // it may still behave
    QVERIFY(await(m_client->status()));
}

void TestSupervisorServer::lineWithoutEnd()
{
    RawClient client(m_server->socketPath());
    for (int at = 0; at < 200; ++at)
        client.say(QByteArray(10000, 'x'));
    QTRY_VERIFY(!client.isThere());
    QVERIFY(client.said.contains("too long"));
    QVERIFY(await(m_client->status()));
}

void TestSupervisorServer::manyLinesAtOnce()
{
    RawClient client(m_server->socketPath());
    QByteArray all;
    for (int at = 1; at <= 500; ++at)
        all += renderRequest({SupervisorVerb::Status, {}, at});
    client.say(all.first(all.size() - 10));
    client.say(all.last(10));
    QTRY_COMPARE(client.said.count('\n'), 500);
    QCOMPARE(parseReply(client.said.trimmed().split('\n').last())->id, std::optional<qint64>(500));
}

void TestSupervisorServer::tooManyClients()
{
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int at = 0; at < SupervisorServer::mostClients + 10; ++at) {
        clients.push_back(std::make_unique<RawClient>(m_server->socketPath()));
        drainEvents();
    }
    const auto there = [&clients] {
        return std::count_if(clients.begin(), clients.end(), [](const auto &client) { return client->isThere(); });
    };
    QTRY_COMPARE(there(), SupervisorServer::mostClients);
    clients.clear();
    drainEvents();
    QVERIFY(await(m_client->status()));
}

void TestSupervisorServer::followerWhoDoesNotRead()
{
    QLocalSocket socket;
    socket.setReadBufferSize(1);
    socket.connectToServer(m_server->socketPath());
    socket.write(renderRequest({SupervisorVerb::Subscribe}));
    QVERIFY(socket.flush());
    QByteArray asks;
    for (int at = 0; at < 100; ++at)
        asks += renderRequest({SupervisorVerb::Status, {}, at});
    // Answers of ten times what a client may leave unread: it is let go instead.
    for (int round = 0; round < 1000 && socket.state() == QLocalSocket::ConnectedState; ++round) {
        socket.write(asks);
        drainEvents();
    }
    QTRY_VERIFY(socket.state() != QLocalSocket::ConnectedState);
    QVERIFY(await(m_client->status()));
}

void TestSupervisorServer::clientGoesBeforeItsAnswer()
{
    {
        RawClient client(m_server->socketPath());
        client.say(renderRequest({SupervisorVerb::Start, {"web"}, 1}));
        QTRY_VERIFY(stateOf(m_supervisor->status(), "web") != ComponentState::Stopped);
    }
    QTRY_COMPARE(stateOf(m_supervisor->status(), "web"), ComponentState::Running); // as it was asked
    QVERIFY(await(m_client->status()));
}

void TestSupervisorServer::otherVersion()
{
    RawClient client(m_server->socketPath());
    client.say(R"({"version":99,"id":1,"verb":"start"})"
               "\n");
    QTRY_VERIFY(client.said.contains("supervise.version"));
    client.say(R"({"version":99,"id":2,"verb":"shutdown"})"
               "\n");
    QTRY_VERIFY(client.said.contains("\"id\":2"));
    QTRY_VERIFY(!FolderLock::isHeld(m->folder.lock()));
}

void TestSupervisorServer::watchFollows()
{
    SupervisorWatch watch(m->folder);
    QSignalSpy changed(&watch, &SupervisorWatch::changed), gone(&watch, &SupervisorWatch::gone);
    watch.start();
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(*watch.status() == m_supervisor->status());
    QVERIFY(await(m_client->start({"web"})));
    QTRY_COMPARE(stateOf(*watch.status(), "web"), ComponentState::Running);
    const qint64 pid = watch.status()->find("web")->pid;
    ::kill(pid_t(pid), SIGKILL);
    QTRY_COMPARE(stateOf(*watch.status(), "web"), ComponentState::Restarting);
    QTRY_VERIFY(watch.status()->find("web")->pid > 0 && watch.status()->find("web")->pid != pid);
    QCOMPARE(gone.size(), 0);
}

void TestSupervisorServer::watchSeesGoAndCome()
{
    SupervisorWatch watch(m->folder);
    QSignalSpy changed(&watch, &SupervisorWatch::changed), gone(&watch, &SupervisorWatch::gone);
    watch.start();
    QTRY_COMPARE(changed.size(), 1);
    for (int round = 1; round <= 3; ++round) {
        m_server.reset();
        m_supervisor.reset();
        QTRY_COMPARE(gone.size(), round);
        QVERIFY(!watch.status());
        const auto before = changed.size();
        open();
        QTRY_COMPARE(changed.size(), before + 1);
        QVERIFY(watch.status());
    }
}

void TestSupervisorServer::watchBeforeTheFolder()
{
    const SupervisorFolder later{QDir(m->tools.folder().path("workspaces/later/state"))};
    SupervisorWatch watch(later);
    QSignalSpy changed(&watch, &SupervisorWatch::changed), gone(&watch, &SupervisorWatch::gone);
    watch.start();
    QTRY_COMPARE(gone.size(), 1);
    QVERIFY(!later.folder.exists()); // looking makes nothing
    QVERIFY(QDir().mkpath(later.folder.path()));
    Supervisor supervisor(later, m->tools.runner(), m->tools.redactor(), m->clock);
    SupervisorServer server(supervisor, later);
    QVERIFY(supervisor.open() && server.listen());
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(gone.size(), 1);
}

void TestSupervisorServer::socketIsMadeAnew()
{
    // Those who tidy temporary folders do this.
    QVERIFY(QFile::remove(m_server->socketPath()));
    QTRY_VERIFY(isOurSocket(m_server->socketPath()));
    QVERIFY(await(m_client->status()));
    QVERIFY(QDir(m->runtime.path() + "/windsock").removeRecursively());
    QTRY_VERIFY(isOurSocket(m_server->socketPath()));
    QVERIFY(await(m_client->status()));
}

void TestSupervisorServer::staleSocket()
{
    // As kill -9 leaves it: a socket file that nobody listens on, and an address.
    const QString path = m_server->socketPath();
    m_server.reset();
    m_supervisor.reset();
    const QString elsewhere = m->runtime.path() + "/s";
    {
        QLocalServer killed;
        QVERIFY(killed.listen(elsewhere));
        QVERIFY(QFile::rename(elsewhere, path)); // so that closing it does not remove it
    }
    QVERIFY(isOurSocket(path));
    QFile address(m->folder.address());
    QVERIFY(address.open(QIODevice::WriteOnly));
    address.write("{\"socket\": \"" + QFile::encodeName(path) + "\"}");
    address.close();
    QCOMPARE(await(m_client->status()).error().code, Error::Code::NotFound);
    // A new supervisor that has the lock and does not listen yet is waited for; its socket replaces the old one.
    m_supervisor = std::make_unique<Supervisor>(m->folder, m->tools.runner(), m->tools.redactor(), m->clock);
    QVERIFY(m_supervisor->open());
    const auto asked = m_client->status(20s);
    drainEvents();
    QVERIFY(!asked.isFinished());
    m_server = std::make_unique<SupervisorServer>(*m_supervisor, m->folder);
    QVERIFY(m_server->listen());
    QVERIFY(await(asked));
}

void TestSupervisorServer::shutDownByAClient()
{
    QVERIFY(await(m_client->start()));
    QSignalSpy finished(m_server.get(), &SupervisorServer::finished);
    const auto stopped = m_client->stop();
    QTRY_VERIFY(stateOf(m_supervisor->status(), "web") != ComponentState::Running);
    const auto over = await(m_client->shutDown());
    QVERIFY2(over, over ? "" : qPrintable(over.error().report()));
    QVERIFY(!FolderLock::isHeld(m->folder.lock())); // free for another one by now
    QVERIFY(await(stopped));                        // whoever else had asked got an answer too
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!QFile::exists(m_server->socketPath()));
    QCOMPARE(await(m_client->status()).error().code, Error::Code::NotFound);
}

QTEST_GUILESS_MAIN(TestSupervisorServer)
#include "tst_SupervisorServer.moc"
