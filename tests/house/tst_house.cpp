// SPDX-License-Identifier: Apache-2.0
// Walks over the project and applies the rules of the house; first shows on bad samples that each rule can fail.
// Links nothing of the project: it must work, and say why, when the project does not build.
#include "tests/house/Rooms.h"
#include "tests/house/Rules.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

namespace {

QString readText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

bool isCpp(const QString &path)
{
    return path.endsWith(QStringLiteral(".cpp")) || path.endsWith(QStringLiteral(".h"));
}

bool isText(const QString &path)
{
    static const QStringList binary{QStringLiteral("png"), QStringLiteral("ico"), QStringLiteral("icns"), QStringLiteral("qm"),
                                    QStringLiteral("bin"), QStringLiteral("gz"),  QStringLiteral("tgz"),  QStringLiteral("woff2")};
    return !binary.contains(path.section(u'.', -1));
}

// What examples and tests leave behind when they run.
bool isMade(const QString &path)
{
    return path.contains(QStringLiteral("/logs/")) || path.contains(QStringLiteral("__pycache__"));
}

// Paths relative to the root of every file that belongs to the project.
QStringList projectFiles()
{
    const QDir root(QStringLiteral(SOURCE_ROOT));
    QStringList files;
    for (const char *folder : {"app", "ui", "core", "resources", "tests", "packaging", "docs", "examples", ".ci"}) {
        QDirIterator it(root.filePath(QString::fromLatin1(folder)), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString path = root.relativeFilePath(it.next());
            if (path.startsWith(QStringLiteral("core/logs/")) || path.startsWith(QStringLiteral("ui/logs/")) || !isMade(path))
                files += path;
        }
    }
    files += root.entryList({QStringLiteral("*.md"), QStringLiteral("*.txt"), QStringLiteral("*.json")}, QDir::Files);
    return files;
}

QStringList roomFolders()
{
    QStringList found;
    for (const QString &path : projectFiles()) {
        // Two folders deep, but each backend is a room of its own; tests/core/plan mirrors a room and needs no words.
        const bool isBackend = path.startsWith(QStringLiteral("core/backends/")) && path.count(u'/') == 3;
        const QString room = path.section(u'/', 0, qMin(path.count(u'/') - 1, isBackend ? qsizetype(2) : qsizetype(1)));
        if (isCpp(path) && !found.contains(room))
            found += room;
    }
    return found;
}

QStringList check(const QList<house::Rule> &rules, const SourceText &file)
{
    QStringList wrong;
    for (const house::Rule rule : rules)
        wrong += rule(file);
    return wrong;
}

constexpr auto spdx = "// SPDX-License-Identifier: Apache-2.0\n";

} // namespace

class TestHouse : public QObject
{
    Q_OBJECT

private slots:
    void badSampleIsFound_data();
    void badSampleIsFound();
    void goodSamplePasses_data();
    void goodSamplePasses();
    void longFileIsFound();
    void longFunctionIsFound();
    void roomsKnowLowerRooms_data();
    void roomsKnowLowerRooms();
    void badReadmeIsFound();
    void projectFollowsTheRules();
    void roomsHaveReadmes();
    void coreRoomsAreInTheTable();
};

