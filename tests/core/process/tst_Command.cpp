// SPDX-License-Identifier: Apache-2.0
// How a command is shown: as it could be typed, and never with a secret.
#include "core/process/Command.h"

#include <QTest>

using namespace windsock;

class TestCommand : public QObject
{
    Q_OBJECT
private slots:
    void shown_data();
    void shown();
    void shownHidesSecrets();
    void shownHidesCredentials_data();
    void shownHidesCredentials();
    void shownProgram();
};

void TestCommand::shown_data()
{
    QTest::addColumn<QStringList>("args");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QStringList &args, const char *text) {
        QTest::newRow(name) << args << QString::fromUtf8(text);
    };
    row("none", {}, "kind");
    row("plain", {QStringLiteral("create"), QStringLiteral("--name=x"), QStringLiteral("/a/b.yaml")}, "kind create --name=x /a/b.yaml");
    row("empty", {QString()}, "kind ''");
    row("space", {QStringLiteral("a b")}, "kind 'a b'");
    row("quote", {QStringLiteral("it's")}, "kind 'it'\\''s'");
    row("hostile", {QStringLiteral("; rm -rf ~"), QStringLiteral("$(id)"), QStringLiteral("`id`")}, "kind '; rm -rf ~' '$(id)' '`id`'");
    row("line", {QStringLiteral("a\nb")}, "kind 'a\nb'");
    row("template", {QStringLiteral("{{.ID}}"), QStringLiteral("*")}, "kind '{{.ID}}' '*'");
    row("letters", {QString::fromUtf8("größe")}, "kind 'größe'");
}

void TestCommand::shown()
{
    QFETCH(QStringList, args);
    QFETCH(QString, text);
    QCOMPARE((Command{.tool = Tool::Kind, .args = args}.shown()), text);
}

void TestCommand::shownHidesSecrets()
{
    Command command{.tool = Tool::Kubectl, .args = {QStringLiteral("apply")}};
    command.environment = {{QStringLiteral("HELM_CACHE_HOME"), QStringLiteral("/a b")}};
    command.secretInput = std::make_shared<SecretString>(QByteArray("canary"));
    QCOMPARE(command.shown(), QStringLiteral("HELM_CACHE_HOME='/a b' kubectl apply < (secret)"));
}

void TestCommand::shownHidesCredentials_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("password") << QStringLiteral("http://sam:canary@proxy.example:3128")
                              << QString::fromUtf8("'http://••••••@proxy.example:3128'");
    QTest::newRow("token") << QStringLiteral("https://canary@proxy.example/") << QString::fromUtf8("'https://••••••@proxy.example/'");
    QTest::newRow("neither") << QStringLiteral("http://proxy.example:3128") << QStringLiteral("http://proxy.example:3128");
    QTest::newRow("no address") << QStringLiteral("sam@example,10.0.0.0") << QStringLiteral("sam@example,10.0.0.0");
}

void TestCommand::shownHidesCredentials()
{
    QFETCH(QString, value);
    QFETCH(QString, text);
    Command command{.tool = Tool::Uv, .args = {QStringLiteral("venv")}};
    command.environment = {{QStringLiteral("HTTPS_PROXY"), value}};
    QCOMPARE(command.shown(), QStringLiteral("HTTPS_PROXY=") + text + QStringLiteral(" uv venv"));
    QCOMPARE(command.environment.value(QStringLiteral("HTTPS_PROXY")), value); // the child still gets it
}

void TestCommand::shownProgram()
{
    const Command command{.program = QStringLiteral("/a b/bin/initdb"), .args = {QStringLiteral("-D"), QStringLiteral("/data")}};
    QCOMPARE(command.shown(), QStringLiteral("'/a b/bin/initdb' -D /data")); // and not the tool
    QCOMPARE(command.name(), QStringLiteral("initdb"));
    QCOMPARE((Command{.tool = Tool::Uv}.name()), QStringLiteral("uv"));
    QCOMPARE((Command{.tool = Tool::Bwrap}.shown()), QStringLiteral("bwrap"));
}

QTEST_GUILESS_MAIN(TestCommand)
#include "tst_Command.moc"
