// SPDX-License-Identifier: Apache-2.0
// Keys are made once, belong to one user only, and are never replaced in silence.
#include "core/backends/standalone/AirflowKeys.h"
#include "core/base/FileText.h"
#include "tests/support/TempWorkspace.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace windsock;

class tst_AirflowKeys : public QObject
{
    Q_OBJECT
private slots:
    void madeOnceAndKept();
    void refusesWhatIsNone_data();
    void refusesWhatIsNone();
};

void tst_AirflowKeys::madeOnceAndKept()
{
    TempWorkspace folder;
    const QString file = folder.path("state/keys.json");
    const auto first = AirflowKeys::ensure(file);
    QVERIFY2(first, first ? "" : qPrintable(first.error().report()));
    // Nobody else may read them.
    QCOMPARE(QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
    const auto again = AirflowKeys::ensure(file);
    QVERIFY(again);
    QVERIFY(first->fernet->equals(*again->fernet) && first->web->equals(*again->web) && first->jwt->equals(*again->jwt));
    QVERIFY(!first->fernet->equals(*first->web) && !first->web->equals(*first->jwt));
    // As cryptography's Fernet wants it: 32 bytes, URL-safe base64 with its padding.
    first->fernet->reveal([](QByteArrayView key) {
        QCOMPARE(key.size(), 44);
        QCOMPARE(QByteArray::fromBase64(key.toByteArray(), QByteArray::Base64UrlEncoding).size(), 32);
    });
}

void tst_AirflowKeys::refusesWhatIsNone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("fernet: x");
    QTest::newRow("one is missing") << QByteArray(R"({"fernet": "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="})");
    QTest::newRow("too short") << QByteArray(R"({"fernet": "eA==", "web": "eA==", "jwt": "eA=="})");
    QTest::newRow("no base64") << QByteArray(R"({"fernet": "?", "web": "?", "jwt": "?"})");
}

void tst_AirflowKeys::refusesWhatIsNone()
{
    QFETCH(QByteArray, bytes);
    TempWorkspace folder;
    const QString file = folder.write("keys.json", bytes);
    const auto keys = AirflowKeys::ensure(file);
    QVERIFY(!keys);
    QCOMPARE(keys.error().code, Error::Code::BadInput);
    QCOMPARE(folder.read("keys.json"), bytes); // never replaced in silence: the database could not be read any more
}

QTEST_GUILESS_MAIN(tst_AirflowKeys)
#include "tst_AirflowKeys.moc"
