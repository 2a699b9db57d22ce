// SPDX-License-Identifier: Apache-2.0
// What a user does with the window, driven by object names on the real MainWindow; the backend is a fake.
#include "tests/support/FakeClock.h"
#include "tests/ui/WindowBench.h"

#include <QAction>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace windsock;

class tst_MainWindow : public QObject
{
    Q_OBJECT
private:
    static QStringList stepsOf(const WindowBench &bench)
    {
        const auto *model = bench.find<QListView>("plan")->model();
        QStringList steps;
        for (int row = 0; row < model->rowCount(); ++row)
            steps += model->index(row, 0).data(Qt::AccessibleTextRole).toString().section(QStringLiteral(", "), 0, 1);
        return steps;
    }
    static Error brokenMount()
    {
        Error error{Error::Code::ToolFailed, "The web pod cannot mount ./dbt", "No extraMount leads there", "Share the folder"};
        error.place = {"local.values.yaml", 31, 7};
        error.remedies = {{"folders.create", "Make the folder", "/tmp/x"}, {"nobody.knows", "Do magic"}};
        error.evidence = "Warning  FailedMount\n  not a directory";
        return error;
    }

private slots:
    void firstRunOffersTwoWaysInAndLooksAtTheComputer()
    {
        WindowBench bench;
        bench.doctorRows = {
            {.severity = Severity::Failure, .what = "Docker is not running", .remedies = {{"engine.start", "Start Docker", "docker"}}}};
        bench.show();
        QVERIFY(bench.isShown("firstRun"));
        QVERIFY(bench.isShown("workspace.open.button"));
        QVERIFY(bench.isShown("workspace.new.button"));
        QCOMPARE(bench.text("state"), QStringLiteral("No workspace"));
        QTRY_VERIFY(bench.isShown("doctor.engine.start"));
        QVERIFY2(bench.isShown("doctor.without"), "it is not the end: a new workspace starts all the same");
        bench.doctorRows = {{.severity = Severity::Pass, .what = "Docker runs"}};
        bench.click("doctor.again");
        QTRY_VERIFY(!bench.isShown("doctor.without"));
        QVERIFY(!bench.isShown("cluster.start.button"));
    }

    void opensAFolderThroughThePrompt()
    {
        WindowBench bench;
        bench.show();
        bench.prompts.folder = bench.folder.path("ws");
        bench.click("workspace.open.button");
        QTRY_COMPARE(bench.text("state"), QStringLiteral("Not created"));
        QVERIFY(bench.isShown("idle"));
        QVERIFY(bench.window->windowTitle().contains(QStringLiteral("airflow")));
    }

    void aFolderWithoutAWorkspaceIsSaidInPlace()
    {
        WindowBench bench;
        bench.show();
        bench.window->openWorkspace(bench.folder.path("not there"));
        QVERIFY(!bench.text("message.text").isEmpty());
        QVERIFY(bench.isShown("firstRun"));
    }

    void startChecklistRunning()
    {
        WindowBench bench;
        bench.show();
        bench.openWorkspace();
        bench.click("cluster.start.button");
        QTRY_VERIFY(bench.world.isAtWork("check"));
        QVERIFY(bench.isShown("run"));
        QCOMPARE(bench.text("page.title"), QStringLiteral("Starting cluster"));
        QCOMPARE(bench.text("state"), QStringLiteral("Starting"));
        QCOMPARE(stepsOf(bench), QStringList({"Check tools, running", "Create the node, waiting", "Wait for Airflow, waiting",
                                              "Forward localhost:8080, waiting"}));
        QVERIFY(!bench.isShown("cluster.start.button"));
        QVERIFY(bench.isShown("cluster.cancel.button"));
        emit bench.world.contexts["check"]->lineWritten({StepLine::Kind::Command, "docker info"});
        emit bench.world.contexts["check"]->lineWritten({StepLine::Kind::Out, "Server Version: 28"});
        QTRY_VERIFY(bench.find<QPlainTextEdit>("output")->toPlainText().contains(QStringLiteral("Server Version: 28")));
        QVERIFY(bench.find<QPlainTextEdit>("output")->toPlainText().contains(QStringLiteral("$ docker info")));
        bench.world.finish("check");
        QTRY_VERIFY(bench.world.isAtWork("node"));
        bench.world.finish("node");
        QTRY_VERIFY(bench.world.isAtWork("wait"));
        QTRY_COMPARE(bench.text("output.heading"), QStringLiteral("Wait for Airflow"));
        bench.world.finish("wait");
        QTRY_COMPARE(bench.text("state"), QStringLiteral("Running"));
        QVERIFY(bench.isShown("running"));
        QVERIFY(bench.isShown("airflow.open.button"));
        QTRY_COMPARE(bench.text("status.forward"), QStringLiteral("● Forward 127.0.0.1:8080 active"));
        bench.click("airflow.link");
        QCOMPARE(bench.desktop.opened, QList<QUrl>{QUrl("http://localhost:8080")});
    }

