// SPDX-License-Identifier: Apache-2.0
// Whom the server runs as, how a command is handed to that user, and which folders that user can reach.
#include "core/postgres/ServerUser.h"

#include "tests/support/TempWorkspace.h"

#include <QFile>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace windsock;

class tst_ServerUser : public QObject
{
    Q_OBJECT
private slots:
    void chooses_data();
    void chooses();
    void changesByEachProgram();
    void leavesOwnCommandsAlone();
    void findsBarriers();
    void knowsThisMachine();
};

void tst_ServerUser::chooses_data()
{
    QTest::addColumn<AccountFacts>("facts");
    QTest::addColumn<QString>("name"); // empty: an error
    QTest::addColumn<bool>("isOther");
    const Account root{"root", 0, 0}, me{"me", 1000, 1000}, postgres{"postgres", 101, 104}, nobody{"nobody", 65534, 65534};
    const QStringList tools{"/usr/bin/setpriv", "/usr/sbin/runuser"};
    QTest::newRow("ordinary user") << AccountFacts{me} << "me" << false;
    QTest::newRow("ordinary user needs nothing else") << AccountFacts{me, postgres, nobody, tools} << "me" << false;
    QTest::newRow("root") << AccountFacts{root, postgres, nobody, tools} << "postgres" << true;
    QTest::newRow("root without postgres") << AccountFacts{root, {}, nobody, tools} << "nobody" << true;
    QTest::newRow("postgres is root's other name") << AccountFacts{root, Account{"postgres", 0, 0}, nobody, tools} << "nobody" << true;
    QTest::newRow("nobody is root too") << AccountFacts{root, {}, Account{"nobody", 0, 0}, tools} << "" << false;
    QTest::newRow("nobody at all") << AccountFacts{root, {}, {}, tools} << "" << false;
    QTest::newRow("nothing to change with") << AccountFacts{root, postgres, nobody, {}} << "" << false;
}

void tst_ServerUser::chooses()
{
    QFETCH(AccountFacts, facts);
    QFETCH(QString, name);
    const Result<ServerUser> user = chooseServerUser(facts);
    QCOMPARE(user.has_value(), !name.isEmpty());
    if (!user) {
        QCOMPARE(user.error().rule, "postgres.root");
        QCOMPARE(user.error().code, Error::Code::ToolMissing);
        QVERIFY(!user.error().why.isEmpty() && !user.error().todo.isEmpty());
        return;
    }
    QCOMPARE(user->name, name);
    QTEST(user->isOther(), "isOther");
    QVERIFY(user->uid != 0);
}

void tst_ServerUser::changesByEachProgram()
{
    const Command command{.program = "/a b/postgres", .args = {"-D", "/data"}, .input = "x"};
    const auto as = [&command](const char *switcher) {
        return asServerUser(command, {"postgres", 101, 104, QString::fromLatin1(switcher)});
    };
    const Command first = as("/usr/bin/setpriv");
    QCOMPARE(first.program, "/usr/bin/setpriv");
    QCOMPARE(first.args, (QStringList{"--reuid=101", "--regid=104", "--clear-groups", "--no-new-privs", "--pdeathsig=TERM", "--",
                                      "/a b/postgres", "-D", "/data"}));
    QCOMPARE(first.input, "x");
    QCOMPARE(as("/usr/sbin/runuser").args, (QStringList{"-u", "postgres", "--", "/a b/postgres", "-D", "/data"}));
    QCOMPARE(as("/usr/bin/sudo").args, (QStringList{"-n", "-u", "postgres", "--", "/a b/postgres", "-D", "/data"}));
}

void tst_ServerUser::leavesOwnCommandsAlone()
{
    const Command command{.program = "/bin/postgres", .args = {"-D", "/data"}};
    QCOMPARE(asServerUser(command, {"me", 1000, 1000}), command);
    QCOMPARE(barrier("/root/of/nobody", {"me", 1000, 1000}), QString());
}

void tst_ServerUser::findsBarriers()
{
    const TempWorkspace folder;
    const QString inner = folder.makeFolder("open/closed/inner");
    const QString file = folder.write("open/file", "x");
    for (const QString &path : {folder.path(), folder.path("open"), inner})
        QVERIFY(::chmod(QFile::encodeName(path).constData(), 0755) == 0);
    QVERIFY(::chmod(QFile::encodeName(folder.path("open/closed")).constData(), 0700) == 0);
    // Somebody whom none of it belongs to.
    const ServerUser stranger{"stranger", 4242, 4242, "/usr/bin/setpriv"};
    QCOMPARE(barrier(inner, stranger), folder.path("open/closed"));
    QCOMPARE(barrier(folder.path("open"), stranger), QString());
    QCOMPARE(barrier(folder.path("open/not/there/yet"), stranger), QString());
    QVERIFY(::chmod(QFile::encodeName(file).constData(), 0600) == 0);
    QCOMPARE(barrier(file, stranger), file);
    QVERIFY(::chmod(QFile::encodeName(file).constData(), 0604) == 0);
    QCOMPARE(barrier(file, stranger), QString());
    // The owner's bits count for the owner, the group's for the group, even where others may do more.
    const ServerUser owner{"owner", geteuid(), 4242, "/usr/bin/setpriv"};
    QCOMPARE(barrier(inner, owner), QString());
    QVERIFY(::chmod(QFile::encodeName(folder.path("open")).constData(), 0077) == 0);
    QCOMPARE(barrier(inner, owner), folder.path("open"));
    QVERIFY(::chmod(QFile::encodeName(folder.path("open")).constData(), 0755) == 0);
    // A folder may be passed and not read: enough for what lies in it, not for itself.
    QVERIFY(::chmod(QFile::encodeName(folder.path("open/closed")).constData(), 0711) == 0);
    QCOMPARE(barrier(inner, stranger), QString());
    QCOMPARE(barrier(folder.path("open/closed"), stranger), folder.path("open/closed"));
}

void tst_ServerUser::knowsThisMachine()
{
    const AccountFacts facts = AccountFacts::ofThisMachine();
    QCOMPARE(facts.self.uid, geteuid());
    QVERIFY(!facts.self.name.isEmpty());
    const Result<ServerUser> user = chooseServerUser(facts);
    if (geteuid() != 0)
        QVERIFY(user && user->uid == geteuid() && !user->isOther());
}

QTEST_GUILESS_MAIN(tst_ServerUser)
#include "tst_ServerUser.moc"
