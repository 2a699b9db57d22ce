// SPDX-License-Identifier: Apache-2.0
// AirflowClient on recorded answers of Airflow 2.10.5 (REST version 1) and 3.2.2 (version 2).
#include "core/airflow/AirflowClient.h"

#include "tests/support/Await.h"
#include "tests/support/FakeHttpServer.h"

#include <QFile>
#include <QTest>

using namespace windsock;

namespace {

QByteArray recorded(const QString &name)
{
    QFile file(QStringLiteral(TEST_DATA "/airflow/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const QByteArray runPath2 = "/api/v1/dags/hello/dagRuns/manual__2026-11-23T22%3A25%3A13.424938%2B00%3A00";
const QByteArray runPath3 = "/api/v2/dags/hello/dagRuns/manual__2026-11-23T22%3A29%3A12.808972%2B00%3A00";

// A server that answers as one of the two did, and a client for it.
struct Scene
{
    bool three;
    FakeHttpServer server;
    SystemClock clock;
    HttpClient http{Tls(), clock};
    UrlTransport transport{http, server.url()};
    AirflowClient client{transport, {"admin", std::make_shared<const SecretString>(QByteArray("a\"d\\m:in"))}};

    explicit Scene(bool airflow3) : three(airflow3)
    {
        const QByteArray base = three ? "/api/v2" : "/api/v1", run = three ? runPath3 : runPath2;
        server.on("/api/v2/version", three ? reply("version") : FakeReply{404, recorded("v2-version-2.10.5.html")});
        server.on("/api/v1/version", three ? reply("v1-version", 404) : reply("version"));
        server.on(three ? "/api/v2/monitor/health" : "/health", reply("health"));
        server.on("POST /auth/token", FakeReply::json("{\"access_token\": \"t1\"}", 201));
        server.on(base + "/dags", reply("dags"));
        server.on("PATCH " + base + "/dags/hello", reply("unpause"));
        server.on("POST " + base + "/dags/hello/dagRuns", reply("trigger"));
        server.on("POST " + base + "/dags/nothere/dagRuns", reply("trigger-missing", 404));
        server.on(base + "/dags/hello/dagRuns", reply("runs"));
        server.on(base + "/dags/~/dagRuns", reply("runs"));
        server.on(run, reply("run"));
        server.on(run + "/taskInstances", reply("task-instances"));
        server.on(base + "/importErrors", reply("import-errors"));
    }
    FakeReply reply(const QString &name, int status = 200) const
    {
        return FakeReply::json(recorded(name + (three ? QStringLiteral("-3.2.2.json") : QStringLiteral("-2.10.5.json"))), status);
    }
    QByteArray base() const { return three ? "/api/v2" : "/api/v1"; }
    QString runId() const
    {
        return three ? QStringLiteral("manual__2026-11-23T22:29:12.808972+00:00")
                     : QStringLiteral("manual__2026-11-23T22:25:13.424938+00:00");
    }
};

} // namespace

class tst_AirflowClient : public QObject
{
    Q_OBJECT

private:
    static void bothVersions()
    {
        QTest::addColumn<bool>("three");
        QTest::newRow("2.10.5") << false;
        QTest::newRow("3.2.2") << true;
    }

private slots:
    void version_data() { bothVersions(); }
    void version()
    {
        QFETCH(bool, three);
        Scene scene(three);
        const auto version = await(scene.client.version());
        QVERIFY2(version, qPrintable(version ? QString() : version.error().report()));
        QCOMPARE(version->text, three ? QStringLiteral("3.2.2") : QStringLiteral("2.10.5"));
        QCOMPARE(version->api, three ? AirflowApi::V2 : AirflowApi::V1);
        const qsizetype asked = scene.server.requests().size();
        QVERIFY(await(scene.client.version()));
        QCOMPARE(scene.server.requests().size(), asked); // known by now
        QVERIFY(!scene.server.requests().last().headers.contains("authorization"));
    }

    void healthNeedsNoLogin_data() { bothVersions(); }
    void healthNeedsNoLogin()
    {
        QFETCH(bool, three);
        Scene scene(three);
        const auto health = await(scene.client.health());
        QVERIFY(health && health->healthy());
        QCOMPARE(scene.server.count("POST /auth/token"), 0);
        QVERIFY(!scene.server.requests().last().headers.contains("authorization"));
    }

    void noAirflow_data()
    {
        QTest::addColumn<FakeReply>("reply");
        QTest::addColumn<QString>("rule");
        QTest::newRow("another program") << FakeReply{404, "not here"} << "airflow.version";
        QTest::newRow("a page for everything") << FakeReply{200, "<html></html>"} << "airflow.version";
        QTest::newRow("other JSON") << FakeReply::json("{\"ok\": true}") << "airflow.version";
        QTest::newRow("it only starts") << FakeReply{503, "no endpoints available for service"} << "http.503";
    }
    void noAirflow()
    {
        QFETCH(FakeReply, reply);
        FakeHttpServer server;
        server.on("/api/v2/version", reply);
        server.on("/api/v1/version", reply);
        SystemClock clock;
        HttpClient http(Tls(), clock);
        UrlTransport transport(http, server.url());
        AirflowClient client(transport, {});
        const auto version = await(client.version());
        QVERIFY(!version);
        QTEST(version.error().rule, "rule");
        const auto health = await(client.health());
        QVERIFY(!health);
    }

    void signsIn_data() { bothVersions(); }
    void signsIn()
    {
        QFETCH(bool, three);
        Scene scene(three);
        QVERIFY(await(scene.client.dags()));
        QVERIFY(await(scene.client.importErrors()));
        const QByteArray header = scene.server.last(scene.base() + "/dags").headers.value("authorization");
        QCOMPARE(header, three ? QByteArray("Bearer t1") : "Basic " + QByteArray("admin:a\"d\\m:in").toBase64());
        QCOMPARE(scene.server.count("POST /auth/token"), three ? 1 : 0);
        if (three)
            QCOMPARE(scene.server.last("POST /auth/token").body, QByteArray("{\"username\": \"admin\", \"password\": \"a\\\"d\\\\m:in\"}"));
    }

    void olderTokenName()
    {
        Scene scene(true);
        scene.server.forget("POST /auth/token");
        scene.server.on("POST /auth/token", FakeReply::json("{\"jwt_token\": \"old\"}", 201));
        QVERIFY(await(scene.client.dags()));
        QCOMPARE(scene.server.last("/api/v2/dags").headers.value("authorization"), QByteArray("Bearer old"));
    }

    void anExpiredTokenIsRenewedOnce()
    {
        Scene scene(true);
        scene.server.forget("POST /auth/token");
        for (const char *token : {"t1", "t2"})
            scene.server.on("POST /auth/token", FakeReply::json(QByteArray("{\"access_token\": \"") + token + "\"}", 201));
        QVERIFY(await(scene.client.dags()));
        scene.server.forget("/api/v2/dags");
        scene.server.on("/api/v2/dags", FakeReply::json(recorded("dags-unauthorized-3.2.2.json"), 401));
        scene.server.on("/api/v2/dags", scene.reply("dags"));
        const auto dags = await(scene.client.dags());
        QVERIFY2(dags, qPrintable(dags ? QString() : dags.error().report()));
        QCOMPARE(scene.server.last("/api/v2/dags").headers.value("authorization"), QByteArray("Bearer t2"));
        scene.server.forget("/api/v2/dags");
        scene.server.on("/api/v2/dags", FakeReply::json(recorded("dags-unauthorized-3.2.2.json"), 401));
        const auto refused = await(scene.client.dags());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Error::Code::Auth);
        QCOMPARE(scene.server.count("POST /auth/token"), 3); // tried once more, not for ever
    }

    void refusedLogins_data() { bothVersions(); }
    void refusedLogins()
    {
        QFETCH(bool, three);
        Scene scene(three);
        const QByteArray route = three ? QByteArray("POST /auth/token") : QByteArray("/api/v1/dags");
        scene.server.forget(route);
        scene.server.on(route, scene.reply(three ? QStringLiteral("token-wrong") : QStringLiteral("dags-unauthorized"), 401));
        const auto dags = await(scene.client.dags());
        QVERIFY(!dags);
        QCOMPARE(dags.error().code, Error::Code::Auth);
        QCOMPARE(dags.error().rule, QStringLiteral("airflow.login"));
        QCOMPARE(dags.error().why, three ? QStringLiteral("Invalid credentials") : QStringLiteral("Unauthorized"));
        QVERIFY(!dags.error().report().contains("a\"d\\m:in"));
    }

    void withoutALogin()
    {
        Scene scene(true);
        AirflowClient client(scene.transport, {"admin", {}});
        const auto dags = await(client.dags());
        QVERIFY(!dags);
        QCOMPARE(dags.error().code, Error::Code::Auth);
    }

    void dags_data() { bothVersions(); }
    void dags()
    {
        QFETCH(bool, three);
        Scene scene(three);
        const auto dags = await(scene.client.dags());
        QVERIFY2(dags, qPrintable(dags ? QString() : dags.error().report()));
        QCOMPARE(dags->size(), 1);
        const Dag dag = dags->first();
        QCOMPARE(dag.id, QStringLiteral("hello"));
        QCOMPARE(dag.file, QStringLiteral("/opt/airflow/dags/hello.py"));
        QVERIFY(dag.isPaused && !dag.hasImportErrors && dag.schedule.isEmpty() && dag.tags.isEmpty());
        QCOMPARE(dag.owners, QStringList{"airflow"});
        QVERIFY(dag.lastParsed.isValid() && !dag.nextRun.isValid());
    }

    void schedules_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("schedule");
        QTest::newRow("cron, 2") << QByteArray(R"({"schedule_interval": {"__type": "CronExpression", "value": "0 4 * * *"}})")
                                 << "0 4 * * *";
        QTest::newRow("delta, 2") << QByteArray(
            R"({"schedule_interval": {"__type": "TimeDelta", "days": 1}, "timetable_description": "Every day"})")
                                  << "Every day";
        QTest::newRow("none, 2") << QByteArray(R"({"schedule_interval": null})") << "";
        QTest::newRow("cron, 3") << QByteArray(R"({"timetable_summary": "@daily"})") << "@daily";
    }
    void schedules()
    {
        QFETCH(QByteArray, json);
        const auto root = JsonReader::parse(json, "x");
        QTEST(Dag::read(*root).schedule, "schedule");
    }

    void listsPageByPage()
    {
        Scene scene(true);
        scene.server.forget("/api/v2/dags");
        scene.server.on("/api/v2/dags", FakeReply::json(R"({"dags": [{"dag_id": "a"}, {"dag_id": "b"}], "total_entries": 3})"));
        scene.server.on("/api/v2/dags", FakeReply::json(R"({"dags": [{"dag_id": "c"}], "total_entries": 3})"));
        const auto dags = await(scene.client.dags());
        QVERIFY(dags);
        QCOMPARE(dags->size(), 3);
        QVERIFY(scene.server.requests().last().query.contains("offset=2"));
        // A server whose total never comes true does not keep us for ever.
        scene.server.on("/api/v2/dags", FakeReply::json(R"({"dags": [], "total_entries": 3})"));
        scene.server.forget("/api/v2/dags");
        scene.server.on("/api/v2/dags", FakeReply::json(R"({"dags": [], "total_entries": 9})"));
        QVERIFY(await(scene.client.dags())->isEmpty());
    }

    void triggers_data() { bothVersions(); }
    void triggers()
    {
        QFETCH(bool, three);
        Scene scene(three);
        QVERIFY(await(scene.client.setPaused("hello", false)));
        QCOMPARE(scene.server.requests().last().body, QByteArray("{\"is_paused\":false}"));
        QCOMPARE(scene.server.requests().last().query, QByteArray("update_mask=is_paused"));
        const auto run = await(scene.client.trigger("hello", {{"a", 1}}));
        QVERIFY2(run, qPrintable(run ? QString() : run.error().report()));
        QCOMPARE(run->runId, scene.runId());
        QCOMPARE(run->state, QStringLiteral("queued"));
        QVERIFY(!run->isFinished() && !run->took());
        const QByteArray body = scene.server.last("POST " + scene.base() + "/dags/hello/dagRuns").body;
        QCOMPARE(body, three ? QByteArray(R"({"conf":{"a":1},"logical_date":null})") : QByteArray(R"({"conf":{"a":1}})"));
        const auto missing = await(scene.client.trigger("nothere"));
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, Error::Code::NotFound);
        QVERIFY2(missing.error().why.contains(QStringLiteral("'nothere' not found")), qPrintable(missing.error().why));
    }

