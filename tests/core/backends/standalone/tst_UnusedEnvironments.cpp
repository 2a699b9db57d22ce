// SPDX-License-Identifier: Apache-2.0
// Which environments may go: none that a record or a process names, none of the database's programs, and none at all where one of those
// files is unreadable.
#include "core/backends/standalone/StandalonePlaces.h"
#include "core/backends/standalone/StandaloneRecord.h"
#include "core/backends/standalone/UnusedEnvironments.h"
#include "core/python/EnvironmentMark.h"
#include "core/supervise/ComponentList.h"
#include "tests/support/Await.h"
#include "tests/support/TempWorkspace.h"

#include <QTest>

using namespace windsock;

class tst_UnusedEnvironments : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void whatNobodyNames();
    void whatRunsIsUsed();
    void anUnreadableFileKeepsAll_data();
    void anUnreadableFileKeepsAll();
    void clearTakesOnlyThose();

private:
    void have(const QString &id, const QString &airflow) const
    {
        PythonEnvironment environment{.id = id, .folder = m_store->folderOf(id), .airflow = airflow, .bytes = 1000};
        m_folder->write("home/data/pythons/" + id + "/x", "x");
        const QString mark = environmentMarkIn(environment.folder);
        m_folder->write(QDir(m_folder->path()).relativeFilePath(mark), renderEnvironmentMark(environment));
    }
    QStringList unused() const
    {
        QStringList ids;
        for (const PythonEnvironment &one : unusedEnvironments(*m_store, m_paths))
            ids += one.id;
        ids.sort();
        return ids;
    }
    std::unique_ptr<TempWorkspace> m_folder;
    std::optional<EnvironmentStore> m_store;
    Paths m_paths;
};

void tst_UnusedEnvironments::init()
{
    m_folder = std::make_unique<TempWorkspace>();
    m_paths = Paths::under(QDir(m_folder->path("home")));
    m_store.emplace(m_paths.data.filePath("pythons"));
    have("used", "2.10.5");
    have("old", "2.9.0");
    have("older", "2.8.0");
    have("postgres", {});
    const StandaloneRecord record{.airflow = "2.10.5", .python = "3.11", .environment = "used"};
    QVERIFY(record.save(StandalonePlaces::of(QStringLiteral("team-1"), m_paths).record));
    m_folder->makeFolder("home/state/workspaces/of-another-kind");
}

void tst_UnusedEnvironments::whatNobodyNames()
{
    QCOMPARE(unused(), (QStringList{"old", "older"}));
    const QList<Finding> note = unusedNote(unusedEnvironments(*m_store, m_paths));
    QCOMPARE(note.size(), 1);
    QCOMPARE(note.first().remedies.value(0).id, "environments.clear");
    QVERIFY(unusedNote({}).isEmpty());
}

void tst_UnusedEnvironments::whatRunsIsUsed()
{
    // A Start that failed before the parts of the old one were ended: the record names the new one.
    const SupervisorFolder supervisor = StandalonePlaces::of(QStringLiteral("team-1"), m_paths).supervisor;
    const QString python = m_store->folderOf("old") + "/bin/python";
    Component web{.id = "web", .title = "Web page", .program = python, .logFile = "/logs/web.log"};
    QVERIFY(saveComponents(supervisor.components(), {web}));
    QCOMPARE(unused(), QStringList{"older"});
    // As it is with something around it that shows it the pods' paths.
    web.program = "/usr/bin/python3";
    web.args = QStringList{"-I", "/usr/bin/bwrap", "--ro-bind", m_store->folder(), m_store->folder(), python, "-m", "airflow"};
    QVERIFY(saveComponents(supervisor.components(), {web}));
    QCOMPARE(unused(), QStringList{"older"});
}

void tst_UnusedEnvironments::anUnreadableFileKeepsAll_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("record") << "airflow.json";
    QTest::newRow("components") << "components.json";
}

void tst_UnusedEnvironments::anUnreadableFileKeepsAll()
{
    QFETCH(QString, name);
    const QDir state = StandalonePlaces::of(QStringLiteral("team-2"), m_paths).state;
    m_folder->write(QDir(m_folder->path()).relativeFilePath(state.absoluteFilePath(name)), "{");
    QCOMPARE(unused(), QStringList());
}

void tst_UnusedEnvironments::clearTakesOnlyThose()
{
    QVERIFY(await(clearUnusedEnvironments(*m_store, m_paths, this)));
    QCOMPARE(unused(), QStringList());
    QVERIFY(m_store->find("used") && m_store->find("postgres"));
    QVERIFY(!m_store->find("old") && !m_store->find("older"));
}

QTEST_GUILESS_MAIN(tst_UnusedEnvironments)
#include "tst_UnusedEnvironments.moc"
