// SPDX-License-Identifier: Apache-2.0
// Against a real kind cluster: client certificate, list, watch, logs, proxy, create, patch, delete. Skipped unless
// WINDSOCK_TEST_KUBECONFIG names a kubeconfig file (and WINDSOCK_TEST_CONTEXT a context in it). Makes and removes one namespace.
#include "core/kube/HelmReleases.h"
#include "core/kube/KubeClient.h"
#include "core/kube/KubeWatch.h"
#include "core/kube/NodeImages.h"
#include "core/kube/PodLogStream.h"
#include "core/kube/PodReason.h"

#include "tests/support/Await.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace windsock;
using namespace std::chrono_literals;

class tst_RealCluster : public QObject
{
    Q_OBJECT

private:
    SystemClock m_clock;
    Kubeconfig m_config;
    std::unique_ptr<KubeClient> m_client;
    QString m_space = QStringLiteral("windsock-test-%1").arg(QCoreApplication::applicationPid());
    QString m_image;

    QJsonObject podObject(const QString &name, const QString &script) const
    {
        const QJsonObject container{
            {"name", "base"}, {"image", m_image}, {"imagePullPolicy", "Never"}, {"command", QJsonArray{"sh", "-c", script}}};
        return {
            {"apiVersion", "v1"},
            {"kind", "Pod"},
            {"metadata", QJsonObject{{"name", name}, {"labels", QJsonObject{{"of", "test"}}}}},
            {"spec", QJsonObject{{"restartPolicy", "Never"}, {"terminationGracePeriodSeconds", 0}, {"containers", QJsonArray{container}}}}};
    }
    bool make(const QString &name, const QString &script)
    {
        return await(m_client->create({kube::pods(), m_space}, podObject(name, script))).has_value();
    }
    static QString report(const Error &error) { return error.report(); }

private slots:
    void initTestCase()
    {
        const QString path = qEnvironmentVariable("WINDSOCK_TEST_KUBECONFIG");
        if (path.isEmpty())
            QSKIP("WINDSOCK_TEST_KUBECONFIG is not set: no cluster to test against");
        const auto config = Kubeconfig::load(path, qEnvironmentVariable("WINDSOCK_TEST_CONTEXT", "kind-kind"));
        QVERIFY2(config, qPrintable(config ? QString() : report(config.error())));
        m_config = *config;
        auto client = KubeClient::make(m_config, m_clock);
        QVERIFY2(client, qPrintable(client ? QString() : report(client.error())));
        m_client = std::move(*client);
        const auto ready = await(m_client->ready());
        QVERIFY2(ready, qPrintable(ready ? QString() : report(ready.error())));
        // An image that every kind node has: its storage helper's.
        const auto nodes = await(listNodeImages(*m_client));
        QVERIFY(nodes && !nodes->isEmpty());
        for (const QString &name : nodes->first().names) {
            if (name.contains(QStringLiteral("local-path-helper:")))
                m_image = name;
        }
        QVERIFY(!m_image.isEmpty());
        const QJsonObject space{{"apiVersion", "v1"}, {"kind", "Namespace"}, {"metadata", QJsonObject{{"name", m_space}}}};
        QVERIFY(await(m_client->create({kube::namespaces()}, space)));
        // Pods need the namespace's default account, which comes a moment later.
        const KubeObject account{{QStringLiteral("/api/v1"), QStringLiteral("serviceaccounts")}, m_space, QStringLiteral("default")};
        QTRY_VERIFY_WITH_TIMEOUT(await(m_client->read(account)), 60000);
    }

    void cleanupTestCase()
    {
        if (m_client)
            QVERIFY(await(m_client->remove({kube::namespaces(), {}, m_space})));
    }

    void withoutItsCertificateWeAreNobody()
    {
        TlsIdentity nobody = m_config.identity;
        nobody.certificate.clear();
        KubeClient client(m_config.server, *Tls::fromIdentity(nobody), m_clock);
        const auto list = await(client.list({kube::pods(), "default"}));
        QVERIFY(!list);
        QCOMPARE(list.error().code, Error::Code::Auth);
    }

    void anotherAuthorityIsNotTrusted()
    {
        TlsIdentity other = m_config.identity;
        other.authorities = other.certificate; // a certificate, but not the server's authority
        KubeClient client(m_config.server, *Tls::fromIdentity(other), m_clock);
        const auto ready = await(client.ready());
        QVERIFY(!ready);
        QCOMPARE(ready.error().code, Error::Code::Auth);
        QVERIFY2(ready.error().what.contains(QStringLiteral("no trusted connection")), qPrintable(report(ready.error())));
    }

