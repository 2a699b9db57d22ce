// SPDX-License-Identifier: Apache-2.0
// Ending processes of real programs that do not want to end.
#include "core/supervise/ProcessSweep.h"

#include "core/supervise/Leftovers.h"
#include "tests/support/Await.h"
#include "tests/support/FakeTools.h"

#include <QElapsedTimer>
#include <QTest>

using namespace windsock;
using namespace std::chrono_literals;

namespace {
const QString tools = QStringLiteral(BUILD_ROOT "/faketools");
} // namespace

class TestProcessSweep : public QObject
{
    Q_OBJECT
private slots:
    void nothingToDo();
    void ends_data();
    void ends();
    void knownOnesWhoseTiesAreCut();
    void contextGoes();
    void othersAreNotTouched();

private:
    // A program that leaves helpers and ends; what it said.
    QByteArray leave(FakeTools &fake, const QString &mark)
    {
        Command command{.tool = Tool::Kind};
        command.environment[markVariable] = mark;
        const auto output = await(fake.runner().run(command));
        return output ? output->out : output.error().report().toUtf8();
    }
    QList<ProcessIdentity> marked() const { return belonging({{}, m_mark}, processesOfThisUser()); }

    const QString m_markText = "sweep-" + QString::number(QCoreApplication::applicationPid()) + ":web";
    const QByteArray m_mark = m_markText.toUtf8();
    SystemClock m_clock;
};

void TestProcessSweep::nothingToDo()
{
    const auto result = await(ProcessSweep::run({.look = [] { return QList<ProcessIdentity>(); }}, m_clock, this));
    QVERIFY(result);
    QCOMPARE(*result, 0);
}

void TestProcessSweep::ends_data()
{
    QTest::addColumn<QByteArray>("scenario");
    QTest::addColumn<int>("least");
    QTest::addColumn<bool>("kills");
    QTest::newRow("obeys") << QByteArray("on *\ngrandchild 30\nsleep 50\n") << 1 << false;
    QTest::newRow("left its session") << QByteArray("on *\ngrandchild 30 session\ngrandchild 30\nsleep 50\n") << 2 << false;
    QTest::newRow("ignores TERM") << QByteArray("on *\ngrandchild 30 ignore session\nsleep 50\n") << 1 << true;
    QTest::newRow("forks for ever and ignores TERM") << QByteArray("on *\nrelay 50\nsleep 50\n") << 1 << true;
}

void TestProcessSweep::ends()
{
    QFETCH(QByteArray, scenario);
    QFETCH(int, least);
    QFETCH(bool, kills);
    FakeTools fake(tools, scenario);
    leave(fake, m_markText);
    QVERIFY(marked().size() >= least);
    QElapsedTimer time;
    time.start();
    const auto result = await(ProcessSweep::run({.look = [this] { return marked(); }, .grace = 500ms}, m_clock, this));
    QVERIFY2(result, result ? "" : qPrintable(result.error().report()));
    QVERIFY(*result >= least);
    QVERIFY(marked().isEmpty());
    QVERIFY2(kills == (time.elapsed() >= 500), qPrintable(QString::number(time.elapsed())));
}

void TestProcessSweep::knownOnesWhoseTiesAreCut()
{
    FakeTools fake(tools, "on *\ngrandchild 30 session\nsleep 50\n");
    leave(fake, m_markText);
    const auto known = marked();
    QCOMPARE(known.size(), 1);
    const auto blind = [] { return QList<ProcessIdentity>(); };
    QCOMPARE(*await(ProcessSweep::run({.look = blind, .known = known}, m_clock, this)), 1);
    QVERIFY(!isAlive(known.first()));
}

void TestProcessSweep::contextGoes()
{
    FakeTools fake(tools, "on *\ngrandchild 30 ignore\nsleep 50\n");
    leave(fake, m_markText);
    auto context = std::make_unique<QObject>();
    const auto future = ProcessSweep::run({.look = [this] { return marked(); }, .grace = 60s}, m_clock, context.get());
    context.reset();
    QVERIFY(await(future).error().isCancel());
    QVERIFY(await(ProcessSweep::run({.look = [this] { return marked(); }, .grace = 0ms}, m_clock, this)));
}

void TestProcessSweep::othersAreNotTouched()
{
    FakeTools fake(tools, "on *\ngrandchild 30\nsleep 50\n");
    const QByteArray other = leave(fake, m_markText + "-other");
    leave(fake, m_markText);
    QCOMPARE(*await(ProcessSweep::run({.look = [this] { return marked(); }}, m_clock, this)), 1);
    const auto left = belonging({{}, m_mark + "-other"}, processesOfThisUser());
    QVERIFY2(left.size() == 1, other.constData());
    QVERIFY(await(ProcessSweep::run({.look = [] { return QList<ProcessIdentity>(); }, .known = left}, m_clock, this)));
}

QTEST_GUILESS_MAIN(TestProcessSweep)
#include "tst_ProcessSweep.moc"
