// SPDX-License-Identifier: Apache-2.0
// KubeWatch: list, follow, and come back from everything that a server does to a watch. The clock stands still unless moved.
#include "core/kube/KubeWatch.h"

#include "tests/support/FakeClock.h"
#include "tests/support/FakeHttpServer.h"

#include <QSignalSpy>
#include <QTest>

using namespace windsock;
using namespace std::chrono_literals;

namespace {

const QByteArray listed = "/api/v1/namespaces/x/pods";
const QByteArray watched = "/api/v1/namespaces/x/pods?watch";

QByteArray pod(const QByteArray &name, int version)
{
    return R"({"metadata": {"namespace": "x", "name": ")" + name + R"(", "resourceVersion": ")" + QByteArray::number(version) + "\"}}";
}

QByteArray list(int version, const QByteArrayList &pods)
{
    return R"({"metadata": {"resourceVersion": ")" + QByteArray::number(version) + R"("}, "items": [)" + pods.join(',') + "]}";
}

QByteArray watchEvent(const QByteArray &type, const QByteArray &object)
{
    return R"({"type": ")" + type + R"(", "object": )" + object + "}\n";
}

const QByteArray tooOld = watchEvent("ERROR", R"({"kind":"Status","status":"Failure","message":"too old resource version: 1","code":410})");

} // namespace

class tst_KubeWatch : public QObject
{
    Q_OBJECT

private:
    struct Scene
    {
        FakeClock clock;
        FakeHttpServer server;
        KubeClient client{server.url(), Tls(), clock};
        KubeWatch watch{client, {kube::pods(), "x"}};
        QSignalSpy synced{&watch, &KubeWatch::synced}, changed{&watch, &KubeWatch::changed};
        QList<Error> errors;
        Scene()
        {
            connect(&watch, &KubeWatch::interrupted, &watch, [this](const Error &error) { errors += error; });
        }
        QString names() const
        {
            QStringList names;
            for (const QJsonObject &item : watch.items())
                names += item["metadata"]["name"].toString() + u':' + item["metadata"]["resourceVersion"].toString();
            return names.join(u' ');
        }
        // Starts with one list and an open watch, and lets the first change out.
        bool settle()
        {
            server.on(listed, FakeReply::json(list(5, {pod("b", 2), pod("a", 1)})));
            server.on(watched, FakeReply::stream());
            watch.start();
            const bool open = QTest::qWaitFor([this] { return watch.isLive() && server.openStreams(watched) == 1; });
            clock.advance(60ms);
            return open && changed.size() == 1;
        }
        QByteArray askedVersion() const
        {
            const QByteArray query = server.last(watched).query;
            return query.mid(query.indexOf("resourceVersion=") + 16).split('&').first();
        }
    };

private slots:
    void listsThenFollows()
    {
        Scene scene;
        QVERIFY(scene.settle());
        QCOMPARE(scene.synced.size(), 1);
        QCOMPARE(scene.names(), QStringLiteral("a:1 b:2"));
        QCOMPARE(scene.askedVersion(), QByteArray("5"));
        QVERIFY(scene.server.last(watched).query.contains("allowWatchBookmarks=true"));
        scene.server.push(watched,
                          watchEvent("ADDED", pod("c", 6)) + watchEvent("MODIFIED", pod("a", 7)) + watchEvent("DELETED", pod("b", 8)));
        QTRY_COMPARE(scene.names(), QStringLiteral("a:7 c:6"));
        QVERIFY(scene.watch.isLive());
        scene.clock.advance(60ms);
        QCOMPARE(scene.changed.size(), 2); // one for all three
        QCOMPARE(scene.server.count(listed), 1);
        QVERIFY(scene.errors.isEmpty());
    }

    void halvesOfLines()
    {
        Scene scene;
        QVERIFY(scene.settle());
        const QByteArray line = watchEvent("ADDED", pod("c", 6));
        scene.server.push(watched, line.left(20));
        scene.server.push(watched, line.mid(20));
        QTRY_COMPARE(scene.names(), QStringLiteral("a:1 b:2 c:6"));
    }

