// SPDX-License-Identifier: Apache-2.0
// The wait script for real: this machine's Python, a stand-in for psycopg2, a database that is a file.
#include "core/backends/kind/BootPatchScript.h"
#include "tests/support/TempWorkspace.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTest>

using namespace windsock;

namespace {
const QString url = QStringLiteral("postgresql+psycopg2://me:p%40ss%2Fword@db.example:5433/air?sslmode=disable");
const QString fab = QStringLiteral("x.FABDBManager");

QJsonObject heads(bool withManagers)
{
    QJsonObject heads{{QStringLiteral("heads"), QJsonArray{QStringLiteral("head1")}}, {QStringLiteral("external"), withManagers}};
    if (withManagers) {
        heads[QStringLiteral("always")] = QJsonArray{};
        heads[QStringLiteral("managers")] = QJsonObject{{fab, QJsonObject{{QStringLiteral("table"), QStringLiteral("alembic_version_fab")},
                                                                          {QStringLiteral("heads"), QJsonArray{QStringLiteral("fab1")}}}}};
        heads[QStringLiteral("auth")] = QJsonObject{{QStringLiteral("x.Simple"), QString()}, {QStringLiteral("x.Fab"), fab}};
        heads[QStringLiteral("defaultAuth")] = QStringLiteral("x.Simple");
    }
    return heads;
}

QJsonObject plan(const QString &check, int patience = 60)
{
    return {{QStringLiteral("check"), check}, {QStringLiteral("patience"), patience}};
}

QJsonObject migrationPlan(bool withManagers, int patience = 60)
{
    QJsonObject made = plan(QStringLiteral("migrations"), patience);
    made[QStringLiteral("heads")] = heads(withManagers);
    return made;
}
} // namespace

class TestBootPatchScript : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void holdsNothingThatKubernetesReplaces();
    void waitsForTheDatabase();
    void waitsForTheRevision();
    void asksManagers_data();
    void asksManagers();
    void findsTheConnection_data();
    void findsTheConnection();
    void becomesTheChartsOwn_data();
    void becomesTheChartsOwn();
    void givesUpInTime();
    void startsThatWhichWaited();
    void runsTheFirstCheckWhereItCannotDecide();
    void leavesTheCoresToTheWebPartWhereNothingIsToBeMigrated_data();
    void leavesTheCoresToTheWebPartWhereNothingIsToBeMigrated();
    void keepsItsPatienceWithNamesToItself_data();
    void keepsItsPatienceWithNamesToItself();
    void waitsForTheWebPart();
    void waitsForTheWebPartNotForEver();
    void endsWhenTold();
    void worksWithoutPython();

private:
    void start(const QJsonObject &plan, const QStringList &own = {QStringLiteral("/bin/echo"), QStringLiteral("OWN")});
    void setVariable(const char *name, const QString &value) { m_environment.insert(QString::fromLatin1(name), value); }
    void setDatabase(const QByteArray &json) { m_folder->write(QStringLiteral("database"), json); }
    QByteArray words() const { return m_folder->read(QStringLiteral("database.words")); }
    bool hasEnded() const { return m_process->state() == QProcess::NotRunning; }

    std::unique_ptr<TempWorkspace> m_folder;
    std::unique_ptr<QProcess> m_process;
    QProcessEnvironment m_environment;
};

void TestBootPatchScript::init()
{
    if (QStandardPaths::findExecutable(QStringLiteral("python3")).isEmpty())
        QSKIP("needs python3");
    m_folder = std::make_unique<TempWorkspace>();
    m_process = std::make_unique<QProcess>();
    m_environment = QProcessEnvironment();
    setVariable("PATH", QString::fromLocal8Bit(qgetenv("PATH")));
    setVariable("PYTHONPATH", QStringLiteral(TEST_DATA "/bootpatch"));
    setVariable("PYTHONDONTWRITEBYTECODE", QStringLiteral("1"));
    setVariable("FAKE_DATABASE", m_folder->path(QStringLiteral("database")));
    setVariable("AIRFLOW_HOME", m_folder->path());
    setVariable("AIRFLOW__DATABASE__SQL_ALCHEMY_CONN", url);
}

void TestBootPatchScript::cleanup()
{
    if (m_process && !hasEnded()) {
        m_process->kill();
        m_process->waitForFinished();
    }
}

void TestBootPatchScript::start(const QJsonObject &plan, const QStringList &own)
{
    const QStringList command = bootPatch::waitCommand(plan) + own;
    m_process->setProcessEnvironment(m_environment);
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->start(command.first(), command.mid(1));
}

