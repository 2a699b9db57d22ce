// SPDX-License-Identifier: Apache-2.0
// A child ends when the program that started it is killed with -9. This program plays that program, too: with --parent it
// starts a child and waits.
#include "tests/support/Await.h"
#include "tests/support/FakeTools.h"

#include <QProcess>
#include <QTest>

#include <csignal>

using namespace windsock;

class TestParentDeath : public QObject
{
    Q_OBJECT
private slots:
    void childGoesWithItsParent();
};

void TestParentDeath::childGoesWithItsParent()
{
#ifndef Q_OS_LINUX
    QSKIP("Only Linux tells a child of its parent's death");
#endif
    FakeTools fake(QStringLiteral(BUILD_ROOT "/faketools"), "on *\nout ready\nhang\n");
    QProcess parent;
    QByteArray said;
    connect(&parent, &QProcess::readyRead, this, [&] { said += parent.readAll(); });
    parent.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--parent")});
    QTRY_VERIFY_WITH_TIMEOUT(said.contains("ready"), 20000);
    const qint64 child = fake.calls().first().value(QStringLiteral("pid")).toInt();
    QVERIFY(processLives(child));
    ::kill(pid_t(parent.processId()), SIGKILL);
    QTRY_VERIFY(!processLives(child));
    QTRY_COMPARE(parent.state(), QProcess::NotRunning);
}

namespace {
int beParent(QCoreApplication &app)
{
    ToolFinder finder({.ownFolder = QStringLiteral(BUILD_ROOT "/faketools")});
    const Redactor redactor;
    ProcessRunner runner(finder, redactor);
    const LineSink sink = [](Channel, QByteArrayView line) { printf("%s\n", line.toByteArray().constData()), fflush(stdout); };
    const auto future = runner.run({.tool = Tool::Kind, .limit = std::chrono::seconds(60)}, sink);
    whenDone(future, &app, [&app](const Result<CommandOutput> &) { app.exit(1); });
    return app.exec();
}
} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (app.arguments().contains(QStringLiteral("--parent")))
        return beParent(app);
    TestParentDeath test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_ParentDeath.moc"
