// SPDX-License-Identifier: Apache-2.0
// Waiting for Airflow: what is said meanwhile, when it is over, and when it is given up, with the reason and the last lines.
#include "core/backends/kind/AirflowWait.h"
#include "core/backends/kind/WebPod.h"
#include "core/kube/HostMounts.h"
#include "tests/core/backends/kind/KindBench.h"

#include <QSignalSpy>
#include <QtTest>

using namespace windsock;
using namespace std::chrono_literals;

class tst_AirflowWait : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void endsWhenAirflowIsHealthy();
    void saysWhatItWaitsFor();
    void healthDecidesNotReadiness();
    void givesUp_data();
    void givesUp();
    void staysPatient_data();
    void staysPatient();
    void aMomentOfTroubleIsForgiven();
    void cancels();
    void webPods_data();
    void webPods();
    void webPlaces_data();
    void webPlaces();
    void hostMounts();

private:
    void begin(bool rollout = false);
    void havePods(const QList<QJsonObject> &pods);
    void change(const QByteArray &type, const QJsonObject &pod);
    template <class Condition>
    bool reaches(Condition condition)
    {
        const auto step = [&] {
            m_clock.advance(5ms);
            return condition();
        };
        return QTest::qWaitFor(step, 10000);
    }
    bool isOver() const { return m_done.isFinished(); }
    FakeClock m_clock;
    std::unique_ptr<KindBench> m_bench;
    std::unique_ptr<RunContext> m_context;
    Cancel m_cancel;
    Async<> m_done;
    QStringList m_said, m_notes;
};

static QList<QJsonObject> recorded(const QByteArray &name)
{
    QList<QJsonObject> pods;
    for (const QJsonValue &pod : QJsonDocument::fromJson(KindBench::data("kube/pods-" + name + ".json"))["items"].toArray())
        pods += pod.toObject();
    return pods;
}

static QJsonObject named(const QList<QJsonObject> &pods, const QString &name)
{
    for (const QJsonObject &pod : pods) {
        if (pod["metadata"]["name"].toString() == name)
            return pod;
    }
    qFatal("no pod %s", qPrintable(name));
}

