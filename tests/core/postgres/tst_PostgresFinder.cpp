// SPDX-License-Identifier: Apache-2.0
// PostgreSQL's programs in the places where systems put them, newest first; old, broken and foreign ones with the reason.
#include "core/postgres/PostgresFinder.h"

#include "tests/support/Await.h"
#include "tests/support/ScriptedRunner.h"
#include "tests/support/TempWorkspace.h"

#include <QTest>

using namespace windsock;

class tst_PostgresFinder : public QObject
{
    Q_OBJECT
private slots:
    void parsesVersions_data();
    void parsesVersions();
    void ordersFolders();
    void asksEachOnce();
    void saysWhyNot();
    void wantsTheDatasOwnVersion();
    void isCanceled();
};

void tst_PostgresFinder::parsesVersions_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QString>("version"); // empty: none
    QTest::newRow("debian") << QByteArray("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)\n") << "15.18.0";
    QTest::newRow("wheel") << QByteArray("postgres (PostgreSQL) 18.6\n") << "18.6.0";
    QTest::newRow("beta") << QByteArray("postgres (PostgreSQL) 17beta2\n") << "17.0.0";
    QTest::newRow("devel") << QByteArray("postgres (PostgreSQL) 19devel\n") << "19.0.0";
    QTest::newRow("homebrew") << QByteArray("postgres (PostgreSQL) 14.18 (Homebrew)\n") << "14.18.0";
    QTest::newRow("old") << QByteArray("postgres (PostgreSQL) 9.6.24\n") << "9.6.0";
    QTest::newRow("fork") << QByteArray("postgres (Greenplum Database) 7.0.0\n") << "";
    QTest::newRow("empty") << QByteArray() << "";
}

void tst_PostgresFinder::parsesVersions()
{
    QFETCH(QByteArray, output);
    const auto version = parsePostgresVersion(output);
    QTEST(version ? version->text() : QString(), "version");
}

void tst_PostgresFinder::ordersFolders()
{
    const TempWorkspace root;
    for (const char *folder : {"usr/lib/postgresql/9.6/bin", "usr/lib/postgresql/15/bin", "usr/lib/postgresql/17/bin", "usr/pgsql-16/bin",
                               "usr/lib/postgresql15/bin", "opt/homebrew/opt/postgresql@14/bin", "opt/homebrew/opt/postgresql@17/bin",
                               "opt/homebrew/opt/libpq/bin", "usr/bin"})
        root.makeFolder(QString::fromLatin1(folder));
    QStringList found;
    for (const QString &folder : usualPostgresFolders(root.path()))
        found += folder.mid(root.path().size() + 1);
    QCOMPARE(found, (QStringList{"usr/lib/postgresql/17/bin", "usr/lib/postgresql/15/bin", "usr/lib/postgresql/9.6/bin", "usr/pgsql-16/bin",
                                 "usr/lib/postgresql15/bin", "opt/homebrew/opt/postgresql@17/bin", "opt/homebrew/opt/postgresql@14/bin",
                                 "opt/homebrew/bin", "usr/local/bin", "usr/local/pgsql/bin", "usr/bin"}));
    for (const QString &folder : usualPostgresFolders())
        QVERIFY2(folder.startsWith(u'/') && !folder.startsWith(u"//"), qPrintable(folder));
}

namespace {
struct Bench
{
    TempWorkspace folder;
    ScriptedRunner runner;

    QString add(const QString &name, const ScriptedReply &reply, const QStringList &programs = {"initdb", "postgres"})
    {
        for (const QString &program : programs)
            folder.writeProgram(name + u'/' + program, "#!/bin/false\n");
        const QString bin = folder.path(name);
        runner.when([bin](const Command &command) { return command.program == bin + QStringLiteral("/postgres"); },
                    [reply](const Command &) { return reply; });
        return bin;
    }
    static ScriptedReply says(const char *version) { return {.out = QByteArray("postgres (PostgreSQL) ") + version + "\n"}; }
};
} // namespace

void tst_PostgresFinder::asksEachOnce()
{
    Bench bench;
    const QString first = bench.add("a", Bench::says("15.4")), second = bench.add("b", Bench::says("18.6"));
    bench.add("client", Bench::says("17.1"), {"psql", "pg_isready"});
    PostgresFinder finder(bench.runner, {first, bench.folder.path("none"), bench.folder.path("client"), second, first});
    const auto found = await(finder.all());
    QVERIFY(found);
    QCOMPARE(found->usable, (QList<PostgresInstallation>{{first, {15, 4}}, {second, {18, 6}}}));
    QVERIFY(found->unusable.isEmpty());
    QCOMPARE(bench.runner.commands().size(), 2);
    QCOMPARE(bench.runner.commands().first().args, QStringList{"--version"});
    QCOMPARE(found->usable.first().program("initdb"), first + "/initdb");
    QCOMPARE(await(finder.best({}))->bin, first);
}

void tst_PostgresFinder::saysWhyNot()
{
    Bench bench;
    const QStringList folders{
        bench.add("old", Bench::says("9.6.24")),
        bench.add("broken", {.err = "postgres: error while loading shared libraries: libx.so\nmore\n", .exitCode = 127}),
        bench.add("odd", {.out = "hello\n"}),
        bench.add("refused", {.error = Error{Error::Code::ToolMissing, "no", "Every user may change it"}})};
    PostgresFinder finder(bench.runner, folders);
    const auto best = await(finder.best({}));
    QVERIFY(!best);
    QCOMPARE(best.error().code, Error::Code::ToolMissing);
    QCOMPARE(best.error().rule, "postgres.missing");
    QVERIFY(best.error().why.contains("Version 9 is older than 12"));
    QVERIFY(best.error().why.contains("libx.so") && !best.error().why.contains("more"));
    QVERIFY(best.error().why.contains("Every user may change it"));
    QVERIFY(best.error().todo.contains("install"));
    PostgresFinder nowhere(bench.runner, QStringList{});
    QVERIFY(!await(nowhere.best({})).error().why.isEmpty());
}

void tst_PostgresFinder::wantsTheDatasOwnVersion()
{
    const FoundPostgres found{{{"/a", {17, 2}}, {"/b", {15, 1}}, {"/c", {15, 9}}}, {}};
    QCOMPARE(choosePostgres(found, {})->bin, "/a");
    QCOMPARE(choosePostgres(found, 15)->bin, "/b");
    const auto none = choosePostgres(found, 16);
    QVERIFY(!none);
    QCOMPARE(none.error().code, Error::Code::Conflict);
    QCOMPARE(none.error().rule, "postgres.version");
    QVERIFY(none.error().what.contains("16") && none.error().why.contains("17.2.0, 15.1.0, 15.9.0"));
    QCOMPARE(none.error().remedies.first().id, "cluster.reset");
}

void tst_PostgresFinder::isCanceled()
{
    Bench bench;
    const QString bin = bench.add("a", {.hangs = true});
    PostgresFinder finder(bench.runner, {bin});
    const Cancel cancel;
    const auto asked = finder.best({}, cancel);
    cancel.request();
    QVERIFY(await(asked).error().isCancel());
}

QTEST_GUILESS_MAIN(tst_PostgresFinder)
#include "tst_PostgresFinder.moc"
