// SPDX-License-Identifier: Apache-2.0
// Where tools are found, and above all where not.
#include "core/process/ToolFinder.h"

#include "tests/support/TempWorkspace.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace windsock;

class TestToolFinder : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { QDir::setCurrent(QStringLiteral("/")); }
    void order();
    void downloadedUv();
    void missingSaysHowToGetIt();
    void badOverrideIsNotPassedOver();
    void badPathEntries();
    void neverTheCurrentFolder();
    void neverTheWorkspace();
    void refused_data();
    void refused();
    void linkKeepsItsName();
    void foundAgainAfterTheFileGoes();
    void searchPath();

private:
    QString program(const QString &folder, const QByteArray &name = "kind") const
    {
        return m_files->writeProgram(folder + u'/' + QString::fromLatin1(name), "#!/bin/sh\n");
    }
    std::unique_ptr<TempWorkspace> m_files;
};

void TestToolFinder::init()
{
    m_files = std::make_unique<TempWorkspace>();
}

void TestToolFinder::order()
{
    const QString usual = program(QStringLiteral("usual")), path = program(QStringLiteral("path"));
    const QString own = program(QStringLiteral("own")), chosen = program(QStringLiteral("chosen"), "kind-0.27");
    ToolPlaces places{.usual = {QFileInfo(usual).path()}};
    QCOMPARE(*ToolFinder(places).find(Tool::Kind), usual);
    places.path = {QFileInfo(path).path()};
    QCOMPARE(*ToolFinder(places).find(Tool::Kind), path);
    places.ownFolder = QFileInfo(own).path();
    QCOMPARE(*ToolFinder(places).find(Tool::Kind), own);
    places.overrides = {{Tool::Kind, chosen}};
    QCOMPARE(*ToolFinder(places).find(Tool::Kind), chosen);
    QVERIFY(!ToolFinder(places).find(Tool::Helm));
}

void TestToolFinder::downloadedUv()
{
    const QString own = program(QStringLiteral("tools"), "uv");
    QCOMPARE(*ToolFinder({.ownFolder = QFileInfo(own).path()}).find(Tool::Uv), own);
    QVERIFY(!ToolFinder({.ownFolder = QFileInfo(own).path()}).find(Tool::Bwrap));
}

void TestToolFinder::missingSaysHowToGetIt()
{
    for (const Tool tool : {Tool::Docker, Tool::Kind, Tool::Helm, Tool::Kubectl, Tool::Lsof, Tool::Uv, Tool::Bwrap}) {
        const Result<QString> result = ToolFinder({}).find(tool);
        QVERIFY(!result);
        QCOMPARE(result.error().code, Error::Code::ToolMissing);
        QVERIFY(result.error().what.contains(toolName(tool)));
        QVERIFY2(result.error().todo.contains("PATH"), qPrintable(result.error().todo));
    }
}

void TestToolFinder::badOverrideIsNotPassedOver()
{
    const QString good = program(QStringLiteral("path"));
    ToolFinder finder({.overrides = {{Tool::Kind, m_files->path(QStringLiteral("no/kind"))}}, .path = {QFileInfo(good).path()}});
    const Result<QString> result = finder.find(Tool::Kind);
    QVERIFY(!result);
    QCOMPARE(result.error().rule, QStringLiteral("tool.override"));
    QVERIFY(result.error().why.contains(QStringLiteral("no/kind")));
}

void TestToolFinder::badPathEntries()
{
    program(QStringLiteral("here"));
    QDir::setCurrent(m_files->path());
    ToolFinder finder({.path = {QString(), QStringLiteral("."), QStringLiteral("here"), QStringLiteral("./here"), QStringLiteral("~/bin"),
                                QStringLiteral("../") + QFileInfo(m_files->path()).fileName() + QStringLiteral("/here")}});
    QVERIFY(!finder.find(Tool::Kind));
    QVERIFY(finder.searchPath().isEmpty());
}

void TestToolFinder::neverTheCurrentFolder()
{
    const QString folder = QFileInfo(program(QStringLiteral("work"))).path();
    QDir::setCurrent(folder);
    QVERIFY(!ToolFinder({.path = {folder}}).find(Tool::Kind));
    QVERIFY(!ToolFinder({.path = {folder + QStringLiteral("/../work")}}).find(Tool::Kind));
    QVERIFY(ToolFinder({.usual = {folder}}).find(Tool::Kind)); // who stands in /usr/bin
    QDir::setCurrent(QStringLiteral("/"));
    QVERIFY(ToolFinder({.path = {folder}}).find(Tool::Kind));
}

