// SPDX-License-Identifier: Apache-2.0
// Names and ports of a new workspace beside those that are there.
#include "core/workspace/Names.h"
#include "core/workspace/WorkspaceTemplates.h"
#include "tests/support/TempWorkspace.h"

#include <QTest>

using namespace windsock;

class tst_WorkspaceOptions : public QObject
{
    Q_OBJECT
private slots:
    void besideOthers_data();
    void besideOthers();
    void usesAreReadFromFiles();
};

void tst_WorkspaceOptions::besideOthers_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QList<int>>("ports");
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("port");
    const auto row = [](const char *title, const QStringList &names, const QString &folder, const QString &name) {
        QTest::newRow(title) << names << QList<int>(names.size(), 9000) << folder << name << 8080;
    };
    row("nobody", {}, "/w/My DAGs", "airflow");
    row("others", {"team", "other"}, "/w/My DAGs", "airflow");
    row("the usual", {"airflow"}, "/w/My DAGs", "my-dags");
    row("slash at the end", {"airflow"}, "/w/sales/", "sales");
    row("dots and dashes", {"airflow"}, "/w/--v1.2_beta..", "v1-2-beta");
    row("both", {"airflow", "my-dags"}, "/w/my-dags", "my-dags-2");
    row("many", {"airflow", "my-dags", "my-dags-2", "my-dags-3"}, "/w/my-dags", "my-dags-4");
    row("no legal letter", {"airflow"}, QStringLiteral("/w/데이터"), "airflow-2");
    row("the folder of that name", {"airflow"}, "/w/airflow", "airflow-2");
    row("no folder yet", {"airflow"}, "", "airflow-2");
    row("the root", {"airflow"}, "/", "airflow-2");
    row("long", {"airflow"}, QStringLiteral("/w/") + QString(80, u'a'), QString(50, u'a'));
    row("long twice", {"airflow", QString(50, u'a')}, QStringLiteral("/w/") + QString(80, u'a'), QString(48, u'a') + QStringLiteral("-2"));
    const auto ports = [](const char *title, const QList<int> &taken, int port) {
        QTest::newRow(title) << QStringList(taken.size(), QStringLiteral("x")) << taken << QStringLiteral("/w/a")
                             << QStringLiteral("airflow") << port;
    };
    ports("port taken", {8080}, 8081);
    ports("ports taken", {8081, 8080, 8083}, 8082);
    ports("other port", {8081}, 8080);
}

void tst_WorkspaceOptions::besideOthers()
{
    QFETCH(QStringList, names);
    QFETCH(QList<int>, ports);
    QFETCH(QString, folder);
    QList<WorkspaceUse> others;
    for (qsizetype at = 0; at < names.size(); ++at)
        others += WorkspaceUse{QStringLiteral("/w/") + QString::number(at), names.at(at), ports.at(at)};
    const WorkspaceOptions options = optionsBeside(others, folder);
    QTEST(options.clusterName, "name");
    QTEST(options.webPort, "port");
    QVERIFY(!clusterNameProblem(options.clusterName));
}

void tst_WorkspaceOptions::usesAreReadFromFiles()
{
    TempWorkspace temp;
    QVERIFY(createWorkspace(temp.path("one"), ChartFlavor::Community));
    QVERIFY(createWorkspace(temp.path("two"), ChartFlavor::Official, {.clusterName = "team-2", .webPort = 9090}));
    temp.write("broken/windsock.yaml", "a: [");
    const QList<WorkspaceUse> uses = workspaceUses({temp.path("one"), temp.path("broken"), temp.path("not there"), temp.path("two")});
    QCOMPARE(uses.size(), 2);
    QCOMPARE(uses[0].clusterName, QStringLiteral("airflow"));
    QCOMPARE(uses[0].webPort, 8080);
    QCOMPARE(uses[1].folder, temp.path("two"));
    QCOMPARE(uses[1].clusterName, QStringLiteral("team-2"));
    QCOMPARE(uses[1].webPort, 9090);
    const WorkspaceOptions options = optionsBeside(uses, temp.path("two"));
    QCOMPARE(options.clusterName, QStringLiteral("two"));
    QCOMPARE(options.webPort, 8081);
}

QTEST_GUILESS_MAIN(tst_WorkspaceOptions)
#include "tst_WorkspaceOptions.moc"
