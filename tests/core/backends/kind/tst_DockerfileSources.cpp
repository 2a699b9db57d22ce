// SPDX-License-Identifier: Apache-2.0
// What a Dockerfile takes from outside. When in doubt it has to be more, never less.
#include "core/backends/kind/DockerfileSources.h"

#include <QTest>

using namespace windsock;

class tst_DockerfileSources : public QObject
{
    Q_OBJECT
private slots:
    void parses_data();
    void parses();
};

void tst_DockerfileSources::parses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("paths"); // with a ' ' between; "ALL": the whole context, "REMOTE"
    QTest::addColumn<QString>("images");
    const auto row = [](const char *name, const char *text, const char *paths, const char *images = "") {
        QTest::newRow(name) << QByteArray(text) << QByteArray(paths) << QString::fromLatin1(images);
    };
    row("empty", "", "");
    row("base only", "FROM apache/airflow:2.10.5\n", "", "apache/airflow:2.10.5");
    row("copy", "COPY requirements.txt /\n", "requirements.txt");
    row("several", "copy b a /x/\n", "a b");
    row("twice", "COPY a /\nCOPY ./a /b\n", "a");
    row("flags", "COPY --chown=airflow:0 --chmod=644 --link dags /opt/\n", "dags");
    row("flags after a tab", "COPY\t--chown=airflow:0\tdags /opt/\n", "dags");
    row("quoted flag", "COPY --chown=\"airflow:0\" dags /opt/\n", "dags");
    row("list", "COPY [\"my file\", \"b\", \"/x/\"]\n", "b|my file");
    row("quoted", "COPY \"my file\" /x\n", "my file");
    row("globs stay", "COPY *.txt dags/*/sql /x/\n", "*.txt|dags/*/sql");
    row("everything", "COPY . /x\n", "ALL");
    row("root", "COPY / /x\n", "ALL");
    row("out of the context", "COPY ../x /x\n", "x");
    row("variable", "ARG D=dags\nCOPY ${D} /x\n", "ALL");
    row("two stars", "COPY **/x /x\n", "ALL");
    row("escaped", "COPY a\\*b /x\n", "ALL");
    row("one word", "COPY a\n", "ALL");
    row("from a stage", "FROM a AS b\nFROM c\nCOPY --from=b /x /y\n", "", "a c");
    row("from an image", "FROM c\nCOPY --from=ghcr.io/astral-sh/uv:0.5 /uv /bin/\n", "", "c ghcr.io/astral-sh/uv:0.5");
    row("from a number", "FROM c\nCOPY --from=0 /x /y\n", "", "c");
    row("stage on a stage", "FROM a AS Base\nFROM base\n", "", "a");
    row("scratch", "FROM scratch\n", "");
    row("platform", "FROM --platform=linux/amd64 a\n", "", "a");
    row("argument", "ARG V=2.10.5\nFROM apache/airflow:${V}\n", "", "apache/airflow:2.10.5");
    row("argument without braces", "ARG V=\"2.10.5\"\nFROM apache/airflow:$V\n", "", "apache/airflow:2.10.5");
    row("default in place", "FROM apache/airflow:${V:-2.9.0}\n", "", "apache/airflow:2.9.0");
    row("unknown argument", "FROM a:${V}\n", "", "a:${V}");
    row("onbuild image", "FROM quay.io/astronomer/astro-runtime:12.0.0-onbuild\n", "ALL",
        "quay.io/astronomer/astro-runtime:12.0.0-onbuild");
    row("onbuild", "ONBUILD COPY x /\n", "x");
    row("add a file", "ADD a.tar.gz /\n", "a.tar.gz");
    row("add from the web", "ADD --checksum=sha256:1 https://example.org/x /\n", "REMOTE");
    row("add from git", "ADD git@example.org:x/y.git /\n", "REMOTE");
    row("copy is never remote", "COPY https://x /\n", "https:/x");
    row("continued", "COPY a \\\n  b \\\n\n# comment\n  c \\\n /x/\n", "a b c");
    row("carriage returns", "COPY a \\\r\n b /x/\r\n", "a b");
    row("other escape", "# escape=`\nCOPY a `\n b /x/\n", "a b");
    row("a late directive is a comment", "FROM x\n# escape=`\nCOPY a \\\n b /x/\n", "a b", "x");
    row("docker's own syntax", "# syntax=docker/dockerfile:1.7\nCOPY a /\n", "a");
    row("another language", "# syntax=example.org/else\nCOPY a /\n", "ALL|a");
    row("here-document", "RUN <<EOF\nCOPY no /\nEOF\nCOPY yes /\n", "yes");
    row("indented here-document", "RUN <<-EOF\nCOPY no /\n\t\tEOF\nCOPY yes /\n", "yes");
    row("copied here-document", "COPY <<'EOF' a /x/\nCOPY no /\nEOF\nCOPY yes /\n", "a|yes");
    row("here-document without end", "RUN <<EOF\nCOPY a /\n", "ALL");
    row("here-string is none", "RUN cat <<<word\nCOPY a /\n", "a");
    row("bind mount", "RUN --mount=type=bind,target=/x ls\n", "ALL");
    row("bind is the default", "RUN --mount=target=/x ls\n", "ALL");
    row("mount of a stage", "FROM a AS b\nRUN --mount=type=bind,from=b,target=/x ls\n", "", "a");
    row("mount of an image", "RUN --mount=from=i,target=/x ls\n", "", "i");
    row("cache and secret", "RUN --mount=type=cache,target=/c --mount=type=secret,id=s ls\n", "");
    row("a flag of the program", "RUN ls --mount=type=bind\n", "");
    row("byte order mark",
        "\xEF\xBB\xBF"
        "COPY a /\n",
        "a");
}

void tst_DockerfileSources::parses()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, paths);
    const DockerfileSources found = DockerfileSources::parse(text);
    QByteArrayList seen = found.paths;
    if (found.wholeContext)
        seen.prepend("ALL");
    if (found.remote)
        seen.prepend("REMOTE");
    QCOMPARE(seen.join(paths.contains('|') ? "|" : " "), paths);
    QTEST(found.images.join(u' '), "images");
}

QTEST_GUILESS_MAIN(tst_DockerfileSources)
#include "tst_DockerfileSources.moc"
