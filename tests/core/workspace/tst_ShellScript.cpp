// SPDX-License-Identifier: Apache-2.0
// Shell texts as a shell takes them apart; where there is a /bin/sh, it says itself what is right.
#include "core/workspace/ShellScript.h"

#include <QProcess>
#include <QTest>

using namespace windsock;

class tst_ShellScript : public QObject
{
    Q_OBJECT
private slots:
    void splits_data();
    void splits();
    void knowsWhatItDoesNotKnow_data();
    void knowsWhatItDoesNotKnow();
    void findsAlternatives_data();
    void findsAlternatives();
    void noticesLostVersions();
    void agreesWithTheShell();
    void survivesAnything();
};

static QString shown(const QList<ShellCommand> &commands)
{
    QStringList list;
    for (const ShellCommand &command : commands)
        list += u'[' + command.texts().join(u'|') + u']';
    return list.join(QString());
}

void tst_ShellScript::splits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("commands");
    const auto row = [](const char *text, const char *commands) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(commands);
    };
    row("", "");
    row("a b  c", "[a|b|c]");
    row("a && b; c\nd | e & f", "[a][b][c][d][e][f]");
    row("a 'b c' \"d e\" f\\ g", "[a|b c|d e|f g]");
    row("a 'b'c\"d\"e", "[a|bcde]");
    row("a '' \"\"", "[a||]");
    row("a 'x>=2' \"y<3\"", "[a|x>=2|y<3]");
    row("a \"b \\\"c\\\" \\$d \\e\"", "[a|b \"c\" $d \\e]");
    row("a 'b\\c' '$d'", "[a|b\\c|$d]");
    row("a \\\n b", "[a|b]");
    row("a # comment\nb#c", "[a][b#c]");
    row("a >x 2>&1 b", "[a|b]");
    row("a 2>/dev/null >> x <y b", "[a|b]");
    row("a &>x b", "[a|b]");
    row("a >&2 b", "[a|b]");
    row("a <<EOF\nb && c\nEOF\nd", "[a][d]");
    row("cat <<-'EOF' > x && y\nb\n\tEOF\nd", "[cat][y][d]");
    row("a <<< b c", "[a|c]");
    row("if a; then b; else c; fi; d", "[a][b][c][d]");
    row("while a; do b; done", "[a][b]");
    row("! a && { b; c; } && (d; e)", "[a][b][c][d][e]");
    row("X=1 Y=2 a b", "[a|b]");
    row("X=1; a $X ${X} \"$X\" '$X' $Xy", "[a|1|1|1|$X|${Xy}]");
    row("export X=1 Y=2 && a $X$Y", "[export|X=1|Y=2][a|12]");
    row("X='a b'; p $X \"$X\"", "[p|a|b|a b]");
    row("X='  a  b '; p x$X\"y\"", "[p|x|a|b|y]");
    row("X=; p $X \"$X\" y", "[p||y]");
    row("p ${X:-a} ${X-b} ${X:+c} ${E:-d} ${E-e} ${E:+f}", "[p|a|b|d]"); // E is set and empty
    row("p ${V:-a} ${V:+b}", "[p|value|b]");
    row("p a=b $", "[p|a=b|$]");
    row("p \"a$\" $5 $?", "[p|a$|$5|$?]");
    row("for x in 1 2; do p $x; done", "[for|x|in|1|2][p|${x}]");
    row("a;;b", "[a][b]");
    row("a \"unclosed b", "[a|unclosed b]");
    row("a 'unclosed b", "[a|unclosed b]");
    row("a \\", "[a|]");
}

void tst_ShellScript::splits()
{
    QFETCH(QString, text);
    ShellVariables variables{{"V", "value"}, {"E", ""}};
    QTEST(shown(parseShell(text, variables)), "commands");
}

void tst_ShellScript::knowsWhatItDoesNotKnow_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("unknown"); // words that are not known, joined by blanks
    const auto row = [](const char *text, const char *unknown) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(unknown);
    };
    row("p a $(b c) d", "$(b c)");
    row("p \"x-$(b \"c\" $(d))\" e", "x-$(b \"c\" $(d))");
    row("p `b c`d e", "`b c`d");
    row("p $N ${N} a${N}b", "${N} ${N} a${N}b");
    row("p ${N%%x} ${#N}", "${N%%x} ${#N}");
    row("V=$(a); p $V", "${V}");
    row("V=\"$(a)\" && p \"$V\" x", "${V}");
    row("export V=$(a); p $V", "V=$(a) ${V}"); // the words of export, too
    row("p $((1 + 2))", "$((1 + 2))");
    row("p \\$(a) '$(b)'", "");
}

void tst_ShellScript::knowsWhatItDoesNotKnow()
{
    QFETCH(QString, text);
    ShellVariables variables{{"V", "value"}};
    QStringList unknown;
    for (const ShellCommand &command : parseShell(text, variables)) {
        for (const ShellWord &word : command.words) {
            if (!word.isKnown)
                unknown += word.text;
        }
    }
    QTEST(unknown.join(u' '), "unknown");
}

