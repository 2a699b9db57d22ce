// SPDX-License-Identifier: Apache-2.0
// Reading kind-cluster.yaml, and the config that is derived from it.
#include "core/workspace/KindConfig.h"
#include "core/workspace/Ports.h"

#include <QTest>

using namespace windsock;

namespace {
const QDir folder(QStringLiteral("/home/me/my dags"));
const QString mark = QStringLiteral("/state/owner");
const QByteArray head = "kind: Cluster\napiVersion: kind.x-k8s.io/v1alpha4\n";

YamlDocument document(const QByteArray &text)
{
    const Result<YamlDocument> parsed = YamlDocument::parse(text, QStringLiteral("kind-cluster.yaml"));
    if (!parsed)
        qFatal("%s", qPrintable(parsed.error().report()));
    return *parsed;
}
} // namespace

class tst_KindConfig : public QObject
{
    Q_OBJECT
private slots:
    void readsMountsAndPorts();
    void readsTheNodeImage_data();
    void readsTheNodeImage();
    void refuses_data();
    void refuses();
    void warnsOfUnknownKeys();
    void rendersDefault();
    void rendersTheUsersConfig();
    void rendersEveryNodeOnce();
    void rendersWhatKindReadsBack();
};

void tst_KindConfig::readsMountsAndPorts()
{
    const Result<KindConfig> config = KindConfig::read(
        document(head
                 + "nodes:\n- role: control-plane\n  extraMounts:\n  - hostPath: ./dags\n    containerPath: /opt/airflow/dags/\n"
                   "  - {hostPath: /abs/../x, containerPath: /y, readOnly: true}\n"
                   "  extraPortMappings:\n  - {containerPort: 30080, hostPort: 8080, listenAddress: 127.0.0.1}\n"
                   "  - {containerPort: 30081, hostPort: 8081}\n  - {containerPort: 53, hostPort: 5353, protocol: UDP}\n"
                   "  - {containerPort: 30082, hostPort: 8082, listenAddress: 192.168.1.2}\n  - {containerPort: 30083}\n- role: worker\n"),
        folder);
    QVERIFY(config);
    QCOMPARE(config->nodes, 2);
    QCOMPARE(config->mounts.size(), 2);
    QCOMPARE(config->mounts[0].hostPath, QStringLiteral("./dags"));
    QCOMPARE(config->mounts[0].hostAbsolute, QStringLiteral("/home/me/my dags/dags"));
    QCOMPARE(config->mounts[0].nodePath, QStringLiteral("/opt/airflow/dags"));
    QCOMPARE(config->mounts[0].place.text(), QStringLiteral("kind-cluster.yaml:6:5"));
    QCOMPARE(config->mounts[1].hostAbsolute, QStringLiteral("/x"));
    QVERIFY(config->mounts[1].readOnly && !config->mounts[0].readOnly);
    QCOMPARE(loopbackPorts(config->ports), (QList<int>{8080, 8081}));
    QCOMPARE(loopbackPort(config->ports, 30080), 8080);
    QCOMPARE(loopbackPort(config->ports, 30082), std::nullopt);
    QCOMPARE(loopbackPort(config->ports, 30083), std::nullopt);
    QVERIFY(config->warnings.isEmpty());
    QVERIFY(KindConfig::read(YamlDocument(), folder)->mounts.isEmpty());
}

void tst_KindConfig::readsTheNodeImage_data()
{
    QTest::addColumn<QByteArray>("nodes");
    QTest::addColumn<QString>("image");
    QTest::newRow("no nodes") << QByteArray() << "";
    QTest::newRow("kind's own") << QByteArray("nodes: [{role: control-plane}]\n") << "";
    QTest::newRow("none") << QByteArray("nodes: [{image: null}]\n") << "";
    QTest::newRow("a role by default") << QByteArray("nodes: [{image: \"kindest/node:v1.31.2\"}]\n") << "kindest/node:v1.31.2";
    QTest::newRow("not the worker's") << QByteArray("nodes:\n- {role: worker, image: \"a:1\"}\n- {role: control-plane, image: \"b:2\"}\n")
                                      << "b:2";
    QTest::newRow("the first one's") << QByteArray("nodes:\n- {role: control-plane}\n- {role: control-plane, image: \"b:2\"}\n") << "";
}

