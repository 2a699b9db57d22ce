// SPDX-License-Identifier: Apache-2.0
// The memory of builds, and that Docker has the last word.
#include "core/backends/kind/BuildMemo.h"
#include "tests/support/Await.h"
#include "tests/support/ScriptedRunner.h"
#include "tests/support/TempWorkspace.h"

#include <QTest>

using namespace windsock;

class tst_BuildMemo : public QObject
{
    Q_OBJECT
private slots:
    void remembers();
    void badFileIsEmpty();
    void dockerHasTheLastWord_data();
    void dockerHasTheLastWord();
};

namespace {
QString id(char digit)
{
    return QStringLiteral("sha256:") + QString(64, QLatin1Char(digit));
}
} // namespace

void tst_BuildMemo::remembers()
{
    const TempWorkspace folder;
    const BuildMemo memo(folder.path("state/memo.json"));
    QCOMPARE(memo.imageFor("h1"), QString());
    memo.remember("h1", id('a'));
    memo.remember("h2", id('b'));
    memo.remember("h1", id('c'));
    memo.remember({}, id('d'));
    memo.remember("h3", "no id");
    QCOMPARE(memo.imageFor("h1"), id('c'));
    QCOMPARE(memo.imageFor("h2"), id('b'));
    QCOMPARE(memo.imageFor({}), QString());
    QCOMPARE(memo.imageFor("h3"), QString());
    for (int i = 0; i < BuildMemo::kept; ++i)
        memo.remember(QString::number(i), id('e'));
    QCOMPARE(memo.imageFor("h1"), QString()); // the oldest go
    QCOMPARE(memo.imageFor("0"), id('e'));
}

void tst_BuildMemo::badFileIsEmpty()
{
    const TempWorkspace folder;
    const BuildMemo memo(folder.path("memo.json"));
    for (const char *bad : {"", "{", "[[1,2],[\"h\",\"--format\"],3]", "[[\"h\"]]"}) {
        folder.write("memo.json", bad);
        QCOMPARE(memo.imageFor("h"), QString());
    }
    memo.remember("h", id('a'));
    QCOMPARE(memo.imageFor("h"), id('a'));
}

void tst_BuildMemo::dockerHasTheLastWord_data()
{
    QTest::addColumn<QString>("remembered");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("known");
    QTest::newRow("still there") << id('a') << QByteArray("[{\"Id\": \"" + id('a').toLatin1() + "\"}]") << 0 << id('a');
    QTest::newRow("gone") << id('a') << QByteArray("[]") << 1 << QString();
    QTest::newRow("another") << id('a') << QByteArray("[{\"Id\": \"" + id('b').toLatin1() + "\"}]") << 0 << QString();
    QTest::newRow("nonsense") << id('a') << QByteArray("<html>") << 0 << QString();
    QTest::newRow("nothing remembered") << QString() << QByteArray("unused") << 0 << QString();
}

void tst_BuildMemo::dockerHasTheLastWord()
{
    QFETCH(QString, remembered);
    QFETCH(QByteArray, answer);
    QFETCH(int, exitCode);
    ScriptedRunner runner;
    runner.on(Tool::Docker, {"image", "inspect"}, {.out = answer, .exitCode = exitCode});
    QObject context;
    const auto found = await(knownImage(runner, &context, remembered));
    QVERIFY(found);
    QTEST(*found, "known");
    QCOMPARE(runner.commands().size(), remembered.isEmpty() ? 0 : 1);
}

QTEST_GUILESS_MAIN(tst_BuildMemo)
#include "tst_BuildMemo.moc"
