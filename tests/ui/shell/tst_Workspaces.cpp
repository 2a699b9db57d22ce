// SPDX-License-Identifier: Apache-2.0
// Several workspaces in one window: which one opens first, what a run of one says while another is shown, closing, and how
// a new one gets its name.
#include "tests/ui/WindowBench.h"

#include <QLineEdit>

using namespace windsock;

class tst_Workspaces : public QObject
{
    Q_OBJECT
private:
    std::optional<WindowBench> m_bench;

    void show(const QString &workspace)
    {
        m_bench->window->openWorkspace(m_bench->folder.path(workspace));
        QCOMPARE(m_bench->cluster()->workspace().name(), workspace);
        QTRY_VERIFY(m_bench->cluster()->observed() || m_bench->cluster()->intent());
    }
    Cluster *startIn(const QString &workspace)
    {
        show(workspace);
        const auto before = m_bench->world.begun.size();
        m_bench->click("cluster.start.button");
        [&] { QTRY_COMPARE(m_bench->world.begun.size(), before + 1); }();
        return m_bench->cluster();
    }
    static Error broken() { return {Error::Code::ToolFailed, "It broke"}; }

private slots:
    void init()
    {
        m_bench.emplace();
        for (const char *file : {"kind-cluster.yaml", "local.values.yaml"})
            m_bench->folder.write(QStringLiteral("next/") + QLatin1String(file),
                                  m_bench->folder.read(QStringLiteral("ws/") + QLatin1String(file)));
        m_bench->show();
    }
    void cleanup() { m_bench.reset(); }

    void theNewestOpens()
    {
        m_bench->window->openNewest();
        QVERIFY(!m_bench->cluster() && m_bench->isShown("firstRun") && !m_bench->isShown("message"));
        m_bench->recent = {m_bench->folder.path("next"), m_bench->folder.path("ws")};
        m_bench->window->openNewest();
        QVERIFY(m_bench->cluster());
        QCOMPARE(m_bench->cluster()->workspace().name(), QStringLiteral("next"));
    }

    void aFailureElsewhereIsShownThere()
    {
        const Cluster *first = startIn("ws");
        show("next");
        m_bench->world.fail("check", broken());
        QTRY_VERIFY(!first->intent());
        QVERIFY(m_bench->isShown("idle") && !m_bench->isShown("errorCard"));
        QCOMPARE(m_bench->text("state"), QStringLiteral("Not created"));
        QCOMPARE(m_bench->find<QAbstractButton>("cluster.start.button")->text(), QStringLiteral("&Start"));
        show("ws");
        QCOMPARE(m_bench->cluster(), first);
        QVERIFY(m_bench->isShown("errorCard"));
        QCOMPARE(m_bench->text("errorCard.what"), broken().what);
        QCOMPARE(m_bench->text("state"), QStringLiteral("Needs attention"));
    }

    void aRunIsFollowedAgain()
    {
        startIn("ws");
        show("next");
        show("ws");
        QVERIFY(m_bench->isShown("run"));
        m_bench->world.finish("check");
        QTRY_VERIFY(m_bench->world.isAtWork("node"));
        QTRY_COMPARE(m_bench->text("output.heading"), QStringLiteral("Create the node"));
        m_bench->world.fail("node", broken());
        QTRY_VERIFY(m_bench->isShown("errorCard"));
    }

    void closingAsksForARunOfAnotherWorkspace()
    {
        const Cluster *first = startIn("ws");
        show("next");
        m_bench->window->close();
        QCOMPARE(m_bench->prompts.asked.size(), 1);
        QVERIFY(m_bench->prompts.asked.first().contains(QStringLiteral("ws (Start)")));
        QVERIFY(!m_bench->prompts.asked.first().contains(QStringLiteral("next")));
        QTRY_VERIFY(!m_bench->window->isVisible());
        QVERIFY(!first->intent());
    }

