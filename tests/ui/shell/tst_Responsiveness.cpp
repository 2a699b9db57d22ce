// SPDX-License-Identifier: Apache-2.0
// The window stays alive: while a look never answers, while a step floods, and until its first paint nothing is asked.
#include "tests/ui/WindowBench.h"

#include <QElapsedTimer>
#include <QPlainTextEdit>
#include <QTimer>

using namespace windsock;

namespace {
// The longest time that the event loop did not come back to a timer which is due all the time.
class Pulse : public QObject
{
public:
    Pulse()
    {
        m_since.start();
        startTimer(0);
    }
    qint64 longest() const { return m_longest; }
    int beats() const { return m_beats; }

protected:
    void timerEvent(QTimerEvent *) override
    {
        m_longest = qMax(m_longest, m_since.restart());
        ++m_beats;
    }

private:
    QElapsedTimer m_since;
    qint64 m_longest = 0;
    int m_beats = 0;
};

// 50 ms is the aim on a machine of its own; shared test machines get room. WINDSOCK_UI_GAP_MS sets another.
qint64 longestAllowed()
{
    const int wanted = qEnvironmentVariableIntValue("WINDSOCK_UI_GAP_MS");
    return wanted > 0 ? wanted : 400;
}
} // namespace

class tst_Responsiveness : public QObject
{
    Q_OBJECT
private slots:
    void firstPaintAsksNothing()
    {
        WindowBench bench;
        int asked = 0;
        bench.services->doctor = [&asked] {
            ++asked;
            return ready(DoctorRows());
        };
        bench.window = std::make_unique<MainWindow>(*bench.services);
        bench.window->grab(); // paints
        QCOMPARE(asked, 0);
        QVERIFY(bench.runner.commands().isEmpty());
    }

    void aLookThatNeverAnswersBlocksNothing()
    {
        WindowBench bench;
        bench.world.probeHangs = true;
        bench.show();
        bench.openWorkspace();
        QCOMPARE(bench.world.probes, 1);
        QCOMPARE(bench.text("state"), QStringLiteral("Not known yet"));
        Pulse pulse;
        QTest::keyClick(bench.window.get(), Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY(bench.isShown("page.settings"));
        bench.window->showPage("cluster");
        QTRY_VERIFY(pulse.beats() > 200);
        qInfo() << "longest gap" << pulse.longest() << "ms";
        QVERIFY2(pulse.longest() <= longestAllowed(), qPrintable(QString::number(pulse.longest())));
        bench.world.hungProbes.first().resolve(stoppedCluster());
        QTRY_COMPARE(bench.text("state"), QStringLiteral("Stopped"));
    }

    void aFloodOfOutputBlocksNothing()
    {
        WindowBench bench;
        bench.show();
        bench.openWorkspace();
        bench.click("cluster.start.button");
        QTRY_VERIFY(bench.world.isAtWork("check"));
        Pulse pulse;
        auto *output = bench.find<QPlainTextEdit>("output");
        int sent = 0;
        QTimer flood;
        connect(&flood, &QTimer::timeout, this, [&] {
            for (int line = 0; line < 200; ++line)
                emit bench.world.contexts["check"]->lineWritten(
                    {StepLine::Kind::Out, "line " + QByteArray::number(++sent) + QByteArray(80, 'x')});
        });
        flood.start(5);
        QTRY_VERIFY_WITH_TIMEOUT(sent >= 20000, 60000);
        flood.stop();
        QTRY_VERIFY_WITH_TIMEOUT(output->toPlainText().contains("line " + QString::number(sent)), 30000);
        QVERIFY(output->blockCount() <= 5000);
        qInfo() << "longest gap" << pulse.longest() << "ms";
        QVERIFY2(pulse.longest() <= longestAllowed(), qPrintable(QString::number(pulse.longest())));
    }
};

QTEST_MAIN(tst_Responsiveness)
#include "tst_Responsiveness.moc"
