// SPDX-License-Identifier: Apache-2.0
// What counts as "nothing has changed", and what does not although Airflow answers: a failed upgrade, one made by hand, parts that do not
// come up, a Reset, another Helm.
#include "tests/core/backends/kind/PlanTest.h"

using namespace windsock;
using Owner = KindBench::Owner;

class tst_StartAgain : public PlanTest
{
    Q_OBJECT
private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void whatIsThere_data();
    void whatIsThere();
    void partThatDoesNotComeUp();
    void podsOfOthersDoNotMatter();
    void resetChecksWhatItWillNeed();
    void helmWithoutPrograms();

private:
    void start();
    QString inputs() const;
    int upgrades() const { return m_bench->runner.count(Tool::Helm, {"upgrade"}); }
};

void tst_StartAgain::start()
{
    begin(Intent::Start);
    WAIT_FOR(m_run->isFinished());
    QVERIFY2(m_run->result(), qPrintable(error().report()));
}

QString tst_StartAgain::inputs() const
{
    ImageName pods = m_bench->workspace.image();
    pods.tag = contentTag(KindBench::image);
    return releaseInputs(m_bench->workspace, pods);
}

void tst_StartAgain::whatIsThere_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<int>("revision");
    QTest::addColumn<int>("labelled");
    QTest::addColumn<bool>("isDone");
    QTest::newRow("ours") << QByteArray("deployed") << 2 << 2 << true;
    QTest::newRow("Helm failed, and the pods of before are well") << QByteArray("failed") << 2 << 2 << false;
    QTest::newRow("Helm was ended") << QByteArray("pending-upgrade") << 2 << 2 << false;
    QTest::newRow("made by hand: Helm handed our labels on") << QByteArray("deployed") << 3 << 2 << false;
    QTest::newRow("made before labels named their revision") << QByteArray("deployed") << 2 << 99 << false;
}

void tst_StartAgain::whatIsThere()
{
    QFETCH(QByteArray, status);
    QFETCH(int, revision);
    QFETCH(int, labelled);
    QFETCH(bool, isDone);
    start();
    m_bench->haveRelease(status, revision, inputs(), labelled);
    const QByteArray record = KindBench::secretsPath + "/sh.helm.release.v1.airflow-local.v" + QByteArray::number(revision);
    m_bench->api.on("DELETE " + record, FakeReply::json("{}"));
    start();
    QCOMPARE(upgrades(), isDone ? 1 : 2);
    QCOMPARE(hasSaid("install Skipped"), isDone);
    if (isDone)
        return;
    const int next = status.startsWith("pending") ? revision : revision + 1; // that record goes first
    const QStringList upgraded = m_bench->runner.shown().filter(QRegularExpression("\\bhelm\\b.* upgrade "));
    QCOMPARE(upgraded.size(), 2);
    QVERIFY2(upgraded.last().contains(revisionLabel + u'=' + QString::number(next)), qPrintable(upgraded.last()));
}

// The web pod of before answers, while a part of the new revision does not start.
void tst_StartAgain::partThatDoesNotComeUp()
{
    start();
    QJsonObject list = QJsonDocument::fromJson(KindBench::data("kube/pods-running-community-8.9.0.json")).object();
    QJsonArray pods;
    int changed = 0;
    for (const QJsonValue &item : list["items"].toArray()) {
        QJsonObject pod = item.toObject();
        if (item["metadata"]["name"].toString().startsWith("airflow-local-triggerer")) {
            QJsonObject status = pod["status"].toObject();
            status["conditions"] = QJsonArray{QJsonObject{{"type", "Ready"}, {"status", "False"}}};
            pod["status"] = status;
            ++changed;
        }
        pods += pod;
    }
    QCOMPARE(changed, 1);
    list["items"] = pods;
    for (const auto &[revision, isDone] : {std::pair(1, true), {2, false}}) { // the first has none before it that could answer in its place
        m_bench->haveRelease("deployed", revision, inputs());
        m_bench->replace(KindBench::podsPath, FakeReply::json(QJsonDocument(list).toJson()));
        start();
        QCOMPARE(upgrades(), 1);
        QCOMPARE(hasSaid("wait Skipped"), isDone);
        QCOMPARE(hasSaid("wait Done"), !isDone);
    }
}

// What a task made as a pod of its own and left there, as KubernetesPodOperator does after a failure.
void tst_StartAgain::podsOfOthersDoNotMatter()
{
    start();
    QJsonObject list = QJsonDocument::fromJson(KindBench::data("kube/pods-running-community-8.9.0.json")).object();
    QJsonArray pods = list["items"].toArray();
    const QJsonObject meta{{"name", "retrain-x1"}, {"namespace", "default"}, {"uid", "42"}, {"resourceVersion", "9"}};
    pods += QJsonObject{{"metadata", meta}, {"spec", QJsonObject()}, {"status", QJsonObject{{"phase", "Failed"}}}};
    list["items"] = pods;
    m_bench->haveRelease("deployed", 2, inputs());
    m_bench->replace(KindBench::podsPath, FakeReply::json(QJsonDocument(list).toJson()));
    start();
    QVERIFY(hasSaid("wait Skipped") && hasSaid("install Skipped"));
}

void tst_StartAgain::resetChecksWhatItWillNeed()
{
    start();
    const int before = m_bench->runner.count(Tool::Docker, {"buildx", "version"});
    // `docker system prune -a`: the node has a copy of its own, docker has none.
    m_bench->runner.once(Tool::Docker, {"image", "inspect", KindBench::image}, {.out = "[]\n", .err = "No such image", .exitCode = 1});
    begin(Intent::Reset);
    WAIT_FOR(m_run->isFinished());
    QVERIFY2(m_run->result(), qPrintable(error().report()));
    QCOMPARE(m_bench->runner.count(Tool::Docker, {"buildx", "version"}), before + 1);
    QCOMPARE(m_bench->runner.count(Tool::Docker, {"build"}), 2);
    QCOMPARE(m_bench->runner.count(Tool::Kind, {"delete"}), 1);
}

// Helm 4 takes post-renderers as plugins only: the chart is installed as it is, and nothing is prepared for the patch.
void tst_StartAgain::helmWithoutPrograms()
{
    m_bench->runner.on(Tool::Helm, {"version"}, {.out = "v4.0.1\n"});
    QVERIFY(m_bench->workspace.fastBoot());
    start();
    QCOMPARE(upgrades(), 1);
    QCOMPARE(m_bench->runner.shown().filter("--post-renderer"), QStringList());
    QCOMPARE(m_bench->api.count("PATCH " + KindBench::nodePath), 0);
    QVERIFY(!QFile::exists(m_bench->places.bootFacts));
    start();
    QCOMPARE(upgrades(), 1);
}

QTEST_GUILESS_MAIN(tst_StartAgain)
#include "tst_StartAgain.moc"