    void throttlesChanges()
    {
        Scene scene;
        QVERIFY(scene.settle());
        for (int version = 10; version < 500; ++version)
            scene.server.push(watched, watchEvent("MODIFIED", pod("a", version)));
        QTRY_COMPARE(scene.names(), QStringLiteral("a:499 b:2"));
        QCOMPARE(scene.changed.size(), 1);
        scene.clock.advance(50ms);
        QCOMPARE(scene.changed.size(), 2);
        scene.clock.advance(10s);
        QCOMPARE(scene.changed.size(), 2);
    }

    void bookmarksMoveTheVersionOnly()
    {
        Scene scene;
        QVERIFY(scene.settle());
        scene.server.push(watched, watchEvent("BOOKMARK", R"({"metadata": {"resourceVersion": "77"}})"));
        scene.clock.advance(2s);
        scene.server.endStreams(watched);
        QTRY_COMPARE(scene.server.count(watched), 2);
        QCOMPARE(scene.askedVersion(), QByteArray("77"));
        QCOMPARE(scene.changed.size(), 1);
        QCOMPARE(scene.names(), QStringLiteral("a:1 b:2"));
        QCOMPARE(scene.server.count(listed), 1); // no list: nothing was lost
    }

    void aBrokenWatchGoesOnWhereItWas()
    {
        Scene scene;
        QVERIFY(scene.settle());
        scene.server.push(watched, watchEvent("ADDED", pod("c", 6)) + watchEvent("ADDED", pod("d", 9)).left(30));
        QTRY_COMPARE(scene.names(), QStringLiteral("a:1 b:2 c:6"));
        scene.server.breakStreams(watched);
        QTRY_COMPARE(scene.errors.size(), 1);
        QVERIFY(!scene.watch.isLive());
        QCOMPARE(scene.server.count(watched), 1); // not before its time
        scene.server.forget(listed);
        scene.server.on(listed, FakeReply::json(list(9, {pod("a", 1), pod("c", 6), pod("d", 9)})));
        scene.clock.advance(50ms);
        QTRY_COMPARE(scene.server.openStreams(watched), 1);
        // The half line was handed over as a line that makes no sense: then a list shows what is true.
        QTRY_COMPARE(scene.names(), QStringLiteral("a:1 c:6 d:9"));
    }

    void backsOffFrom50MillisecondsTo15Seconds()
    {
        Scene scene;
        scene.server.on(listed, FakeReply::json("{}", 500));
        scene.watch.start();
        int asked = 1;
        for (const int pause : {50, 100, 200, 400, 800, 1600, 3200, 6400, 12800, 15000, 15000}) {
            QTRY_COMPARE(scene.errors.size(), asked);
            scene.clock.advance(std::chrono::milliseconds(pause - 1));
            drain();
            QCOMPARE(scene.server.count(listed), asked);
            scene.clock.advance(1ms);
            ++asked;
            QTRY_COMPARE(scene.server.count(listed), asked);
        }
        scene.server.forget(listed);
        scene.server.on(listed, FakeReply::json(list(5, {pod("a", 1)})));
        scene.server.on(watched, FakeReply::stream());
        QTRY_COMPARE(scene.errors.size(), asked);
        scene.clock.advance(15s);
        QTRY_COMPARE(scene.server.openStreams(watched), 1);
        // A watch that lived for a while starts anew from the shortest pause.
        scene.clock.advance(2s);
        scene.server.breakStreams(watched);
        QTRY_COMPARE(scene.errors.size(), asked + 1);
        scene.clock.advance(50ms);
        QTRY_COMPARE(scene.server.count(watched), 2);
    }

    void tooOldMeansAFreshList_data()
    {
        QTest::addColumn<bool>("asStatus");
        QTest::newRow("as an event") << false;
        QTest::newRow("as a status") << true;
    }
    void tooOldMeansAFreshList()
    {
        QFETCH(bool, asStatus);
        Scene scene;
        QVERIFY(scene.settle());
        scene.server.forget(watched);
        scene.server.on(watched, asStatus ? FakeReply::json(R"({"message": "too old", "code": 410})", 410) : FakeReply::stream(tooOld));
        scene.server.on(watched, FakeReply::stream());
        scene.server.forget(listed);
        scene.server.on(listed, FakeReply::json(list(90, {pod("a", 80)})));
        scene.clock.advance(2s);
        scene.server.endStreams(watched);
        QTRY_COMPARE(scene.server.count(watched), 2);
        QTRY_VERIFY(scene.clock.waiting(50ms) > 0 && !scene.watch.isLive()); // requests have limits of seconds
        scene.clock.advance(50ms);
        QTRY_COMPARE(scene.names(), QStringLiteral("a:80"));
        QTRY_COMPARE(scene.server.count(watched), 3);
        QCOMPARE(scene.askedVersion(), QByteArray("90"));
        QVERIFY(scene.errors.isEmpty()); // it is how watches work, nobody needs to know
        scene.clock.advance(60ms);
        QCOMPARE(scene.changed.size(), 2);
    }