void TestHouse::badSampleIsFound_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("complaint");
    const auto bad = [](const char *name, const char *path, const char *line, const char *complaint) {
        QTest::newRow(name) << QString::fromLatin1(path) << QString::fromUtf8(line) << QString::fromUtf8(complaint);
    };
    bad("waitForFinished", "core/process/X.cpp", "child.waitForFinished(100);", "blocks the event loop");
    bad("waitFor of a future", "ui/shell/X.cpp", "future.waitForFinished();", "blocks the event loop");
    bad("event loop", "core/net/X.cpp", "QEventLoop loop;", "nests an event loop");
    bad("dialog exec", "ui/shell/X.cpp", "dialog.exec();", "nests an event loop");
    bad("dialog exec by pointer", "ui/shell/X.cpp", "dialog->exec();", "nests an event loop");
    bad("menu exec", "ui/shell/X.cpp", "menu().exec(at);", "nests an event loop");
    bad("processEvents", "ui/shell/X.cpp", "qApp->processEvents();", "re-enters");
    bad("QProcess elsewhere", "core/tools/X.cpp", "QProcess child;", "core/process only");
    bad("system", "core/process2/X.cpp", "system(line);", "past CommandRunner");
    bad("std::system", "ui/shell/X.cpp", "std::system(line);", "past CommandRunner");
    bad("popen", "app/X.cpp", "FILE *f = popen(line, mode);", "past CommandRunner");
    bad("sleep", "core/net/X.cpp", "sleep(1);", "timed sleep");
    bad("msleep", "core/net/X.cpp", "QThread::msleep(5);", "timed sleep");
    bad("sleep_for", "tests/core/net/X.cpp", "std::this_thread::sleep_for(1s);", "timed sleep");
    bad("qWait", "tests/ui/tst_X.cpp", "QTest::qWait(500);", "timed wait");
    bad("environment", "core/process/X.cpp", "qputenv(name, value);", "changes the environment");
    bad("using namespace std", "core/base/X.cpp", "using namespace std;", "write std::");
    bad("core knows ui", "core/cluster/X.cpp", "#include \"ui/shell/Page.h\"", "core must not know ui/shell");
    bad("upward include", "core/plan/X.cpp", "#include \"core/cluster/Cluster.h\"", "must not include");
    bad("sideways include", "core/net/X.cpp", "#include \"core/yaml/YamlDocument.h\"", "must not include");
    bad("cluster knows kind", "core/cluster/X.cpp", "#include \"core/backends/kind/KindBackend.h\"", "only app/Services");
    bad("window knows kind", "ui/cluster/X.cpp", "#include \"core/backends/kind/KindBackend.h\"", "only app/Services");
    bad("verb knows kind", "app/cli/X.cpp", "#include \"core/backends/kind/KindBackend.h\"", "only app/Services");
    bad("window knows standalone", "ui/shell/X.cpp", "#include \"core/backends/standalone/StandaloneBackend.h\"", "only app/Services");
    bad("window's entry knows standalone", "app/gui/X.cpp", "#include \"core/backends/standalone/StandaloneBackend.h\"",
        "only app/Services");
    bad("cluster knows standalone", "core/cluster/X.cpp", "#include \"core/backends/standalone/StandaloneBackend.h\"", "only app/Services");
    bad("page knows page", "ui/cluster/X.cpp", "#include \"ui/logs/LogView.h\"", "pages meet in ui/shell only");
    bad("page knows the window", "ui/cluster/X.cpp", "#include \"ui/shell/MainWindow.h\"", "pages meet in ui/shell only");
    bad("ui knows app", "ui/cluster/X.cpp", "#include \"app/Services.h\"", "ui must not know app");
    bad("product knows tests", "core/base/X.cpp", "#include \"tests/support/FakeClock.h\"", "must not know its tests");
    bad("core test knows ui", "tests/core/base/tst_X.cpp", "#include \"ui/shell/Page.h\"", "core is tested without");
    bad("relative include", "core/base/X.cpp", "#include \"Error.h\"", "from the root");
    bad("room without a level", "core/misc/X.cpp", "#include \"core/base/Error.h\"", "not in the level table");
    bad("cluster names helm", "core/cluster/X.cpp", "helm::upgrade(request);", "names a backend");
    bad("page asks the mode", "ui/cluster/X.cpp", "if (mode == Mode::Kind)", "names a backend");
    bad("page asks for the other mode", "ui/cluster/X.cpp", "if (mode == Mode::Standalone)", "names a backend");
    bad("verb asks for the other mode", "app/cli/X.cpp", "return Mode::Standalone;", "names a backend");
    bad("window's entry asks the mode", "app/gui/X.cpp", "services.makeBackend(Mode::Kind);", "names a backend");
    bad("cluster names the other type", "core/cluster/X.cpp", "StandaloneBackend backend;", "names a backend");
    bad("page names a type", "ui/cluster/X.cpp", "KindBackend backend;", "names a backend");
    bad("verb names a tool", "app/cli/X.cpp", "run(Tool::Kubectl);", "names a backend");
    bad("verb names docker", "app/cli/X.cpp", "const bool dockerRuns = true;", "names a backend");
    bad("long line", "core/base/X.cpp", QByteArray(141, 'x').constData(), "141 columns");
    bad("note to oneself", "core/base/X.cpp",
        "// TO"
        "DO: later",
        "do it or file it");
    bad("second note", "docs/x.md",
        "FIX"
        "ME",
        "do it or file it");
    bad("machine path", "docs/x.md",
        "see /wo"
        "rk/main/core",
        "folder of one machine");
    bad("build folder of one machine", "packaging/run",
        "cmake -B /tmp/b"
        "-x",
        "folder of one machine");
}

void TestHouse::badSampleIsFound()
{
    QFETCH(QString, path);
    QFETCH(QString, line);
    QFETCH(QString, complaint);
    const QString head = QString::fromLatin1(spdx) + QStringLiteral("// Says what the job of this file is.\n");
    const SourceText file(path, head + line + u'\n');
    const QStringList wrong = check(isCpp(path) ? house::cppRules() + house::textRules() : house::textRules(), file);
    QCOMPARE(wrong.size(), 1);
    QVERIFY2(wrong.first().contains(complaint), qPrintable(wrong.first()));
    QVERIFY2(wrong.first().startsWith(path + QStringLiteral(":3: ")), qPrintable(wrong.first()));
}

