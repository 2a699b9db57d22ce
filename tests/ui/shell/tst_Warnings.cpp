// SPDX-License-Identifier: Apache-2.0
// What is odd in the workspace's files, as the window lists it: all of it, with its place to open, and as the files are now.
#include "tests/ui/WindowBench.h"

#include <QAction>

using namespace windsock;

class tst_Warnings : public QObject
{
    Q_OBJECT
private:
    std::optional<WindowBench> m_bench;

    void write(const QByteArray &text) { m_bench->folder.write("ws/windsock.yaml", text); }
    void lookAgain() { m_bench->find<QAction>("cluster.look")->trigger(); }
    QString shown(const QString &panel) const
    {
        QCoreApplication::processEvents(); // new rows appear with the next turn of the loop
        return m_bench->isShown(panel) ? dumpTree(*m_bench->find(panel)) : QString();
    }

private slots:
    void init()
    {
        m_bench.emplace();
        m_bench->show();
    }
    void cleanup() { m_bench.reset(); }

    void allAreListedAndFollowTheFiles()
    {
        write("clustr:\n  name: airflow\nfastBot: true\n");
        m_bench->openWorkspace();
        QTRY_VERIFY(m_bench->isShown("idle.warnings.place"));
        const QString all = shown("idle.warnings");
        QVERIFY2(all.contains(QStringLiteral("clustr")) && all.contains(QStringLiteral("fastBot")), qPrintable(all));
        QVERIFY2(all.contains(QStringLiteral("\"cluster\"")) && all.contains(QStringLiteral("\"fastBoot\"")), qPrintable(all));
        QVERIFY2(all.contains(QStringLiteral("windsock.yaml:1")) && all.contains(QStringLiteral("windsock.yaml:3")), qPrintable(all));
        m_bench->click("idle.warnings.place");
        QCOMPARE(m_bench->desktop.opened, QList<QUrl>{QUrl::fromLocalFile(m_bench->folder.path("ws/windsock.yaml"))});

        write("cluster:\n  name: airflow\nfastBot: true\n");
        lookAgain();
        QTRY_VERIFY(!shown("idle.warnings").contains(QStringLiteral("clustr")));
        QVERIFY(shown("idle.warnings").contains(QStringLiteral("fastBot")));
        write("cluster:\n  name: airflow\nfastBoot: true\n");
        lookAgain();
        QTRY_VERIFY(!m_bench->isShown("idle.warnings"));
    }

    void rowsThatAreTheSameStay()
    {
        write("fastBot: true\n");
        m_bench->openWorkspace();
        QTRY_VERIFY(m_bench->isShown("idle.warnings.place"));
        const QPointer<QWidget> link = m_bench->find("idle.warnings.place");
        const int probes = m_bench->world.probes;
        lookAgain();
        QTRY_VERIFY(m_bench->world.probes > probes);
        QVERIFY(!shown("idle.warnings").isEmpty());
        QCOMPARE(m_bench->find("idle.warnings.place"), link.data());
    }

    void whatStartReadsIsSaid()
    {
        m_bench->openWorkspace();
        QVERIFY(!m_bench->isShown("idle.warnings"));
        write("fastBot: true\n");
        m_bench->click("cluster.start.button");
        QTRY_VERIFY(m_bench->world.isAtWork("check"));
        QVERIFY2(m_bench->text("message.text").contains(QStringLiteral("fastBot")), qPrintable(m_bench->text("message.text")));
        for (const QString &step : QStringList{"check", "node", "wait"}) {
            QTRY_VERIFY(m_bench->world.isAtWork(step));
            m_bench->world.finish(step);
        }
        QTRY_VERIFY(m_bench->isShown("running.warnings"));
        QVERIFY(shown("running.warnings").contains(QStringLiteral("fastBot")));
    }
};

QTEST_MAIN(tst_Warnings)
#include "tst_Warnings.moc"
