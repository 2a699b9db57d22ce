// SPDX-License-Identifier: Apache-2.0
// HttpClient against a server that behaves well and badly.
#include "core/net/HttpClient.h"

#include "tests/support/Await.h"
#include "tests/support/FakeHttpServer.h"

#include <QJsonArray>
#include <QTcpServer>
#include <QTest>

using namespace windsock;
using namespace std::chrono_literals;
using Ending = FakeReply::Ending;

Q_DECLARE_METATYPE(windsock::Error::Code)

class tst_HttpClient : public QObject
{
    Q_OBJECT

private:
    SystemClock m_clock;
    Result<HttpReply> send(const HttpRequest &request)
    {
        HttpClient client(Tls(), m_clock);
        return await(client.send(request));
    }

private slots:
    void answers_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("chunked");
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("short") << QByteArray("{}") << false;
        QTest::newRow("chunked") << QByteArray("{\"a\": 1}") << true;
        QTest::newRow("just below the limit") << QByteArray(largestReply, 'x') << false;
    }
    void answers()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, chunked);
        FakeHttpServer server;
        server.on("/x", {200, body, {{"X-Seen", "yes"}}, Ending::Whole, chunked});
        const auto reply = send({.url = server.url("/x?a=b%2Fc")});
        QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().report()));
        QCOMPARE(reply->status, 200);
        QCOMPARE(reply->body.size(), body.size());
        QCOMPARE(reply->body, body);
        QCOMPARE(reply->header("x-seen"), QByteArray("yes"));
        QCOMPARE(reply->header("absent"), QByteArray());
        QCOMPARE(server.requests().last().query, QByteArray("a=b%2Fc"));
    }

    void methodHeadersAndSecretsArrive()
    {
        FakeHttpServer server;
        server.on("PATCH /thing", FakeReply::json("{}"));
        HttpRequest request{.method = "PATCH", .url = server.url("/thing"), .headers = {{"Content-Type", "application/merge-patch+json"}}};
        request.body = "never sent";
        request.secretBody = std::make_shared<const SecretString>(QByteArray("{\"password\": \"p\"}"));
        request.secret = {"Authorization", "Bearer ", std::make_shared<const SecretString>(QByteArray("token"))};
        QVERIFY(send(request));
        const FakeRequest seen = server.requests().last();
        QCOMPARE(seen.body, QByteArray("{\"password\": \"p\"}"));
        QCOMPARE(seen.headers.value("authorization"), QByteArray("Bearer token"));
        QCOMPARE(seen.headers.value("content-type"), QByteArray("application/merge-patch+json"));
    }

    void everyStatusIsAnAnswer_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Error::Code>("code");
        QTest::addColumn<QString>("why");
        const QByteArray kube = R"({"kind":"Status","status":"Failure","message":"pods x not found","reason":"NotFound","code":404})";
        QTest::newRow("400") << 400 << QByteArray(R"({"detail":[{"msg":"Field required"},{"msg":"Too long"}]})") << Error::Code::BadInput
                             << QStringLiteral("Field required; Too long");
        QTest::newRow("401") << 401 << QByteArray("<html>Login</html>") << Error::Code::Auth
                             << QStringLiteral("It answered with status 401");
        QTest::newRow("403") << 403 << QByteArray(R"({"errors":["permission denied"]})") << Error::Code::Auth
                             << QStringLiteral("permission denied");
        QTest::newRow("404") << 404 << kube << Error::Code::NotFound << QStringLiteral("pods x not found");
        QTest::newRow("409") << 409 << QByteArray(R"({"title":"exists"})") << Error::Code::Conflict << QStringLiteral("exists");
        QTest::newRow("410") << 410 << QByteArray("too old resource version") << Error::Code::BadInput
                             << QStringLiteral("too old resource version");
        QTest::newRow("429") << 429 << QByteArray() << Error::Code::Network << QStringLiteral("It answered with status 429");
        QTest::newRow("500") << 500 << QByteArray("{half") << Error::Code::Network << QStringLiteral("It answered with status 500");
        QTest::newRow("504") << 504 << QByteArray("[]") << Error::Code::Timeout << QStringLiteral("It answered with status 504");
    }
    void everyStatusIsAnAnswer()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(Error::Code, code);
        QFETCH(QString, why);
        FakeHttpServer server;
        FakeReply scripted = FakeReply::json(body, status);
        scripted.headers += qMakePair(QByteArray("WWW-Authenticate"), QByteArray("Basic realm=\"x\""));
        server.on("/x", scripted);
        HttpClient client(Tls(), m_clock);
        const HttpRequest request{.url = server.url("/x")};
        const auto reply = await(client.send(request));
        QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().report()));
        QCOMPARE(reply->status, status);
        QCOMPARE(reply->body, body);
        const auto checked = await(client.sendChecked(request));
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, code);
        QCOMPARE(checked.error().why, why);
        QCOMPARE(checked.error().rule, QStringLiteral("http.%1").arg(status));
        QVERIFY(checked.error().what.contains(request.place()));
        QVERIFY(!checked.error().todo.isEmpty());
    }

    void brokenAnswersAreErrors_data()
    {
        QTest::addColumn<Ending>("ending");
        QTest::addColumn<Error::Code>("code");
        QTest::newRow("cut in the middle") << Ending::Cut << Error::Code::Network;
        QTest::newRow("reset in the middle") << Ending::Reset << Error::Code::Network;
        QTest::newRow("closed without a byte") << Ending::Drop << Error::Code::Network;
        QTest::newRow("never answers") << Ending::Hang << Error::Code::Timeout;
        QTest::newRow("too slow, though every byte is in time") << Ending::Slow << Error::Code::Timeout;
        QTest::newRow("a body without an end") << Ending::Stream << Error::Code::Timeout;
    }
    void brokenAnswersAreErrors()
    {
        QFETCH(Ending, ending);
        QFETCH(Error::Code, code);
        FakeHttpServer server;
        server.on("/x", {200, QByteArray(5000, 'x'), {}, ending});
        const auto reply = send({.url = server.url("/x"), .limit = code == Error::Code::Timeout ? 150ms : 10s});
        QVERIFY(!reply);
        QCOMPARE(reply.error().code, code);
        const QString place = QStringLiteral("127.0.0.1:%1").arg(server.port());
        QVERIFY2(reply.error().what.contains(place), qPrintable(reply.error().what));
        QVERIFY(!reply.error().why.isEmpty() && !reply.error().todo.isEmpty());
    }

    void nothingListens()
    {
        FakeHttpServer server;
        const QUrl url = server.url("/x");
        server.stop();
        const auto reply = send({.url = url});
        QVERIFY(!reply);
        QCOMPARE(reply.error().code, Error::Code::Network);
        QCOMPARE(reply.error().why, QStringLiteral("Nothing listens there"));
    }

    void tooLargeIsRefused()
    {
        FakeHttpServer server;
        server.on("/x", {200, QByteArray(largestReply + 1, 'x')});
        const auto reply = send({.url = server.url("/x")});
        QVERIFY(!reply);
        QCOMPARE(reply.error().code, Error::Code::Network);
        QVERIFY(reply.error().why.contains(QStringLiteral("16 MiB")));
    }

    void redirectsStayOnTheServer()
    {
        FakeHttpServer server, other;
        other.on("/secret", {200, "of the other"});
        server.on("/here", {302, {}, {{"Location", "/there"}}});
        server.on("/there", {200, "there"});
        server.on("/away", {302, {}, {{"Location", other.url("/secret").toEncoded()}}});
        server.on("/circle", {302, {}, {{"Location", "/circle"}}});
        QCOMPARE(send({.url = server.url("/here")})->body, QByteArray("there"));
        const auto away = send({.url = server.url("/away")});
        QVERIFY(!away);
        QVERIFY2(away.error().why.contains(QStringLiteral("another server")), qPrintable(away.error().report()));
        QVERIFY(other.requests().isEmpty());
        QVERIFY(!send({.url = server.url("/circle")}));
    }

    void noProxyForThisComputer()
    {
        FakeHttpServer server, proxy;
        server.on("/x", {200, "direct"});
        qputenv("http_proxy", proxy.url().toEncoded());
        const auto reply = send({.url = server.url("/x")});
        qunsetenv("http_proxy");
        QVERIFY(reply);
        QCOMPARE(reply->body, QByteArray("direct"));
        QVERIFY(proxy.requests().isEmpty());
    }

    void retriesOnlyWhereAsked_data()
    {
        QTest::addColumn<int>("retries");
        QTest::addColumn<int>("requests");
        QTest::addColumn<int>("status"); // 0: an error
        QTest::newRow("not asked") << 0 << 1 << 0;
        QTest::newRow("one is too few") << 1 << 2 << 503;
        QTest::newRow("two are enough") << 2 << 3 << 200;
    }
    void retriesOnlyWhereAsked()
    {
        QFETCH(int, retries);
        QFETCH(int, requests);
        QFETCH(int, status);
        FakeHttpServer server;
        server.on("/x", {200, "half", {}, Ending::Cut});
        server.on("/x", {503, "busy"});
        server.on("/x", {200, "there"});
        const auto reply = send({.url = server.url("/x"), .retries = retries});
        QCOMPARE(reply ? reply->status : 0, status);
        QCOMPARE(server.count("/x"), requests);
        if (status == 200)
            QCOMPARE(reply->body, QByteArray("there")); // nothing of the first try
    }

    void aRefusalIsNotTriedAgain()
    {
        FakeHttpServer server;
        server.on("/x", FakeReply::json("{}", 404));
        QCOMPARE(send({.url = server.url("/x"), .retries = 3})->status, 404);
        QCOMPARE(server.count("/x"), 1);
    }

    void cancel()
    {
        FakeHttpServer server;
        server.on("/x", {200, {}, {}, Ending::Hang});
        HttpClient client(Tls(), m_clock);
        const Cancel canceled;
        auto under = client.send({.url = server.url("/x"), .retries = 5}, canceled);
        QTRY_COMPARE(server.count("/x"), 1);
        canceled.request();
        const auto reply = await(under);
        QVERIFY(!reply && reply.error().isCancel());
        const auto again = await(client.send({.url = server.url("/x")}, canceled));
        QVERIFY(!again && again.error().isCancel());
        QCOMPARE(server.count("/x"), 1);
    }

    void aClientThatGoesCancels()
    {
        FakeHttpServer server;
        server.on("/x", {200, {}, {}, Ending::Hang});
        auto client = std::make_unique<HttpClient>(Tls(), m_clock);
        auto under = client->send({.url = server.url("/x")});
        QTRY_COMPARE(server.count("/x"), 1);
        client.reset();
        const auto reply = await(under);
        QVERIFY(!reply && reply.error().isCancel());
    }
};

QTEST_GUILESS_MAIN(tst_HttpClient)
#include "tst_HttpClient.moc"
