// SPDX-License-Identifier: Apache-2.0
// Below which path the page is, as the values of either chart say it.
#include "core/workspace/WebPath.h"
#include "core/workspace/WorkspaceTemplates.h"
#include "tests/support/TempWorkspace.h"

#include <QtTest>

using namespace windsock;

class tst_WebPath : public QObject
{
    Q_OBJECT
private slots:
    void paths_data();
    void paths();
};

void tst_WebPath::paths_data()
{
    QTest::addColumn<bool>("official");
    QTest::addColumn<QByteArray>("values");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *name, bool official, const char *values, const char *path) {
        QTest::newRow(name) << official << QByteArray(values) << QString::fromLatin1(path);
    };
    row("community, nothing", false, "airflow: {}\n", "");
    row("community", false, "airflow:\n  config:\n    AIRFLOW__WEBSERVER__BASE_URL: http://localhost:8080/airflow\n", "/airflow");
    row("community, no path", false, "airflow:\n  config:\n    AIRFLOW__WEBSERVER__BASE_URL: http://localhost:8080\n", "");
    row("a slash is no path", false, "airflow:\n  config:\n    AIRFLOW__WEBSERVER__BASE_URL: http://localhost:8080/\n", "");
    row("slashes at the end", false, "airflow:\n  config:\n    AIRFLOW__WEBSERVER__BASE_URL: https://x/a/b//\n", "/a/b");
    row("official, Airflow 2", true, "config:\n  webserver:\n    base_url: http://localhost:8080/two\n", "/two");
    row("official, Airflow 3", true, "config:\n  api:\n    base_url: http://localhost:8080/three\n", "/three");
    row("only Helm could read it", true, "config:\n  api:\n    base_url: 'http://{{ .Values.host }}/x'\n", "");
    row("the other chart's place", true, "airflow:\n  config:\n    AIRFLOW__WEBSERVER__BASE_URL: http://localhost/a\n", "");
}

void tst_WebPath::paths()
{
    QFETCH(bool, official);
    QFETCH(QByteArray, values);
    const TempWorkspace folder;
    QVERIFY(createWorkspace(folder.path("ws"), official ? ChartFlavor::Official : ChartFlavor::Community));
    folder.write("ws/local.values.yaml", values);
    const auto workspace = Workspace::open(folder.path("ws"));
    QVERIFY2(workspace, qPrintable(workspace ? QString() : workspace.error().report()));
    QTEST(webPath(*workspace), "path");
}

QTEST_GUILESS_MAIN(tst_WebPath)
#include "tst_WebPath.moc"
