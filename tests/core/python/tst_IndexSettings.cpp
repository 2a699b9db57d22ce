// SPDX-License-Identifier: Apache-2.0
// Where packages come from, by the user's settings for pip and uv; and that no credential leaves by another way than a file.
#include "core/python/IndexSettings.h"

#include "core/base/Credentials.h"
#include "core/base/Redactor.h"
#include "core/python/PipConfig.h"
#include "tests/support/TempWorkspace.h"

#include <QTest>

using namespace windsock;

using Names = QMap<QString, QString>;

class tst_IndexSettings : public QObject
{
    Q_OBJECT
private:
    static IndexSettings of(const Names &variables, const QList<QByteArray> &pip = {}, const QList<QByteArray> &uv = {})
    {
        IndexSources sources;
        for (auto it = variables.cbegin(); it != variables.cend(); ++it)
            sources.environment.insert(it.key(), it.value());
        sources.pipConfigs = pip;
        sources.uvConfigs = uv;
        return IndexSettings::from(sources);
    }

private slots:
    void lines_data()
    {
        QTest::addColumn<Names>("variables");
        QTest::addColumn<QByteArray>("pip");
        QTest::addColumn<QByteArray>("uv");
        QTest::addColumn<QByteArray>("lines");
        const auto row = [](const char *name, const Names &variables, const QByteArray &pip, const QByteArray &uv,
                            const QByteArray &lines) { QTest::newRow(name) << variables << pip << uv << lines; };
        const QString a = "https://a.example/simple", b = "https://b.example/simple";
        row("nothing", {}, {}, {}, {});
        row("uv's variable", {{"UV_DEFAULT_INDEX", a}}, {}, {}, "--index-url https://a.example/simple\n");
        row("uv's old variable", {{"UV_INDEX_URL", a}}, {}, {}, "--index-url https://a.example/simple\n");
        row("both of uv's", {{"UV_INDEX_URL", b}, {"UV_DEFAULT_INDEX", a}}, {}, {}, "--index-url https://a.example/simple\n");
        row("uv's further ones", {{"UV_INDEX", "corp=" + a + ' ' + b}}, {}, {},
            "--extra-index-url https://a.example/simple\n--extra-index-url https://b.example/simple\n");
        row("pip's variable", {{"PIP_INDEX_URL", a}, {"PIP_EXTRA_INDEX_URL", b}}, {}, {},
            "--index-url https://a.example/simple\n--extra-index-url https://b.example/simple\n");
        row("pip.conf", {}, "[global]\nindex-url = https://a.example/simple\n", {}, "--index-url https://a.example/simple\n");
        row("variable before pip.conf", {{"PIP_INDEX_URL", b}}, "[global]\nindex-url = https://a.example/simple\n", {},
            "--index-url https://b.example/simple\n");
        row("uv before pip", {{"PIP_INDEX_URL", b}, {"UV_DEFAULT_INDEX", a}}, {}, {}, "--index-url https://a.example/simple\n");
        row("uv.toml before pip", {{"PIP_INDEX_URL", b}}, {}, "[[index]]\nurl = \"https://a.example/simple\"\ndefault = true\n", {});
        row("uv.toml with the old key", {{"PIP_INDEX_URL", b}}, {}, "index-url = \"https://a.example/simple\"\n", {});
        row("uv.toml without an index", {{"PIP_INDEX_URL", b}}, {}, "native-tls = true\n", "--index-url https://b.example/simple\n");
        row("uv's variable before uv.toml", {{"UV_DEFAULT_INDEX", a}}, {}, "[[index]]\nurl = \"x\"\n",
            "--index-url https://a.example/simple\n");
        row("several in pip.conf", {}, "[global]\nextra-index-url =\n    https://a.example/simple\n    https://b.example/simple\n", {},
            "--extra-index-url https://a.example/simple\n--extra-index-url https://b.example/simple\n");
        row("no index", {}, "[global]\nno-index = true\nfind-links = https://a.example/wheels\n", {},
            "--no-index\n--find-links https://a.example/wheels\n");
        row("links that are not there", {{"PIP_FIND_LINKS", "/no/such/folder"}}, {}, {}, {});
        row("links that are there", {{"PIP_FIND_LINKS", "/usr/bin"}}, {}, {}, "--find-links /usr/bin\n");
        row("credentials stay", {{"PIP_INDEX_URL", "https://al:s3cret%40pw@a.example/simple"}}, {}, {},
            "--index-url https://al:s3cret%40pw@a.example/simple\n");
        row("uv's named credentials",
            {{"UV_INDEX", "my-corp=" + a}, {"UV_INDEX_MY_CORP_USERNAME", "al"}, {"UV_INDEX_MY_CORP_PASSWORD", "p/w"}}, {}, {},
            "--extra-index-url https://al:p%2Fw@a.example/simple\n");
    }
    void lines()
    {
        QFETCH(Names, variables);
        QFETCH(QByteArray, pip);
        QFETCH(QByteArray, uv);
        QFETCH(QByteArray, lines);
        const IndexSettings settings = of(variables, {pip}, {uv});
        QCOMPARE(settings.requirementLines(), lines);
        const bool overToml = uv.contains("index") && variables.contains("UV_DEFAULT_INDEX");
        QCOMPARE(settings.uvEnvironment().value("UV_NO_CONFIG"), overToml ? QStringLiteral("1") : QString());
    }

