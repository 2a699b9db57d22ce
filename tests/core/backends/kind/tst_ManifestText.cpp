// SPDX-License-Identifier: Apache-2.0
// Manifests in and out: nothing is lost between the markers, and text stays text.
#include "core/backends/kind/ManifestText.h"

#include <QFile>
#include <QTest>

using namespace windsock;
using Kind = ManifestNode::Kind;

namespace {
QByteArray recorded(const QString &name)
{
    QFile file(QStringLiteral(TEST_DATA "/bootpatch/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray joined(const QList<ManifestPiece> &pieces)
{
    QByteArray all;
    for (const ManifestPiece &piece : pieces)
        all += piece.bytes;
    return all;
}

// What a re-emitted scalar may differ in: a plain one over several lines is written with quotes, as the text that it is.
bool sameMeaning(const ManifestNode &a, const ManifestNode &b)
{
    if (a.kind != b.kind || a.text != b.text || a.tag != b.tag || a.keys.size() != b.keys.size() || a.items.size() != b.items.size())
        return false;
    if (a.kind == Kind::Scalar && a.quoted != b.quoted && !a.text.contains('\n') && !a.text.isEmpty())
        return false;
    for (std::size_t i = 0; i < a.keys.size(); ++i) {
        if (!sameMeaning(a.keys[i], b.keys[i]))
            return false;
    }
    for (std::size_t i = 0; i < a.items.size(); ++i) {
        if (!sameMeaning(a.items[i], b.items[i]))
            return false;
    }
    return true;
}
} // namespace

class TestManifestText : public QObject
{
    Q_OBJECT
private slots:
    void splitsWithoutLoss_data();
    void splitsWithoutLoss();
    void keepsScalars_data();
    void keepsScalars();
    void keepsTextOfAnyKind();
    void keepsWholeCharts_data();
    void keepsWholeCharts();
    void writesAliasesOut();
    void keepsOrderAndDoubleKeys();
    void keepsCommentsInFront();
    void refusesWhatItCannotHold_data();
    void refusesWhatItCannotHold();
    void saysWhere();
    void endsBillionLaughs();
    void takesTenMegabytes();
};

void TestManifestText::splitsWithoutLoss_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<int>("pieces");
    QTest::newRow("empty") << QByteArray() << 0;
    QTest::newRow("one") << QByteArray("a: 1\n") << 1;
    QTest::newRow("marker first") << QByteArray("---\na: 1\n---\nb: 2") << 2;
    QTest::newRow("comment first") << QByteArray("# x\n---\na: 1\n") << 2;
    QTest::newRow("empty documents") << QByteArray("---\n---\n---\n") << 3;
    QTest::newRow("content in the marker line") << QByteArray("--- {a: 1}\n--- b\n") << 2;
    QTest::newRow("windows") << QByteArray("---\r\na: 1\r\n---\r\nb: 2\r\n") << 2;
    QTest::newRow("not a marker") << QByteArray("a: |\n  ---\n  b\nc: ---x\n----: 1\n") << 1;
    QTest::newRow("community") << recorded(QStringLiteral("community-8.9.0.yaml")) << 21;
}

void TestManifestText::splitsWithoutLoss()
{
    QFETCH(QByteArray, stream);
    QFETCH(int, pieces);
    const QList<ManifestPiece> found = splitManifests(stream);
    QCOMPARE(found.size(), pieces);
    QCOMPARE(joined(found), stream);
    int lines = 0;
    for (const ManifestPiece &piece : found) {
        QCOMPARE(piece.line, lines);
        lines += int(piece.bytes.count('\n'));
    }
}

void TestManifestText::keepsScalars_data()
{
    QTest::addColumn<QByteArray>("source"); // after "a: "
    QTest::addColumn<QByteArray>("written");
    for (const char *plain :
         {"8080", "0777",       "0o777",    "1e3", "1_000", "0x1F",           "true",        "yes", "Off", "NULLx", "~x",
          ".inf", "2001-01-01", "12:30:45", "25%", "a b c", "http://x/y?z#1", "a,b [c] {d}", "-1",  "+1",  "=",     "1.22"})
        QTest::newRow(plain) << QByteArray(plain) << QByteArray(plain);
    for (const char *quoted :
         {"8080", "0777", "1e3", "true", "null", "~", "",  " ",  "- x", "x: y", "#",          "a # b", "*x", "&x", "!x",
          "%x",   "@x",   "`x",  "{",    "[",    "'", "y", "on", "0o7", "1:30", "2001-01-01", "=",     "<<", "---"}) {
        const QByteArray text = quoted;
        const QByteArray single = '\'' + QByteArray(text).replace("'", "''") + '\'';
        QTest::addRow("quoted %s", quoted) << single << '"' + text + '"';
    }
    QTest::newRow("escapes") << QByteArray(R"("a\"b\\c\td\u0001\x85\u2028é")") << QByteArray(R"("a\"b\\c\td\u0001\u0085\u2028é")");
    QTest::newRow("null") << QByteArray("") << QByteArray("null");
    QTest::newRow("tilde") << QByteArray("~") << QByteArray("null");
    QTest::newRow("tagged text") << QByteArray("!!str 12") << QByteArray("!!str \"12\"");
    QTest::newRow("binary") << QByteArray("!!binary aGk=") << QByteArray("!!binary \"aGk=\"");
    QTest::newRow("own tag") << QByteArray("!mine x") << QByteArray("!<!mine> \"x\"");
    QTest::newRow("folded plain") << QByteArray("one\n  two") << QByteArray("one two");
    QTest::newRow("plain with a gap") << QByteArray("one\n\n  two") << QByteArray("|-\n  one\n  two");
    QTest::newRow("block") << QByteArray("|\n  x: 1\n\n    y\n") << QByteArray("|\n  x: 1\n\n    y");
    QTest::newRow("block strip") << QByteArray("|-\n  x\n  y\n") << QByteArray("|-\n  x\n  y");
    QTest::newRow("block keep") << QByteArray("|+\n  x\n\n\n") << QByteArray("|+\n  x\n\n\n");
    QTest::newRow("folded block") << QByteArray(">\n  x\n  y\n") << QByteArray("|\n  x y");
    QTest::newRow("indented first line") << QByteArray("|2\n    x\n  y\n") << QByteArray(R"("  x\ny\n")");
    QTest::newRow("empty branches") << QByteArray("{b: {}, c: []}") << QByteArray("\n  b: {}\n  c: []");
}

void TestManifestText::keepsScalars()
{
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, written);
    const auto root = parseManifest({"a: " + source + '\n'});
    QVERIFY(root);
    const QByteArray again = writeManifest(*root);
    QCOMPARE(again, (written.startsWith('\n') ? "a:" : "a: ") + written + '\n');
    const auto reread = parseManifest({again});
    QVERIFY(reread);
    QVERIFY(sameMeaning(*root, *reread));
    QCOMPARE(writeManifest(*reread), again);
}

// Every pair of characters out of those that YAML minds comes back as it was, at the beginning, in the middle, at the end.
void TestManifestText::keepsTextOfAnyKind()
{
    const QString odd = QStringLiteral("a1 \n\t\"'\\#:-?*&![]{}%|>,\u0085\u2028\ufeff\u00e9\u0007");
    for (const QChar one : odd) {
        for (const QChar two : odd) {
            const QString pair = QString(one) + two;
            ManifestNode root = ManifestNode::map();
            root.set("a", ManifestNode::list({pair, u'x' + pair, pair + QStringLiteral("x\n"), u'x' + pair + u'x'}));
            const auto again = parseManifest({writeManifest(root)});
            QVERIFY2(again, writeManifest(root).constData());
            QVERIFY2(*again->find("a") == *root.find("a"), writeManifest(root).constData());
        }
    }
}

void TestManifestText::keepsWholeCharts_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("community") << QStringLiteral("community-8.9.0.yaml");
    QTest::newRow("official") << QStringLiteral("official-1.22.0.yaml");
}

