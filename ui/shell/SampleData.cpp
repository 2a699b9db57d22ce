// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/SampleData.h"

#include "core/base/FileText.h"
#include "core/cluster/RunRecord.h"
#include "ui/shell/SampleModes.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace windsock::sample {

using namespace std::chrono_literals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("windsock::sample", text);
}

const char *const nodeConfig = R"(kind: Cluster
apiVersion: kind.x-k8s.io/v1alpha4
nodes:
  - role: control-plane
    extraMounts:
      - {hostPath: ./dags, containerPath: /opt/airflow/dags}
      - {hostPath: ./dbt, containerPath: /opt/airflow/dbt}
      - {hostPath: ./python_tasks, containerPath: /opt/airflow/python_tasks}
      - {hostPath: ./logs, containerPath: /opt/airflow/logs}
)";

const char *const values = R"(airflow:
  image: {repository: airflow-local, tag: local, pullPolicy: IfNotPresent}
  executor: KubernetesExecutor
  users: [{username: admin, password: admin, role: Admin}]
  extraVolumes:
    - {name: dags, hostPath: {path: /opt/airflow/dags}}
    - {name: dbt, hostPath: {path: /opt/airflow/dbt}}
  extraVolumeMounts:
    - {name: dags, mountPath: /opt/airflow/dags}
    - {name: dbt, mountPath: /opt/airflow/dbt}
)";

StepLine line(const char *text, StepLine::Kind kind = StepLine::Kind::Out)
{
    return {kind, QByteArray(text)};
}

template <class Steps>
auto &named(Steps &steps, const char *id)
{
    return *std::find_if(steps.begin(), steps.end(), [id](const auto &step) { return step.id == QLatin1String(id); });
}

MountState mount(const QString &name)
{
    const QString inside = QStringLiteral("/opt/airflow/") + name;
    return {.mount = {.hostPath = QStringLiteral("./") + name, .nodePath = inside, .podPath = inside},
            .reachesNode = true,
            .reachesPods = true};
}

ComponentHealth part(const QString &id, const char *title, int heartbeat = 0)
{
    const QString text = heartbeat > 0 ? said("KindLook", "heartbeat %1 s ago").arg(heartbeat) : QString();
    return {id, said("KindLook", title), Health::Healthy, text};
}

Finding tool(const QString &name, const QString &version)
{
    return {.severity = Severity::Pass, .what = name + u' ' + version, .why = QStringLiteral("/usr/local/bin/") + name};
}
} // namespace

QString said(const char *context, const char *text)
{
    return QCoreApplication::translate(context, text);
}

Result<> writeWorkspace(const QString &folder)
{
    const QList<std::pair<QString, QByteArray>> files{{"kind-cluster.yaml", nodeConfig},
                                                      {"local.values.yaml", values},
                                                      {"Dockerfile", "FROM apache/airflow:2.10.5\n"},
                                                      {"windsock.yaml", "cluster:\n  name: airflow\n"}};
    for (const auto &[name, bytes] : files) {
        if (const Result<> written = writeFile(folder + u'/' + name, bytes); !written)
            return written;
    }
    return {};
}

