// SPDX-License-Identifier: Apache-2.0
// What the program says before it does anything: help, words that it does not know, JSON, colour.
#include "app/cli/ForwardWords.h"
#include "tests/cli/CommandLine.h"

#include <QRegularExpression>
#include <QtTest>

#include <fcntl.h>
#include <unistd.h>

using namespace windsock;

class tst_Words : public QObject
{
    Q_OBJECT
private slots:
    void version();
    void everyVerbIsDocumented();
    void help_data();
    void help();
    void wrongWords_data();
    void wrongWords();
    void folderInPlaceOfAVerb();
    void json_data();
    void json();
    void statusWithoutAnEngine();
    void jsonOfErrors();
    void noEscapesWithoutATerminal();
    void forwardAsOneTypesIt();
    void noScreen();
    void terminal_data();
    void terminal();
};

// A server, a container, a CI job: no abort of Qt's, but the way that works there.
void tst_Words::noScreen()
{
#if !defined(WINDSOCK_GUI) || defined(Q_OS_MACOS)
    QSKIP("there is no window, or always a screen for it");
#endif
    CommandLine line;
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        line.environment.remove(QString::fromLatin1(name));
    const Outcome said = line.run({});
    QCOMPARE(said.code, 8);
    QVERIFY2(said.err.contains("There is no screen") && said.err.contains("windsock start"), said.err.constData());
    QVERIFY(said.out.isEmpty());
}

void tst_Words::version()
{
    const Outcome said = CommandLine().run({"--version"});
    QCOMPARE(said.code, 0);
    QVERIFY(QRegularExpression("^windsock \\d+\\.\\d+\\.\\d+\\n$").match(QString::fromUtf8(said.out)).hasMatch());
}

static QStringList documentedVerbs()
{
    QFile file(QStringLiteral(SOURCE_ROOT "/docs/cli.md"));
    QStringList verbs;
    if (!file.open(QIODevice::ReadOnly))
        return verbs;
    static const QRegularExpression row(QStringLiteral("^\\| `([a-z]+)[^`]*` \\|"), QRegularExpression::MultilineOption);
    auto rows = row.globalMatch(QString::fromUtf8(file.readAll()));
    while (rows.hasNext())
        verbs += rows.next().captured(1);
    verbs.sort();
    return verbs;
}

void tst_Words::everyVerbIsDocumented()
{
    const Outcome said = CommandLine().run({"--help"});
    QCOMPARE(said.code, 0);
    QStringList verbs;
    static const QRegularExpression row(QStringLiteral("^  ([a-z]+)  +\\S"), QRegularExpression::MultilineOption);
    auto rows = row.globalMatch(QString::fromUtf8(said.out).section(QStringLiteral("Subcommands:"), 1));
    while (rows.hasNext())
        verbs += rows.next().captured(1);
    verbs.sort();
    QCOMPARE(verbs.size(), 13);
    QCOMPARE(verbs, documentedVerbs());
    for (const char *words : {"Exit codes:", "70 a bug", "windsock init", "windsock [FOLDER]", "--theme", "--lang"})
        QVERIFY2(said.out.contains(words), words);
}

void tst_Words::help_data()
{
    QTest::addColumn<QStringList>("options");
    const QStringList common{"-C", "--directory", "--json", "--help"};
    const QStringList starts{"--dry-run", "--open", "--keep", "--fix", "--port"};
    QTest::newRow("init") << QStringList{"dir", "-C", "--chart", "--name", "--port", "--json"};
    QTest::newRow("open") << QStringList{"dir", "--json"};
    QTest::newRow("doctor") << common + QStringList{"--machine"};
    QTest::newRow("start") << common + starts;
    QTest::newRow("pause") << common + QStringList{"--dry-run"};
    QTest::newRow("stop") << common + QStringList{"--dry-run"};
    QTest::newRow("restart") << common + QStringList{"--dry-run"};
    QTest::newRow("reset") << common + starts + QStringList{"--confirm"};
    QTest::newRow("delete") << common + QStringList{"--dry-run", "--confirm"};
    QTest::newRow("status") << common;
    QTest::newRow("forward") << common + QStringList{"--port"};
    QTest::newRow("logs") << common + QStringList{"component", "--follow", "-f"};
    QTest::newRow("runs") << common + QStringList{"--count", "-n", "--report"};
}

void tst_Words::help()
{
    QFETCH(QStringList, options);
    const CommandLine line;
    const Outcome said = line.run({QString::fromLatin1(QTest::currentDataTag()), "--help"});
    QCOMPARE(said.code, 0);
    QCOMPARE(said.err, QByteArray());
    for (const QString &option : options)
        QVERIFY2(said.out.contains(option.toUtf8()), qPrintable(option));
    QVERIFY(!QDir(line.folder().path("home")).exists());
    QCOMPARE(line.ledger(), QByteArray());
}

