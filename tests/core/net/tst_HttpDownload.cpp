// SPDX-License-Identifier: Apache-2.0
// HttpClient::save: limits that a real download would take too long to reach, and whose file it is.
#include "core/net/HttpClient.h"

#include "tests/support/Await.h"
#include "tests/support/FakeClock.h"
#include "tests/support/FakeHttpServer.h"
#include "tests/support/TempWorkspace.h"

#include <QFileInfo>
#include <QtTest>

using namespace windsock;
using namespace std::chrono_literals;

class tst_HttpDownload : public QObject
{
    Q_OBJECT
private:
    TempWorkspace m_folder;
    SystemClock m_clock;

private slots:
    void savesWithItsSum()
    {
        FakeHttpServer server;
        const QByteArray body(largestReply + 1000, 'x'); // more than an answer in memory may be
        server.on("/big", {.body = body, .chunked = true});
        HttpClient client(Tls(), m_clock);
        const auto saved = await(client.save({.url = server.url("/big"), .file = m_folder.path("big")}));
        QVERIFY2(saved, qPrintable(saved ? QString() : saved.error().report()));
        QCOMPARE(saved->size, body.size());
        QCOMPARE(saved->sha256, QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex());
        QVERIFY(m_folder.read("big") == body);
    }

    void tooLarge()
    {
        FakeHttpServer server;
        server.on("/big", {.body = QByteArray(100001, 'x'), .chunked = true});
        HttpClient client(Tls(), m_clock);
        const auto saved = await(client.save({.url = server.url("/big"), .file = m_folder.path("large"), .most = 100000}));
        QVERIFY(!saved && saved.error().code == Error::Code::Network);
        QVERIFY(!QFileInfo::exists(m_folder.path("large")));
    }

    void keepsWhatIsThere()
    {
        FakeHttpServer server;
        server.on("/x", {.body = "new"});
        m_folder.write("mine", "old");
        HttpClient client(Tls(), m_clock);
        const auto saved = await(client.save({.url = server.url("/x"), .file = m_folder.path("mine")}));
        QVERIFY(!saved && saved.error().code == Error::Code::BadInput);
        QCOMPARE(m_folder.read("mine"), QByteArray("old"));
        QCOMPARE(server.count("/x"), 0);
    }

    void silenceEndsIt()
    {
        FakeHttpServer server;
        FakeClock clock;
        server.on("/x", FakeReply::stream("first"));
        HttpClient client(Tls(), clock);
        qint64 got = 0;
        const auto saving =
            client.save({.url = server.url("/x"), .file = m_folder.path("slow"), .silence = 30s, .progress = [&got](qint64 now, qint64) {
                             got = now;
                         }});
        QTRY_COMPARE(got, 5);
        clock.advance(30s);
        server.push("/x", "second"); // slow, but alive
        QTRY_COMPARE(got, 11);
        clock.advance(30s);
        QVERIFY(!saving.isFinished());
        clock.advance(30s);
        const auto saved = await(saving);
        QVERIFY(!saved && saved.error().code == Error::Code::Timeout);
        QVERIFY(!QFileInfo::exists(m_folder.path("slow")));
    }

    void secretsStayWithTheirServer()
    {
        FakeHttpServer server, other;
        other.on("/y", {.body = "taken"});
        server.on("/x", {302, "", {{"Location", other.url("/y").toEncoded()}}});
        HttpClient client(Tls(), m_clock);
        HttpRequest request{.url = server.url("/x"), .otherServers = true};
        QVERIFY(await(client.send(request)));
        QCOMPARE(other.count("/y"), 1);
        request.secret = {"Authorization", "Bearer ", std::make_shared<const SecretString>(QByteArray("token"))};
        QVERIFY(!await(client.send(request)));
        QCOMPARE(other.count("/y"), 1);
    }
};

QTEST_GUILESS_MAIN(tst_HttpDownload)
#include "tst_HttpDownload.moc"
