// SPDX-License-Identifier: Apache-2.0
// Getting uv: one that is there, one that is put into our folder by the pip of a Python, or a word on what to install. Pythons are
// small scripts that play good and broken ones; the real thing is for tests/live.
#include "core/python/UvInstall.h"

#include "core/base/Redactor.h"
#include "core/process/ProcessRunner.h"
#include "tests/support/Await.h"
#include "tests/support/TempWorkspace.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

#include <optional>

using namespace windsock;

class tst_UvInstall : public QObject
{
    Q_OBJECT
private:
    struct Bench
    {
        TempWorkspace folder;
        Redactor redactor;
        QString tools = folder.path("data/tools");
        ToolFinder finder{{.ownFolder = tools, .path = {folder.path("path")}, .usual = {"/usr/bin", "/bin"}}};
        ProcessRunner runner{finder, redactor, folder.path("ledger")};
        PythonFinder pythons{runner, {{folder.path("pythons")}}};
        IndexSettings index;
        Cancel cancel;
        QStringList told;

        // What `python -I …` does, as a script: the question is answered, pip runs `pip`.
        void python(const QByteArray &name, const QByteArray &version, const QByteArray &pip)
        {
            const QByteArray path = folder.path("pythons/" + QString::fromLatin1(name)).toUtf8();
            folder.writeProgram("pythons/" + QString::fromLatin1(name),
                                "#!/bin/sh\nif [ \"$2\" = -S ]; then printf 'windsock-python\\tcpython\\t" + version
                                    + "\\tfinal\\t%s\\t\\n' '" + path
                                    + "'; exit; fi\n"
                                      "while [ $# -gt 0 ]; do case $1 in --target) target=$2;; -r) file=$2;; esac; shift; done\n"
                                    + pip);
        }
        // As pip does it: a program in bin of the target.
        static QByteArray installs(const QByteArray &version)
        {
            return "mkdir -p \"$target/bin\"; printf '#!/bin/sh\\necho uv " + version
                   + "\\n' > \"$target/bin/uv\"; chmod +x \"$target/bin/uv\"; cp \"$file\" \"$target/../../../seen\"\n";
        }
        QByteArray pinned() const { return UvInstall::pinnedVersion().text().toLatin1(); }
        UvInstall::Parts parts() { return {runner, finder, pythons, tools, index, {folder.path("wheels")}}; }
        Result<UvProgram> ensure()
        {
            UvInstall install(parts());
            return await(install.ensure({.progress = [this](const QString &text) { told += text; }, .cancel = cancel}));
        }
        QStringList left() const { return QDir(tools).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot); }
    };
    std::optional<Bench> m_bench;

