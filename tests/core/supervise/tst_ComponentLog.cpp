// SPDX-License-Identifier: Apache-2.0
// A log that grows, turns over, is removed by somebody, or cannot be written.
#include "core/supervise/ComponentLog.h"

#include "tests/support/TempWorkspace.h"

#include <QFileInfo>
#include <QTest>

using namespace windsock;

class TestComponentLog : public QObject
{
    Q_OBJECT
private slots:
    void linesGoToTheFile();
    void goesOnWithAnOldFile();
    void turnsOver();
    void keepsTheLastLines();
    void removedByTheUser();
    void noPlaceToWrite();
};

void TestComponentLog::linesGoToTheFile()
{
    const TempWorkspace folder;
    ComponentLog log(folder.path("logs/deep/web.log"));
    QVERIFY(folder.files().isEmpty());
    log.append("one");
    log.append("");
    log.append("gr\xc3\xbc\xc3\x9f\x65");
    QCOMPARE(folder.read("logs/deep/web.log"), QByteArray("one\n\ngr\xc3\xbc\xc3\x9f\x65\n")); // at once
    QVERIFY(!(QFileInfo(folder.path("logs/deep/web.log")).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
}

void TestComponentLog::goesOnWithAnOldFile()
{
    const TempWorkspace folder;
    folder.write("web.log", "before\n");
    ComponentLog(folder.path("web.log")).append("after");
    QCOMPARE(folder.read("web.log"), QByteArray("before\nafter\n"));
}

void TestComponentLog::turnsOver()
{
    const TempWorkspace folder;
    ComponentLog log(folder.path("web.log"), 100);
    for (int at = 0; at < 25; ++at)
        log.append(QByteArray::number(100 + at) + " six"); // 8 bytes with its end; 13 of them are more than 100
    QCOMPARE(folder.files(), QStringList({"web.log", "web.log.1"}));
    QVERIFY(folder.read("web.log.1").startsWith("100 six\n") && folder.read("web.log.1").endsWith("112 six\n"));
    QVERIFY(folder.read("web.log").startsWith("113 six\n") && folder.read("web.log").endsWith("124 six\n"));
    for (int at = 0; at < 5; ++at)
        log.append("later");
    QVERIFY(folder.read("web.log.1").startsWith("113 six\n")); // one older file, no more
    QCOMPARE(folder.files().size(), 2);
}

void TestComponentLog::keepsTheLastLines()
{
    const TempWorkspace folder;
    ComponentLog log(folder.path("web.log"));
    for (int at = 0; at < 100; ++at)
        log.append(QByteArray::number(at));
    QCOMPARE(log.lastLines().size(), 40);
    QCOMPARE(log.lastLines().first(), QByteArray("60"));
    QCOMPARE(log.lastLines().last(), QByteArray("99"));
    log.forgetLines();
    QVERIFY(log.lastLines().isEmpty());
}

void TestComponentLog::removedByTheUser()
{
    const TempWorkspace folder;
    ComponentLog log(folder.path("logs/web.log"));
    log.append("one");
    QVERIFY(QDir(folder.path("logs")).removeRecursively());
    log.append("two");
    QCOMPARE(folder.read("logs/web.log"), QByteArray("two\n"));
}

void TestComponentLog::noPlaceToWrite()
{
    const TempWorkspace folder;
    folder.write("logs", "a file");
    ComponentLog log(folder.path("logs/web.log"));
    log.append("one");
    QCOMPARE(log.lastLines(), QByteArrayList{"one"}); // for messages all the same
}

QTEST_GUILESS_MAIN(TestComponentLog)
#include "tst_ComponentLog.moc"
