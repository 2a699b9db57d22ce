// SPDX-License-Identifier: Apache-2.0
// JsonReader: values by path, and failures that name the place.
#include "core/net/JsonReader.h"

#include <QTest>
#include <QTimeZone>

using namespace windsock;

class tst_JsonReader : public QObject
{
    Q_OBJECT

private slots:
    void reads()
    {
        const auto parsed = JsonReader::parse(R"({"items": [{"name": "a", "n": 3, "on": true, "at": "2026-11-23T21:26:54Z"},
            {"name": null, "labels": {"x": "1", "y": ""}, "at": "2026-11-23T21:26:54.638123+00:00"}], "none": null})",
                                              "here");
        QVERIFY(parsed);
        const JsonReader root = *parsed;
        const auto items = root["items"].items();
        QCOMPARE(items.size(), 2);
        QCOMPARE(items[0]["name"].text(), QStringLiteral("a"));
        QCOMPARE(items[0]["n"].integer(), 3);
        QCOMPARE(items[0]["on"].boolean(), true);
        QCOMPARE(items[0]["at"].time(), QDateTime(QDate(2026, 11, 23), QTime(21, 26, 54), QTimeZone::utc()));
        QCOMPARE(items[1]["at"].time(), QDateTime(QDate(2026, 11, 23), QTime(21, 26, 54, 638), QTimeZone::utc()));
        QCOMPARE(items[1]["labels"].texts(), (QMap<QString, QString>{{"x", "1"}, {"y", ""}}));
        QCOMPARE(items[1]["name"].text("fallback"), QStringLiteral("fallback"));
        QCOMPARE(root["none"]["deeper"]["still"].integer(7), 7);
        QVERIFY(root["none"].isAbsent() && root["missing"].isAbsent() && root["missing"].items().isEmpty());
        QVERIFY(!items[1]["absent"].time().isValid());
        QVERIFY(!root.failure());
        QVERIFY(root.result(1));
    }

    void failures_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, const char *json, const char *why) {
            QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(why);
        };
        row("missing", R"({"items": [{"status": {}}]})", "items[0].status.phase: expected text, found nothing");
        row("null", R"({"items": [{"status": {"phase": null}}]})", "items[0].status.phase: expected text, found null");
        row("number", R"({"items": [{"status": {"phase": 3}}]})", "items[0].status.phase: expected text, found a number");
        row("list", R"({"items": [{"status": []}]})", "items[0].status: expected an object, found a list");
        row("object", R"({"items": {}})", "items: expected a list, found an object");
        row("text for a number", R"({"items": [{"status": {"phase": "x", "n": "3"}}]})",
            "items[0].status.n: expected a whole number, found text");
        row("fraction", R"({"items": [{"status": {"phase": "x", "n": 1.5}}]})",
            "items[0].status.n: expected a whole number, found a number");
        row("huge", R"({"items": [{"status": {"phase": "x", "n": 1e20}}]})", "items[0].status.n: expected a whole number, found a number");
        row("no time", R"({"items": [{"status": {"phase": "x", "n": 1, "at": "yesterday"}}]})",
            "items[0].status.at: expected a time, found text");
        row("labels", R"({"items": [{"status": {"phase": "x", "n": 1, "labels": {"a": 1}}}]})",
            "items[0].status.labels.a: expected text, found a number");
        row("the first counts", R"({"items": [{"status": 1}, 2]})", "items[0].status: expected an object, found a number");
    }
    void failures()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, why);
        const auto root = JsonReader::parse(json, "127.0.0.1:1");
        QVERIFY(root);
        for (const JsonReader &item : (*root)["items"].items()) {
            const JsonReader status = item["status"];
            (void)status["phase"].text();
            (void)status["n"].integer(0);
            (void)status["at"].time();
            (void)status["labels"].texts();
        }
        QVERIFY(root->failure());
        QCOMPARE(root->failure()->why, why);
        QVERIFY(root->failure()->what.contains(QStringLiteral("127.0.0.1:1")));
        QVERIFY(!root->result(1));
    }

    void noJson_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("html") << QByteArray("<html></html>");
        QTest::newRow("half") << QByteArray("{\"items\": [");
        QTest::newRow("behind it") << QByteArray("{} {}");
        QTest::newRow("too deep") << QByteArray(5000, '[') + QByteArray(5000, ']');
    }
    void noJson()
    {
        QFETCH(QByteArray, bytes);
        const auto root = JsonReader::parse(bytes, "127.0.0.1:1");
        QVERIFY(!root);
        QCOMPARE(root.error().code, Error::Code::Network);
        QVERIFY(root.error().why.startsWith(QStringLiteral("It is not JSON")));
    }
};

QTEST_GUILESS_MAIN(tst_JsonReader)
#include "tst_JsonReader.moc"
