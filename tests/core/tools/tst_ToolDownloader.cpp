// SPDX-License-Identifier: Apache-2.0
// Fetching a tool from a server that behaves well and badly: the program is there and is the published one, or nothing is.
#include "core/tools/ToolDownloader.h"

#include "core/base/Redactor.h"
#include "core/process/ProcessRunner.h"
#include "core/process/ToolFinder.h"
#include "tests/support/Await.h"
#include "tests/support/FakeHttpServer.h"
#include "tests/support/TempWorkspace.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QtTest>

#include <optional>

using namespace windsock;
using Ending = FakeReply::Ending;

static const QByteArray program = "#!/bin/sh\necho v0.27.0\n" + QByteArray(300000, '#');

static QByteArray sumOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

class tst_ToolDownloader : public QObject
{
    Q_OBJECT
private:
    struct Bench
    {
        TempWorkspace folder;
        SystemClock clock;
        Redactor redactor;
        ToolFinder finder{{.usual = {"/usr/bin", "/bin"}}};
        ProcessRunner runner{finder, redactor};
        FakeHttpServer server;
        Cancel cancel;
        QStringList told;
        QString tools = folder.path("data/tools");
        ToolDownloader downloader{runner, clock, tools};

        ToolDownload kind(const QByteArray &sum = sumOf(program)) const { return {Tool::Kind, {0, 27, 0}, server.url("/kind"), sum, {}}; }
        ToolDownload helm(const QByteArray &archive, const QString &member = "linux-amd64/helm") const
        {
            return {Tool::Helm, {3, 19, 4}, server.url("/helm.tar.gz"), sumOf(archive), member};
        }
        Result<QString> fetch(const ToolDownload &what)
        {
            return await(downloader.fetch(
                what, [this](const QString &text) { told += text; }, cancel));
        }
        QStringList left() const { return QDir(tools).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot); }
    };
    std::optional<Bench> m_bench;
    // A .tar.gz of these files below `root`.
    QByteArray archiveOf(const QString &root, const QStringList &members) const
    {
        const QString file = m_bench->folder.path("made.tar.gz");
        QProcess tar;
        tar.start("/usr/bin/env", QStringList{"tar", "-czf", file, "-C", m_bench->folder.path(root)} + members);
        if (!tar.waitForFinished() || tar.exitCode() != 0)
            qFatal("no archive: %s", tar.readAllStandardError().constData());
        return m_bench->folder.read("made.tar.gz");
    }

