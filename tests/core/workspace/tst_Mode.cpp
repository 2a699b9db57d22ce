// SPDX-License-Identifier: Apache-2.0
// The words of the places to run: each is found again by its name, told to people in words of its own, and only the usual
// one goes without saying.
#include "core/workspace/Mode.h"

#include <QSet>
#include <QtTest>

using namespace windsock;

class tst_Mode : public QObject
{
    Q_OBJECT
private slots:
    void namesComeBack();
    void eachHasWordsOfItsOwn();
    void onlyTheFirstPlaceGoesWithoutSaying();
};

void tst_Mode::namesComeBack()
{
    for (const Mode mode : allModes())
        QCOMPARE(modeFromName(modeName(mode)), std::optional(mode));
    QVERIFY(!modeFromName(QStringLiteral("moon")) && !modeFromName(QString()));
}

void tst_Mode::eachHasWordsOfItsOwn()
{
    QSet<QString> names, titles, summaries;
    for (const Mode mode : allModes()) {
        names += modeName(mode);
        titles += modeTitle(mode);
        summaries += modeSummary(mode);
    }
    for (const QSet<QString> &words : {names, titles, summaries}) {
        QCOMPARE(words.size(), allModes().size());
        QVERIFY(!words.contains(QString()));
    }
}

void tst_Mode::onlyTheFirstPlaceGoesWithoutSaying()
{
    QVERIFY(!placesToRun().contains(Mode::Auto));
    for (const Mode mode : placesToRun())
        QCOMPARE(modeRemark(mode).isEmpty(), mode == placesToRun().first());
}

QTEST_GUILESS_MAIN(tst_Mode)
#include "tst_Mode.moc"