// One pod of Airflow in this state: {"waiting": {"reason": …}}.
static QJsonObject podWith(const QByteArray &state, int restarts = 0, const QByteArray &last = "{}", const QString &owner = "ReplicaSet")
{
    const QByteArray json =
        R"({"metadata": {"name": "airflow-local-scheduler-1", "namespace": "default", "uid": "u1", "resourceVersion": "9",
        "labels": {"app": "airflow", "component": "scheduler", "release": "airflow-local"},
        "ownerReferences": [{"kind": ")"
        + owner.toLatin1() + R"(", "name": "x"}]},
        "spec": {"nodeName": "n", "containers": [{"name": "main", "image": "airflow-local:1"}]},
        "status": {"phase": "Pending", "containerStatuses": [{"name": "main", "image": "airflow-local:1", "imageID": "", "ready": false,
        "restartCount": )"
        + QByteArray::number(restarts) + R"(, "state": )" + state + R"(, "lastState": )" + last + "}]}}";
    const QJsonObject pod = QJsonDocument::fromJson(json).object();
    if (pod.isEmpty())
        qFatal("%s", json.constData());
    return pod;
}

void tst_AirflowWait::init()
{
    m_bench = std::make_unique<KindBench>(m_clock);
    m_bench->haveRunningAirflow("inputs");
    m_cancel = Cancel();
    m_context = std::make_unique<RunContext>("wait", m_bench->runner, m_clock, m_cancel, nullptr);
    m_said.clear();
    m_notes.clear();
    connect(m_context.get(), &RunContext::progressed, this, [this](const StepProgress &progress) { m_said += progress.text; });
    connect(m_context.get(), &RunContext::lineWritten, this, [this](const StepLine &line) { m_notes += QString::fromUtf8(line.text); });
    m_bench->runner.on(Tool::Kubectl, {"logs"}, {.out = "line 1\nPermissionError: [Errno 13] Permission denied: '/opt/airflow/logs/x'\n"});
}

void tst_AirflowWait::cleanup()
{
    m_context.reset();
    m_bench.reset();
}

void tst_AirflowWait::havePods(const QList<QJsonObject> &pods)
{
    QJsonArray items;
    for (const QJsonObject &pod : pods)
        items += pod;
    const QJsonObject list{{"metadata", QJsonObject{{"resourceVersion", "7"}}}, {"items", items}};
    m_bench->replace(KindBench::podsPath, FakeReply::json(QJsonDocument(list).toJson()));
}

void tst_AirflowWait::change(const QByteArray &type, const QJsonObject &pod)
{
    const QByteArray route = KindBench::podsPath + "?watch";
    QVERIFY(reaches([this, route] { return m_bench->api.openStreams(route) == 1; }));
    const QJsonObject event{{"type", QString::fromLatin1(type)}, {"object", pod}};
    m_bench->api.push(route, QJsonDocument(event).toJson(QJsonDocument::Compact) + '\n');
}

void tst_AirflowWait::begin(bool rollout)
{
    QVERIFY(await(m_bench->probe.look(m_bench->workspace)));
    m_done = waitForAirflow(*m_context, {.kube = m_bench->probe.access(),
                                         .workspace = m_bench->workspace,
                                         .target = m_bench->session.target(m_bench->places),
                                         .rollout = rollout});
}

void tst_AirflowWait::endsWhenAirflowIsHealthy()
{
    begin();
    QVERIFY(reaches([this] { return isOver(); }));
    QVERIFY(await(m_done));
    QVERIFY2(m_said.contains("7 of 7 pods ready"), qPrintable(m_said.join('\n'))); // the task's pod is no part
    QCOMPARE(m_said.last(), "metadata database and scheduler are healthy");
    QVERIFY(m_notes.contains("Airflow answers: metadata database and scheduler are healthy"));
    QCOMPARE(m_bench->runner.count(Tool::Kubectl, {}), 0);
    // Whoever keeps the run that has ended keeps no stream.
    QVERIFY(reaches([this] { return m_bench->api.openStreams(KindBench::podsPath + "?watch") == 0; }));
}

void tst_AirflowWait::saysWhatItWaitsFor()
{
    havePods(recorded("migrating-community-8.9.0"));
    begin();
    QVERIFY(reaches([this] { return !m_said.isEmpty(); }));
    QCOMPARE(m_said.first(), "3 of 7 pods ready · web waits for the database migrations");
    QVERIFY2(m_notes.filter("airflow-local-scheduler-").filter("waits for the database migrations").size() == 1,
             qPrintable(m_notes.join('\n')));
    QVERIFY(reaches([this] { return m_bench->api.openStreams(KindBench::podsPath + "?watch") == 1; }));
    m_clock.advance(25s); // slow is not hopeless
    QVERIFY(!isOver());
    for (const QJsonObject &pod : recorded("running-community-8.9.0"))
        change("MODIFIED", pod);
    QVERIFY(reaches([this] { return isOver(); }));
    QVERIFY(await(m_done));
    // Each change of a pod is noted once.
    QCOMPARE(m_notes.filter("airflow-local-web-").size(), 2);
}

void tst_AirflowWait::healthDecidesNotReadiness()
{
    const QByteArray health = KindBench::podsPath + '/' + KindBench::webPod.toLatin1() + ":8080/proxy/health";
    m_bench->replace(health, FakeReply::json(R"({"metadatabase": {"status": "healthy"}, "scheduler": {"status": "unhealthy"}})"));
    begin();
    QVERIFY(reaches([this, health] { return m_bench->api.count(health) >= 3; })); // asked again and again
    QVERIFY(!isOver());
    m_bench->replace(health, FakeReply::json(KindBench::data("airflow/health-2.10.5.json")));
    QVERIFY(reaches([this] { return isOver(); }));
    QVERIFY(await(m_done));
}

void tst_AirflowWait::givesUp_data()
{
    QTest::addColumn<QJsonObject>("pod");
    QTest::addColumn<QString>("rule"); // without the last lines of its log
    const QByteArray failed = R"({"terminated": {"exitCode": 1, "reason": "Error"}})";
    const QByteArray backOff =
        R"({"waiting": {"reason": "CrashLoopBackOff", "message": "back-off 1m20s restarting failed container=airflow-web pod=x"}})";
    QTest::newRow("image") << podWith(R"({"waiting": {"reason": "ErrImageNeverPull", "message": "not present"}})") << "pods.image";
    QTest::newRow("crashes") << podWith(backOff, 4, failed) << "pods.crash";
    QTest::newRow("a job crashes") << podWith(backOff, 4, failed, "Job") << "pods.crash";
    QTest::newRow("a secret is missing") << podWith(
        R"({"waiting": {"reason": "CreateContainerConfigError", "message": "secret x not found"}})")
                                         << "pods.mount";
    QTest::newRow("killed for memory") << podWith(backOff, 5, R"({"terminated": {"exitCode": 137, "reason": "OOMKilled"}})")
                                       << "pods.memory";
}

void tst_AirflowWait::givesUp()
{
    QFETCH(QJsonObject, pod);
    QFETCH(QString, rule);
    for (const bool talks : {true, false}) {
        m_bench->runner.on(Tool::Kubectl, {"logs"},
                           talks ? ScriptedReply{.out = "PermissionError: [Errno 13] Permission denied: '/x'\n"}
                                 : ScriptedReply{.err = "no previous container", .exitCode = 1});
        m_said.clear();
        havePods({pod});
        begin();
        QVERIFY(reaches([this] { return !m_said.isEmpty(); }));
        m_clock.advance(19s);
        QVERIFY(!isOver());
        m_clock.advance(2s);
        QVERIFY(reaches([this] { return isOver(); }));
        const Result<> result = await(m_done);
        QVERIFY(!result);
        QVERIFY2(!result.error().what.isEmpty() && result.error().rule.startsWith("pods."), qPrintable(result.error().report()));
        QCOMPARE(result.error().rule, talks ? "pods.permission" : rule); // what it said itself says more than Kubernetes does
        const Command logs = m_bench->runner.commands().last();
        QVERIFY2(argsHold(logs.args, {"logs", "--container", "main", "--previous", "airflow-local-scheduler-1"}), qPrintable(logs.shown()));
        QCOMPARE(m_bench->stray({logs}), QString());
    }
}

void tst_AirflowWait::staysPatient_data()
{
    QTest::addColumn<QJsonObject>("pod");
    const QByteArray failed = R"({"terminated": {"exitCode": 1, "reason": "Error"}})";
    QTest::newRow("creating") << podWith(R"({"waiting": {"reason": "ContainerCreating"}})");
    QTest::newRow("first tries") << podWith(R"({"waiting": {"reason": "CrashLoopBackOff"}})", 2, failed);
    QTest::newRow("a pull that failed once") << podWith(R"({"waiting": {"reason": "ErrImagePull", "message": "timeout"}})");
    QJsonObject place = podWith(R"({"waiting": {"reason": "x"}})");
    QJsonObject status = place["status"].toObject();
    const QString message = "0/1 nodes are available: 1 Insufficient cpu. preemption: 0/1 nodes are available";
    status["conditions"] = QJsonArray{QJsonObject{{"type", "PodScheduled"}, {"status", "False"}, {"message", message}}};
    status.remove("containerStatuses");
    place["status"] = status;
    QTest::newRow("no place yet") << place; // what is there may end
    QJsonObject job = podWith(failed, 0, "{}", "Job");
    status = job["status"].toObject();
    status["phase"] = "Failed";
    job["status"] = status;
    QTest::newRow("a job's try that failed") << job; // the job makes another
}

void tst_AirflowWait::staysPatient()
{
    QFETCH(QJsonObject, pod);
    havePods({pod});
    begin();
    QVERIFY(reaches([this] { return !m_said.isEmpty(); }));
    m_clock.advance(120s);
    QVERIFY(!isOver());
    QCOMPARE(m_bench->runner.count(Tool::Kubectl, {"logs"}), 0);
}

void tst_AirflowWait::aMomentOfTroubleIsForgiven()
{
    const QByteArray never = R"({"waiting": {"reason": "ErrImageNeverPull", "message": "not present"}})";
    havePods({podWith(never)});
    begin();
    QVERIFY(reaches([this] { return !m_said.isEmpty(); }));
    m_clock.advance(15s);
    const QJsonObject well = podWith(R"({"waiting": {"reason": "ContainerCreating"}})");
    const qsizetype said = m_said.size();
    change("MODIFIED", well);
    QVERIFY(reaches([this, said] { return m_said.size() > said; }));
    m_clock.advance(15s); // more than the grace since it began, but not of one piece
    QVERIFY(!isOver());
    change("MODIFIED", podWith(never));
    QVERIFY(reaches([this] { return m_said.last().contains("needs the image"); }));
    m_clock.advance(15s);
    QVERIFY(!isOver());
    m_clock.advance(10s);
    QVERIFY(reaches([this] { return isOver(); }));
    QVERIFY(!await(m_done));
}

void tst_AirflowWait::cancels()
{
    havePods(recorded("migrating-community-8.9.0"));
    begin();
    QVERIFY(reaches([this] { return !m_said.isEmpty(); }));
    m_cancel.request();
    const Result<> result = await(m_done);
    QVERIFY(!result && result.error().isCancel());
}

void tst_AirflowWait::webPods_data()
{
    QTest::addColumn<QJsonObject>("labels");
    QTest::addColumn<bool>("web");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *name, const QJsonObject &labels, bool web, const char *path) {
        QTest::newRow(name) << labels << web << QString::fromLatin1(path);
    };
    row("community", {{"app", "airflow"}, {"component", "web"}, {"release", "r"}}, true, "/health");
    row("official, Airflow 2", {{"tier", "airflow"}, {"component", "webserver"}, {"release", "r"}}, true, "/health");
    row("official, Airflow 3", {{"tier", "airflow"}, {"component", "api-server"}, {"release", "r"}}, true, "/api/v2/monitor/health");
    row("chart under another name", {{"app", "platform"}, {"component", "web"}, {"release", "r"}}, true, "/health");
    row("scheduler", {{"app", "airflow"}, {"component", "scheduler"}, {"release", "r"}}, false, "/health");
    row("somebody's", {{"app", "shop"}, {"component", "web"}}, false, "/health");
    row("a task", {{"app", "airflow"}, {"component", "web"}, {"kubernetes_executor", "True"}}, false, "/health");
    row("nothing", {}, false, "/health");
}

