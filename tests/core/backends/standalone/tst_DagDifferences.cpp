// SPDX-License-Identifier: Apache-2.0
// Lines of DAGs that differ without Kubernetes: in the order of the files, and never after a cancel.
#include "core/backends/standalone/DagDifferences.h"
#include "tests/support/Await.h"
#include "tests/support/TempWorkspace.h"

#include <QTest>

using namespace windsock;

class tst_DagDifferences : public QObject
{
    Q_OBJECT
private slots:
    void inTheOrderOfTheFiles();
    void whatIsImportedToo();
    void providersThatAreNotThere();
    void noFolderOfDags();
    void canceled();

private:
    StandaloneWish wish(const TempWorkspace &folder) const
    {
        StandaloneWish made;
        made.folders.dags = WorkspaceFolder{folder.makeFolder("dags"), "./dags", "/opt/airflow/dags"};
        return made;
    }
    static QStringList placesOf(const QList<LeftOut> &list)
    {
        QStringList places;
        for (const LeftOut &left : list)
            places += QStringLiteral("%1:%2 %3").arg(left.place.file).arg(left.place.line).arg(left.id);
        return places;
    }
};

void tst_DagDifferences::inTheOrderOfTheFiles()
{
    TempWorkspace folder;
    folder.write("dags/b.py", "x = 1\nKubernetesPodOperator(task_id='x')\n");
    folder.write("dags/a.py", "open('/opt/airflow/dags/x.sql')\nKubernetesPodOperator(task_id='y')\n");
    const auto list = await(dagDifferences(wish(folder), this));
    QVERIFY(list);
    QCOMPARE(placesOf(*list), (QStringList{"./dags/a.py:1 dag.path", "./dags/a.py:2 dag.pod-operator", "./dags/b.py:2 dag.pod-operator"}));
}

void tst_DagDifferences::whatIsImportedToo()
{
    TempWorkspace folder;
    const QByteArray hit = "KubernetesPodOperator(task_id='x')\n";
    for (const char *file : {"dags/a.py", "plugins/p.py", "python_tasks/t.py", "libs/deep/l.py", "data/d.py"})
        folder.write(QString::fromLatin1(file), hit);
    StandaloneWish asked = wish(folder);
    asked.folders.plugins = WorkspaceFolder{folder.path("plugins"), "./plugins", "/opt/airflow/plugins"};
    asked.folders.others = {WorkspaceFolder{folder.path("python_tasks"), "./python_tasks", "/opt/airflow/python_tasks"},
                            WorkspaceFolder{folder.path("libs"), "./libs", "/srv/libs"},
                            WorkspaceFolder{folder.path("data"), "./data", "/srv/data"},
                            WorkspaceFolder{folder.path("dags"), "./again", "/srv/libs/again"}};
    asked.settings.settings = {{.name = "PYTHONPATH", .value = "/opt/airflow/none:/srv/libs/deep/:/srv/libs/again"}};
    const auto list = await(dagDifferences(asked, this));
    QVERIFY(list);
    QCOMPARE(placesOf(*list), (QStringList{"./dags/a.py:1 dag.pod-operator", "./plugins/p.py:1 dag.pod-operator",
                                           "./python_tasks/t.py:1 dag.pod-operator", "./libs/deep/l.py:1 dag.pod-operator"}));
}

void tst_DagDifferences::providersThatAreNotThere()
{
    TempWorkspace folder;
    folder.write("dags/a.py", "from airflow.providers.postgres.hooks.postgres import PostgresHook\n"
                              "from airflow.providers.standard.operators.bash import BashOperator\n"
                              "from airflow.providers.amazon.aws.hooks.s3 import S3Hook\n"
                              "from airflow.providers.microsoft.azure.hooks.wasb import WasbHook\n");
    StandaloneWish asked = wish(folder);
    asked.airflow = airflowFacts(QStringLiteral("3.2.2")).value();
    asked.packages.image = {{"apache-airflow-providers-amazon==9.0", {"requirements.txt", 1}}};
    const auto list = await(dagDifferences(asked, this));
    QVERIFY(list);
    QCOMPARE(placesOf(*list), QStringList{"./dags/a.py:4 dag.provider"});
    QCOMPARE(list->first().key, QString("apache-airflow-providers-microsoft-azure"));
    QCOMPARE(list->first().weight, LeftOut::Weight::Lost);
}

void tst_DagDifferences::noFolderOfDags()
{
    const auto list = await(dagDifferences(StandaloneWish(), this));
    QVERIFY(list);
    QVERIFY(list->isEmpty());
}

void tst_DagDifferences::canceled()
{
    TempWorkspace folder;
    for (int at = 0; at < 300; ++at)
        folder.write(QStringLiteral("dags/%1.py").arg(at), QByteArray(20000, 'x') + "\nKubernetesPodOperator(\n");
    const Cancel cancel;
    cancel.request();
    const auto list = await(dagDifferences(wish(folder), this, cancel));
    QVERIFY(!list && list.error().isCancel());
}

QTEST_GUILESS_MAIN(tst_DagDifferences)
#include "tst_DagDifferences.moc"