private slots:
    void init()
    {
        if (QFileInfo::exists("/usr/bin/uv") || QFileInfo::exists("/bin/uv"))
            QSKIP("this machine has a uv in /usr/bin");
        m_bench.emplace();
    }
    void cleanup() { m_bench.reset(); }

    void oneThatIsThere()
    {
        const QString path = m_bench->folder.writeProgram("path/uv", "#!/bin/sh\necho 'uv 0.5.2 (abc)'\n");
        const auto uv = m_bench->ensure();
        QVERIFY2(uv, uv ? "" : qPrintable(uv.error().report()));
        QCOMPARE(*uv, (UvProgram{path, {0, 5, 2}}));
        QVERIFY(!QFileInfo::exists(m_bench->tools));
    }

    void installed()
    {
        m_bench->python("python3.11", "3.11.2", Bench::installs(m_bench->pinned()));
        const auto uv = m_bench->ensure();
        QVERIFY2(uv, uv ? "" : qPrintable(uv.error().report()));
        QCOMPARE(*uv, (UvProgram{m_bench->tools + "/uv", UvInstall::pinnedVersion()}));
        QCOMPARE(m_bench->left(), QStringList{"uv"});
        QCOMPARE(m_bench->folder.read("data/seen"), UvInstall::pinnedRequirement());
        QVERIFY(!(QFile::permissions(m_bench->tools) & (QFile::WriteGroup | QFile::WriteOther)));
        QCOMPARE(m_bench->told, QStringList{"Fetching uv " + UvInstall::pinnedVersion().text()});
        QCOMPARE(m_bench->finder.find(Tool::Uv).value_or({}), uv->path); // found from now on
        m_bench->told.clear();
        QVERIFY(m_bench->ensure());
        QVERIFY(m_bench->told.isEmpty());
    }

    void clearsWhatAKilledOneLeft()
    {
        const QString living = QStringLiteral("data/tools/.uv-%1-other").arg(QCoreApplication::applicationPid());
        m_bench->folder.write("data/tools/.uv-999999999-dead/made/bin/uv", "half");
        m_bench->folder.write("data/tools/.uv-AbCdEf/uv.txt", "of an older release");
        m_bench->folder.write(living + "/uv.txt", "another install of this process");
        m_bench->python("python3.11", "3.11.2", Bench::installs(m_bench->pinned()));
        QVERIFY(m_bench->ensure());
        QCOMPARE(m_bench->left(), (QStringList{QFileInfo(living).fileName(), "uv"}));
    }

    void inPlaceOfOneOfNoUse_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("too old") << QByteArray("echo 'uv 0.2.1'\n");
        QTest::newRow("broken") << QByteArray("echo no >&2; exit 3\n");
        QTest::newRow("something else") << QByteArray("echo hello 9.9.9\n");
    }
    void inPlaceOfOneOfNoUse()
    {
        QFETCH(QByteArray, script);
        m_bench->folder.writeProgram("path/uv", "#!/bin/sh\n" + script);
        m_bench->python("python3.11", "3.11.2", Bench::installs(m_bench->pinned()));
        QCOMPARE(m_bench->ensure()->path, m_bench->tools + "/uv");
        UvInstall again(m_bench->parts());
        QCOMPARE(await(again.find())->path, m_bench->tools + "/uv");
    }

    void theNextOneThatHasPip()
    {
        m_bench->python("python3.12", "3.12.1", "echo \"$0: No module named pip\" >&2; exit 1\n");
        m_bench->python("python3.11", "3.11.2", Bench::installs(m_bench->pinned()));
        QVERIFY(m_bench->ensure());
        QCOMPARE(m_bench->left(), QStringList{"uv"});
    }

    void byAWheelOfPip()
    {
        // No module, but a wheel that Python can run: args are "-I …/pip-23.whl/pip install …"
        m_bench->python("python3.12", "3.12.1", "exit 9\n");
        m_bench->folder.write("wheels/pip-23.0.1-py3-none-any.whl", "x");
        const QByteArray script = m_bench->folder.read("pythons/python3.12");
        m_bench->folder.writeProgram("pythons/python3.12",
                                     QByteArray(script)
                                         .replace("while [",
                                                  "if [ \"$2\" = -m ]; then echo 'No module named pip' >&2; exit 1; fi\n"
                                                  "case $2 in */wheels/pip-23.0.1-py3-none-any.whl/pip);; *) exit 8;; esac\nwhile [")
                                         .replace("exit 9\n", Bench::installs(m_bench->pinned())));
        const auto uv = m_bench->ensure();
        QVERIFY2(uv, uv ? "" : qPrintable(uv.error().report()));
    }

    void noPipAnywhere()
    {
        m_bench->python("python3.12", "3.12.1", "echo \"$0: No module named pip\" >&2; exit 1\n");
        const auto uv = m_bench->ensure();
        QVERIFY(!uv);
        QCOMPARE(uv.error().code, Error::Code::ToolMissing);
        QCOMPARE(uv.error().rule, "uv.no-pip");
        QVERIFY(uv.error().why.contains("python3.12"));
        for (const char *way : {"python3-venv", "python3-pip", "brew install uv"})
            QVERIFY2(uv.error().todo.contains(QString::fromLatin1(way)), qPrintable(uv.error().todo));
        QCOMPARE(m_bench->left(), QStringList());
    }

    void noPython()
    {
        const auto uv = m_bench->ensure();
        QVERIFY(!uv);
        QCOMPARE(uv.error().rule, "python.missing");
        QVERIFY(!QFileInfo::exists(m_bench->tools));
    }

    void pipFails()
    {
        m_bench->python("python3.12", "3.12.1",
                        "echo 'ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.' >&2; exit 1\n");
        m_bench->python("python3.11", "3.11.2", Bench::installs(m_bench->pinned())); // would fail the same way: not asked
        const auto uv = m_bench->ensure();
        QVERIFY(!uv);
        QCOMPARE(uv.error().rule, "uv.hash");
        QCOMPARE(m_bench->left(), QStringList());
    }

    void notWhatWasAskedFor()
    {
        m_bench->python("python3.12", "3.12.1", Bench::installs("0.9.9"));
        const auto uv = m_bench->ensure();
        QVERIFY(!uv && uv.error().code == Error::Code::ToolFailed);
        QCOMPARE(m_bench->left(), QStringList());
    }

    void chosenByTheUserAndBad()
    {
        m_bench->python("python3.11", "3.11.2", Bench::installs(m_bench->pinned()));
        ToolFinder finder({.overrides = {{Tool::Uv, "/no/such/uv"}}, .ownFolder = m_bench->tools});
        ProcessRunner runner(finder, m_bench->redactor);
        UvInstall install({runner, finder, m_bench->pythons, m_bench->tools});
        const auto uv = await(install.ensure());
        QVERIFY(!uv);
        QCOMPARE(uv.error().rule, "tool.override");
        QVERIFY(!QFileInfo::exists(m_bench->tools));
    }

    void credentialsTravelInAFile()
    {
        IndexSources sources;
        sources.environment.insert("PIP_INDEX_URL", "https://al:s3cretpw@a.example/simple");
        m_bench->index = IndexSettings::from(sources);
        m_bench->python("python3.11", "3.11.2",
                        "[ \"$(ls -l \"$file\" | cut -c1-10)\" = -rw------- ] || exit 7\n" + Bench::installs(m_bench->pinned()));
        QVERIFY(m_bench->ensure());
        QVERIFY(m_bench->folder.read("data/seen").startsWith("--index-url https://al:s3cretpw@a.example/simple\nuv=="));
        QVERIFY(QFile::remove(m_bench->folder.path("data/seen")));
        for (const QString &file : m_bench->folder.files())
            QVERIFY2(!m_bench->folder.read(file).contains("s3cretpw"), qPrintable(file));
    }

    void cancel()
    {
        m_bench->python("python3.12", "3.12.1", "mkdir -p \"$target\"; exec /bin/sleep 60\n");
        UvInstall install(m_bench->parts());
        const Async<UvProgram> fetching =
            install.ensure({.progress = [this](const QString &text) { m_bench->told += text; }, .cancel = m_bench->cancel});
        QTRY_VERIFY(!m_bench->told.isEmpty());
        m_bench->cancel.request();
        const auto uv = await(fetching);
        QVERIFY(!uv && uv.error().isCancel());
        QCOMPARE(m_bench->left(), QStringList());
    }

    void pinned()
    {
        const QByteArray line = UvInstall::pinnedRequirement();
        QVERIFY(line.startsWith("uv==0.13.9 --hash=sha256:"));
        QCOMPARE(line.count("--hash=sha256:"), 6);
    }
};

QTEST_GUILESS_MAIN(tst_UvInstall)
#include "tst_UvInstall.moc"
