// SPDX-License-Identifier: Apache-2.0
// What is said of a tool that found a port taken after the check: who holds it, and another one only where that would help.
#include "core/backends/kind/NodeControl.h"
#include "tests/core/backends/kind/KindBench.h"

#include <QTcpServer>
#include <QtTest>

using namespace windsock;

class tst_NodeControl : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_bench.reset(); }
    void namesWhoHoldsThePort();
    void noOtherPortForTheNodesOwn();
    void anotherContainerHasNoProgramsName();

private:
    Error taken(const QByteArray &words, const Workspace *workspace) const
    {
        return explained(QStringLiteral("cluster"), Tool::Docker, {.exitCode = 125, .out = {}, .err = words}, workspace);
    }
    QByteArray bindFails() const
    {
        return "failed to bind host port for 127.0.0.1:" + port() + ":172.18.0.4:80/tcp: address already in use\n";
    }
    QByteArray port() const { return QByteArray::number(m_server->serverPort()); }
    FakeClock m_clock;
    std::unique_ptr<KindBench> m_bench;
    std::unique_ptr<QTcpServer> m_server;
};

void tst_NodeControl::init()
{
    m_bench = std::make_unique<KindBench>(m_clock);
    m_server = std::make_unique<QTcpServer>();
    QVERIFY(m_server->listen(QHostAddress::LocalHost));
}

void tst_NodeControl::namesWhoHoldsThePort()
{
    const auto holder = findPortHolder(m_server->serverPort());
    if (!holder)
        QSKIP("This system does not tell at once who holds a port");
    const Error error = taken(bindFails(), &m_bench->workspace);
    QCOMPARE(error.rule, "port.taken");
    QVERIFY2(error.why.contains(holder->text()), qPrintable(error.report()));
    QCOMPARE(error.remedies.value(0).id, "port.next");
    QVERIFY(error.remedies.value(0).argument.toInt() > m_server->serverPort());
}

// kind fixes them when it makes the node: the page's way could move, and the node would still not start.
void tst_NodeControl::noOtherPortForTheNodesOwn()
{
    m_bench->folder.write("mapped/kind-cluster.yaml",
                          "kind: Cluster\napiVersion: kind.x-k8s.io/v1alpha4\nnodes:\n- role: control-plane\n  extraPortMappings:\n"
                          "  - {containerPort: 80, hostPort: "
                              + port() + "}\n");
    const Result<Workspace> workspace = Workspace::open(m_bench->folder.path("mapped"));
    QVERIFY(workspace);
    const Error error = taken(bindFails(), &*workspace);
    QCOMPARE(error.rule, "port.taken");
    QCOMPARE(error.remedies, QList<Remedy>());
    QCOMPARE(taken(bindFails(), nullptr).remedies, QList<Remedy>()); // a node that is started again: nothing is known of its ports
}

void tst_NodeControl::anotherContainerHasNoProgramsName()
{
    const Error error = taken("Bind for 127.0.0.1:" + port() + " failed: port is already allocated\n", &m_bench->workspace);
    QCOMPARE(error.rule, "port.taken");
    QVERIFY2(!error.why.contains(QString::number(QCoreApplication::applicationPid())), qPrintable(error.report()));
}

QTEST_GUILESS_MAIN(tst_NodeControl)
#include "tst_NodeControl.moc"
