// SPDX-License-Identifier: Apache-2.0
// SecretString keeps a secret to itself; Redactor keeps it out of everything that is shown.
#include "core/base/Redactor.h"

#include <QTest>

using namespace windsock;

namespace {
const char canary[] = "canary-7Q2x+zz/9";
std::shared_ptr<const SecretString> secret(const QByteArray &plain)
{
    return std::make_shared<SecretString>(QByteArray(plain.constData(), plain.size()));
}
} // namespace

class TestSecrets : public QObject
{
    Q_OBJECT
private slots:
    void stringTakesAndWipes();
    void stringMoves();
    void stringComparesAndPrintsNothing();
    void knownSecretIsMaskedWhileItLives();
    void otherFormsOfAKnownSecret();
    void partOfAnotherSecret();
    void shortAndEmptySecretsAreIgnored();
    void patterns_data();
    void patterns();
    void harmless_data();
    void harmless();
    void bytesStayAsTheyAre();
    void keyOverManyLines();
};

void TestSecrets::stringTakesAndWipes()
{
    QByteArray plain(canary);
    const SecretString taken(std::move(plain));
    QVERIFY(plain.isEmpty()); // NOLINT: that is the question
    QVERIFY(!taken.isEmpty());
    QCOMPARE(taken.reveal([](QByteArrayView bytes) { return bytes.toByteArray(); }), QByteArray(canary));
    QVERIFY(SecretString().isEmpty());
    QVERIFY(SecretString(QByteArray()).isEmpty());
}

void TestSecrets::stringMoves()
{
    SecretString a{QByteArray(canary)};
    SecretString b(std::move(a));
    QVERIFY(a.isEmpty()); // NOLINT: that is the question
    SecretString c{QByteArray("other")};
    c = std::move(b);
    QVERIFY(b.isEmpty());
    QVERIFY(c.equals(SecretString(QByteArray(canary))));
    static_assert(!std::is_copy_constructible_v<SecretString> && !std::is_convertible_v<SecretString, QString>);
}

void TestSecrets::stringComparesAndPrintsNothing()
{
    const SecretString a{QByteArray(canary)};
    QVERIFY(a.equals(a));
    QVERIFY(!a.equals(SecretString(QByteArray("canary-7Q2x+zz/8"))));
    QVERIFY(!a.equals(SecretString(QByteArray("canary"))));
    QVERIFY(SecretString().equals(SecretString()));
    QString printed;
    QDebug(&printed) << a;
    QCOMPARE(printed.trimmed(), QStringLiteral("(secret)"));
}

void TestSecrets::knownSecretIsMaskedWhileItLives()
{
    Redactor redactor;
    auto held = secret(canary);
    redactor.add(held);
    const QByteArray line = QByteArray("x ") + canary + " y " + canary;
    QVERIFY(redactor.mayHide(line));
    QCOMPARE(redactor.redact(line), QByteArray("x •••••• y ••••••"));
    QCOMPARE(redactor.redact(QString::fromUtf8("grün ") + QLatin1String(canary)), QString::fromUtf8("grün ••••••"));
    held.reset();
    QCOMPARE(redactor.redact(line), line);
    QVERIFY(!redactor.mayHide(line));
}

void TestSecrets::otherFormsOfAKnownSecret()
{
    Redactor redactor;
    const auto held = secret("first-line-of-it\nsecond line of it\n{\n");
    const auto word = secret(canary);
    redactor.add(held);
    redactor.add(word);
    QCOMPARE(redactor.redact(QByteArrayView("> first-line-of-it <")), QByteArray("> •••••• <"));
    QCOMPARE(redactor.redact(QByteArrayView("> second line of it")), QByteArray("> ••••••"));
    QCOMPARE(redactor.redact(QByteArrayView("{")), QByteArray("{")); // not telling: would mask every manifest
    const QByteArray encoded = QByteArray(canary).toBase64();
    QVERIFY(!redactor.redact("pass: " + encoded).contains(encoded.left(8)));
}

void TestSecrets::partOfAnotherSecret()
{
    Redactor redactor;
    const auto shorter = secret("abcd"), longer = secret("abcd-and-more");
    redactor.add(shorter);
    redactor.add(longer);
    QCOMPARE(redactor.redact(QByteArrayView("x abcd-and-more abcd")), QByteArray("x •••••• ••••••"));
}

