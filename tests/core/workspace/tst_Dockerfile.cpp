// SPDX-License-Identifier: Apache-2.0
// Base image, Airflow version and inputs of Dockerfiles as people write them.
#include "core/workspace/Dockerfile.h"

#include <QTest>

using namespace windsock;

class tst_Dockerfile : public QObject
{
    Q_OBJECT
private slots:
    void findsTheBase_data();
    void findsTheBase();
    void findsInputs_data();
    void findsInputs();
    void noticesMounts();
    void refusesWithoutBase();
    void survivesAnything();
};

void tst_Dockerfile::findsTheBase_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("version");
    QTest::addColumn<int>("line");
    const auto row = [](const char *name, const QByteArray &text, const char *base, const char *version, int line) {
        QTest::newRow(name) << text << QString::fromLatin1(base) << QString::fromLatin1(version) << line;
    };
    row("plain", "FROM apache/airflow:2.10.5\n", "apache/airflow:2.10.5", "2.10.5", 1);
    row("python suffix", "FROM apache/airflow:2.9.3-python3.11", "apache/airflow:2.9.3-python3.11", "2.9.3", 1);
    row("slim", "from apache/airflow:slim-3.2.2\n", "apache/airflow:slim-3.2.2", "3.2.2", 1);
    row("registry", "FROM reg.example.com:5000/apache/airflow:2.10.5@sha256:abc\n", "reg.example.com:5000/apache/airflow:2.10.5@sha256:abc",
        "2.10.5", 1);
    row("latest", "FROM apache/airflow:latest\n", "apache/airflow:latest", "", 1);
    row("no tag", "FROM apache/airflow\n", "apache/airflow", "", 1);
    row("other", "FROM python:3.11\n", "python:3.11", "", 1);
    row("own airflow", "FROM team/notapache/airflow2:2.1.2\n", "team/notapache/airflow2:2.1.2", "", 1);
    row("argument", "ARG V=2.10.5\nFROM apache/airflow:${V}\n", "apache/airflow:2.10.5", "2.10.5", 2);
    row("bare argument", "ARG V=2.10.5\nFROM apache/airflow:$V-python3.11\n", "apache/airflow:2.10.5-python3.11", "2.10.5", 2);
    row("quoted argument", "ARG V=\"2.10.5\"\nFROM \"apache/airflow:${V}\"\n", "apache/airflow:2.10.5", "2.10.5", 2);
    row("fallback", "ARG V\nFROM apache/airflow:${V:-2.8.4}\n", "apache/airflow:2.8.4", "2.8.4", 2);
    row("plus", "ARG V=1\nFROM apache/airflow:${V:+2.7.3}\n", "apache/airflow:2.7.3", "2.7.3", 2);
    row("two arguments", "ARG A=apache B=2.10.5\nFROM $A/airflow:$B\n", "apache/airflow:2.10.5", "2.10.5", 2);
    row("platform", "FROM --platform=linux/amd64 apache/airflow:2.10.5 AS x\n", "apache/airflow:2.10.5", "2.10.5", 1);
    row("stages", "FROM python:3 AS build\nRUN x\nFROM apache/airflow:2.10.5\nCOPY --from=build /a /a\n", "apache/airflow:2.10.5", "2.10.5",
        3);
    row("stage of stage", "FROM apache/airflow:2.10.5 AS Base\nRUN a\nFROM base\n", "apache/airflow:2.10.5", "2.10.5", 1);
    row("comments", "# syntax=docker/dockerfile:1\n\n# FROM x\nFROM apache/airflow:2.10.5\n", "apache/airflow:2.10.5", "2.10.5", 4);
    row("continued", "FROM \\\n  # why\n  apache/airflow:2.10.5\n", "apache/airflow:2.10.5", "2.10.5", 1);
    row("backtick", "# escape=`\nFROM `\n  apache/airflow:2.10.5\n", "apache/airflow:2.10.5", "2.10.5", 2);
    row("from in a run", "FROM apache/airflow:2.10.5\nRUN a && \\\n    FROM x\n", "apache/airflow:2.10.5", "2.10.5", 1);
    row("here document", "FROM apache/airflow:2.10.5\nRUN <<EOF\nFROM x\nEOF\nRUN y\n", "apache/airflow:2.10.5", "2.10.5", 1);
    row("crlf", "FROM apache/airflow:2.10.5\r\nRUN a\r\n", "apache/airflow:2.10.5", "2.10.5", 1);
}

