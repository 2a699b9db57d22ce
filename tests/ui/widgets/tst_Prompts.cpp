// SPDX-License-Identifier: Apache-2.0
// Each question is answered exactly once, however its dialog goes away; never after whoever asked has gone.
#include "ui/widgets/Prompts.h"

#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QTest>

#include <memory>

using namespace windsock;

class tst_Prompts : public QObject
{
    Q_OBJECT
private:
    DialogPrompts m_prompts;
    std::unique_ptr<QWidget> m_parent;
    QList<bool> m_answers;

    QMessageBox *ask()
    {
        const Question question{"Title", "Shall it go?", "Then it is gone", "Remove", "Keep", true};
        m_prompts.ask(question, m_parent.get(), [this](bool yes) { m_answers.append(yes); });
        return m_parent->findChild<QMessageBox *>();
    }
    static void press(const QMessageBox &box, const QString &text)
    {
        for (QAbstractButton *button : box.buttons()) {
            if (button->text() == text)
                return QTest::mouseClick(button, Qt::LeftButton);
        }
        QFAIL("there is no such button");
    }

private slots:
    void init()
    {
        m_answers.clear();
        m_parent = std::make_unique<QWidget>();
        m_parent->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_parent.get()));
    }

    void yes()
    {
        press(*ask(), QStringLiteral("Remove"));
        QTRY_COMPARE(m_answers, QList<bool>{true});
    }

    void no()
    {
        press(*ask(), QStringLiteral("Keep"));
        QTRY_COMPARE(m_answers, QList<bool>{false});
    }

    void escape()
    {
        QTest::keyClick(ask(), Qt::Key_Escape);
        QTRY_COMPARE(m_answers, QList<bool>{false});
    }

    void theTitleBar()
    {
        const QPointer<QMessageBox> box = ask();
        box->close();
        QTRY_COMPARE(m_answers, QList<bool>{false});
        QTRY_VERIFY(!box); // and it goes
        QCOMPARE(m_answers.size(), 1);
    }

    void nobodyIsLeftToHear()
    {
        ask();
        m_parent.reset();
        QCoreApplication::processEvents();
        QVERIFY(m_answers.isEmpty());
    }
};

QTEST_MAIN(tst_Prompts)
#include "tst_Prompts.moc"
