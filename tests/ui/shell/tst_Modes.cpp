// SPDX-License-Identifier: Apache-2.0
// Where Airflow runs: chosen while nothing exists, settled in the background, changed by a remedy; said from then on. And
// the window shows the object that it got, never the one before.
#include "tests/ui/WindowBench.h"

#include <QRadioButton>

using namespace windsock;

class tst_Modes : public QObject
{
    Q_OBJECT
private:
    static Mode first() { return placesToRun().first(); }
    static Mode other() { return placesToRun().last(); }
    static QString rowOf(Mode mode) { return QStringLiteral("mode.") + modeName(mode); }
    static QString named(ClusterState state, Mode mode) { return QStringLiteral("%1 · %2").arg(stateTitle(state), modeRemark(mode)); }
    static bool isChosen(const WindowBench &bench, Mode mode)
    {
        return bench.isShown("modeCard") && bench.find<QRadioButton>(rowOf(mode))->isChecked();
    }
    static void openAsIs(WindowBench &bench)
    {
        bench.show();
        bench.openWorkspace();
        QTRY_VERIFY(isChosen(bench, first()));
    }
    static void openAndFail(WindowBench &bench, const QString &offered)
    {
        bench.show();
        bench.openWorkspace();
        startAndFail(bench, offered);
    }
    static void startAndFail(WindowBench &bench, const QString &offered)
    {
        bench.click("cluster.start.button");
        QTRY_VERIFY(bench.world.isAtWork("check"));
        Error error{Error::Code::ToolFailed, "The container engine is not running"};
        error.remedies = {{"mode.change", "Start without containers", offered}};
        bench.world.fail("check", error);
        QTRY_VERIFY(bench.isShown("remedy.mode.change"));
        bench.world.begun.clear();
    }

private slots:
    void theCardIsThereUntilSomethingExists_data()
    {
        QTest::addColumn<Observed>("seen");
        QTest::addColumn<bool>("shown");
        QTest::newRow("nothing there") << Observed{} << true;
        QTest::newRow("somebody else's") << Observed{.exists = true} << true;
        QTest::newRow("stopped") << stoppedCluster() << false;
        QTest::newRow("running") << healthyCluster() << false;
    }
    void theCardIsThereUntilSomethingExists()
    {
        QFETCH(Observed, seen);
        QFETCH(bool, shown);
        for (const Mode mode : placesToRun()) {
            WindowBench bench;
            bench.mode = mode;
            bench.world.observed = seen;
            bench.show();
            bench.openWorkspace();
            QTRY_COMPARE(bench.isShown("modeCard"), shown);
            QCOMPARE(isChosen(bench, mode), shown);
            QCOMPARE(bench.isShown("cluster.move.button"), !shown && mode == other()); // what exists moves, from the last place only
            QCoreApplication::processEvents();                                         // new rows appear with the next turn of the loop
            QCOMPARE(dumpTree(*bench.window).contains(QStringLiteral("-: Mode\n")), !shown); // a row of the facts
            QVERIFY(dumpTree(*bench.window).contains(modeTitle(mode)));
        }
    }

    void nothingComesBeforeTheFirstLookThatMayGoAgain()
    {
        WindowBench bench;
        bench.world.probeHangs = true;
        bench.show();
        bench.openWorkspace();
        QVERIFY(bench.isShown("idle") && !bench.isShown("modeCard"));
        bench.world.hungProbes.first().resolve(Observed{});
        QTRY_VERIFY(isChosen(bench, first()));
        bench.click(rowOf(other()));
        QCOMPARE(bench.text("state"), stateTitle(ClusterState::Unknown));
        QVERIFY2(isChosen(bench, other()), "the card stays while the other place is looked at");
    }

    void aFailedLookLeavesTheChoice()
    {
        WindowBench bench;
        bench.world.probeHangs = true;
        bench.show();
        bench.openWorkspace();
        bench.world.hungProbes.first().resolve(Error{Error::Code::ToolFailed, "The container engine does not answer"});
        QTRY_VERIFY(isChosen(bench, first()));
    }

