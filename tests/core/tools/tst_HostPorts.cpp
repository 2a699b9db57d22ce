// SPDX-License-Identifier: Apache-2.0
// Ports of this machine, with real sockets; their holders, from the real /proc and from made-up ones.
#include "core/tools/HostPorts.h"

#include "tests/support/Await.h"
#include "tests/support/ScriptedRunner.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <arpa/inet.h>
#include <cstring>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace windsock;

namespace {
// A listening socket on loopback or on every address, closed with its scope.
class Listener
{
public:
    explicit Listener(in_addr_t address = INADDR_LOOPBACK) : m_handle(::socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in where;
        std::memset(&where, 0, sizeof where);
        where.sin_family = AF_INET;
        where.sin_addr.s_addr = htonl(address);
        socklen_t size = sizeof where;
        const bool listens = ::bind(m_handle, reinterpret_cast<sockaddr *>(&where), size) == 0 && ::listen(m_handle, 1) == 0;
        if (listens && ::getsockname(m_handle, reinterpret_cast<sockaddr *>(&where), &size) == 0)
            m_port = ntohs(where.sin_port);
    }
    ~Listener() { ::close(m_handle); }
    Listener(const Listener &) = delete;
    int port() const { return m_port; }

private:
    int m_handle;
    int m_port = 0;
};

void write(const QString &path, const QByteArray &bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

const QByteArray head = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n";
QByteArray row(const QByteArray &address, const QByteArray &state = "0A")
{
    return "   0: " + address + " 00000000:0000 " + state
           + " 00000000:00000000 00:00000000 00000000  1000        0 77777 1 "
             "0000000000000000 100 0 0 10 0\n";
}
} // namespace

class HostPortsTest : public QObject
{
    Q_OBJECT
private slots:
    void tellsFreeFromTaken();
    void refusesNoPorts();
    void findsOurselves();
    void readsTables_data();
    void readsTables();
    void namesForeignHolder();
    void readsLsof();
    void asksLsof_data();
    void asksLsof();
    void asksInThisSystemsWay();
    void namesContainer();
    void findsNext();
};

void HostPortsTest::tellsFreeFromTaken()
{
    int port = 0;
    {
        Listener loopback;
        port = loopback.port();
        QVERIFY(port > 0);
        QCOMPARE(portState(port), PortState::Taken);
        Listener everywhere(INADDR_ANY);
        QCOMPARE(portState(everywhere.port()), PortState::Taken);
    }
    QCOMPARE(portState(port), PortState::Free);
}

void HostPortsTest::refusesNoPorts()
{
    for (int port : {0, -1, 65536, 70000})
        QCOMPARE(portState(port), PortState::Forbidden);
}

void HostPortsTest::findsOurselves()
{
#ifndef Q_OS_LINUX
    QSKIP("there is no /proc here");
#endif
    Listener listener;
    const std::optional<PortHolder> holder = findPortHolder(listener.port());
    QVERIFY(holder.has_value());
    QCOMPARE(holder->pid, QCoreApplication::applicationPid());
    QVERIFY(!holder->name.isEmpty() && !holder->commandLine.isEmpty());
    QVERIFY(!holder->ipv6Only);
    QVERIFY(holder->text().contains(QString::number(holder->pid)));
}

void HostPortsTest::readsTables_data()
{
    QTest::addColumn<QByteArray>("tcp");
    QTest::addColumn<QByteArray>("tcp6");
    QTest::addColumn<bool>("found");
    QTest::addColumn<bool>("ipv6Only");
    QTest::newRow("loopback") << row("0100007F:1F90") << QByteArray() << true << false;
    QTest::newRow("127.0.1.1") << row("0101007F:1F90") << QByteArray() << true << false;
    QTest::newRow("everywhere") << row("00000000:1F90") << QByteArray() << true << false;
    QTest::newRow("every address of 6") << QByteArray() << row("00000000000000000000000000000000:1F90") << true << false;
    QTest::newRow("only ::1") << QByteArray() << row("00000000000000000000000001000000:1F90") << true << true;
    QTest::newRow("::1 and 127.0.0.1") << row("0100007F:1F90") << row("00000000000000000000000001000000:1F90") << true << false;
    QTest::newRow("another address") << row("0501A8C0:1F90") << QByteArray() << false << false;
    QTest::newRow("another port") << row("0100007F:1F91") << QByteArray() << false << false;
    QTest::newRow("a connection") << row("0100007F:1F90", "01") << QByteArray() << false << false;
    QTest::newRow("nonsense") << QByteArray("a b c\n:::\n") << QByteArray("\xff\n") << false << false;
}

void HostPortsTest::readsTables()
{
    QFETCH(QByteArray, tcp);
    QFETCH(QByteArray, tcp6);
    QFETCH(bool, found);
    QFETCH(bool, ipv6Only);
    QTemporaryDir proc;
    write(proc.filePath("net/tcp"), head + tcp);
    write(proc.filePath("net/tcp6"), head + tcp6);
    const std::optional<PortHolder> holder = findPortHolder(8080, proc.path());
    QCOMPARE(holder.has_value(), found);
    QCOMPARE(holder && holder->ipv6Only, ipv6Only);
}

void HostPortsTest::namesForeignHolder()
{
    QTemporaryDir proc;
    write(proc.filePath("net/tcp"), head + row("0100007F:1F90"));
    const std::optional<PortHolder> hidden = findPortHolder(8080, proc.path());
    QVERIFY(hidden && hidden->pid == 0);
    QVERIFY(hidden->text().startsWith("another user's program ("));
    write(proc.filePath("4242/comm"), "gunicorn\n");
    write(proc.filePath("4242/cmdline"), QByteArray("gunicorn\0-b\0:8080\0", 18));
    QVERIFY(QDir().mkpath(proc.filePath("4242/fd")));
    QVERIFY(QFile::link("socket:[77777]", proc.filePath("4242/fd/5")));
    const std::optional<PortHolder> seen = findPortHolder(8080, proc.path());
    QVERIFY(seen.has_value());
    QCOMPARE(seen->text(), QStringLiteral("gunicorn (process 4242)"));
    QCOMPARE(seen->commandLine, QStringLiteral("gunicorn -b :8080"));
    QVERIFY(!findPortHolder(8080, proc.filePath("nothing")));
}

void HostPortsTest::readsLsof()
{
    const QList<PortHolder> holders = parseLsof("p4242\ncPython\nLsam\nf5\nn127.0.0.1:8080\n"
                                                "p17\nccom.docker.backend\nLsam\nf9\nn[::1]:8080\n");
    QCOMPARE(holders.size(), 2);
    QCOMPARE(holders.at(0).text(), QStringLiteral("Python (process 4242)"));
    QCOMPARE(holders.at(0).user, QStringLiteral("sam"));
    QVERIFY(!holders.at(0).ipv6Only && holders.at(1).ipv6Only);
    // One process with several addresses.
    QVERIFY(!parseLsof("p1\ncx\nn[::1]:8080\nn127.0.0.1:8080\n").first().ipv6Only);
    QVERIFY(!parseLsof("p1\ncx\nn127.0.0.1:8080\nn[::1]:8080\n").first().ipv6Only);
    QVERIFY(parseLsof("p1\ncx\nn*:8080\np2\ncy\nn[::1]:8080\n").last().ipv6Only);
    QVERIFY(parseLsof("").isEmpty());
    QVERIFY(parseLsof("cstray\nLline\n").isEmpty());
}

void HostPortsTest::asksLsof_data()
{
    QTest::addColumn<ScriptedReply>("reply");
    QTest::addColumn<QString>("holder");
    QTest::newRow("one") << ScriptedReply{.out = "p4242\ncgunicorn\nLsam\nn127.0.0.1:8080\n"} << "gunicorn (process 4242)";
    QTest::newRow("the one in the way") << ScriptedReply{.out = "p17\ncnode\nLsam\nn[::1]:8080\np4242\ncgunicorn\nLsam\nn*:8080\n"}
                                        << "gunicorn (process 4242)";
    QTest::newRow("only ::1") << ScriptedReply{.out = "p17\ncnode\nLsam\nn[::1]:8080\n"} << "node (process 17)";
    QTest::newRow("nobody") << ScriptedReply{.exitCode = 1} << "";
    QTest::newRow("no lsof") << ScriptedReply{.error = Error{.code = Error::Code::ToolMissing, .what = "lsof was not found"}} << "";
}

// The way of macOS, on any system.
void HostPortsTest::asksLsof()
{
    QFETCH(ScriptedReply, reply);
    QFETCH(QString, holder);
    ScriptedRunner runner;
    runner.on(Tool::Lsof, {"-iTCP:8080"}, reply);
    const auto asked = await(askLsof(runner, 8080, this));
    QVERIFY(asked);
    QCOMPARE(*asked ? (*asked)->text() : QString(), holder);
    QCOMPARE(runner.count(Tool::Lsof, {}), 1);
}

void HostPortsTest::asksInThisSystemsWay()
{
    Listener listener;
    ScriptedRunner runner;
    runner.on(Tool::Lsof, {}, {.out = "p" + QByteArray::number(QCoreApplication::applicationPid()) + "\nctest\nn127.0.0.1:1\n"});
    const auto asked = await(portHolder(runner, listener.port(), this));
    QVERIFY(asked && *asked);
    QCOMPARE((*asked)->pid, QCoreApplication::applicationPid());
#ifdef Q_OS_LINUX
    QVERIFY(runner.commands().isEmpty()); // no child where /proc tells it
#endif
}

void HostPortsTest::namesContainer()
{
    QFile data(QStringLiteral(TEST_DATA "/tools/docker-ps-28.2.2.txt"));
    QVERIFY(data.open(QIODevice::ReadOnly));
    const Result<QList<docker::ContainerRow>> rows = docker::parseContainerList(data.readAll());
    QVERIFY(rows);
    const std::optional<docker::ContainerRow> container = containerOnPort(18998, *rows);
    QVERIFY(container.has_value());
    QCOMPARE(container->name, QStringLiteral("recport"));
    QVERIFY(!containerOnPort(80, *rows));
}

void HostPortsTest::findsNext()
{
    const PortTest test = [](int port) { return port == 8081 || port == 8083 ? PortState::Taken : PortState::Free; };
    QCOMPARE(nextFreePort(8080, {}, test).value_or(0), 8082);
    QCOMPARE(nextFreePort(8080, {8082}, test).value_or(0), 8084);
    QCOMPARE(nextFreePort(80, {}, test).value_or(0), 1024);
    const PortTest never = [](int) { return PortState::Taken; };
    QVERIFY(!nextFreePort(8080, {}, never));
    QVERIFY(!nextFreePort(65535, {}, test));
    Listener listener;
    QVERIFY(nextFreePort(listener.port() - 1).value_or(0) != listener.port());
}

QTEST_GUILESS_MAIN(HostPortsTest)
#include "tst_HostPorts.moc"
