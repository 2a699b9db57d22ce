// SPDX-License-Identifier: Apache-2.0
// Only a container with our own mark is ours; everything else is somebody's and gets an explanation.
#include "core/backends/kind/Ownership.h"
#include "core/backends/kind/ReleaseInputs.h"
#include "core/base/FileText.h"
#include "tests/support/TempWorkspace.h"

#include <QtTest>

using namespace windsock;

class tst_Ownership : public QObject
{
    Q_OBJECT
private slots:
    void marks_data();
    void marks();
    void nameTakenNamesTheOwner();
    void creationMark();
    void contentTags();
};

static KindPlaces places(const QString &folder)
{
    KindPlaces made;
    made.cluster = "airflow";
    made.container = "airflow-control-plane";
    made.ownerMark = folder + "/kind-airflow.owner";
    return made;
}

void tst_Ownership::marks_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("destination");
    QTest::addColumn<bool>("ours");
    QTest::newRow("ours") << "/state/kind-airflow.owner"
                          << "/kind/windsock-owner" << true;
    QTest::newRow("as Docker Desktop says it") << "/host_mnt/state/kind-airflow.owner"
                                               << "/kind/windsock-owner" << true;
    QTest::newRow("another workspace's") << "/state2/kind-airflow.owner"
                                         << "/kind/windsock-owner" << false;
    QTest::newRow("same file elsewhere") << "/state/kind-airflow.owner"
                                         << "/opt/owner" << false;
    QTest::newRow("longer") << "/state/kind-airflow.owner2"
                            << "/kind/windsock-owner" << false;
    QTest::newRow("another prefix") << "/evil/state/kind-airflow.owner"
                                    << "/kind/windsock-owner" << false;
    QTest::newRow("empty") << ""
                           << "/kind/windsock-owner" << false;
}

void tst_Ownership::marks()
{
    QFETCH(QString, source);
    QFETCH(QString, destination);
    docker::Container node;
    QVERIFY(!isOurs(node, places("/state")));
    node.mounts = {{"/home/me/dags", "/opt/airflow/dags"}, {source, destination}};
    QTEST(isOurs(node, places("/state")), "ours");
}

void tst_Ownership::nameTakenNamesTheOwner()
{
    const TempWorkspace folder;
    const KindPlaces mine = places(folder.path());
    docker::Container node;
    node.name = "airflow-control-plane";
    QVERIFY(nameTaken(node, mine).why.contains("not made by Windsock"));
    const QString other = folder.write("other/kind-airflow.owner", "/home/me/other\n");
    node.mounts = {{other, "/kind/windsock-owner"}};
    QCOMPARE(ownerOf(node), "/home/me/other");
    QVERIFY(nameTaken(node, mine).why.contains("/home/me/other"));
    QCOMPARE(nameTaken(node, mine).code, Error::Code::Conflict);
    QCOMPARE(nameTaken(node, mine).rule, "name.taken");
}

void tst_Ownership::creationMark()
{
    const TempWorkspace folder;
    const KindPlaces mine = places(folder.path("state"));
    QVERIFY(!isHalfMade(mine));
    QVERIFY(beginCreation(mine));
    QVERIFY(isHalfMade(mine));
    endCreation(mine);
    QVERIFY(!isHalfMade(mine));
}

void tst_Ownership::contentTags()
{
    QCOMPARE(contentTag("sha256:4f2a9c1e0b7d8899aa"), "4f2a9c1e0b7d");
    QCOMPARE(contentTag("4f2a9c1e0b7d8899aa"), "4f2a9c1e0b7d");
}

QTEST_GUILESS_MAIN(tst_Ownership)
#include "tst_Ownership.moc"
