// SPDX-License-Identifier: Apache-2.0
// Reading and writing small files: bad input gives errors that name it, a write is whole or not at all.
#include "core/base/FileText.h"

#include "tests/support/TempWorkspace.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace windsock;

namespace {
// root may do everything: as long as this lives, the program is nobody.
struct AsNobody
{
    AsNobody()
    {
        if (m_isRoot && ::seteuid(65534) != 0)
            qFatal("The test cannot become another user");
    }
    ~AsNobody()
    {
        if (m_isRoot && ::seteuid(0) != 0)
            qFatal("The test cannot become root again");
    }
    const bool m_isRoot = ::geteuid() == 0;
};
} // namespace

class TestFileText : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void readsBack();
    void badInput_data();
    void badInput();
    void unreadable();
    void largestFits();
    void writesAtomically();
    void permissions();
    void cannotWrite_data();
    void cannotWrite();
    void keepsTheFileWhenTheFolderIsClosed();

private:
    TempWorkspace m_folder;
};

void TestFileText::initTestCase()
{
    // So that nobody, whose group is still root's, may pass through.
    QVERIFY(QFile::setPermissions(m_folder.path(), ownerOnly | QFileDevice::ExeOwner | QFileDevice::ExeGroup | QFileDevice::ExeOther));
}

void TestFileText::readsBack()
{
    const QByteArray bytes("a\r\nb\0\xff", 6);
    const QString file = m_folder.path(QStringLiteral("new/deep/file.yaml"));
    QVERIFY(writeFile(file, bytes));
    QCOMPARE(*readFile(file), bytes);
    QVERIFY(writeFile(file, {}));
    QCOMPARE(*readFile(file), QByteArray());
}

void TestFileText::badInput_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const QString &path, Error::Code code) { QTest::newRow(name) << path << int(code); };
    row("missing", m_folder.path(QStringLiteral("no such.yaml")), Error::Code::NotFound);
    row("empty name", QString(), Error::Code::NotFound);
    row("folder", m_folder.makeFolder(QStringLiteral("folder.yaml")), Error::Code::BadInput);
    row("device", QStringLiteral("/dev/zero"), Error::Code::BadInput);
    const QString loop = m_folder.path(QStringLiteral("loop"));
    QFile::link(loop, loop);
    row("link to itself", loop, Error::Code::BadInput);
    const QString dangling = m_folder.path(QStringLiteral("dangling"));
    QFile::link(m_folder.path(QStringLiteral("nowhere")), dangling);
    row("link to nowhere", dangling, Error::Code::BadInput);
    const QString pipe = m_folder.path(QStringLiteral("fifo"));
    ::mkfifo(QFile::encodeName(pipe).constData(), 0600); // opening it would hang
    row("fifo", pipe, Error::Code::BadInput);
    const QString large = m_folder.write(QStringLiteral("large"), "x");
    QFile(large).resize(50 * 1024 * 1024);
    row("50 MB", large, Error::Code::BadInput);
}

void TestFileText::badInput()
{
    QFETCH(QString, path);
    QFETCH(int, code);
    const Result<QByteArray> result = readFile(path);
    QVERIFY(!result);
    QCOMPARE(int(result.error().code), code);
    QCOMPARE(result.error().place.file, path);
    QVERIFY(!result.error().what.isEmpty());
}

void TestFileText::unreadable()
{
    const QString file = m_folder.write(QStringLiteral("closed"), "x");
    QFile::setPermissions(file, {});
    const AsNobody nobody;
    const Result<QByteArray> result = readFile(file);
    QVERIFY(!result);
    QCOMPARE(result.error().code, Error::Code::BadInput);
    QVERIFY2(!result.error().why.isEmpty(), qPrintable(result.error().report()));
}

void TestFileText::largestFits()
{
    const QString file = m_folder.write(QStringLiteral("exact"), QByteArray(100, 'x'));
    QCOMPARE(readFile(file, 100)->size(), 100);
    QVERIFY(!readFile(file, 99));
    QVERIFY(readFile(file)->capacity() < 10000);
}

void TestFileText::writesAtomically()
{
    const QString file = m_folder.write(QStringLiteral("settings"), "old");
    QFile reader(file);
    QVERIFY(reader.open(QIODevice::ReadOnly));
    QVERIFY(writeFile(file, "new and longer"));
    QCOMPARE(reader.readAll(), QByteArray("old")); // who has it open sees the old one, whole
    QCOMPARE(m_folder.read(QStringLiteral("settings")), QByteArray("new and longer"));
    const QString link = m_folder.path(QStringLiteral("link"));
    QVERIFY(QFile::link(file, link));
    QVERIFY(writeFile(link, "through"));
    QVERIFY(QFileInfo(link).isSymLink());
    QCOMPARE(m_folder.read(QStringLiteral("settings")), QByteArray("through"));
}

void TestFileText::permissions()
{
    const QString file = m_folder.write(QStringLiteral("secret"), "x");
    QVERIFY(QFile::setPermissions(file, everyoneReads));
    QVERIFY(writeFile(file, "y", ownerOnly));
    const auto all = QFileInfo(file).permissions()
                     & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::WriteGroup);
    QVERIFY(all == QFileDevice::Permissions());
}

void TestFileText::cannotWrite_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("folder") << m_folder.makeFolder(QStringLiteral("taken"));
    QTest::newRow("below a file") << m_folder.write(QStringLiteral("plain"), "x") + QStringLiteral("/below");
    QTest::newRow("below nothing that can be made") << QStringLiteral("/proc/windsock/file");
}

void TestFileText::cannotWrite()
{
    QFETCH(QString, path);
    const Result<> result = writeFile(path, "x");
    QVERIFY(!result);
    QCOMPARE(result.error().place.file, path);
}

void TestFileText::keepsTheFileWhenTheFolderIsClosed()
{
    const QString file = m_folder.write(QStringLiteral("shut/file"), "old");
    const QString folder = QFileInfo(file).path();
    const auto closed = QFileDevice::ReadOwner | QFileDevice::ExeOwner, passable = QFileDevice::ExeGroup | QFileDevice::ExeOther;
    QVERIFY(QFile::setPermissions(folder, closed | passable));
    {
        const AsNobody nobody;
        QVERIFY(!writeFile(file, "new"));
    }
    QCOMPARE(m_folder.read(QStringLiteral("shut/file")), QByteArray("old"));
    QCOMPARE(m_folder.files().filter(QStringLiteral("shut/")).size(), 1); // no half of a file left behind
    QFile::setPermissions(folder, closed | QFileDevice::WriteOwner);
}

QTEST_GUILESS_MAIN(TestFileText)
#include "tst_FileText.moc"
