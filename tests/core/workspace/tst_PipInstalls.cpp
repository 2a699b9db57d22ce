// SPDX-License-Identifier: Apache-2.0
// Dockerfiles as people write them, and what of them an environment without an image can have.
#include "core/workspace/ImageRecipe.h"
#include "core/workspace/PipInstalls.h"

#include "tests/core/workspace/OpenWorkspace.h"

using namespace windsock;

class tst_PipInstalls : public QObject
{
    Q_OBJECT
private slots:
    void reads_data();
    void reads();
    void tellsPlaces();
    void resolvesLocalFiles();
    void staysInTheContext();
    void takesEnvironment();
    void copiesBelowAMountAreNoLoss();
    void keepsSecretsApart();
    void takesTheChartsPackages();
    void takesTheStartScriptsPackages();
    void readsRequirementsWithoutADockerfile();
    void ourOwnTemplateNeedsNoNotes();
    void survivesAnything();
};

void tst_PipInstalls::reads_data()
{
    QTest::addColumn<QByteArray>("text");  // behind "FROM apache/airflow:2.10.5", unless it has a FROM
    QTest::addColumn<QString>("packages"); // joined by " , "; the folder is written as @
    QTest::addColumn<QString>("notes");    // ids, joined by blanks
    const auto row = [](const char *name, const char *text, const char *packages, const char *notes = "") {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(packages) << QString::fromLatin1(notes);
    };
    row("nothing", "", "");
    row("one line", "RUN pip install --no-cache-dir pandas==2.2.2 'dbt-core>=1.8,<2'", "pandas==2.2.2 , dbt-core>=1.8,<2");
    row("continued", "RUN pip install \\\n  # why\n  a==1 \\\n\n  b==2", "a==1 , b==2");
    row("joined", "RUN set -eux && pip install a && pip cache purge; pip3 install b", "a , b");
    row("file", "COPY requirements.txt /requirements.txt\nRUN pip install -r /requirements.txt", "one==1 , two[x]>=2");
    row("file into a folder", "COPY requirements.txt /tmp/\nRUN pip install -r /tmp/requirements.txt", "one==1 , two[x]>=2");
    row("file renamed", "COPY requirements.txt /tmp/r.txt\nRUN uv pip install --system -r /tmp/r.txt", "one==1 , two[x]>=2");
    row("work folder", "COPY requirements.txt .\nRUN pip install -r requirements.txt", "one==1 , two[x]>=2");
    row("other work folder", "WORKDIR /app\nCOPY requirements.txt ./\nRUN pip install -r /app/requirements.txt", "one==1 , two[x]>=2");
    row("relative work folder", "WORKDIR /app\nWORKDIR sub\nADD requirements.txt ./\nRUN cd /app && pip install -r sub/requirements.txt",
        "one==1 , two[x]>=2");
    row("whole context", "COPY . /app\nRUN pip install -r /app/requirements.txt", "one==1 , two[x]>=2");
    row("folder", "COPY deps /deps\nRUN pip install -r /deps/all.txt", "three , four");
    row("folder with slash", "COPY deps/ /deps/\nRUN pip install -r /deps/all.txt", "three , four");
    row("wildcard", "COPY requirement*.txt /r/\nRUN pip install -r /r/requirements.txt", "one==1 , two[x]>=2");
    row("several", "COPY deps/more.txt requirements.txt /r/\nRUN pip install -r /r/more.txt -r /r/requirements.txt",
        "four , one==1 , two[x]>=2");
    row("json copy", "COPY [\"requirements.txt\", \"/r/a b.txt\"]\nRUN pip install -r '/r/a b.txt'", "one==1 , two[x]>=2");
    row("owner", "COPY --chown=airflow:root requirements.txt /\nRUN pip install -r /requirements.txt", "one==1 , two[x]>=2");
    row("json run", "RUN [\"pip\", \"install\", \"a>=1\"]", "a>=1");
    row("mount", "RUN --mount=type=cache,target=/c --mount=type=bind,source=requirements.txt,target=/tmp/r.txt pip install -r /tmp/r.txt",
        "one==1 , two[x]>=2");
    row("mount is gone", "RUN --mount=type=bind,source=requirements.txt,target=/tmp/r.txt true\nRUN pip install -r /tmp/r.txt", "",
        "pip.file");
    row("here-document", "RUN <<EOF\npip install a\nif true; then\n  pip install b\nfi\nEOF\nRUN pip install c", "a , b , c");
    row("bash here-document", "RUN bash -e <<'EOF'\npip install a\nEOF", "a");
    row("python here-document", "RUN python <<EOF\npip install a\nEOF", "", "image.command");
    row("written file", "COPY <<EOF /r.txt\na\nb==${AIRFLOW_VERSION}\nEOF\nRUN pip install -r /r.txt", "a , b==2.10.5");
    row("nested", "USER root\nRUN su airflow -c \"pip install 'a>=1'\" && bash -c 'pip install b'", "a>=1 , b");
    row("variables", "ARG V=1.2\nENV W=3\nRUN pip install a==${V} b==$W c==${X:-4}", "a==1.2 , b==3 , c==4");
    row("version", "RUN pip install \"apache-airflow==${AIRFLOW_VERSION}\" a", "apache-airflow==2.10.5 , a");
    row("global argument", "ARG V=1\nFROM apache/airflow:2.10.5\nRUN pip install a==$V\nARG V\nRUN pip install b==$V", "b==1",
        "pip.unknown");
    row("list in a variable", "ENV P=\"a b==1\"\nRUN pip install $P", "a , b==1");
    row("unknown variable", "ARG V\nRUN pip install a==${V} b", "b", "pip.unknown");
    row("shell variable", "RUN V=1 && pip install a==$V\nRUN pip install b==$V", "a==1", "pip.unknown");
    row("constraints", "RUN pip install -c https://h/c-${AIRFLOW_VERSION}.txt a", "-c https://h/c-2.10.5.txt , a");
    row("asked python", "RUN V=\"$(python -V)\" && pip install a --constraint \"https://h/c-${V}.txt\"", "a", "pip.unknown");
    row("files beside packages", "COPY deps/more.txt /opt/data/\nCOPY requirements.txt /r.txt\nRUN pip install -r /r.txt",
        "one==1 , two[x]>=2", "image.file");
    row("a file that another one needs", "COPY deps/all.txt deps/more.txt /r/\nRUN pip install -r /r/all.txt", "three , four");
    row("constraints file", "COPY deps/more.txt /c.txt\nRUN pip install -c /c.txt a", "-c @/deps/more.txt , a");
    row("index", "ENV PIP_EXTRA_INDEX_URL=https://e\nRUN pip install a\nRUN pip install -i https://i b",
        "--extra-index-url https://e , a , --index-url https://i , b");
    row("installers", "RUN pip install --upgrade pip uv==0.9 setuptools", "setuptools");
    row("local package", "COPY pkg /opt/pkg\nRUN pip install /opt/pkg '/opt/pkg[x]' -e /opt/pkg", "@/pkg , @/pkg[x] , @/pkg");
    row("wheel", "COPY w /w\nRUN pip install /w/a-1.whl", "@/w/a-1.whl");
    row("missing file", "RUN pip install -r /nowhere.txt a", "a", "pip.file");
    row("missing wheel", "RUN pip install /w/b.whl", "", "pip.file");
    row("no requirement", "RUN pip install ' --index-url x' '=1' a", "a", "pip.unknown pip.unknown");
    row("git", "RUN pip install git+https://u:p@g/r.git a", "a", "pip.source");
    row("target", "RUN pip install --target /x a", "a", "pip.target");
    row("redirection", "RUN pip install pandas>=2", "pandas", "pip.redirection");
    row("or", "RUN pip install a || pip install b", "a", "pip.alternative");
    row("condition", "RUN if grep -q x /r; then pip install a; else pip install b; fi", "a", "pip.alternative");
    row("system packages",
        "USER root\nRUN apt-get update && apt-get install -y --no-install-recommends gcc && apt-get clean && rm -rf /x\nUSER airflow\nRUN "
        "pip install a",
        "a", "image.packages");
    row("other commands", "RUN curl -H 'Authorization: x' https://h | tar x\nRUN npm i", "", "image.command image.command image.command");
    row("other stage", "FROM python:3 AS build\nRUN pip install no\nFROM apache/airflow:2.10.5\nCOPY --from=build /w /w\nRUN pip install a",
        "a", "image.stage");
    row("earlier stage", "FROM apache/airflow:2.10.5 AS base\nRUN pip install a\nFROM base\nRUN pip install b", "a , b");
    row("later stage of it",
        "FROM apache/airflow:2.10.5 AS base\nRUN pip install a\nFROM base AS x\nRUN pip install no\nFROM base\nRUN pip install b", "a , b");
    row("uv from its image", "COPY --from=ghcr.io/astral-sh/uv:latest /uv /uvx /bin/\nRUN uv pip install a", "a");
    row("own base", "FROM registry.example.com/team/airflow:5\nRUN pip install a", "a", "image.base");
    row("mirrored base", "FROM reg.example.com:5000/apache/airflow:2.10.5\nRUN pip install a", "a");
}