void TestHouse::goodSamplePasses_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    const auto good = [](const char *name, const char *path, const char *line) {
        QTest::newRow(name) << QString::fromLatin1(path) << QString::fromUtf8(line);
    };
    good("word in a comment", "core/net/X.cpp", "// never waitForFinished() here, no QEventLoop, no helm");
    good("word in a block comment", "core/net/X.cpp", "int a; /* sleep(1); */ int b;");
    good("word in a string", "core/cluster/X.cpp", "tr(\"docker is not there, kubectl neither; QProcess\");");
    good("word in a raw string", "ui/shell/X.cpp", "text(R\"(kubectl \"x\" helm)\");");
    good("quote in a character", "core/net/X.cpp", "const char quote = '\"'; // sleep(1)");
    good("digit separators", "core/net/X.cpp", "const int many = 1'000'000; int a = 'x';");
    good("own exec of the application", "app/main.cpp", "return app.exec();");
    good("QProcess at home", "core/process/X.cpp", "QProcess child;");
    good("environment of the children", "core/process/X.cpp", "QProcessEnvironment environment;");
    good("waiting in a test", "tests/core/process/tst_X.cpp", "QVERIFY(spy.wait()); child.waitForFinished();");
    good("delay of a fake tool", "tests/faketools/X.cpp", "std::this_thread::sleep_for(delay);");
    good("excused, with a reason", "core/process/X.cpp", "child.waitForFinished(); // house-allows: the reaper is a thread of its own");
    good("a Kind that is none", "ui/cluster/X.cpp", "case StepLine::Kind::Command: break;");
    good("kind in core/tools", "core/tools/X.cpp", "kind::create(config);");
    good("places without their names", "ui/cluster/X.cpp", "for (const Mode mode : placesToRun()) addRow(mode == Mode::Auto);");
    good("a mode's name in a string", "ui/cluster/X.cpp", "find(\"mode.standalone\");");
    good("both in the composition root", "app/Services.cpp", "if (mode == Mode::Standalone) return StandaloneBackend::holds(workspace);");
    good("composition root", "app/Services.cpp", "#include \"core/backends/kind/KindBackend.h\"");
    good("backend in the composition root", "app/Services.cpp", "KindBackend backend;");
    good("lower room", "core/plan/X.cpp", "#include \"core/process/Command.h\"");
    good("own room", "core/yaml/X.cpp", "#include \"core/yaml/YamlPath.h\"");
    good("backend knows the seam", "core/backends/kind/X.cpp", "#include \"core/backends/Backend.h\"");
    good("page knows widgets", "ui/cluster/X.cpp", "#include \"ui/widgets/PortField.h\"");
    good("page knows Page", "ui/cluster/X.cpp", "#include \"ui/widgets/Page.h\"");
    good("waiting without blocking", "core/process/X.cpp", "waitForGroup(); poll(waitForApi(facts));");
    good("shell knows pages", "ui/shell/X.cpp", "#include \"ui/logs/LogPage.h\"");
    good("verb knows core", "app/cli/verbs/X.cpp", "#include \"core/cluster/Cluster.h\"");
    good("a function called system by its object", "core/net/X.cpp", "clock.system(); QRandomGenerator::system()->generate();");
    good("home folders of nobody", "docs/x.md",
         "/home/me/data and /workspace/main and relwo"
         "rk/main");
}

