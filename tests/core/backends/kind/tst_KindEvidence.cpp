// SPDX-License-Identifier: Apache-2.0
// What is kept of a cluster that failed: kind writes it itself, with whatever its node was told. No secret may stay in it.
#include "core/backends/kind/KindBackend.h"
#include "core/backends/kind/KindEvidence.h"
#include "core/base/FileText.h"
#include "tests/core/backends/kind/KindBench.h"

#include <QtTest>

using namespace windsock;
using Owner = KindBench::Owner;

namespace {
constexpr char canary[] = "canary7";
const QByteArray proxyLine =
    "\"Env\": [\"HTTP_PROXY=http://sam:canary7@proxy.example:3128\", \"HTTPS_PROXY=https://canary7@proxy.example\"]\n";
} // namespace

class tst_KindEvidence : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_bench.reset(); }
    void nothingSecretIsKept_data();
    void nothingSecretIsKept();
    void whichNodes_data();
    void whichNodes();
    void whatIsNoTextGoes();
    void canceledExportLeavesNothing();
    void whatIsNotMaskedInTimeGoes();
    void onlyTheEndOfALargeFile();

private:
    QString folder() const { return m_bench->folder.path("run"); }
    QByteArray kept(const QString &name) const { return m_bench->folder.read("run/kind-logs/" + name); }
    void kindWrites(const QMap<QString, QByteArray> &files, int exitCode = 0);
    Result<> collect()
    {
        KindSession session = m_bench->session;
        session.redactor = &m_redactor;
        KindBackend backend(session);
        return await(backend.collectEvidence(m_bench->workspace, folder(), m_cancel));
    }
    FakeClock m_clock;
    Redactor m_redactor;
    Cancel m_cancel;
    std::unique_ptr<KindBench> m_bench;
};

void tst_KindEvidence::init()
{
    m_bench = std::make_unique<KindBench>(m_clock);
    m_redactor = Redactor();
    m_cancel = Cancel();
}

void tst_KindEvidence::kindWrites(const QMap<QString, QByteArray> &files, int exitCode)
{
    m_bench->runner.when([](const Command &command) { return command.tool == Tool::Kind && command.args.value(0) == "export"; },
                         [files, exitCode](const Command &command) {
                             for (auto it = files.begin(); it != files.end(); ++it) {
                                 if (!writeFile(command.args.last() + u'/' + it.key(), it.value()))
                                     qFatal("%s cannot be written", qPrintable(it.key()));
                             }
                             return ScriptedReply{.exitCode = exitCode};
                         });
}

void tst_KindEvidence::nothingSecretIsKept_data()
{
    QTest::addColumn<int>("exitCode"); // of kind
    QTest::newRow("exported") << 0;
    QTest::newRow("exported in part") << 1;
}

void tst_KindEvidence::nothingSecretIsKept()
{
    QFETCH(int, exitCode);
    const auto secret = std::make_shared<const SecretString>(QByteArray("a plain word, canary7"));
    m_redactor.add(secret);
    m_bench->haveNode("node", Owner::Us);
    kindWrites({{"airflow-control-plane/inspect.json", "{\n" + proxyLine + "}\n"},
                {"airflow-control-plane/pods/web/0.log", "starts\nlogin with a plain word, canary7\n\nfernet_key = canary7canary7\nends"},
                {"airflow-control-plane/key.log", "-----BEGIN RSA PRIVATE KEY-----\ncanary7\n-----END RSA PRIVATE KEY-----\nafter\n"}},
               exitCode);
    QVERIFY(collect());
    QCOMPARE(m_bench->runner.count(Tool::Kind, {"export", "logs"}), 1);
    for (const QString &file : m_bench->folder.files()) {
        if (file.startsWith("run/"))
            QVERIFY2(!m_bench->folder.read(file).contains(canary), qPrintable(file));
    }
    // All the rest is as kind wrote it.
    const QByteArray inspected = kept("airflow-control-plane/inspect.json");
    QVERIFY2(inspected.startsWith("{\n\"Env\": [\"HTTP_PROXY=http://") && inspected.endsWith("]\n}\n"), inspected.constData());
    QCOMPARE(inspected.count("@proxy.example"), 2);
    const QByteArray log = kept("airflow-control-plane/pods/web/0.log");
    QVERIFY2(log.startsWith("starts\nlogin with ") && log.contains("\n\nfernet_key = ") && log.endsWith("\nends"), log.constData());
    QVERIFY(kept("airflow-control-plane/key.log").endsWith("\nafter\n"));
}

