// SPDX-License-Identifier: Apache-2.0
// What uv and pip are told, and what they answered when that was recorded: the oldest uv that will do and the pinned one.
#include "core/python/Pip.h"
#include "core/python/Uv.h"
#include "core/python/UvReplies.h"
#include "tests/support/TempWorkspace.h"

#include <QFile>
#include <QTest>
#include <QTimeZone>

using namespace windsock;
using Code = Error::Code;

namespace {
QByteArray recorded(const QString &name)
{
    QFile file(QStringLiteral(TEST_DATA "/python/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no recording %s", qPrintable(name));
    return file.readAll();
}
const uv::Place place{"/tools/uv", "/cache/uv", {{"UV_NATIVE_TLS", "1"}}};
} // namespace

class tst_Uv : public QObject
{
    Q_OBJECT
private slots:
    void commands()
    {
        const QString variables = "UV_CACHE_DIR=/cache/uv UV_NATIVE_TLS=1 UV_NO_PROGRESS=1 UV_PYTHON_DOWNLOADS=never /tools/uv ";
        QCOMPARE(uv::version("/tools/uv").args, QStringList{"--version"});
        const Command venv = uv::venv(place, "/usr/bin/python3.11", "/e/new");
        QCOMPARE(venv.program, "/tools/uv");
        QCOMPARE(venv.shown().section(" venv", 0, 0) + ' ', variables);
        QCOMPARE(venv.args.join(' '), "venv --relocatable --no-project --python /usr/bin/python3.11 -- /e/new");
        uv::InstallRequest request{.python = "/e/bin/python", .requirements = "/m/r.txt"};
        QCOMPARE(uv::install(place, request).args.join(' '), "pip install --python /e/bin/python -r /m/r.txt");
        request.constraints = "/m/c.txt";
        request.before = QDateTime(QDate(2025, 2, 11), QTime(10, 45, 47), QTimeZone(3600));
        request.insecureHosts = QStringList{"a.example"};
        request.prereleases = request.refresh = request.compile = request.check = true;
        QCOMPARE(uv::install(place, request).args.join(' '),
                 "pip install --python /e/bin/python -r /m/r.txt -c /m/c.txt --exclude-newer 2025-02-11T09:45:47Z"
                 " --allow-insecure-host a.example --prerelease allow --refresh --compile-bytecode --strict");
        const Command pinned =
            uv::install(place, {.python = "/usr/bin/python3", .requirements = "/m/r.txt", .target = "/m/t", .pinned = true});
        QCOMPARE(pinned.args.join(' '),
                 "pip install --python /usr/bin/python3 -r /m/r.txt --target /m/t --require-hashes --only-binary :all: --no-deps");
        QVERIFY(pinned.workDir.isEmpty()); // no project's folder
    }

    void pipCommand()
    {
        const Command command =
            pip::install({"/usr/bin/python3.11", {"-I", "-m", "pip"}}, {"/m/uv.txt", "/m/made", {{"PIP_CERT", "/ca.pem"}}});
        QCOMPARE(command.program, "/usr/bin/python3.11");
        QCOMPARE(command.args.join(' '),
                 "-I -m pip install --disable-pip-version-check --no-input --no-cache-dir --no-compile --no-warn-script-location"
                 " --require-hashes --only-binary :all: --no-deps --target /m/made -r /m/uv.txt");
        QCOMPARE(command.environment.value("PIP_CERT"), "/ca.pem");
    }

    void waysToPip()
    {
        TempWorkspace folder;
        const auto python = [&folder](const QString &prefix, int minor) {
            return PythonProgram{folder.writeProgram(prefix + QStringLiteral("/bin/python3.%1").arg(minor), "x"), {3, minor, 1}};
        };
        const PythonProgram old = python("old", 7), bare = python("bare", 11), whole = python("whole", 12);
        const QString bundled = folder.write("whole/lib/python3.12/ensurepip/_bundled/pip-23.2.1-py3-none-any.whl", "x");
        folder.write("whole/lib/python3.12/ensurepip/_bundled/setuptools-65-py3-none-any.whl", "x");
        folder.write("old/lib/python3.7/ensurepip/_bundled/pip-20.1-py3-none-any.whl", "x");
        const QString system = folder.write("wheels/pip-23.0.1-py3-none-any.whl", "x");
        const QList<pip::Runner> runners = pip::runners({old, bare, whole}, {folder.path("none"), folder.path("wheels")});
        QCOMPARE(runners, (QList<pip::Runner>{{bare.path, {"-I", "-m", "pip"}},
                                              {whole.path, {"-I", "-m", "pip"}},
                                              {whole.path, {"-I", bundled + "/pip"}},
                                              {bare.path, {"-I", system + "/pip"}}}));
        QVERIFY(pip::runners({}, {folder.path("wheels")}).isEmpty());
    }

    void versions()
    {
        QCOMPARE(uv::parseVersion("uv 0.13.9 (x86_64-unknown-linux-gnu)\n"), Version({0, 13, 9}));
        QCOMPARE(uv::parseVersion("uv 0.4.30\n"), Version({0, 4, 30}));
        QVERIFY(!uv::parseVersion("pyenv: uv: command not found 1.2.3"));
        QVERIFY(!uv::parseVersion(""));
        QVERIFY(Version({0, 4, 30}) >= uv::leastVersion);
    }

