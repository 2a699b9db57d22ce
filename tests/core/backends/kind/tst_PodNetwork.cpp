// SPDX-License-Identifier: Apache-2.0
// The pods' network is opened as kindnet would, but at once and beside the image's load; and only where it is kindnet's to open.
#include "core/backends/kind/PodNetwork.h"
#include "tests/core/backends/kind/PlanTest.h"

#include <QtTest>

using namespace windsock;
using namespace std::chrono_literals;

namespace {
const QByteArray kindnetPath = "/apis/apps/v1/namespaces/kube-system/daemonsets/kindnet", nodesPath = "/api/v1/nodes",
                 deploymentsPath = "/apis/apps/v1/deployments", dnsPath = "/apis/apps/v1/namespaces/kube-system/deployments/coredns";
const QByteArray oneNode =
    R"({"metadata": {"resourceVersion": "1"}, "items": [{"metadata": {"name": "a"}, "spec": {"podCIDR": "10.244.0.0/24", "podCIDRs": ["10.244.0.0/24"]}}]})";
const QByteArray noRange = R"({"metadata": {"resourceVersion": "1"}, "items": [{"metadata": {"name": "a"}, "spec": {}}]})";

QByteArray daemonSet(const QByteArray &image)
{
    return R"({"metadata": {"name": "kindnet"}, "spec": {"template": {"spec": {"containers": [{"image": ")" + image + R"("}]}}}})";
}
const QByteArray kindnet = daemonSet("docker.io/kindest/kindnetd:v20250214-acbabc1a");
} // namespace

class tst_PodNetwork : public PlanTest
{
    Q_OBJECT
private slots:
    void init()
    {
        setUp();
        m_bench->api.on(kindnetPath, FakeReply::json(kindnet));
        m_bench->api.on(nodesPath, FakeReply::json(oneNode));
        m_bench->runner.on(Tool::Docker, {"exec", "cat", "/sys/class/net/eth0/mtu"}, {.out = "1500\n"});
        m_bench->runner.on(Tool::Docker, {"exec", "cp"});
        m_bench->runner.on(Tool::Docker, {"exec", "mv"});
    }
    void cleanup() { tearDown(); }
    void theSameFileAsKindnets();
    void isWrittenBesideTheLoad();
    void waitsForTheRange();
    void othersAreLeftAlone_data();
    void othersAreLeftAlone();
    void whatGoesWrongIsNoFailure();
    void aFailedLoadWaitsForNoCluster();
    void aClusterThatWasThereHasItsNetwork();
    void partsOfTheClusterMayStart();

private:
    int written() const { return m_bench->runner.count(Tool::Docker, {"exec", "mv"}); }
};

void tst_PodNetwork::theSameFileAsKindnets()
{
    const QJsonObject recorded = QJsonDocument::fromJson(KindBench::data("kube/kindnet-v20250214.conflist")).object();
    QVERIFY(!recorded.isEmpty());
    QCOMPARE(QJsonDocument::fromJson(kindnetConfig("10.244.0.0/24", 1500)).object(), recorded);
    QVERIFY(!kindnetConfig("10.244.0.0/24", 0).contains("mtu"));
}

void tst_PodNetwork::isWrittenBesideTheLoad()
{
    m_bench->loadTakes = 3s;
    begin(Intent::Start);
    WAIT_FOR(written() == 1);
    QVERIFY(!hasSaid("image.load Done"));
    for (const Command &command : m_bench->runner.commands()) {
        if (argsHold(command.args, {"exec", "cp"}))
            QCOMPARE(command.input, kindnetConfig("10.244.0.0/24", 1500));
        if (argsHold(command.args, {"exec", "mv"})) // kindnet's own stays, and nobody sees half of one
            QVERIFY(command.args.contains("--no-clobber") && command.args.last() == "/etc/cni/net.d/10-kindnet.conflist");
    }
    WAIT_FOR(m_bench->runner.count(Tool::Docker, {"exec", "images", "import"}) == 1);
    m_bench->children.advance(3s);
    WAIT_FOR(m_run->isFinished());
    QVERIFY2(m_run->result(), qPrintable(error().report()));
}

void tst_PodNetwork::waitsForTheRange()
{
    m_bench->replace(nodesPath, FakeReply::json(noRange));
    m_bench->loadTakes = 3s;
    begin(Intent::Start);
    WAIT_FOR(m_bench->api.count(nodesPath) >= 2);
    QCOMPARE(written(), 0);
    m_bench->replace(nodesPath, FakeReply::json(oneNode));
    WAIT_FOR(written() == 1);
}