namespace {
struct Bench : OpenWorkspace
{
    Bench()
    {
        folder.write("requirements.txt", "# packages\none==1\ntwo[x]>=2\n");
        folder.write("deps/all.txt", "three\n-r more.txt\n-r all.txt\n");
        folder.write("deps/more.txt", "four\n");
        folder.write("pkg/pyproject.toml", "");
        folder.write("w/a-1.whl", "");
    }
    PipInstalls installs(const QByteArray &dockerfile, const QByteArray &values = "airflow: {}\n") const
    {
        folder.write("Dockerfile", dockerfile);
        return PipInstalls::of(open(values));
    }
    QString packages(const QList<PipLine> &lines) const
    {
        QStringList texts;
        for (const PipLine &line : lines) {
            QString text = line.text;
            texts += text.replace(folder.path(), "@");
        }
        return texts.join(" , ");
    }
};

QString idsOf(const QList<LeftOut> &notes)
{
    QStringList ids;
    for (const LeftOut &note : notes)
        ids += note.id;
    return ids.join(u' ');
}
} // namespace

void tst_PipInstalls::reads()
{
    QFETCH(QByteArray, text);
    const Bench bench;
    const bool isWhole = text.contains("FROM");
    const PipInstalls found = bench.installs(isWhole ? text : "FROM apache/airflow:2.10.5\n" + text + '\n');
    QTEST(bench.packages(found.image), "packages");
    QTEST(idsOf(found.leftOut), "notes");
    for (const LeftOut &note : found.leftOut)
        QVERIFY2(!note.meaning.isEmpty() && !note.key.contains("u:p@") && !note.key.contains("Authorization: x"), qPrintable(note.key));
}

