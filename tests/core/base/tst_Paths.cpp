// SPDX-License-Identifier: Apache-2.0
// Own folders and the names of workspace folders.
#include "core/base/Paths.h"

#include <QSet>
#include <QTest>

using namespace windsock;

class TestPaths : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void ownHomeHoldsAll();
    void xdgFolders();
    void folderIds_data();
    void folderIds();
    void folderIdsDiffer();
};

void TestPaths::init()
{
    for (const char *name : {"WINDSOCK_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"})
        qunsetenv(name);
}

void TestPaths::ownHomeHoldsAll()
{
    qputenv("WINDSOCK_HOME", "/somewhere/else");
    const Paths paths = Paths::standard();
    for (const QDir &dir : {paths.config, paths.state, paths.cache, paths.data})
        QVERIFY2(dir.path().startsWith(QStringLiteral("/somewhere/else/")), qPrintable(dir.path()));
    QCOMPARE(paths.workspaceState(QStringLiteral("x-1")).path(), paths.state.path() + QStringLiteral("/workspaces/x-1"));
    qputenv("WINDSOCK_HOME", "relative"); // would follow the current folder
    QVERIFY(Paths::standard().state.isAbsolute());
    QVERIFY(!Paths::standard().state.path().contains(QStringLiteral("relative")));
}

void TestPaths::xdgFolders()
{
#ifndef Q_OS_MACOS
    QCOMPARE(Paths::standard().state.path(), QDir::home().filePath(QStringLiteral(".local/state/windsock")));
    qputenv("XDG_STATE_HOME", "/xdg/state");
    qputenv("XDG_CACHE_HOME", "not/absolute"); // the specification: ignore it
    QCOMPARE(Paths::standard().state.path(), QStringLiteral("/xdg/state/windsock"));
    QCOMPARE(Paths::standard().cache.path(), QDir::home().filePath(QStringLiteral(".cache/windsock")));
#endif
}

void TestPaths::folderIds_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("start");
    QTest::newRow("plain") << QStringLiteral("/home/x/data-pipelines") << QStringLiteral("data-pipelines-");
    QTest::newRow("spaces") << QStringLiteral("/home/x/my data; rm -rf ~") << QStringLiteral("my-data--rm--rf---");
    QTest::newRow("letters") << QString::fromUtf8("/home/x/größe") << QStringLiteral("gr--e-");
    QTest::newRow("root") << QStringLiteral("/") << QStringLiteral("root-");
    QTest::newRow("long") << (u'/' + QString(300, u'a')) << QString(40, u'a') + u'-';
}

void TestPaths::folderIds()
{
    QFETCH(QString, path);
    QFETCH(QString, start);
    const QString id = folderId(path);
    QVERIFY2(id.startsWith(start), qPrintable(id));
    QCOMPARE(id.size(), start.size() + 8);
    QCOMPARE(folderId(path), id);
}

void TestPaths::folderIdsDiffer()
{
    QVERIFY(folderId(QStringLiteral("/a/airflow")) != folderId(QStringLiteral("/b/airflow")));
    QVERIFY(folderId(QStringLiteral("/a/x y")) != folderId(QStringLiteral("/a/x-y")));
}

QTEST_GUILESS_MAIN(TestPaths)
#include "tst_Paths.moc"
