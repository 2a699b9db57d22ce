// SPDX-License-Identifier: Apache-2.0
// Which Pythons are found, asked and chosen, on real children that play good, broken and hanging ones.
#include "core/python/PythonFinder.h"

#include "tests/support/Await.h"
#include "tests/support/FakeTools.h"
#include "tests/support/ScriptedRunner.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTest>

using namespace windsock;

namespace {
CommandOutput printed(const QByteArray &out, const QByteArray &err = {}, int code = 0)
{
    return {code, out, err, {}};
}
QByteArray answer(const QByteArray &version, const QByteArray &path, const QByteArray &missing = {}, const QByteArray &name = "cpython")
{
    return "windsock-python\t" + name + '\t' + version + "\tfinal\t" + path + '\t' + missing + '\n';
}
PythonProgram python(int minor, const QString &path = {})
{
    return {path.isEmpty() ? QStringLiteral("/usr/bin/python3.%1").arg(minor) : path, {3, minor, 1}};
}
PythonWish wish(int lowest, int highest, int preferred)
{
    return {{3, lowest}, {3, highest}, preferred > 0 ? PythonVersion{3, preferred} : PythonVersion(), QStringLiteral("Airflow 2.10.5")};
}
} // namespace

class tst_PythonFinder : public QObject
{
    Q_OBJECT
private:
    // A program of this name in the folder, played by the scenario.
    static QString fake(const TempWorkspace &folder, const QString &relative)
    {
        folder.makeFolder(QFileInfo(relative).path());
        // A copy: links to one file would be one Python.
        if (!QFile::copy(QStringLiteral(BUILD_ROOT "/faketools/faketool"), folder.path(relative)))
            qFatal("no fake Python");
        return folder.path(relative);
    }

private slots:
    void cleanup() { QDir::setCurrent(QStringLiteral("/")); }

    void answers_data()
    {
        QTest::addColumn<QByteArray>("out");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("why");
        const auto good = [](const char *name, const QByteArray &out, const QString &path) {
            QTest::newRow(name) << out << path << QString();
        };
        const auto bad = [](const char *name, const QByteArray &out, const QString &why) {
            QTest::newRow(name) << out << QString() << why;
        };
        good("plain", answer("3.11.2", "/usr/bin/python3.11"), "/usr/bin/python3.11");
        good("after a warning", "shim: using 3.11\n" + answer("3.11.2", "/opt/a b/python3.11"), "/opt/a b/python3.11");
        bad("PyPy", answer("3.10.14", "/usr/bin/pypy3", {}, "pypy"), "CPython");
        bad("free-threaded", answer("3.13.1", "/usr/bin/python3.13t", "GIL"), "lock");
        bad("half a library", answer("3.11.2", "/usr/bin/python3.11", "_ssl _sqlite3"), "_ssl, _sqlite3");
        bad("pre-release", QByteArray(answer("3.15.0", "/usr/bin/python3.15")).replace("final", "beta"), "pre-release");
        bad("silent stub", "", "did not answer");
        bad("other program", "hello\n", "did not answer");
        bad("cut", "windsock-python\tcpython\t3.11", "did not answer");
        bad("no version", answer("x", "/usr/bin/python3"), "did not answer");
        bad("relative path", answer("3.11.2", "python3"), "did not answer");
    }
    void answers()
    {
        QFETCH(QByteArray, out);
        QFETCH(QString, path);
        QFETCH(QString, why);
        const auto parsed = parsePythonAnswer("/asked", Result<CommandOutput>(printed(out)));
        if (why.isEmpty()) {
            const auto *good = std::get_if<PythonProgram>(&parsed);
            QVERIFY(good);
            QCOMPARE(good->path, path);
            QCOMPARE(good->minor().text(), "3.11");
            return;
        }
        const auto *bad = std::get_if<UnusablePython>(&parsed);
        QVERIFY(bad);
        QCOMPARE(bad->path, "/asked");
        QVERIFY2(bad->why.contains(why), qPrintable(bad->why));
    }

    void failedAnswers()
    {
        const auto why = [](const Result<CommandOutput> &answer) { return std::get<UnusablePython>(parsePythonAnswer("/p", answer)).why; };
        const QString shim = why(printed({}, "pyenv: python3.12: command not found\n\nThe command exists in 3.12.1\n", 127));
        QVERIFY2(shim.contains("127") && shim.contains("command not found") && !shim.contains('\n'), qPrintable(shim));
        QVERIFY(why(Error{Error::Code::Timeout, "x"}).contains("5 s"));
        QCOMPARE(why(Error{Error::Code::ToolMissing, "not to be used", "anybody may write"}), "anybody may write");
        QCOMPARE(why(Error{Error::Code::ToolFailed, "did not start"}), "did not start");
    }

