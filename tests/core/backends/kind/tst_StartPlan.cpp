// SPDX-License-Identifier: Apache-2.0
// Start, Reset and Restart as a whole: what waits for what, what runs side by side, what is left alone, and what a cancel
// or a failure in the middle leaves behind. Children are scripted; the API server is spoken to for real.
#include "tests/core/backends/kind/PlanTest.h"

#include <QtTest>

using namespace windsock;
using namespace std::chrono_literals;
using Owner = KindBench::Owner;

class tst_StartPlan : public PlanTest
{
    Q_OBJECT
private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void firstStartOverlaps();
    void loginWaitsForTheUser();
    void loginIsWaitedForAfterAKill();
    void helmNeverRunsAheadOfTheImage();
    void secondStartDoesNothing();
    void imageThatIsGoneIsBuiltAgain();
    void changedImageIsThereBeforeHelmRuns();
    void stoppedNodeIsStarted_data();
    void stoppedNodeIsStarted();
    void cancelKeepsWhatWasThere_data();
    void cancelKeepsWhatWasThere();
    void failedBuildStopsTheRest();
    void failedCreationStopsTheLoad();
    void cancelWhileTheImageWaitsForItsNode();
    void foreignClusterIsLeftAlone_data();
    void foreignClusterIsLeftAlone();
    void wrongValuesAskNobody();
    void restart();
    void restartOfNothing();
    void previewsNameTheirCluster_data();
    void previewsNameTheirCluster();
};

void tst_StartPlan::firstStartOverlaps()
{
    m_bench->createTakes = 5s;
    m_bench->buildTakes = 3s;
    m_bench->loadTakes = 3s;
    m_bench->installTakes = 5s;
    begin(Intent::Start);
    // The build beside the cluster: both children run, neither has ended.
    WAIT_FOR(m_bench->runner.count(Tool::Docker, {"build"}) == 1 && m_bench->runner.count(Tool::Kind, {"create", "cluster"}) == 1);
    QCOMPARE(m_bench->runner.running(), 2);
    QVERIFY(isHalfMade(m_bench->places));
    m_bench->children.advance(3s);
    // Docker packs the image while there is no node yet that could take it.
    WAIT_FOR(hasSaid("image.heads Done") && m_bench->runner.count(Tool::Docker, {"save"}) == 1);
    QVERIFY(!hasSaid("cluster Done") && !hasSaid("install Running"));
    QCOMPARE(m_bench->runner.count(Tool::Docker, {"exec"}), 0);
    m_bench->children.advance(2s);
    // Helm beside the load: Airflow's pods are held back by the node's taint.
    WAIT_FOR(m_bench->runner.count(Tool::Helm, {"upgrade"}) == 1);
    WAIT_FOR(m_bench->runner.count(Tool::Docker, {"exec", "images", "import"}) == 1);
    QCOMPARE(m_bench->runner.running(), 2);
    QVERIFY(!isHalfMade(m_bench->places));
    QVERIFY(m_bench->api.last("PATCH " + KindBench::nodePath).body.contains("windsock"));
    m_bench->children.advance(3s);
    WAIT_FOR(hasSaid("image.load Done"));
    QVERIFY(!hasSaid("wait Running"));
    m_bench->children.advance(2s);
    WAIT_FOR(m_run->isFinished());
    QCOMPARE(m_trace->text(), "check Running, check Done, image.build Running, cluster Running, image.build Done, "
                              "image.heads Running, image.load Running, image.heads Done, cluster Done, install Running, "
                              "image.load Done, install Done, wait Running, wait Done, login Running, login Done, finished ok");
    QCOMPARE(m_bench->stray(m_bench->runner.commands()), QString());
    QCOMPARE(m_bench->runner.count(Tool::Kind, {"delete"}), 0);
}