Result<> writeHistory(const QString &stateFolder, const QDateTime &now)
{
    const QString mode = modeName(usualMode());
    RunRecord start{.intent = Intent::Start, .mode = mode, .begun = now.addSecs(-66'600), .took = 72s, .outcome = QStringLiteral("done")};
    for (const SampleStep &step : startSteps())
        start.steps += StepRecord{step.id, step.title, StepState::Done, 0ms, step.took, step.note};
    named(start.steps, "wait").took = 58s;
    start.took = 99s; // the sum
    RunRecord stop{.intent = Intent::Stop, .mode = mode, .begun = now.addSecs(-61'200), .took = 4100ms, .outcome = QStringLiteral("done")};
    for (const RunRecord &run : {start, stop}) {
        const QString name = run.begun.toUTC().toString(QStringLiteral("yyyyMMdd-HHmmss-000-")) + intentName(run.intent);
        const QByteArray json = QJsonDocument(toJson(run)).toJson();
        if (const Result<> written = writeFile(stateFolder + QStringLiteral("/runs/") + name + QStringLiteral("/run.json"), json); !written)
            return written;
    }
    return {};
}

QList<SampleStep> startSteps()
{
    return {
        {.id = "check", .title = tr("Check tools, ports and values"), .note = tr("12 checks, 1 note"), .took = 800ms},
        {.id = "image",
         .title = tr("Build airflow-local"),
         .note = tr("unchanged layers reused · 4f2a9c1e"),
         .took = 6100ms,
         .lines = {line("docker build -t airflow-local:local .", StepLine::Kind::Command), line("#5 [2/2] COPY requirements.txt /"),
                   line("#5 CACHED")}},
        {.id = "cluster", .title = tr("Create the kind cluster"), .note = tr("node ready, Kubernetes 1.32.2"), .took = 17s},
        {.id = "heads", .title = tr("Read the image's migrations"), .note = QStringLiteral("5f2621c13b39"), .took = 1200ms},
        {.id = "load", .title = tr("Load the image"), .note = tr("563 MB → airflow-control-plane"), .took = 9400ms},
        {.id = "chart", .title = tr("Install Airflow"), .note = tr("revision 1, chart 8.9.0"), .took = 1300ms},
        {.id = "wait", .title = tr("Wait until Airflow answers"), .note = tr("healthy"), .took = 37s},
        {.id = "login", .title = tr("Create the login"), .note = tr("the login works"), .took = 4900ms},
    };
}

QList<SampleStep> startingSteps()
{
    QList<SampleStep> steps = startSteps();
    SampleStep &wait = named(steps, "wait");
    wait.took = 31s;
    wait.end = SampleStep::End::Hangs;
    wait.note = tr("5 of 7 pods ready · web is starting");
    wait.lines = {
        line("airflow-local-postgresql-0                ready"),
        line("airflow-local-pgbouncer-678d7b8f59        ready"),
        line("airflow-local-db-migrations-d766c54c      running the database migrations"),
        line("airflow-local-db-migrations-d766c54c      ready"),
        line("airflow-local-scheduler-7fbff5f649        ready"),
        line("airflow-local-triggerer-686c75b56d        ready"),
        line("airflow-local-web-86dc9bd7c8              starting"),
    };
    return steps;
}

QList<SampleStep> failingSteps()
{
    QList<SampleStep> steps = startSteps();
    SampleStep &wait = named(steps, "wait");
    wait.took = 124s;
    wait.end = SampleStep::End::Fails;
    const QString folder = QStringLiteral("/opt/airflow/dbt");
    wait.note = said("PodReason", "%1 of %2 pods ready").arg(6).arg(7) + QStringLiteral(" · web ")
                + said("PodReason", "mounts %1, which the node does not have").arg(folder);
    wait.error = {Error::Code::NotFound, said("FailureRules", "The node has no folder %1").arg(folder)};
    wait.error.why = said("FailureRules", "A pod mounts it with hostPath, and no extraMounts entry of kind-cluster.yaml leads there");
    wait.error.todo = said("FailureRules", "Add the mount to kind-cluster.yaml, then reset the cluster: kind cannot add mounts to one "
                                           "that exists");
    wait.error.rule = QStringLiteral("pods.hostpath");
    wait.error.evidence = QStringLiteral("Warning  FailedMount  pod/airflow-local-web-86dc9bd7c8-nmrqb  MountVolume.SetUp failed for "
                                         "volume \"dbt\" : hostPath type check failed: /opt/airflow/dbt is not a directory");
    return steps;
}

Observed halfUp()
{
    return {.exists = true, .owned = true, .runs = true, .apiAnswers = true, .installed = true};
}

Observed running(const QDateTime &since)
{
    Observed seen{
        .exists = true, .owned = true, .runs = true, .apiAnswers = true, .installed = true, .upToDate = true, .airflowHealthy = true};
    const auto fact = [](const char *label, const QString &value) { return Fact{said("KindLook", label), value}; };
    seen.components = {part("metadatabase", "Metadata database"), part("scheduler", "Scheduler", 2), part("triggerer", "Triggerer", 3)};
    seen.facts = {{said("KindLook", "Image"), QStringLiteral("airflow-local:4f2a9c1e07d3"), Health::Healthy,
                   said("KindLook", "as the files ask for")},
                  fact("Chart", QStringLiteral("airflow 8.9.0") + said("KindLook", ", revision %1").arg(3)),
                  fact("Executor", QStringLiteral("KubernetesExecutor")),
                  fact("Node", QStringLiteral("airflow-control-plane · kindest/node:v1.32.2"))};
    seen.mounts = {mount("dags"), mount("dbt"), mount("python_tasks"), mount("logs")};
    seen.readySince = since;
    return seen;
}

Observed partlyUp()
{
    Observed seen = running({});
    seen.airflowHealthy = false;
    seen.components.clear(); // the page that would tell does not answer yet
    seen.readySince.reset();
    return seen;
}

DoctorRows doctor()
{
    const Error down = noEngine();
    return {{.severity = Severity::Failure, .what = down.what, .why = down.why, .todo = down.todo, .remedies = down.remedies},
            tool("docker", "28.2.2"),
            tool("kind", "0.27.0"),
            tool("helm", "3.19.4"),
            tool("kubectl", "1.32.2")};
}

ForwardStatus forward(ForwardState state)
{
    return {.state = state, .port = 8080};
}

} // namespace windsock::sample