    void firstFileWins()
    {
        const IndexSettings settings = of(
            {}, {"", "[global]\nindex-url = https://mine/\n", "[global]\nindex-url = https://machine/\nextra-index-url = https://more/\n"});
        QCOMPARE(settings.requirementLines(), "--index-url https://mine/\n--extra-index-url https://more/\n");
    }

    void whatChildrenSee()
    {
        const IndexSettings settings = of({{"UV_NATIVE_TLS", "1"},
                                           {"UV_HTTP_TIMEOUT", "90"},
                                           {"UV_DEFAULT_INDEX", "https://al:s3cretpw@a.example/"},
                                           {"UV_INDEX_CORP_PASSWORD", "other-s3cret"},
                                           {"UV_PUBLISH_TOKEN", "t0ken-of-mine"},
                                           {"PIP_CERT", "/etc/ca.pem"},
                                           {"PIP_INDEX_URL", "https://al:s3cretpw@b.example/"},
                                           {"PYTHONPATH", "/evil"},
                                           {"NETRC", "/home/alice/.netrc"}},
                                          {"[global]\ntrusted-host = a.example\n  b.example:8443\n"});
        QCOMPARE(settings.uvEnvironment(), (Names{{"UV_NATIVE_TLS", "1"},
                                                  {"UV_HTTP_TIMEOUT", "90"},
                                                  {"SSL_CERT_FILE", "/etc/ca.pem"},
                                                  {"UV_INSECURE_HOST", "a.example b.example:8443"},
                                                  {"NETRC", "/home/alice/.netrc"}}));
        QCOMPARE(settings.pipEnvironment(), (Names{{"PIP_CERT", "/etc/ca.pem"}, {"NETRC", "/home/alice/.netrc"}}));
    }

    void certificateOfTheEnvironmentStays()
    {
        const IndexSettings settings = of({{"SSL_CERT_FILE", "/mine.pem"}, {"PIP_CERT", "/pips.pem"}});
        QCOMPARE(settings.uvEnvironment().value("SSL_CERT_FILE"), "/mine.pem");
    }

    void credentialsAreKnownToTheRedactor()
    {
        const IndexSettings settings = of({{"UV_DEFAULT_INDEX", "https://alice:s3cret%40pw@a.example/simple"},
                                           {"UV_EXTRA_INDEX_URL", "https://t0ken-1234@b.example/simple"}});
        Redactor redactor;
        for (const auto &secret : settings.secrets())
            redactor.add(secret);
        const QByteArray shown = redactor.redact(QByteArrayView("get s3cret@pw s3cret%40pw t0ken-1234 for alice"));
        QVERIFY2(!shown.contains("s3cret") && !shown.contains("t0ken"), shown);
        QVERIFY(shown.contains("alice")); // a name is no secret
    }

    void withoutCredentials_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *text, const char *shown) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(shown);
        };
        row("pandas==2.0", "pandas==2.0");
        row("https://a.example/x", "https://a.example/x");
        row("https://al:pw@a.example/x", "https://••••••@a.example/x");
        row("x @ git+https://t0ken@a.example/r.git", "x @ git+https://••••••@a.example/r.git");
        row("see https://a/ and http://u:p@b/ too", "see https://a/ and http://••••••@b/ too");
        row("mail me@a.example or https://a/me@b", "mail me@a.example or https://a/me@b");
    }
    void withoutCredentials()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QCOMPARE(windsock::withoutCredentials(text), shown);
    }

    void pipConfig_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Names>("values");
        const auto row = [](const char *name, const QByteArray &text, const Names &values) { QTest::newRow(name) << text << values; };
        row("empty", "", {});
        row("other sections", "[freeze]\nindex-url = x\n", {});
        row("install over global", "[install]\nindex-url = i\n[global]\nindex-url = g\ncert = c\n", {{"index-url", "i"}, {"cert", "c"}});
        row("colon", "[global]\nindex-url: https://a/b=c\n", {{"index-url", "https://a/b=c"}});
        row("underscores and case", "[Global]\nIndex_URL = x\n", {{"index-url", "x"}});
        row("comments", "# a\n; b\n[global]\n# index-url = no\nindex-url = yes\n  # in between\n", {{"index-url", "yes"}});
        row("windows line ends", "[global]\r\nindex-url = x\r\n", {{"index-url", "x"}});
        row("goes on", "[global]\nx =\n  a\n\tb\ny = c\n", {{"x", "a\nb"}, {"y", "c"}});
        row("rubbish", "\xff\xfe[[[\n===\nabc\n", {});
    }
    void pipConfig()
    {
        QFETCH(QByteArray, text);
        QFETCH(Names, values);
        QCOMPARE(parsePipConfig(text), values);
    }
};

QTEST_GUILESS_MAIN(tst_IndexSettings)
#include "tst_IndexSettings.moc"
