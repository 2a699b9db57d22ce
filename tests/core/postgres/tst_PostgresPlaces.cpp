// SPDX-License-Identifier: Apache-2.0
// Where a database lies: short sockets, closed folders, nothing of somebody else's; and what its lock files are made to say.
#include "core/postgres/PostgresLock.h"
#include "core/postgres/PostgresPlaces.h"

#include "tests/support/TempWorkspace.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace windsock;

namespace {
ServerUser self()
{
    return {"me", geteuid(), getegid()};
}

uint modeOf(const QString &path)
{
    struct stat status = {};
    return ::lstat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777 : 0;
}

struct Bench
{
    TempWorkspace folder;
    QTemporaryDir shortOne{QStringLiteral("/tmp/wsXXXXXX")};
    PostgresBases bases{folder.makeFolder("run"), {shortOne.path()}, folder.makeFolder("system")};
    QString state = folder.makeFolder("state");

    Result<PostgresPlaces> places(const ServerUser &user = self()) const { return PostgresPlaces::of(state, user, bases); }
};
} // namespace

class tst_PostgresPlaces : public QObject
{
    Q_OBJECT
private slots:
    void sameForEveryone();
    void differsByWorkspace();
    void fallsBackForTheSocket();
    void refusesLongPaths();
    void passesOverForeignFolders();
    void preparesClosedFolders();
    void refusesBadFolders();
    void anotherUsersDataLiesApart();
    void anotherUserMustReachTheSocket();
    void spellsUrls();
    void readsTheMajorVersion();
    void removesEverything();
    void locks_data();
    void locks();
    void freesOnlyStaleLocks();
};

void tst_PostgresPlaces::sameForEveryone()
{
    const Bench bench;
    const auto one = bench.places(), other = bench.places();
    QVERIFY(one && other);
    QCOMPARE(one->folder, bench.state + "/postgres");
    QCOMPARE(one->data(), bench.state + "/postgres/data");
    QCOMPARE(one->socketFolder, other->socketFolder);
    QVERIFY(one->socket().startsWith(bench.shortOne.path() + QStringLiteral("/windsock-pg-%1/pg-").arg(geteuid())));
    QVERIFY(one->socket().endsWith("/.s.PGSQL.5432"));
    QVERIFY(!QFileInfo::exists(one->folder) && !QFileInfo::exists(one->socketFolder)); // looking makes nothing
    const auto odd = PostgresPlaces::of(bench.state + "/x/..//", self(), bench.bases);
    QCOMPARE(odd->socketFolder, one->socketFolder);
}

void tst_PostgresPlaces::differsByWorkspace()
{
    const Bench bench;
    const auto other = PostgresPlaces::of(bench.folder.path("state2"), self(), bench.bases);
    QVERIFY(other->socketFolder != bench.places()->socketFolder);
}

void tst_PostgresPlaces::fallsBackForTheSocket()
{
    Bench bench;
    QTemporaryDir second(QStringLiteral("/tmp/ws2XXXXXX"));
    bench.bases.temporary = {bench.folder.path("none"), second.path(), bench.shortOne.path()};
    QVERIFY(bench.places()->socketFolder.startsWith(second.path()));
    bench.bases.temporary.clear();
    bench.bases.runtime = second.path();
    QVERIFY(bench.places()->socketFolder.startsWith(second.path() + "/windsock-pg/pg-"));
    // Root's runtime folder is closed to the one that the server runs as.
    QVERIFY(!bench.places({"other", 4242, 4242, "/usr/bin/setpriv"}));
}

void tst_PostgresPlaces::refusesLongPaths()
{
    Bench bench;
    const QString deep = bench.folder.makeFolder(QStringLiteral("a").repeated(90));
    bench.bases = {deep, {deep}, {}};
    const auto none = bench.places();
    QVERIFY(!none);
    QCOMPARE(none.error().rule, "postgres.socket.path");
    QCOMPARE(none.error().why.count(u'\n'), 1); // both, each with its length
    QVERIFY(none.error().why.contains("at most 103") && none.error().todo.contains("TMPDIR"));
    // The longest that fits: bytes count, not letters.
    const QString parent = QStringLiteral("/windsock-pg-%1").arg(geteuid());
    const auto room = longestPostgresSocket - parent.size() - qsizetype(sizeof("/pg-12345678/.s.PGSQL.5432") - 1);
    const QTemporaryDir base(QStringLiteral("/tmp/wXXXXXX"));
    for (const int more : {0, 1}) {
        const QString fits = base.path() + u'/' + QStringLiteral("b").repeated(room - base.path().size() - 1 + more);
        QVERIFY(QDir().mkpath(fits));
        bench.bases = {{}, {fits}, {}};
        QCOMPARE(bench.places().has_value(), more == 0);
    }
    const QString letters = base.path() + u'/' + QStringLiteral("é").repeated((room - base.path().size()) / 2 + 1);
    QVERIFY(QDir().mkpath(letters));
    bench.bases = {{}, {letters}, {}};
    QVERIFY(!bench.places());
}

