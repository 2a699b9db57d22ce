// SPDX-License-Identifier: Apache-2.0
// Output comes in batches, stays bounded, follows its end until the user scrolls up.
#include "ui/widgets/OutputView.h"

#include <QScrollBar>
#include <QTest>

using namespace windsock;

class tst_OutputView : public QObject
{
    Q_OBJECT
private slots:
    void showsLinesInOrder()
    {
        OutputView view(QStringLiteral("v"));
        view.show({{StepLine::Kind::Command, {}, QStringLiteral("helm list")},
                   {StepLine::Kind::Out, QStringLiteral("12:00:01"), QStringLiteral("none")}});
        QCOMPARE(view.toPlainText(), QStringLiteral("$ helm list\n12:00:01  none"));
        view.append({StepLine::Kind::Out, {}, QString()});
        view.append({StepLine::Kind::Out, {}, QStringLiteral("<b>no markup</b>")});
        QTRY_COMPARE(view.toPlainText(), QStringLiteral("$ helm list\n12:00:01  none\n\n<b>no markup</b>"));
    }

    void staysBounded()
    {
        OutputView view(QStringLiteral("v"));
        const int many = 4 * OutputView::mostLines;
        for (int at = 0; at < many; ++at)
            view.append({StepLine::Kind::Out, {}, QString::number(at)});
        QTRY_COMPARE(view.toPlainText().section(u'\n', -1), QString::number(many - 1));
        QVERIFY(view.blockCount() <= OutputView::mostLines);
    }

    void cutsEndlessLines()
    {
        OutputView view(QStringLiteral("v"));
        view.show({{StepLine::Kind::Out, {}, QString(10'000'000, u'x')}});
        QVERIFY(view.toPlainText().size() < 10'000);
    }

    void followsTheEndUnlessScrolledUp()
    {
        OutputView view(QStringLiteral("v"));
        view.resize(400, 200);
        view.QWidget::show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        for (int at = 0; at < 300; ++at)
            view.append({StepLine::Kind::Out, {}, QString::number(at)});
        QTRY_COMPARE(view.blockCount(), 300);
        QScrollBar *bar = view.verticalScrollBar();
        QTRY_COMPARE(bar->value(), bar->maximum());
        bar->setValue(10);
        view.append({StepLine::Kind::Out, {}, QStringLiteral("more")});
        QTRY_COMPARE(view.blockCount(), 301);
        QCOMPARE(bar->value(), 10);
    }
};

QTEST_MAIN(tst_OutputView)
#include "tst_OutputView.moc"