// Airflow is healthy before its user exists: what Start shows at its end has to work.
void tst_StartPlan::loginWaitsForTheUser()
{
    m_bench->api.forget(KindBench::userLogPath);
    m_bench->api.on(KindBench::userLogPath, FakeReply::stream("INFO - BEGIN: airflow users sync\n"));
    begin(Intent::Start);
    WAIT_FOR(m_bench->api.openStreams(KindBench::userLogPath) == 1);
    QVERIFY(hasSaid("wait Done") && hasSaid("login Running"));
    QVERIFY(!m_run->isFinished());
    m_bench->api.push(KindBench::userLogPath, "INFO - User=`admin` was successfully added.\nINFO - END: airflow users sync\n");
    WAIT_FOR(m_run->isFinished());
    QVERIFY2(m_run->result(), qPrintable(error().report()));
    QVERIFY(QTest::qWaitFor([this] { return m_bench->api.openStreams(KindBench::userLogPath) == 0; }));
}

// The run that installed it ended too early to see the user; Airflow itself is healthy.
void tst_StartPlan::loginIsWaitedForAfterAKill()
{
    begin(Intent::Start);
    WAIT_FOR(m_run->isFinished());
    QVERIFY2(m_run->result(), qPrintable(error().report()));
    QByteArray pods = KindBench::data("kube/pods-running-community-8.9.0.json");
    const QByteArray recorded = "2026-11-23T21:27:04Z"; // when the part that makes users had started
    QVERIFY(pods.contains(recorded));
    pods.replace(recorded, QDateTime::currentDateTimeUtc().addSecs(-5).toString(Qt::ISODate).toLatin1());
    m_bench->replace(KindBench::podsPath, FakeReply::json(pods));
    m_bench->replace(KindBench::userLogPath, FakeReply::stream("INFO - BEGIN: airflow users sync\n"));
    begin(Intent::Start);
    WAIT_FOR(hasSaid("login Running") && m_bench->api.openStreams(KindBench::userLogPath) == 1);
    QVERIFY(hasSaid("install Skipped") && !m_run->isFinished());
    m_bench->api.push(KindBench::userLogPath, "INFO - END: airflow users sync\n");
    WAIT_FOR(m_run->isFinished());
    QVERIFY2(m_run->result(), qPrintable(error().report()));
}

// Pods whose image is not in the node end up in a growing back-off.
void tst_StartPlan::helmNeverRunsAheadOfTheImage()
{
    m_bench->createTakes = 3s;
    m_bench->buildTakes = 5s;
    m_bench->loadTakes = 3s;
    begin(Intent::Start);
    WAIT_FOR(m_bench->runner.count(Tool::Docker, {"build"}) == 1 && m_bench->runner.count(Tool::Kind, {"create", "cluster"}) == 1);
    m_bench->children.advance(3s);
    WAIT_FOR(hasSaid("cluster Done"));
    QVERIFY(!hasSaid("image.load Running") && !hasSaid("install Running"));
    m_bench->children.advance(2s);
    WAIT_FOR(m_bench->runner.count(Tool::Docker, {"exec", "images", "import"}) == 1 && hasSaid("install Running"));
    const bool heldBack = m_bench->api.count("PATCH " + KindBench::nodePath) > 0;
    QVERIFY(heldBack || m_bench->runner.count(Tool::Helm, {"upgrade"}) == 0);
    m_bench->children.advance(3s);
    WAIT_FOR(m_run->isFinished());
    QVERIFY2(m_run->result(), qPrintable(error().report()));
    QCOMPARE(m_bench->runner.count(Tool::Helm, {"upgrade"}), 1);
}

void tst_StartPlan::secondStartDoesNothing()
{
    begin(Intent::Start);
    WAIT_FOR(m_run->isFinished());
    QVERIFY2(m_run->result(), qPrintable(error().report()));
    QVERIFY(!m_bench->probe.takeJustSeen()); // it changed something: the look after it has to be a new one
    const qsizetype before = m_bench->runner.commands().size();
    begin(Intent::Start);
    WAIT_FOR(m_run->isFinished());
    QCOMPARE(m_trace->text(), "check Running, check Done, image.build Running, cluster Running, image.build Skipped, image.heads Running, "
                              "image.load Running, cluster Skipped, image.heads Skipped, install Running, image.load Skipped, "
                              "install Skipped, wait Running, wait Skipped, login Running, login Skipped, finished ok");
    // One look at the node and at the images that the build depends on: no version is asked, nothing is changed.
    for (const Command &command : m_bench->runner.commands().mid(before))
        QVERIFY2(command.args.contains("inspect"), qPrintable(command.shown()));
    QVERIFY(m_bench->runner.commands().size() - before <= 2);
    // What it saw serves the look after it, once.
    const auto seen = m_bench->probe.takeJustSeen();
    QVERIFY(seen && seen->upToDate && seen->airflowHealthy && seen->owned);
    QVERIFY(!m_bench->probe.takeJustSeen());
}