void TestBootPatchScript::holdsNothingThatKubernetesReplaces()
{
    for (const QString &word : bootPatch::waitCommand(migrationPlan(true)))
        QVERIFY2(!word.contains(QStringLiteral("$(")) && !word.contains(QStringLiteral("$$")), qPrintable(word));
}

void TestBootPatchScript::waitsForTheDatabase()
{
    start(plan(QStringLiteral("connection")));
    QTRY_VERIFY_WITH_TIMEOUT(!words().isEmpty(), 20000); // it has asked
    QVERIFY(!hasEnded());
    setDatabase("{}");
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(), 20000);
    QCOMPARE(m_process->exitCode(), 0);
    QCOMPARE(m_process->readAll(), QByteArray());
}

void TestBootPatchScript::waitsForTheRevision()
{
    setDatabase("{}");
    start(migrationPlan(false));
    QTRY_VERIFY_WITH_TIMEOUT(!words().isEmpty(), 20000);
    setDatabase(R"({"alembic_version": ["older"]})");
    setDatabase(R"({"alembic_version": ["head1", "other"]})");
    QVERIFY(!hasEnded());
    setDatabase(R"({"alembic_version": ["head1"]})");
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(), 20000);
    QCOMPARE(m_process->exitCode(), 0);
}

void TestBootPatchScript::asksManagers_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("asked");
    QTest::newRow("default auth manager") << QString() << QString() << false;
    QTest::newRow("auth manager with tables") << QStringLiteral("AIRFLOW__CORE__AUTH_MANAGER") << QStringLiteral("x.Fab") << true;
    QTest::newRow("configured manager") << QStringLiteral("AIRFLOW__DATABASE__EXTERNAL_DB_MANAGERS") << QStringLiteral(" x.FABDBManager ,")
                                        << true;
}

void TestBootPatchScript::asksManagers()
{
    QFETCH(QString, variable);
    QFETCH(QString, value);
    QFETCH(bool, asked);
    if (!variable.isEmpty())
        m_environment.insert(variable, value);
    setDatabase(R"({"alembic_version": ["head1"]})");
    start(migrationPlan(true, asked ? 1 : 60));
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(), 20000);
    QCOMPARE(m_process->exitCode(), asked ? 1 : 0);
    QCOMPARE(m_process->readAll().contains("alembic_version_fab holds [], this image needs ['fab1']"), asked);
    setDatabase(R"({"alembic_version": ["head1"], "alembic_version_fab": ["fab1"]})");
    start(migrationPlan(true));
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(), 20000);
    QCOMPARE(m_process->exitCode(), 0);
}

void TestBootPatchScript::findsTheConnection_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray usual = R"({"connect_timeout": "5", "dbname": "air", "host": "db.example", "password": "p@ss/word", "port": "5433", )"
                             R"("sslmode": "disable", "user": "me"})";
    const QString connection = QStringLiteral("AIRFLOW__DATABASE__SQL_ALCHEMY_CONN");
    QTest::newRow("environment") << connection << url << usual;
    QTest::newRow("before 2.3") << QStringLiteral("AIRFLOW__CORE__SQL_ALCHEMY_CONN") << url << usual;
    QTest::newRow("community chart") << connection + QStringLiteral("_CMD") << QStringLiteral("sh -c 'printf %s \"$DATABASE_URL\"'")
                                     << usual;
    QTest::newRow("expanded as Airflow does") << connection << QStringLiteral("$DATABASE_URL") << usual;
    QTest::newRow("airflow.cfg") << QString() << QString() << usual;
    QTest::newRow("as short as can be") << connection << QStringLiteral("postgres://h/d")
                                        << QByteArray(R"({"connect_timeout": "5", "dbname": "d", "host": "h"})");
    QTest::newRow("IPv6 and own time-out")
        << connection << QStringLiteral("postgresql://u:p@[fd00::1]:1/d?connect_timeout=9")
        << QByteArray(R"({"connect_timeout": "9", "dbname": "d", "host": "fd00::1", "password": "p", "port": "1", "user": "u"})");
}

void TestBootPatchScript::findsTheConnection()
{
    QFETCH(QString, variable);
    QFETCH(QString, value);
    QFETCH(QByteArray, expected);
    m_environment.remove(QStringLiteral("AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"));
    setVariable("DATABASE_URL", url);
    if (variable.isEmpty())
        m_folder->write(QStringLiteral("airflow.cfg"), "[database]\nsql_alchemy_conn = " + url.toUtf8() + "\n");
    else
        m_environment.insert(variable, value);
    setDatabase("{}");
    start(plan(QStringLiteral("connection")));
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(), 20000);
    QCOMPARE(m_process->readAll(), QByteArray());
    QCOMPARE(words(), expected);
}