void tst_PipInstalls::tellsPlaces()
{
    const Bench bench;
    const PipInstalls found = bench.installs(
        "FROM apache/airflow:2.10.5\n\nCOPY requirements.txt /r.txt\n# why\nRUN true && \\\n    # no\n    pip install "
        "a \\\n    b && \\\n  pip install -r /r.txt \\\n && apt-get install -y gcc\nRUN <<EOF\ntrue\npip install c\nEOF\nCOPY <<X "
        "/s.txt\n\nd\nX\nRUN pip install -r /s.txt\n");
    QStringList places;
    for (const PipLine &line : found.image)
        places += line.text + u' ' + line.place.text();
    QCOMPARE(places.join(" , "),
             "a Dockerfile:7 , b Dockerfile:8 , one==1 requirements.txt:2 , two[x]>=2 requirements.txt:3 , c Dockerfile:13 , d "
             "Dockerfile:17");
    QCOMPARE(found.leftOut.first().place.text(), "Dockerfile:10");
    QCOMPARE(found.leftOut.first().key, "apt-get install");
}

void tst_PipInstalls::resolvesLocalFiles()
{
    const Bench bench;
    // The build context may be a folder of the workspace; its Dockerfile somewhere else.
    bench.folder.write("docker/Dockerfile", "FROM apache/airflow:2.10.5\nCOPY all.txt /\nRUN pip install -r /all.txt\n");
    const Workspace workspace = bench.open("airflow: {}\n", communityChart + "image: {dockerfile: docker/Dockerfile, context: deps}\n");
    const PipInstalls found = PipInstalls::of(workspace);
    QCOMPARE(bench.packages(found.image), "three");
    QCOMPARE(idsOf(found.leftOut), "pip.file"); // "-r more.txt" is not copied
    QCOMPARE(found.leftOut.first().place.text(), "all.txt:2");
}