// What was built before is only remembered: `docker image rm` asks nobody here.
void tst_StartPlan::imageThatIsGoneIsBuiltAgain()
{
    begin(Intent::Start);
    WAIT_FOR(m_run->isFinished());
    QVERIFY2(m_run->result(), qPrintable(error().report()));
    m_bench->inspected.clear();
    m_bench->runner.once(Tool::Docker, {"image", "inspect", KindBench::image}, {.out = "[]\n", .err = "No such image", .exitCode = 1});
    begin(Intent::Start);
    WAIT_FOR(m_run->isFinished());
    QVERIFY2(m_run->result(), qPrintable(error().report()));
    QCOMPARE(m_bench->runner.count(Tool::Docker, {"build"}), 2);
}

void tst_StartPlan::changedImageIsThereBeforeHelmRuns()
{
    // A cluster that was there before is not kept free by a taint: pods of the new revision would find no image.
    m_bench->haveRunningAirflow("other inputs");
    m_bench->loadTakes = 3s;
    begin(Intent::Start);
    WAIT_FOR(m_bench->runner.count(Tool::Docker, {"exec", "crictl", "images"}) == 1 && hasSaid("install Running"));
    WAIT_FOR(m_trace->details().contains("install: waits for the image"));
    QCOMPARE(m_bench->runner.count(Tool::Helm, {"upgrade"}), 0);
    m_bench->children.advance(3s);
    WAIT_FOR(m_run->isFinished());
    QVERIFY2(m_run->result(), qPrintable(error().report()));
    QVERIFY(at("cluster Skipped") >= 0 && at("image.load Done") < at("install Done"));
    QCOMPARE(m_bench->runner.count(Tool::Helm, {"upgrade"}), 1);
    QCOMPARE(m_bench->api.count("PATCH " + KindBench::nodePath), 0);
}

void tst_StartPlan::stoppedNodeIsStarted_data()
{
    QTest::addColumn<QByteArray>("recorded");
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("controlPlanes");
    QTest::addColumn<int>("leasesFreed"), QTest::addColumn<int>("dnsRenewed");
    QTest::newRow("stopped") << QByteArray("exited") << "start" << 1 << 2 << 1;
    // Another one may lead by now.
    QTest::newRow("stopped, one of three") << QByteArray("exited") << "start" << 3 << 0 << 1;
    QTest::newRow("paused") << QByteArray("paused") << "unpause" << 1 << 0 << 0;
}

void tst_StartPlan::stoppedNodeIsStarted()
{
    QFETCH(QByteArray, recorded);
    QFETCH(QString, word);
    QFETCH(int, controlPlanes);
    m_bench->haveRunningAirflow("inputs");
    m_bench->haveNode(recorded, Owner::Us);
    QJsonArray nodes;
    for (int at = 0; at < controlPlanes; ++at)
        nodes += QJsonObject{{"metadata", QJsonObject{{"name", QStringLiteral("node%1").arg(at)}}}};
    const QJsonObject list{{"metadata", QJsonObject{{"resourceVersion", "1"}}}, {"items", nodes}};
    m_bench->api.on("/api/v1/nodes", FakeReply::json(QJsonDocument(list).toJson()));
    m_bench->runner.when([word](const Command &command) { return command.tool == Tool::Docker && command.args.value(0) == word; },
                         [this](const Command &) {
                             m_bench->haveNode("node", Owner::Us);
                             return ScriptedReply{};
                         });
    begin(Intent::Start);
    WAIT_FOR(m_run->isFinished());
    QVERIFY2(m_run->result(), qPrintable(error().report()));
    QCOMPARE(m_bench->runner.count(Tool::Docker, {word, "--", m_bench->places.container}), 1);
    QCOMPARE(m_bench->runner.count(Tool::Kind, {"create"}) + m_bench->runner.count(Tool::Kind, {"delete"}), 0);
    const QByteArray leases = "DELETE /apis/coordination.k8s.io/v1/namespaces/kube-system/leases/";
    QTEST(m_bench->api.count(leases + "kube-controller-manager") + m_bench->api.count(leases + "kube-scheduler"), "leasesFreed");
    QTEST(m_bench->api.count("DELETE /api/v1/namespaces/kube-system/pods"), "dnsRenewed");
}