    void chosen_data()
    {
        QTest::addColumn<QList<int>>("minors");
        QTest::addColumn<QList<int>>("wished"); // lowest, highest, preferred
        QTest::addColumn<int>("chosen");        // 0: none
        const auto row = [](const char *name, const QList<int> &minors, const QList<int> &wished, int chosen) {
            QTest::newRow(name) << minors << wished << chosen;
        };
        row("the image's", {13, 12, 11}, {8, 12, 12}, 12);
        row("one older", {11}, {8, 12, 12}, 11);
        row("nearest below", {9, 10, 8}, {8, 12, 12}, 10);
        row("of two equally near the older", {13, 11}, {10, 14, 12}, 11);
        row("the nearer one although newer", {13, 9}, {9, 14, 12}, 13);
        row("too new does not count", {13, 14}, {8, 12, 12}, 0);
        row("too old does not count", {7}, {8, 11, 8}, 0);
        row("none at all", {}, {8, 12, 12}, 0);
        row("newest without a preference", {9, 11, 10}, {8, 99, 0}, 11);
    }
    void chosen()
    {
        QFETCH(QList<int>, minors);
        QFETCH(QList<int>, wished);
        QFETCH(int, chosen);
        FoundPythons found;
        for (const int minor : minors)
            found.usable += python(minor);
        const auto best = choosePython(found, wish(wished[0], wished[1], wished[2]));
        QCOMPARE(best ? best->version.minor : 0, chosen);
    }

    void noneFitsSaysWhatIsThere()
    {
        const FoundPythons found{{python(7), python(13)}, {{"/usr/bin/python3.12", "It did not answer within 5 s"}}};
        const auto none = choosePython(found, wish(8, 12, 12));
        QVERIFY(!none);
        QCOMPARE(none.error().code, Error::Code::ToolMissing);
        QCOMPARE(none.error().rule, "python.missing");
        QVERIFY2(none.error().what.contains("Airflow 2.10.5") && none.error().what.contains("3.8 to 3.12"), qPrintable(none.error().what));
        const QStringList reasons = none.error().why.split('\n');
        QCOMPARE(reasons.size(), 3);
        QVERIFY(reasons[0].contains("python3.7") && reasons[0].contains("too old"));
        QVERIFY(reasons[1].contains("python3.13") && reasons[1].contains("too new"));
        QVERIFY(reasons[2].contains("python3.12") && reasons[2].contains("5 s"));
        for (const char *way : {"apt install", "dnf install python3.12", "brew install python@3.12"})
            QVERIFY2(none.error().todo.contains(QString::fromLatin1(way)), qPrintable(none.error().todo));
        QVERIFY(!choosePython({}, wish(8, 12, 12)).error().why.isEmpty());
    }

    void candidates()
    {
        TempWorkspace folder;
        for (const char *name : {"a/python3.9", "a/python3.12", "a/python3", "a/python3-config", "a/python3.12-config", "a/python2.7",
                                 "a/python", "b/python3.11", "here/python3.10"})
            folder.writeProgram(QString::fromLatin1(name), QByteArray("#!/bin/sh\n#") + name);
        QVERIFY(QFile::link(folder.path("a/python3.12"), folder.path("b/python3.12"))); // another name for the same
        folder.makeFolder("a/python3.8");
        QDir::setCurrent(folder.path("here"));
        const PythonPlaces places{
            {folder.path("a"), "b", ".", folder.path("here"), folder.path("none"), folder.path("b"), folder.path("a")}};
        const QStringList expected{folder.path("a/python3.12"), folder.path("a/python3.9"), folder.path("a/python3"),
                                   folder.path("b/python3.11")};
        QCOMPARE(places.candidates(), expected);
    }

    void standardPlaces()
    {
        TempWorkspace home;
        for (const char *bin :
             {".pyenv/versions/3.11.7/bin", ".pyenv/versions/3.9.1/bin", ".pyenv/versions/2.7.18/bin",
              ".local/share/uv/python/cpython-3.12.1-linux-x86_64-gnu/bin", "other/versions/3.10.2/bin", "other/shims", "lone/shims"})
            home.makeFolder(QString::fromLatin1(bin));
        const PythonPlaces places =
            PythonPlaces::standard({home.path("first"), home.path("other/shims"), home.path("lone/shims")}, home.path());
        QCOMPARE(places.folders.first(), home.path("first"));
        QVERIFY(places.folders.contains("/usr/bin"));
        for (const char *bin : {".pyenv/versions/3.11.7/bin", ".pyenv/versions/3.9.1/bin",
                                ".local/share/uv/python/cpython-3.12.1-linux-x86_64-gnu/bin", "other/versions/3.10.2/bin", "lone/shims"})
            QVERIFY2(places.folders.contains(home.path(QString::fromLatin1(bin))), bin);
        QVERIFY(!places.folders.contains(home.path(".pyenv/versions/2.7.18/bin")));
        QVERIFY(!places.folders.contains(home.path("other/shims"))); // what they lead to is there instead
    }