    void followsARun_data() { bothVersions(); }
    void followsARun()
    {
        QFETCH(bool, three);
        Scene scene(three);
        const auto run = await(scene.client.run("hello", scene.runId())); // its path is scripted encoded
        QVERIFY2(run, qPrintable(run ? QString() : run.error().report()));
        QCOMPARE(run->state, QStringLiteral("success"));
        QVERIFY(run->isFinished() && run->took() && run->took()->count() > 10000 && run->took()->count() < 18000);
        QCOMPARE(run->logicalDate.isValid(), !three);
        QVERIFY(run->runAfter.isValid());
        const auto tasks = await(scene.client.taskInstances("hello", scene.runId()));
        QVERIFY2(tasks, qPrintable(tasks ? QString() : tasks.error().report()));
        QCOMPARE(tasks->size(), 1);
        QCOMPARE(tasks->first().taskId, QStringLiteral("greet"));
        QCOMPARE(tasks->first().tryNumber, 1);
        QCOMPARE(tasks->first().mapIndex, -1);
        QVERIFY(tasks->first().podName.startsWith(QStringLiteral("hello-greet-")));
        QVERIFY(tasks->first().queuedAt < tasks->first().startedAt);
    }

    void lastRun_data() { bothVersions(); }
    void lastRun()
    {
        QFETCH(bool, three);
        Scene scene(three);
        for (const QString &dag : {QString(), QStringLiteral("hello")}) {
            const auto run = await(scene.client.lastRun(dag));
            QVERIFY2(run, qPrintable(run ? QString() : run.error().report()));
            QVERIFY(run->has_value());
            QCOMPARE((*run)->runId, scene.runId());
            const QByteArray order = three ? "order_by=-run_after" : "order_by=-execution_date";
            QVERIFY2(scene.server.requests().last().query.contains(order), scene.server.requests().last().query);
        }
        scene.server.forget(scene.base() + "/dags/~/dagRuns");
        scene.server.on(scene.base() + "/dags/~/dagRuns", FakeReply::json(R"({"dag_runs": [], "total_entries": 0})"));
        const auto none = await(scene.client.lastRun());
        QVERIFY(none && !none->has_value());
    }