void TestToolFinder::neverTheWorkspace()
{
    const QString inside = program(QStringLiteral("workspace/bin"));
    const QString beside = program(QStringLiteral("workspace-tools"));
    const QString linked = m_files->makeFolder(QStringLiteral("links")) + QStringLiteral("/kind");
    QVERIFY(QFile::link(inside, linked));
    const auto finds = [this](const ToolPlaces &places) {
        ToolFinder finder(places);
        const bool before = finder.find(Tool::Kind).has_value();
        finder.neverFrom(m_files->path(QStringLiteral("workspace")));
        return before && finder.find(Tool::Kind).has_value();
    };
    QVERIFY(!finds({.path = {QFileInfo(inside).path()}}));
    QVERIFY(!finds({.overrides = {{Tool::Kind, inside}}}));
    QVERIFY(!finds({.path = {QFileInfo(linked).path()}}));
    QVERIFY(finds({.path = {QFileInfo(beside).path()}}));
}

void TestToolFinder::refused_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"folder", "not executable", "anybody may write", "anybody may write to the folder", "dangling link", "loop"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestToolFinder::refused()
{
    QFETCH(QString, kind);
    const QString file = m_files->path(QStringLiteral("bin/kind"));
    const auto all =
        QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner | QFileDevice::WriteOther | QFileDevice::ExeOther;
    if (kind == QStringLiteral("folder"))
        m_files->makeFolder(QStringLiteral("bin/kind"));
    else if (kind == QStringLiteral("not executable"))
        m_files->write(QStringLiteral("bin/kind"), "x");
    else if (kind.startsWith(QStringLiteral("anybody")))
        program(QStringLiteral("bin"));
    else if (m_files->makeFolder(QStringLiteral("bin")); true)
        QFile::link(kind == QStringLiteral("loop") ? file : m_files->path(QStringLiteral("nowhere")), file);
    if (kind.startsWith(QStringLiteral("anybody")))
        QVERIFY(QFile::setPermissions(kind.endsWith(QStringLiteral("folder")) ? QFileInfo(file).path() : file, all));
    QVERIFY(!ToolFinder({.path = {QFileInfo(file).path()}}).find(Tool::Kind));
    const Result<QString> chosen = ToolFinder({.overrides = {{Tool::Kind, file}}}).find(Tool::Kind);
    QVERIFY(!chosen);
    QVERIFY(chosen.error().why.startsWith(file));
}

void TestToolFinder::linkKeepsItsName()
{
    // /snap/bin/docker leads to /usr/bin/snap, which looks at the name it was called by.
    const QString real = program(QStringLiteral("real"), "snap");
    const QString link = m_files->makeFolder(QStringLiteral("snapbin")) + QStringLiteral("/docker");
    QVERIFY(QFile::link(real, link));
    QVERIFY(QFile::link(m_files->path(QStringLiteral("snapbin")), m_files->path(QStringLiteral("alias"))));
    QCOMPARE(*ToolFinder({.path = {m_files->path(QStringLiteral("alias"))}}).find(Tool::Docker), link);
}

void TestToolFinder::foundAgainAfterTheFileGoes()
{
    const QString first = program(QStringLiteral("a")), second = m_files->path(QStringLiteral("b/kind"));
    ToolFinder finder({.path = {QFileInfo(first).path(), m_files->makeFolder(QStringLiteral("b"))}});
    QCOMPARE(*finder.find(Tool::Kind), first);
    program(QStringLiteral("b"));
    QVERIFY(QFile::remove(first));
    QCOMPARE(*finder.find(Tool::Kind), second);
    QVERIFY(QFile::remove(second));
    QVERIFY(!finder.find(Tool::Kind));
    program(QStringLiteral("a")); // installed while Windsock runs
    QCOMPARE(*finder.find(Tool::Kind), first);
}

void TestToolFinder::searchPath()
{
    const QString chosen = program(QStringLiteral("chosen"), "docker"), a = m_files->makeFolder(QStringLiteral("a")),
                  b = m_files->makeFolder(QStringLiteral("b"));
    const ToolFinder finder(
        {.overrides = {{Tool::Docker, chosen}}, .path = {a, QStringLiteral("/no/such"), a + u'/', QStringLiteral(".")}, .usual = {b, a}});
    QCOMPARE(finder.searchPath(), QStringList({QFileInfo(chosen).path(), a, b}));
}

QTEST_GUILESS_MAIN(TestToolFinder)
#include "tst_ToolFinder.moc"