    void choosingShowsAnotherObject()
    {
        WindowBench bench;
        openAsIs(bench);
        const Cluster *before = bench.cluster();
        bench.click(rowOf(first()));
        QCOMPARE(bench.cluster(), before); // it is that already
        bench.click(rowOf(other()));
        QVERIFY(bench.cluster() != before);
        QCOMPARE(bench.cluster()->mode(), other());
        QTRY_VERIFY(bench.cluster()->observed());
        QVERIFY(isChosen(bench, other()));
        QVERIFY(bench.world.begun.isEmpty());
        bench.click("cluster.start.button");
        QTRY_VERIFY(bench.world.isAtWork("check"));
        QVERIFY(!bench.isShown("modeCard"));
        QCOMPARE(bench.text("state"), named(ClusterState::Starting, other()));
    }

    void theSentenceChoosesToo()
    {
        WindowBench bench;
        openAsIs(bench);
        QWidget *row = bench.find(rowOf(other()))->parentWidget();
        QTest::mouseClick(row, Qt::LeftButton, {}, QPoint(row->width() / 2, row->height() - 2));
        QTRY_VERIFY(isChosen(bench, other()));
        QCOMPARE(bench.cluster()->mode(), other());
    }

    void arrowsChoose()
    {
        WindowBench bench;
        openAsIs(bench);
        QWidget *choice = bench.find(rowOf(first()));
        choice->setFocus();
        QTRY_VERIFY(choice->hasFocus());
        QTest::keyClick(choice, Qt::Key_Down);
        QCOMPARE(bench.cluster()->mode(), other());
        QVERIFY(bench.find(rowOf(other()))->hasFocus());
        QTest::keyClick(bench.find(rowOf(other())), Qt::Key_Up);
        QCOMPARE(bench.cluster()->mode(), first());
    }

    void aRefusalIsSaidAndTheChoiceGoesBack()
    {
        WindowBench bench;
        openAsIs(bench);
        bench.refusal = Error{Error::Code::Conflict, "It was started in another mode", "It goes on in it", "Delete it first"};
        const Cluster *before = bench.cluster();
        bench.click(rowOf(other()));
        QCOMPARE(bench.cluster(), before);
        QVERIFY(isChosen(bench, first()));
        QVERIFY(bench.text("message.text").contains(bench.refusal->what));
        QVERIFY(bench.text("message.text").contains(bench.refusal->todo));
    }

    void thePillSaysWhereItRuns_data()
    {
        QTest::addColumn<Observed>("seen");
        QTest::addColumn<ClusterState>("state");
        QTest::addColumn<bool>("says");
        QTest::newRow("nothing there") << Observed{} << ClusterState::Absent << false;
        QTest::newRow("stopped") << stoppedCluster() << ClusterState::Stopped << true;
        QTest::newRow("running") << healthyCluster() << ClusterState::Running << true;
    }
    void thePillSaysWhereItRuns()
    {
        QFETCH(Observed, seen);
        QFETCH(ClusterState, state);
        QFETCH(bool, says);
        for (const Mode mode : placesToRun()) {
            WindowBench bench;
            bench.mode = mode;
            bench.world.observed = seen;
            bench.show();
            bench.openWorkspace();
            QTRY_COMPARE(bench.text("state"), says && mode != first() ? named(state, mode) : stateTitle(state));
        }
    }

    void thePlaceChoosesTheWords()
    {
        for (const Mode mode : placesToRun()) {
            const bool isCluster = mode == first();
            WindowBench bench;
            bench.mode = mode;
            bench.world.observed = stoppedCluster();
            bench.show();
            bench.openWorkspace();
            QTRY_VERIFY(bench.isShown("cluster.delete.button"));
            QTRY_VERIFY(dumpTree(*bench.find("workspaceFacts")).contains(QStringLiteral("-: Web port\n")));
            for (const char *row : {"Image", "Chart", "Executor"})
                QCOMPARE(dumpTree(*bench.find("workspaceFacts")).contains(QStringLiteral("-: %1\n").arg(QLatin1String(row))), isCluster);
            QCOMPARE(bench.text("status.versions").contains(QStringLiteral("chart")), isCluster);
            QCOMPARE(bench.text("status.forward").contains(QStringLiteral("forward")), isCluster);
            bench.click("cluster.delete.button");
            QTRY_VERIFY(bench.isShown("deleteDialog"));
            QCOMPARE(dumpTree(*bench.find("deleteDialog")).contains(QStringLiteral("cluster")), isCluster);
            QCOMPARE(dumpTree(*bench.find("deleteDialog")).contains(QStringLiteral("node")), isCluster);
            bench.click("delete.keep");
            bench.prompts.says = false;
            bench.click("cluster.reset.button");
            QCOMPARE(bench.prompts.asked.last().contains(QStringLiteral("cluster")), isCluster);
            bench.click("cluster.start.button");
            QTRY_VERIFY(bench.world.isAtWork("check"));
            QCOMPARE(bench.text("page.title"), isCluster ? QStringLiteral("Starting cluster") : QStringLiteral("Starting Airflow"));
        }
    }

