// SPDX-License-Identifier: Apache-2.0
// Start opens the logs folder of the workspace for Airflow's user, and no other folder.
#include "core/backends/kind/FolderAccess.h"
#include "core/checks/FolderChecks.h"
#include "tests/support/TempWorkspace.h"

#include <QtTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace windsock;

class tst_FolderAccess : public QObject
{
    Q_OBJECT
private slots:
    void opensWhatIsOurs_data();
    void opensWhatIsOurs();
    void virtualMachineMapsOwners();
    void linkOnTheWay();
    void refusesLinksAndFiles();
};

static uint modeOf(const QString &path)
{
    struct stat info = {};
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? uint(info.st_mode & 07777) : 0;
}

// The demo's own files, with another host folder for the logs.
static Workspace workspaceWith(const TempWorkspace &place, const QByteArray &logs)
{
    QFile cluster(QStringLiteral(SOURCE_ROOT "/examples/demo/kind-cluster.yaml"));
    QFile values(QStringLiteral(SOURCE_ROOT "/examples/demo/local.values.yaml"));
    const bool read = cluster.open(QIODevice::ReadOnly) && values.open(QIODevice::ReadOnly);
    Q_ASSERT(read);
    Q_UNUSED(read)
    place.write("kind-cluster.yaml", cluster.readAll().replace("hostPath: ./logs", "hostPath: " + logs));
    place.write("local.values.yaml", values.readAll());
    for (const char *name : {"dags", "dbt", "python_tasks"})
        place.makeFolder(QString::fromLatin1(name));
    const Result<Workspace> opened = Workspace::open(place.path());
    return opened ? *opened : Workspace();
}

void tst_FolderAccess::opensWhatIsOurs_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<uint>("before");
    QTest::addColumn<uint>("after");
    QTest::newRow("fresh clone") << QByteArray("./logs") << 0755u << 01777u;
    QTest::newRow("closed") << QByteArray("./logs") << 0700u << 01777u;
    QTest::newRow("without a dot") << QByteArray("logs") << 0755u << 01777u;
    QTest::newRow("open already") << QByteArray("./logs") << 0777u << 0777u;
    QTest::newRow("up and down again") << QByteArray("./dags/../logs") << 0755u << 01777u;
}

void tst_FolderAccess::opensWhatIsOurs()
{
    QFETCH(QByteArray, written);
    QFETCH(uint, before);
    QFETCH(uint, after);
    const TempWorkspace place;
    const QByteArray logs = QFile::encodeName(place.makeFolder("logs"));
    QCOMPARE(::chmod(logs.constData(), before), 0);
    const uint dags = modeOf(place.makeFolder("dags"));
    const Workspace workspace = workspaceWith(place, written);
    const Result<QStringList> opened = openOwnFolders(workspace, true);
    QVERIFY(opened);
    QCOMPARE(modeOf(place.path("logs")), after);
    QCOMPARE(opened->size(), before == after ? 0 : 1);
    QCOMPARE(modeOf(place.path("dags")), dags);
    QVERIFY(openOwnFolders(workspace, true) && openOwnFolders(workspace, true)->isEmpty());
}

// Docker Desktop and its like: what pods may do there does not depend on the mode here, so it stays as the user has it.
void tst_FolderAccess::virtualMachineMapsOwners()
{
    const TempWorkspace place;
    QCOMPARE(::chmod(QFile::encodeName(place.makeFolder("logs")).constData(), 0755), 0);
    const Result<QStringList> opened = openOwnFolders(workspaceWith(place, "./logs"), false);
    QVERIFY(opened && opened->isEmpty());
    QCOMPARE(modeOf(place.path("logs")), 0755u);
}

void tst_FolderAccess::linkOnTheWay()
{
    const TempWorkspace place, elsewhere;
    const QByteArray target = QFile::encodeName(elsewhere.makeFolder("logs"));
    QCOMPARE(::chmod(target.constData(), 0755), 0);
    QVERIFY(QFile::link(elsewhere.path(), place.path("link")));
    for (const QByteArray &written : {QByteArray("./link/logs"), target}) {
        const Result<QStringList> opened = openOwnFolders(workspaceWith(place, written), true);
        QVERIFY(opened && opened->isEmpty());
        QCOMPARE(modeOf(elsewhere.path("logs")), 0755u);
    }
}

void tst_FolderAccess::refusesLinksAndFiles()
{
    const TempWorkspace place;
    const QString real = place.makeFolder("real"), link = place.path("logs"), file = place.write("file", "x");
    QCOMPARE(::chmod(QFile::encodeName(real).constData(), 0755), 0);
    QVERIFY(QFile::link(real, link));
    for (const QString &path : {link, file, place.path("nothing")}) {
        const Result<> opened = openForAirflow(path);
        QVERIFY(!opened);
        QCOMPARE(opened.error().place.file, path);
        QVERIFY(!opened.error().why.isEmpty());
    }
    QCOMPARE(modeOf(real), 0755u);
}

QTEST_GUILESS_MAIN(tst_FolderAccess)
#include "tst_FolderAccess.moc"
