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
    void noFolderOfDags();
    void canceled();

private:
    WorkspaceFolders folders(const TempWorkspace &folder) const
    {
        WorkspaceFolders made;
        made.dags = WorkspaceFolder{folder.makeFolder("dags"), "./dags", "/opt/airflow/dags"};
        return made;
    }
};

void tst_DagDifferences::inTheOrderOfTheFiles()
{
    TempWorkspace folder;
    folder.write("dags/b.py", "x = 1\nKubernetesPodOperator(task_id='x')\n");
    folder.write("dags/a.py", "open('/opt/airflow/dags/x.sql')\nKubernetesPodOperator(task_id='y')\n");
    const auto list = await(dagDifferences(folders(folder), this));
    QVERIFY(list);
    QStringList places;
    for (const LeftOut &left : *list)
        places += QStringLiteral("%1:%2 %3").arg(left.place.file).arg(left.place.line).arg(left.id);
    QCOMPARE(places, (QStringList{"./dags/a.py:1 dag.path", "./dags/a.py:2 dag.pod-operator", "./dags/b.py:2 dag.pod-operator"}));
}

void tst_DagDifferences::noFolderOfDags()
{
    const auto list = await(dagDifferences({}, this));
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
    const auto list = await(dagDifferences(folders(folder), this, cancel));
    QVERIFY(!list && list.error().isCancel());
}

QTEST_GUILESS_MAIN(tst_DagDifferences)
#include "tst_DagDifferences.moc"