void tst_Dockerfile::findsTheBase()
{
    QFETCH(QByteArray, text);
    const Result<Dockerfile> file = Dockerfile::parse(text, QStringLiteral("Dockerfile"));
    QVERIFY(file);
    QTEST(file->baseImage, "base");
    QTEST(file->airflowVersion, "version");
    QTEST(file->basePlace.line, "line");
}

void tst_Dockerfile::findsInputs_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QStringList>("paths");
    QTest::newRow("one") << QByteArray("COPY requirements.txt /r") << QStringList{"requirements.txt"};
    QTest::newRow("several") << QByteArray("ADD a b/ ./c /d/") << QStringList{"a", "b/", "./c"};
    QTest::newRow("options") << QByteArray("COPY --chown=50000:0 --link a /b") << QStringList{"a"};
    QTest::newRow("stage") << QByteArray("COPY --from=build /a /b") << QStringList{};
    QTest::newRow("json") << QByteArray("COPY [\"my file\", \"/b\"]") << QStringList{"my file"};
    QTest::newRow("address") << QByteArray("ADD https://host/x /x") << QStringList{};
    QTest::newRow("continued") << QByteArray("COPY a \\\n  b \\\n  /c") << QStringList{"a", "b"};
    QTest::newRow("here") << QByteArray("COPY <<EOF /x\ntext\nEOF") << QStringList{};
    QTest::newRow("broken") << QByteArray("COPY a") << QStringList{};
}

void tst_Dockerfile::findsInputs()
{
    QFETCH(QByteArray, line);
    QFETCH(QStringList, paths);
    const Result<Dockerfile> file = Dockerfile::parse("FROM x\n" + line + "\nCOPY last /z\n", QStringLiteral("Dockerfile"));
    QVERIFY(file);
    QStringList found;
    for (const Dockerfile::Input &input : file->inputs)
        found += input.path;
    QCOMPARE(found, paths + QStringList{"last"});
    if (!paths.isEmpty())
        QCOMPARE(file->inputs[0].place.text(), QStringLiteral("Dockerfile:2:1"));
}

void tst_Dockerfile::noticesMounts()
{
    QVERIFY(Dockerfile::parse("FROM x\nRUN --mount=type=cache,target=/c pip install y\n", {})->usesRunMount);
    QVERIFY(!Dockerfile::parse("FROM x\nRUN echo --mount\n", {})->usesRunMount);
    QCOMPARE(Dockerfile::parse("ARG A\nFROM x:$A-$B-$A\n", {})->unknownArgs, (QStringList{"A", "B"}));
}

void tst_Dockerfile::refusesWithoutBase()
{
    for (const QByteArray &text :
         {QByteArray(), QByteArray("# FROM x\n"), QByteArray("RUN x\n"), QByteArray("FROM\n"), QByteArray("FROM --platform=x\n")}) {
        const Result<Dockerfile> file = Dockerfile::parse(text, QStringLiteral("Dockerfile"));
        QVERIFY2(!file, text.constData());
        QCOMPARE(file.error().place.text(), QStringLiteral("Dockerfile:1:1"));
    }
}

void tst_Dockerfile::survivesAnything()
{
    const QByteArray whole = "# escape=`\nARG A=1\nFROM ${A:-x}:$A AS b\nCOPY [\"a\",\"b\"] <<E\nE\nRUN x \\\n";
    for (qsizetype i = 0; i < whole.size(); ++i) {
        (void)Dockerfile::parse(whole.left(i), {}).has_value();
        (void)Dockerfile::parse(whole.mid(i), {}).has_value();
    }
    QVERIFY(Dockerfile::parse("FROM x\n" + QByteArray(1'000'000, '\\'), {}));
    QVERIFY(Dockerfile::parse("FROM x\nCOPY [[[[[[ \xff\xfe\n", {}));
}

QTEST_GUILESS_MAIN(tst_Dockerfile)
#include "tst_Dockerfile.moc"
