// SPDX-License-Identifier: Apache-2.0
// AirflowHealth: recorded answers of both versions, and answers of something else.
#include "core/airflow/AirflowHealth.h"

#include <QFile>
#include <QTest>
#include <QTimeZone>

using namespace windsock;

class tst_AirflowHealth : public QObject
{
    Q_OBJECT

private slots:
    void recorded_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("parts");
        QTest::addColumn<QDateTime>("scheduler");
        const QDate day(2026, 11, 23);
        QTest::newRow("2.10.5") << "health-2.10.5.json" << QStringList{"metadatabase", "scheduler", "triggerer"}
                                << QDateTime(day, QTime(22, 24, 58, 655), QTimeZone::utc());
        QTest::newRow("3.2.2") << "health-3.2.2.json" << QStringList{"metadatabase", "scheduler", "triggerer", "dag_processor"}
                               << QDateTime(day, QTime(22, 29, 4, 309), QTimeZone::utc());
    }
    void recorded()
    {
        QFETCH(QString, file);
        QFile json(QStringLiteral(TEST_DATA "/airflow/") + file);
        QVERIFY(json.open(QIODevice::ReadOnly));
        const auto health = AirflowHealth::parse(json.readAll());
        QVERIFY(health);
        QVERIFY(health->healthy());
        QStringList parts;
        for (const AirflowHealth::Part &part : health->parts) {
            QVERIFY(part.healthy);
            QCOMPARE(part.heartbeat.isValid(), part.id != QStringLiteral("metadatabase"));
            parts += part.id;
        }
        QTEST(parts, "parts");
        QTEST(health->part("scheduler")->heartbeat.toUTC(), "scheduler");
    }

    void healthy_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("healthy");
        QTest::newRow("both") << QByteArray(R"({"metadatabase": {"status": "healthy"}, "scheduler": {"status": "healthy"}})") << true;
        QTest::newRow("triggerer does not count")
            << QByteArray(R"({"metadatabase": {"status": "healthy"}, "scheduler": {"status": "healthy"},
            "triggerer": {"status": "unhealthy"}})")
            << true;
        QTest::newRow("scheduler") << QByteArray(R"({"metadatabase": {"status": "healthy"}, "scheduler": {"status": "unhealthy"}})")
                                   << false;
        QTest::newRow("database") << QByteArray(R"({"metadatabase": {"status": "unhealthy"}, "scheduler": {"status": "healthy"}})")
                                  << false;
        QTest::newRow("no scheduler yet") << QByteArray(R"({"metadatabase": {"status": "healthy"}, "scheduler": {"status": null,
            "latest_scheduler_heartbeat": null}})")
                                          << false;
        QTest::newRow("database only") << QByteArray(R"({"metadatabase": {"status": "healthy"}})") << false;
        QTest::newRow("status is no text") << QByteArray(R"({"metadatabase": {"status": true}, "scheduler": {"status": true}})") << false;
    }
    void healthy()
    {
        QFETCH(QByteArray, json);
        const auto health = AirflowHealth::parse(json);
        QVERIFY(health);
        QTEST(health->healthy(), "healthy");
    }

    void somethingElse_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("html") << QByteArray("<html>Starting</html>");
        QTest::newRow("list") << QByteArray("[]");
        QTest::newRow("other JSON") << QByteArray("{\"status\": \"ok\"}");
        QTest::newRow("database is text") << QByteArray("{\"metadatabase\": \"healthy\"}");
        QTest::newRow("half") << QByteArray("{\"metadatabase\": {\"status\": \"heal");
    }
    void somethingElse()
    {
        QFETCH(QByteArray, body);
        const auto health = AirflowHealth::parse(body);
        QVERIFY(!health);
        QCOMPARE(health.error().rule, QStringLiteral("airflow.health"));
        QVERIFY(!health.error().todo.isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_AirflowHealth)
#include "tst_AirflowHealth.moc"