void tst_StartPlan::cancelKeepsWhatWasThere_data()
{
    QTest::addColumn<QByteArray>("recorded");
    QTest::addColumn<Tool>("tool");
    QTest::addColumn<QStringList>("hanging");
    QTest::newRow("while the node starts") << QByteArray("exited") << Tool::Docker << QStringList{"start"};
    QTest::newRow("while it is woken") << QByteArray("paused") << Tool::Docker << QStringList{"unpause"};
    QTest::newRow("while the image is built") << QByteArray("node") << Tool::Docker << QStringList{"build", "--file"};
    QTest::newRow("while the image is loaded") << QByteArray("node") << Tool::Docker << QStringList{"exec", "crictl"};
    QTest::newRow("while Helm works") << QByteArray("node") << Tool::Helm << QStringList{"upgrade"};
    QTest::newRow("while tools are asked") << QByteArray("node") << Tool::Kind << QStringList{"version"};
}

void tst_StartPlan::cancelKeepsWhatWasThere()
{
    QFETCH(QByteArray, recorded);
    QFETCH(Tool, tool);
    QFETCH(QStringList, hanging);
    m_bench->haveRunningAirflow("other inputs");
    m_bench->haveNode(recorded, Owner::Us);
    m_bench->runner.on(tool, hanging, {.hangs = true});
    begin(Intent::Start);
    WAIT_FOR(m_bench->runner.count(tool, hanging) == 1);
    drainEvents();
    QStringList running;
    for (int step = 0; step < m_run->plan().steps.size(); ++step)
        running += m_run->state(step) == StepState::Running ? m_run->plan().steps[step].id : QString();
    running.removeAll(QString());
    QVERIFY(!running.isEmpty());
    m_run->cancel();
    WAIT_FOR(m_run->isFinished());
    QVERIFY(error().isCancel());
    QCOMPARE(m_bench->runner.count(Tool::Kind, {"delete"}), 0);
    // What ran is Canceled, and nothing began after that.
    for (int step = 0; step < m_run->plan().steps.size(); ++step) {
        const QString id = m_run->plan().steps[step].id;
        QVERIFY2((m_run->state(step) == StepState::Canceled) == running.contains(id), qPrintable(id + ": " + m_trace->text()));
    }
    QCOMPARE(m_bench->runner.running(), 0);
}

void tst_StartPlan::failedBuildStopsTheRest()
{
    m_bench->createTakes = 60s;
    const QByteArray words = KindBench::data("tools/image.build-pip-legacy-docker-28.2.2.txt");
    m_bench->runner.on(Tool::Docker, {"build"}, {.out = words, .exitCode = 1, .delay = 1s});
    begin(Intent::Start);
    WAIT_FOR(m_bench->runner.count(Tool::Docker, {"build"}) == 1 && m_bench->runner.count(Tool::Kind, {"create"}) == 1);
    m_bench->children.advance(1s);
    WAIT_FOR(m_run->isFinished());
    QVERIFY(hasSaid("image.build Failed") && hasSaid("cluster Canceled") && !hasSaid("image.load Running"));
    QCOMPARE(error().code, Error::Code::BadInput); // the Dockerfile asks for what pip cannot find
    QVERIFY2(error().rule.startsWith("image."), qPrintable(error().report()));
    // The half that was made beside it is of this run: it goes.
    QCOMPARE(m_bench->runner.count(Tool::Kind, {"delete", "cluster"}), 1);
}

