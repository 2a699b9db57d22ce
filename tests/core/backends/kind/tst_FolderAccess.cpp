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
    void whatWasWrittenBeforeIsOpened();
    void virtualMachineMapsOwners();
    void permitsNothingElse();
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
    QTest::addColumn<int>("owner"); // user and group; -1: as made
    QTest::addColumn<int>("group");
    QTest::addColumn<uint>("before");
    QTest::addColumn<uint>("after");
    const auto row = [](const char *name, const char *written, std::array<int, 2> owner, std::array<uint, 2> modes) {
        QTest::newRow(name) << QByteArray(written) << owner[0] << owner[1] << modes[0] << modes[1];
    };
    row("fresh clone", "./logs", {1000, 1000}, {0755, 01777});
    row("closed", "./logs", {1000, 1000}, {0700, 01777});
    row("without a dot", "logs", {1000, 1000}, {0755, 01777});
    row("open already", "./logs", {1000, 1000}, {0777, 0777});
    row("up and down again", "./dags/../logs", {1000, 1000}, {0755, 01777});
    row("root's", "./logs", {0, 0}, {0755, 0775});
    row("root's and closed", "./logs", {0, 0}, {0700, 0770});
    row("group 0 and open to it", "./logs", {1000, 0}, {0775, 0775});
    row("others may, group 0 may not", "./logs", {1000, 0}, {0707, 0777});
    row("Airflow's user, who may not", "./logs", {50000, 0}, {0575, 01777});
    row("inheriting its group", "./logs", {0, 0}, {02755, 02775});
}

void tst_FolderAccess::opensWhatIsOurs()
{
    QFETCH(QByteArray, written);
    QFETCH(int, owner);
    QFETCH(int, group);
    QFETCH(uint, before);
    QFETCH(uint, after);
    const TempWorkspace place;
    const QByteArray logs = QFile::encodeName(place.makeFolder("logs"));
    // Only root may give a folder away; everybody else's folder is like the first rows' anyway.
    if (::chown(logs.constData(), uid_t(owner), gid_t(group)) != 0 && (group == 0 || owner == 50000 || ::getegid() == 0))
        QSKIP("needs root");
    QCOMPARE(::chmod(logs.constData(), before), 0);
    const uint dags = modeOf(place.makeFolder("dags"));
    const Workspace workspace = workspaceWith(place, written);
    const Result<QStringList> opened = openOwnFolders(workspace, true);
    QVERIFY(opened);
    QCOMPARE(modeOf(place.path("logs")), after);
    QCOMPARE(opened->size(), before == after ? 0 : 1);
    QCOMPARE(modeOf(place.path("dags")), dags);
    QVERIFY(openOwnFolders(workspace, true) && openOwnFolders(workspace, true)->isEmpty());
    // The same by the button.
    QCOMPARE(::chmod(logs.constData(), before), 0);
    QCOMPARE(bool(permitFolder(workspace, place.path("logs"))), before != after);
    QCOMPARE(modeOf(place.path("logs")), after);
}

// Without containers Airflow wrote as this user; with them it goes on as another one.
void tst_FolderAccess::whatWasWrittenBeforeIsOpened()
{
    const TempWorkspace place, elsewhere;
    const auto mode = [](const QString &path, uint bits) { QCOMPARE(::chmod(QFile::encodeName(path).constData(), bits), 0); };
    const QString secret = elsewhere.write("secret", "x"), mine = place.write("logs/scheduler/today/etl.py.log", "line");
    place.write("dags/etl.py", "pass");
    for (const QString &folder : {place.path("logs"), place.path("logs/scheduler"), place.path("logs/scheduler/today"), place.path("dags")})
        mode(folder, 0755);
    for (const QString &file : {secret, mine, place.path("dags/etl.py")})
        mode(file, 0644);
    QVERIFY(QFile::link(secret, place.path("logs/link")) && QFile::link(elsewhere.path(), place.path("logs/folder-link")));
    QCOMPARE(::link(QFile::encodeName(place.write("twice", "x")).constData(), QFile::encodeName(place.path("logs/twice")).constData()), 0);
    mode(place.path("twice"), 0644);
    QCOMPARE(::mkfifo(QFile::encodeName(place.path("logs/pipe")).constData(), 0600), 0); // nobody waits for its other end
    const Workspace workspace = workspaceWith(place, "./logs");
    const std::atomic_bool go = false, stop = true;
    QCOMPARE(openWhatIsOurs(workspace, true, stop), 0);
    QCOMPARE(openWhatIsOurs(workspace, false, go), 0);
    QCOMPARE(modeOf(mine), 0644u);
    QCOMPARE(openWhatIsOurs(workspace, true, go), 3);
    const bool isGroups = QFileInfo(mine).groupId() == 0;
    QCOMPARE(modeOf(mine), isGroups ? 0664u : 0666u);
    for (const QString &folder : {place.path("logs/scheduler"), place.path("logs/scheduler/today")})
        QCOMPARE(modeOf(folder), isGroups ? 0775u : 01777u);
    QCOMPARE(openWhatIsOurs(workspace, true, go), 0); // once
    for (const QString &other : {secret, place.path("twice"), place.path("dags/etl.py")})
        QCOMPARE(modeOf(other), 0644u);
    QCOMPARE(modeOf(place.path("dags")), 0755u);
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

// Whatever a remedy of a recorded failure names.
void tst_FolderAccess::permitsNothingElse()
{
    const TempWorkspace place, elsewhere;
    const QByteArray logs = QFile::encodeName(place.makeFolder("logs"));
    QCOMPARE(::chmod(logs.constData(), 0755), 0);
    const uint dags = modeOf(place.makeFolder("dags")), other = modeOf(elsewhere.path());
    const Workspace workspace = workspaceWith(place, "./logs");
    for (const QString &folder : {place.path("dags"), elsewhere.path(), place.path(), place.path("logs/.."), QStringLiteral("logs")}) {
        const Result<> refused = permitFolder(workspace, folder);
        QVERIFY2(!refused, qPrintable(folder));
        QCOMPARE(refused.error().code, Error::Code::BadInput);
    }
    QCOMPARE(modeOf(place.path("dags")), dags);
    QCOMPARE(modeOf(elsewhere.path()), other);
    QCOMPARE(modeOf(place.path("logs")), 0755u);
    QVERIFY(permitFolder(workspace, {})); // a failure in a pod does not know the folder's name here
    QVERIFY(modeOf(place.path("logs")) != 0755u);
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