    void importErrors_data() { bothVersions(); }
    void importErrors()
    {
        QFETCH(bool, three);
        Scene scene(three);
        const auto errors = await(scene.client.importErrors());
        QVERIFY2(errors, qPrintable(errors ? QString() : errors.error().report()));
        QCOMPARE(errors->size(), 1);
        QCOMPARE(errors->first().file, three ? QStringLiteral("broken.py") : QStringLiteral("/opt/airflow/dags/broken.py"));
        QCOMPARE(errors->first().reason(), QStringLiteral("ModuleNotFoundError: No module named 'nothing_like_this'"));
        QCOMPARE(errors->first().line(), 2);
    }

    void answersThatMakeNoSense_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("html") << QByteArray("<html></html>");
        QTest::newRow("no id") << QByteArray(R"({"dags": [{"is_paused": true}], "total_entries": 1})");
        QTest::newRow("list is text") << QByteArray(R"({"dags": "x", "total_entries": 1})");
        QTest::newRow("paused is text") << QByteArray(R"({"dags": [{"dag_id": "a", "is_paused": "no"}], "total_entries": 1})");
    }
    void answersThatMakeNoSense()
    {
        QFETCH(QByteArray, body);
        Scene scene(true);
        scene.server.forget("/api/v2/dags");
        scene.server.on("/api/v2/dags", FakeReply::json(body));
        const auto dags = await(scene.client.dags());
        QVERIFY(!dags);
        QCOMPARE(dags.error().rule, QStringLiteral("answer.unreadable"));
    }

    void belowAnotherPath()
    {
        Scene scene(true);
        scene.server.on("/api/v1/namespaces/x/services/web:8080/proxy/api/v2/version", scene.reply("version"));
        UrlTransport transport(scene.http, scene.server.url("/api/v1/namespaces/x/services/web:8080/proxy/"));
        AirflowClient client(transport, {});
        const auto version = await(client.version());
        QVERIFY(version);
        QCOMPARE(version->text, QStringLiteral("3.2.2"));
    }
};

QTEST_GUILESS_MAIN(tst_AirflowClient)
#include "tst_AirflowClient.moc"
