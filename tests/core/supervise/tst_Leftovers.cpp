// SPDX-License-Identifier: Apache-2.0
// Which processes are a component's: a table of what could be met, above all of what must not be touched.
#include "core/supervise/Leftovers.h"

#include "tests/support/TempWorkspace.h"

#include <QTest>

using namespace windsock;

namespace {
const QByteArray mark = "f00d:web";

// A process of this boot, with an environment that can be read; nobody's.
SeenProcess process(qint64 pid, qint64 started, qint64 session, qint64 parent = 1)
{
    return {.identity = {pid, started, "boot"}, .parent = parent, .session = session, .environmentKnown = true};
}
SeenProcess marked(SeenProcess seen, const QByteArray &with = mark)
{
    seen.mark = with;
    return seen;
}
SeenProcess titled(SeenProcess seen)
{
    seen.environmentKnown = false;
    return seen;
}
const ChildRecord record{"web", {100, 1000, "boot"}};
} // namespace

class TestLeftovers : public QObject
{
    Q_OBJECT
private slots:
    void belonging_data();
    void belonging();
    void allOfAFolder();
    void withoutMark();
    void recordsAlive();
    void recordsOnDisk();
};

void TestLeftovers::belonging_data()
{
    QTest::addColumn<QList<SeenProcess>>("table");
    QTest::addColumn<QList<qint64>>("pids");
    const auto row = [](const char *name, const QList<SeenProcess> &table, const QList<qint64> &pids) {
        QTest::newRow(name) << table << pids;
    };
    row("nothing", {}, {});
    row("the leader", {marked(process(100, 1000, 100))}, {100});
    row("the leader with a title", {titled(process(100, 1000, 100))}, {100});
    row("the leader without our mark", {process(100, 1000, 100)}, {100}); // its id and start say enough
    row("of its session", {marked(process(100, 1000, 100)), titled(process(101, 1005, 100))}, {100, 101});
    row("of its session, leader gone", {titled(process(101, 1005, 100)), marked(process(102, 1005, 100))}, {101, 102});
    row("in a session of its own", {marked(process(103, 1005, 103))}, {103});
    row("a child in a session of its own, with a title", {marked(process(100, 1000, 100)), titled(process(104, 1005, 104, 100))},
        {100, 104});
    row("its child's child", {marked(process(103, 1005, 103)), titled(process(104, 1006, 104, 103)), titled(process(105, 1007, 105, 104))},
        {103, 104, 105});
    row("a child that lost the mark", {marked(process(100, 1000, 100)), process(106, 1005, 106, 100)}, {100, 106});
    // and what is not ours
    row("another program", {process(200, 1005, 200), titled(process(201, 1005, 201))}, {});
    row("its id was used again", {process(100, 2000, 100)}, {});
    row("used again, with helpers", {process(100, 2000, 100), titled(process(101, 2005, 100)), process(102, 2006, 102, 100)}, {});
    row("used again, and that one has ended too", {process(101, 2005, 100)}, {});
    row("a session before", {titled(process(101, 900, 100))}, {});
    row("another boot", {{.identity = {100, 1000, "later"}, .parent = 1, .session = 100, .environmentKnown = true}}, {});
    row("a session of another boot", {{.identity = {101, 1005, "later"}, .parent = 1, .session = 100}}, {});
    row("another component", {marked(process(101, 1005, 101), "f00d:web2"), marked(process(102, 1005, 102), "f00d:scheduler")}, {});
    row("another folder", {marked(process(101, 1005, 101), "beef:web"), marked(process(102, 1005, 100), "beef:web")}, {});
    row("the shell that started us", {process(50, 10, 50), marked(process(100, 1000, 100, 50))}, {100});
}

void TestLeftovers::belonging()
{
    QFETCH(QList<SeenProcess>, table);
    QFETCH(QList<qint64>, pids);
    QList<qint64> found;
    for (const ProcessIdentity &identity : windsock::belonging({{record}, mark}, table))
        found += identity.pid;
    QCOMPARE(found, pids);
}

void TestLeftovers::allOfAFolder()
{
    const QList<SeenProcess> table{marked(process(101, 1005, 101)), marked(process(102, 1005, 102), "f00d:scheduler"),
                                   marked(process(103, 1005, 103), "beef:web"), process(104, 1005, 104)};
    const auto found = windsock::belonging({{}, componentMark("f00d")}, table);
    QCOMPARE(found.size(), 2);
    QVERIFY(found[0].pid == 101 && found[1].pid == 102);
    QCOMPARE(componentMark("f00d", "web"), mark);
}

void TestLeftovers::withoutMark()
{
    // Nothing is known about marks: sessions decide, and no process is ours for having no mark.
    const QList<SeenProcess> table{process(101, 1005, 100), process(200, 1005, 200)};
    QCOMPARE(windsock::belonging({{record}, {}}, table).size(), 1);
    QVERIFY(windsock::belonging({{}, {}}, table).isEmpty());
    QVERIFY(windsock::belonging({{ChildRecord{"web", {}}}, {}}, table).isEmpty());
}

void TestLeftovers::recordsAlive()
{
    const ChildRecord earlier{"web", {90, 500, "boot"}}, helpers{"web", {95, 600, "boot"}};
    const QList<SeenProcess> table{process(100, 1000, 100), process(97, 700, 95)};
    QVERIFY(windsock::recordsAlive({earlier, helpers, record}, table) == QList<ChildRecord>({helpers, record}));
}

void TestLeftovers::recordsOnDisk()
{
    const TempWorkspace folder;
    ChildRecords records(folder.path("children.json"));
    records.load();
    QVERIFY(records.all().isEmpty());
    const ChildRecord scheduler{"scheduler", {200, 1000, "boot"}}, again{"web", {300, 2000, "boot"}};
    for (const ChildRecord &each : {record, scheduler, again})
        QVERIFY(records.add(each));
    ChildRecords other(folder.path("children.json"));
    other.load();
    QVERIFY(other.all() == QList<ChildRecord>({record, scheduler, again}));
    QVERIFY(other.of("web") == QList<ChildRecord>({record, again}));
    QVERIFY(other.keep("web", {again}));
    records.load();
    QVERIFY(records.all() == QList<ChildRecord>({scheduler, again}));
    QVERIFY(records.clear());
    QVERIFY(folder.files().isEmpty());
    // A broken file, and entries that say nothing, are as good as none.
    for (const char *text : {"{", "[]", "{\"children\": 5}", "{\"children\": [1, {\"component\": \"web\", \"leader\": {\"pid\": -1}}]}"}) {
        folder.write("children.json", text);
        records.load();
        QVERIFY2(records.all().isEmpty(), text);
    }
}

QTEST_GUILESS_MAIN(TestLeftovers)
#include "tst_Leftovers.moc"
