// SPDX-License-Identifier: Apache-2.0
// Looking up, places, and every way in which a YAML file can be wrong.
#include "core/yaml/YamlDocument.h"
#include "core/yaml/YamlTree.h"

#include <QTest>

using namespace windsock;

namespace {
const QString fileName = QStringLiteral("local.values.yaml");

YamlDocument parsed(const QByteArray &text)
{
    const Result<YamlDocument> document = YamlDocument::parse(text, fileName);
    if (!document)
        qFatal("%s", qPrintable(document.error().report()));
    return *document;
}

QByteArray nested(int depth, const QByteArray &open, const QByteArray &close = {})
{
    return "a: " + open.repeated(depth) + close.repeated(depth) + '\n';
}
} // namespace

class tst_YamlDocument : public QObject
{
    Q_OBJECT
private slots:
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void acceptsOddFiles_data();
    void acceptsOddFiles();
    void readsLargeFiles();
    void refusesLoneReturns();
    void refusesBombs();
    void tellsPlaces_data();
    void tellsPlaces();
    void readsScalars_data();
    void readsScalars();
    void followsMergeKeys();
    void listsKeysInOrder();
    void copiesShareNothingThatChanges();
    void survivesEveryPrefix();
};

void tst_YamlDocument::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, const QByteArray &text, int line, int column, const QString &word) {
        QTest::newRow(name) << text << line << column << word;
    };
    row("tab", "a:\n\tb: 1\n", 2, 1, "tab");
    row("tab after spaces", "a:\n  b: 1\n  \tc: 2\n", 3, 3, "tab");
    row("missing colon", "a: 1\nb 2\nc: 3\n", 2, 1, "colon");
    row("missing colon last", "a:\n  b: 1\n  c\n", 3, 3, "colon");
    row("missing space", "a: 1\nport:8080\nb: 2\n", 2, 5, "space");
    row("second colon", "a: b: c\n", 1, 5, "second colon");
    row("too deep indent", "a: 1\n  b: 2\n", 2, 4, "indentation");
    row("too little indent", "a:\n    b: 1\n  c: 2\n", 3, 3, "indentation");
    row("list in map", "a: 1\n- b\n", 2, 1, "indentation");
    row("open double quote", "a: \"one\nb: 2\n", 1, 4, "quote");
    row("open single quote", "a: 1\nb: 'two\nc: 3\n", 2, 4, "quote");
    row("open quote with a tag", "a: !!int \"1\n", 1, 10, "quote");
    row("open bracket", "a: [1, 2\nb: 3\n", 1, 4, "bracket");
    row("open brace", "a: {x: 1\n", 1, 4, "bracket");
    row("stray comma", ", b\n", 1, 1, "cannot stand here");
    row("stray brace", "a: 1\n}\n", 2, 1, "");
    row("stray bracket", "a: ]\n", 1, 4, "bracket");
    row("alias unknown", "a: *base\n", 1, 4, "anchor");
    row("percent", "a: %b\n", 1, 4, "quote");
    row("at sign", "a: @b\n", 1, 4, "quote");
    row("escape", "a: \"\\d\"\n", 1, 5, "backslash");
    row("twice", "a: 1\nb: 2\na: 3\n", 3, 1, "twice");
    row("twice deep", "a:\n  b: 1\n  c: 2\n  b: 3\n", 4, 3, "twice");
    row("template as key", "a: {{ .Values.b }}\n", 1, 5, "key must be plain text");
    row("no key", "a:\n  : 1\n", 2, 3, "key is missing");
    row("null as key", "~: 1\n", 1, 1, "key is missing");
    row("two documents", "a: 1\n---\nb: 2\n", 3, 1, "second YAML document");
    row("bad utf-8", "a: \xff\n", 1, 4, "UTF-8");
    row("bad utf-8 after letters", "a: \xc3\xa4\xc3\n", 1, 5, "UTF-8");
    row("overlong", "a: \xc0\xaf\n", 1, 4, "UTF-8");
    row("surrogate", "a: \xed\xa0\x80\n", 1, 4, "UTF-8");
    row("utf-16",
        QByteArray("\xff\xfe"
                   "a\0",
                   4),
        1, 1, "UTF-16");
    row("nul", QByteArray("a: b\0c\n", 7), 1, 5, "0x00");
    row("mark inside",
        "a: 1\n\xef\xbb\xbf"
        "b: 2\n",
        2, 1, "byte order mark");
    row("bell", "a: 1\nb: \a\n", 2, 4, "0x07");
    row("column counts characters", "\xec\x95\x84: \"\xec\x95\x84\": 1\n", 1, 7, "second colon");
}