void tst_AirflowWait::webPods()
{
    QFETCH(QJsonObject, labels);
    QFETCH(bool, web);
    QFETCH(QString, path);
    QJsonObject object = named(recorded("running-community-8.9.0"), KindBench::webPod);
    QJsonObject meta = object["metadata"].toObject();
    meta["labels"] = labels;
    object["metadata"] = meta;
    const auto pod = Pod::fromJson(object);
    QVERIFY(pod);
    QCOMPARE(isWeb(*pod), web);
    QVERIFY(webRuns(*pod));
    QCOMPARE(webPlaceOf(*pod), (WebPlace{8080, path}));
    Pod going = *pod;
    going.deletedAt = QDateTime::currentDateTime();
    QVERIFY(!webRuns(going));
    Pod waiting = *pod;
    for (PodContainer &container : waiting.containers)
        container.state.kind = container.isInit ? ContainerState::Kind::Running : ContainerState::Kind::Waiting;
    QVERIFY(!webRuns(waiting)); // an init container cannot be asked
}

void tst_AirflowWait::webPlaces_data()
{
    QTest::addColumn<QByteArray>("component");
    QTest::addColumn<QByteArray>("container");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *name, const char *component, const char *container, int port, const char *path) {
        QTest::newRow(name) << QByteArray(component) << QByteArray(container) << port << QString::fromLatin1(path);
    };
    row("no probe", "web", R"({})", 8080, "/health");
    row("below a path", "web", R"({"ports": [{"name": "web", "containerPort": 8080}],
        "readinessProbe": {"httpGet": {"path": "/airflow/health", "port": "web"}}})",
        8080, "/airflow/health");
    row("another port", "api-server", R"({"readinessProbe": {"httpGet": {"path": "/api/v2/monitor/health", "port": 9090}}})", 9090,
        "/api/v2/monitor/health");
    row("another page of Airflow 3", "api-server", R"({"readinessProbe": {"httpGet": {"path": "/api/v2/version", "port": 9090}}})", 8080,
        "/api/v2/monitor/health");
    row("a command", "web", R"({"readinessProbe": {"exec": {"command": ["true"]}}})", 8080, "/health");
    row("a name that nobody has", "web", R"({"readinessProbe": {"httpGet": {"path": "/health", "port": "ui"}}})", 8080, "/health");
}