    void watchesAndPatches()
    {
        KubeWatch watch(*m_client, {kube::pods(), m_space, QStringLiteral("of=test")});
        QSignalSpy changed(&watch, &KubeWatch::changed);
        watch.start();
        QTRY_VERIFY_WITH_TIMEOUT(watch.isSynced(), 30000);
        QVERIFY(watch.items().isEmpty());
        QVERIFY(make("watched", "sleep 600"));
        QTRY_COMPARE_WITH_TIMEOUT(watch.items().size(), 1, 30000);
        const auto now = [&watch] { return podsFromJson(watch.items()).value(0); };
        QTRY_VERIFY2_WITH_TIMEOUT(now().isReady(), qPrintable(podReason(now()).text), 120000);
        const KubeObject pod{kube::pods(), m_space, "watched"};
        QVERIFY(await(m_client->patch(pod, KubePatch::Merge, R"({"metadata": {"labels": {"merge": "1"}}})")));
        QVERIFY(await(m_client->patch(pod, KubePatch::Json, R"([{"op": "add", "path": "/metadata/labels/json", "value": "1"}])")));
        QVERIFY(await(m_client->patch(pod, KubePatch::Strategic, R"({"metadata": {"labels": {"strategic": "1"}}})")));
        QTRY_VERIFY_WITH_TIMEOUT(now().labels.contains("merge") && now().labels.contains("json") && now().labels.contains("strategic"),
                                 30000);
        QVERIFY(await(m_client->remove(pod)));
        QTRY_VERIFY_WITH_TIMEOUT(watch.items().isEmpty(), 60000);
        QVERIFY(changed.size() >= 3);
        QVERIFY(watch.isLive());
    }

    void followsLogs()
    {
        QVERIFY(make("logs", "for i in 1 2 3 4 5; do echo line $i; sleep 1; done; printf half"));
        QTRY_VERIFY_WITH_TIMEOUT(await(readPodLog(*m_client, {.space = m_space, .pod = "logs", .container = "base"})), 120000);
        PodLogStream log(*m_client);
        QSignalSpy lines(&log, &PodLogStream::line), ended(&log, &PodLogStream::ended);
        log.open({.space = m_space, .pod = "logs", .container = "base", .tailLines = -1, .timestamps = true});
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 60000);
        QVERIFY(ended.first().first().value<Result<>>());
        QCOMPARE(lines.size(), 6);
        QVERIFY(lines.at(0).first().toByteArray().endsWith("Z line 1"));
        QVERIFY(lines.at(5).first().toByteArray().endsWith("Z half"));
        const auto tail = await(readPodLog(*m_client, {.space = m_space, .pod = "logs", .container = "base", .tailLines = 2}));
        QVERIFY(tail);
        QCOMPARE(*tail, (QStringList{"line 5", "half"}));
        const auto none = await(readPodLog(*m_client, {.space = m_space, .pod = "logs", .container = "nothere"}));
        QVERIFY(!none);
        QVERIFY2(none.error().why.contains("nothere"), qPrintable(none.error().report()));
    }

    void proxiesToServicesAndPods()
    {
        // CoreDNS tells its metrics on port 9153 in every kind cluster.
        const auto service = await(m_client->proxy({kube::services(), "kube-system", "kube-dns", "metrics"}, "/metrics"));
        QVERIFY2(service, qPrintable(service ? QString() : report(service.error())));
        QCOMPARE(service->status, 200);
        QVERIFY(service->body.contains("coredns_build_info"));
        const auto pods = await(m_client->list({kube::pods(), "kube-system", "k8s-app=kube-dns"}));
        QVERIFY(pods && !pods->items.isEmpty());
        const QString name = Pod::fromJson(pods->items.first())->name;
        const auto pod = await(m_client->proxy({kube::pods(), "kube-system", name, "9153"}, "/metrics"));
        QVERIFY(pod);
        QVERIFY(pod->body.contains("coredns_build_info"));
        const auto closed = await(m_client->proxy({kube::pods(), "kube-system", name, "1"}, "/"));
        QVERIFY(closed);
        QVERIFY(closed->status >= 500);
    }

    void saysWhyAPodDoesNotStart()
    {
        QJsonObject object = podObject("broken", "true");
        QJsonObject spec = object["spec"].toObject();
        QJsonObject container = spec["containers"].toArray().first().toObject();
        container["image"] = "airflow-local:nothere";
        spec["containers"] = QJsonArray{container};
        object["spec"] = spec;
        QVERIFY(await(m_client->create({kube::pods(), m_space}, object)));
        const auto reason = [this] {
            const auto pod = Pod::fromJson(await(m_client->read({kube::pods(), m_space, "broken"})).value_or({}));
            return pod ? podReason(*pod).rule : QString();
        };
        QTRY_COMPARE_WITH_TIMEOUT(reason(), QStringLiteral("pods.image"), 120000);
        const auto events = await(listEvents(*m_client, eventSelector(m_space)));
        QVERIFY(events && !events->isEmpty());
    }

    void seesHelmsReleases()
    {
        const auto revisions = await(listHelmRevisions(*m_client, {}));
        QVERIFY2(revisions, qPrintable(revisions ? QString() : report(revisions.error())));
        for (const HelmRevision &revision : *revisions)
            QVERIFY(!revision.release.isEmpty() && revision.revision > 0 && !revision.status.isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_RealCluster)
#include "tst_RealCluster.moc"