void TestBootPatchScript::becomesTheChartsOwn_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("value");
    const QString connection = QStringLiteral("AIRFLOW__DATABASE__SQL_ALCHEMY_CONN");
    QTest::newRow("no psycopg2") << QStringLiteral("FAKE_MISSING") << QStringLiteral("1");
    QTest::newRow("MySQL") << connection << QStringLiteral("mysql+mysqldb://u:p@h/d");
    QTest::newRow("SQLite") << connection << QStringLiteral("sqlite:////opt/airflow/airflow.db");
    QTest::newRow("two hosts") << connection << QStringLiteral("postgresql://u:p@a,b:5432/d");
    QTest::newRow("nothing said") << connection << QString();
    QTest::newRow("unknown option") << connection << QStringLiteral("postgresql://h/d?refused=1");
    QTest::newRow("secrets backend") << connection + QStringLiteral("_SECRET") << QStringLiteral("conn");
    QTest::newRow("failing command") << connection + QStringLiteral("_CMD") << QStringLiteral("false");
    QTest::newRow("connect arguments") << QStringLiteral("AIRFLOW__DATABASE__SQL_ALCHEMY_CONNECT_ARGS") << QStringLiteral("my.args");
    QTest::newRow("own schema") << QStringLiteral("AIRFLOW__DATABASE__SQL_ALCHEMY_SCHEMA") << QStringLiteral("airflow");
    QTest::newRow("unknown auth manager") << QStringLiteral("AIRFLOW__CORE__AUTH_MANAGER") << QStringLiteral("my.AuthManager");
    QTest::newRow("unknown manager") << QStringLiteral("AIRFLOW__DATABASE__EXTERNAL_DB_MANAGERS") << QStringLiteral("my.Manager");
}

void TestBootPatchScript::becomesTheChartsOwn()
{
    QFETCH(QString, variable);
    QFETCH(QString, value);
    if (variable.endsWith(QStringLiteral("_SECRET")) || variable.endsWith(QStringLiteral("_CMD")))
        m_environment.remove(QStringLiteral("AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"));
    m_environment.insert(variable, value);
    setDatabase(R"({"alembic_version": ["head1"]})");
    start(migrationPlan(true));
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(), 20000);
    const QByteArray said = m_process->readAll();
    QVERIFY2(said.startsWith("windsock: ") && said.endsWith("the chart's own check runs\nOWN\n"), said.constData());
    QVERIFY(!said.contains("p@ss"));
}

void TestBootPatchScript::givesUpInTime()
{
    start(plan(QStringLiteral("connection"), 1));
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(), 20000);
    QCOMPARE(m_process->exitCode(), 1);
    QCOMPARE(m_process->readAll(), QByteArray("windsock: The database does not answer within 1 s. connection refused\n"));
}

void TestBootPatchScript::startsThatWhichWaited()
{
    QJsonObject then = plan(QStringLiteral("connection"), 1);
    then[QStringLiteral("then")] = true;
    setDatabase("{}");
    start(then);
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(), 20000);
    QCOMPARE(m_process->readAll(), QByteArray("OWN\n"));
    QVERIFY(QFile::remove(m_folder->path(QStringLiteral("database"))));
    start(then); // nobody answers: the chart would try, too
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(), 20000);
    QCOMPARE(m_process->readAll(), QByteArray("OWN\n"));
}

void TestBootPatchScript::runsTheFirstCheckWhereItCannotDecide()
{
    QJsonObject then = plan(QStringLiteral("connection"), 1);
    then[QStringLiteral("then")] = true;
    then[QStringLiteral("first")] = QJsonArray{QStringLiteral("/bin/echo"), QStringLiteral("CHECK")};
    setVariable("FAKE_MISSING", QStringLiteral("1"));
    start(then);
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(), 20000);
    QVERIFY(m_process->readAll().endsWith("CHECK\nOWN\n"));
    then[QStringLiteral("first")] = QJsonArray{QStringLiteral("false")};
    start(then);
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(), 20000);
    QCOMPARE(m_process->exitCode(), 1);
    QVERIFY(!m_process->readAll().contains("OWN"));
}