    void opensTheBrowserOnlyWhereWanted()
    {
        WindowBench bench;
        bench.settings.setOpensBrowser(true);
        bench.world.steps = {{"only", "Only step"}};
        bench.show();
        bench.openWorkspace();
        bench.click("cluster.start.button");
        QTRY_VERIFY(bench.world.isAtWork("only"));
        QVERIFY(bench.desktop.opened.isEmpty());
        bench.world.finish("only");
        QTRY_COMPARE(bench.desktop.opened.size(), 1);
    }

    void cancelIsNoFailure()
    {
        WindowBench bench;
        bench.show();
        bench.openWorkspace();
        bench.click("cluster.start.button");
        QTRY_VERIFY(bench.world.isAtWork("check"));
        bench.click("cluster.cancel.button");
        QTRY_COMPARE(bench.text("state"), QStringLiteral("Not created"));
        QVERIFY(!bench.isShown("errorCard"));
        QVERIFY(bench.text("message.text").contains(QStringLiteral("Check tools")));
        QVERIFY(bench.isShown("cluster.start.button"));
    }

    void failureShowsACardWithARemedyThatHelps()
    {
        WindowBench bench;
        bench.show();
        bench.openWorkspace();
        bench.click("cluster.start.button");
        QTRY_VERIFY(bench.world.isAtWork("check"));
        bench.world.fail("check", brokenMount());
        QTRY_VERIFY(bench.isShown("errorCard"));
        QCOMPARE(bench.text("errorCard.what"), brokenMount().what);
        QCOMPARE(bench.text("page.title"), QStringLiteral("Start stopped at step 1 of 4"));
        QCOMPARE(bench.text("state"), QStringLiteral("Needs attention"));
        QCOMPARE(bench.text("output.heading"), QStringLiteral("Evidence"));
        QVERIFY(bench.find<QPlainTextEdit>("output")->toPlainText().contains(QStringLiteral("not a directory")));
        QVERIFY(bench.isShown("remedy.folders.create"));
        QVERIFY2(!bench.find("remedy.nobody.knows"), "a remedy that nobody can do must not be offered");
        QTRY_VERIFY(!bench.cluster()->intent());
        bench.click("errorCard.place");
        QCOMPARE(bench.desktop.opened, QList<QUrl>{QUrl::fromLocalFile(bench.folder.path("ws/local.values.yaml"))});
        QVERIFY(bench.world.applied.isEmpty());
        bench.click("remedy.folders.create");
        QTRY_COMPARE(bench.world.applied.size(), 1);
        QTRY_VERIFY2(bench.world.isAtWork("check"), "after the remedy the run is tried again");
        QVERIFY(!bench.isShown("errorCard"));
    }

    void aFailureCanBePutAsideAndTriedAgain()
    {
        WindowBench bench;
        bench.show();
        bench.openWorkspace();
        bench.click("cluster.start.button");
        QTRY_VERIFY(bench.world.isAtWork("check"));
        bench.world.fail("check", brokenMount());
        QTRY_VERIFY(bench.isShown("errorCard") && !bench.cluster()->intent());
        bench.click("errorCard.copyReport");
        QVERIFY(bench.desktop.clipboard.contains(brokenMount().what));
        QCOMPARE(bench.text("status.message"), QStringLiteral("Copied"));
        QTest::keyClick(bench.find("page.cluster"), Qt::Key_Escape);
        QVERIFY(bench.isShown("idle"));
        bench.click(bench.ofNewestRun("run.steps"));
        QVERIFY(bench.isShown("errorCard"));
        QVERIFY(!bench.isShown("errorCard.tryAgain"));
        bench.click("cluster.back");
        QVERIFY(bench.isShown("idle"));
        bench.click("cluster.start.button");
        QTRY_VERIFY(bench.world.isAtWork("check"));
    }

    void deletingWantsTheName()
    {
        WindowBench bench;
        bench.world.observed = stoppedCluster();
        bench.show();
        bench.openWorkspace();
        QTRY_COMPARE(bench.text("state"), QStringLiteral("Stopped"));
        bench.click("cluster.delete.button");
        QTRY_VERIFY(bench.isShown("deleteDialog"));
        auto *confirm = bench.find<QAbstractButton>("delete.confirm");
        QVERIFY(!confirm->isEnabled());
        QTest::keyClicks(bench.find("delete.name"), "airflo");
        QVERIFY(!confirm->isEnabled());
        QTest::keyClicks(bench.find("delete.name"), "w");
        QVERIFY(confirm->isEnabled());
        QTest::keyClick(bench.find("delete.name"), Qt::Key_Return);
        QTRY_COMPARE(bench.world.begun, QList<Intent>{Intent::Delete});
        QTRY_COMPARE(bench.text("page.title"), QStringLiteral("Deleting cluster"));
    }