    void closingEndsEveryRun()
    {
        const Cluster *first = startIn("ws"), *second = startIn("next");
        m_bench->prompts.says = false;
        m_bench->window->close();
        QVERIFY(m_bench->window->isVisible() && first->intent() && second->intent());
        const QString asked = m_bench->prompts.asked.first();
        QVERIFY2(asked.contains(QStringLiteral("ws (Start)")) && asked.contains(QStringLiteral("next (Start)")), qPrintable(asked));
        m_bench->prompts.says = true;
        m_bench->window->close();
        QVERIFY2(m_bench->window->isVisible(), "it waits for their end");
        m_bench->window->close();
        QCOMPARE(m_bench->prompts.asked.size(), 2); // it is closing already
        QTRY_VERIFY(!m_bench->window->isVisible());
        QVERIFY(!first->intent() && !second->intent());
    }

    void whileItClosesTheWorkspaceMayChange()
    {
        const Cluster *first = startIn("ws");
        m_bench->window->close();
        QVERIFY(m_bench->window->isVisible());
        m_bench->window->openWorkspace(m_bench->folder.path("next"));
        QVERIFY(m_bench->cluster() != first);
        QTRY_VERIFY(!m_bench->window->isVisible());
        QVERIFY(!first->intent());
    }

    void aNewOneGetsItsName()
    {
        m_bench->click("workspace.new.button");
        QTRY_VERIFY(m_bench->isShown("newWorkspaceDialog"));
        auto *name = m_bench->find<QLineEdit>("new.name");
        QCOMPARE(name->text(), QStringLiteral("airflow"));
        m_bench->find<QLineEdit>("new.folder")->setText(m_bench->folder.path("ws"));
        name->setText(QStringLiteral("My DAGs"));
        m_bench->click("new.create");
        QVERIFY(m_bench->text("new.message.text").contains(QStringLiteral("My DAGs")));
        QVERIFY(!m_bench->created && !m_bench->cluster());
        name->setText(QStringLiteral("team-2"));
        m_bench->click("new.create");
        QVERIFY(m_bench->created);
        QCOMPARE(m_bench->created->clusterName, QStringLiteral("team-2"));
        QCOMPARE(m_bench->created->webPort, 8080);
        QVERIFY(m_bench->cluster());
        QTRY_VERIFY(!m_bench->isShown("newWorkspaceDialog"));
    }

    void aNewOneTakesNothingFromOthers()
    {
        m_bench->recent = {m_bench->folder.path("ws"), m_bench->folder.path("not there")};
        m_bench->click("workspace.new.button");
        QTRY_VERIFY(m_bench->isShown("newWorkspaceDialog"));
        auto *folder = m_bench->find<QLineEdit>("new.folder"), *name = m_bench->find<QLineEdit>("new.name"),
             *port = m_bench->find<QLineEdit>("new.port");
        folder->setText(m_bench->folder.path("My DAGs"));
        QCOMPARE(name->text(), QStringLiteral("my-dags"));
        QCOMPARE(port->text(), QStringLiteral("8081"));
        port->clear();
        QTest::keyClicks(port, "70000");
        m_bench->click("new.create");
        QVERIFY(m_bench->text("new.message.text").contains(QStringLiteral("70000")));
        QVERIFY(!m_bench->created);
        port->clear();
        QTest::keyClicks(port, "9000");
        folder->setText(m_bench->folder.path("sales"));
        QCOMPARE(name->text(), QStringLiteral("sales"));
        QCOMPARE(port->text(), QStringLiteral("9000")); // somebody typed it
        m_bench->click("new.create");
        QVERIFY(m_bench->created);
        QCOMPARE(m_bench->created->clusterName, QStringLiteral("sales"));
        QCOMPARE(m_bench->created->webPort, 9000);
    }
};

QTEST_MAIN(tst_Workspaces)
#include "tst_Workspaces.moc"
