// SPDX-License-Identifier: Apache-2.0
// What a look at the cluster changes in the panels, and what it leaves alone: the keyboard, a click under way, a choice.
#include "tests/support/FakeClock.h"
#include "tests/ui/WindowBench.h"

#include <QListView>

using namespace windsock;

class tst_Panels : public QObject
{
    Q_OBJECT
private:
    // Airflow runs, and the run that brought it there is in the list.
    static void start(WindowBench &bench)
    {
        bench.world.steps = {{"only", "Only step"}};
        bench.show();
        bench.openWorkspace();
        bench.click("cluster.start.button");
        QTRY_VERIFY(bench.world.isAtWork("only"));
        bench.world.finish("only");
        QTRY_COMPARE(bench.text("state"), QStringLiteral("Running"));
        QTRY_VERIFY(shownRow(bench));
    }
    static QWidget *shownRow(const WindowBench &bench)
    {
        for (QWidget *row : bench.window->findChildren<QWidget *>(bench.ofNewestRun("run.steps"))) {
            if (row->isVisible())
                return row;
        }
        return nullptr;
    }
    static void beat(WindowBench &bench, const QString &heartbeat)
    {
        bench.world.observed.components.first().text = heartbeat;
        bench.cluster()->look();
        QTRY_VERIFY(dumpTree(*bench.find("airflow")).contains(heartbeat));
    }

private slots:
    void aHeartbeatLeavesTheKeyboardAlone()
    {
        WindowBench bench;
        start(bench);
        const QPointer<QWidget> row = shownRow(bench);
        row->setFocus();
        const QPointer<QWidget> link = bench.find("airflow.link");
        beat(bench, QStringLiteral("heartbeat 7 s ago"));
        QVERIFY2(row && row == shownRow(bench), "the row is the same one");
        QCOMPARE(bench.window->focusWidget(), row.data());
        QVERIFY2(link && link == bench.find("airflow.link"), "only the text changed");
    }

    void aHeartbeatLeavesAClickAlone()
    {
        WindowBench bench;
        start(bench);
        const QPointer<QWidget> row = shownRow(bench);
        QTest::mousePress(row.data(), Qt::LeftButton);
        beat(bench, QStringLiteral("heartbeat 9 s ago"));
        QVERIFY(row);
        QTest::mouseRelease(row.data(), Qt::LeftButton);
        QVERIFY(bench.isShown("run"));
    }

    void whatIsMadeAnewKeepsTheKeyboard()
    {
        FakeClock clock;
        WindowBench bench(&clock);
        start(bench);
        bench.world.observed = stoppedCluster(); // the other view lists the same run
        bench.cluster()->look();
        QTRY_VERIFY(bench.isShown("idle") && shownRow(bench));
        bench.world.observed = healthyCluster();
        bench.cluster()->look();
        QTRY_VERIFY(bench.isShown("running") && shownRow(bench));
        const QPointer<QWidget> row = shownRow(bench);
        row->setFocus();
        clock.setNow(clock.now().addDays(1)); // "today" becomes "yesterday": another row
        beat(bench, QStringLiteral("heartbeat 7 s ago"));
        QTRY_VERIFY(shownRow(bench) && shownRow(bench) != row.data());
        QTRY_COMPARE(bench.window->focusWidget(), shownRow(bench));
    }

    void theFocusElsewhereIsNotTaken()
    {
        FakeClock clock;
        WindowBench bench(&clock);
        start(bench);
        const QPointer<QWidget> row = shownRow(bench);
        row->setFocus();
        QWidget *button = bench.find("airflow.open.button");
        button->setFocus();
        clock.setNow(clock.now().addDays(1));
        beat(bench, QStringLiteral("heartbeat 7 s ago"));
        QTRY_VERIFY(shownRow(bench) && shownRow(bench) != row.data());
        QCoreApplication::processEvents();
        QCOMPARE(bench.window->focusWidget(), button);
    }

    void theStepChosenInThePreviewStays()
    {
        WindowBench bench;
        bench.show();
        bench.openWorkspace();
        auto *preview = bench.find<QListView>("startPreview");
        QTRY_VERIFY(preview->model()->rowCount() > 1);
        preview->setCurrentIndex(preview->model()->index(1, 0));
        bench.world.observed.problem = QStringLiteral("something is wrong");
        bench.cluster()->look();
        QTRY_VERIFY(bench.text("page.remark").contains(bench.world.observed.problem));
        QCOMPARE(preview->currentIndex().row(), 1);
    }

    void mountsSayOnlyWhatIsKnown()
    {
        const auto mount = [](const QString &name, bool readOnly, bool reachesPods) {
            return MountState{.mount = {.hostPath = "./" + name, .nodePath = "/n/" + name, .podPath = "/p/" + name, .readOnly = readOnly},
                              .reachesNode = true,
                              .reachesPods = reachesPods};
        };
        WindowBench bench;
        bench.world.observed = healthyCluster();
        bench.world.observed.mounts = {mount("dags", true, true), mount("logs", false, true), mount("dbt", false, false)};
        bench.show();
        bench.openWorkspace();
        QTRY_VERIFY(bench.isShown("mounts"));
        const auto shown = [&bench] { return dumpTree(*bench.find("mounts")); };
        QTRY_VERIFY2(shown().contains(QStringLiteral("-: mounted, read only\n")), qPrintable(shown()));
        QVERIFY(shown().contains(QStringLiteral("-: mounted\n")) && shown().contains(QStringLiteral("-: no pod mounts it\n")));
        QVERIFY(shown().contains(QStringLiteral("-: 2 of 3 work\n")) && !shown().contains(QStringLiteral("writ")));
    }
};

QTEST_MAIN(tst_Panels)
#include "tst_Panels.moc"
