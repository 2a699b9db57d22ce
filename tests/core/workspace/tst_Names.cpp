// SPDX-License-Identifier: Apache-2.0
// Names against the tools' own rules, letter by letter, and what nobody may smuggle into an argument list.
#include "core/workspace/Names.h"

#include <QTest>

using namespace windsock;

namespace {
const QStringList hostile{"--kubeconfig=x",
                          "-n",
                          "; rm -rf ~",
                          "$(id)",
                          "`id`",
                          "a b",
                          "a\nb",
                          "a\n",
                          "../x",
                          "a/b",
                          "a:b",
                          "|",
                          "&",
                          "*",
                          "'",
                          "\"",
                          "\\",
                          "한국",
                          "ａ",
                          "Ä",
                          "%s",
                          "a\u202eb",
                          "\u0301a",
                          "",
                          " ",
                          "\t"};
}

class tst_Names : public QObject
{
    Q_OBJECT
private slots:
    void letterByLetter();
    void lengths();
    void refusesHostileNames();
    void images_data();
    void images();
    void versions_data();
    void versions();
    void repositories_data();
    void repositories();
    void chartNicknames();
};

// Every character in every position of a short name: the rule is written down once more, as a loop.
void tst_Names::letterByLetter()
{
    int rows = 0;
    for (char16_t code = 1; code < 0x180; ++code) {
        const QChar letter(code);
        const bool isAlnum = (code >= u'a' && code <= u'z') || (code >= u'0' && code <= u'9');
        for (const QString &pattern : {QStringLiteral("%1"), QStringLiteral("%1a"), QStringLiteral("a%1"), QStringLiteral("a%1b")}) {
            const bool inside = pattern == u"a%1b";
            const QString name = pattern.arg(letter);
            QVERIFY2(clusterNameProblem(name).has_value() != (isAlnum || (inside && (code == u'-' || code == u'.'))), qPrintable(name));
            QVERIFY2(releaseNameProblem(name, 53).has_value() != (isAlnum || (inside && code == u'-')), qPrintable(name));
            QVERIFY2(namespaceProblem(name).has_value() != (isAlnum || (inside && code == u'-')), qPrintable(name));
            rows += 3;
        }
    }
    QVERIFY(rows > 4000);
    for (const char *name : {"a..b", "a.-b", "a-.b", ".a", "a."})
        QVERIFY2(clusterNameProblem(QString::fromLatin1(name)), name);
}

void tst_Names::lengths()
{
    const auto name = [](int length) { return QString(length, u'a'); };
    QVERIFY(!clusterNameProblem(name(50)) && clusterNameProblem(name(51)));
    QVERIFY(!releaseNameProblem(name(53), longestReleaseName) && releaseNameProblem(name(54), longestReleaseName));
    QVERIFY(!releaseNameProblem(name(40), longestCommunityReleaseName) && releaseNameProblem(name(41), longestCommunityReleaseName));
    QVERIFY(!namespaceProblem(name(63)) && namespaceProblem(name(64)));
    const auto long300 = clusterNameProblem(name(300), {"windsock.yaml", 3, 9});
    QVERIFY(long300->what.contains(u"300") && long300->todo.contains(u"50"));
    QVERIFY(long300->what.size() < 120); // never the whole name
    QCOMPARE(long300->place.text(), QStringLiteral("windsock.yaml:3:9"));
}

void tst_Names::refusesHostileNames()
{
    for (const QString &name : hostile) {
        for (const auto &problem : {clusterNameProblem(name), releaseNameProblem(name, 53), namespaceProblem(name), chartNameProblem(name),
                                    chartVersionProblem(name), chartRepoProblem(name)}) {
            QVERIFY2(problem, qPrintable(name));
            QCOMPARE(problem->code, Error::Code::BadInput);
            QVERIFY(!problem->what.isEmpty() && !problem->todo.isEmpty());
            for (const QChar letter : problem->what)
                QVERIFY(letter.isPrint());
        }
        if (name != u"a:b" && name != u"a/b")
            QVERIFY2(imageNameProblem(name), qPrintable(name));
    }
}

void tst_Names::images_data()
{
    QTest::addColumn<bool>("good");
    for (const char *name : {"kindest/node:v1.32.2", "airflow-local", "localhost:5000/a/b:c", "ghcr.io/x/y",
                             "a@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"})
        QTest::newRow(name) << true;
    for (const char *name : {"-a", "a:", ":a", "a@sha256:12", "a b", "a:b:c", "a:-b", "a//b?"})
        QTest::newRow(name) << false;
}

void tst_Names::images()
{
    QFETCH(bool, good);
    QCOMPARE(!imageNameProblem(QString::fromLatin1(QTest::currentDataTag())), good);
}

void tst_Names::versions_data()
{
    QTest::addColumn<bool>("good");
    for (const char *version : {"8.9.0", "1.22.0", "v1.2.3", "1.0.0-rc.1", "1.0.0+build.5", "0.0.0"})
        QTest::newRow(version) << true;
    for (const char *version :
         {"8", "8.9", "8.9.0.1", ">=8.9.0", "^8.9.0", "~8", "8.x.0", "latest", "08.9.0", "8.9.0 ", "*", "-1.0.0", "8.9.0,9.0.0"})
        QTest::newRow(version) << false;
}

void tst_Names::versions()
{
    QFETCH(bool, good);
    QCOMPARE(!chartVersionProblem(QString::fromLatin1(QTest::currentDataTag())), good);
}

void tst_Names::repositories_data()
{
    QTest::addColumn<bool>("good");
    for (const char *repo : {"https://airflow-helm.github.io/charts", "http://127.0.0.1:8879/community", "oci://ghcr.io/x/y"})
        QTest::newRow(repo) << true;
    for (const char *repo : {"airflow-stable", "file:///etc", "ftp://a/b", "https://", "https:///x", "--repo", "https://user:secret@host/x",
                             "https://user@host/x", "http://a b/"})
        QTest::newRow(repo) << false;
}

void tst_Names::repositories()
{
    QFETCH(bool, good);
    const auto problem = chartRepoProblem(QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(!problem, good);
    if (problem)
        QVERIFY(!problem->report().contains(u"secret"));
}

void tst_Names::chartNicknames()
{
    const auto problem = chartNameProblem(QStringLiteral("airflow-stable/airflow"));
    QVERIFY(problem && problem->why.contains(u"nickname") && problem->todo.contains(u"\"airflow\""));
    QVERIFY(!chartNameProblem(QStringLiteral("airflow")));
}

QTEST_GUILESS_MAIN(tst_Names)
#include "tst_Names.moc"
