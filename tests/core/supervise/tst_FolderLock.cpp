// SPDX-License-Identifier: Apache-2.0
// One owner per folder, whatever happens to it. This program plays the other owner, too: with --hold it takes the lock and waits.
#include "core/supervise/FolderLock.h"

#include "tests/support/Await.h"
#include "tests/support/FakeTools.h"

#include <QDir>
#include <QProcess>
#include <QTest>

#include <atomic>
#include <csignal>
#include <thread>
#include <unistd.h>

using namespace windsock;

class TestFolderLock : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_folder = std::make_unique<TempWorkspace>(), m_file = m_folder->path("supervisor.lock"); }
    void oneOwner();
    void movedOwner();
    void nobodyAndNothing();
    void noFolder();
    void linkIsNotFollowed();
    void lookingDoesNotKeepItFromAnybody();
    void killedOwnerLeavesNoLock();
    void childrenDoNotInheritIt();
    void folderMadeAnew();

private:
    std::unique_ptr<TempWorkspace> m_folder;
    QString m_file;
};

void TestFolderLock::oneOwner()
{
    auto first = FolderLock::take(m_file);
    QVERIFY(first && first->isTaken());
    QVERIFY(FolderLock::isHeld(m_file));
    QCOMPARE(FolderLock::holder(m_file), std::optional(qint64(getpid())));
    const auto second = FolderLock::take(m_file);
    QVERIFY(!second);
    QCOMPARE(second.error().code, Error::Code::Conflict);
    QVERIFY(second.error().why.contains(QString::number(getpid())));
    first->release();
    QVERIFY(!FolderLock::isHeld(m_file));
    QVERIFY(!FolderLock::holder(m_file));
    QVERIFY(QFile::exists(m_file)); // never removed
    QVERIFY(FolderLock::take(m_file));
}

void TestFolderLock::movedOwner()
{
    FolderLock kept;
    {
        auto taken = FolderLock::take(m_file);
        QVERIFY(taken);
        kept = std::move(*taken);
    }
    QVERIFY(kept.isTaken() && FolderLock::isHeld(m_file));
    kept = FolderLock();
    QVERIFY(!FolderLock::isHeld(m_file));
}

void TestFolderLock::nobodyAndNothing()
{
    QVERIFY(!FolderLock::isHeld(m_file));
    QVERIFY(!QFile::exists(m_file)); // looking makes no file
    m_folder->write("supervisor.lock", "no number");
    QVERIFY(!FolderLock::isHeld(m_file));
    QVERIFY(FolderLock::take(m_file));
}

void TestFolderLock::noFolder()
{
    const auto lock = FolderLock::take(m_folder->path("none/supervisor.lock"));
    QVERIFY(!lock);
    QCOMPARE(lock.error().code, Error::Code::BadInput);
    QVERIFY(!lock.error().why.isEmpty());
}

void TestFolderLock::linkIsNotFollowed()
{
    const QString target = m_folder->write("precious", "text");
    QVERIFY(QFile::link(target, m_file));
    QVERIFY(!FolderLock::take(m_file));
    QCOMPARE(m_folder->read("precious"), QByteArray("text"));
}

void TestFolderLock::lookingDoesNotKeepItFromAnybody()
{
    QVERIFY(FolderLock::take(m_file));
    std::atomic<bool> stop = false;
    std::thread looker([&] {
        while (!stop)
            FolderLock::isHeld(m_file);
    });
    int failures = 0;
    for (int attempt = 0; attempt < 300; ++attempt)
        failures += !FolderLock::take(m_file);
    stop = true;
    looker.join();
    QCOMPARE(failures, 0);
}

void TestFolderLock::killedOwnerLeavesNoLock()
{
    QProcess owner;
    owner.start(QCoreApplication::applicationFilePath(), {"--hold", m_file});
    QTRY_VERIFY_WITH_TIMEOUT(FolderLock::isHeld(m_file), 20000);
    QTRY_COMPARE(FolderLock::holder(m_file), std::optional(owner.processId()));
    QVERIFY(!FolderLock::take(m_file));
    ::kill(pid_t(owner.processId()), SIGKILL);
    QTRY_COMPARE(owner.state(), QProcess::NotRunning);
    QVERIFY(FolderLock::take(m_file));
}

void TestFolderLock::childrenDoNotInheritIt()
{
    FakeTools fake(QStringLiteral(BUILD_ROOT "/faketools"), "on *\nout ready\nhang\n");
    auto lock = FolderLock::take(m_file);
    QVERIFY(lock);
    bool ready = false;
    const Cancel cancel;
    const auto child = fake.runner().run(
        {.tool = Tool::Kind}, [&ready](Channel, QByteArrayView) { ready = true; }, cancel);
    QTRY_VERIFY_WITH_TIMEOUT(ready, 20000);
    lock->release();
    QVERIFY(!FolderLock::isHeld(m_file));
    cancel.request();
    QVERIFY(await(child).error().isCancel());
}

void TestFolderLock::folderMadeAnew()
{
    const QString file = m_folder->makeFolder("state") + "/supervisor.lock";
    auto old = FolderLock::take(file);
    QVERIFY(old);
    QVERIFY(QDir(m_folder->path("state")).removeRecursively());
    m_folder->makeFolder("state");
    QVERIFY(FolderLock::take(file)); // of another folder with the same path
}

namespace {
int hold(QCoreApplication &app, const QString &file)
{
    const auto lock = FolderLock::take(file);
    return lock ? app.exec() : 1;
}
} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (app.arguments().value(1) == "--hold")
        return hold(app, app.arguments().value(2));
    TestFolderLock test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_FolderLock.moc"
