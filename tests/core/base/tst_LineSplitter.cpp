// SPDX-License-Identifier: Apache-2.0
// Lines are the same however the bytes arrive.
#include "core/base/LineSplitter.h"

#include <QRandomGenerator>
#include <QTest>

using namespace windsock;

namespace {
QByteArrayList split(const QByteArray &bytes, const QList<qsizetype> &cuts, qsizetype longest = 64 * 1024)
{
    QByteArrayList lines;
    LineSplitter splitter([&lines](QByteArrayView line) { lines += line.toByteArray(); }, longest);
    qsizetype from = 0;
    for (const qsizetype cut : cuts) {
        splitter.push(QByteArrayView(bytes).sliced(from, cut - from));
        from = cut;
    }
    splitter.push(QByteArrayView(bytes).sliced(from));
    splitter.finish();
    return lines;
}
} // namespace

class TestLineSplitter : public QObject
{
    Q_OBJECT
private slots:
    void lines_data();
    void lines();
    void everySingleCut_data() { lines_data(); }
    void everySingleCut();
    void byteByByte_data() { lines_data(); }
    void byteByByte();
    void randomBytesRandomCuts();
    void longLinesAreCutTheSameWay();
    void restIsBounded();
};

void TestLineSplitter::lines_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArrayList>("expected");
    QTest::newRow("nothing") << QByteArray() << QByteArrayList{};
    QTest::newRow("one") << QByteArray("a\n") << QByteArrayList{"a"};
    QTest::newRow("no end") << QByteArray("a\nb") << QByteArrayList{"a", "b"};
    QTest::newRow("empty lines") << QByteArray("\n\na\n\n") << QByteArrayList{"", "", "a", ""};
    QTest::newRow("windows") << QByteArray("a\r\nb\r\n") << QByteArrayList{"a", "b"};
    QTest::newRow("progress") << QByteArray("10 %\r20 %\rdone\n") << QByteArrayList{"10 %", "20 %", "done"};
    QTest::newRow("return twice") << QByteArray("a\r\r\nb\n") << QByteArrayList{"a", "", "b"};
    QTest::newRow("newline, return") << QByteArray("a\n\rb") << QByteArrayList{"a", "", "b"};
    QTest::newRow("return at the end") << QByteArray("a\r") << QByteArrayList{"a"};
    QTest::newRow("umlaut and nul") << QByteArray("gr\xc3\xbc\xc3\x9f\0e\n", 9) << QByteArrayList{QByteArray("gr\xc3\xbc\xc3\x9f\0e", 8)};
}

void TestLineSplitter::lines()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArrayList, expected);
    QCOMPARE(split(bytes, {}), expected);
}

void TestLineSplitter::everySingleCut()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArrayList, expected);
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut)
        QCOMPARE(split(bytes, {cut}), expected);
}

void TestLineSplitter::byteByByte()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArrayList, expected);
    QList<qsizetype> cuts;
    for (qsizetype at = 0; at < bytes.size(); ++at)
        cuts += at;
    QCOMPARE(split(bytes, cuts), expected);
}

void TestLineSplitter::randomBytesRandomCuts()
{
    QRandomGenerator random(20250115);
    for (int round = 0; round < 1000; ++round) {
        QByteArray bytes;
        for (int at = random.bounded(60); at > 0; --at)
            bytes += "ab\n\r"[random.bounded(4)];
        QList<qsizetype> cuts;
        for (int at = random.bounded(10); at > 0; --at)
            cuts += random.bounded(int(bytes.size()) + 1);
        std::sort(cuts.begin(), cuts.end());
        const qsizetype longest = 1 + random.bounded(8);
        QCOMPARE(split(bytes, cuts), split(bytes, {}));
        QCOMPARE(split(bytes, cuts, longest), split(bytes, {}, longest));
    }
}

void TestLineSplitter::longLinesAreCutTheSameWay()
{
    QCOMPARE(split("abcdefgh\nij\n", {}, 3), QByteArrayList({"abc", "def", "gh", "ij"}));
    QCOMPARE(split("abcdef\n", {}, 3), QByteArrayList({"abc", "def"})); // no empty line after an exact fit
    QCOMPARE(split("abc", {3}, 3), QByteArrayList({"abc"}));
}

void TestLineSplitter::restIsBounded()
{
    qsizetype longest = 0, total = 0;
    LineSplitter splitter([&](QByteArrayView line) { longest = std::max(longest, line.size()), total += line.size(); });
    const QByteArray block(1000 * 1000, 'x');
    for (int round = 0; round < 20; ++round)
        splitter.push(block);
    QCOMPARE(longest, 64 * 1024);
    QVERIFY(total > 20 * 1000 * 1000 - 64 * 1024 - 1);
}

QTEST_GUILESS_MAIN(TestLineSplitter)
#include "tst_LineSplitter.moc"
