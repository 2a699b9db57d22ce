// SPDX-License-Identifier: Apache-2.0
// Every text of the window can be read on every ground that it stands on, light and dark.
#include "ui/shell/Theme.h"
#include "ui/widgets/Tokens.h"

#include <QTest>

using namespace windsock;

class tst_Tokens : public QObject
{
    Q_OBJECT
private slots:
    void contrastIsAsDefined()
    {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
        QVERIFY(qAbs(contrast(QColor(0x777777), QColor(0xffffff)) - 4.48) < 0.01); // the well-known grey that just fails
    }

    void texts_data()
    {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<double>("least");
        for (const auto &[name, tokens] : {std::pair("light", &Tokens::light()), std::pair("dark", &Tokens::dark())}) {
            const Tokens &t = *tokens;
            const QList<std::pair<const char *, QColor>> grounds{{"window", t.window},         {"panel", t.panel},
                                                                 {"navigation", t.navigation}, {"code", t.code},
                                                                 {"selection", t.selection},   {"hover", t.hover}};
            const QList<std::pair<const char *, QColor>> texts{{"text", t.text}, {"dim", t.dim}, {"accentText", t.accentText}};
            for (const auto &[groundName, ground] : grounds) {
                for (const auto &[textName, text] : texts)
                    QTest::addRow("%s %s on %s", name, textName, groundName) << text << ground << 4.5;
            }
            for (const Tone tone : {Tone::Neutral, Tone::Info, Tone::Good, Tone::Warning, Tone::Bad}) {
                QTest::addRow("%s tone %d on its ground", name, int(tone)) << t.ink(tone) << t.soft(tone) << 4.5;
                QTest::addRow("%s tone %d on a panel", name, int(tone)) << t.ink(tone) << t.panel << 4.5;
                QTest::addRow("%s text on tone %d", name, int(tone)) << t.text << t.soft(tone) << 4.5;
            }
            QTest::addRow("%s primary button", name) << t.onAccent << t.accentFill << 4.5;
            QTest::addRow("%s disabled primary button", name) << t.dim << t.neutralSoft << 4.5;
            for (const auto &[groundName, ground] : grounds) // shapes: 3:1
                QTest::addRow("%s focus on %s", name, groundName) << t.accent << ground << 3.0;
            QTest::addRow("%s outline of inputs", name) << t.field << t.panel << 3.0;
            QTest::addRow("%s primary button on the bar", name) << t.accentFill << t.panel << 3.0;
        }
    }
    void texts()
    {
        QFETCH(QColor, text);
        QFETCH(QColor, ground);
        QFETCH(double, least);
        QVERIFY2(contrast(text, ground) >= least, qPrintable(QString::number(contrast(text, ground))));
    }

    void tokensAreFoundByTheirPalette()
    {
        QCOMPARE(&Tokens::of(paletteOf(Tokens::light())), &Tokens::light());
        QCOMPARE(&Tokens::of(paletteOf(Tokens::dark())), &Tokens::dark());
    }

    void everyWordOfTheRulesIsReplaced()
    {
        QVERIFY(!styleRules(Tokens::light()).contains(u'@'));
        QVERIFY(!styleRules(Tokens::dark()).contains(u'@'));
    }
};

QTEST_MAIN(tst_Tokens)
#include "tst_Tokens.moc"
