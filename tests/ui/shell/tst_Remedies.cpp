// SPDX-License-Identifier: Apache-2.0
// What the buttons of a failure do: every remedy that core knows has one, and none begins what was not asked for.
#include "core/checks/RemedyIds.h"
#include "tests/ui/WindowBench.h"

#include <QPlainTextEdit>

#include <optional>

using namespace windsock;

class tst_Remedies : public QObject
{
    Q_OBJECT
private:
    std::optional<WindowBench> m_bench;
    void failWith(const QList<Remedy> &remedies)
    {
        m_bench->show();
        m_bench->openWorkspace();
        m_bench->click("cluster.start.button");
        QTRY_VERIFY(m_bench->world.isAtWork("check"));
        Error error{Error::Code::ToolFailed, "It failed"};
        error.remedies = remedies;
        error.evidence = "the evidence";
        m_bench->world.contexts["check"]->note("what the step printed");
        m_bench->world.fail("check", error);
        QTRY_VERIFY(m_bench->isShown("errorCard") && !m_bench->cluster()->intent());
        m_bench->world.begun.clear();
    }

private slots:
    void init() { m_bench.emplace(); }
    void cleanup() { m_bench.reset(); }

    void eachHasAButton()
    {
        QList<Remedy> all;
        for (const RemedyId &known : remedyIds)
            all += Remedy{QString::fromLatin1(known.id), "Do it", "1"};
        failWith(all);
        for (const Remedy &remedy : all)
            QVERIFY2(m_bench->isShown("remedy." + remedy.id), qPrintable(remedy.id));
    }

    void eachForTheMachineHasOneInTheDoctor()
    {
        for (const char *id : {"engine.start", "images.prune", "tools.download"})
            m_bench->doctorRows +=
                {.severity = Severity::Failure, .what = "Wrong", .remedies = {{QString::fromLatin1(id), "Do it", "kind"}}};
        QList<Remedy> done;
        m_bench->services->repair = [&done](const Remedy &remedy, const RemedyWatch &) {
            done += remedy;
            return ready();
        };
        m_bench->window = std::make_unique<MainWindow>(*m_bench->services);
        m_bench->show();
        for (const char *id : {"engine.start", "images.prune", "tools.download"}) {
            const QString button = QStringLiteral("doctor.") + QString::fromLatin1(id);
            QTRY_VERIFY2(m_bench->isShown(button) && m_bench->find(button)->isEnabled(), id); // the one before has ended
            done.clear();
            m_bench->click(button);
            QTRY_COMPARE(done.size(), 1);
            QCOMPARE(done.first().id, QString::fromLatin1(id));
        }
        QCOMPARE(m_bench->prompts.asked.size(), 1); // about the images
    }

    void carriedOutAndTriedAgain_data()
    {
        QTest::addColumn<QString>("id");
        for (const char *id : {"engine.start", "folders.create", "folders.permit", "tools.download"})
            QTest::newRow(id) << QString::fromLatin1(id);
    }
    void carriedOutAndTriedAgain()
    {
        QFETCH(QString, id);
        failWith({{id, "Do it", "kind"}});
        m_bench->click("remedy." + id);
        QTRY_COMPARE(m_bench->world.applied, (QList<Remedy>{{id, "Do it", "kind"}}));
        QTRY_VERIFY(m_bench->world.isAtWork("check"));
        QVERIFY(m_bench->prompts.asked.isEmpty());
    }

    void imagesGoOnlyAfterYes_data()
    {
        QTest::addColumn<bool>("yes");
        QTest::newRow("yes") << true;
        QTest::newRow("no") << false;
    }
    void imagesGoOnlyAfterYes()
    {
        QFETCH(bool, yes);
        m_bench->prompts.says = yes;
        failWith({{"images.prune", "Remove"}});
        m_bench->click("remedy.images.prune");
        QCOMPARE(m_bench->prompts.asked.size(), 1);
        if (yes)
            QTRY_VERIFY(m_bench->world.isAtWork("check"));
        QCOMPARE(m_bench->world.applied.size(), yes ? 1 : 0);
        QCOMPARE(m_bench->world.begun.size(), yes ? 1 : 0);
    }

    void opensTheFile_data()
    {
        QTest::addColumn<QString>("argument");
        QTest::addColumn<QString>("opens"); // in the workspace; empty: nothing, and it is said
        QTest::newRow("with its place") << "local.values.yaml:31:5"
                                        << "local.values.yaml";
        QTest::newRow("with a line") << "local.values.yaml:31"
                                     << "local.values.yaml";
        QTest::newRow("only the name") << "./local.values.yaml"
                                       << "local.values.yaml";
        QTest::newRow("a program is shown, not run") << "run.sh:1"
                                                     << ".";
        QTest::newRow("a folder") << "."
                                  << "";
        QTest::newRow("nothing") << ""
                                 << "";
        QTest::newRow("not there") << "gone.yaml:3"
                                   << "";
    }
    void opensTheFile()
    {
        QFETCH(QString, argument);
        QFETCH(QString, opens);
        m_bench->folder.writeProgram("ws/run.sh", "#!/bin/sh\n");
        failWith({{"file.open", "Open the file", argument}});
        m_bench->click("remedy.file.open");
        const QString target = QDir::cleanPath(m_bench->folder.path("ws/" + opens));
        QCOMPARE(m_bench->desktop.opened, opens.isEmpty() ? QList<QUrl>{} : QList<QUrl>{QUrl::fromLocalFile(target)});
        QCOMPARE(m_bench->isShown("message"), opens.isEmpty());
        QVERIFY(m_bench->world.begun.isEmpty() && m_bench->world.applied.isEmpty());
    }