void TestManifestText::keepsWholeCharts()
{
    QFETCH(QString, file);
    int objects = 0;
    for (const ManifestPiece &piece : splitManifests(recorded(file))) {
        const auto root = parseManifest(piece);
        QVERIFY(root);
        if (root->kind == Kind::Null)
            continue;
        ++objects;
        const auto again = parseManifest({rewriteManifest(piece, *root)});
        QVERIFY(again);
        QVERIFY2(sameMeaning(*root, *again), rewriteManifest(piece, *root).constData());
    }
    QVERIFY(objects > 20);
}

void TestManifestText::writesAliasesOut()
{
    const auto root = parseManifest({"a: &x {p: \"1\"}\nb: *x\nc: [*x, &y text, *y]\n"});
    QVERIFY(root);
    QCOMPARE(writeManifest(*root), QByteArray("a:\n  p: \"1\"\nb:\n  p: \"1\"\nc:\n  - p: \"1\"\n  - text\n  - text\n"));
}

void TestManifestText::keepsOrderAndDoubleKeys()
{
    const auto root = parseManifest({"z: 1\na: 2\nz: 3\n\"true\": 4\n"});
    QVERIFY(root);
    QCOMPARE(writeManifest(*root), QByteArray("z: 1\na: 2\nz: 3\n\"true\": 4\n"));
}