    void whoseTheNameIs_data()
    {
        QTest::addColumn<QString>("owner");
        QTest::addColumn<QString>("says");
        QTest::newRow("nobody's that is known") << QString() << "that Windsock did not make";
        QTest::newRow("another workspace's") << "/home/me/other"
                                             << "It belongs to the workspace /home/me/other";
    }
    void whoseTheNameIs()
    {
        QFETCH(QString, owner);
        QFETCH(QString, says);
        WindowBench bench;
        bench.world.observed = {.exists = true, .owner = owner};
        bench.show();
        bench.openWorkspace();
        QTRY_VERIFY2(bench.text("message.text").contains(says), qPrintable(bench.text("message.text")));
        QCOMPARE(bench.text("message.text").contains(QStringLiteral("did not make")), owner.isEmpty());
        QVERIFY(bench.text("message.text").contains(QStringLiteral("cluster.name")));
    }

    void settlingKeepsWhatIsRight()
    {
        WindowBench bench;
        bench.settling.emplace();
        bench.show();
        bench.openWorkspace();
        const Cluster *before = bench.cluster();
        QTRY_VERIFY(isChosen(bench, first())); // nothing waits for the answer
        bench.settling->resolve(bench.opened.get());
        QCoreApplication::processEvents();
        QCOMPARE(bench.cluster(), before);
    }

    void settlingReplacesWhatIsShown()
    {
        WindowBench bench;
        bench.settling.emplace();
        bench.show();
        bench.openWorkspace();
        const Cluster *before = bench.cluster();
        bench.settling->resolve(bench.replace(other()));
        QTRY_VERIFY(bench.cluster() != before);
        QCOMPARE(bench.cluster()->mode(), other());
        QTRY_VERIFY(isChosen(bench, other()));
        bench.openedBefore.clear(); // the window has let go of them
        bench.click("cluster.start.button");
        QTRY_VERIFY(bench.world.isAtWork("check"));
        QCOMPARE(bench.text("state"), named(ClusterState::Starting, other()));
    }

    void settlingComesTooLateForAnotherWorkspace()
    {
        WindowBench bench;
        bench.folder.write("next/kind-cluster.yaml", bench.folder.read("ws/kind-cluster.yaml"));
        bench.folder.write("next/local.values.yaml", bench.folder.read("ws/local.values.yaml"));
        bench.settling.emplace();
        const Promise<Cluster *> late = *bench.settling;
        bench.show();
        bench.openWorkspace();
        Cluster *settled = bench.replace(other());
        bench.settling.emplace();
        bench.mode = first();
        bench.window->openWorkspace(bench.folder.path("next"));
        const Cluster *shown = bench.cluster();
        QCOMPARE(shown->workspace().folder().absolutePath(), bench.folder.path("next"));
        late.resolve(settled);
        QCoreApplication::processEvents();
        QCOMPARE(bench.cluster(), shown);
        QTRY_VERIFY(isChosen(bench, first()));
    }

    void whatCannotBeSettledStays()
    {
        WindowBench bench;
        bench.settling.emplace();
        bench.show();
        bench.openWorkspace();
        const Cluster *before = bench.cluster();
        bench.settling->resolve(Error{Error::Code::Timeout, "No answer"});
        QCoreApplication::processEvents();
        QCOMPARE(bench.cluster(), before);
        QVERIFY(!bench.isShown("message"));
    }

    void theRemedyStartsTheOtherObject()
    {
        WindowBench bench;
        openAndFail(bench, modeName(other()));
        QTRY_VERIFY(!bench.cluster()->intent());
        bench.click("remedy.mode.change");
        QTRY_VERIFY(bench.world.isAtWork("check"));
        QCOMPARE(bench.cluster()->mode(), other());
        QCOMPARE(bench.world.begun, QList<Intent>{Intent::Start});
        QVERIFY(bench.isShown("run") && !bench.isShown("errorCard"));
        QCOMPARE(bench.text("state"), named(ClusterState::Starting, other()));
    }

