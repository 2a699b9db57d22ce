// SPDX-License-Identifier: Apache-2.0
// Where sockets may lie, and where not.
#include "core/supervise/SocketPlace.h"

#include "core/supervise/SupervisorFolder.h"
#include "tests/support/TempWorkspace.h"

#include <QFile>
#include <QFileInfo>
#include <QLocalServer>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace windsock;

class TestSocketPlace : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_runtime = std::make_unique<QTemporaryDir>(), m_temporary = std::make_unique<QTemporaryDir>(); }
    void inTheRuntimeFolder();
    void inTheTemporaryFolder();
    void longPathsArePassedOver();
    void badFolders_data();
    void badFolders();
    void othersFolder();
    void ourSockets();
    void keys();

private:
    QString own(const QTemporaryDir &base) const { return base.path() + "/windsock-" + QString::number(geteuid()); }
    std::unique_ptr<QTemporaryDir> m_runtime, m_temporary;
};

void TestSocketPlace::inTheRuntimeFolder()
{
    const auto place = socketPlace("0123456789abcdef", {m_runtime->path(), m_temporary->path()});
    QVERIFY(place);
    QCOMPARE(*place, m_runtime->path() + "/windsock/0123456789abcdef");
    struct stat info = {};
    QCOMPARE(::stat(QFile::encodeName(m_runtime->path() + "/windsock").constData(), &info), 0);
    QCOMPARE(int(info.st_mode & 0777), 0700);
    QVERIFY(!QFile::exists(own(*m_temporary)));
    QCOMPARE(*socketPlace("0123456789abcdef", {m_runtime->path(), m_temporary->path()}), *place); // and again
}

void TestSocketPlace::inTheTemporaryFolder()
{
    for (const QString &none : {QString(), QString("relative"), m_runtime->path() + "/none"})
        QCOMPARE(*socketPlace("key", {none, m_temporary->path()}), own(*m_temporary) + "/key");
}

void TestSocketPlace::longPathsArePassedOver()
{
    const QString deep = m_runtime->path() + '/' + QString(100, 'd');
    QVERIFY(QDir().mkpath(deep));
    QCOMPARE(*socketPlace("key", {deep, m_temporary->path()}), own(*m_temporary) + "/key");
    // Bytes count, not letters.
    const QString wide = m_runtime->path() + '/' + QString(40, QChar(0xac00));
    QVERIFY(QDir().mkpath(wide));
    const auto none = socketPlace("key", {wide, deep});
    QVERIFY(!none);
    QCOMPARE(none.error().why.count("too long"), 2);
    QVERIFY(none.error().todo.contains("TMPDIR"));
}

void TestSocketPlace::badFolders_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"link", "file", "open to others", "readable by the group"})
        QTest::newRow(kind) << kind;
}

void TestSocketPlace::badFolders()
{
    QFETCH(QString, kind);
    const QString folder = own(*m_temporary);
    const QByteArray path = QFile::encodeName(folder);
    if (kind == "link") {
        QVERIFY(QDir().mkpath(m_temporary->path() + "/elsewhere"));
        QVERIFY(QFile::link(m_temporary->path() + "/elsewhere", folder));
    } else if (kind == "file") {
        QFile file(folder);
        QVERIFY(file.open(QIODevice::WriteOnly));
    } else {
        QCOMPARE(::mkdir(path.constData(), 0700), 0);
        QCOMPARE(::chmod(path.constData(), kind == "open to others" ? 0777 : 0750), 0);
    }
    const auto place = socketPlace("key", {{}, m_temporary->path()});
    QVERIFY(!place);
    QCOMPARE(place.error().code, Error::Code::BadInput);
    QVERIFY(place.error().why.contains(folder));
}

void TestSocketPlace::othersFolder()
{
    if (geteuid() != 0)
        QSKIP("Only root can give a folder away");
    const QByteArray path = QFile::encodeName(own(*m_temporary));
    QCOMPARE(::mkdir(path.constData(), 0700), 0);
    QCOMPARE(::chown(path.constData(), 4711, 4711), 0);
    QVERIFY(!socketPlace("key", {{}, m_temporary->path()}));
    // A runtime folder of somebody else, as after su.
    QCOMPARE(::chown(QFile::encodeName(m_runtime->path()).constData(), 4711, 4711), 0);
    QVERIFY(!socketPlace("key", {m_runtime->path(), m_temporary->path()}));
}

void TestSocketPlace::ourSockets()
{
    const QString path = m_runtime->path() + "/s";
    QVERIFY(!isOurSocket(path));
    QLocalServer server;
    QVERIFY(server.listen(path));
    QVERIFY(isOurSocket(path));
    QVERIFY(QFile::link(path, m_runtime->path() + "/link"));
    QVERIFY(!isOurSocket(m_runtime->path() + "/link"));
    QVERIFY(!isOurSocket(m_runtime->path()));
}

void TestSocketPlace::keys()
{
    const TempWorkspace folder;
    const SupervisorFolder one{QDir(folder.makeFolder("one"))}, two{QDir(folder.makeFolder("two"))};
    QCOMPARE(one.key().size(), 16);
    QVERIFY(one.key() != two.key());
    QVERIFY(QFile::link(folder.path("one"), folder.path("link")));
    QCOMPARE(SupervisorFolder{QDir(folder.path("link"))}.key(), one.key()); // one folder, one supervisor
}

QTEST_GUILESS_MAIN(TestSocketPlace)
#include "tst_SocketPlace.moc"