    void aFreshListThatIsTheSameIsNoChange()
    {
        Scene scene;
        QVERIFY(scene.settle());
        scene.server.push(watched, tooOld);
        QTRY_VERIFY(!scene.watch.isLive());
        scene.clock.advance(50ms);
        QTRY_COMPARE(scene.server.count(listed), 2);
        QTRY_COMPARE(scene.server.openStreams(watched), 1);
        scene.clock.advance(1s);
        QCOMPARE(scene.changed.size(), 1);
        QCOMPARE(scene.synced.size(), 1);
    }

    void nonsenseMeansAFreshList()
    {
        Scene scene;
        QVERIFY(scene.settle());
        scene.server.push(watched, "<html>\n");
        QTRY_COMPARE(scene.errors.size(), 1);
        scene.clock.advance(50ms);
        QTRY_COMPARE(scene.server.count(listed), 2);
    }

    void aServerThatEndsAtOnceIsNotAskedWithoutPause()
    {
        Scene scene;
        scene.server.on(listed, FakeReply::json(list(5, {})));
        scene.server.on(watched, {200, {}});
        scene.watch.start();
        QTRY_COMPARE(scene.server.count(watched), 1);
        QTRY_VERIFY(scene.clock.waiting(50ms) > 0);
        drain();
        QCOMPARE(scene.server.count(watched), 1);
        scene.clock.advance(50ms);
        QTRY_COMPARE(scene.server.count(watched), 2);
    }

    void silenceIsNoticed()
    {
        Scene scene;
        QVERIFY(scene.settle());
        scene.clock.advance(269s); // the server was asked to end the watch after 240 s
        QVERIFY(scene.errors.isEmpty());
        scene.clock.advance(960ms);
        QCOMPARE(scene.errors.size(), 1);
        QCOMPARE(scene.errors.first().code, Error::Code::Timeout);
        scene.clock.advance(50ms);
        QTRY_COMPARE(scene.server.count(watched), 2);
    }

    void stopMeansStop()
    {
        Scene scene;
        QVERIFY(scene.settle());
        scene.server.push(watched, watchEvent("ADDED", pod("c", 6)));
        QTRY_COMPARE(scene.names(), QStringLiteral("a:1 b:2 c:6"));
        scene.watch.stop();
        scene.clock.advance(20s);
        QTRY_COMPARE(scene.server.openStreams(watched), 0);
        drain();
        QCOMPARE(scene.changed.size(), 1);
        QCOMPARE(scene.server.count(watched), 1);
        QVERIFY(scene.errors.isEmpty());
        scene.watch.start();
        QTRY_COMPARE(scene.server.count(listed), 2);
        QTRY_COMPARE(scene.synced.size(), 2);
    }

    void metadataOnly()
    {
        Scene scene;
        scene.server.on(listed, FakeReply::json(list(5, {})));
        scene.server.on(watched, FakeReply::stream());
        KubeWatch watch(scene.client, {.kind = kube::pods(), .space = "x", .metadataOnly = true});
        watch.start();
        QTRY_COMPARE(scene.server.openStreams(watched), 1);
        QVERIFY(scene.server.last(listed).headers.value("accept").contains("as=PartialObjectMetadataList;"));
        QVERIFY(scene.server.last(watched).headers.value("accept").contains("as=PartialObjectMetadata;"));
    }

private:
    static void drain()
    {
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents(QEventLoop::AllEvents);
    }
};

QTEST_GUILESS_MAIN(tst_KubeWatch)
#include "tst_KubeWatch.moc"