    void failures_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("why");
        QTest::addColumn<QString>("package");
        for (const char *version : {"-uv-0.13.9.txt", "-uv-0.4.30.txt"}) {
            const auto row = [version](const char *name, Code code, const char *rule, const char *why, const char *package = "") {
                const QString file = QString::fromUtf8(name) + QString::fromUtf8(version);
                QTest::newRow(qPrintable(file))
                    << file << int(code) << QString::fromUtf8(rule) << QString::fromUtf8(why) << QString::fromUtf8(package);
            };
            row("no-version", Code::NotFound, "uv.no-version", "There is no version of idna==99", "idna");
            row("no-package", Code::NotFound, "uv.no-package", "Airflow-provider-mistyped was not found", "airflow-provider-mistyped");
            row("conflict", Code::Conflict, "uv.conflict", "Requests==2.32.0 depends on idna>=2.5,<4 and idna==2.0", "requests");
            row("airflow-held", Code::Conflict, "uv.conflict", "depends on apache-airflow>=2.11.0 and apache-airflow==2.10.5",
                "apache-airflow");
            row("bad-requirement", Code::BadInput, "uv.requirement", "Couldn't parse requirement");
            row("hash", Code::Network, "uv.hash", "", "idna");
            row("unreachable", Code::Network, "uv.unreachable", "");
            row("unknown-host", Code::Network, "uv.unreachable", "");
            row("server-500", Code::Network, "uv.unreachable", "");
            row("offline", Code::Network, "uv.offline", "");
            row("auth-401", Code::Auth, "uv.auth", "");
            row("auth-403", Code::Auth, "uv.auth", "");
            row("no-environment", Code::ToolMissing, "uv.no-python", "");
            row("no-python", Code::ToolMissing, "uv.no-python", "");
            row("no-python-path", Code::ToolMissing, "uv.no-python", "");
            row("build", Code::ToolFailed, "uv.build", "", "windsock-bad");
            row("no-wheel", Code::NotFound, "uv.no-version", "", "windsock-bad");
            row("python-too-old", Code::NotFound, "uv.no-version", "Numpy==1.19.5 has no usable wheels", "numpy");
            row("requires-python", Code::Conflict, "uv.python", "does not satisfy Python>=3.12", "numpy");
            row("disk-full", Code::ToolFailed, "uv.disk-full", "");
        }
        QTest::newRow("too new") << "exclude-newer-uv-0.13.9.txt" << int(Code::NotFound) << "uv.too-new"
                                 << ""
                                 << "six";
        QTest::newRow("too new, old uv") << "exclude-newer-uv-0.4.30.txt" << int(Code::NotFound) << "uv.no-version"
                                         << ""
                                         << "six";
    }
    void failures()
    {
        QFETCH(QString, name);
        QFETCH(int, code);
        QFETCH(QString, rule);
        QFETCH(QString, why);
        QFETCH(QString, package);
        const uv::Failure failure = uv::failure({1, {}, recorded(name), {}});
        QVERIFY2(int(failure.error.code) == code, qPrintable(failure.error.report()));
        QCOMPARE(failure.error.rule, rule);
        QVERIFY2(failure.error.why.contains(why), qPrintable(failure.error.report()));
        QVERIFY2(package.isEmpty() || failure.packages.contains(package), qPrintable(failure.packages.join(' ')));
        QVERIFY(!failure.packages.contains("python") && !failure.packages.contains("because"));
        QVERIFY(!failure.error.what.isEmpty() && !failure.error.todo.isEmpty() && !failure.error.evidence.isEmpty());
        for (const QString &text : {failure.error.what, failure.error.why, failure.error.todo})
            QVERIFY2(!text.contains(u'╰') && !text.contains('\n') && !text.contains("cause:"), qPrintable(text));
    }

    void unknownFailure()
    {
        const uv::Failure failure = uv::failure({101, {}, "thread 'main' panicked at https://al:s3cretpw@a.example/\n", {}});
        QCOMPARE(failure.error.code, Code::ToolFailed);
        QVERIFY(failure.error.rule.isEmpty() && failure.error.what.contains("101"));
        QVERIFY(failure.error.evidence.contains("panicked") && !failure.error.evidence.contains("s3cret"));
        QVERIFY(!uv::failure({1, "only stdout\n", {}, {}}).error.evidence.isEmpty());
        QVERIFY(!uv::failure({1, {}, {}, {}}).error.what.isEmpty());
    }

    void progress()
    {
        QStringList texts;
        for (const QByteArray &line : recorded("progress-uv-0.13.9.txt").split('\n')) {
            if (const QString text = uv::progressText(line); !text.isEmpty())
                texts += text;
        }
        QCOMPARE(texts, (QStringList{"4 packages chosen", "fetching numpy (17.4MiB)", "fetching psycopg2-binary (2.9MiB)",
                                     "building lockfile==0.12.2", "4 packages fetched", "4 packages installed", "703 files compiled"}));
        QCOMPARE(uv::progressText("Building x @ https://al:pw@a.example/x"), "building x");
        QVERIFY(uv::progressText(" + idna==3.7").isEmpty());
        QVERIFY(uv::progressText("").isEmpty());
    }

    void pipFailures_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("rule");
        QTest::newRow("hash") << int(Code::Network) << "uv.hash";
        QTest::newRow("unreachable") << int(Code::Network) << "uv.unreachable";
        QTest::newRow("none") << int(Code::NotFound) << "uv.no-version";
        QTest::newRow("disk-full") << int(Code::ToolFailed) << "uv.disk-full";
        QTest::newRow("no-pip") << int(Code::ToolFailed) << "";
    }
    void pipFailures()
    {
        QFETCH(int, code);
        QFETCH(QString, rule);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        const CommandOutput output{1, {}, recorded(name + "-pip-23.0.1.txt"), {}};
        const Error error = pip::failure(output);
        QCOMPARE(int(error.code), code);
        QCOMPARE(error.rule, rule);
        QVERIFY(!error.todo.isEmpty() && !error.evidence.isEmpty());
        QCOMPARE(pip::isMissing(output), name == "no-pip");
    }
};

QTEST_GUILESS_MAIN(tst_Uv)
#include "tst_Uv.moc"
