// SPDX-License-Identifier: Apache-2.0
// How versions are fixed: by Airflow's constraints from a server that behaves well, badly or not at all, or by the release's date.
#include "core/python/PinnedPackages.h"

#include "tests/support/Await.h"
#include "tests/support/FakeClock.h"
#include "tests/support/FakeHttpServer.h"
#include "tests/support/TempWorkspace.h"

#include <QTest>
#include <QTimeZone>

#include <optional>

using namespace windsock;
using namespace std::chrono_literals;
using Ending = FakeReply::Ending;

namespace {
const QByteArray route = "/constraints-2.10.5/constraints-3.11.txt";

QByteArray constraints(const QByteArray &more = {})
{
    QByteArray lines = "\n# This constraints file was automatically generated\n#\n";
    for (int i = 0; i < 30; ++i)
        lines += "Some_Package." + QByteArray::number(i) + "==1." + QByteArray::number(i) + ".post1\n";
    return lines + more;
}
} // namespace

class tst_PinnedPackages : public QObject
{
    Q_OBJECT
private:
    struct Bench
    {
        TempWorkspace folder;
        FakeClock clock;
        FakeHttpServer server;
        PinnedPackages pins{clock, folder.path("cache")};
        Cancel cancel;
        Bench() { pins.setBase(server.url("/")); }
        Async<Pins> ask(const QString &version = "2.10.5") { return pins.find(*airflowFacts(version), {3, 11}, cancel); }
    };
    std::optional<Bench> m_bench;

private slots:
    void init() { m_bench.emplace(); }
    void cleanup() { m_bench.reset(); }

    void fetchedOnce()
    {
        m_bench->server.on(route, {.body = constraints()});
        const auto pins = await(m_bench->ask());
        QVERIFY(pins);
        QCOMPARE(pins->lock, PackageLock::Constraints);
        QCOMPARE(pins->constraints, constraints());
        QVERIFY(!pins->before.isValid());
        QVERIFY2(pins->note.contains("2.10.5") && pins->note.contains("3.11"), qPrintable(pins->note));
        QCOMPARE(m_bench->folder.read("cache/constraints-2.10.5-3.11.txt"), constraints());
        m_bench->server.stop();
        QCOMPARE(await(m_bench->ask())->lock, PackageLock::Constraints);
        QCOMPARE(m_bench->server.count(route), 1);
    }

    void putThereByHand()
    {
        m_bench->folder.write("cache/constraints-2.10.5-3.11.txt", constraints());
        QCOMPARE(await(m_bench->ask())->lock, PackageLock::Constraints);
        QCOMPARE(m_bench->server.requests().size(), 0);
    }

    void brokenFileIsFetchedAgain()
    {
        m_bench->folder.write("cache/constraints-2.10.5-3.11.txt", "half a fi");
        m_bench->server.on(route, {.body = constraints()});
        QCOMPARE(await(m_bench->ask())->lock, PackageLock::Constraints);
        QCOMPARE(m_bench->folder.read("cache/constraints-2.10.5-3.11.txt"), constraints());
    }

    void byDate_data()
    {
        QTest::addColumn<FakeReply>("reply");
        const auto row = [](const char *name, const FakeReply &reply) { QTest::newRow(name) << reply; };
        row("not there", {404, "404: Not Found"});
        row("refused", {403, "no"});
        row("broken", {500, "no"});
        row("login page", {200, "<html>Log in</html>"});
        row("with an option in it", {200, constraints("--index-url https://evil.example/\n")});
        row("with an address in it", {200, constraints("x @ https://evil.example/x.whl\n")});
        row("cut short", {200, constraints(), {}, Ending::Cut});
        row("dropped", {200, {}, {}, Ending::Drop});
        row("elsewhere", {302, {}, {{"Location", "http://127.0.0.1:9/x"}}});
    }
    void byDate()
    {
        QFETCH(FakeReply, reply);
        m_bench->server.on(route, reply);
        const auto pins = await(m_bench->ask());
        QVERIFY(pins);
        QCOMPARE(pins->lock, PackageLock::Date);
        QVERIFY(pins->constraints.isEmpty());
        QCOMPARE(pins->before, QDateTime(QDate(2025, 2, 11), QTime(9, 45, 47), QTimeZone::utc()));
        QVERIFY2(pins->note.contains("2025-02-11") && !pins->note.contains("()"), qPrintable(pins->note));
        QVERIFY(m_bench->folder.files().isEmpty());
    }

    void notWaitedForLong()
    {
        m_bench->server.on(route, {200, {}, {}, Ending::Hang});
        const Async<Pins> asking = m_bench->ask();
        QTRY_COMPARE(m_bench->server.count(route), 1);
        m_bench->clock.advance(2900ms);
        QVERIFY(!asking.isFinished());
        m_bench->clock.advance(200ms);
        QCOMPARE(await(asking)->lock, PackageLock::Date);
    }

    void cancel()
    {
        m_bench->server.on(route, {200, {}, {}, Ending::Hang});
        const Async<Pins> asking = m_bench->ask();
        QTRY_COMPARE(m_bench->server.count(route), 1);
        m_bench->cancel.request();
        const auto pins = await(asking);
        QVERIFY(!pins && pins.error().isCancel());
    }

    void releaseThatIsNotKnown()
    {
        const auto pins = await(m_bench->ask("3.2.77"));
        QVERIFY(pins);
        QCOMPARE(pins->lock, PackageLock::None);
        QVERIFY(!pins->before.isValid() && !pins->note.isEmpty());
        m_bench->server.on("/constraints-3.2.77/constraints-3.11.txt", {.body = constraints()});
        QCOMPARE(await(m_bench->ask("3.2.77"))->lock, PackageLock::Constraints);
    }

    void address()
    {
        PinnedPackages pins(m_bench->clock, {});
        QCOMPARE(pins.addressOf(*airflowFacts("2.10.5"), {3, 12}).toString(),
                 "https://raw.githubusercontent.com/apache/airflow/constraints-2.10.5/constraints-3.12.txt");
    }

    void constraintsFiles_data()
    {
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<bool>("good");
        const auto row = [](const QByteArray &more, bool good) { QTest::newRow(more.left(40).trimmed().constData()) << more << good; };
        row("", true);
        row("google-cloud[x,y]==1.0 # c", false);
        row("celery[redis]==5.4.0\n", true);
        row("pkg==1!2.0+local-1\r\n", true);
        row("pkg==1.0 ; python_version < '3.12'\n", true);
        row("pkg>=1.0\n", false);
        row("-e .\n", false);
        row("-r x\n", false);
        row("pkg==1.0 --hash=x\n", false);
        row("<html>\n", false);
    }
    void constraintsFiles()
    {
        QFETCH(QByteArray, more);
        QFETCH(bool, good);
        QCOMPARE(readConstraints(constraints(more)).has_value(), good);
        QVERIFY(!readConstraints(more)); // far too few
    }
};

QTEST_GUILESS_MAIN(tst_PinnedPackages)
#include "tst_PinnedPackages.moc"
