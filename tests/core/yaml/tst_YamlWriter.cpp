// SPDX-License-Identifier: Apache-2.0
// What is written is read back as the same tree, with text still text and numbers still numbers.
#include "core/yaml/YamlDocument.h"
#include "core/yaml/YamlTree.h"
#include "core/yaml/YamlWriter.h"

#include <QRandomGenerator>
#include <QTest>

using namespace windsock;

namespace {
// The tree as one line that tells kinds apart.
QString shape(const YAML::Node &node)
{
    if (yaml::isNull(node))
        return QStringLiteral("null");
    if (node.IsScalar())
        return (yaml::isPlain(node) ? QStringLiteral("plain ") : QStringLiteral("text ")) + yaml::scalar(node);
    QStringList parts;
    for (const yaml::Pair &pair : yaml::pairs(node))
        parts += yaml::scalar(pair.key) + QStringLiteral(" = ") + shape(pair.value);
    for (std::size_t i = 0; node.IsSequence() && i < node.size(); ++i)
        parts += shape(node[i]);
    return (node.IsMap() ? u'{' : u'[') + parts.join(u';') + u'}';
}

YAML::Node randomTree(QRandomGenerator &random, int depth)
{
    static const QStringList texts{"true",        "8080",       "null", "~",   "",   " a ", "two words", "a: b", "- x", "#no",
                                   "line\nbreak", "\"quoted\"", "한국", "{x}", "\t", "\\",  "2.10",      "@a",   "%"};
    const int kind = depth > 4 ? 0 : random.bounded(4);
    if (kind == 0)
        return yaml::quoted(texts[random.bounded(int(texts.size()))]);
    if (kind == 1)
        return YAML::Load(random.bounded(2) ? "12" : "yes");
    YAML::Node node(kind == 2 ? YAML::NodeType::Map : YAML::NodeType::Sequence);
    for (int i = random.bounded(4); i > 0; --i) {
        if (kind == 2)
            node.force_insert(yaml::quoted(QString::number(i) + texts[random.bounded(int(texts.size()))]), randomTree(random, depth + 1));
        else
            node.push_back(randomTree(random, depth + 1));
    }
    return node;
}
} // namespace

class tst_YamlWriter : public QObject
{
    Q_OBJECT
private slots:
    void looksLikeAPersonWroteIt();
    void isReadBackTheSame();
    void copiesAreIndependent();
};

void tst_YamlWriter::looksLikeAPersonWroteIt()
{
    const QByteArray text = "kind: Cluster\nnodes:\n  - role: control-plane\n    labels:\n      tier: \"true\"\n    extraMounts:\n      - "
                            "hostPath: /a\n        readOnly: true\n"
                            "empty: {}\nnone: []\nnothing: null\ntext: \"two words\"\n";
    const Result<YamlDocument> document = YamlDocument::parse(text, "a");
    QVERIFY(document);
    QCOMPARE(yaml::write(document->root()), text);
    QCOMPARE(yaml::write(YAML::Node()), QByteArray("null\n"));
}

void tst_YamlWriter::isReadBackTheSame()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 1000; ++round) {
        const YAML::Node tree = randomTree(random, 0);
        const QByteArray written = yaml::write(tree);
        const Result<YamlDocument> again = YamlDocument::parse(written, "a");
        QVERIFY2(again, written.constData());
        QCOMPARE(shape(again->root()), shape(tree));
        QCOMPARE(shape(yaml::deepCopy(tree)), shape(tree));
        QCOMPARE(yaml::write(again->root()), written);
    }
}

void tst_YamlWriter::copiesAreIndependent()
{
    const Result<YamlDocument> document = YamlDocument::parse("one: &a {x: 1}\ntwo: *a\nthree: {<<: *a, y: 2}\n", "a");
    YAML::Node copy = yaml::deepCopy(document->root());
    copy["one"]["x"] = 5;
    QCOMPARE(yaml::write(copy), QByteArray("one:\n  x: 5\ntwo:\n  x: 1\nthree:\n  y: 2\n  x: 1\n"));
    QCOMPARE(document->integer({"one", "x"}), 1);
}

QTEST_GUILESS_MAIN(tst_YamlWriter)
#include "tst_YamlWriter.moc"
