// SPDX-License-Identifier: Apache-2.0
// windsock.yaml: defaults, every key, wrong kinds with their place, unknown keys with a proposal.
#include "core/workspace/WorkspaceFile.h"

#include <QTest>

using namespace windsock;

namespace {
Result<WorkspaceFile> read(const QByteArray &text)
{
    const Result<YamlDocument> document = YamlDocument::parse(text, QStringLiteral("windsock.yaml"));
    if (!document)
        return document.error();
    return WorkspaceFile::read(*document);
}
} // namespace

class tst_WorkspaceFile : public QObject
{
    Q_OBJECT
private slots:
    void hasDefaults();
    void readsEveryKey();
    void refuses_data();
    void refuses();
    void proposes_data();
    void proposes();
    void reportsManyUnknownKeysBounded();
};

void tst_WorkspaceFile::hasDefaults()
{
    for (const QByteArray &text : {QByteArray(), QByteArray("# nothing\n"), QByteArray("cluster:\nvalues:\nweb: {}\nmode: ~\n")}) {
        const Result<WorkspaceFile> file = read(text);
        QVERIFY2(file, text.constData());
        QCOMPARE(file->clusterName, QStringLiteral("airflow"));
        QCOMPARE(file->release, QStringLiteral("airflow-local"));
        QCOMPARE(file->nameSpace, QStringLiteral("default"));
        QCOMPARE(file->webPort, 8080);
        QVERIFY(file->fastBoot && file->mode == Mode::Kind && !file->values && !file->dockerfile && !file->chartRepo
                && file->warnings.isEmpty());
    }
}

void tst_WorkspaceFile::readsEveryKey()
{
    const Result<WorkspaceFile> file =
        read("cluster: {name: demo, nodeImage: \"kindest/node:v1.32.2\", config: k.yaml}\n"
             "chart: {repo: 'https://airflow.apache.org', name: airflow, version: 1.22.0}\n"
             "release: {name: r, namespace: team}\nvalues: [a.yaml, sub/b.yaml]\n"
             "image: {dockerfile: docker/Dockerfile, context: docker}\nweb: {port: 9090}\nfastBoot: no\nmode: auto\n");
    QVERIFY(file);
    QCOMPARE(file->clusterName, QStringLiteral("demo"));
    QCOMPARE(file->nodeImage, QStringLiteral("kindest/node:v1.32.2"));
    QCOMPARE(file->kindConfig->path, QStringLiteral("k.yaml"));
    QCOMPARE(*file->chartRepo, QStringLiteral("https://airflow.apache.org"));
    QCOMPARE(*file->chartVersion, QStringLiteral("1.22.0"));
    QCOMPARE(file->nameSpace, QStringLiteral("team"));
    QCOMPARE(file->values->size(), 2);
    QCOMPARE(file->values->at(1).path, QStringLiteral("sub/b.yaml"));
    QCOMPARE(file->values->at(1).place.text(), QStringLiteral("windsock.yaml:4:18"));
    QCOMPARE(file->dockerfile->path, QStringLiteral("docker/Dockerfile"));
    QCOMPARE(file->context->path, QStringLiteral("docker"));
    QCOMPARE(file->webPort, 9090);
    QVERIFY(!file->fastBoot && file->mode == Mode::Auto && file->warnings.isEmpty());
}

