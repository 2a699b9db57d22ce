// SPDX-License-Identifier: Apache-2.0
// .dockerignore as Docker reads it: patterns, order, exceptions, folders above; and hostile patterns end in time.
#include "core/backends/kind/DockerIgnore.h"
#include "core/backends/kind/PathGlob.h"

#include <QElapsedTimer>
#include <QTest>

using namespace windsock;

class tst_DockerIgnore : public QObject
{
    Q_OBJECT
private slots:
    void globs_data();
    void globs();
    void ignores_data();
    void ignores();
    void cleansPaths_data();
    void cleansPaths();
    void hostilePatternEnds();
};

void tst_DockerIgnore::globs_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("fits");
    const auto row = [](const char *pattern, const char *path, bool fits) {
        QTest::addRow("%s %s", pattern, path) << QByteArray(pattern) << QByteArray(path) << fits;
    };
    row("a", "a", true);
    row("a", "ab", false);
    row("*", "a", true);
    row("*", "a/b", false);
    row("*.py", "x.py", true);
    row("*.py", "d/x.py", false);
    row("*.py", "x.pyc", false);
    row("d/*/x", "d/e/x", true);
    row("d/*/x", "d/e/f/x", false);
    row("**", "a/b/c", true);
    row("**/x", "x", true);
    row("**/x", "a/b/x", true);
    row("**/x", "a/bx", false);
    row("a/**", "a/b/c", true);
    row("a/**/z", "a/z", true);
    row("a/**/z", "a/b/c/z", true);
    row("a/**/z", "b/z", false);
    row("**/*.pyc", "a/b/c.pyc", true);
    row("**/b/*c/d", "x/b/ac/b/bc/d", true);
    row("a*b*c", "aXbYc", true);
    row("a*b*c", "aXbY", false);
    row("?", "a", true);
    row("?", "ab", false);
    row("?", "/", false);
    row("?.py", "\xEA\xB0\x80.py", true); // one letter, three bytes
    row("[ab]x", "ax", true);
    row("[ab]x", "cx", false);
    row("[^ab]x", "cx", true);
    row("[a-c]x", "bx", true);
    row("[a-c]x", "dx", false);
    row("[a", "a", false);
    row("[]]x", "]x", true);
    row("\\*", "*", true);
    row("\\*", "a", false);
    row("\\", "\\", false);
    row("", "", true);
    row("", "a", false);
}

void tst_DockerIgnore::globs()
{
    QFETCH(QByteArray, pattern);
    QFETCH(QByteArray, path);
    QTEST(globMatches(pattern, path), "fits");
}

void tst_DockerIgnore::ignores_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("ignored");
    const auto row = [](const char *name, const char *text, const char *path, bool ignored) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(path) << ignored;
    };
    row("empty", "", "a", false);
    row("comment", "#a\n", "#a", false);
    row("name", "logs\n", "logs", true);
    row("below a folder", "logs\n", "logs/today/x.log", true);
    row("only at the top", "logs\n", "dags/logs", false);
    row("anywhere", "**/__pycache__", "dags/a/__pycache__/x.pyc", true);
    row("leading slash", "/logs", "logs/x", true);
    row("trailing slash", "logs/", "logs/x", true);
    row("dots", "./a/../logs", "logs", true);
    row("white space", "  logs \r\n", "logs", true);
    row("byte order mark", "\xEF\xBB\xBFlogs", "logs", true);
    row("taken back in", "logs\n!logs/keep.txt", "logs/keep.txt", false);
    row("taken back in, sibling", "logs\n!logs/keep.txt", "logs/other.txt", true);
    row("the last one counts", "!logs/keep.txt\nlogs", "logs/keep.txt", true);
    row("a folder taken back in", "*\n!dags", "dags/a/b.py", false);
    row("all but", "*\n!dags", "plugins/b.py", true);
    row("all but, then less", "*\n!dags\ndags/**/*.md", "dags/x/README.md", true);
    row("exception with a space", "*\n! dags", "dags/x", false);
    row("a lone exclamation mark", "!\n", "a", false);
    row("a dot says nothing", ".\n", "a", false);
}

void tst_DockerIgnore::ignores()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, path);
    QTEST(DockerIgnore::parse(text).ignores(path), "ignored");
}

void tst_DockerIgnore::cleansPaths_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("clean");
    QTest::newRow("dot") << QByteArray(".") << QByteArray();
    QTest::newRow("slash") << QByteArray("/") << QByteArray();
    QTest::newRow("inside") << QByteArray("./dags//x/../y/") << QByteArray("dags/y");
    QTest::newRow("never out") << QByteArray("../../etc/passwd") << QByteArray("etc/passwd");
}

void tst_DockerIgnore::cleansPaths()
{
    QFETCH(QByteArray, path);
    QTEST(cleanContextPath(path), "clean");
}

void tst_DockerIgnore::hostilePatternEnds()
{
    QByteArray pattern;
    for (int i = 0; i < 60; ++i)
        pattern += "**/*a*a*a*/";
    const QByteArray path = QByteArray("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/").repeated(60) + 'b';
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!globMatches(pattern + "*a*a*a*a*c", path));
    QVERIFY(timer.elapsed() < 5000);
}

QTEST_GUILESS_MAIN(tst_DockerIgnore)
#include "tst_DockerIgnore.moc"
