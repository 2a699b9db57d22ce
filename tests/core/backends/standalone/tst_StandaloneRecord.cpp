// SPDX-License-Identifier: Apache-2.0
// The record of the last Start: comes back as it was, and nothing else passes for one.
#include "core/backends/standalone/StandaloneRecord.h"
#include "tests/support/TempWorkspace.h"

#include <QTest>

using namespace windsock;

class tst_StandaloneRecord : public QObject
{
    Q_OBJECT
private slots:
    void comesBackAsItWas();
    void absentIsNoError();
    void refusesOthers_data();
    void refusesOthers();
};

void tst_StandaloneRecord::comesBackAsItWas()
{
    TempWorkspace folder;
    const StandaloneRecord record{.airflow = "3.2.2",
                                  .python = "3.11",
                                  .environment = "airflow-3.2.2-py3.11-4f2a9c1e0b7d5a66",
                                  .prepared = "x 1",
                                  .port = 8081,
                                  .base = {{"HOME", "/home/sam"}, {"TZ", "Asia/Seoul"}},
                                  .bubblewrap = "/usr/bin/bwrap",
                                  .bubblewrapSeen = "/usr/bin/bwrap",
                                  .isSqlite = true};
    const QString file = folder.path("deep/er/airflow.json");
    QVERIFY(record.save(file));
    const auto loaded = StandaloneRecord::load(file);
    QVERIFY(loaded && *loaded);
    QCOMPARE(**loaded, record);
}

void tst_StandaloneRecord::absentIsNoError()
{
    TempWorkspace folder;
    const auto loaded = StandaloneRecord::load(folder.path("airflow.json"));
    QVERIFY(loaded);
    QVERIFY(!*loaded);
}

void tst_StandaloneRecord::refusesOthers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a list") << QByteArray("[1]");
    QTest::newRow("of another format") << QByteArray(R"({"format": 99, "airflow": "3.2.2"})");
}

void tst_StandaloneRecord::refusesOthers()
{
    QFETCH(QByteArray, bytes);
    TempWorkspace folder;
    const auto loaded = StandaloneRecord::load(folder.write("airflow.json", bytes));
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, Error::Code::BadInput);
    QVERIFY(loaded.error().place.isKnown() && !loaded.error().todo.isEmpty());
}

QTEST_GUILESS_MAIN(tst_StandaloneRecord)
#include "tst_StandaloneRecord.moc"