    void showsWhatTheStepPrinted()
    {
        failWith({{"logs.show", "Show its log", "web-1"}});
        const auto shown = [this] { return m_bench->find<QPlainTextEdit>("output")->toPlainText(); };
        QTRY_VERIFY(shown().contains(QStringLiteral("the evidence")));
        m_bench->click("remedy.logs.show");
        QTRY_VERIFY2(shown().contains(QStringLiteral("what the step printed")), qPrintable(shown()));
        QVERIFY(m_bench->isShown("errorCard"));
        QVERIFY(m_bench->world.begun.isEmpty());
    }

    void resetAsksWhereSomethingIsLost_data()
    {
        QTest::addColumn<bool>("exists");
        QTest::addColumn<Intent>("begins");
        QTest::newRow("a cluster") << true << Intent::Reset;
        QTest::newRow("kind has removed it") << false << Intent::Start;
    }
    void resetAsksWhereSomethingIsLost()
    {
        QFETCH(bool, exists);
        QFETCH(Intent, begins);
        if (exists)
            m_bench->world.observed = stoppedCluster();
        failWith({{"cluster.reset", "Delete and start again"}});
        m_bench->click("remedy.cluster.reset");
        QTRY_COMPARE(m_bench->world.begun, QList<Intent>{begins});
        QCOMPARE(m_bench->prompts.asked.size(), exists ? 1 : 0);
    }

    void oneAtATime()
    {
        Remedies remedies;
        QList<Promise<>> begun;
        int ended = 0;
        remedies.add("slow", [&begun](const Remedy &, Cluster *) {
            begun.append(Promise<>());
            return begun.last().future();
        });
        connect(&remedies, &Remedies::ended, this, [&ended] { ++ended; });
        const Remedy remedy{"slow", "Do it"};
        remedies.apply(remedy, nullptr, Intent::Start);
        remedies.apply(remedy, nullptr, Intent::Start);
        QCOMPARE(begun.size(), 1);
        QVERIFY(remedies.isWorking());
        begun.first().resolve({});
        QTRY_COMPARE(ended, 1);
        QVERIFY(!remedies.isWorking());
        remedies.apply(remedy, nullptr, Intent::Start);
        QCOMPARE(begun.size(), 2);
        begun.last().resolve({});
        QTRY_COMPARE(ended, 2);
    }

    void canBeCanceled()
    {
        m_bench->world.remedyHangs = true;
        failWith({{"tools.download", "Download kind", "kind"}});
        QVERIFY(!m_bench->isShown("status.cancel"));
        m_bench->click("remedy.tools.download");
        QTRY_COMPARE(m_bench->world.applied.size(), 1);
        m_bench->click("status.cancel");
        QVERIFY(m_bench->world.remedyCancel.isRequested());
        m_bench->world.hungRemedy.resolve(Error::canceled());
        QTRY_VERIFY(m_bench->find("remedy.tools.download")->isEnabled());
        QVERIFY(!m_bench->isShown("status.cancel"));
        QVERIFY2(!m_bench->isShown("message"), "it was wanted: no error");
        QCOMPARE(m_bench->text("status.message"), QStringLiteral("Canceled"));
        QVERIFY(m_bench->world.begun.isEmpty());
        m_bench->world.hungRemedy = Promise<>();
        m_bench->click("remedy.tools.download");
        QTRY_COMPARE(m_bench->world.applied.size(), 2);
        QVERIFY2(!m_bench->world.remedyCancel.isRequested(), "it was the one before that was canceled");
        m_bench->world.hungRemedy.resolve({});
        QTRY_VERIFY(m_bench->world.isAtWork("check"));
    }

    void whileOneWorksTheDoctorOffersNoOther()
    {
        const Promise<> repaired;
        m_bench->doctorRows = {{.severity = Severity::Failure,
                                .what = "Wrong",
                                .remedies = {{"engine.start", "Start", "x"}, {"tools.download", "Download", "kind"}}}};
        m_bench->services->repair = [repaired](const Remedy &, const RemedyWatch &) { return repaired.future(); };
        m_bench->window = std::make_unique<MainWindow>(*m_bench->services);
        m_bench->show();
        QTRY_VERIFY(m_bench->isShown("doctor.engine.start"));
        m_bench->click("doctor.engine.start");
        QVERIFY(!m_bench->find("doctor.engine.start")->isEnabled() && !m_bench->find("doctor.tools.download")->isEnabled());
        QVERIFY(m_bench->isShown("status.cancel"));
        const QPointer<QWidget> before = m_bench->find("doctor.tools.download");
        m_bench->click("doctor.again");
        QTRY_VERIFY(m_bench->find("doctor.tools.download") != before.data() && m_bench->isShown("doctor.tools.download"));
        QVERIFY2(!m_bench->find("doctor.tools.download")->isEnabled(), "rows that came meanwhile");
        repaired.resolve({});
        QTRY_VERIFY(m_bench->find("doctor.tools.download")->isEnabled());
        QVERIFY(!m_bench->isShown("status.cancel"));
    }

    void progressIsToldAndTheEndCancels()
    {
        m_bench->world.remedyHangs = true;
        failWith({{"tools.download", "Download kind", "kind"}});
        m_bench->click("remedy.tools.download");
        QTRY_COMPARE(m_bench->world.applied.size(), 1);
        QCOMPARE(m_bench->text("status.message"), QStringLiteral("half of it"));
        QVERIFY(!m_bench->find("remedy.tools.download")->isEnabled());
        const Cancel cancel = m_bench->world.remedyCancel;
        QVERIFY(!cancel.isRequested());
        m_bench->window.reset();
        QVERIFY(cancel.isRequested());
        m_bench->world.hungRemedy.resolve(Error::canceled());
    }
};

QTEST_MAIN(tst_Remedies)
#include "tst_Remedies.moc"