void TestManifestText::keepsCommentsInFront()
{
    const ManifestPiece piece{"---\n# Source: airflow/x.yaml\n\n  # more\nkind: X # lost\n"};
    const auto root = parseManifest(piece);
    QVERIFY(root);
    QCOMPARE(rewriteManifest(piece, *root), QByteArray("---\n# Source: airflow/x.yaml\n\n  # more\nkind: X\n"));
    const ManifestPiece inLine{"--- {kind: X}\n"};
    QCOMPARE(rewriteManifest(inLine, *parseManifest(inLine)), QByteArray("---\nkind: X\n"));
}

void TestManifestText::refusesWhatItCannotHold_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray("---\n# only a comment\n");
    QTest::newRow("map as key") << QByteArray("? {a: 1}\n: 2\n");
    QTest::newRow("two documents") << QByteArray("a: 1\n...\nb: 2\n");
    QTest::newRow("explicit null") << QByteArray("--- ~\n");
}

void TestManifestText::refusesWhatItCannotHold()
{
    QFETCH(QByteArray, text);
    const auto root = parseManifest({text});
    QVERIFY(!root || root->kind == Kind::Null);
}

void TestManifestText::saysWhere()
{
    const QList<ManifestPiece> pieces = splitManifests("---\na: 1\n---\nb: 2\nc: [\n");
    const auto root = parseManifest(pieces.last());
    QVERIFY(!root);
    QCOMPARE(root.error().code, Error::Code::BadInput);
    QVERIFY2(root.error().place.line >= 5, qPrintable(root.error().place.text()));
    // yaml-cpp alone would take the end for the closing quote.
    for (const char *text : {"a: \"open\n", "a: 'open\n", "a: 'it''s\n", "a: \"x\\\"\n", "a: [x, 'y]\n", "\u00e9: 1\n\u00e9: \"z\n"})
        QVERIFY2(!parseManifest({text}), text);
    for (const char *text :
         {"a: \"\"\n", "a: ''\n", "a: ''''\n", "a: 'it''s'\n", "a: \"x\\\"\"\n", "a: 'x' # it's\n", "a: it's\n", "a: |\n  'x\n"})
        QVERIFY2(parseManifest({text}), text);
}

void TestManifestText::endsBillionLaughs()
{
    QByteArray text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 12; ++i) {
        const QByteArray before = "*a" + QByteArray::number(i - 1);
        const QByteArray number = QByteArray::number(i);
        text += 'a' + number + ": &a" + number + " [" + before + QByteArray(", " + before).repeated(9) + "]\n";
    }
    QVERIFY(!parseManifest({text}));
    QVERIFY(!parseManifest({QByteArray(20000, '[')}));
    QVERIFY(parseManifest({"a: &x [*x]\n"}));
}

void TestManifestText::takesTenMegabytes()
{
    const QByteArray line(99, 'x');
    QByteArray text = "kind: ConfigMap\ndata:\n  big: |\n";
    for (int i = 0; i < 100'000; ++i)
        text += "    " + line + '\n';
    const auto root = parseManifest({text});
    QVERIFY(root);
    QCOMPARE(writeManifest(*root), text);
}

QTEST_GUILESS_MAIN(TestManifestText)
#include "tst_ManifestText.moc"
