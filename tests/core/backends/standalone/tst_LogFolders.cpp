// SPDX-License-Identifier: Apache-2.0
// Which folder of task logs is closed to this user, and how far is looked.
#include "core/backends/standalone/LogFolders.h"
#include "tests/support/TempWorkspace.h"

#include <QFile>
#include <QTest>

#include <unistd.h>

using namespace windsock;

class tst_LogFolders : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void namesTheFirst_data();
    void namesTheFirst();
    void looksAtAFewHundred();
    void endsWhenTold();
    void asksTheSystem();

private:
    QString closed(const QString &name)
    {
        const QString path = m_folder->path(name);
        return closedLogFolder(m_folder->path("logs"), m_stop, [this, path](const QString &folder) {
            ++m_looked;
            return folder != path;
        });
    }
    std::unique_ptr<TempWorkspace> m_folder;
    std::atomic_bool m_stop = false;
    int m_looked = 0;
};

void tst_LogFolders::init()
{
    m_folder = std::make_unique<TempWorkspace>();
    m_stop = false;
    m_looked = 0;
    for (const char *name : {"logs/dag_id=a/run_id=1/task_id=x", "logs/dag_id=b/run_id=1", "logs/scheduler"})
        m_folder->makeFolder(QString::fromLatin1(name));
    m_folder->write("logs/dag_id=b/readme.txt", "no folder");
    QVERIFY(QFile::link("..", m_folder->path("logs/latest")));
}

void tst_LogFolders::namesTheFirst_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("itself") << "logs" << true;
    QTest::newRow("of a DAG") << "logs/dag_id=b" << true;
    QTest::newRow("of a run") << "logs/dag_id=a/run_id=1" << true;
    QTest::newRow("deeper") << "logs/dag_id=a/run_id=1/task_id=x" << false;
    QTest::newRow("a file") << "logs/dag_id=b/readme.txt" << false;
    QTest::newRow("a link") << "logs/latest" << false;
    QTest::newRow("none") << "elsewhere" << false;
}

void tst_LogFolders::namesTheFirst()
{
    QFETCH(QString, name);
    QFETCH(bool, isFound);
    QCOMPARE(closed(name), isFound ? m_folder->path(name) : QString());
    QCOMPARE(closedLogFolder(m_folder->path("nowhere"), m_stop, [](const QString &) { return false; }), QString());
}

void tst_LogFolders::looksAtAFewHundred()
{
    for (int run = 0; run < 1000; ++run)
        m_folder->makeFolder(QStringLiteral("logs/dag_id=a/run_id=%1").arg(run));
    QCOMPARE(closed("elsewhere"), QString());
    QVERIFY2(m_looked > 100 && m_looked < 500, qPrintable(QString::number(m_looked)));
}

void tst_LogFolders::endsWhenTold()
{
    m_stop = true;
    QCOMPARE(closed("logs"), QString());
    QCOMPARE(m_looked, 0);
}

void tst_LogFolders::asksTheSystem()
{
    QCOMPARE(closedLogFolder(m_folder->path("logs"), m_stop), QString());
    if (::geteuid() == 0)
        QSKIP("nothing is closed to root");
    const QString folder = m_folder->path("logs/dag_id=b");
    QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
    QCOMPARE(closedLogFolder(m_folder->path("logs"), m_stop), folder);
    QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)); // so that it can go
}

QTEST_GUILESS_MAIN(tst_LogFolders)
#include "tst_LogFolders.moc"