void tst_PostgresPlaces::passesOverForeignFolders()
{
    Bench bench;
    const QTemporaryDir second(QStringLiteral("/tmp/ws2XXXXXX"));
    bench.bases.temporary = {bench.shortOne.path(), second.path()};
    const QString parent = bench.shortOne.path() + QStringLiteral("/windsock-pg-%1").arg(geteuid());
    const auto isPassedOver = [&bench, &second] { return bench.places()->socketFolder.startsWith(second.path()); };
    QVERIFY(QFile::link(second.path(), parent));
    QVERIFY(isPassedOver());
    QFile::remove(parent);
    QFile file(parent);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(isPassedOver());
    file.remove();
    QVERIFY(QDir().mkpath(parent) && ::chmod(QFile::encodeName(parent).constData(), 0777) == 0);
    QVERIFY(isPassedOver());
    QVERIFY(::chmod(QFile::encodeName(parent).constData(), 0700) == 0);
    QVERIFY(!isPassedOver());
    if (geteuid() == 0) {
        QVERIFY(::chown(QFile::encodeName(parent).constData(), 4242, 4242) == 0);
        QVERIFY(isPassedOver());
    }
}

void tst_PostgresPlaces::preparesClosedFolders()
{
    const Bench bench;
    const auto places = bench.places();
    for (int times = 0; times < 2; ++times) {
        const auto prepared = places->prepare();
        QVERIFY2(prepared, prepared ? "" : qPrintable(prepared.error().report()));
        QCOMPARE(modeOf(places->folder), 0700U);
        QCOMPARE(modeOf(places->socketFolder), 0700U);
        QCOMPARE(modeOf(QFileInfo(places->socketFolder).path()), 0700U);
    }
    QVERIFY(!places->dataMajor());
}

void tst_PostgresPlaces::refusesBadFolders()
{
    const Bench bench;
    const auto places = bench.places();
    QVERIFY(places->prepare());
    QVERIFY(::chmod(QFile::encodeName(places->socketFolder).constData(), 0777) == 0);
    const auto open = places->prepare();
    QVERIFY(!open);
    QCOMPARE(open.error().rule, "postgres.folder");
    QVERIFY(open.error().why.contains("0777"));
    QDir().rmdir(places->socketFolder);
    QVERIFY(QFile::link(bench.folder.path(), places->socketFolder));
    QVERIFY(places->prepare().error().why.contains("link"));
    QFile::remove(places->socketFolder);
    QDir().rmdir(places->folder);
    bench.folder.write("state/postgres", "a file");
    QVERIFY(!places->prepare());
}

void tst_PostgresPlaces::anotherUsersDataLiesApart()
{
    Bench bench;
    const ServerUser other{"other", 4242, 4242, "/usr/bin/setpriv"};
    QVERIFY(::chmod(QFile::encodeName(bench.state).constData(), 0755) == 0);
    // The test's own folder is closed to others, as /root is.
    const QString apart = bench.places(other)->folder;
    QVERIFY2(apart.startsWith(bench.bases.system + "/state-"), qPrintable(apart));
    QVERIFY(::chmod(QFile::encodeName(bench.folder.path()).constData(), 0755) == 0);
    QCOMPARE(bench.places(other)->folder, bench.state + "/postgres");
    // Where a database is already, there it stays.
    bench.folder.write(apart.mid(bench.folder.path().size() + 1) + "/data/PG_VERSION", "15\n");
    QCOMPARE(bench.places(other)->folder, apart);
    bench.folder.write("state/postgres/data/PG_VERSION", "15\n");
    QCOMPARE(bench.places(other)->folder, bench.state + "/postgres");
}

void tst_PostgresPlaces::anotherUserMustReachTheSocket()
{
    if (geteuid() != 0)
        QSKIP("Only root can give folders away");
    const Bench bench;
    const ServerUser other{"other", 4242, 4242, "/usr/bin/setpriv"};
    QVERIFY(::chmod(QFile::encodeName(bench.shortOne.path()).constData(), 0755) == 0);
    QVERIFY(::chmod(QFile::encodeName(bench.folder.path()).constData(), 0755) == 0);
    const auto places = bench.places(other);
    const auto prepared = places->prepare();
    QVERIFY2(prepared, prepared ? "" : qPrintable(prepared.error().report()));
    const QString parent = QFileInfo(places->socketFolder).path();
    QCOMPARE(modeOf(parent), 0711U);
    QCOMPARE(QFileInfo(places->socketFolder).ownerId(), 4242U);
    QVERIFY(::chmod(QFile::encodeName(parent).constData(), 0700) == 0);
    QVERIFY(places->prepare().error().why.contains("other"));
}