    void asksRealPrograms()
    {
        FakeTools tools(BUILD_ROOT "/faketools",
                        "on python3.12 -I -S -c\nout windsock-python\\tcpython\\t3.12.1\\tfinal\\t/opt/p/python3.12\\t\n"
                        "on python3.11\nerr pyenv: python3.11: command not found\nexit 127\n"
                        "on python3.10\nout windsock-python\\tcpython\\t3.10.4\\tfinal\\t/opt/p/python3.10\\t\n"
                        "on python3\nout Python was not found; run without arguments to install\n");
        TempWorkspace folder;
        for (const char *name : {"python3.12", "python3.11", "python3.10", "python3"})
            fake(folder, QStringLiteral("bin/") + QString::fromLatin1(name));
        PythonFinder finder(tools.runner(), {{folder.path("bin")}});
        const auto found = await(finder.all());
        QVERIFY(found);
        QCOMPARE(found->usable, (QList<PythonProgram>{{"/opt/p/python3.12", {3, 12, 1}}, {"/opt/p/python3.10", {3, 10, 4}}}));
        QCOMPARE(found->unusable.size(), 2);
        QCOMPARE(tools.calls().size(), 4);
        QVERIFY(await(finder.all()));
        QCOMPARE(tools.calls().size(), 4); // remembered
        finder.forget();
        QVERIFY(await(finder.all()));
        QCOMPARE(tools.calls().size(), 8);
    }

    void thePreferredOneIsEnough()
    {
        FakeTools tools(BUILD_ROOT "/faketools", "on python3.12\nout windsock-python\\tcpython\\t3.12.1\\tfinal\\t/opt/p/python3.12\\t\n"
                                                 "on python3.11\nout windsock-python\\tcpython\\t3.11.1\\tfinal\\t/opt/p/python3.11\\t\n");
        TempWorkspace folder;
        fake(folder, QStringLiteral("bin/python3.12"));
        fake(folder, QStringLiteral("bin/python3.11"));
        PythonFinder finder(tools.runner(), {{folder.path("bin")}});
        const auto best = await(finder.find(wish(8, 12, 12)));
        QVERIFY(best);
        QCOMPARE(best->path, "/opt/p/python3.12");
        QCOMPARE(tools.calls().size(), 1);
        QCOMPARE(await(finder.find(wish(8, 11, 11)))->path, "/opt/p/python3.11");
        QCOMPARE(tools.calls().size(), 2);
        QVERIFY(!await(finder.find(wish(9, 10, 10))));
    }

    void aHangingOneIsPassedOver()
    {
        FakeTools tools(BUILD_ROOT "/faketools", "on python3.12\nignore\nhang\n"
                                                 "on python3.11\nout windsock-python\\tcpython\\t3.11.1\\tfinal\\t/opt/p/python3.11\\t\n");
        TempWorkspace folder;
        fake(folder, QStringLiteral("bin/python3.12"));
        fake(folder, QStringLiteral("bin/python3.11"));
        PythonFinder finder(tools.runner(), {{folder.path("bin")}});
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(await(finder.find(wish(8, 12, 12)))->path, "/opt/p/python3.11");
        QVERIFY2(timer.elapsed() < 9000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(await(finder.all())->unusable.first().why.contains("5 s"));
    }

    void whatAnybodyMayChangeIsNotRun()
    {
        FakeTools tools(BUILD_ROOT "/faketools", "on python3.12\nout windsock-python\\tcpython\\t3.12.1\\tfinal\\t/opt/p/python3.12\\t\n");
        TempWorkspace folder;
        QVERIFY(
            QFile::setPermissions(fake(folder, QStringLiteral("bin/python3.12")), QFile::ReadOwner | QFile::ExeOwner | QFile::WriteOther));
        PythonFinder finder(tools.runner(), {{folder.path("bin")}});
        const auto found = await(finder.all());
        QVERIFY(found && found->usable.isEmpty());
        QVERIFY2(!found->unusable.first().why.isEmpty(), qPrintable(found->unusable.first().why));
        QCOMPARE(tools.calls().size(), 0);
    }

    void cancel()
    {
        FakeTools tools(BUILD_ROOT "/faketools", "on *\nhang\n");
        TempWorkspace folder;
        fake(folder, QStringLiteral("bin/python3.12"));
        PythonFinder finder(tools.runner(), {{folder.path("bin")}});
        Cancel cancel;
        const Async<FoundPythons> asking = finder.all(cancel);
        QTRY_COMPARE(tools.calls().size(), 1);
        cancel.request();
        const auto found = await(asking);
        QVERIFY(!found && found.error().isCancel());
    }

    void thisMachine()
    {
        // Not what is there, but that asking it works and takes no time.
        FakeTools tools("/usr/bin", {});
        PythonFinder finder(tools.runner(), PythonPlaces::ofThisMachine());
        QElapsedTimer timer;
        timer.start();
        const auto found = await(finder.all());
        QVERIFY(found);
        for (const PythonProgram &program : found->usable)
            QVERIFY2(QFileInfo(program.path).isExecutable() && program.version.major == 3, qPrintable(program.path));
        QVERIFY2(timer.elapsed() < 10000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(tst_PythonFinder)
#include "tst_PythonFinder.moc"