    void keepingTheClusterBeginsNothing()
    {
        WindowBench bench;
        bench.world.observed = stoppedCluster();
        bench.show();
        bench.openWorkspace();
        QTRY_VERIFY(bench.isShown("cluster.delete.button"));
        bench.click("cluster.delete.button");
        QTRY_VERIFY(bench.isShown("deleteDialog"));
        bench.click("delete.keep");
        bench.prompts.says = false;
        bench.click("cluster.reset.button");
        QCOMPARE(bench.prompts.asked.size(), 1);
        QVERIFY(!bench.cluster()->intent());
        QVERIFY(bench.world.begun.isEmpty());
    }

    void finderFindsAndDoes()
    {
        WindowBench bench;
        bench.world.observed = stoppedCluster();
        bench.show();
        bench.openWorkspace();
        QTest::keyClick(bench.window.get(), Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(bench.isShown("finder"));
        auto *list = bench.find<QListWidget>("finder.list");
        const int all = list->count();
        QTest::keyClicks(bench.find("finder.text"), "go set");
        QCOMPARE(list->count(), 1);
        QVERIFY(all > 5);
        QTest::keyClick(bench.find("finder.text"), Qt::Key_Return);
        QTRY_VERIFY(bench.isShown("page.settings"));
        QVERIFY(!bench.isShown("finder"));
        QTest::keyClick(bench.window.get(), Qt::Key_1, Qt::ControlModifier);
        QTRY_VERIFY(bench.isShown("page.cluster"));
    }

    void aTakenPortIsSaidAndTheNextOneOffered()
    {
        WindowBench bench;
        bench.world.observed = healthyCluster();
        bench.world.takenPorts = {8080};
        bench.show();
        bench.openWorkspace();
        QTRY_VERIFY(bench.isShown("forwardNotice"));
        QVERIFY(bench.text("forwardNotice.text").contains(QStringLiteral("gunicorn (4242)")));
        bench.click("forwardNotice.move");
        QTRY_VERIFY(!bench.isShown("forwardNotice"));
        QTRY_COMPARE(bench.text("status.forward"), QStringLiteral("● Forward 127.0.0.1:8081 active"));
        QCOMPARE(bench.find<QAbstractButton>("airflow.link")->text(), QStringLiteral("http://localhost:8081"));
    }

    void thePasswordIsHiddenAndLeavesTheClipboard()
    {
        FakeClock clock;
        WindowBench bench(&clock);
        bench.world.observed = healthyCluster();
        bench.show();
        bench.openWorkspace();
        QTRY_VERIFY(bench.isShown("secret.copy"));
        QTRY_VERIFY(bench.find("secret.show")->height() > 0); // laid out a turn later
        QVERIFY(!dumpTree(*bench.window).contains(QStringLiteral("hunter2")));
        QTest::mousePress(bench.find("secret.show"), Qt::LeftButton);
        QCOMPARE(bench.text("secret.text"), QStringLiteral("hunter2"));
        QTest::mouseRelease(bench.find("secret.show"), Qt::LeftButton);
        QVERIFY(bench.text("secret.text") != QStringLiteral("hunter2"));
        bench.click("secret.copy");
        QCOMPARE(bench.desktop.clipboard, QStringLiteral("hunter2"));
        QCOMPARE(bench.text("status.message"), QStringLiteral("Copied"));
        clock.advance(std::chrono::seconds(29));
        QCOMPARE(bench.desktop.clipboard, QStringLiteral("hunter2"));
        clock.advance(std::chrono::seconds(2));
        QVERIFY(bench.desktop.clipboard.isEmpty());
        bench.click("secret.copy");
        bench.desktop.clipboard = QStringLiteral("mine");
        clock.advance(std::chrono::seconds(31));
        QCOMPARE(bench.desktop.clipboard, QStringLiteral("mine"));
    }

    void closingDuringARunAsksAndThenEndsIt()
    {
        WindowBench bench;
        bench.show();
        bench.openWorkspace();
        bench.click("cluster.start.button");
        QTRY_VERIFY(bench.world.isAtWork("check"));
        bench.prompts.says = false;
        bench.window->close();
        QVERIFY(bench.window->isVisible());
        QCOMPARE(bench.prompts.asked.size(), 1);
        QVERIFY2(bench.prompts.asked.first().contains(QStringLiteral("ws (Start)")), qPrintable(bench.prompts.asked.first()));
        bench.prompts.says = true;
        bench.window->close();
        QTRY_VERIFY(!bench.window->isVisible());
        QVERIFY(!bench.cluster()->intent());
    }

    void spinnerTurnsOnlyWhileItIsSeen()
    {
        WindowBench bench;
        bench.show();
        bench.openWorkspace();
        auto *plan = bench.find<QListView>("plan");
        const auto timers = [plan] { return plan->property("animating").toBool(); };
        QVERIFY(!timers());
        bench.click("cluster.start.button");
        QTRY_VERIFY(timers());
        bench.window->showPage("settings");
        QVERIFY(!timers());
        bench.window->showPage("cluster");
        QVERIFY(timers());
        bench.settings.setReducedMotion(true);
        QVERIFY(!timers());
    }
};

QTEST_MAIN(tst_MainWindow)
#include "tst_MainWindow.moc"
