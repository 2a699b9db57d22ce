// SPDX-License-Identifier: Apache-2.0
// The proof of the mounts: what counts as the same folder, and that asking changes nothing.
#include "core/backends/kind/MountProof.h"

#include "tests/core/backends/kind/KindBench.h"

#include <QProcess>
#include <QtTest>

#include <optional>

using namespace windsock;

class tst_MountProof : public QObject
{
    Q_OBJECT
private:
    SystemClock m_clock;
    std::optional<KindBench> m_bench;
    Result<QList<Finding>> prove()
    {
        const Result<KindLook> look = await(m_bench->probe.look(m_bench->workspace));
        return look ? await(proveMounts(m_bench->session, m_bench->workspace, *look, this)) : Result<QList<Finding>>(look.error());
    }
    static QStringList rulesOf(const Result<QList<Finding>> &findings)
    {
        QStringList rules;
        for (const Finding &finding : findings.value_or({}))
            rules += finding.rule;
        return rules;
    }

private slots:
    void init() { m_bench.emplace(m_clock); }
    void cleanup() { m_bench.reset(); }

    void judges_data()
    {
        QTest::addColumn<FolderListing>("before");
        QTest::addColumn<FolderListing>("after");
        QTest::addColumn<FolderListing>("node");
        QTest::addColumn<FolderListing>("pods");
        QTest::addColumn<QString>("rule");
        const FolderListing two{{"a.py", 10}, {"lib", -1}}, grown{{"a.py", 12}, {"lib", -1}}, one{{"a.py", 10}}, none;
        const FolderListing other{{"a.py", 10}, {"lib", -1}, {"x", 1}};
        const auto row = [](const char *name, const QList<FolderListing> &seen, const char *rule) {
            QTest::newRow(name) << seen[0] << seen[1] << seen[2] << seen[3] << QString::fromLatin1(rule);
        };
        row("the same", {two, two, two, two}, "mount.proven");
        row("empty everywhere", {none, none, none, none}, "mount.empty");
        row("empty here, not there", {none, none, two, two}, "mount.differs");
        row("empty in the node", {two, two, none, none}, "mount.differs");
        row("empty in the pods only", {two, two, two, none}, "mount.differs");
        row("another size", {two, two, grown, grown}, "mount.differs");
        row("a file that grows", {two, grown, two, grown}, "mount.proven");
        row("one that came meanwhile", {one, two, one, two}, "mount.proven");
        row("one that went meanwhile", {two, one, two, one}, "mount.proven");
        row("one more there", {two, two, other, other}, "mount.differs");
        row("all new", {none, two, none, two}, "mount.empty");
    }
    void judges()
    {
        QFETCH(FolderListing, before);
        QFETCH(FolderListing, after);
        QFETCH(FolderListing, node);
        QFETCH(FolderListing, pods);
        QFETCH(QString, rule);
        const Mount mount{.hostPath = "./dags", .nodePath = "/opt/dags", .podPath = "/dags"};
        const Finding finding =
            judgeProof({.mount = mount, .before = before, .after = after, .node = node, .pods = pods, .podName = "s-1"});
        QCOMPARE(finding.rule, rule);
        QVERIFY2(finding.what.contains("./dags"), qPrintable(finding.what));
        QCOMPARE(finding.severity == Severity::Failure, rule == "mount.differs");
    }

    // The child's answer on this machine is what we see ourselves, whatever the names are.
    void findSaysTheSame()
    {
        const TempWorkspace folder;
        for (const char *name : {"a b.py", "-x", "new\nline", ".hidden", "한글.py"})
            folder.write("in/" + QString::fromUtf8(name), QByteArray(name));
        folder.makeFolder("in/sub");
        QVERIFY(QFile::link("/nowhere", folder.path("in/link")));
        QStringList argv = listingArgv(folder.path("in"));
        QProcess find;
        find.start(argv.takeFirst(), argv);
        QVERIFY(find.waitForFinished() && find.exitCode() == 0);
        const FolderListing own = listFolder(folder.path("in"));
        QCOMPARE(parseListing(find.readAllStandardOutput()), own);
        QCOMPARE(own.size(), 7);
        QCOMPARE(parseListing("nonsense\0f x\0"), FolderListing());
    }

    void asksNodeAndScheduler()
    {
        m_bench->haveRunningAirflow("x");
        const auto say = [this](const QString &folder) {
            QByteArray out;
            const FolderListing listing = listFolder(m_bench->folder.path("demo/" + folder));
            for (auto it = listing.cbegin(); it != listing.cend(); ++it)
                out += (it.value() < 0 ? "d 1 " : "f " + QByteArray::number(it.value()) + ' ') + QFile::encodeName(it.key()) + '\0';
            return out;
        };
        m_bench->folder.write("demo/logs/x.log", "x");
        for (const Mount &mount : m_bench->workspace.mounts()) {
            const QByteArray out = say(QDir::cleanPath(mount.hostPath));
            m_bench->runner.on(Tool::Docker, {"exec", "find", mount.nodePath}, {.out = out});
            m_bench->runner.on(Tool::Kubectl, {"exec", "find", mount.podPath}, {.out = out});
        }
        const auto before = m_bench->folder.files();
        const Result<QList<Finding>> findings = prove();
        QVERIFY2(findings && !findings->isEmpty(), qPrintable(findings ? QString() : findings.error().report()));
        for (const Finding &finding : *findings)
            QVERIFY2(finding.rule == "mount.proven", qPrintable(finding.rule + u' ' + finding.what + u' ' + finding.why));
        QVERIFY(m_bench->runner.count(Tool::Kubectl, {"exec", "--container", "*", "airflow-local-scheduler-*", "--", "find"}) > 0);
        QCOMPARE(m_bench->stray(m_bench->runner.commands()), QString());
        QCOMPARE(m_bench->changes(), QStringList());
        QCOMPARE(m_bench->folder.files(), before);
        // Pods that see something else.
        m_bench->runner.on(Tool::Kubectl, {"exec", "find"}, {.out = QByteArray("f 3 other.py\0", 13)});
        QCOMPARE(rulesOf(prove()), QStringList(findings->size(), "mount.differs"));
        // Pods that cannot be asked.
        m_bench->runner.on(Tool::Kubectl, {"exec", "find"}, {.err = "error: unable to upgrade connection", .exitCode = 1});
        QCOMPARE(rulesOf(prove()), QStringList(findings->size(), "mount.unknown"));
    }

    void nothingRuns_data()
    {
        QTest::addColumn<bool>("foreign");
        QTest::newRow("no cluster") << false;
        QTest::newRow("a foreign one") << true;
    }
    void nothingRuns()
    {
        QFETCH(bool, foreign);
        if (foreign)
            m_bench->haveNode("node", KindBench::Owner::AnotherWorkspace);
        QCOMPARE(rulesOf(prove()), QStringList{"mount.unknown"});
        QCOMPARE(m_bench->runner.count(Tool::Docker, {"exec"}), 0);
        QCOMPARE(m_bench->runner.count(Tool::Kubectl, {"exec"}), 0);
    }
};

QTEST_GUILESS_MAIN(tst_MountProof)
#include "tst_MountProof.moc"