void tst_ShellScript::findsAlternatives_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("alternatives");
    const auto row = [](const char *text, const char *which) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(which);
    };
    row("a || b; c", "b");
    row("a || { b; c; }; d", "b c");
    row("a || (b && c) && d", "b c");
    row("if a; then b; else c; d; fi; e", "c d");
    row("if a; then b; elif c; then d; fi; e", "c d");
    row("if a; then if b; then c; else d; fi; e; fi", "d");
    row("case $x in y) a;; z) b;; esac; c", "y a z b");
    row("a && b", "");
}

void tst_ShellScript::findsAlternatives()
{
    QFETCH(QString, text);
    ShellVariables variables;
    QStringList found;
    for (const ShellCommand &command : parseShell(text, variables)) {
        if (command.isAlternative)
            found += command.texts().first() == "${x}" ? command.texts().last() : command.texts().first();
    }
    QTEST(found.join(u' '), "alternatives");
}

void tst_ShellScript::noticesLostVersions()
{
    ShellVariables variables;
    const auto commands = parseShell("pip install pandas>=2 'numpy>=1' x>y && b", variables);
    QCOMPARE(shown(commands), "[pip|install|pandas|numpy>=1|x][b]");
    QCOMPARE(commands.first().lostToRedirection, QStringList{"=2"});
    QCOMPARE(commands.first().words.at(3).at, QStringLiteral("pip install pandas>=2 ").size());
    QVERIFY(commands.last().lostToRedirection.isEmpty());
}

// Every row of pieces, three in a row, as the machine's own shell takes it: some thousand lines in one child.
void tst_ShellScript::agreesWithTheShell()
{
    if (!QFile::exists("/bin/sh"))
        QSKIP("There is no shell");
    const QStringList pieces{"a",  "'b c'", "\"d $V\"",   "$V",        "${V}x", "\\$V", "$E",      "\"$E\"",    "${E:-f g}",
                             "''", "h\\ i", "\"j\\\"k\"", "${V:+l m}", "n#o",   "=",    "\"p'q\"", "r\"s\"'t'", "\\\\"};
    QStringList lines;
    for (const QString &one : pieces) {
        for (const QString &two : pieces) {
            for (const QString &three : pieces) {
                for (const QString &blank : {QString(), QStringLiteral(" ")})
                    lines += one + blank + two + u' ' + three;
            }
        }
    }
    QByteArray script = "V='v  w'; E=; p() { for a; do printf '|%s' \"$a\"; done; echo; }\n";
    for (const QString &line : lines)
        script += "p " + line.toUtf8() + '\n';
    QProcess shell;
    shell.start("/bin/sh", {"-s"});
    shell.write(script);
    shell.closeWriteChannel();
    QVERIFY(shell.waitForFinished());
    const QStringList answers = QString::fromUtf8(shell.readAllStandardOutput()).split(u'\n');
    QCOMPARE(answers.size(), lines.size() + 1);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        ShellVariables variables{{"V", "v  w"}, {"E", ""}};
        const auto commands = parseShell("p " + lines.at(i), variables);
        QCOMPARE(commands.size(), 1);
        const QList<ShellWord> &words = commands.first().words;
        if (std::any_of(words.begin(), words.end(), [](const ShellWord &word) { return !word.isKnown; }))
            continue; // $Va is another variable
        const QString mine = u'|' + commands.first().texts().mid(1).join(u'|');
        const bool isNothing = commands.first().words.size() == 1;
        QVERIFY2(isNothing ? answers.at(i).isEmpty() : mine == answers.at(i),
                 qPrintable(lines.at(i) + ": " + mine + " is " + answers.at(i)));
    }
}

void tst_ShellScript::survivesAnything()
{
    const QString whole =
        "if a; then X=1 && p \"$X\" '${Y' $(b `c`) || { d >e 2>&1; } <<EOF\nf\nEOF\nfi # g\ncase $x in y) z;; esac ${A:-b} \\";
    for (qsizetype from = 0; from < whole.size(); ++from) {
        for (qsizetype length = 0; length <= whole.size() - from; length += 3) {
            ShellVariables variables;
            for (const ShellCommand &command : parseShell(whole.mid(from, length), variables))
                QVERIFY(!command.words.isEmpty());
            (void)shellWords(whole.mid(from, length), variables);
        }
    }
    ShellVariables variables;
    (void)parseShell(QString(100000, u'('), variables);
    (void)parseShell(QString(100000, u'{') + QStringLiteral("$(").repeated(50000), variables);
    QVERIFY(parseShell(QString(2 * 1024 * 1024, u'a'), variables).isEmpty());
}

QTEST_GUILESS_MAIN(tst_ShellScript)
#include "tst_ShellScript.moc"