void tst_Words::wrongWords_data()
{
    QTest::addColumn<QStringList>("args");
    QTest::addColumn<QStringList>("says");
    const auto row = [](const char *name, const QStringList &args, const QStringList &says) { QTest::newRow(name) << args << says; };
    row("verb", {"strat"}, {"strat", "Did you mean “start”?"});
    row("another verb", {"dcotor"}, {"dcotor", "Did you mean “doctor”?"});
    row("verb unlike any", {"frobnicate"}, {"frobnicate", "Verbs:", "start", "doctor"});
    row("option", {"start", "--opne"}, {"windsock start", "--opne", "Did you mean “--open”?", "windsock start --help"});
    row("option with value", {"start", "--prot=8081"}, {"--prot", "Did you mean “--port”?"});
    row("option of another verb", {"status", "--keep"}, {"windsock status", "--keep", "--directory"});
    row("value", {"init", "--chart", "officail"}, {"officail", "official", "windsock init --help"});
    row("port beyond", {"start", "--port", "70000"}, {"70000", "65535"});
    row("port as a word", {"forward", "--port", "http"}, {"http"});
    row("option without its value", {"start", "-C"}, {"--directory", "windsock start --help"});
    row("word too many", {"stop", "now"}, {"now", "windsock stop"});
    row("count of none", {"runs", "-n", "0"}, {"0", "1000"});
    row("folder before the verb", {"-C", "demo", "start"}, {"windsock has no option “-C”", "windsock start -C demo"});
    row("folder before a verb unlike any", {"--directory=demo", "strat"}, {"no option “--directory”", "windsock start -C DIR"});
    row("option before its verb", {"--json", "status"}, {"windsock status --json"});
    row("option of none before the verb", {"--jsno", "status"}, {"windsock has no option “--jsno”", "windsock --help"});
    row("word before the verb", {"now", "stop"}, {"windsock does not know what “now” is for"});
}

void tst_Words::wrongWords()
{
    QFETCH(QStringList, args);
    QFETCH(QStringList, says);
    const CommandLine line;
    const Outcome said = line.run(args);
    QCOMPARE(said.code, 2);
    QCOMPARE(said.out, QByteArray());
    for (const QString &words : says)
        QVERIFY2(said.err.contains(words.toUtf8()), said.err.constData());
    QCOMPARE(line.ledger(), QByteArray());
    QVERIFY(!QDir(line.folder().path("home")).exists());
}

void tst_Words::folderInPlaceOfAVerb()
{
#ifndef WINDSOCK_GUI
    QSKIP("there is no window to open it in");
#endif
    const CommandLine line;
    for (const char *name : {"my-dags", "my dags"})
        line.folder().makeFolder(QString::fromLatin1(name));
    QVERIFY(line.run({"my-dags"}).err.contains("To open the folder: windsock ./my-dags"));
    QVERIFY(line.run({"my dags"}).err.contains("To open the folder: windsock \"./my dags\""));
    QVERIFY(!line.run({"no-dags"}).err.contains("To open the folder"));
}

void tst_Words::json_data()
{
    QTest::addColumn<QStringList>("args");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("key");
    QTest::newRow("init") << QStringList{"init", "fresh"} << 0 << "files";
    QTest::newRow("open") << QStringList{"open", "demo"} << 0 << "mounts";
    QTest::newRow("doctor") << QStringList{"doctor", "-C", "demo"} << 4 << "findings";
    QTest::newRow("doctor of the machine") << QStringList{"doctor", "--machine"} << 4 << "ready";
    QTest::newRow("status") << QStringList{"status", "-C", "demo"} << 4 << "state"; // no engine: it cannot be seen
    QTest::newRow("runs") << QStringList{"runs", "-C", "demo"} << 0 << "runs";
    QTest::newRow("report") << QStringList{"runs", "--report", "-C", "demo"} << 0 << "report";
    QTest::newRow("logs") << QStringList{"logs", "-C", "demo"} << 0 << "components";
    QTest::newRow("start that fails") << QStringList{"start", "-C", "demo"} << 4 << "error";
    for (const char *verb : {"start", "pause", "stop", "restart", "reset", "delete"})
        QTest::newRow(QByteArray(verb) + " --dry-run") << QStringList{QString::fromLatin1(verb), "--dry-run", "-C", "demo"} << 0 << "steps";
    QTest::newRow("delete unconfirmed") << QStringList{"delete", "-C", "demo"} << 2 << "error";
    QTest::newRow("no such folder") << QStringList{"start", "-C", "nowhere"} << 8 << "error";
    QTest::newRow("no such component") << QStringList{"logs", "sheduler", "-C", "demo"} << 2 << "error";
}

