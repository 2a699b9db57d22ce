// SPDX-License-Identifier: Apache-2.0
// Requirement lines as users write them, which of them cannot be, and when two descriptions are one environment.
#include "core/python/EnvironmentSpec.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace windsock;

namespace {
EnvironmentSpec spec()
{
    return {.airflow = "2.10.5",
            .python = {3, 11},
            .extras = {"postgres", "cncf-kubernetes"},
            .requirements = {{"pandas==2.2.0", {"requirements.txt", 1}}, {"dbt-core>=1.8", {"requirements.txt", 2}}},
            .platform = "linux-x86_64"};
}
} // namespace

class tst_EnvironmentSpec : public QObject
{
    Q_OBJECT
private slots:
    void names_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *line, const char *name) {
            QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(name);
        };
        row("pandas", "pandas");
        row("  Pandas == 2.0  # why", "pandas");
        row("dbt_core[postgres]==1.8.0", "dbt-core");
        row("a.b-c__d", "a-b-c-d");
        row("pandas>=2,<3; python_version < '3.12'", "pandas");
        row("pandas;python_version<'3.12'", "pandas");
        row("pandas (>=2)", "pandas");
        row("pandas[a, b] ~= 2.0", "pandas");
        row("tool @ https://a.example/tool.whl", "tool");
        row("git+https://a.example/r.git", "");
        row("https://a.example/x-1.0.tar.gz", "");
        row("/wheels/x.whl", "");
        row("./x", "");
        row("-r more.txt", "");
        row("--pre", "");
        row("# only a comment", "");
        row("", "");
        row("pandas numpy", "");
        row("pandas=2", "pandas"); // uv says what is wrong with it
    }
    void names()
    {
        QFETCH(QString, line);
        QFETCH(QString, name);
        QCOMPARE(RequirementLine{line}.packageName(), name);
    }

    void admitted_data()
    {
        QTest::addColumn<QString>("specifiers");
        QTest::addColumn<bool>("admitted");
        const auto row = [](const char *specifiers, bool admitted) {
            QTest::newRow(specifiers) << QString::fromUtf8(specifiers) << admitted;
        };
        row("", true);
        row("==2.10.5", true);
        row("== 2.10.5", true);
        row("(==2.10.5)", true);
        row("==2.10.4", false);
        row("==2.10.*", true);
        row("==2.9.*", false);
        row("==2.*", true);
        row("===2.10.5", true);
        row("!=2.10.5", false);
        row("!=2.10.*", false);
        row(">=2.10", true);
        row(">=2.10,<3", true);
        row(">=2.11", false);
        row("<2.10.5", false);
        row("<=2.10.5", true);
        row(">2.10.5", false);
        row("~=2.10.0", true);
        row("~=2.9.0", false);
        row("~=2.9", true);
        row(">=2.7,!=2.10.5", false);
        row("==2.10.5.0", true);
        row("==2.10.5; python_version<'3.12'", true);
        row("==2.10.5rc1", true); // not ours to judge
        row("whatever", true);
    }
    void admitted()
    {
        QFETCH(QString, specifiers);
        QFETCH(bool, admitted);
        QCOMPARE(admits(specifiers, {2, 10, 5}), admitted);
    }

    void checked_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("rule"); // empty: good
        const auto row = [](const char *line, const char *rule = "") {
            QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(rule);
        };
        for (const char *good : {"",
                                 "# x",
                                 "pandas",
                                 "pandas==2.2.0",
                                 "apache-airflow",
                                 "apache-airflow==2.10.5",
                                 "apache-airflow[amazon]>=2.10",
                                 "Apache_Airflow==2.10.*",
                                 "apache-airflow-providers-ssh==3.1",
                                 "--pre",
                                 "--prefer-binary",
                                 "--extra-index-url https://a.example/simple",
                                 "--index-url=https://a.example/simple",
                                 "-i https://a.example/simple",
                                 "-f /wheels",
                                 "--find-links https://a.example/w",
                                 "-c https://a.example/c.txt",
                                 "--no-binary :all:",
                                 "--only-binary=numpy",
                                 "--trusted-host a.example",
                                 "-e /code/plugin",
                                 "/wheels/x.whl",
                                 "git+https://a.example/r.git@v1",
                                 "x @ https://a.example/x.whl",
                                 "--no-index"})
            row(good);
        for (const char *other : {"apache-airflow==2.9.0", "apache-airflow>=3", "apache_airflow [amazon] ~= 2.9.1",
                                  "apache-airflow @ https://a.example/airflow.whl", "apache-airflow-core==3.0.0"})
            row(other, "requirement.airflow");
        for (const char *bad :
             {"-r more.txt", "--requirement=more.txt", "-rmore.txt", "-c constraints.txt", "-e .", "-e ./plugin", "-f wheels", "./x.whl",
              "x.whl y", "--no-cache-dir", "--upgrade", "-U", "--user", "$(rm)", "%", "pandas numpy"})
            row(bad, "requirement.unreadable");
    }
    void checked()
    {
        QFETCH(QString, line);
        QFETCH(QString, rule);
        EnvironmentSpec wanted = spec();
        wanted.image = {{line, {"Dockerfile", 7}}};
        const Result<> result = checkRequirements(wanted);
        QCOMPARE(result ? QString() : result.error().rule, rule);
        if (result)
            return;
        QCOMPARE(result.error().code, Error::Code::BadInput);
        QCOMPARE(result.error().place, (SourcePlace{"Dockerfile", 7}));
        QVERIFY2(!result.error().why.isEmpty() && !result.error().todo.isEmpty(), qPrintable(result.error().report()));
    }

    void badExtras()
    {
        for (const char *extra : {"", " ", "a b", "x]==1", "-x", "x;y"}) {
            EnvironmentSpec wanted = spec();
            wanted.extras += QString::fromUtf8(extra);
            const Result<> result = checkRequirements(wanted);
            QVERIFY2(!result && result.error().rule == "requirement.extra", extra);
        }
    }

    void credentialsAreNotShown()
    {
        EnvironmentSpec wanted = spec();
        wanted.requirements = {{"-r https://al:s3cretpw@a.example/r.txt", {"requirements.txt", 3}}};
        const QString report = checkRequirements(wanted).error().report();
        QVERIFY2(!report.contains("s3cret") && report.contains("requirements.txt:3"), qPrintable(report));
        wanted.requirements = {{"--index-url https://al:s3cretpw@a.example/simple"}};
        QVERIFY(!QJsonDocument(wanted.toJson()).toJson().contains("s3cret"));
    }

    void files()
    {
        const RequirementFile file =
            requirementFile({{" pandas  ==2.0 # x"},
                             {""},
                             {"--pre"},
                             {"-i https://u:p@a.example/s"},
                             {"--trusted-host=a.example"},
                             {"--prefer-binary"},
                             {"-e/code/plugin"},
                             {"--no-index"},
                             {"-c https://raw.githubusercontent.com/apache/airflow/constraints-2.10.5/constraints-3.12.txt"}});
        QCOMPARE(file.lines, (QStringList{"pandas ==2.0", "--index-url https://u:p@a.example/s", "--editable /code/plugin", "--no-index"}));
        QCOMPARE(file.insecureHosts, QStringList{"a.example"});
        QVERIFY(file.prereleases && file.airflowConstraints);
        const RequirementFile other = requirementFile({{"-c https://a.example/constraints.txt"}, {"pandas"}});
        QCOMPARE(other.lines, (QStringList{"--constraint https://a.example/constraints.txt", "pandas"}));
        QVERIFY(!other.prereleases && !other.airflowConstraints);
    }

    void sameContentSameId()
    {
        const QString id = spec().id();
        QVERIFY2(id.startsWith("airflow-2.10.5-py3.11-"), qPrintable(id));
        QCOMPARE(id.size(), int(qstrlen("airflow-2.10.5-py3.11-")) + 16);
        EnvironmentSpec same = spec();
        same.extras = {"CNCF_Kubernetes", " postgres", "postgres"};
        same.requirements = {{"  pandas==2.2.0   # pinned", {"elsewhere.txt", 9}}, {"# comment"}, {""}, {"dbt-core>=1.8"}};
        QCOMPARE(same.id(), id);
    }

    void rotatedCredentialsAreNoOtherContent()
    {
        EnvironmentSpec one = spec(), other = spec();
        one.requirements += RequirementLine{"--extra-index-url https://al:old@a.example/s"};
        other.requirements += RequirementLine{"--extra-index-url https://al:new@a.example/s"};
        QCOMPARE(one.id(), other.id());
        QVERIFY(one.id() != spec().id());
    }

    void otherContentOtherId()
    {
        QList<EnvironmentSpec> all(10, spec());
        all[1].airflow = "2.10.4";
        all[2].python = {3, 12};
        all[3].extras += "ssh";
        all[4].platform = "darwin-arm64";
        all[5].requirements.swapItemsAt(0, 1);
        all[6].image = std::exchange(all[6].requirements, {});
        all[7].requirements[0].text = "pandas==2.2.1";
        all[8].requirements[0].content = "one";
        all[9].requirements[0].content = "other";
        QSet<QString> ids;
        for (const EnvironmentSpec &one : all)
            ids += one.id();
        QCOMPARE(ids.size(), all.size());
    }

    void stableId()
    {
        // If this changes, every environment of every user is made anew: is that meant?
        QCOMPARE(spec().id(), "airflow-2.10.5-py3.11-b46de185131ea6b5");
        QCOMPARE(spec().airflowRequirement(), "apache-airflow[cncf-kubernetes,postgres]==2.10.5");
        QCOMPARE(EnvironmentSpec{.airflow = "3.2.2"}.airflowRequirement(), "apache-airflow==3.2.2");
    }

    void linesOfPackages()
    {
        const auto found = [](const QStringList &packages) {
            const auto line = lineOf(spec().requirements, packages);
            return line ? line->place.line : 0;
        };
        QCOMPARE(found({"dbt-core"}), 2);
        QCOMPARE(found({"other", "pandas", "dbt-core"}), 1);
        QCOMPARE(found({"other"}), 0);
        QCOMPARE(found({}), 0);
    }
};

QTEST_GUILESS_MAIN(tst_EnvironmentSpec)
#include "tst_EnvironmentSpec.moc"