// The load has begun by then and waits: what is reported is what went wrong, not that it waited in vain.
void tst_StartPlan::failedCreationStopsTheLoad()
{
    const QByteArray taken = KindBench::data("tools/port.taken-kind-0.27.0.txt");
    m_bench->runner.once(Tool::Kind, {"create"}, {.err = taken, .exitCode = 1, .delay = 5s});
    begin(Intent::Start);
    WAIT_FOR(m_bench->runner.count(Tool::Docker, {"save"}) == 1);
    m_bench->children.advance(5s);
    WAIT_FOR(m_run->isFinished());
    QVERIFY2(error().rule.startsWith("port."), qPrintable(error().report()));
    QVERIFY(hasSaid("cluster Failed") && hasSaid("image.load Canceled") && !hasSaid("install Running"));
    QCOMPARE(m_bench->runner.count(Tool::Docker, {"exec"}), 0);
    QCOMPARE(m_bench->runner.running(), 0);
}

void tst_StartPlan::cancelWhileTheImageWaitsForItsNode()
{
    m_bench->createTakes = 60s;
    begin(Intent::Start);
    WAIT_FOR(m_bench->runner.count(Tool::Docker, {"save"}) == 1);
    m_run->cancel();
    WAIT_FOR(m_run->isFinished());
    QVERIFY(error().isCancel());
    QVERIFY(hasSaid("cluster Canceled") && hasSaid("image.load Canceled"));
    QCOMPARE(m_bench->runner.count(Tool::Kind, {"delete", "cluster"}), 1);
    QCOMPARE(m_bench->runner.count(Tool::Docker, {"exec"}), m_bench->runner.count(Tool::Docker, {"exec", "*kubelet*"})); // no import
    QCOMPARE(m_bench->runner.running(), 0);
}

void tst_StartPlan::foreignClusterIsLeftAlone_data()
{
    QTest::addColumn<Intent>("intent");
    QTest::addColumn<QByteArray>("recorded");
    QTest::addColumn<Owner>("owner");
    for (const Intent intent : {Intent::Start, Intent::Pause, Intent::Stop, Intent::Restart, Intent::Reset, Intent::Delete}) {
        for (const char *recorded : {"node", "paused", "exited"}) {
            const QByteArray row = intentName(intent).toLatin1() + ' ' + recorded;
            QTest::newRow(row + ", made by hand") << intent << QByteArray(recorded) << Owner::Nobody;
            QTest::newRow(row + ", of another workspace") << intent << QByteArray(recorded) << Owner::AnotherWorkspace;
        }
    }
}

void tst_StartPlan::foreignClusterIsLeftAlone()
{
    QFETCH(Intent, intent);
    QFETCH(QByteArray, recorded);
    QFETCH(Owner, owner);
    m_bench->haveRunningAirflow("inputs");
    m_bench->haveNode(recorded, owner);
    (void)beginCreation(m_bench->places); // not even what a crash of ours left behind makes it ours
    begin(intent);
    WAIT_FOR(m_run->isFinished());
    QCOMPARE(error().code, Error::Code::Conflict);
    QCOMPARE(error().rule, "name.taken");
    QCOMPARE(m_bench->changes(), QStringList());
    QVERIFY(m_bench->api.requests().isEmpty());
    QVERIFY(QFile::exists(m_bench->places.kubeconfig));
}