void tst_KindConfig::readsTheNodeImage()
{
    QFETCH(QByteArray, nodes);
    const Result<KindConfig> config = KindConfig::read(document(head + nodes), folder);
    QVERIFY(config);
    QTEST(config->nodeImage, "image");
}

void tst_KindConfig::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("word");
    const auto row = [](const QByteArray &text, const char *place, const char *word) {
        QTest::newRow(text.right(60).constData())
            << text << QStringLiteral("kind-cluster.yaml") + QLatin1String(place) << QString::fromLatin1(word);
    };
    row("- a\n", ":1:1", "map");
    row("a: 1\n", ":1:1", "kind");
    row("kind: Pod\napiVersion: kind.x-k8s.io/v1alpha4\n", ":1:7", "Cluster");
    row("kind: Cluster\n", ":1:1", "apiVersion");
    row("kind: Cluster\napiVersion: v1\n", ":2:13", "v1alpha4");
    row(head + "nodes: {}\n", ":3:8", "list");
    row(head + "nodes: [control-plane]\n", ":3:9", "role");
    row(head + "nodes: [{role: master}]\n", ":3:16", "master");
    row(head + "nodes: [{image: \"--x\"}]\n", ":3:17", "image name");
    row(head + "nodes: [{extraMounts: {a: b}}]\n", ":3:23", "list");
    row(head + "nodes: [{extraMounts: [{containerPath: /a}]}]\n", ":3:24", "hostPath");
    row(head + "nodes: [{extraMounts: [{hostPath: ./a}]}]\n", ":3:24", "containerPath");
    row(head + "nodes: [{extraMounts: [{hostPath: ./a, containerPath: a}]}]\n", ":3:55", "absolute");
    row(head + "nodes: [{extraMounts: [{hostPath: ./a, containerPath: /a, readOnly: 3}]}]\n", ":3:69", "true or false");
    row(head + "nodes: [{extraPortMappings: [{hostPort: 1}]}]\n", ":3:30", "containerPort");
    row(head + "nodes: [{extraPortMappings: [{containerPort: 99999}]}]\n", ":3:46", "port");
    row(head + "nodes: [{extraPortMappings: [{containerPort: a}]}]\n", ":3:46", "port");
}

void tst_KindConfig::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, place);
    QFETCH(QString, word);
    const Result<KindConfig> config = KindConfig::read(document(text), folder);
    QVERIFY(!config);
    QVERIFY2(config.error().report().contains(word), qPrintable(config.error().report()));
    QCOMPARE(config.error().place.text(), place);
    QVERIFY(!renderKindConfig(document(text), folder, mark));
}

void tst_KindConfig::warnsOfUnknownKeys()
{
    const Result<KindConfig> config = KindConfig::read(
        document(
            head
            + "node: []\nnodes:\n- role: worker\n  extraMount: []\n  extraMounts: [{hostpath: x, hostPath: ./x, containerPath: /x}]\n"),
        folder);
    QVERIFY(config);
    QCOMPARE(config->warnings.size(), 3);
    QCOMPARE(config->warnings[0].place.text(), QStringLiteral("kind-cluster.yaml:3:1"));
    QVERIFY(config->warnings[0].todo.contains(u"nodes"));
    QVERIFY(config->warnings[1].todo.contains(u"extraMounts"));
    QVERIFY(config->warnings[2].todo.contains(u"hostPath"));
}

void tst_KindConfig::rendersDefault()
{
    const Result<QByteArray> text = renderKindConfig(YamlDocument(), folder, mark);
    QVERIFY(text);
    QCOMPARE(*text, QByteArray("kind: Cluster\napiVersion: kind.x-k8s.io/v1alpha4\nnodes:\n  - role: control-plane\n    extraMounts:\n     "
                               " - hostPath: \"/state/owner\"\n"
                               "        containerPath: /kind/windsock-owner\n        readOnly: true\n"));
    QCOMPARE(*renderKindConfig(document(head), folder, mark), *text);
    QCOMPARE(*renderKindConfig(document(head + "name: other\nnodes: []\n"), folder, mark), *text);
}

