// SPDX-License-Identifier: Apache-2.0
// Events, HelmReleases, NodeImages: read from recorded replies of Kubernetes 1.32.
#include "core/kube/Events.h"
#include "core/kube/HelmReleases.h"
#include "core/kube/KubeClient.h"
#include "core/kube/NodeImages.h"

#include "tests/support/Await.h"
#include "tests/support/FakeHttpServer.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>

using namespace windsock;

class tst_KubeObjects : public QObject
{
    Q_OBJECT

private:
    SystemClock m_clock;
    static QByteArray recorded(const QString &name)
    {
        QFile file(QStringLiteral(TEST_DATA "/kube/") + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void events()
    {
        FakeHttpServer server;
        server.on("/api/v1/namespaces/broken/events", FakeReply::json(recorded("events-broken-1.32.2.json")));
        KubeClient client(server.url(), Tls(), m_clock);
        const auto events = await(listEvents(client, eventSelector("broken", "b01bf507-a1e3-4659-8386-7b94d894ea66")));
        QVERIFY2(events, qPrintable(events ? QString() : events.error().report()));
        QVERIFY(server.requests().last().query.contains("fieldSelector=involvedObject.uid%3Db01bf507-a1e3-4659-8386-7b94d894ea66"));
        QVERIFY(events->size() > 40);
        for (qsizetype i = 1; i < events->size(); ++i)
            QVERIFY(events->at(i - 1).at >= events->at(i).at);
        const auto ofCrash = eventsOf(*events, "b01bf507-a1e3-4659-8386-7b94d894ea66");
        QCOMPARE(ofCrash.size(), 5);
        QCOMPARE(ofCrash.last().reason, QStringLiteral("Scheduled"));
        QVERIFY(!ofCrash.last().isWarning);
        const auto backOff = std::find_if(ofCrash.begin(), ofCrash.end(), [](const KubeEvent &event) { return event.reason == "BackOff"; });
        QVERIFY(backOff != ofCrash.end() && backOff->isWarning && backOff->count == 3 && backOff->name == "crash");
    }

    void eventTimes_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("count");
        QTest::newRow("kubelet") << QByteArray(R"({"lastTimestamp": "2026-11-23T21:00:00Z", "eventTime": null, "count": 4})") << 4;
        QTest::newRow("scheduler") << QByteArray(R"({"lastTimestamp": null, "eventTime": "2026-11-23T21:00:00.000000Z"})") << 1;
        QTest::newRow("series") << QByteArray(R"({"eventTime": "2026-11-23T20:00:00Z",
            "series": {"count": 7, "lastObservedTime": "2026-11-23T21:00:00.000000Z"}})")
                                << 7;
        QTest::newRow("neither") << QByteArray(R"({"metadata": {"creationTimestamp": "2026-11-23T21:00:00Z"}})") << 1;
    }
    void eventTimes()
    {
        QFETCH(QByteArray, json);
        const auto event = KubeEvent::fromJson(QJsonDocument::fromJson(json).object());
        QVERIFY(event);
        QCOMPARE(event->at, QDateTime(QDate(2026, 11, 23), QTime(21, 0), QTimeZone::utc()));
        QTEST(event->count, "count");
    }

    void helmRevisionsFromLabels()
    {
        FakeHttpServer server;
        server.on("/api/v1/namespaces/default/secrets", FakeReply::json(recorded("helm-secrets-3.19.4.json")));
        KubeClient client(server.url(), Tls(), m_clock);
        const auto revisions = await(listHelmRevisions(client, "default", "airflow-local"));
        QVERIFY2(revisions, qPrintable(revisions ? QString() : revisions.error().report()));
        const FakeRequest asked = server.requests().last();
        QVERIFY2(asked.query.contains("labelSelector=owner%3Dhelm%2Cname%3Dairflow-local"), asked.query);
        QVERIFY2(asked.headers.value("accept").contains("PartialObjectMetadataList"), asked.headers.value("accept"));
        QCOMPARE(revisions->size(), 1);
        QCOMPARE(revisions->first().release, QStringLiteral("airflow-local"));
        QCOMPARE(revisions->first().revision, 1);
        QCOMPARE(revisions->first().status, QStringLiteral("deployed"));
        QCOMPARE(revisions->first().secret, QStringLiteral("sh.helm.release.v1.airflow-local.v1"));
        QCOMPARE(revisions->first().modifiedAt.toSecsSinceEpoch(), qint64(1795469071));
        QVERIFY(revisions->first().labels.isEmpty() && !revisions->first().isPending());
    }

    void helmRevisionsInOrder()
    {
        const auto secret = [](const char *release, const char *version, const char *status) {
            const QJsonObject labels{{"name", release}, {"owner", "helm"}, {"status", status}, {"version", version}, {"windsock", "7f"}};
            return QJsonObject{{"metadata", QJsonObject{{"name", "s"}, {"namespace", "x"}, {"labels", labels}}}};
        };
        const auto revisions = helmRevisions({secret("a", "10", "pending-upgrade"), secret("a", "9", "superseded"),
                                              secret("b", "11", "failed"), QJsonObject{{"metadata", QJsonObject{}}}});
        QCOMPARE(revisions.size(), 3); // the last one is no release of Helm
        QCOMPARE(revisions.at(0).revision, 9);
        QCOMPARE(revisions.at(1).revision, 10); // not before 9, as text would be
        const auto latest = latestRevision(revisions, "a");
        QVERIFY(latest && latest->revision == 10 && latest->isPending());
        QCOMPARE(latest->labels, (QMap<QString, QString>{{"windsock", "7f"}}));
        QVERIFY(!latestRevision(revisions, "c"));
    }

    void nodeImages()
    {
        FakeHttpServer server;
        server.on("/api/v1/nodes", FakeReply::json(recorded("nodes-1.32.2.json")));
        KubeClient client(server.url(), Tls(), m_clock);
        const auto nodes = await(listNodeImages(client));
        QVERIFY2(nodes, qPrintable(nodes ? QString() : nodes.error().report()));
        QCOMPARE(nodes->size(), 1);
        QCOMPARE(nodes->first().node, QStringLiteral("netlab-control-plane"));
        QVERIFY(nodes->first().has("apache/airflow:2.10.5"));
        QVERIFY(nodes->first().has("docker.io/apache/airflow:2.10.5"));
        QVERIFY(!nodes->first().has("apache/airflow:2.10"));
        QVERIFY(!nodes->first().has("airflow-local:local"));
    }

    void fullNames_data()
    {
        QTest::addColumn<QString>("image");
        QTest::addColumn<QString>("full");
        QTest::newRow("word") << "busybox"
                              << "docker.io/library/busybox:latest";
        QTest::newRow("tag") << "airflow-local:4f2a"
                             << "docker.io/library/airflow-local:4f2a";
        QTest::newRow("owner") << "apache/airflow:2.10.5"
                               << "docker.io/apache/airflow:2.10.5";
        QTest::newRow("registry") << "ghcr.io/a/b:1"
                                  << "ghcr.io/a/b:1";
        QTest::newRow("port") << "localhost:5000/a"
                              << "localhost:5000/a:latest";
        QTest::newRow("localhost") << "localhost/a:1"
                                   << "localhost/a:1";
        QTest::newRow("digest") << "a@sha256:00"
                                << "docker.io/library/a@sha256:00";
    }
    void fullNames()
    {
        QFETCH(QString, image);
        QTEST(fullImageName(image), "full");
    }
};

QTEST_GUILESS_MAIN(tst_KubeObjects)
#include "tst_KubeObjects.moc"