void TestSecrets::shortAndEmptySecretsAreIgnored()
{
    Redactor redactor;
    const auto tiny = secret("abc"), empty = secret("");
    redactor.add(tiny);
    redactor.add(empty);
    redactor.add({});
    QCOMPARE(redactor.redact(QByteArrayView("abc abc")), QByteArray("abc abc"));
}

void TestSecrets::patterns_data()
{
    QTest::addColumn<QByteArray>("line");
    const auto row = [](const char *name, const char *before, const char *after) {
        QTest::newRow(name) << QByteArray(before) + "CANARY9canary9CANARY9" + after;
    };
    row("vault token", "token hvs.", " ok");
    row("vault batch token", "hvb.", "");
    row("url", "postgresql://airflow:", "@db:5432/airflow");
    row("url, odd password", "postgresql+psycopg2://airflow:p@ss/", "@db:5432/airflow");
    row("url without a user", "redis://:", "@redis/0");
    row("header", "Authorization: Bearer ", "");
    row("header in json", R"({"Authorization": "Bearer )", R"("})");
    row("header, upper case", "AUTHORIZATION: Basic ", "");
    row("name = value", "password = ", "");
    row("environment", "AIRFLOW_WWW_USER_PASSWORD=", " airflow");
    row("yaml", "  password: ", "");
    row("json", R"({"password":")", R"(","user":"x"})");
    row("json with spaces in it", R"("password": "two words )", R"(",)");
    row("single quotes", "secret_id: 'some thing ", "'");
    row("quoted json", R"(last-applied: "{\"password\":\"some words )", R"(\"}")");
    row("fernet key", "AIRFLOW__CORE__FERNET_KEY=", "");
    row("kubeconfig", "    client-key-data: ", "");
    row("pem", "-----BEGIN RSA PRIVATE KEY-----\n", "\n-----END RSA PRIVATE KEY-----");
    row("cut pem", "-----BEGIN PRIVATE KEY-----", "");
}

void TestSecrets::patterns()
{
    QFETCH(QByteArray, line);
    const QByteArray shown = Redactor().redact(line);
    QVERIFY2(!shown.toLower().contains("canary"), shown.constData());
    QVERIFY(shown.contains("••••••"));
    QVERIFY(Redactor().mayHide(line));
}

void TestSecrets::harmless_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *line : {"Creating cluster \"airflow\" ...", "passwordSecret: airflow-pg", "passwordSecretKey: password",
                             "https://airflow-helm.github.io/charts", "http://localhost:8080/health", "key: value", "secretName: x",
                             "docker.io/apache/airflow@sha256:0a1b", "- mailto:someone@example.com"})
        QTest::newRow(line) << QByteArray(line);
}

void TestSecrets::harmless()
{
    QFETCH(QByteArray, line);
    QCOMPARE(Redactor().redact(line), line);
}

void TestSecrets::bytesStayAsTheyAre()
{
    // Not UTF-8, with a sign that makes the patterns look at it.
    const QByteArray bytes("key \xff\xfe\x80\0 \xc3( password=hunter2x", 28);
    const QByteArray shown = Redactor().redact(bytes);
    QVERIFY(shown.startsWith(QByteArray("key \xff\xfe\x80\0 \xc3( password=", 21)));
    QVERIFY(!shown.contains("hunter2x"));
}

void TestSecrets::keyOverManyLines()
{
    const Redactor redactor;
    LineRedactor lines(redactor);
    QByteArrayList shown;
    for (const char *line :
         {"before", "x: -----BEGIN EC PRIVATE KEY-----", "MIIcanary", "canary==", "-----END EC PRIVATE KEY----- after", "end"})
        shown += lines.redact(line);
    const QByteArray text = shown.join('\n');
    QVERIFY2(!text.contains("canary"), text.constData());
    QVERIFY(text.startsWith("before\n") && text.endsWith("after\nend"));
    QVERIFY(!lines.isInsideKey());
    // A certificate is no secret, and does not open a key.
    QCOMPARE(lines.redact("-----BEGIN CERTIFICATE-----"), QByteArray("-----BEGIN CERTIFICATE-----"));
    QCOMPARE(lines.redact("MIIC"), QByteArray("MIIC"));
}

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_Secrets.moc"
