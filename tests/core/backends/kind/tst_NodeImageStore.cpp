// SPDX-License-Identifier: Apache-2.0
// What the node's tools answered, recorded from containerd 1.6 and crictl, and what we ask them.
#include "core/backends/kind/NodeImageStore.h"

#include <QFile>
#include <QTest>

using namespace windsock;

class tst_NodeImageStore : public QObject
{
    Q_OBJECT
private slots:
    void images();
    void badImages();
    void layers();
    void plainFormIsPreferred();
    void snapshotter_data();
    void snapshotter();
    void complete_data();
    void complete();
    void commands();
    void fullNames_data();
    void fullNames();
};

namespace {
QByteArray data(const char *file)
{
    QFile open(QStringLiteral(TEST_DATA "/image/") + QString::fromLatin1(file));
    return open.open(QIODevice::ReadOnly) ? open.readAll() : QByteArray();
}
const QString base = QStringLiteral("sha256:b362872d1991864f248c58d27565ee7151e212e6a8dc8248bb41c912741cc0e4");
const QString pushed = QStringLiteral("sha256:35a2569ed1fa02f321de98a5f61adc63500c525f49220c4d8997376fe11cb306");
const QString pushedPlain = QStringLiteral("sha256:af6e224717a3b229cdc6f15d7dfe2a26d091f7c694c2eb035e80f3928d4ecaef");
} // namespace

void tst_NodeImageStore::images()
{
    const auto images = nodestore::parseImages(data("crictl-1.32-images.json"));
    QVERIFY(images);
    QCOMPARE(images->size(), 4);
    QCOMPARE(images->at(1).names, (QStringList{"docker.io/library/airflow-local:40626ee59617", "docker.io/library/airflow-local:other"}));
    QVERIFY(images->at(1).id.startsWith(QStringLiteral("sha256:40626ee59617")));
}

void tst_NodeImageStore::badImages()
{
    QVERIFY(!nodestore::parseImages("E1123 connection refused"));
    QVERIFY(nodestore::parseImages("{}")->isEmpty());
}

void tst_NodeImageStore::layers()
{
    const NodeLayers node = nodestore::parseLayers(data("ctr-1.6-content-ls.txt"), data("containerd-blob-files.txt"));
    QCOMPARE(node.layer(base), (LayerBlob{base, 625776640, false}));
    QCOMPARE(node.layer(pushedPlain), (LayerBlob{pushed, 1000540, true}));
    QVERIFY(node.hasBlob(pushed));
    QVERIFY(!node.hasLayer(pushed));
    // listed, but its file is not there
    QVERIFY(!node.hasLayer("sha256:e2aa29c6ba58d971c669b52cdd7e0822ed423fc9af0af630faeeaaf3f7e1c73e"));
    QCOMPARE(node.missing({base, pushedPlain, "sha256:0"}), 1);
    QCOMPARE(nodestore::parseLayers("nonsense", "nonsense x\n").missing({base}), 1);
}

void tst_NodeImageStore::plainFormIsPreferred()
{
    NodeLayers node;
    node.add("d", "d", 1);
    node.add("gz", "d", 2);
    QCOMPARE(node.layer("d"), (LayerBlob{"d", 1, false}));
    NodeLayers other;
    other.add("gz", "d", 2);
    other.add("d", "d", 1);
    QCOMPARE(other.layer("d"), (LayerBlob{"d", 1, false}));
}

void tst_NodeImageStore::snapshotter_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QString>("expected");
    QTest::newRow("containerd 1") << QByteArray(
        "version = 2\n[plugins]\n  [plugins.\"io.containerd.grpc.v1.cri\".containerd]\n    snapshotter = \"fuse-overlayfs\"\n")
                                  << "fuse-overlayfs";
    QTest::newRow("containerd 2") << QByteArray("version = 3\n[plugins.'io.containerd.cri.v1.images']\n  snapshotter = 'zfs'\n") << "zfs";
    QTest::newRow("another section") << QByteArray("[plugins.\"io.containerd.other\"]\n  snapshotter = \"zfs\"\n") << "overlayfs";
    QTest::newRow("odd") << QByteArray("[plugins.'io.containerd.cri.v1.images']\n  snapshotter = '--x y'\n") << "overlayfs";
    QTest::newRow("nothing") << QByteArray() << "overlayfs";
}

void tst_NodeImageStore::snapshotter()
{
    QFETCH(QByteArray, config);
    QTEST(nodestore::parseSnapshotter(config), "expected");
}

void tst_NodeImageStore::complete_data()
{
    QTest::addColumn<QByteArray>("check");
    QTest::addColumn<bool>("whole");
    const QByteArray head = "REF TYPE DIGEST STATUS SIZE UNPACKED\ndocker.io/x:y application/vnd.oci.image.manifest.v1+json sha256:a86d ";
    QTest::newRow("complete") << QByteArray(head + "complete (3/3) 597.7 MiB/597.7 MiB true\n") << true;
    QTest::newRow("incomplete") << QByteArray(head + "incomplete (2/3) 1.0 MiB/597.7 MiB true\n") << false;
    QTest::newRow("not unpacked") << QByteArray(head + "complete (3/3) 597.7 MiB/597.7 MiB false\n") << false;
    QTest::newRow("no such image") << QByteArray() << false;
}

void tst_NodeImageStore::complete()
{
    QFETCH(QByteArray, check);
    QTEST(nodestore::parseIsComplete(check), "whole");
}

void tst_NodeImageStore::commands()
{
    QCOMPARE(
        nodestore::importImage("n", "overlayfs").shown(),
        QStringLiteral("docker exec --interactive -- n ctr --namespace=k8s.io images import --all-platforms --snapshotter=overlayfs -"));
    QCOMPARE(nodestore::importImage("n", "overlayfs").limit.count(), 0);
    QCOMPARE(nodestore::checkImage("n", "native", "a:1").shown(),
             QStringLiteral("docker exec -- n ctr --namespace=k8s.io images check --snapshotter=native name==a:1"));
    QCOMPARE(nodestore::tagImage("n", "a", "b").shown(), QStringLiteral("docker exec -- n ctr --namespace=k8s.io images tag --force a b"));
}

void tst_NodeImageStore::fullNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("full");
    QTest::newRow("bare") << "airflow-local:1"
                          << "docker.io/library/airflow-local:1";
    QTest::newRow("user") << "me/airflow:1"
                          << "docker.io/me/airflow:1";
    QTest::newRow("host") << "ghcr.io/me/airflow:1"
                          << "ghcr.io/me/airflow:1";
    QTest::newRow("port") << "registry:5000/airflow:1"
                          << "registry:5000/airflow:1";
    QTest::newRow("localhost") << "localhost/airflow:1"
                               << "localhost/airflow:1";
}

void tst_NodeImageStore::fullNames()
{
    QFETCH(QString, name);
    QTEST(fullImageName(name), "full");
}

QTEST_GUILESS_MAIN(tst_NodeImageStore)
#include "tst_NodeImageStore.moc"
