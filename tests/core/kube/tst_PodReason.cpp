// SPDX-License-Identifier: Apache-2.0
// Pod, PodRole, PodReason: on pods as Kubernetes 1.32 really described them, broken in every way that we know.
#include "core/kube/PodReason.h"
#include "core/kube/PodRole.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>

using namespace windsock;

class tst_PodReason : public QObject
{
    Q_OBJECT

private:
    static QList<QJsonObject> objects(const QString &name)
    {
        QFile file(QStringLiteral(TEST_DATA "/kube/") + name);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QList<QJsonObject> objects;
        for (const QJsonValue &item : QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("items")).toArray())
            objects += item.toObject();
        return objects;
    }
    static QList<Pod> pods(const QString &name)
    {
        QList<Error> skipped;
        const QList<Pod> read = podsFromJson(objects(name), &skipped);
        return skipped.isEmpty() ? read : QList<Pod>();
    }
    static Pod pod(const QList<Pod> &pods, const QString &name)
    {
        for (const Pod &each : pods) {
            if (each.name == name)
                return each;
        }
        return {};
    }

private slots:
    void broken_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<bool>("hopeless");
        const auto row = [](const char *name, const char *text, const char *rule, bool hopeless) {
            QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(text) << QString::fromLatin1(rule) << hopeless;
        };
        row("pull", "cannot get its image airflow-local:nothere: its registry cannot be reached", "pods.image", true);
        row("never", "needs the image airflow-local:nothere, which is not in the node", "pods.image", true);
        row("badname", "has an image name that is not valid: Airflow:Local:1", "pods.image", true);
        row("crash", "ends again and again (exit code 3, 2 restarts)", "pods.crash", false);
        row("nocommand", "cannot be started: exec: \"nothere\": executable file not found in $PATH", "pods.crash", true);
        row("oom", "was killed for lack of memory (12 restarts)", "pods.memory", true);
        row("big", "finds no place on the node: 1 Insufficient memory", "pods.pending", true);
        row("mount", "mounts /opt/airflow/dbt, which the node does not have", "pods.hostpath", true);
        row("nosecret", "misses a setting: secret \"nothere\" not found", "pods.mount", false);
        row("pvc", "needs the volume claim nothere, which does not exist", "pods.mount", false);
        row("evicted", "was evicted: Pod ephemeral local storage usage exceeds the total limit of containers 10Mi.", "pods.evicted", true);
        row("initfail", "does not get through to the database (2 tries)", "pods.database", false);
        row("probe",
            "runs but is not ready: Readiness probe failed: Get \"http://10.244.0.20:8080/health\": dial tcp 10.244.0.20:8080: connect: "
            "connection refused",
            "pods.probe", false);
        row("live", "", "", false); // between two kills it is ready, and then it is
    }
    void broken()
    {
        QFETCH(QString, name);
        const Pod broken = pod(pods("pods-broken-1.32.2.json"), name);
        QCOMPARE(broken.name, name);
        const PodReason reason = podReason(broken, eventsFromJson(objects("events-broken-1.32.2.json")));
        QTEST(reason.text, "text");
        QTEST(reason.rule, "rule");
        QTEST(reason.hopeless, "hopeless");
        if (reason.rule.isEmpty())
            return;
        const Error error = podError(broken, reason, {"first", "last"});
        QCOMPARE(error.rule, reason.rule);
        QVERIFY(error.what.startsWith(name) && error.what.endsWith(reason.text));
        QVERIFY(error.why.contains(name));
        QVERIFY2(!error.todo.isEmpty() && error.todo != QStringLiteral("Wait, or look at its log"), qPrintable(error.todo));
        QCOMPARE(error.evidence, QStringLiteral("first\nlast"));
    }

    // A node that was stopped and started: every container has ended once more, and some do not start at the first try.
    void patienceIsTheKubelets_data()
    {
        QTest::addColumn<QString>("last"); // reason of the last end
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("pause");
        QTest::addColumn<int>("restarts");
        QTest::addColumn<bool>("hopeless");
        const auto row = [](const char *title, const char *last, const char *said, const char *pause, int restarts, bool hopeless) {
            QTest::newRow(title) << QString::fromLatin1(last) << QString::fromLatin1(said) << QString::fromLatin1(pause) << restarts
                                 << hopeless;
        };
        const char *const systemd = "failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create "
                                    "failed: unable to start container process: unable to apply cgroup configuration: Message recipient "
                                    "disconnected from message bus without replying: unknown";
        const char *const program =
            "failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create "
            "failed: unable to start container process: exec: \"nothere\": executable file not found in $PATH: unknown";
        row("node's systemd", "StartError", systemd, "10s", 1, false);
        row("node's systemd, after many starts of the node", "StartError", systemd, "20s", 9, false);
        row("node's systemd, for ever", "StartError", systemd, "2m40s", 12, true);
        row("no such program", "StartError", program, "10s", 1, true);
        row("no such program, first try", "StartError", program, "10s", 0, false);
        row("ended with the node, many times", "Error", "", "10s", 17, false);
        row("third end in a row", "Error", "", "40s", 3, false);
        row("fourth end in a row", "Error", "", "1m20s", 4, true);
        row("ends for long", "Error", "", "5m0s", 12, true);
        row("no pause is said", "Error", "", "", 12, false);
    }
    void patienceIsTheKubelets()
    {
        QFETCH(QString, last);
        QFETCH(QString, said);
        QFETCH(QString, pause);
        QFETCH(int, restarts);
        Pod crashing = pod(pods("pods-broken-1.32.2.json"), "crash");
        crashing.conditions.clear();
        PodContainer &container = crashing.containers.first();
        container.restartCount = restarts;
        container.state = {ContainerState::Kind::Waiting, "CrashLoopBackOff",
                           pause.isEmpty() ? QString() : "back-off " + pause + " restarting failed container=base pod=crash_default(1)"};
        container.lastState = {ContainerState::Kind::Terminated, last, said, 255};
        const PodReason reason = podReason(crashing);
        QCOMPARE(reason.rule, QStringLiteral("pods.crash"));
        QTEST(reason.hopeless, "hopeless");
    }

    void restartedByItsProbe()
    {
        Pod live = pod(pods("pods-broken-1.32.2.json"), "live");
        live.conditions.clear();
        PodContainer &container = live.containers.first();
        container.ready = false;
        container.state = {ContainerState::Kind::Waiting, "CrashLoopBackOff", "back-off 1m20s restarting failed container"};
        const PodReason reason = podReason(live, eventsFromJson(objects("events-broken-1.32.2.json")));
        QCOMPARE(reason.text, QStringLiteral("is restarted again and again: Liveness probe failed: scheduler is dead"));
        QCOMPARE(reason.rule, QStringLiteral("pods.probe"));
    }

    void scheduling_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("rule");
        QTest::newRow("node boots")
            << "0/1 nodes are available: 1 node(s) had untolerated taint {node.kubernetes.io/not-ready: }. preemption: 0/1 nodes "
               "are available: 1 Preemption is not helpful for scheduling."
            << "waits until the node takes pods"
            << "";
        QTest::newRow("no node") << "no nodes available to schedule pods"
                                 << "waits until the node takes pods"
                                 << "";
        QTest::newRow("both") << "0/1 nodes are available: 1 Insufficient cpu, 1 Insufficient memory. preemption: none."
                              << "finds no place on the node: 1 Insufficient cpu, 1 Insufficient memory"
                              << "pods.pending";
        QTest::newRow("selector") << "0/1 nodes are available: 1 node(s) didn't match Pod's node affinity/selector."
                                  << "finds no place on the node: 1 node(s) didn't match Pod's node affinity/selector"
                                  << "pods.pending";
        QTest::newRow("unknown") << ""
                                 << "waits until the node takes pods"
                                 << "";
    }
    void scheduling()
    {
        QFETCH(QString, message);
        Pod big = pod(pods("pods-broken-1.32.2.json"), "big");
        for (PodCondition &condition : big.conditions)
            condition.message = message;
        QTEST(podReason(big).text, "text");
        QTEST(podReason(big).rule, "rule");
    }

    void components_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("components");
        QTest::newRow("community") << "pods-migrating-community-8.9.0.json"
                                   << QStringList{"migrations", "pgbouncer", "database", "scheduler", "users", "triggerer", "web"};
        QTest::newRow("official") << "pods-migrating-official-1.22.0.json"
                                  << QStringList{"web", "users", "dag_processor", "database", "migrations", "scheduler", "triggerer"};
    }
    void components()
    {
        QFETCH(QString, file);
        QStringList found;
        for (const Pod &each : pods(file)) {
            found += podComponent(each);
            QVERIFY(componentTitle(found.last()) != found.last());
            QVERIFY(!each.containers.isEmpty());
        }
        QTEST(found, "components");
    }

    void taskPodsAreNoParts_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("community") << "pods-running-community-8.9.0.json";
        QTest::newRow("official") << "pods-running-official-1.22.0.json";
    }
    void taskPodsAreNoParts()
    {
        QFETCH(QString, file);
        const QList<Pod> all = pods(file);
        int tasks = 0;
        for (const Pod &each : all) {
            if (!isTaskPod(each))
                continue;
            ++tasks;
            QCOMPARE(podComponent(each), QString());
            QCOMPARE(each.annotations.value("dag_id"), QStringLiteral("hello"));
            QVERIFY(each.annotations.value("run_id").startsWith(QStringLiteral("manual__2026-11-23T22:2")));
        }
        for (const Pod &each : corePods(all))
            QVERIFY(!isTaskPod(each) && !isJobPod(each));
        QCOMPARE(tasks, 1);
    }

    void progress_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("text");
        QTest::newRow("migrating, community") << "pods-migrating-community-8.9.0.json"
                                              << "3 of 7 pods ready · web waits for the database migrations";
        QTest::newRow("migrating, official") << "pods-migrating-official-1.22.0.json"
                                             << "1 of 5 pods ready · web waits for the database migrations";
        QTest::newRow("running") << "pods-running-community-8.9.0.json"
                                 << "7 of 7 pods ready";
        QTest::newRow("running, official") << "pods-running-official-1.22.0.json"
                                           << "5 of 5 pods ready";
        QTest::newRow("nothing there") << "nothere.json"
                                       << "No pods yet";
    }
    void progress()
    {
        QFETCH(QString, file);
        QTEST(progressText(pods(file)), "text");
    }

    void whatIsBrokenIsNamedFirst()
    {
        QList<Pod> all = pods("pods-migrating-community-8.9.0.json");
        Pod broken = pod(pods("pods-broken-1.32.2.json"), "never");
        broken.labels = {{"app", "airflow"}, {"component", "scheduler"}};
        all += broken;
        QCOMPARE(progressText(all),
                 QStringLiteral("3 of 8 pods ready · scheduler needs the image airflow-local:nothere, which is not in the node"));
    }

    void podsThatGoDoNotCount()
    {
        QList<Pod> all = pods("pods-running-community-8.9.0.json");
        Pod old = all.first();
        old.deletedAt = QDateTime::currentDateTime();
        all += old;
        QCOMPARE(podReason(old).text, QStringLiteral("is ending"));
        QVERIFY(!old.isReady());
        QCOMPARE(progressText(all), QStringLiteral("7 of 7 pods ready"));
    }

    void readsContainers()
    {
        const Pod web = pod(pods("pods-migrating-community-8.9.0.json"), "airflow-local-web-8c84445d4-qr9qb");
        QCOMPARE(web.phase, QStringLiteral("Pending"));
        QCOMPARE(web.ownerKind, QStringLiteral("ReplicaSet"));
        QCOMPARE(web.nodeName, QStringLiteral("netlab-control-plane"));
        QCOMPARE(web.containers.size(), 3);
        QVERIFY(web.containers.at(0).isInit && web.containers.at(0).state.kind == ContainerState::Kind::Terminated);
        QCOMPARE(web.containers.at(0).state.finishedAt, QDateTime(QDate(2026, 11, 23), QTime(21, 25, 48), QTimeZone::utc()));
        QVERIFY(web.containers.at(1).isInit && web.containers.at(1).state.kind == ContainerState::Kind::Running);
        QVERIFY(!web.containers.at(2).isInit && web.containers.at(2).state.reason == QStringLiteral("PodInitializing"));
        QCOMPARE(web.containers.at(2).image, QStringLiteral("apache/airflow:2.10.5"));
        QVERIFY(web.containers.at(0).imageId.contains(QStringLiteral("sha256:")));
        QVERIFY(web.containers.at(2).imageId.isEmpty());
        QVERIFY(!web.isReady() && !web.isFinished());
    }

    void unreadable_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("why");
        QTest::newRow("no name") << QByteArray("{}") << "metadata.name: expected text, found nothing";
        QTest::newRow("labels") << QByteArray(R"({"metadata": {"name": "x", "labels": []}})")
                                << "metadata.labels: expected an object, found a list";
        QTest::newRow("phase") << QByteArray(R"({"metadata": {"name": "x"}, "status": {"phase": 1}})")
                               << "status.phase: expected text, found a number";
        QTest::newRow("container") << QByteArray(R"({"metadata": {"name": "x"}, "spec": {"containers": [{}]}})")
                                   << "spec.containers[0].name: expected text, found nothing";
    }
    void unreadable()
    {
        QFETCH(QByteArray, json);
        const auto read = Pod::fromJson(QJsonDocument::fromJson(json).object());
        QVERIFY(!read);
        QTEST(read.error().why, "why");
    }

    void aPodOfWhichNothingIsKnownYet()
    {
        const auto fresh = Pod::fromJson({{"metadata", QJsonObject{{"name", "x"}}}});
        QVERIFY(fresh);
        QCOMPARE(fresh->phase, QStringLiteral("Unknown"));
        QCOMPARE(podReason(*fresh).text, QStringLiteral("waits for a place on the node"));
    }
};

QTEST_GUILESS_MAIN(tst_PodReason)
#include "tst_PodReason.moc"