void tst_AirflowWait::webPlaces()
{
    QFETCH(QByteArray, component);
    QFETCH(QByteArray, container);
    QFETCH(int, port);
    QFETCH(QString, path);
    QJsonObject web = QJsonDocument::fromJson(container).object();
    web["name"] = "web";
    const QJsonObject sideCar{{"name", "proxy"},
                              {"readinessProbe", QJsonObject{{"httpGet", QJsonObject{{"path", "/ready"}, {"port", 15021}}}}}};
    const QJsonObject object{
        {"metadata", QJsonObject{{"name", "w"}, {"labels", QJsonObject{{"component", QString::fromLatin1(component)}}}}},
        {"spec", QJsonObject{{"containers", QJsonArray{sideCar, web}}}}};
    const auto pod = Pod::fromJson(object);
    QVERIFY2(pod, qPrintable(pod ? QString() : pod.error().report()));
    QCOMPARE(webPlaceOf(*pod), (WebPlace{port, path}));
}

void tst_AirflowWait::hostMounts()
{
    const QMap<QString, QString> mounts = hostMountsOf(named(recorded("running-community-8.9.0"), KindBench::webPod));
    QVERIFY2(mounts.value("/opt/airflow/dags") == "/opt/airflow/dags", qPrintable(mounts.keys().join(' ')));
    QVERIFY(!mounts.contains(QString()) && !mounts.values().contains(QString())); // config maps and secrets are not of the node
    QVERIFY(hostMountsOf({}).isEmpty());
}

QTEST_GUILESS_MAIN(tst_AirflowWait)
#include "tst_AirflowWait.moc"