    void theRemedyLetsTheRunEndFirst()
    {
        WindowBench bench;
        bench.show();
        bench.openWorkspace();
        bench.world.probeHangs = true; // what is left is looked at after the run
        startAndFail(bench, modeName(other()));
        QTRY_COMPARE(bench.world.hungProbes.size(), 1);
        const Cluster *before = bench.cluster();
        bench.click("remedy.mode.change");
        bench.click("remedy.mode.change");
        QCOMPARE(bench.cluster(), before);
        bench.world.hungProbes.last().resolve(Observed{});
        QTRY_VERIFY(bench.world.isAtWork("check"));
        QCOMPARE(bench.cluster()->mode(), other());
        QCOMPARE(bench.world.begun, QList<Intent>{Intent::Start});
    }

    void aRefusedRemedyBeginsNothing()
    {
        WindowBench bench;
        bench.refusal = Error{Error::Code::Conflict, "It was started in another mode"};
        openAndFail(bench, modeName(other()));
        QTRY_VERIFY(!bench.cluster()->intent());
        bench.click("remedy.mode.change");
        QVERIFY(bench.text("message.text").contains(bench.refusal->what));
        QVERIFY(bench.world.begun.isEmpty() && !bench.cluster()->intent());
    }

    void aRemedyForNoPlaceDoesNothing_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("left open") << modeName(Mode::Auto);
        QTest::newRow("unknown") << QStringLiteral("moon");
        QTest::newRow("empty") << QString();
    }
    void aRemedyForNoPlaceDoesNothing()
    {
        QFETCH(QString, name);
        WindowBench bench;
        openAndFail(bench, name);
        QTRY_VERIFY(!bench.cluster()->intent());
        const Cluster *before = bench.cluster();
        bench.click("remedy.mode.change");
        QCOMPARE(bench.cluster(), before);
        QVERIFY(bench.world.begun.isEmpty() && bench.isShown("errorCard"));
    }

    void aMoveShowsTheOtherObjectAndBegins()
    {
        WindowBench bench;
        bench.mode = other();
        bench.world.observed = healthyCluster();
        bench.show();
        bench.openWorkspace();
        QTRY_VERIFY(bench.isShown("cluster.move.button"));
        bench.prompts.says = false;
        bench.click("cluster.move.button");
        QCOMPARE(bench.prompts.asked.size(), 1);
        QVERIFY2(bench.world.begun.isEmpty() && bench.cluster()->mode() == other(), "it was not wanted");
        bench.prompts.says = true;
        bench.click("cluster.move.button");
        QTRY_VERIFY(bench.world.isAtWork("check"));
        QCOMPARE(bench.cluster()->mode(), first());
        QCOMPARE(bench.world.begun, QList<Intent>{Intent::Start});
        QVERIFY(bench.isShown("run") && !bench.isShown("cluster.move.button"));
    }

    void aRefusedMoveIsSaid()
    {
        WindowBench bench;
        bench.mode = other();
        bench.world.observed = stoppedCluster();
        bench.refusal = Error{Error::Code::Conflict, "A run is under way"};
        bench.show();
        bench.openWorkspace();
        QTRY_VERIFY(bench.isShown("cluster.move.button"));
        bench.click("cluster.move.button");
        QVERIFY(bench.text("message.text").contains(bench.refusal->what));
        QCOMPARE(bench.cluster()->mode(), other());
        QVERIFY(bench.world.begun.isEmpty());
    }

    void withoutAWorkspaceItSaysWhatIsMissing()
    {
        WindowBench bench;
        bench.doctorRows = {{.what = "Docker was not found", .remedies = {{"mode.change", "Start without containers", modeName(other())}}}};
        bench.show();
        QTRY_VERIFY(bench.isShown("doctor.mode.change"));
        bench.click("doctor.mode.change");
        QVERIFY(bench.isShown("message"));
        QVERIFY(!bench.cluster());
    }
};

QTEST_MAIN(tst_Modes)
#include "tst_Modes.moc"
