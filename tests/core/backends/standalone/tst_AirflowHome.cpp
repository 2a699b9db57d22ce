// SPDX-License-Identifier: Apache-2.0
// Files of AIRFLOW_HOME follow the values: written once, for their owner only, and gone when the values do not hold them any more.
#include "core/backends/standalone/AirflowHome.h"
#include "core/backends/standalone/AirflowRuntime.h"
#include "tests/support/TempWorkspace.h"

#include <QFile>
#include <QSet>
#include <QTest>

using namespace windsock;

class tst_AirflowHome : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void writesOnceWhatIsAsked();
    void seesEveryDifference();
    void takesAwayWhatWasOurs();
    void leavesAirflowsOwnFile();
    void aFolderInTheWayIsAnError();
    void theFingerprintFollowsTheFiles();

private:
    AirflowHome home() const { return AirflowHome(m_wish, m_places); }
    void ask(const char *path, const char *text) { m_wish.files.files += AirflowFile{QString::fromLatin1(path), text, "key", {}}; }
    std::unique_ptr<TempWorkspace> m_folder;
    StandaloneWish m_wish;
    StandalonePlaces m_places;
};

void tst_AirflowHome::init()
{
    m_folder = std::make_unique<TempWorkspace>();
    m_wish = {};
    m_wish.airflow = airflowFacts("2.10.5").value();
    m_places.keys = m_folder->path("keys.json");
    m_places.home = m_folder->path("home");
    m_places.config = m_folder->path("home/airflow.cfg");
}

void tst_AirflowHome::writesOnceWhatIsAsked()
{
    ask("webserver_config.py", "AUTH_TYPE = 1\n");
    ask("config/airflow_local_settings.py", "def task_policy(task): pass\n");
    QVERIFY(!home().isUpToDate());
    const auto first = home().write();
    QVERIFY2(first, first ? "" : qPrintable(first.error().report()));
    QVERIFY(*first);
    QVERIFY(home().isUpToDate());
    QCOMPARE(home().write().value_or(true), false);
    QCOMPARE(m_folder->read("home/config/airflow_local_settings.py"), "def task_policy(task): pass\n");
    for (const char *name : {"home/airflow.cfg", "home/webserver_config.py", "home/config/airflow_local_settings.py"})
        QCOMPARE(QFile::permissions(m_folder->path(QLatin1String(name))) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void tst_AirflowHome::seesEveryDifference()
{
    ask("webserver_config.py", "AUTH_TYPE = 1\n");
    QVERIFY(home().write());
    for (const char *name : {"home/airflow.cfg", "home/webserver_config.py"}) {
        m_folder->write(QLatin1String(name), "edited by hand\n");
        QVERIFY2(!home().isUpToDate(), name);
        QCOMPARE(home().write().value_or(false), true);
        QVERIFY(home().isUpToDate());
    }
    m_wish.files.files[0].text = "AUTH_TYPE = 2\n";
    QVERIFY(!home().isUpToDate());
}

void tst_AirflowHome::takesAwayWhatWasOurs()
{
    ask("config/airflow_local_settings.py", "x = 1\n");
    QVERIFY(home().write());
    m_wish.files.files.clear();
    QVERIFY(!home().isUpToDate());
    QCOMPARE(home().write().value_or(false), true);
    QVERIFY(!QFile::exists(m_folder->path("home/config/airflow_local_settings.py")));
    QVERIFY(home().isUpToDate());
    QCOMPARE(home().write().value_or(true), false);
}

void tst_AirflowHome::leavesAirflowsOwnFile()
{
    QVERIFY(home().write());
    m_folder->write("home/webserver_config.py", "# Airflow's default\n");
    QVERIFY(home().isUpToDate());
    QCOMPARE(home().write().value_or(true), false);
    QCOMPARE(m_folder->read("home/webserver_config.py"), "# Airflow's default\n");
}

void tst_AirflowHome::aFolderInTheWayIsAnError()
{
    ask("webserver_config.py", "AUTH_TYPE = 1\n");
    m_folder->makeFolder("home/webserver_config.py/inside");
    const auto written = home().write();
    QVERIFY(!written);
    QVERIFY2(written.error().report().contains("webserver_config.py"), qPrintable(written.error().report()));
}

void tst_AirflowHome::theFingerprintFollowsTheFiles()
{
    const QString before = home().fingerprint();
    QVERIFY(!QFile::exists(m_folder->path("keys.json"))); // asking makes none
    QVERIFY(home().write());
    QStringList seen{before, home().fingerprint()};
    const auto secret = std::make_shared<const SecretString>(QByteArray("hush"));
    m_wish.settings.settings += AirflowSetting{.name = "AIRFLOW__SMTP__SMTP_PASSWORD", .secret = secret};
    seen += home().fingerprint();
    ask("webserver_config.py", "AUTH_TYPE = 1\n");
    seen += home().fingerprint();
    m_wish.files.files[0].text = "AUTH_TYPE = 2\n";
    seen += home().fingerprint();
    QVERIFY(QFile::remove(m_folder->path("keys.json")) && home().write()); // with keys of its own
    seen += home().fingerprint();
    QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), seen.size());
    QCOMPARE(home().fingerprint(), seen.last());
}

QTEST_GUILESS_MAIN(tst_AirflowHome)
#include "tst_AirflowHome.moc"