void tst_KindEvidence::whichNodes_data()
{
    QTest::addColumn<QByteArray>("recorded");
    QTest::addColumn<Owner>("owner");
    QTest::addColumn<int>("exports");
    QTest::newRow("runs") << QByteArray("node") << Owner::Us << 1;
    QTest::newRow("ended while it booted") << QByteArray("exited") << Owner::Us << 1;
    QTest::newRow("paused") << QByteArray("paused") << Owner::Us << 0;
    QTest::newRow("not ours") << QByteArray("node") << Owner::Nobody << 0;
    QTest::newRow("none") << QByteArray() << Owner::Us << 0;
}

void tst_KindEvidence::whichNodes()
{
    QFETCH(QByteArray, recorded);
    QFETCH(Owner, owner);
    QFETCH(int, exports);
    if (!recorded.isEmpty())
        m_bench->haveNode(recorded, owner);
    kindWrites({{"kind-version.txt", "kind v0.27.0\n"}});
    QVERIFY(collect());
    QCOMPARE(m_bench->runner.count(Tool::Kind, {"export", "logs"}), exports);
    QCOMPARE(kept("kind-version.txt"), exports > 0 ? QByteArray("kind v0.27.0\n") : QByteArray());
}

void tst_KindEvidence::whatIsNoTextGoes()
{
    m_bench->haveNode("node", Owner::Us);
    kindWrites({{"journal/system.journal", QByteArray("LPKSHHRH\0\0", 10) + canary}, {"journal.log", "boots\n"}});
    QVERIFY(collect());
    QVERIFY(!QFile::exists(folder() + "/kind-logs/journal/system.journal"));
    QCOMPARE(kept("journal.log"), QByteArray("boots\n"));
}

void tst_KindEvidence::canceledExportLeavesNothing()
{
    m_bench->haveNode("node", Owner::Us);
    const auto isExport = [](const Command &command) { return command.tool == Tool::Kind && command.args.value(0) == "export"; };
    m_bench->runner.when(isExport, [this](const Command &) {
        m_bench->folder.write("run/kind-logs/inspect.json", proxyLine); // as far as it got
        QTimer::singleShot(0, this, [this] { m_cancel.request(); });
        return ScriptedReply{.hangs = true};
    });
    QVERIFY(collect());
    QCOMPARE(m_bench->runner.count(Tool::Kind, {"export", "logs"}), 1);
    QVERIFY(!QFile::exists(folder() + "/kind-logs/inspect.json"));
}

void tst_KindEvidence::whatIsNotMaskedInTimeGoes()
{
    m_bench->folder.write("run/kind-logs/inspect.json", proxyLine);
    QVERIFY(maskEvidence(folder() + "/kind-logs", m_redactor, std::atomic_bool(true)));
    QVERIFY(!QFile::exists(folder() + "/kind-logs/inspect.json"));
}

void tst_KindEvidence::onlyTheEndOfALargeFile()
{
    const QByteArray line(999, 'x');
    QByteArray large = "the first\n";
    while (large.size() <= 33 * 1024 * 1024)
        large += line + '\n';
    m_bench->folder.write("run/kind-logs/kubelet.log", large + proxyLine);
    QVERIFY(maskEvidence(folder() + "/kind-logs", m_redactor, std::atomic_bool(false)));
    const QByteArray left = kept("kubelet.log");
    QVERIFY(left.size() > 31 * 1024 * 1024 && left.size() <= 32 * 1024 * 1024);
    QVERIFY(left.startsWith(line + '\n') && left.endsWith("@proxy.example\"]\n") && !left.contains(canary));
}

QTEST_GUILESS_MAIN(tst_KindEvidence)
#include "tst_KindEvidence.moc"
