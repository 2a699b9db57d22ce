// SPDX-License-Identifier: Apache-2.0
// What is said over the socket, and what a hostile client could say.
#include "core/supervise/SupervisorMessages.h"

#include <QRandomGenerator>
#include <QTest>
#include <QTimeZone>

using namespace windsock;

namespace {
SupervisorStatus sample()
{
    SupervisorStatus status;
    status.pid = 4242;
    status.version = "0.2.0";
    status.since = QDateTime(QDate(2025, 1, 15), QTime(9, 0, 0, 123), QTimeZone::utc());
    status.problem = "children.json cannot be written";
    ComponentStatus web{.id = "web", .title = "Web server", .state = ComponentState::Restarting};
    web.since = status.since.addSecs(5);
    web.restarts = 3;
    web.fingerprint = "0123456789abcdef";
    web.logFile = "/state/logs/web.log";
    web.exitCode = 1;
    web.lastEnd = "Web server ended with exit code 1";
    web.lastLines = QString::fromUtf8("one\ngröße \"quoted\"");
    web.nextTry = std::chrono::milliseconds(4000);
    ComponentStatus database{.id = "postgres", .title = "Database", .state = ComponentState::Running};
    database.since = status.since;
    database.pid = 4243;
    status.components = {web, database};
    return status;
}
} // namespace

class TestSupervisorMessages : public QObject
{
    Q_OBJECT
private slots:
    void requests_data();
    void requests();
    void replies();
    void states();
    void badRequests_data();
    void badRequests();
    void otherVersions();
    void damagedLines();
};

void TestSupervisorMessages::requests_data()
{
    QTest::addColumn<int>("verb");
    for (const SupervisorVerb verb : {SupervisorVerb::Status, SupervisorVerb::Start, SupervisorVerb::Stop, SupervisorVerb::Restart,
                                      SupervisorVerb::ShutDown, SupervisorVerb::Subscribe})
        QTest::addRow("%d", int(verb)) << int(verb);
}

void TestSupervisorMessages::requests()
{
    QFETCH(int, verb);
    const SupervisorRequest request{SupervisorVerb(verb), {"web", "postgres"}, 7};
    const QByteArray line = renderRequest(request);
    QVERIFY(line.endsWith('\n') && line.count('\n') == 1);
    const auto read = parseRequest(line);
    QVERIFY(std::holds_alternative<SupervisorRequest>(read));
    QVERIFY(std::get<SupervisorRequest>(read) == request);
}

void TestSupervisorMessages::replies()
{
    const auto good = parseReply(renderReply({sample(), 7}));
    QVERIFY2(good, good ? "" : qPrintable(good.error().report()));
    QCOMPARE(good->id, std::optional<qint64>(7));
    QVERIFY(good->status && *good->status == sample());
    QVERIFY(good->status->find("postgres")->pid == 4243 && !good->status->find("none"));
    const auto event = parseReply(renderReply({sample(), {}}));
    QVERIFY(event && !event->id && *event->status == sample());
    Error error{Error::Code::Conflict, "Just being stopped"};
    error.todo = "Try again";
    error.rule = "supervise.closing";
    const auto bad = parseReply(renderReply({error, 8}));
    QVERIFY(bad && !bad->status && bad->status.error() == error);
}

void TestSupervisorMessages::states()
{
    for (int state = 0; state <= int(ComponentState::Stopping); ++state)
        QCOMPARE(componentStateFromName(componentStateName(ComponentState(state))), std::optional(ComponentState(state)));
    QVERIFY(!componentStateFromName("happy"));
}

void TestSupervisorMessages::badRequests_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("id");
    const auto row = [](const char *name, const QByteArray &line, int id = 0) { QTest::newRow(name) << line << id; };
    row("nothing", "");
    row("no JSON", "start web");
    row("half", R"({"version":1,"id":3,"verb":"sta)");
    row("a number", "5");
    row("a list", R"(["start"])");
    row("no verb", R"({"version":1,"id":3})", 3);
    row("unknown verb", R"({"version":1,"id":3,"verb":"rm -rf"})", 3);
    row("verb of another kind", R"({"version":1,"id":3,"verb":["start"]})", 3);
    row("no version", R"({"id":3,"verb":"start"})", 3);
    row("components as text", R"({"version":1,"id":3,"verb":"start","components":"web"})", 3);
    row("component as a number", R"({"version":1,"id":3,"verb":"start","components":[1]})", 3);
    row("id as text", R"({"version":1,"id":"3","verb":"start"})");
    row("huge id", R"({"version":1,"id":1e300,"verb":"start"})");
    row("deep", QByteArray(100000, '['));
    row("bytes", QByteArray("\xff\xfe\x00\x01{", 5));
}

void TestSupervisorMessages::badRequests()
{
    QFETCH(QByteArray, line);
    QFETCH(int, id);
    const auto read = parseRequest(line);
    QVERIFY(std::holds_alternative<BadRequest>(read));
    const BadRequest bad = std::get<BadRequest>(read);
    QCOMPARE(bad.error.code, Error::Code::BadInput);
    QCOMPARE(bad.id, id);
    QVERIFY(!bad.error.what.isEmpty() && bad.error.why.size() < 300);
}

void TestSupervisorMessages::otherVersions()
{
    const auto start = parseRequest(R"({"version":2,"id":3,"verb":"start"})");
    QVERIFY(std::holds_alternative<BadRequest>(start));
    QCOMPARE(std::get<BadRequest>(start).error.code, Error::Code::Conflict);
    QCOMPARE(std::get<BadRequest>(start).error.rule, QString("supervise.version"));
    for (const char *line : {R"({"version":2,"id":3,"verb":"shutdown"})", R"({"version":2,"id":3,"verb":"status","new":{}})"})
        QVERIFY2(std::holds_alternative<SupervisorRequest>(parseRequest(line)), line);
}

void TestSupervisorMessages::damagedLines()
{
    QRandomGenerator random(4711);
    const QByteArray lines[] = {renderRequest({SupervisorVerb::Start, {"web"}, 1}), renderReply({sample(), 1})};
    for (int round = 0; round < 4000; ++round) {
        QByteArray line = lines[round % 2];
        for (int change = 0; change < 3; ++change)
            line[random.bounded(line.size())] = char(random.bounded(256));
        line.truncate(random.bounded(line.size()) + 1);
        // Whatever comes: an answer, no crash.
        const auto request = parseRequest(line);
        QVERIFY(request.index() < 2);
        const auto reply = parseReply(line);
        QVERIFY(reply || !reply.error().what.isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestSupervisorMessages)
#include "tst_SupervisorMessages.moc"
