// SPDX-License-Identifier: Apache-2.0
// Kubeconfig: what kind writes is read; everything that would run, trust or reach something else is refused.
#include "core/kube/Kubeconfig.h"

#include <QFile>
#include <QTest>

using namespace windsock;

class tst_Kubeconfig : public QObject
{
    Q_OBJECT

private:
    QByteArray m_real;
    const QString m_context = QStringLiteral("kind-netlab");

private slots:
    void initTestCase()
    {
        QFile file(QStringLiteral(TEST_DATA "/kube/kubeconfig-kind-0.27.0.yaml"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_real = file.readAll();
    }

    void readsWhatKindWrites()
    {
        const auto config = Kubeconfig::parse(m_real, "kubeconfig", m_context);
        QVERIFY2(config, qPrintable(config ? QString() : config.error().report()));
        QCOMPARE(config->server.scheme(), QStringLiteral("https"));
        QCOMPARE(config->server.host(), QStringLiteral("127.0.0.1"));
        QVERIFY(config->server.port() > 0);
        QVERIFY(config->identity.authorities.startsWith("-----BEGIN CERTIFICATE-----"));
        QVERIFY(Tls::fromIdentity(config->identity)); // its key is RSA
    }

    void otherEntriesDoNotMatter()
    {
        // Others in the file may be anything: they are never looked at.
        QByteArray text = m_real;
        text.replace("users:\n", "users:\n- name: other\n  user: {exec: {command: aws}}\n");
        text.replace("clusters:\n", "clusters:\n- name: other\n  cluster: {server: 'http://example.com'}\n");
        const auto config = Kubeconfig::parse(text, "kubeconfig", m_context);
        QVERIFY2(config, qPrintable(config ? QString() : config.error().report()));
    }

    void currentContextDoesNotMatter()
    {
        QByteArray text = m_real;
        text.replace("current-context: kind-netlab", "current-context: production");
        QVERIFY(Kubeconfig::parse(text, "kubeconfig", m_context));
        const auto other = Kubeconfig::parse(m_real, "kubeconfig", QStringLiteral("production"));
        QVERIFY(!other);
        QCOMPARE(other.error().code, Error::Code::NotFound);
        QVERIFY(other.error().what.contains(QStringLiteral("production")));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const char *from, const char *to, const char *says) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromLatin1(says);
        };
        row("exec plugin", "    client-key-data:", "    exec: {command: /bin/true}\n    client-key-data:", "\"exec\"");
        row("auth provider", "    client-key-data:", "    auth-provider: {name: gcp}\n    client-key-data:", "\"auth-provider\"");
        row("token", "    client-key-data:", "    token: abc\n    client-key-data:", "\"token\"");
        row("impersonation", "    client-key-data:", "    as: root\n    client-key-data:", "\"as\"");
        row("key in a file", "    client-key-data:", "    client-key: /etc/key\n    client-key-data:", "\"client-key\"");
        row("unverified", "    server:", "    insecure-skip-tls-verify: true\n    server:", "\"insecure-skip-tls-verify\"");
        row("through a proxy", "    server:", "    proxy-url: http://example.com\n    server:", "\"proxy-url\"");
        row("other name", "    server:", "    tls-server-name: example.com\n    server:", "\"tls-server-name\"");
        row("plain http", "server: https://", "server: http://", "https");
        row("other host", "server: https://127.0.0.1", "server: https://10.0.0.1", "10.0.0.1 is not on this computer");
        row("other name for a host", "server: https://127.0.0.1", "server: https://127.0.0.1.example.com", "not on this computer");
        row("user in the address", "server: https://127.0.0.1", "server: https://127.0.0.1@example.com", "not on this computer");
        row("no server", "    server:", "    server-of-old:", "https");
        row("no authority", "certificate-authority-data:", "some-data:", "\"certificate-authority-data\" is missing");
        row("no key", "client-key-data:", "some-data:", "\"client-key-data\" is missing");
        row("no base64", "client-key-data: ", "client-key-data: '%%%'\n    x: ", "\"client-key-data\" is not base64");
        row("twice", "users:\n", "users:\n- name: kind-netlab\n  user: {}\n", "stands twice");
        row("no user", "users:\n- name: kind-netlab", "users:\n- name: x", "no \"kind-netlab\" in users");
    }
    void refuses()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, says);
        QByteArray text = m_real;
        QVERIFY(text.contains(from));
        text.replace(text.indexOf(from), from.size(), to);
        const auto config = Kubeconfig::parse(text, "kubeconfig", m_context);
        QVERIFY(!config);
        QVERIFY2(config.error().what.contains(says), qPrintable(config.error().report()));
        QVERIFY(config.error().place.line > 0);
        QVERIFY(!config.error().todo.isEmpty());
    }

    void loopbackInEveryForm_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::newRow("IPv4") << QByteArray("127.0.0.1");
        QTest::newRow("another of IPv4's") << QByteArray("127.0.0.53");
        QTest::newRow("IPv6") << QByteArray("[::1]");
        QTest::newRow("name") << QByteArray("localhost");
    }
    void loopbackInEveryForm()
    {
        QFETCH(QByteArray, host);
        QByteArray text = m_real;
        text.replace("https://127.0.0.1", "https://" + host);
        const auto config = Kubeconfig::parse(text, "kubeconfig", m_context);
        QVERIFY2(config, qPrintable(config ? QString() : config.error().report()));
    }

    void noKubeconfigAtAll_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no YAML") << QByteArray("{[}");
        QTest::newRow("a list") << QByteArray("- a\n");
        QTest::newRow("contexts are text") << QByteArray("contexts: kind-netlab\n");
        QTest::newRow("context without content") << QByteArray("contexts: [{name: kind-netlab}]\nclusters: []\nusers: []\n");
    }
    void noKubeconfigAtAll()
    {
        QFETCH(QByteArray, text);
        const auto config = Kubeconfig::parse(text, "kubeconfig", m_context);
        QVERIFY(!config);
        QVERIFY(!config.error().what.isEmpty());
    }

    void missingFile()
    {
        const auto config = Kubeconfig::load(QStringLiteral(TEST_DATA "/kube/nothere"), m_context);
        QVERIFY(!config);
        QCOMPARE(config.error().code, Error::Code::NotFound);
    }
};

QTEST_GUILESS_MAIN(tst_Kubeconfig)
#include "tst_Kubeconfig.moc"