void TestBootPatchScript::leavesTheCoresToTheWebPartWhereNothingIsToBeMigrated_data()
{
    QTest::addColumn<QByteArray>("database");
    QTest::addColumn<QString>("schema");
    QTest::addColumn<bool>("managers"), QTest::addColumn<bool>("waits");
    QTest::newRow("migrated") << QByteArray(R"({"alembic_version": ["head1"]})") << QString() << false << true;
    QTest::newRow("older") << QByteArray(R"({"alembic_version": ["older"]})") << QString() << false << false;
    QTest::newRow("empty") << QByteArray("{}") << QString() << false << false;
    QTest::newRow("in a schema of its own") << QByteArray(R"({"alembic_version": ["head1"]})") << QStringLiteral("own") << false << false;
    QTest::newRow("a manager that nobody asked about") << QByteArray(R"({"alembic_version": ["head1"]})") << QString() << true << false;
}

void TestBootPatchScript::leavesTheCoresToTheWebPartWhereNothingIsToBeMigrated()
{
    QFETCH(QByteArray, database);
    QFETCH(QString, schema);
    QFETCH(bool, managers);
    QTcpServer web;
    QVERIFY(web.listen(QHostAddress::LocalHost));
    QJsonObject then = plan(QStringLiteral("connection"));
    then[QStringLiteral("then")] = true;
    then[QStringLiteral("heads")] = heads(managers);
    then[QStringLiteral("web")] = QStringLiteral("127.0.0.1:%1").arg(web.serverPort());
    then[QStringLiteral("webPatience")] = 60;
    setDatabase(database);
    if (!schema.isEmpty())
        setVariable("AIRFLOW__DATABASE__SQL_ALCHEMY_SCHEMA", schema);
    if (managers)
        setVariable("AIRFLOW__CORE__AUTH_MANAGER", QStringLiteral("unheard.Of"));
    start(then);
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(), 20000);
    QCOMPARE(m_process->exitCode(), 0);
    QCOMPARE(m_process->readAll(), QByteArray("OWN\n"));
    QTEST(web.hasPendingConnections(), "waits"); // it has asked the web part, or has not
}

void TestBootPatchScript::keepsItsPatienceWithNamesToItself_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QByteArray>("left");
    QTest::newRow("ours") << QString() << QByteArray();
    QTest::newRow("somebody's own") << QStringLiteral("timeout:3") << QByteArray("RES_OPTIONS=timeout:3\n");
}

void TestBootPatchScript::keepsItsPatienceWithNamesToItself()
{
    QFETCH(QString, given);
    if (!given.isEmpty())
        setVariable("RES_OPTIONS", given);
    QJsonObject then = plan(QStringLiteral("connection"));
    then[QStringLiteral("then")] = true;
    setDatabase("{}");
    start(then, {QStringLiteral("/usr/bin/env")});
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(), 20000);
    QByteArray left;
    for (const QByteArray &line : m_process->readAll().split('\n'))
        left += line.startsWith("RES_OPTIONS") ? line + '\n' : QByteArray();
    QTEST(left, "left");
}

void TestBootPatchScript::waitsForTheWebPart()
{
    QTcpServer web;
    QVERIFY(web.listen(QHostAddress::LocalHost));
    QJsonObject late = migrationPlan(false);
    late[QStringLiteral("web")] = QStringLiteral("127.0.0.1:%1").arg(web.serverPort());
    late[QStringLiteral("webPatience")] = 60;
    setDatabase(R"({"alembic_version": ["head1"]})");
    start(late);
    QTRY_VERIFY_WITH_TIMEOUT(web.hasPendingConnections(), 20000);
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(), 20000);
    QCOMPARE(m_process->exitCode(), 0);
}

void TestBootPatchScript::waitsForTheWebPartNotForEver()
{
    QTcpServer web;
    QVERIFY(web.listen(QHostAddress::LocalHost));
    const quint16 port = web.serverPort();
    web.close();
    QJsonObject late = plan(QStringLiteral("nothing"), 0);
    late[QStringLiteral("web")] = QStringLiteral("127.0.0.1:%1").arg(port);
    late[QStringLiteral("webPatience")] = 1;
    start(late, {});
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(), 20000);
    QCOMPARE(m_process->exitCode(), 0);
}

void TestBootPatchScript::endsWhenTold()
{
    start(plan(QStringLiteral("connection")));
    QTRY_VERIFY_WITH_TIMEOUT(!words().isEmpty(), 20000);
    m_process->terminate();
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(), 20000);
    QCOMPARE(m_process->exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_process->exitCode(), 143);
}

void TestBootPatchScript::worksWithoutPython()
{
    setVariable("PATH", m_folder->path());
    start(plan(QStringLiteral("connection")));
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(), 20000);
    QCOMPARE(m_process->readAll(), QByteArray("OWN\n"));
}

QTEST_GUILESS_MAIN(TestBootPatchScript)
#include "tst_BootPatchScript.moc"
