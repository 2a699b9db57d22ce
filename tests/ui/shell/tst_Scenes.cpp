// SPDX-License-Identifier: Apache-2.0
// Every scene of the documentation's pictures: its widgets as text (golden), its accessibility, and that it fits.
#include "tests/support/Golden.h"
#include "tests/ui/WindowBench.h"
#include "ui/shell/SampleStage.h"
#include "ui/shell/Screenshots.h"
#include "ui/shell/Theme.h"

#include <QAccessible>
#include <QDialog>
#include <QPushButton>
#include <QRadioButton>

using namespace windsock;

class tst_Scenes : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<SampleStage> m_stage;
    const QFont m_usual = QApplication::font();
    qsizetype m_played = 0; // scenes on this stage
    bool m_large = false;

    // Plays the story up to this scene and waits until it stands. The scene before may still be there: then from that one on.
    void playTo(const QString &scene)
    {
        const QStringList scenes = SampleStage::scenes();
        if (!m_stage || m_played > scenes.indexOf(scene))
            raiseStage();
        while (m_played <= scenes.indexOf(scene)) {
            const QString each = scenes.at(m_played++);
            m_stage->play(each);
            QTRY_VERIFY2(m_stage->stands(), qPrintable(each));
        }
    }
    void raiseStage()
    {
        dropStage();
        m_theme = std::make_unique<Theme>(m_large ? ThemeChoice::Dark : ThemeChoice::Light);
        m_stage = std::make_unique<SampleStage>();
        if (m_large)
            m_stage->window().resize(1280, 800);
        m_stage->window().show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_stage->window()));
    }
    void dropStage()
    {
        m_stage.reset();
        m_played = 0;
    }
    // Text of double size and dark, or as usual: on another stage.
    void setLarge(bool large)
    {
        if (std::exchange(m_large, large) == large)
            return;
        dropStage();
        QFont font = m_usual;
        if (large)
            font.setPixelSize(26);
        QApplication::setFont(font);
    }
    QWidget *top() const
    {
        for (QDialog *dialog : m_stage->window().findChildren<QDialog *>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return &m_stage->window();
    }
    static void addScenes()
    {
        QTest::addColumn<QString>("scene");
        for (const QString &scene : SampleStage::scenes())
            QTest::newRow(qPrintable(scene)) << scene;
    }

private slots:
    void init() { QLocale::setDefault(QLocale::c()); }
    void cleanup()
    {
        if (QTest::currentTestFailed())
            dropStage(); // nobody knows how far it got
    }

    void textOfEveryWidget_data() { addScenes(); }
    void textOfEveryWidget()
    {
        QFETCH(QString, scene);
        playTo(scene);
        const QString file = QStringLiteral(TEST_DATA "/ui/%1.txt").arg(scene);
        QString difference, before;
        QTRY_VERIFY(std::exchange(before, dumpTree(*top())) == before); // new rows appear with the next turn of the loop
        QTRY_VERIFY2((difference = goldenDifference(file, dumpTree(*top()).toUtf8())).isEmpty(), qPrintable(difference));
    }

    void everyControlHasAName_data() { addScenes(); }
    void everyControlHasAName()
    {
        QFETCH(QString, scene);
        playTo(scene);
        QStringList nameless;
        for (QWidget *widget : top()->findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->objectName() == u"qt_scrollarea_viewport")
                continue;
            QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
            if (!spoken || spoken->text(QAccessible::Name).trimmed().isEmpty())
                nameless += QStringLiteral("%1 %2").arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName());
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    }

    // Alt with a letter that two controls claim presses neither: it only moves the focus.
    void everyLetterIsOneControls_data() { addScenes(); }
    void everyLetterIsOneControls()
    {
        QFETCH(QString, scene);
        playTo(scene);
        QHash<QKeySequence, QString> taken;
        for (const auto *button : top()->findChildren<QAbstractButton *>()) {
            const QKeySequence letter = QKeySequence::mnemonic(button->text());
            if (letter.isEmpty() || !button->isVisible() || !button->isEnabled() || button->window() != top())
                continue;
            QVERIFY2(!taken.contains(letter), qPrintable(button->text() + QStringLiteral(" and ") + taken.value(letter)));
            taken.insert(letter, button->text());
        }
    }
    void tabReachesEveryControl_data() { addScenes(); }
    void tabReachesEveryControl()
    {
        QFETCH(QString, scene);
        playTo(scene);
        QSet<QWidget *> wanted, reached;
        for (QWidget *widget : top()->findChildren<QWidget *>()) {
            const bool wants = widget->focusPolicy() & Qt::TabFocus && !widget->focusProxy();
            if (widget->isVisible() && widget->isEnabled() && wants && !qobject_cast<QRadioButton *>(widget))
                wanted += widget;
        }
        top()->activateWindow();
        for (QWidget *at = top()->nextInFocusChain(); at != top(); at = at->nextInFocusChain()) {
            if (at->window() == top())
                reached += at;
        }
        wanted.subtract(reached);
        QStringList missed;
        for (const QWidget *widget : wanted)
            missed += widget->objectName();
        QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u'\n')));
    }

    // Text of double size must neither push anything out of the window nor squeeze what can be pressed.
    void doubleTextFits_data() { addScenes(); }
    void doubleTextFits()
    {
        QFETCH(QString, scene);
        setLarge(true);
        playTo(scene);
        const QSize least = m_stage->window().minimumSizeHint();
        QVERIFY2(least.width() <= 1280 && least.height() <= 800,
                 qPrintable(QStringLiteral("%1 × %2").arg(least.width()).arg(least.height())));
        QCoreApplication::processEvents(); // new rows are laid out with the next turn of the loop
        for (const auto *button : top()->findChildren<QPushButton *>()) {
            const bool isWhole = !button->isVisible() || button->width() >= button->minimumSizeHint().width();
            QVERIFY2(isWhole, qPrintable(QStringLiteral("%1: %2").arg(button->objectName(), button->text())));
        }
    }

    void picturesAreWritten()
    {
        setLarge(false);
        dropStage();
        const QString folder = QStringLiteral(BUILD_ROOT "/screenshots");
        const QString wanted = qEnvironmentVariable("WINDSOCK_SCREENSHOT_FONT");
        const Async<> written = renderScreenshots(folder, {.fontFamily = wanted});
        QTRY_VERIFY_WITH_TIMEOUT(written.isFinished(), 60000);
        QVERIFY(written.result().has_value());
        const QImage light(folder + QStringLiteral("/running.png")), dark(folder + QStringLiteral("/running-dark.png"));
        QCOMPARE(light.size(), QSize(1280, 800));
        QVERIFY(light.pixelColor(1000, 780).lightness() > dark.pixelColor(1000, 780).lightness() + 100);
    }
};

QTEST_MAIN(tst_Scenes)
#include "tst_Scenes.moc"