void TestHouse::goodSamplePasses()
{
    QFETCH(QString, path);
    QFETCH(QString, line);
    const QString head = QString::fromLatin1(spdx) + QStringLiteral("// Says what the job of this file is.\n");
    const SourceText file(path, head + line + u'\n');
    const QStringList wrong = check(isCpp(path) ? house::cppRules() + house::textRules() : house::textRules(), file);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestHouse::longFileIsFound()
{
    const QString lines = QStringLiteral("int a;\n");
    QVERIFY(house::lengths(SourceText(QStringLiteral("core/base/X.h"), lines.repeated(300))).isEmpty());
    QCOMPARE(house::lengths(SourceText(QStringLiteral("core/base/X.h"), lines.repeated(301))).size(), 1);
    QVERIFY(house::lengths(SourceText(QStringLiteral("tests/core/base/tst_X.cpp"), lines.repeated(500))).isEmpty());
    QCOMPARE(house::lengths(SourceText(QStringLiteral("tests/core/base/tst_X.cpp"), lines.repeated(501))).size(), 1);
    // The first two lines: a header without a job, a source file that leaves it to its header, one that has none.
    const QString licence = QString::fromLatin1(spdx);
    QCOMPARE(house::firstLines(SourceText(QStringLiteral("core/base/X.h"), licence + QStringLiteral("#pragma once\n"))).size(), 1);
    QCOMPARE(house::firstLines(SourceText(QStringLiteral("core/base/X.h"), QStringLiteral("#pragma once\n"))).size(), 1);
    QVERIFY(house::firstLines(SourceText(QStringLiteral("core/base/X.cpp"), licence + QStringLiteral("#include \"core/base/X.h\"\n")))
                .isEmpty());
    QCOMPARE(
        house::firstLines(SourceText(QStringLiteral("core/base/X.cpp"), licence + QStringLiteral("#include \"core/base/Y.h\"\n"))).size(),
        1);
}

void TestHouse::longFunctionIsFound()
{
    const QString statement = QStringLiteral("    work();\n");
    const auto sample = [&statement](const char *head, int lines) {
        return SourceText(QStringLiteral("core/base/X.cpp"),
                          QString::fromLatin1(head) + QStringLiteral("\n{\n") + statement.repeated(lines) + QStringLiteral("}\n"));
    };
    QVERIFY(house::lengths(sample("void X::short_() const", 58)).isEmpty());
    QCOMPARE(house::lengths(sample("void X::long_() const", 59)).size(), 1);
    QVERIFY(house::lengths(sample("void X::table_data()", 200)).isEmpty());
    QVERIFY(house::lengths(sample("class X : public QObject", 200)).isEmpty());
}

void TestHouse::roomsKnowLowerRooms_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *from, const char *to, bool allowed) {
        QTest::newRow(qPrintable(QStringLiteral("%1 → %2").arg(QLatin1String(from), QLatin1String(to))))
            << QString::fromLatin1(from) << QString::fromLatin1(to) << allowed;
    };
    row("core/workspace", "core/yaml", true);
    row("core/yaml", "core/workspace", false);
    row("core/tools", "core/kube", false);
    row("core/backends/kind", "core/backends", true);
    row("core/backends", "core/backends/kind", false);
    row("core/backends/kind", "core/backends/standalone", false);
    row("core/cluster", "core/backends", true);
    row("core/backends/kind", "core/cluster", false);
    row("ui/cluster", "core/cluster", true);
    row("ui/widgets", "ui/cluster", false);
    row("app/cli", "ui/shell", true);
}

void TestHouse::roomsKnowLowerRooms()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(bool, allowed);
    QCOMPARE(rooms::objection(from + QStringLiteral("/X.cpp"), to + QStringLiteral("/Y.h")).isEmpty(), allowed);
}

void TestHouse::badReadmeIsFound()
{
    QVERIFY(!house::readmeProblem(QStringLiteral("core/x"), {}).isEmpty());
    QVERIFY(!house::readmeProblem(QStringLiteral("core/x"), QStringList(13, QStringLiteral("words"))).isEmpty());
    QVERIFY(house::readmeProblem(QStringLiteral("core/x"), QStringList(12, QStringLiteral("words"))).isEmpty());
}

void TestHouse::projectFollowsTheRules()
{
    const QDir root(QStringLiteral(SOURCE_ROOT));
    QStringList wrong;
    int seen = 0;
    for (const QString &path : projectFiles()) {
        // The samples above break the rules on purpose; only the shape of this file is checked.
        const bool samples = path == QStringLiteral("tests/house/tst_house.cpp");
        if (!isText(path))
            continue;
        const SourceText file(path, readText(root.filePath(path)));
        ++seen;
        wrong += isCpp(path) && !samples ? check(house::cppRules(), file) : QStringList();
        wrong += check(house::textRules(), file);
    }
    QVERIFY2(seen > 50, "the walk found next to nothing: is SOURCE_ROOT right?");
    for (const QString &line : wrong)
        qWarning().noquote() << line; // one by one: a failure's own text is cut after a screenful
    QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("%1 broken, see above").arg(wrong.size())));
}

void TestHouse::roomsHaveReadmes()
{
    const QDir root(QStringLiteral(SOURCE_ROOT));
    QStringList wrong;
    for (const QString &room : roomFolders()) {
        const QStringList lines = readText(root.filePath(room + QStringLiteral("/README.md"))).trimmed().split(u'\n');
        if (const QString problem = house::readmeProblem(room, lines); !problem.isEmpty())
            wrong += problem;
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
}

void TestHouse::coreRoomsAreInTheTable()
{
    const QString map = readText(QStringLiteral(SOURCE_ROOT "/core/README.md"));
    for (const QString &room : roomFolders()) {
        if (!room.startsWith(QStringLiteral("core/")))
            continue;
        QVERIFY2(rooms::levelOf(room).has_value(), qPrintable(room + QStringLiteral(" has no level in tests/house/Rooms.cpp")));
        QVERIFY2(map.contains(room.mid(5)), qPrintable(room + QStringLiteral(" is not in the map of core/README.md")));
    }
}

QTEST_GUILESS_MAIN(TestHouse)
#include "tst_house.moc"