void tst_PostgresPlaces::spellsUrls()
{
    const PostgresPlaces places{self(), "/state/postgres", "/tmp/windsock-1000/pg-12345678"};
    QCOMPARE(places.sqlAlchemyUrl(), "postgresql+psycopg2://airflow@/airflow?host=/tmp/windsock-1000/pg-12345678");
    QCOMPARE(places.preparingUrl(), places.sqlAlchemyUrl() + "&options=-csynchronous_commit=off");
    QVERIFY(!places.preparingUrl().contains(u'%'));
    const PostgresPlaces odd{self(), "/state/postgres", "/tmp/a b&c%/pg-1"};
    QCOMPARE(odd.sqlAlchemyUrl(), "postgresql+psycopg2://airflow@/airflow?host=/tmp/a%20b%26c%25/pg-1");
}

void tst_PostgresPlaces::readsTheMajorVersion()
{
    const Bench bench;
    const auto places = bench.places();
    for (const auto &[text, major] :
         QList<std::pair<QByteArray, int>>{{"15\n", 15}, {"18", 18}, {"9.6\n", 0}, {"", 0}, {"x", 0}, {"-3", 0}}) {
        bench.folder.write("state/postgres/data/PG_VERSION", text);
        QCOMPARE(places->dataMajor().value_or(0), major);
    }
}

void tst_PostgresPlaces::removesEverything()
{
    const Bench bench;
    const auto places = bench.places();
    QVERIFY(places->remove()); // nothing there
    QVERIFY(places->prepare());
    bench.folder.write("state/postgres/data/base/1/112", "x");
    QVERIFY(places->remove());
    QVERIFY(!QFileInfo::exists(places->folder) && !QFileInfo::exists(places->socketFolder));
    QVERIFY(QDir(bench.shortOne.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

void tst_PostgresPlaces::locks_data()
{
    QTest::addColumn<QByteArray>("lock");
    QTest::addColumn<qint64>("pid"); // 0: none
    QTest::addColumn<QByteArray>("freed");
    const QByteArray rest = "\n/data\n1700000000\n5432\n/sock\n\n  1234567        99\nready   \n";
    QTest::newRow("server") << "4711" + rest << qint64(4711) << "4194305" + rest;
    QTest::newRow("single user") << "-4711" + rest << qint64(4711) << "4194305" + rest;
    QTest::newRow("only the id") << QByteArray("4711\n") << qint64(4711) << QByteArray("4194305\n");
    QTest::newRow("cut off") << QByteArray("47") << qint64(47) << QByteArray("4194305\n");
    QTest::newRow("empty") << QByteArray() << qint64(0) << QByteArray("4194305\n");
    QTest::newRow("zero") << QByteArray("0\n") << qint64(0) << QByteArray("4194305\n");
    QTest::newRow("nonsense") << QByteArray("\0\0\0\n/data\n", 10) << qint64(0) << QByteArray("4194305\n/data\n");
}

void tst_PostgresPlaces::locks()
{
    QFETCH(QByteArray, lock);
    QTEST(pidInLock(lock).value_or(0), "pid");
    QTEST(withImpossiblePid(lock), "freed");
}

void tst_PostgresPlaces::freesOnlyStaleLocks()
{
    const Bench bench;
    const auto places = bench.places();
    QVERIFY(places->prepare());
    QVERIFY(freeStaleLocks(*places)); // none there
    const QString lock = "state/postgres/data/postmaster.pid";
    const QByteArray rest = "\n" + QFile::encodeName(places->data()) + "\n1700000000\n5432\n";
    // A dead process: postgres notices that by itself.
    const QByteArray dead = "4194304" + rest;
    bench.folder.write(lock, dead);
    QVERIFY(freeStaleLocks(*places));
    QCOMPARE(bench.folder.read(lock), dead);
    // An id that another program has now: this one.
    bench.folder.write(lock, QByteArray::number(getpid()) + rest);
    QVERIFY(!runningPostmaster(*places));
    QVERIFY(freeStaleLocks(*places));
    QCOMPARE(bench.folder.read(lock), "4194305" + rest);
    // One whose working folder is the data folder counts as a server.
    bench.folder.write(lock, QByteArray::number(getpid()) + rest);
    const QString here = QDir::currentPath();
    QVERIFY(QDir::setCurrent(places->data()));
    QCOMPARE(runningPostmaster(*places), std::optional<qint64>(getpid()));
    const auto locked = freeStaleLocks(*places);
    QCOMPARE(places->remove().error().code, Error::Code::Conflict);
    QVERIFY(QDir::setCurrent(here));
    QVERIFY(!locked);
    QCOMPARE(locked.error().rule, "postgres.locked");
    QVERIFY(locked.error().why.contains(QString::number(getpid())));
    QCOMPARE(bench.folder.read(lock), QByteArray::number(getpid()) + rest);
}

QTEST_GUILESS_MAIN(tst_PostgresPlaces)
#include "tst_PostgresPlaces.moc"
