// SPDX-License-Identifier: Apache-2.0
// The real uv, pip and package index: uv is fetched, a small environment is made and moved, PostgreSQL's programs run. Skipped (77)
// where the index cannot be reached. WINDSOCK_TEST_AIRFLOW_VERSIONS="2.10.5 3.2.2" makes whole environments too, and says how long
// that took from an empty cache.
#include "core/base/FileText.h"
#include "core/base/Redactor.h"
#include "core/process/ProcessRunner.h"
#include "core/python/EmbeddedPostgres.h"
#include "core/python/EnvironmentBuild.h"
#include "core/python/EnvironmentMaking.h"
#include "core/python/UvInstall.h"
#include "tests/support/Await.h"
#include "tests/support/TempWorkspace.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTest>

#include <optional>

using namespace windsock;

static bool s_skipped = false;

class tst_RealEnvironment : public QObject
{
    Q_OBJECT
private:
    TempWorkspace m_folder;
    SystemClock m_clock;
    Redactor m_redactor;
    ToolFinder m_finder{{.ownFolder = m_folder.path("tools"), .usual = {"/usr/bin", "/bin"}}};
    ProcessRunner m_runner{m_finder, m_redactor, m_folder.path("ledger")};
    PythonFinder m_pythons{m_runner, PythonPlaces::ofThisMachine()};
    EnvironmentParts m_parts{m_runner, m_clock, EnvironmentStore(m_folder.path("pythons")), m_folder.path("cache/uv"),
                             IndexSettings::from(IndexSources::ofThisMachine())};
    UvProgram m_uv;
    PythonProgram m_python;