void tst_WorkspaceFile::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("word");
    const auto row = [](const QByteArray &text, const char *place, const char *word) {
        QTest::newRow(text.left(50).constData())
            << text << QStringLiteral("windsock.yaml:") + QLatin1String(place) << QString::fromLatin1(word);
    };
    row("- a\n", "1:1", "map");
    row("just text\n", "1:1", "map");
    row("cluster: demo\n", "1:10", "cluster must be a map");
    row("web:\n  - 8080\n", "2:3", "web must be a map");
    row("cluster: {name: [a]}\n", "1:17", "cluster.name must be text");
    row("cluster:\n  name: --kubeconfig=x\n", "2:9", "legal cluster name");
    row("cluster:\n  name: \"; rm -rf ~\"\n", "2:9", "legal cluster name");
    row("cluster: {name: \"\"}\n", "1:17", "legal cluster name");
    row("cluster: {name: Airflow}\n", "1:17", "lower-case");
    row("cluster: {name: " + QByteArray(300, 'a') + "}\n", "1:17", "300");
    row("cluster: {nodeImage: \"--x\"}\n", "1:22", "image name");
    row("release: {name: -r}\n", "1:17", "release name");
    row("release: {name: a.b}\n", "1:17", "release name");
    row("release: {namespace: Team}\n", "1:22", "namespace");
    row("chart: {version: 8.9}\n", "1:18", "three numbers");
    row("chart: {version: \">=8\"}\n", "1:18", "three numbers");
    row("chart: {repo: airflow-stable}\n", "1:15", "address");
    row("chart: {name: airflow-stable/airflow}\n", "1:15", "slash");
    row("values: local.values.yaml\n", "1:9", "list");
    row("values: [[a]]\n", "1:10", "text");
    row("values: [~]\n", "1:10", "file name");
    row("values: [\"\"]\n", "1:10", "empty");
    row("values: [\"-\"]\n", "1:10", "no file");
    row("values: [\"https://host/v.yaml\"]\n", "1:10", "no file");
    row("web: {port: 0}\n", "1:13", "no port");
    row("web: {port: 70000}\n", "1:13", "no port");
    row("web: {port: -1}\n", "1:13", "no port");
    row("web: {port: \"8080\"}\n", "1:13", "without quotes");
    row("web: {port: http}\n", "1:13", "no port");
    row("web: {port: [1]}\n", "1:13", "port");
    row("web: {port: 80.5}\n", "1:13", "no port");
    row("fastBoot: maybe\n", "1:11", "true or false");
    row("fastBoot: \"true\"\n", "1:11", "true or false");
    row("mode: docker\n", "1:7", "standalone");
    row("image: {context: " + QByteArray(5000, 'x') + "}\n", "1:18", "5000");
    row("a:\n\tb\n", "2:1", "tab");
}

void tst_WorkspaceFile::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, place);
    QFETCH(QString, word);
    const Result<WorkspaceFile> file = read(text);
    QVERIFY(!file);
    QCOMPARE(file.error().code, Error::Code::BadInput);
    QVERIFY2(file.error().report().contains(word), qPrintable(file.error().report()));
    QCOMPARE(file.error().place.text(), place);
    QVERIFY(file.error().report().size() < 600);
}

void tst_WorkspaceFile::proposes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("proposal");
    QTest::newRow("slip") << QByteArray("clutser: {}\n") << "1:1"
                          << "\"cluster\"";
    QTest::newRow("case") << QByteArray("fastboot: true\n") << "1:1"
                          << "\"fastBoot\"";
    QTest::newRow("nested") << QByteArray("cluster:\n  nodeimage: a\n") << "2:3"
                            << "\"nodeImage\"";
    QTest::newRow("elsewhere") << QByteArray("port: 8080\n") << "1:1"
                               << "web.port";
    QTest::newRow("elsewhere nested") << QByteArray("chart:\n  namespace: a\n") << "2:3"
                                      << "release.namespace";
    QTest::newRow("nothing near") << QByteArray("web:\n  replicas: 3\n") << "2:3"
                                  << "port";
    QTest::newRow("plural") << QByteArray("value: []\n") << "1:1"
                            << "\"values\"";
}

void tst_WorkspaceFile::proposes()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, place);
    QFETCH(QString, proposal);
    const Result<WorkspaceFile> file = read(text);
    QVERIFY(file);
    QCOMPARE(file->warnings.size(), 1);
    QCOMPARE(file->warnings[0].place.text(), QStringLiteral("windsock.yaml:") + place);
    QVERIFY2(file->warnings[0].todo.contains(proposal), qPrintable(file->warnings[0].todo));
}

void tst_WorkspaceFile::reportsManyUnknownKeysBounded()
{
    QByteArray text;
    for (int i = 0; i < 5000; ++i)
        text += "unknown" + QByteArray::number(i) + ": 1\n";
    const Result<WorkspaceFile> file = read(text);
    QVERIFY(file && file->warnings.size() == 100);
}

QTEST_GUILESS_MAIN(tst_WorkspaceFile)
#include "tst_WorkspaceFile.moc"