void tst_YamlDocument::saysWhatIsWrong()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    QFETCH(int, column);
    QFETCH(QString, word);
    for (const QByteArray &bytes : {text, QByteArray(text).replace("\n", "\r\n")}) {
        if (bytes != text && text.contains('\0'))
            continue;
        const Result<YamlDocument> document = YamlDocument::parse(bytes, fileName);
        QVERIFY(!document);
        const Error &error = document.error();
        QCOMPARE(error.code, Error::Code::BadInput);
        QCOMPARE(error.place.file, fileName);
        const QString whole = error.report();
        QVERIFY2(whole.contains(word, Qt::CaseInsensitive), qPrintable(whole));
        QVERIFY2(error.place.line == line && error.place.column == column, qPrintable(whole));
    }
}

void tst_YamlDocument::acceptsOddFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("empty");
    QTest::newRow("nothing") << QByteArray() << true;
    QTest::newRow("blanks") << QByteArray("\n  \n") << true;
    QTest::newRow("comment") << QByteArray("# nothing here\n") << true;
    QTest::newRow("mark") << QByteArray("\xef\xbb\xbf") << true;
    QTest::newRow("three dashes") << QByteArray("---\n") << true;
    QTest::newRow("null") << QByteArray("~\n") << true;
    QTest::newRow("mark and map") << QByteArray("\xef\xbb\xbf"
                                                "a: 1\n")
                                  << false;
    QTest::newRow("dashes first") << QByteArray("---\na: 1\n") << false;
    QTest::newRow("dashes last") << QByteArray("a: 1\n---\n") << false;
    QTest::newRow("crlf") << QByteArray("b: 2\r\na: 1\r\n") << false;
    QTest::newRow("no newline") << QByteArray("a: 1") << false;
    QTest::newRow("json") << QByteArray("{\"a\": 1}") << false;
    QTest::newRow("100 levels") << nested(98, "[", "]") << false;
}

void tst_YamlDocument::acceptsOddFiles()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, empty);
    const YamlDocument document = parsed(text);
    QCOMPARE(yaml::isNull(document.root()), empty);
    QCOMPARE(document.has({"a"}), !empty);
    if (!empty)
        QCOMPARE(document.keyPlace({"a"}).column, text.startsWith('{') ? 2 : 1);
}