    template <class T>
    static QByteArray why(const Result<T> &result)
    {
        return result ? QByteArray() : result.error().report().toUtf8();
    }
    Result<CommandOutput> run(const QString &program, const QStringList &args)
    {
        Command command;
        command.program = program;
        command.args = args;
        return await(m_runner.run(command), 60000);
    }
    // Every file of bytecode with its time and size: whoever compiles again changes them.
    static QStringList bytecode(const QString &folder)
    {
        QStringList found;
        for (QDirIterator files(folder, {"*.pyc"}, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
            const QFileInfo file(files.next());
            found += QStringLiteral("%1 %2 %3").arg(file.filePath()).arg(file.size()).arg(file.lastModified().toMSecsSinceEpoch());
        }
        found.sort();
        return found;
    }
    Async<PythonEnvironment> fill(const QString &making)
    {
        const uv::Place place = m_parts.placeOf(m_uv.path);
        const QString environment = EnvironmentStore::environmentIn(making), file = making + "/small.txt";
        uv::InstallRequest install{.python = environment + "/bin/python", .requirements = file, .compile = true};
        if (const Result<> written = writeFile(file, m_parts.index.requirementLines() + "charset-normalizer==3.3.2\n", ownerOnly); !written)
            return failed<PythonEnvironment>(written.error());
        const Async<> made = inSequence(this, {[=, this] { return uvRun(uv::venv(place, m_python.path, environment)); },
                                               [=, this] { return uvRun(uv::install(place, install)); }});
        return andThen(made, this, [this](Nothing) { return Result<PythonEnvironment>(PythonEnvironment{.python = m_python.minor()}); });
    }
    Async<> uvRun(const Command &command)
    {
        return andThen(runUv(m_runner, command, {}, {}, this), this,
                       [](const std::optional<uv::Failure> &failure) { return failure ? Result<>(failure->error) : Result<>(); });
    }

private slots:
    void initTestCase()
    {
        const auto pythons = await(m_pythons.find({{3, 9}, {3, 99}, {}, "this test"}), 60000);
        s_skipped = !pythons;
        if (s_skipped)
            QSKIP("no Python 3.9 or later is here");
        m_python = *pythons;
        UvInstall install({m_runner, m_finder, m_pythons, m_folder.path("tools"), m_parts.index});
        const auto uv = await(install.ensure(), 300000);
        s_skipped = !uv && (uv.error().code == Error::Code::Network || uv.error().rule == "uv.no-pip");
        if (s_skipped)
            QSKIP(qPrintable(uv.error().report()));
        QVERIFY2(uv, why(uv));
        m_uv = *uv;
    }

    void anEnvironmentWorksWhereItWasMovedTo()
    {
        const EnvironmentMaking making{"small", [this](const QString &room) { return fill(room); }};
        const auto made = await(makeInStore(m_parts.store, m_clock, making, this), 300000);
        QVERIFY2(made, why(made));
        const QStringList before = bytecode(made->folder);
        QVERIFY(before.size() > 5);
        const auto imported =
            run(made->pythonProgram(), {"-c", "import charset_normalizer, sys; print(charset_normalizer.__file__, sys.prefix)"});
        QVERIFY2(imported && imported->succeeded(), why(imported));
        QVERIFY2(imported->out.startsWith(made->folder.toUtf8()) && imported->out.trimmed().endsWith(made->folder.toUtf8()), imported->out);
        const auto script = run(made->program("normalizer"), {"--version"}); // a console script, which names its Python
        QVERIFY2(script && script->succeeded(), script ? script->err.constData() : why(script).constData());
        QCOMPARE(bytecode(made->folder), before);
    }

    void postgres()
    {
        if (!EmbeddedPostgres::isMadeForThisMachine())
            QSKIP("there is no PostgreSQL to fetch for this machine");
        EmbeddedPostgres postgres(m_parts);
        const auto programs = await(postgres.ensure({m_python, m_uv.path}), 300000);
        QVERIFY2(programs, why(programs));
        for (const char *name : {"initdb", "postgres", "pg_isready", "psql"}) {
            const auto output = run(programs->bin() + u'/' + QString::fromLatin1(name), {"--version"});
            QVERIFY2(output && output->out.contains("18.6"), output ? output->err.constData() : why(output).constData());
        }
    }

    void noSuchPackage()
    {
        const QString file = m_folder.path("r.txt");
        QVERIFY(writeFile(file, m_parts.index.requirementLines() + "charset-normalizer==0.0.0.0.1\n"));
        uv::InstallRequest install{.python = m_python.path, .requirements = file, .target = m_folder.path("none")};
        const auto failed = await(uvRun(uv::install(m_parts.placeOf(m_uv.path), install)), 60000);
        QVERIFY(!failed);
        QVERIFY2(failed.error().code == Error::Code::NotFound, why(failed));
    }

    void airflow_data()
    {
        QTest::addColumn<QString>("version");
        for (const QString &version : qEnvironmentVariable("WINDSOCK_TEST_AIRFLOW_VERSIONS").split(' ', Qt::SkipEmptyParts))
            QTest::newRow(qPrintable(version)) << version;
    }
    void airflow()
    {
        if (!qEnvironmentVariableIsSet("WINDSOCK_TEST_AIRFLOW_VERSIONS"))
            QSKIP("WINDSOCK_TEST_AIRFLOW_VERSIONS names no version");
        QFETCH(QString, version);
        const auto facts = airflowFacts(version);
        QVERIFY2(facts, why(facts));
        const auto python =
            await(m_pythons.find({facts->release.lowest, facts->release.highest, facts->release.image, "Airflow " + version}), 60000);
        QVERIFY2(python, why(python));
        EnvironmentParts parts = m_parts;
        parts.cache = m_folder.path("cache/of-" + version); // empty
        PinnedPackages pins(m_clock, m_folder.path("cache/constraints"));
        EnvironmentBuild build(parts, pins);
        const EnvironmentSpec spec{.airflow = version, .python = python->minor(), .extras = {"postgres", "cncf-kubernetes", "hashicorp"}};
        QElapsedTimer timer;
        timer.start();
        const auto told = [&timer](const QString &text) { qInfo("%6lld ms  %s", timer.elapsed(), qPrintable(text)); };
        const auto made = await(build.make({.spec = spec, .python = *python, .uv = m_uv.path, .progress = told}), 900000);
        QVERIFY2(made, why(made));
        qInfo("%s: %lld ms, %lld MB, %s", qPrintable(spec.title()), timer.elapsed(), made->bytes / 1000000, qPrintable(made->lockNote));
        const auto asked = run(made->program("airflow"), {"version"});
        QVERIFY2(asked && asked->succeeded(), asked ? asked->err.constData() : why(asked).constData());
        QVERIFY2(asked->out.contains(version.toUtf8()), asked->out);
        QVERIFY(await(build.make({.spec = spec, .python = *python, .uv = m_uv.path}))); // there
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    tst_RealEnvironment test;
    const int code = QTest::qExec(&test, argc, argv);
    return s_skipped ? 77 : code;
}
#include "tst_RealEnvironment.moc"
