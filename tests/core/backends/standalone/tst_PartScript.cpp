// SPDX-License-Identifier: Apache-2.0
// part.py for real, on this machine's Python and stand-ins for Airflow and gunicorn, in front of a gate of ours: what it imports ahead,
// whether it waits, what it runs in the end.
#include "core/backends/standalone/DatabaseGate.h"
#include "core/base/FileText.h"
#include "tests/support/TempWorkspace.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace windsock;

namespace {
// Of the stand-ins; the second fails.
QByteArrayList schedulerImports()
{
    return {"import airflow.cli.commands.scheduler_command", "import airflow.jobs.scheduler_job_runner"};
}
QByteArrayList webImports()
{
    return {"import gunicorn.app.wsgiapp", "import airflow.www.app", "import airflow.www.views"};
}
} // namespace

class tst_PartScript : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void runsAtOnceWithoutAGate();
    void importsWhileItWaits_data();
    void importsWhileItWaits();
    void doesWithoutTheWebPage();
    void endsWhereTheGateStays_data();
    void endsWhereTheGateStays();
    void gunicornIsToldWhatAirflowTellsIt_data();
    void gunicornIsToldWhatAirflowTellsIt();
    void whatGunicornAloneCannotDo_data();
    void whatGunicornAloneCannotDo();

private:
    void start(const QStringList &command);
    int end();
    QByteArrayList calls() const { return m_folder->read("calls").trimmed().split('\n'); }
    QString importedFile() const { return gateFile() + ".imported"; }
    QString gateFile() const { return m_folder->path("preparing"); }

    std::unique_ptr<TempWorkspace> m_folder;
    QProcessEnvironment m_environment;
    std::unique_ptr<QProcess> m_python;
};

void tst_PartScript::init()
{
    if (QStandardPaths::findExecutable("python3").isEmpty())
        QSKIP("needs python3");
    m_folder = std::make_unique<TempWorkspace>();
    m_environment = QProcessEnvironment();
    m_environment.insert("PATH", QString::fromLocal8Bit(qgetenv("PATH")));
    m_environment.insert("PYTHONPATH", TEST_DATA "/part");
    m_environment.insert("PYTHONIOENCODING", "utf-8");
    m_environment.insert("FAKE_CALLS", m_folder->path("calls"));
    m_environment.insert("FAKE_CONF", "{}");
}

void tst_PartScript::cleanup()
{
    if (m_python) {
        m_python->kill();
        m_python->waitForFinished();
    }
    m_python.reset();
}

void tst_PartScript::start(const QStringList &command)
{
    m_python = std::make_unique<QProcess>();
    m_python->setProcessEnvironment(m_environment);
    m_python->setProcessChannelMode(QProcess::MergedChannels);
    m_python->setWorkingDirectory(m_folder->path());
    m_python->start("python3", QStringList{"-B", SOURCE_ROOT "/resources/standalone/part.py", gateFile()} + command);
}

int tst_PartScript::end()
{
    m_python->waitForFinished();
    return m_python->exitStatus() == QProcess::NormalExit ? m_python->exitCode() : -1;
}

void tst_PartScript::runsAtOnceWithoutAGate()
{
    start({"scheduler", "--num-runs", "2 3"});
    QVERIFY2(end() == 0, m_python->readAll().constData());
    // From the folder that it was started in, as `python -m airflow` is.
    QCOMPARE(calls(), schedulerImports() + QByteArrayList{"airflow scheduler --num-runs 2 3 in " + m_folder->path().toUtf8()});
    QVERIFY(!QFile::exists(importedFile()));
}

void tst_PartScript::importsWhileItWaits_data()
{
    QTest::addColumn<QString>("part");
    QTest::addColumn<QByteArrayList>("ahead"); // of the stand-ins
    QTest::addColumn<QByteArrayList>("then");
    QTest::newRow("scheduler") << "scheduler" << schedulerImports() << QByteArrayList{};
    QTest::newRow("dag-processor") << "dag-processor" << QByteArrayList{"import airflow.dag_processing.manager"} << QByteArrayList{};
    QTest::newRow("one that nobody knows") << "captain" << QByteArrayList{} << QByteArrayList{};
    // What the tasks report to is made once, and its routes are there before the first asks.
    QTest::newRow("api-server") << "api-server" << QByteArrayList{"import airflow.api_fastapi.app", "create", "initialize"}
                                << QByteArrayList{"serve Cadwyn", "create", "serve Cadwyn"};
    QTest::newRow("api-server of another library") << "api-server" << QByteArrayList{"import airflow.api_fastapi.app", "create"}
                                                   << QByteArrayList{"create", "serve Other", "create", "serve Other"};
}

void tst_PartScript::importsWhileItWaits()
{
    QFETCH(QString, part);
    QFETCH(QByteArrayList, ahead);
    QFETCH(QByteArrayList, then);
    if (QByteArrayView(QTest::currentDataTag()).contains("another library"))
        m_environment.insert("FAKE_CADWYN", "other");
    Result<DatabaseGate> gate = DatabaseGate::close(gateFile());
    QVERIFY(gate);
    start({part});
    const bool isWebPage = part == "api-server";
    if (!isWebPage) { // that one's turn is first
        QTRY_COMPARE_WITH_TIMEOUT(calls(), QByteArrayList{"looks"}, 30000);
        QVERIFY(writeFile(importedFile(), {}));
        ahead.prepend("looks");
    }
    ahead += "waits, shared";
    QTRY_COMPARE_WITH_TIMEOUT(calls(), ahead, 30000);
    QVERIFY(QFile::exists(importedFile()));
    gate->open();
    QVERIFY(!QFile::exists(importedFile()));
    QVERIFY2(end() == 0, m_python->readAll().constData());
    QCOMPARE(calls(), ahead + QByteArrayList{"airflow " + part.toLatin1() + " in " + m_folder->path().toUtf8()} + then);
}

