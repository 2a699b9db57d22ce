// SPDX-License-Identifier: Apache-2.0
// prepare.py for real, on this machine's Python and stand-ins for Airflow's commands and tables: users are made once, and later brought to
// what the values say without any of Airflow's commands.
#include "core/backends/standalone/PrepareInput.h"
#include "core/backends/standalone/StandaloneWish.h"
#include "tests/support/TempWorkspace.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace windsock;

namespace {
AirflowUser user(const char *name, const QStringList &roles, const char *password)
{
    return {.name = QString::fromLatin1(name), .roles = roles, .password = std::make_shared<const SecretString>(QByteArray(password))};
}
} // namespace

class tst_PrepareScript : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void makesUsersOnce();
    void takesAnyWord();
    void bringsPasswordsUpToDate();
    void addsRoles();
    void refusesARoleThatIsNone();
    void leavesOtherAuthManagersAlone();

private:
    int run(const QList<AirflowUser> &users);
    // What stands in a table, one row a line.
    QByteArray rows(const char *query) const;
    QByteArray calls() const { return m_folder->read("calls"); }

    std::unique_ptr<TempWorkspace> m_folder;
    QProcessEnvironment m_environment;
    QByteArray m_said;
};

void tst_PrepareScript::init()
{
    if (QStandardPaths::findExecutable("python3").isEmpty())
        QSKIP("needs python3");
    m_folder = std::make_unique<TempWorkspace>();
    m_environment = QProcessEnvironment();
    m_environment.insert("PATH", QString::fromLocal8Bit(qgetenv("PATH")));
    m_environment.insert("PYTHONPATH", TEST_DATA "/prepare");
    m_environment.insert("PYTHONDONTWRITEBYTECODE", "1");
    m_environment.insert("PYTHONIOENCODING", "utf-8");
    m_environment.insert("FAKE_DATABASE", m_folder->path("database"));
    m_environment.insert("FAKE_CALLS", m_folder->path("calls"));
}

int tst_PrepareScript::run(const QList<AirflowUser> &users)
{
    StandaloneWish wish;
    wish.objects.users = users;
    QProcess python;
    python.setProcessEnvironment(m_environment);
    python.setProcessChannelMode(QProcess::MergedChannels);
    python.start("python3", {"-B", SOURCE_ROOT "/resources/standalone/prepare.py"});
    prepareInput(wish, {})->reveal([&python](QByteArrayView bytes) { return python.write(bytes.toByteArray()); });
    python.closeWriteChannel();
    python.waitForFinished();
    m_said = python.readAll();
    return python.exitStatus() == QProcess::NormalExit ? python.exitCode() : -1;
}

QByteArray tst_PrepareScript::rows(const char *query) const
{
    const QString script = QStringLiteral("import sqlite3, sys\nfor row in sqlite3.connect(sys.argv[1]).execute(sys.argv[2]): print(*row)");
    QProcess python;
    python.start("python3", {"-I", "-c", script, m_folder->path("database"), QString::fromLatin1(query)});
    python.waitForFinished();
    return python.readAllStandardOutput();
}

const char *const allUsers = "SELECT username, password FROM ab_user ORDER BY id";
const char *const allRoles = "SELECT username, name FROM ab_user_role LEFT JOIN ab_user ON ab_user.id = user_id "
                             "LEFT JOIN ab_role ON ab_role.id = role_id ORDER BY username, name";

