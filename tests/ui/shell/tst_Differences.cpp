// SPDX-License-Identifier: Apache-2.0
// What a place leaves out of the workspace's files, as the window lists it: counted, with its place to open, text as it is
// written, and never waited for.
#include "tests/ui/WindowBench.h"

#include <QLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

using namespace windsock;

class tst_Differences : public QObject
{
    Q_OBJECT
private:
    std::optional<WindowBench> m_bench;

    static Mode place() { return placesToRun().last(); }
    static Finding finding(Severity severity, const QString &key, const SourcePlace &place)
    {
        return {
            .rule = "place.test", .severity = severity, .what = key, .why = "What it means here", .todo = {}, .place = place, .key = key};
    }
    void open(const QList<Finding> &findings)
    {
        m_bench->mode = place();
        m_bench->world.differences[place()] = findings;
        m_bench->show();
        m_bench->openWorkspace();
    }
    QString shown() const
    {
        QCoreApplication::processEvents(); // new rows appear with the next turn of the loop
        return m_bench->isShown("differences") ? dumpTree(*m_bench->find("differences")) : QString();
    }

private slots:
    void init() { m_bench.emplace(); }
    void cleanup() { m_bench.reset(); }

    void differingFirstTheRestOnDemand()
    {
        open({finding(Severity::Pass, "pgbouncer.enabled", {"local.values.yaml", 9, 3}),
              finding(Severity::Warning, "scheduler.extraContainers", {"local.values.yaml", 2, 3}),
              finding(Severity::Warning, "web.extraContainers", {})});
        QTRY_VERIFY(shown().contains(QStringLiteral("2 things differ, 1 is done another way")));
        QVERIFY(shown().contains(QStringLiteral("scheduler.extraContainers")) && shown().contains(QStringLiteral("web.extraContainers")));
        QVERIFY(shown().contains(QStringLiteral("differences.place: local.values.yaml:2\n")));
        QVERIFY(shown().contains(QStringLiteral("What it means here")));
        QVERIFY(!shown().contains(QStringLiteral("pgbouncer")));
        m_bench->click("differences.more");
        QVERIFY(shown().contains(QStringLiteral("pgbouncer.enabled")));
        m_bench->click("differences.more");
        QVERIFY(!shown().contains(QStringLiteral("pgbouncer")));
        m_bench->click("differences.toggle");
        QVERIFY(m_bench->isShown("differences") && !shown().contains(QStringLiteral("scheduler.extraContainers")));
        m_bench->click("differences.toggle");
        QVERIFY(shown().contains(QStringLiteral("scheduler.extraContainers")));
    }

    void countsInWords_data()
    {
        QTest::addColumn<int>("differing");
        QTest::addColumn<int>("others");
        QTest::addColumn<QString>("text");
        QTest::newRow("one") << 1 << 0 << "1 thing differs";
        QTest::newRow("three and five") << 3 << 5 << "3 things differ, 5 are done another way";
        QTest::newRow("only others") << 0 << 2 << "2 are done another way";
    }
    void countsInWords()
    {
        QFETCH(int, differing);
        QFETCH(int, others);
        QFETCH(QString, text);
        open(QList<Finding>(differing, finding(Severity::Warning, "a", {})) + QList<Finding>(others, finding(Severity::Pass, "b", {})));
        QTRY_VERIFY2(shown().contains(QStringLiteral("-: %1\n").arg(text)), qPrintable(shown()));
        QCOMPARE(m_bench->isShown("differences.more"), others > 0);
    }

    void thePlaceOpensTheFile()
    {
        open({finding(Severity::Warning, "airflow.executor", {"local.values.yaml", 2, 3})});
        QTRY_VERIFY(m_bench->isShown("differences.place"));
        m_bench->click("differences.place");
        QCOMPARE(m_bench->desktop.opened, QList<QUrl>{QUrl::fromLocalFile(m_bench->folder.path("ws/local.values.yaml"))});
        QVERIFY(m_bench->world.begun.isEmpty());
    }

    void whatIsGoneIsSaid()
    {
        open({finding(Severity::Warning, "airflow.executor", {"gone.yaml", 2, 3})});
        QTRY_VERIFY(m_bench->isShown("differences.place"));
        m_bench->click("differences.place");
        QVERIFY(m_bench->desktop.opened.isEmpty());
        QVERIFY(m_bench->text("message.text").contains(QStringLiteral("gone.yaml")));
    }