void tst_KindConfig::rendersTheUsersConfig()
{
    const QByteArray user = head
                            + "name: other\nnetworking: {apiServerAddress: 127.0.0.1}\nnodes:\n- role: control-plane\n  labels: {tier: "
                              "\"true\", n: '5'}\n  extraMounts:\n"
                              "  - {hostPath: ./dags, containerPath: /opt/airflow/dags}\n  kubeadmConfigPatches:\n  - |\n    kind: "
                              "InitConfiguration\n    x: 1\n";
    const Result<QByteArray> text = renderKindConfig(document(user), folder, mark);
    QVERIFY(text);
    const YamlDocument derived = document(*text);
    QVERIFY(!derived.has({"name"}));
    QCOMPARE(derived.text({"networking", "apiServerAddress"}), QStringLiteral("127.0.0.1"));
    QCOMPARE(derived.text({"nodes", "0", "extraMounts", "0", "hostPath"}), QStringLiteral("/home/me/my dags/dags"));
    QCOMPARE(derived.text({"nodes", "0", "extraMounts", "1", "hostPath"}), mark);
    QCOMPARE(derived.boolean({"nodes", "0", "extraMounts", "1", "readOnly"}), true);
    QCOMPARE(derived.boolean({"nodes", "0", "labels", "tier"}), std::nullopt); // still text
    QCOMPARE(derived.integer({"nodes", "0", "labels", "n"}), std::nullopt);
    QCOMPARE(derived.text({"nodes", "0", "kubeadmConfigPatches", "0"}), QStringLiteral("kind: InitConfiguration\nx: 1\n"));
}

// Nodes that share a mount list by an alias must not get the mark once per node.
void tst_KindConfig::rendersEveryNodeOnce()
{
    const Result<QByteArray> text =
        renderKindConfig(document(head
                                  + "nodes:\n- &n\n  role: worker\n  extraMounts: &m [{hostPath: a, containerPath: /a}]\n- *n\n- {role: "
                                    "control-plane, extraMounts: *m}\n- {role: worker}\n"),
                         folder, mark);
    QVERIFY(text);
    const YamlDocument derived = document(*text);
    QCOMPARE(derived.count({"nodes"}), 4);
    const QList<int> counts{2, 2, 2, 1};
    for (int i = 0; i < 4; ++i) {
        QCOMPARE(derived.count({"nodes", QString::number(i), "extraMounts"}), counts[i]);
        QCOMPARE(derived.text({"nodes", QString::number(i), "extraMounts", QString::number(counts[i] - 1), "containerPath"}),
                 QString::fromLatin1(ownerMarkInNode));
    }
    QVERIFY(!text->contains('*') && !text->contains('&'));
}

void tst_KindConfig::rendersWhatKindReadsBack()
{
    const QByteArray odd = head
                           + "nodes:\n- role: control-plane\n  extraMounts:\n  - hostPath: \"./a: b #c\"\n    containerPath: \"/a: b\"\n  "
                             "- hostPath: \"한국\"\n    containerPath: /k\n";
    const Result<QByteArray> text = renderKindConfig(document(odd), folder, QStringLiteral("/home/o'neil \"x\"/owner"));
    QVERIFY(text);
    const Result<KindConfig> again = KindConfig::read(document(*text), QDir(QStringLiteral("/elsewhere")));
    QVERIFY(again);
    QCOMPARE(again->mounts[0].hostAbsolute, QStringLiteral("/home/me/my dags/a: b #c"));
    QCOMPARE(again->mounts[1].hostAbsolute, QString::fromUtf8("/home/me/my dags/한국"));
    QCOMPARE(again->mounts[2].hostAbsolute, QStringLiteral("/home/o'neil \"x\"/owner"));
}

QTEST_GUILESS_MAIN(tst_KindConfig)
#include "tst_KindConfig.moc"