private slots:
    void init() { m_bench.emplace(); }
    void cleanup() { m_bench.reset(); }

    void aProgram()
    {
        m_bench->server.on("/kind", {.body = program});
        const Result<QString> path = m_bench->fetch(m_bench->kind());
        QVERIFY2(path, qPrintable(path ? QString() : path.error().report()));
        QCOMPARE(*path, m_bench->tools + "/kind");
        QCOMPARE(m_bench->folder.read("data/tools/kind"), program);
        QVERIFY(QFileInfo(*path).isExecutable());
        QVERIFY(!(QFile::permissions(*path) & (QFile::WriteGroup | QFile::WriteOther)));
        QVERIFY(!(QFile::permissions(m_bench->tools) & (QFile::WriteGroup | QFile::WriteOther)));
        QCOMPARE(m_bench->left(), QStringList{"kind"});
        QVERIFY(m_bench->told.size() >= 1 && m_bench->told.size() <= 101);
        QCOMPARE(m_bench->told.last(), "kind 0.27.0: 0.3 of 0.3 MB");
        // What was fetched goes before what is in PATH.
        m_bench->folder.writeProgram("bin/kind", "#!/bin/sh\n");
        ToolFinder finder({.ownFolder = m_bench->tools, .path = {m_bench->folder.path("bin")}});
        QCOMPARE(finder.find(Tool::Kind).value_or({}), *path);
    }

    void replacesAnOlderOne()
    {
        m_bench->folder.writeProgram("data/tools/kind", "old");
        m_bench->server.on("/kind", {.body = program});
        QVERIFY(m_bench->fetch(m_bench->kind()));
        QCOMPARE(m_bench->folder.read("data/tools/kind"), program);
        QCOMPARE(m_bench->left(), QStringList{"kind"});
    }

    void aFinderLooksAgain()
    {
        const QString old = m_bench->folder.writeProgram("bin/kind", "#!/bin/sh\n");
        ToolFinder finder({.ownFolder = m_bench->tools, .path = {m_bench->folder.path("bin")}});
        QCOMPARE(finder.find(Tool::Kind).value_or({}), old);
        m_bench->server.on("/kind", {.body = program});
        const Result<QString> path = m_bench->fetch(m_bench->kind());
        QVERIFY(path);
        QCOMPARE(finder.find(Tool::Kind).value_or({}), old);
        finder.forget(Tool::Kind);
        QCOMPARE(finder.find(Tool::Kind).value_or({}), *path);
    }

    void anArchive()
    {
        m_bench->folder.write("in/linux-amd64/helm", program);
        m_bench->folder.write("in/linux-amd64/README.md", "not wanted");
        const QByteArray archive = archiveOf("in", {"linux-amd64"});
        m_bench->server.on("/helm.tar.gz", {.body = archive});
        const Result<QString> path = m_bench->fetch(m_bench->helm(archive));
        QVERIFY2(path, qPrintable(path ? QString() : path.error().report()));
        QCOMPARE(m_bench->folder.read("data/tools/helm"), program);
        QVERIFY(QFileInfo(*path).isExecutable());
        QCOMPARE(m_bench->left(), QStringList{"helm"});
    }

    void badArchives_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"no archive", "another member", "a link", "a folder", "empty"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void badArchives()
    {
        QFETCH(QString, kind);
        const QString member = m_bench->folder.makeFolder("in/linux-amd64") + "/helm";
        if (kind == "a link")
            QVERIFY(QFile::link("/bin/sh", member));
        else if (kind == "a folder")
            m_bench->folder.write("in/linux-amd64/helm/x", "x");
        else
            m_bench->folder.write(kind == "another member" ? QStringLiteral("in/linux-amd64/other") : QStringLiteral("in/linux-amd64/helm"),
                                  kind == "empty" ? "" : "x");
        const QByteArray archive = kind == "no archive" ? program : archiveOf("in", {"linux-amd64"});
        m_bench->server.on("/helm.tar.gz", {.body = archive});
        const Result<QString> path = m_bench->fetch(m_bench->helm(archive));
        QVERIFY(!path);
        QCOMPARE(path.error().code, Error::Code::ToolFailed);
        QVERIFY2(!path.error().why.isEmpty() && !path.error().todo.isEmpty(), qPrintable(path.error().report()));
        QCOMPARE(m_bench->left(), QStringList());
    }

    void wrongSumNamesBoth()
    {
        m_bench->folder.writeProgram("data/tools/kind", "old");
        m_bench->server.on("/kind", {.body = program + "more"});
        const Result<QString> path = m_bench->fetch(m_bench->kind());
        QVERIFY(!path);
        QCOMPARE(path.error().rule, "tool.checksum");
        QVERIFY2(path.error().why.contains(QString::fromLatin1(sumOf(program))), qPrintable(path.error().why));
        QVERIFY2(path.error().why.contains(QString::fromLatin1(sumOf(program + "more"))), qPrintable(path.error().why));
        QCOMPARE(m_bench->left(), QStringList{"kind"});
        QCOMPARE(m_bench->folder.read("data/tools/kind"), QByteArray("old")); // what was there stays
    }

    void badServers_data()
    {
        QTest::addColumn<FakeReply>("reply");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const FakeReply &reply, Error::Code code) { QTest::newRow(name) << reply << int(code); };
        row("not there", {404, "no such release"}, Error::Code::NotFound);
        row("refused", {403, "no"}, Error::Code::Auth);
        row("broken", {500, "no"}, Error::Code::Network);
        row("cut short", {200, program, {}, Ending::Cut}, Error::Code::Network);
        row("reset", {200, program, {}, Ending::Reset}, Error::Code::Network);
        row("dropped", {200, {}, {}, Ending::Drop}, Error::Code::Network);
        row("empty", {200, ""}, Error::Code::Network);
        row("a login page", {200, "<html>Log in</html>"}, Error::Code::Network);
        row("in a circle", {302, "", {{"Location", "/kind"}}}, Error::Code::Network);
    }
    void badServers()
    {
        QFETCH(FakeReply, reply);
        QFETCH(int, code);
        m_bench->server.on("/kind", reply);
        const Result<QString> path = m_bench->fetch(m_bench->kind());
        QVERIFY(!path);
        QVERIFY2(int(path.error().code) == code, qPrintable(path.error().report()));
        QCOMPARE(m_bench->left(), QStringList());
        QVERIFY(!QFileInfo::exists(m_bench->tools + "/kind"));
    }

    void nobodyListens()
    {
        const ToolDownload kind = m_bench->kind();
        m_bench->server.stop();
        const Result<QString> path = m_bench->fetch(kind);
        QVERIFY(!path && path.error().code == Error::Code::Network);
        QCOMPARE(m_bench->left(), QStringList());
    }

    void followsToAnotherServer()
    {
        FakeHttpServer other; // another port is another server, as GitHub's store of releases is
        other.on("/store/kind", {.body = program});
        m_bench->server.on("/kind", {302, "", {{"Location", other.url("/store/kind").toEncoded()}}});
        const Result<QString> path = m_bench->fetch(m_bench->kind());
        QVERIFY2(path, qPrintable(path ? QString() : path.error().report()));
        QCOMPARE(m_bench->folder.read("data/tools/kind"), program);
    }

    void cancel_data()
    {
        QTest::addColumn<bool>("before");
        QTest::newRow("before it begins") << true;
        QTest::newRow("in the middle") << false;
    }
    void cancel()
    {
        QFETCH(bool, before);
        m_bench->server.on("/kind", FakeReply::stream(program.left(100000)));
        if (before)
            m_bench->cancel.request();
        const Async<QString> fetching = m_bench->downloader.fetch(
            m_bench->kind(), [this](const QString &text) { m_bench->told += text; }, m_bench->cancel);
        if (!before) {
            QTRY_VERIFY(!m_bench->told.isEmpty());
            QCOMPARE(m_bench->left().size(), 1); // what it works in
            m_bench->cancel.request();
        }
        const Result<QString> path = await(fetching);
        QVERIFY(!path && path.error().isCancel());
        QCOMPARE(m_bench->left(), QStringList());
        QCOMPARE(m_bench->server.count("/kind"), before ? 0 : 1);
    }

    void endOfTheProgram()
    {
        m_bench->server.on("/kind", FakeReply::stream(program.left(100000)));
        auto downloader = std::make_unique<ToolDownloader>(m_bench->runner, m_bench->clock, m_bench->tools);
        const Async<QString> fetching = downloader->fetch(m_bench->kind(), [this](const QString &text) { m_bench->told += text; });
        QTRY_VERIFY(!m_bench->told.isEmpty());
        downloader.reset();
        QCOMPARE(m_bench->left(), QStringList());
    }

    void folderThatCannotBeMade()
    {
        m_bench->folder.write("data", "a file");
        m_bench->server.on("/kind", {.body = program});
        const Result<QString> path = m_bench->fetch(m_bench->kind());
        QVERIFY(!path && path.error().code == Error::Code::ToolFailed);
        QCOMPARE(m_bench->server.count("/kind"), 0);
    }
};

QTEST_GUILESS_MAIN(tst_ToolDownloader)
#include "tst_ToolDownloader.moc"
