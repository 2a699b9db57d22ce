// SPDX-License-Identifier: Apache-2.0
// Lines of a component's log: the last ones, and new ones wherever they come from: a folder that is not there yet, or is made anew.
#include "core/backends/standalone/ComponentLogTail.h"
#include "tests/support/Await.h"
#include "tests/support/TempWorkspace.h"

#include <QDir>
#include <QTest>

using namespace windsock;

class tst_ComponentLogTail : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void theLastLines();
    void newLines();
    void beforeThereIsAFolder();
    void aFolderThatIsMadeAnew();
    void aFolderFarAbove();

private:
    QString file() const { return m_folder->path("state/ws/standalone/logs/web.log"); }
    void write(const QByteArray &lines) const
    {
        QDir().mkpath(m_folder->path("state/ws/standalone/logs"));
        QFile log(file());
        QVERIFY(log.open(QIODevice::Append));
        QCOMPARE(log.write(lines), lines.size());
    }
    Async<> tail(bool follow)
    {
        LogRequest request{.sourceId = "web", .follow = follow, .cancel = m_cancel};
        request.sink = [this](Channel, QByteArrayView line) { m_said += line.toByteArray() + '|'; };
        return ComponentLogTail::run(file(), request, &m_parent);
    }
    void removeFolder(const QString &name) const { QVERIFY(QDir(m_folder->path(name)).removeRecursively()); }

    std::unique_ptr<TempWorkspace> m_folder;
    QObject m_parent;
    QByteArray m_said;
    Cancel m_cancel;
};

void tst_ComponentLogTail::init()
{
    m_folder = std::make_unique<TempWorkspace>();
    m_said.clear();
    m_cancel = Cancel();
}

void tst_ComponentLogTail::cleanup()
{
    m_cancel.request();
    drainEvents();
}

void tst_ComponentLogTail::theLastLines()
{
    QVERIFY(await(tail(false))); // none yet
    write("one\ntwo");
    QVERIFY(await(tail(false)));
    QCOMPARE(m_said, QByteArray("one|two|"));
}

void tst_ComponentLogTail::newLines()
{
    write("one\n");
    const Async<> followed = tail(true);
    QCOMPARE(m_said, QByteArray("one|"));
    write("two\nthr");
    QTRY_COMPARE(m_said, QByteArray("one|two|"));
    write("ee\n");
    QTRY_COMPARE(m_said, QByteArray("one|two|three|"));
    m_cancel.request();
    QVERIFY(await(followed).error().isCancel());
}

void tst_ComponentLogTail::beforeThereIsAFolder()
{
    m_folder->makeFolder("state/ws");
    const Async<> followed = tail(true);
    drainEvents();
    write("first\n");
    QTRY_COMPARE(m_said, QByteArray("first|"));
    write("second\n");
    QTRY_COMPARE(m_said, QByteArray("first|second|"));
    QVERIFY(!followed.isFinished());
}

void tst_ComponentLogTail::aFolderThatIsMadeAnew()
{
    write("old\n");
    const Async<> followed = tail(true);
    QCOMPARE(m_said, QByteArray("old|"));
    removeFolder("state/ws/standalone"); // as a reset does
    drainEvents();
    write("new\n");
    QTRY_COMPARE(m_said, QByteArray("old|new|"));
    // At once, before anybody has looked.
    removeFolder("state/ws/standalone");
    write("newer\n");
    QTRY_COMPARE(m_said, QByteArray("old|new|newer|"));
    write("and on\n");
    QTRY_COMPARE(m_said, QByteArray("old|new|newer|and on|"));
    QVERIFY(!followed.isFinished());
}

void tst_ComponentLogTail::aFolderFarAbove()
{
    const Async<> followed = tail(true); // of the path only the temporary folder is there
    drainEvents();
    for (const char *step : {"state", "state/ws", "state/ws/standalone"}) {
        m_folder->makeFolder(QString::fromLatin1(step));
        drainEvents();
    }
    write("first\n");
    QTRY_COMPARE(m_said, QByteArray("first|"));
    QVERIFY(!followed.isFinished());
}

QTEST_GUILESS_MAIN(tst_ComponentLogTail)
#include "tst_ComponentLogTail.moc"