    void textIsShownAsItIsWritten()
    {
        const QString file = QStringLiteral("./dags/<b>a&b</b>.py"), longName = QString(200, u'x') + QStringLiteral("<i>.py");
        Finding marked = finding(Severity::Warning, "<h1>task & more</h1>", {file, 3, 1});
        marked.why = QStringLiteral("<img src=x> is written there");
        open({marked, finding(Severity::Warning, longName, {longName, 1, 1})});
        QTRY_VERIFY(m_bench->isShown("differences"));
        const QWidget *panel = m_bench->find("differences");
        for (const QLabel *label : panel->findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
        QVERIFY(shown().contains(QStringLiteral("<h1>task & more</h1>")) && shown().contains(marked.why));
        const QList<QPushButton *> links = panel->findChildren<QPushButton *>("differences.place");
        QCOMPARE(links.size(), 2);
        QCOMPARE(links.first()->text(), QStringLiteral("./dags/<b>a&&b</b>.py:3")); // no letter of it is a shortcut
        QVERIFY(links.last()->text().size() < longName.size());
        QVERIFY(links.last()->accessibleName().contains(longName));
        QVERIFY(links.last()->toolTip().contains(QStringLiteral("&lt;i&gt;")));
    }

    void nothingIsShownWhereNothingDiffers()
    {
        m_bench->world.differences[place()] = {finding(Severity::Warning, "a", {})};
        m_bench->show();
        m_bench->openWorkspace(); // in the first place
        QTRY_VERIFY(m_bench->world.differencesAsked > 0);
        QCoreApplication::processEvents();
        QVERIFY(!m_bench->isShown("differences"));
        m_bench->click("mode." + modeName(place()));
        QTRY_VERIFY(m_bench->isShown("differences"));
        m_bench->click("mode." + modeName(placesToRun().first()));
        QVERIFY(!m_bench->isShown("differences"));
    }

    void manyAreCountedNotListed()
    {
        open(QList<Finding>(1000, finding(Severity::Warning, "KubernetesPodOperator(", {"./dags/many.py", 1, 1})));
        QTRY_VERIFY(shown().contains(QStringLiteral("1000 things differ")));
        QCOMPARE(m_bench->find("differences")->findChildren<QPushButton *>("differences.place").size(), 40);
        QVERIFY(shown().contains(QStringLiteral("and 960 more")));
    }

    void onlyWhatDoesNotFitIsScrolled()
    {
        Finding wordy = finding(Severity::Warning, "airflow.executor", {"local.values.yaml", 2, 3});
        wordy.why = QStringLiteral("One line of a wide window, two or three where it may choose its shape; ").repeated(2);
        open(QList<Finding>(8, wordy));
        QTRY_VERIFY(shown().contains(wordy.why));
        QWidget *view = m_bench->find("idle");
        const auto *pane = qobject_cast<QScrollArea *>(view->parentWidget()->parentWidget());
        QVERIFY(pane);
        m_bench->window->resize(1280, 800);
        QTRY_VERIFY(pane->verticalScrollBar()->maximum() > 0);
        const int needed = view->layout()->totalHeightForWidth(pane->viewport()->width());
        QTRY_COMPARE(view->height(), needed);
        m_bench->window->resize(1280, 800 + needed - pane->viewport()->height());
        QTRY_COMPARE(pane->verticalScrollBar()->maximum(), 0);
    }

    void aSlowAnswerBlocksNothingAndComesTooLate()
    {
        m_bench->world.differencesHang = true;
        open({});
        QTRY_COMPARE(m_bench->world.hungDifferences.size(), 1);
        QVERIFY(!m_bench->isShown("differences"));
        QVERIFY(m_bench->isShown("cluster.start.button") && m_bench->find("cluster.start.button")->isEnabled());
        m_bench->click("mode." + modeName(placesToRun().first()));
        QTRY_COMPARE(m_bench->world.hungDifferences.size(), 2);
        m_bench->world.hungDifferences.first().resolve(QList<Finding>{finding(Severity::Warning, "late", {})});
        QCoreApplication::processEvents();
        QVERIFY2(!m_bench->isShown("differences"), "it is about the place before");
        m_bench->world.hungDifferences.last().resolve(QList<Finding>{finding(Severity::Warning, "in time", {})});
        QTRY_VERIFY(shown().contains(QStringLiteral("in time")));
    }

    void anotherLookAsksAgain()
    {
        open({finding(Severity::Warning, "before", {})});
        QTRY_VERIFY(shown().contains(QStringLiteral("before")));
        m_bench->world.differences[place()] = {finding(Severity::Warning, "after", {})};
        QTest::keyClick(m_bench->window.get(), Qt::Key_F5);
        QTRY_VERIFY(shown().contains(QStringLiteral("after")));
        m_bench->world.differences[place()] = {};
        QTest::keyClick(m_bench->window.get(), Qt::Key_F5);
        QTRY_VERIFY(!m_bench->isShown("differences"));
    }

    void filesThatCannotBeReadAreStartsToSay()
    {
        m_bench->world.differencesHang = true;
        open({});
        QTRY_COMPARE(m_bench->world.hungDifferences.size(), 1);
        m_bench->world.hungDifferences.first().resolve(Error{Error::Code::BadInput, "No Airflow version"});
        QCoreApplication::processEvents();
        QVERIFY(!m_bench->isShown("differences") && !m_bench->isShown("message"));
    }
};

QTEST_MAIN(tst_Differences)
#include "tst_Differences.moc"
