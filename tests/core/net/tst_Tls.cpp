// SPDX-License-Identifier: Apache-2.0
// Tls: what can be read as an identity and what cannot. The key below was made for this test and opens nothing.
#include "core/net/Tls.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QTest>

using namespace windsock;

namespace {

const QByteArray certificate = "-----BEGIN "
                               "CERTIFICATE-----\n"
                               "MIIBhTCCASugAwIBAgIUB+k57DZUG04PVdnR+btx8u5OxaEwCgYIKoZIzj0EAwIw\n"
                               "GDEWMBQGA1UEAwwNd2luZHNvY2stdGVzdDAeFw0yNjExMjMyMTM5MzJaFw0zNjEx\n"
                               "MjAyMTM5MzJaMBgxFjAUBgNVBAMMDXdpbmRzb2NrLXRlc3QwWTATBgcqhkjOPQIB\n"
                               "BggqhkjOPQMBBwNCAAQeLUqbYghMoECzp5QXnkhOj7hgobw2w0iosTJs3z1zch2e\n"
                               "d9XgSHbj7OhsBgbeeH9VpbmBZlPcKx9Dl3Ginf9Jo1MwUTAdBgNVHQ4EFgQUHt6o\n"
                               "EbIaWeP0yD0lOHH2r4X4Zx8wHwYDVR0jBBgwFoAUHt6oEbIaWeP0yD0lOHH2r4X4\n"
                               "Zx8wDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiEA5HBU783bvVFR\n"
                               "Dtkq+09KsW/ukyDbrQGNYjwRRD/TM0sCIE0WocNhF2/LE+c04OSqlZplBRuO1big\n"
                               "eNyUW0QPyLl5\n"
                               "-----END "
                               "CERTIFICATE-----\n";

const QByteArray ecKey = "-----BEGIN "
                         "EC PRIVATE KEY-----\n"
                         "MHcCAQEEIE7PoI1wTFuzaXnwP0xuXGwmoPk+jawvm39NwYuhMwIloAoGCCqGSM49\n"
                         "AwEHoUQDQgAEHi1Km2IITKBAs6eUF55ITo+4YKG8NsNIqLEybN89c3IdnnfV4Eh2\n"
                         "4+zobAYG3nh/VaW5gWZT3CsfQ5dxop3/SQ==\n"
                         "-----END "
                         "EC PRIVATE KEY-----\n";

const QByteArray ecKeyInPkcs8 = "-----BEGIN "
                                "PRIVATE KEY-----\n"
                                "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgTs+gjXBMW7NpefA/\n"
                                "TG5cbCag+T6NrC+bf03Bi6EzAiWhRANCAAQeLUqbYghMoECzp5QXnkhOj7hgobw2\n"
                                "w0iosTJs3z1zch2ed9XgSHbj7OhsBgbeeH9VpbmBZlPcKx9Dl3Ginf9J\n"
                                "-----END "
                                "PRIVATE KEY-----\n";

std::shared_ptr<const SecretString> secret(QByteArray bytes)
{
    return std::make_shared<const SecretString>(std::move(bytes));
}

} // namespace

class tst_Tls : public QObject
{
    Q_OBJECT

private slots:
    void theOtherSideIsAlwaysVerified()
    {
        QCOMPARE(Tls().configuration().peerVerifyMode(), QSslSocket::VerifyPeer);
        const auto tls = Tls::fromIdentity({certificate, certificate, secret(ecKey)});
        QVERIFY(tls);
        QCOMPARE(tls->configuration().peerVerifyMode(), QSslSocket::VerifyPeer);
    }

    void readsKeys_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("EC") << ecKey;
        QTest::newRow("EC in PKCS#8") << ecKeyInPkcs8;
    }
    void readsKeys()
    {
        QFETCH(QByteArray, key);
        const auto tls = Tls::fromIdentity({certificate, certificate, secret(key)});
        QVERIFY(tls);
        QCOMPARE(tls->configuration().privateKey().algorithm(), QSsl::Ec);
        QCOMPARE(tls->configuration().localCertificate().subjectInfo(QSslCertificate::CommonName), QStringList{"windsock-test"});
        QCOMPARE(tls->configuration().caCertificates().size(), 1); // ours only, not the system's too
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("authorities");
        QTest::addColumn<QByteArray>("own");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("names");
        QTest::newRow("authority") << QByteArray("nonsense") << certificate << ecKey << "authority";
        QTest::newRow("certificate") << certificate << QByteArray("nonsense") << ecKey << "client certificate";
        QTest::newRow("key") << certificate << certificate << QByteArray("nonsense") << "key";
        QTest::newRow("no key") << certificate << certificate << QByteArray() << "key";
        QTest::newRow("key for a certificate") << certificate << ecKey << ecKey << "client certificate";
        QTest::newRow("half a key") << certificate << certificate << ecKey.left(120) << "key";
    }
    void refuses()
    {
        QFETCH(QByteArray, authorities);
        QFETCH(QByteArray, own);
        QFETCH(QByteArray, key);
        QFETCH(QString, names);
        const auto tls = Tls::fromIdentity({authorities, own, key.isEmpty() ? nullptr : secret(key)});
        QVERIFY(!tls);
        QCOMPARE(tls.error().code, Error::Code::BadInput);
        QVERIFY2(tls.error().what.contains(names), qPrintable(tls.error().what));
        QVERIFY(!tls.error().report().contains(QString::fromLatin1(ecKey.mid(60, 20))));
    }

    void withoutAnIdentityNothingIsShown()
    {
        const auto tls = Tls::fromIdentity({});
        QVERIFY(tls);
        QVERIFY(tls->configuration().localCertificate().isNull());
    }
};

QTEST_GUILESS_MAIN(tst_Tls)
#include "tst_Tls.moc"
