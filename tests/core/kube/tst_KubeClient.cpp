// SPDX-License-Identifier: Apache-2.0
// KubeClient and the paths that it asks: against a server that is not Kubernetes but answers like it.
#include "core/kube/KubeClient.h"
#include "core/kube/PodLogStream.h"

#include "tests/support/Await.h"
#include "tests/support/FakeHttpServer.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

using namespace windsock;

class tst_KubeClient : public QObject
{
    Q_OBJECT

private:
    SystemClock m_clock;

private slots:
    void paths_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("expected");
        const KubeObject pod{kube::pods(), "default", "web-1"};
        QTest::newRow("pod") << pod.path() << "/api/v1/namespaces/default/pods/web-1";
        QTest::newRow("its log") << KubeObject{kube::pods(), "default", "web-1", "log"}.path()
                                 << "/api/v1/namespaces/default/pods/web-1/log";
        QTest::newRow("node") << KubeObject{kube::nodes(), {}, "n"}.path() << "/api/v1/nodes/n";
        QTest::newRow("a node has no namespace") << KubeObject{kube::nodes(), "default", "n"}.path() << "/api/v1/nodes/n";
        QTest::newRow("deployment") << KubeObject{kube::deployments(), "x", "web"}.path() << "/apis/apps/v1/namespaces/x/deployments/web";
        QTest::newRow("no way out") << KubeObject{kube::pods(), "../..", "a/b?c"}.path() << "/api/v1/namespaces/..%2F../pods/a%2Fb%3Fc";
        QTest::newRow("everywhere") << KubeSelector{kube::events()}.path() << "/api/v1/events";
        QTest::newRow("service") << KubeProxyTarget{kube::services(), "x", "web", "8080"}.path("/health")
                                 << "/api/v1/namespaces/x/services/web:8080/proxy/health";
        QTest::newRow("https") << KubeProxyTarget{kube::pods(), "x", "web", "http", true}.path("/")
                               << "/api/v1/namespaces/x/pods/https:web:http/proxy/";
    }
    void paths()
    {
        QFETCH(QString, path);
        QTEST(path, "expected");
    }

    void selectorsAreEncoded()
    {
        FakeHttpServer server;
        server.on("/api/v1/namespaces/x/pods", FakeReply::json(R"({"metadata": {"resourceVersion": "7"}, "items": []})"));
        KubeClient client(server.url(), Tls(), m_clock);
        const auto list = await(client.list({kube::pods(), "x", "tier in (a, b),c=d+e", "status.phase!=Failed"}));
        QVERIFY2(list, qPrintable(list ? QString() : list.error().report()));
        const QByteArray query = server.requests().last().query;
        QVERIFY2(query.contains("labelSelector=tier%20in%20%28a%2C%20b%29%2Cc%3Dd%2Be"), query);
        QVERIFY2(query.contains("fieldSelector=status.phase%21%3DFailed"), query);
        QCOMPARE(server.requests().last().headers.value("accept"), QByteArray("application/json, */*"));
    }

    void listsPageByPage()
    {
        FakeHttpServer server;
        server.on("/api/v1/pods",
                  FakeReply::json(R"({"metadata": {"resourceVersion": "7", "continue": "a+b/="}, "items": [{"n": 1}, {"n": 2}]})"));
        server.on("/api/v1/pods", FakeReply::json(R"({"metadata": {"resourceVersion": "8"}, "items": [{"n": 3}]})"));
        KubeClient client(server.url(), Tls(), m_clock);
        const auto list = await(client.list({kube::pods()}));
        QVERIFY(list);
        QCOMPARE(list->items.size(), 3);
        QCOMPARE(list->items.last().value("n").toInt(), 3);
        QCOMPARE(list->resourceVersion, QStringLiteral("8"));
        QVERIFY(!server.requests().first().query.contains("continue"));
        QVERIFY2(server.requests().last().query.contains("continue=a%2Bb%2F%3D"), server.requests().last().query);
    }

    void notTheAnswerOfKubernetes_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("html") << QByteArray("<html></html>");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no version") << QByteArray("{\"items\": []}");
        QTest::newRow("items are text") << QByteArray(R"({"metadata": {"resourceVersion": "7"}, "items": "x"})");
        QTest::newRow("an item is text") << QByteArray(R"({"metadata": {"resourceVersion": "7"}, "items": ["x"]})");
    }
    void notTheAnswerOfKubernetes()
    {
        QFETCH(QByteArray, body);
        FakeHttpServer server;
        server.on("/api/v1/pods", FakeReply::json(body));
        KubeClient client(server.url(), Tls(), m_clock);
        const auto list = await(client.list({kube::pods()}));
        QVERIFY(!list);
        QCOMPARE(list.error().code, Error::Code::Network);
        QCOMPARE(list.error().rule, QStringLiteral("answer.unreadable"));
    }

    void changes()
    {
        FakeHttpServer server;
        for (const char *route : {"POST /api/v1/namespaces/x/configmaps", "PATCH /api/v1/namespaces/x/configmaps/c"})
            server.on(route, FakeReply::json("{\"kind\": \"ConfigMap\"}"));
        KubeClient client(server.url(), Tls(), m_clock);
        QVERIFY(await(client.create({kube::configMaps(), "x"}, {{"a", 1}})));
        QCOMPARE(server.requests().last().body, QByteArray("{\"a\":1}"));
        const KubeObject object{kube::configMaps(), "x", "c"};
        const QList<QPair<KubePatch, QByteArray>> kinds{{KubePatch::Merge, "application/merge-patch+json"},
                                                        {KubePatch::Strategic, "application/strategic-merge-patch+json"},
                                                        {KubePatch::Json, "application/json-patch+json"}};
        for (const auto &[kind, type] : kinds) {
            QVERIFY(await(client.patch(object, kind, "[]")));
            QCOMPARE(server.requests().last().headers.value("content-type"), type);
        }
    }

    void whatIsGoneIsRemoved()
    {
        FakeHttpServer server;
        const QByteArray notFound =
            R"({"kind":"Status","status":"Failure","message":"pods \u0022x\u0022 not found","reason":"NotFound","code":404})";
        server.on("DELETE /api/v1/namespaces/x/pods/p", FakeReply::json("{}"));
        server.on("DELETE /api/v1/namespaces/x/pods/p", FakeReply::json(notFound, 404));
        server.on("DELETE /api/v1/namespaces/x/pods/p", FakeReply::json("{\"message\": \"pods is forbidden\"}", 403));
        server.on("/api/v1/namespaces/x/pods/p", FakeReply::json(notFound, 404));
        KubeClient client(server.url(), Tls(), m_clock);
        const KubeObject pod{kube::pods(), "x", "p"};
        QVERIFY(await(client.remove(pod)));
        QVERIFY(await(client.remove(pod)));
        const auto forbidden = await(client.remove(pod));
        QVERIFY(!forbidden);
        QCOMPARE(forbidden.error().code, Error::Code::Auth);
        QCOMPARE(forbidden.error().why, QStringLiteral("pods is forbidden"));
        const auto read = await(client.read(pod));
        QVERIFY(!read);
        QCOMPARE(read.error().code, Error::Code::NotFound);
        QCOMPARE(read.error().why, QStringLiteral("pods \"x\" not found"));
    }

    void proxyPassesStatusAndQuery()
    {
        FakeHttpServer server;
        server.on("/api/v1/namespaces/x/services/web:8080/proxy/api/v2/dags/a%3Ab", {503, "no endpoints available"});
        KubeClient client(server.url(), Tls(), m_clock);
        const auto reply = await(client.proxy({kube::services(), "x", "web", "8080"}, "/api/v2/dags/a%3Ab?limit=1&x=%2B"));
        QVERIFY(reply);
        QCOMPARE(reply->status, 503);
        QCOMPARE(server.requests().last().query, QByteArray("limit=1&x=%2B"));
    }

    void readiness()
    {
        FakeHttpServer server;
        server.on("/readyz", {500, "[-]etcd failed"});
        server.on("/readyz", {200, "ok"});
        KubeClient client(server.url(), Tls(), m_clock);
        const auto first = await(client.ready());
        QVERIFY(!first);
        QCOMPARE(first.error().why, QStringLiteral("[-]etcd failed"));
        QVERIFY(await(client.ready()));
        server.stop();
        QVERIFY(!await(client.ready()));
    }

    void logsFollow()
    {
        FakeHttpServer server;
        server.on("/api/v1/namespaces/x/pods/p/log?watch", FakeReply::stream("one\ntwo\n"));
        KubeClient client(server.url(), Tls(), m_clock);
        PodLogStream log(client);
        QList<QByteArray> lines;
        connect(&log, &PodLogStream::line, this, [&](const QByteArray &line) { lines += line; });
        QSignalSpy ended(&log, &PodLogStream::ended);
        const QDateTime since(QDate(2026, 11, 23), QTime(23, 0), QTimeZone(3600));
        log.open({.space = "x", .pod = "p", .container = "base", .tailLines = 10, .since = since, .timestamps = true});
        QTRY_COMPARE(lines, (QList<QByteArray>{"one", "two"}));
        const QByteArray query = server.requests().last().query;
        for (const char *part : {"container=base", "follow=true", "tailLines=10", "sinceTime=2026-11-23T22%3A00%3A00Z", "timestamps=true"})
            QVERIFY2(query.contains(part), query);
        QVERIFY(!query.contains("previous"));
        server.endStreams("/api/v1/namespaces/x/pods/p/log?watch");
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(!log.isOpen());
    }

    void logsAtOnce()
    {
        FakeHttpServer server;
        server.on("/api/v1/namespaces/x/pods/p/log", {200, "a\n\nb\n"});
        server.on(
            "/api/v1/namespaces/x/pods/p/log",
            FakeReply::json(R"({"message": "container \u0022base\u0022 in pod \u0022p\u0022 is waiting to start: PodInitializing"})", 400));
        KubeClient client(server.url(), Tls(), m_clock);
        const PodLogRequest request{.space = "x", .pod = "p", .container = "base", .previous = true, .tailLines = -1};
        const auto lines = await(readPodLog(client, request));
        QVERIFY(lines);
        QCOMPARE(*lines, (QStringList{"a", "", "b"}));
        QCOMPARE(server.requests().last().query, QByteArray("container=base&previous=true"));
        const auto waiting = await(readPodLog(client, request));
        QVERIFY(!waiting);
        QCOMPARE(waiting.error().code, Error::Code::BadInput);
        QVERIFY(waiting.error().why.contains(QStringLiteral("waiting to start")));
    }
};

QTEST_GUILESS_MAIN(tst_KubeClient)
#include "tst_KubeClient.moc"