void tst_StartPlan::wrongValuesAskNobody()
{
    QByteArray values = m_bench->folder.read("demo/local.values.yaml");
    values.replace("flower:\n  enabled: false", "flower:\n  enabled: true");
    m_bench->folder.write("demo/local.values.yaml", values);
    const auto broken = Workspace::open(m_bench->folder.path("demo"));
    QVERIFY(broken);
    m_bench->haveRunningAirflow("inputs");
    for (const bool reset : {false, true}) {
        PlanRun run(reset ? resetPlan(*broken, m_bench->session, m_bench->probe) : startPlan(*broken, m_bench->session, m_bench->probe),
                    m_bench->runner, m_clock);
        run.start();
        QTRY_VERIFY(run.isFinished());
        QVERIFY(!run.result());
        QCOMPARE(run.result().error().code, Error::Code::BadInput);
        QVERIFY2(run.result().error().place.line > 0, qPrintable(run.result().error().report()));
        QCOMPARE(m_bench->runner.shown(), QStringList());
    }
}

void tst_StartPlan::restart()
{
    m_bench->haveRunningAirflow("inputs");
    const auto deployment = [](const char *name) {
        return QByteArray(R"({"metadata": {"name": ")") + name
               + R"(", "namespace": "default", "generation": 1, "labels": {"release": "airflow-local"}}, "spec": {"replicas": 1},)"
                 R"("status": {"observedGeneration": 1, "updatedReplicas": 1, "replicas": 1, "readyReplicas": 1}})";
    };
    const QByteArray path = "/apis/apps/v1/namespaces/default/deployments";
    const QByteArray items = deployment("airflow-local-web") + ',' + deployment("airflow-local-postgresql");
    m_bench->replace(path, FakeReply::json(R"({"metadata": {"resourceVersion": "1"}, "items": [)" + items + "]}"));
    m_bench->api.on("PATCH " + path + "/airflow-local-web", FakeReply::json(deployment("airflow-local-web")));
    begin(Intent::Restart);
    WAIT_FOR(m_run->isFinished());
    QCOMPARE(m_trace->text(), "look Running, look Done, restart Running, restart Done, wait Running, wait Done, finished ok");
    QVERIFY(m_bench->api.last("PATCH " + path + "/airflow-local-web").body.contains("restartedAt"));
    QCOMPARE(m_bench->api.count("PATCH " + path + "/airflow-local-postgresql"), 0);
    QCOMPARE(m_bench->changes(), QStringList());
}

void tst_StartPlan::restartOfNothing()
{
    for (const char *recorded : {"", "exited", "paused"}) {
        m_bench->inspected.clear();
        if (*recorded)
            m_bench->haveNode(recorded, Owner::Us);
        begin(Intent::Restart);
        WAIT_FOR(m_run->isFinished());
        QCOMPARE(error().code, Error::Code::NotFound);
        QVERIFY(!error().todo.isEmpty());
        QCOMPARE(m_bench->changes(), QStringList());
    }
}

void tst_StartPlan::previewsNameTheirCluster_data()
{
    QTest::addColumn<Intent>("intent");
    QTest::addColumn<QStringList>("tools");
    QTest::newRow("start") << Intent::Start << QStringList{"docker", "helm", "kind", "kubectl"};
    QTest::newRow("reset") << Intent::Reset << QStringList{"docker", "helm", "kind", "kubectl"};
    QTest::newRow("pause") << Intent::Pause << QStringList{"docker"};
    QTest::newRow("stop") << Intent::Stop << QStringList{"docker"};
    QTest::newRow("delete") << Intent::Delete << QStringList{"kind"};
}

void tst_StartPlan::previewsNameTheirCluster()
{
    QFETCH(Intent, intent);
    const Plan plan = planFor(intent);
    QVERIFY(checkPlan(plan));
    QList<Command> commands;
    for (const Step &step : plan.steps)
        commands += step.preview ? step.preview() : QList<Command>{};
    QSet<QString> tools;
    for (const Command &command : commands)
        tools += toolName(command.tool);
    QStringList sorted(tools.begin(), tools.end());
    sorted.sort();
    QTEST(sorted, "tools");
    QCOMPARE(m_bench->stray(commands), QString());
    // Asking runs nothing and writes nothing.
    QCOMPARE(m_bench->runner.shown(), QStringList());
    QVERIFY(!m_bench->places.state.exists());
}

QTEST_GUILESS_MAIN(tst_StartPlan)
#include "tst_StartPlan.moc"