// Takes seconds where something looks at the whole file for each value, and hours at the limit of 4 MB.
void tst_YamlDocument::readsLargeFiles()
{
    QByteArray lines;
    QByteArray oneLine = "{";
    for (int i = 0; i < 60'000; ++i) {
        lines += "key" + QByteArray::number(i) + ":\n";
        oneLine += "key" + QByteArray::number(i) + ": [\"x\"],";
    }
    for (const QByteArray &text : {lines + "# a tab at the end \t\n", oneLine + "}\n"})
        QCOMPARE(parsed(text).count({}), 60'000);
}

void tst_YamlDocument::refusesLoneReturns()
{
    for (const QByteArray &text : {QByteArray("a: 1\rb: 2\r"), QByteArray("a: 1\r")})
        QCOMPARE(YamlDocument::parse(text, fileName).error().place.text(), fileName + QStringLiteral(":1:5"));
}

void tst_YamlDocument::refusesBombs()
{
    QByteArray laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 9; ++i) {
        const QByteArray alias = "*a" + QByteArray::number(i - 1);
        laughs += 'a' + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" + (alias + ", ").repeated(8) + alias + "]\n";
    }
    const QList<QByteArray> bombs{laughs,
                                  "a: &a [*a]\n",
                                  "a: &a\n  b: *a\n",
                                  nested(101, "[", "]"),
                                  nested(100'000, "["),
                                  nested(100'000, "[", "]"),
                                  nested(100'000, "{a: "),
                                  nested(100'000, "{"),
                                  QByteArray("- ").repeated(100'000),
                                  QByteArray("? ").repeated(100'000)};
    for (const QByteArray &bomb : bombs) {
        const Result<YamlDocument> document = YamlDocument::parse(bomb, fileName);
        QVERIFY2(!document, bomb.left(60).constData());
        QCOMPARE(document.error().code, Error::Code::BadInput);
        QVERIFY(document.error().place.line >= 1);
    }
}

void tst_YamlDocument::tellsPlaces_data()
{
    QTest::addColumn<QStringList>("path");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("key");
    const auto row = [](const QStringList &path, const QString &value, const QString &key) {
        QTest::newRow(qPrintable(path.join(u'.') + u'.'))
            << path << (value.isEmpty() ? fileName : fileName + u':' + value) << (key.isEmpty() ? fileName : fileName + u':' + key);
    };
    row({}, "2:1", "");
    row({"airflow"}, "3:3", "2:1");
    row({"airflow", "image"}, "3:10", "3:3");
    row({"airflow", "image", "tag"}, "3:16", "3:11");
    row({"airflow", "empty"}, "4:3", "4:3");
    row({"airflow", "list", "0"}, "6:7", "6:7");
    row({"airflow", "list", "1", "name"}, "7:13", "7:7");
    row({"airflow", "list", "9"}, "6:5", "5:3");
    row({"airflow", "missing", "deeper"}, "3:3", "2:1");
    row({"missing"}, "2:1", "");
    row({QString::fromUtf8("한국")}, "8:5", "8:1");
}

void tst_YamlDocument::tellsPlaces()
{
    QFETCH(QStringList, path);
    QFETCH(QString, value);
    QFETCH(QString, key);
    const YamlDocument document = parsed("# comment\nairflow:\n  image: {tag: local}\n  empty:\n  list:\n    - one\n    - name: two\n"
                                         "한국: 서울\n");
    QCOMPARE(document.place(path).text(), value);
    QCOMPARE(document.keyPlace(path).text(), key);
}

void tst_YamlDocument::readsScalars_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("text"); // "-": none
    QTest::addColumn<int>("flag");     // -1: none
    QTest::addColumn<int>("number");   // -1: none
    const auto row = [](const char *value, const char *text, int flag, int number) {
        QTest::newRow(value) << QByteArray(value) << QString::fromUtf8(text) << flag << number;
    };
    row("true", "true", 1, -1);
    row("yes", "yes", 1, -1);
    row("Off", "Off", 0, -1);
    row("n", "n", 0, -1);
    row("\"true\"", "true", -1, -1);
    row("'no'", "no", -1, -1);
    row("8080", "8080", -1, 8080);
    row("\"8080\"", "8080", -1, -1);
    row("80.5", "80.5", -1, -1);
    row("99999999999", "99999999999", -1, -1);
    row("0x10", "0x10", -1, -1);
    row("~", "-", -1, -1);
    row("", "-", -1, -1);
    row("null", "-", -1, -1);
    row("\"null\"", "null", -1, -1);
    row("[1]", "-", -1, -1);
    row("{}", "-", -1, -1);
    row("!!str true", "true", -1, -1);
    row("two words # not this", "two words", -1, -1);
}

void tst_YamlDocument::readsScalars()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, text);
    QFETCH(int, flag);
    QFETCH(int, number);
    const YamlDocument document = parsed("a: " + value + '\n');
    QCOMPARE(document.text({"a"}).value_or(QStringLiteral("-")), text);
    QCOMPARE(int(document.boolean({"a"}).value_or(false)), qMax(flag, 0));
    QCOMPARE(document.boolean({"a"}).has_value(), flag >= 0);
    QCOMPARE(document.integer({"a"}).value_or(-1), number);
    QVERIFY(document.has({"a"}));
    QVERIFY(!document.has({"a", "b"}));
}

void tst_YamlDocument::followsMergeKeys()
{
    const YamlDocument document = parsed("base: &base {x: 1, y: 2}\nother: &other {y: 5, z: 6}\nuse:\n  <<: [*base, *other]\n  x: 3\n");
    QCOMPARE(document.integer({"use", "x"}), 3);
    QCOMPARE(document.integer({"use", "y"}), 2);
    QCOMPARE(document.integer({"use", "z"}), 6);
    QCOMPARE(document.keys({"use"}), (QStringList{"x", "y", "z"}));
    QCOMPARE(document.keyPlace({"use", "z"}).line, 2);
}

void tst_YamlDocument::listsKeysInOrder()
{
    const YamlDocument document = parsed("zebra: 1\napple: [1, 2, 3]\nmango: {b: 1, a: 2}\n");
    QCOMPARE(document.keys({}), (QStringList{"zebra", "apple", "mango"}));
    QCOMPARE(document.keys({"mango"}), (QStringList{"b", "a"}));
    QCOMPARE(document.keys({"apple"}), QStringList());
    QCOMPARE(document.count({}), 3);
    QCOMPARE(document.count({"apple"}), 3);
    QCOMPARE(document.count({"zebra"}), 0);
    QVERIFY(!document.has({"apple", "3"}));
    QVERIFY(!document.has({"apple", "-1"}));
}

// yaml-cpp's Node assignment changes the tree on its left side for everybody who shares it.
void tst_YamlDocument::copiesShareNothingThatChanges()
{
    YamlDocument first = parsed("a: 1\n");
    const YamlDocument snapshot = first;
    first = parsed("a: 2\n");
    QCOMPARE(snapshot.integer({"a"}), 1);
    QCOMPARE(first.integer({"a"}), 2);
    YamlDocument empty;
    empty = first;
    first = YamlDocument();
    QCOMPARE(empty.integer({"a"}), 2);
    QVERIFY(!first.has({"a"}));
}

// Half-written files are what an editor shows on every key press: an answer for each, never a crash.
void tst_YamlDocument::survivesEveryPrefix()
{
    const QByteArray whole =
        "airflow:\n  image: {repository: \"x\", tag: 'y'}\n  list: [1, {a: b}]\n  text: |\n    one\n  <<: &a {b: *a}\n\t- ? !!str\n";
    for (qsizetype length = 0; length <= whole.size(); ++length) {
        for (const QByteArray &text : {whole.left(length), whole.mid(length)}) {
            const Result<YamlDocument> document = YamlDocument::parse(text, fileName);
            QVERIFY(document || (!document.error().what.isEmpty() && document.error().place.line > 0));
        }
    }
}

QTEST_GUILESS_MAIN(tst_YamlDocument)
#include "tst_YamlDocument.moc"