void tst_Words::json()
{
    QFETCH(QStringList, args);
    QFETCH(int, code);
    QFETCH(QString, key);
    const CommandLine line;
    line.makeWorkspace();
    const Outcome said = line.run(args + QStringList{"--json"});
    QVERIFY2(said.code == code, said.all().constData());
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(said.out, &problem);
    QVERIFY2(problem.error == QJsonParseError::NoError && document.isObject(), said.out.constData());
    QVERIFY2(document.object().contains(key), said.out.constData());
}

// A script looks at the state before it looks at the exit code.
void tst_Words::statusWithoutAnEngine()
{
    const CommandLine line;
    line.makeWorkspace();
    const Outcome said = line.run({"status", "-C", "demo", "--json"});
    const QJsonObject status = QJsonDocument::fromJson(said.out).object();
    QCOMPARE(status["state"].toString(), "unknown");
    QVERIFY2(status["error"]["what"].toString().contains("engine"), said.out.constData());
    QCOMPARE(line.run({"status", "-C", "demo"}).code, said.code);
    QVERIFY(line.run({"status", "--help"}).out.contains("unknown"));
}

void tst_Words::jsonOfErrors()
{
    const CommandLine line;
    line.makeWorkspace();
    line.folder().write("demo/windsock.yaml", "cluster:\n  name: Upper_case\n");
    const Outcome said = line.run({"start", "-C", "demo", "--json"});
    QCOMPARE(said.code, 2);
    const QJsonObject error = QJsonDocument::fromJson(said.out)["error"].toObject();
    QCOMPARE(error["code"].toString(), "bad-input");
    QVERIFY2(error["place"].toString().contains("windsock.yaml:2:"), said.out.constData());
    QVERIFY(!error["what"].toString().isEmpty());
}

void tst_Words::noEscapesWithoutATerminal()
{
    const CommandLine line;
    line.makeWorkspace();
    for (const QStringList &args : {QStringList{"start", "-C", "demo"}, {"doctor", "-C", "demo"}, {"status", "-C", "demo"}, {"strat"}}) {
        const Outcome said = line.run(args);
        QVERIFY(!said.all().isEmpty());
        QVERIFY2(!said.all().contains('\x1b') && !said.all().contains('\r'), said.all().constData());
    }
}

// The port that a start took is the one to come back to, not the one of the files.
void tst_Words::forwardAsOneTypesIt()
{
    QCOMPARE(forwardArguments(".", 0), QString());
    QCOMPARE(forwardArguments(".", 9000), QStringLiteral(" --port 9000"));
    QCOMPARE(forwardArguments("my-dags", 9000), QStringLiteral(" -C my-dags --port 9000"));
    Error taken{Error::Code::Conflict, QStringLiteral("Port 8080 is already in use")};
    taken.todo = QStringLiteral("Stop that program");
    QCOMPARE(withNextPort(taken, "my-dags"), taken);
    taken.remedies += Remedy{"port.next", "Use port 8081", "8081"};
    const QString said = withNextPort(taken, "my-dags").report();
    QVERIFY2(said.contains("Stop that program") && said.contains("windsock forward -C my-dags --port 8081"), qPrintable(said));
}

void tst_Words::terminal_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("colour");
    QTest::newRow("colour") << "LANG"
                            << "C.UTF-8" << true;
    QTest::newRow("NO_COLOR") << "NO_COLOR"
                              << "1" << false;
    QTest::newRow("empty NO_COLOR") << "NO_COLOR"
                                    << "" << true; // no-color.org: "when present and not an empty string"
    QTest::newRow("dumb") << "TERM"
                          << "dumb" << false;
}

void tst_Words::terminal()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY);
    QVERIFY(terminal >= 0 && ::grantpt(terminal) == 0 && ::unlockpt(terminal) == 0);
    CommandLine line;
    line.environment.insert(name, value);
    QProcess process;
    process.setStandardErrorFile(QString::fromLocal8Bit(::ptsname(terminal)));
    const int kept = ::open(::ptsname(terminal), O_RDWR | O_NOCTTY); // what was said stays readable when the program has ended
    line.begin(process, {"strat"});
    QCOMPARE(CommandLine::end(process).code, 2);
    char bytes[4096];
    const ssize_t count = ::read(terminal, bytes, sizeof bytes);
    ::close(kept);
    ::close(terminal);
    const QByteArray said(bytes, std::max<ssize_t>(count, 0));
    QVERIFY2(said.contains("Did you mean"), said.constData());
    static const QRegularExpression colour(QStringLiteral("\x1b\\[[0-9;]*m"));
    QTEST(QString::fromUtf8(said).contains(colour), "colour");
}

QTEST_GUILESS_MAIN(tst_Words)
#include "tst_Words.moc"