void tst_PrepareScript::makesUsersOnce()
{
    const QList<AirflowUser> users{user("sam", {"Admin"}, "first"), user("kim", {"Viewer", "Op"}, "second")};
    QVERIFY2(run(users) == 0, m_said.constData());
    QVERIFY2(m_said.contains("windsock: users 2\n"), m_said.constData());
    QCOMPARE(rows(allUsers), QByteArray("sam plain$first\nkim plain$second\n"));
    QCOMPARE(rows(allRoles), QByteArray("kim Op\nkim Viewer\nsam Admin\n"));
    QCOMPARE(calls(), QByteArray("sync-perm\nusers create sam Admin\nusers create kim Viewer\n"));
    // Again: Airflow's own commands would refuse a role that is there, and end everybody's session.
    QVERIFY2(run(users) == 0, m_said.constData());
    QCOMPARE(calls(), QByteArray("sync-perm\nusers create sam Admin\nusers create kim Viewer\n"));
    QCOMPARE(rows(allUsers), QByteArray("sam plain$first\nkim plain$second\n"));
    QCOMPARE(rows(allRoles), QByteArray("kim Op\nkim Viewer\nsam Admin\n"));
}

void tst_PrepareScript::takesAnyWord()
{
    QVERIFY2(run({user("-sam", {"Admin"}, "--password=-x y")}) == 0, m_said.constData());
    QCOMPARE(rows(allUsers), QByteArray("-sam plain$--password=-x y\n"));
}

void tst_PrepareScript::bringsPasswordsUpToDate()
{
    QVERIFY2(run({user("sam", {"Admin"}, "first"), user("kim", {"Admin"}, "second")}) == 0, m_said.constData());
    const QByteArray before = calls();
    QVERIFY2(run({user("Sam", {"Admin"}, "third"), user("kim", {"Admin"}, "second")}) == 0, m_said.constData());
    QCOMPARE(rows(allUsers), QByteArray("sam plain$third\nkim plain$second\n"));
    // What another version wrote in a way that this one cannot read, and what was never set.
    for (const char *kept : {"'md5$salt$x'", "NULL"}) {
        QProcess python;
        const QString script = QStringLiteral("import sqlite3, sys; db = sqlite3.connect(sys.argv[1]); "
                                              "db.execute('UPDATE ab_user SET password = ' + sys.argv[2]); db.commit()");
        python.start("python3", {"-I", "-c", script, m_folder->path("database"), QString::fromLatin1(kept)});
        QVERIFY(python.waitForFinished() && python.exitCode() == 0);
        QVERIFY2(run({user("sam", {"Admin"}, "third"), user("kim", {"Admin"}, "second")}) == 0, m_said.constData());
        QCOMPARE(rows(allUsers), QByteArray("sam plain$third\nkim plain$second\n"));
    }
    QCOMPARE(calls(), before);
}

void tst_PrepareScript::addsRoles()
{
    QVERIFY2(run({user("sam", {"Viewer"}, "first")}) == 0, m_said.constData());
    QVERIFY2(run({user("sam", {"Op", "Viewer", "User", "Op"}, "first")}) == 0, m_said.constData());
    QCOMPARE(rows(allRoles), QByteArray("sam Op\nsam User\nsam Viewer\n"));
    QVERIFY2(run({user("sam", {"Admin"}, "first")}) == 0, m_said.constData());
    QCOMPARE(rows(allRoles), QByteArray("sam Admin\nsam Op\nsam User\nsam Viewer\n")); // none is taken away
}

void tst_PrepareScript::refusesARoleThatIsNone()
{
    QVERIFY2(run({user("sam", {"Admin"}, "first")}) == 0, m_said.constData());
    QVERIFY(run({user("sam", {"Admin", "Captain"}, "second")}) != 0);
    QVERIFY2(m_said.contains("Captain is no role of Airflow"), m_said.constData());
    QCOMPARE(rows(allUsers), QByteArray("sam plain$first\n")); // all or nothing
}

void tst_PrepareScript::leavesOtherAuthManagersAlone()
{
    m_environment.insert("FAKE_TABLES", "none");
    QVERIFY2(run({user("sam", {"Admin"}, "first")}) == 0, m_said.constData());
    QCOMPARE(calls(), QByteArray("users create sam Admin\n"));
    QCOMPARE(rows("SELECT count(*) FROM sqlite_master"), QByteArray("0\n"));
}

QTEST_GUILESS_MAIN(tst_PrepareScript)
#include "tst_PrepareScript.moc"
