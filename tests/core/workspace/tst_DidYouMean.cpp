// SPDX-License-Identifier: Apache-2.0
// Distances against their definition, and the words that windsock.yaml knows against every single slip of the hand.
#include "core/workspace/DidYouMean.h"

#include <QRandomGenerator>
#include <QTest>

using namespace windsock;

namespace {
const QStringList known{"cluster",   "chart",  "release",   "values",     "image",   "web",  "fastBoot", "mode",
                        "nodeImage", "config", "namespace", "dockerfile", "context", "port", "version"};

QStringList slips(const QString &word)
{
    QStringList all;
    for (qsizetype i = 0; i < word.size(); ++i) {
        all += word.left(i) + word.mid(i + 1);
        all += word.left(i) + u'x' + word.mid(i);
        all += word.left(i) + u'x' + word.mid(i + 1);
        if (i + 1 < word.size())
            all += word.left(i) + word[i + 1] + word[i] + word.mid(i + 2);
    }
    return all;
}
} // namespace

class tst_DidYouMean : public QObject
{
    Q_OBJECT
private slots:
    void measures_data();
    void measures();
    void isAMetric();
    void findsEverySlip();
    void staysSilent();
};

void tst_DidYouMean::measures_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<int>("distance");
    QTest::newRow("same") << "image"
                          << "image" << 0;
    QTest::newRow("case") << "fastboot"
                          << "fastBoot" << 0;
    QTest::newRow("empty") << ""
                           << "web" << 3;
    QTest::newRow("both empty") << ""
                                << "" << 0;
    QTest::newRow("missing") << "imge"
                             << "image" << 1;
    QTest::newRow("more") << "immage"
                          << "image" << 1;
    QTest::newRow("other") << "inage"
                           << "image" << 1;
    QTest::newRow("swapped") << "iamge"
                             << "image" << 1;
    QTest::newRow("two") << "kitten"
                         << "sitting" << 3;
    QTest::newRow("Hangul") << QString::fromUtf8("가나다") << QString::fromUtf8("가다") << 1;
}

void tst_DidYouMean::measures()
{
    QFETCH(QString, left);
    QFETCH(QString, right);
    QFETCH(int, distance);
    QCOMPARE(editDistance(left, right), distance);
    QCOMPARE(editDistance(right, left), distance);
}

void tst_DidYouMean::isAMetric()
{
    QRandomGenerator random(5);
    const auto word = [&random] {
        QString text;
        for (int i = random.bounded(9); i > 0; --i)
            text += QChar(u'a' + random.bounded(3));
        return text;
    };
    for (int round = 0; round < 3000; ++round) {
        const QString a = word();
        const QString b = word();
        const int distance = editDistance(a, b);
        QCOMPARE(distance == 0, a == b);
        QVERIFY(distance >= qAbs(a.size() - b.size()) && distance <= qMax(a.size(), b.size()));
        QVERIFY(editDistance(a + u'z', b + u'z') <= distance);
        QCOMPARE(editDistance(a + b, b), int(a.size()));
    }
}

void tst_DidYouMean::findsEverySlip()
{
    int rows = 0;
    for (const QString &word : known) {
        for (const QString &slip : slips(word)) {
            const QString found = nearestWord(slip, known);
            QVERIFY2(!found.isEmpty(), qPrintable(slip));
            QVERIFY2(editDistance(slip, found) <= editDistance(slip, word), qPrintable(slip + u' ' + found));
            ++rows;
        }
    }
    QVERIFY(rows > 300);
    QCOMPARE(nearestWord(QStringLiteral("name_space"), known), QStringLiteral("namespace"));
    QCOMPARE(nearestWord(QStringLiteral("NODEIMAGE"), known), QStringLiteral("nodeImage"));
}

void tst_DidYouMean::staysSilent()
{
    for (const QString &word : {QStringLiteral("replicas"), QStringLiteral("xyz"), QStringLiteral("q"), QString(), QString(5000, u'a')})
        QVERIFY2(nearestWord(word, known).isEmpty(), qPrintable(word.left(20)));
    QVERIFY(nearestWord(QStringLiteral("port"), {}).isEmpty());
}

QTEST_GUILESS_MAIN(tst_DidYouMean)
#include "tst_DidYouMean.moc"