void tst_PipInstalls::staysInTheContext()
{
    const Bench bench;
    QTemporaryDir outside;
    QFile secret(outside.path() + "/secret.txt");
    QVERIFY(secret.open(QIODevice::WriteOnly) && secret.write("canary") > 0);
    secret.close();
    QVERIFY(QFile::link(secret.fileName(), bench.folder.path("link.txt")));
    const QByteArray up = "../" + outside.path().section(u'/', -1).toUtf8() + "/secret.txt";
    const PipInstalls found =
        bench.installs("FROM apache/airflow:2.10.5\nCOPY link.txt /a.txt\nCOPY " + up + " /b.txt\nRUN pip install -r /a.txt -r /b.txt\n");
    QVERIFY(found.image.isEmpty());
    QCOMPARE(idsOf(found.leftOut), "pip.file pip.file image.file image.file");
}

// The demo's own mount lies over ./dags in the pods as well.
void tst_PipInstalls::copiesBelowAMountAreNoLoss()
{
    const Bench bench;
    const QByteArray copies = "FROM apache/airflow:2.10.5\nCOPY deps /opt/airflow/dags\nCOPY deps/all.txt /opt/airflow/extra.txt\n";
    const PipInstalls bare = bench.installs(copies);
    QCOMPARE(idsOf(bare.leftOut), "image.file image.file");
    QCOMPARE(bare.leftOut.first().place.line, 2);
    bench.folder.makeFolder("dags");
    bench.folder.write("kind-cluster.yaml",
                       "kind: Cluster\napiVersion: kind.x-k8s.io/v1alpha4\nnodes:\n- role: control-plane\n  extraMounts:\n"
                       "  - {hostPath: ./dags, containerPath: /opt/airflow/dags}\n");
    bench.folder.write("Dockerfile", copies);
    const Workspace workspace = bench.open("airflow:\n  extraVolumes: [{name: dags, hostPath: {path: /opt/airflow/dags}}]\n"
                                           "  extraVolumeMounts: [{name: dags, mountPath: /opt/airflow/dags}]\n");
    const PipInstalls mounted = PipInstalls::of(workspace);
    QCOMPARE(idsOf(mounted.leftOut), "image.file");
    QCOMPARE(mounted.leftOut.first().key, "COPY deps/all.txt");
    QVERIFY(mounted.leftOut.first().meaning.contains("/opt/airflow/extra.txt"));
}

void tst_PipInstalls::takesEnvironment()
{
    const Bench bench;
    const PipInstalls found = bench.installs(
        "FROM apache/airflow:2.10.5\nENV A=1 B=\"two words\" \\\n    N=n\nENV C=$A-x\nENV D old form\nENV PATH=/x:$PATH PIP_NO_CACHE=1\n"
        "ENV E=${UNKNOWN}\nENV URL=http://h/?a=1&b=2;c\nENV AIRFLOW_HOME=/opt/airflow\n");
    QStringList list;
    for (const AirflowSetting &setting : found.environment)
        list += setting.name + u'=' + setting.value + u'@' + setting.place.text();
    QCOMPARE(list.join(" , "),
             "A=1@Dockerfile:2 , B=two words@Dockerfile:2 , N=n@Dockerfile:2 , C=1-x@Dockerfile:4 , D=old form@Dockerfile:5 , "
             "URL=http://h/?a=1&b=2;c@Dockerfile:8 , AIRFLOW_HOME=/opt/airflow@Dockerfile:9");
    QCOMPARE(idsOf(found.leftOut), "image.environment");
    // They lie beneath the chart's.
    const AirflowSettings settings = AirflowSettings::of(bench.open("airflow: {config: {A: '2'}}\n"), found.environment);
    QCOMPARE(settings.find("A")->value, "2");
    QCOMPARE(settings.find("B")->value, "two words");
    QVERIFY(!settings.find("AIRFLOW_HOME"));
    QCOMPARE(settings.leftOut.last().key, "ENV AIRFLOW_HOME");
}

void tst_PipInstalls::keepsSecretsApart()
{
    const Bench bench;
    const PipInstalls found = bench.installs("FROM apache/airflow:2.10.5\nENV DB_PASSWORD=canary\n");
    QVERIFY(found.environment.first().isSecret() && found.environment.first().value.isEmpty());
    QVERIFY(found.environment.first().secret->equals(SecretString(QByteArray("canary"))));
}