// It may have ended: they wait for the database, not longer.
void tst_PartScript::doesWithoutTheWebPage()
{
    Result<DatabaseGate> gate = DatabaseGate::close(gateFile());
    QVERIFY(gate);
    start({"scheduler"});
    QTRY_COMPARE_WITH_TIMEOUT(calls(), QByteArrayList{"looks"}, 30000);
    gate->open();
    QVERIFY2(end() == 0, m_python->readAll().constData());
    QCOMPARE(calls(), QByteArrayList{"looks"} + schedulerImports() + QByteArrayList{"airflow scheduler in " + m_folder->path().toUtf8()});
}

void tst_PartScript::endsWhereTheGateStays_data()
{
    QTest::addColumn<bool>("isLater");
    QTest::newRow("left by one that was killed") << false;
    QTest::newRow("killed while it waits") << true;
}

void tst_PartScript::endsWhereTheGateStays()
{
    QFETCH(bool, isLater);
    {
        const Result<DatabaseGate> gate = DatabaseGate::close(gateFile());
        QVERIFY(gate);
        if (isLater) {
            start({"scheduler"});
            QTRY_COMPARE_WITH_TIMEOUT(calls(), QByteArrayList{"looks"}, 30000);
        }
    }
    if (!isLater)
        start({"scheduler"});
    QCOMPARE(end(), 1);
    QCOMPARE(m_python->readAll().trimmed(), QByteArray("The database was not prepared to its end: start Airflow again"));
    QCOMPARE(calls().last(), QByteArray("waits, shared")); // Airflow itself was not run
    QVERIFY(DatabaseGate::isThere(gateFile()));
}

void tst_PartScript::gunicornIsToldWhatAirflowTellsIt_data()
{
    QTest::addColumn<QByteArray>("conf");
    QTest::addColumn<QByteArray>("words");
    const QByteArray least =
        R"("workers": "4", "web_server_worker_timeout": "120", "web_server_host": "127.0.0.1", "web_server_port": "8080")";
    const QByteArray first = "gunicorn --workers 4 --worker-class ";
    const QByteArray then =
        " --timeout 120 --bind 127.0.0.1:8080 --name airflow-webserver --config python:airflow.www.gunicorn_config --preload";
    const QByteArray last = " airflow.www.app:cached_app()";
    QTest::newRow("what is always there") << '{' + least + '}' << first + "sync" + then + last;
    QTest::newRow("other workers") << '{' + least + R"(, "worker_class": "gevent"})" << first + "gevent" + then + last;
    QTest::newRow("logs") << '{' + least + R"(, "access_logfile": "-", "error_logfile": "-", "access_logformat": "%(h)s %(r)s"})"
                          << first + "sync" + then + " --access-logformat %(h)s %(r)s --access-logfile - --error-logfile -" + last;
    QTest::newRow("TLS") << '{' + least + R"(, "web_server_ssl_cert": "/c.pem", "web_server_ssl_key": "/k.pem"})"
                         << first + "sync" + then + " --certfile /c.pem --keyfile /k.pem" + last;
    QTest::newRow("set to nothing") << '{' + least + R"(, "web_server_ssl_cert": " ", "access_logfile": null})"
                                    << first + "sync" + then + last;
}

void tst_PartScript::gunicornIsToldWhatAirflowTellsIt()
{
    QFETCH(QByteArray, conf);
    QFETCH(QByteArray, words);
    m_environment.insert("FAKE_CONF", QString::fromUtf8(conf));
    start({"webserver"});
    QCOMPARE(end(), 3); // what gunicorn ends with
    QCOMPARE(calls(), webImports() + QByteArrayList{words});
}

void tst_PartScript::whatGunicornAloneCannotDo_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QByteArray>("conf");
    QTest::newRow("plugins are watched") << QStringList{"webserver"} << QByteArray(R"({"reload_on_plugin_change": "True"})");
    QTest::newRow("Airflow would refuse that key") << QStringList{"webserver"} << QByteArray(R"({"secret_key": "temporary_key"})");
    QTest::newRow("options") << QStringList{"webserver", "--debug"} << QByteArray("{}");
}

void tst_PartScript::whatGunicornAloneCannotDo()
{
    QFETCH(QStringList, command);
    QFETCH(QByteArray, conf);
    m_environment.insert("FAKE_CONF", QString::fromUtf8(conf));
    start(command);
    QVERIFY2(end() == 0, m_python->readAll().constData());
    QCOMPARE(calls(), webImports() + QByteArrayList{"airflow " + command.join(u' ').toUtf8() + " in " + m_folder->path().toUtf8()});
}

QTEST_GUILESS_MAIN(tst_PartScript)
#include "tst_PartScript.moc"