void tst_PodNetwork::othersAreLeftAlone_data()
{
    QTest::addColumn<QByteArray>("daemonSet");
    QTest::addColumn<QByteArray>("nodes");
    QTest::newRow("another network") << daemonSet("quay.io/cilium/cilium:v1") << oneNode;
    QTest::newRow("two nodes")
        << kindnet
        << QByteArray(R"({"metadata": {"resourceVersion": "1"}, "items": [{"spec": {"podCIDR": "10.244.0.0/24"}}, {"spec": {}}]})");
    QTest::newRow("two ranges")
        << kindnet
        << QByteArray(
               R"({"metadata": {"resourceVersion": "1"}, "items": [{"spec": {"podCIDR": "10.244.0.0/24", "podCIDRs": ["10.244.0.0/24", "fd00::/64"]}}]})");
    QTest::newRow("IPv6") << kindnet
                          << QByteArray(R"({"metadata": {"resourceVersion": "1"}, "items": [{"spec": {"podCIDR": "fd00:10:244::/64"}}]})");
    QTest::newRow("nonsense") << QByteArray("[]") << QByteArray("{}");
}

void tst_PodNetwork::othersAreLeftAlone()
{
    QFETCH(QByteArray, daemonSet);
    QFETCH(QByteArray, nodes);
    m_bench->replace(kindnetPath, FakeReply::json(daemonSet));
    m_bench->replace(nodesPath, FakeReply::json(nodes));
    begin(Intent::Start);
    WAIT_FOR(m_run->isFinished());
    QVERIFY2(m_run->result(), qPrintable(error().report()));
    QCOMPARE(m_bench->runner.count(Tool::Docker, {"exec", "cp"}) + written(), 0);
}

void tst_PodNetwork::whatGoesWrongIsNoFailure()
{
    m_bench->runner.on(Tool::Docker, {"exec", "cp"}, {.err = "cp: cannot create regular file", .exitCode = 1});
    begin(Intent::Start);
    WAIT_FOR(m_run->isFinished());
    QVERIFY2(m_run->result(), qPrintable(error().report()));
    QCOMPARE(written(), 0);
}

void tst_PodNetwork::aFailedLoadWaitsForNoCluster()
{
    m_bench->createTakes = 600s;
    m_bench->runner.on(Tool::Docker, {"save"}, {.err = "no space left on device", .exitCode = 1});
    begin(Intent::Start);
    WAIT_FOR(hasSaid("image.load Failed"));
    QVERIFY(!hasSaid("cluster Done"));
    WAIT_FOR(m_run->isFinished());
    QVERIFY(!m_run->result());
}

void tst_PodNetwork::aClusterThatWasThereHasItsNetwork()
{
    m_bench->haveNode("node", KindBench::Owner::Us);
    m_bench->haveKubeconfig();
    begin(Intent::Start);
    WAIT_FOR(m_run->isFinished());
    QVERIFY2(m_run->result(), qPrintable(error().report()));
    QCOMPARE(written(), 0);
    QCOMPARE(m_bench->api.count(kindnetPath), 0);
    QCOMPARE(m_bench->api.count(deploymentsPath), 0);
}

// While the node is kept for what does not use the image, volumes and names are needed.
void tst_PodNetwork::partsOfTheClusterMayStart()
{
    m_bench->api.on(
        deploymentsPath,
        FakeReply::json(R"({"metadata": {"resourceVersion": "1"}, "items": [{"metadata": {"namespace": "kube-system", "name": "coredns"},
        "spec": {"template": {"spec": {"tolerations": [{"key": "CriticalAddonsOnly", "operator": "Exists"}]}}}}]})"));
    m_bench->api.on("PATCH " + dnsPath, FakeReply::json(R"({"metadata": {"name": "coredns"}})"));
    begin(Intent::Start);
    WAIT_FOR(m_run->isFinished());
    QVERIFY2(m_run->result(), qPrintable(error().report()));
    const QJsonObject patch = QJsonDocument::fromJson(m_bench->api.last("PATCH " + dnsPath).body).object();
    const QJsonArray tolerations = patch["spec"]["template"]["spec"]["tolerations"].toArray();
    QCOMPARE(tolerations.size(), 2);
    QCOMPARE(tolerations[0]["key"].toString(), "CriticalAddonsOnly");
    QCOMPARE(tolerations[1]["key"].toString(), "windsock.dev/loading");
    QCOMPARE(tolerations[1]["effect"].toString(), "NoSchedule");
}

QTEST_GUILESS_MAIN(tst_PodNetwork)
#include "tst_PodNetwork.moc"