void tst_PipInstalls::takesTheChartsPackages()
{
    const Bench bench;
    const QByteArray values =
        "airflow:\n  extraPipPackages:\n    - a==1\n    - \"b[x]>=2 # why\"\n    - git+https://g/r\n  kubernetesPodTemplate:\n"
        "    extraPipPackages: [c]\nscheduler: {extraPipPackages: [a==1, d]}\nweb: {extraPipPackages: [e]}\nworkers: {enabled: false, "
        "extraPipPackages: [no]}\nflower: {extraPipPackages: [no]}\n";
    const PipInstalls found = bench.installs("FROM apache/airflow:2.10.5\n", values);
    QCOMPARE(bench.packages(found.added), "a==1 , b[x]>=2 , c , d , e");
    QVERIFY(found.image.isEmpty());
    QCOMPARE(found.added.at(1).place.text(), "local.values.yaml:4:7");
    QCOMPARE(idsOf(found.leftOut), "pip.source");
    QCOMPARE(found.leftOut.first().place.text(), "local.values.yaml:5:7");
}

void tst_PipInstalls::takesTheStartScriptsPackages()
{
    const Bench bench;
    bench.folder.write("Dockerfile", "FROM apache/airflow:3.2.2\n");
    const Workspace workspace = bench.open("env:\n  - name: _PIP_ADDITIONAL_REQUIREMENTS\n    value: a==1 'b>=2'\n", officialChart);
    QCOMPARE(bench.packages(PipInstalls::of(workspace).added), "a==1 , b>=2");
    const AirflowSettings settings = AirflowSettings::of(workspace);
    QVERIFY(!settings.find("_PIP_ADDITIONAL_REQUIREMENTS"));
    QCOMPARE(settings.leftOut.last().weight, LeftOut::Weight::Replaced);
}

void tst_PipInstalls::readsRequirementsWithoutADockerfile()
{
    const Bench bench;
    const PipInstalls own = PipInstalls::of(bench.open("airflow: {image: {repository: apache/airflow, tag: 2.10.5}}\n"));
    QCOMPARE(bench.packages(own.image), "one==1 , two[x]>=2");
    QCOMPARE(own.image.first().place.text(), "requirements.txt:2");
    QVERIFY(own.leftOut.isEmpty());
    const PipInstalls foreign = PipInstalls::of(bench.open("airflow: {image: {repository: team/airflow, tag: 5}}\n"));
    QCOMPARE(idsOf(foreign.leftOut), "image.base");
    // With a Dockerfile that does not copy it, it is no part of the image.
    QVERIFY(bench.installs("FROM apache/airflow:2.10.5\n").image.isEmpty());
}

void tst_PipInstalls::ourOwnTemplateNeedsNoNotes()
{
    const Bench bench;
    QFile source(SOURCE_ROOT "/resources/templates/common/Dockerfile");
    QVERIFY(source.open(QIODevice::ReadOnly));
    const PipInstalls found = bench.installs(source.readAll().replace("@AIRFLOW_VERSION@", "2.10.5"));
    QCOMPARE(bench.packages(found.image), "apache-airflow==2.10.5 , one==1 , two[x]>=2");
    QVERIFY2(found.leftOut.isEmpty(), qPrintable(idsOf(found.leftOut)));
    const Result<Workspace> demo = Workspace::open(SOURCE_ROOT "/examples/demo");
    QVERIFY(demo);
    QVERIFY2(PipInstalls::of(*demo).leftOut.isEmpty(), qPrintable(idsOf(PipInstalls::of(*demo).leftOut)));
}

void tst_PipInstalls::survivesAnything()
{
    const QByteArray whole =
        "# escape=`\nARG A=1\nFROM ${A:-x}:$A AS b\nCOPY [\"a\",\"b\"] <<E\nE\nENV A=1 B\nRUN --mount=type=bind,source=x,target=/y pip "
        "install -r /y "
        "\\\n a>=1 || { b; }\nRUN [\"pip\",\"install\",\"-r\"]\nRUN <<F\npip install -c c -e .\nF\nWORKDIR\nONBUILD RUN x\n";
    for (qsizetype from = 0; from < whole.size(); ++from) {
        (void)readImageRecipe(whole.left(from), "Dockerfile", "/nowhere");
        (void)readImageRecipe(whole.mid(from), "Dockerfile", "/nowhere");
    }
}

QTEST_GUILESS_MAIN(tst_PipInstalls)
#include "tst_PipInstalls.moc"
