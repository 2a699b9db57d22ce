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

MountState mount(const QString &name, bool writable = true, const QString &note = {})
{
    const QString inside = QStringLiteral("/opt/airflow/") + name;
    return {.mount = {.hostPath = QStringLiteral("./") + name, .nodePath = inside, .podPath = inside},
            .reachesNode = true,
            .reachesPods = true,
            .writable = writable,
            .note = note};
}
} // namespace

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
        const QString name = run.begun.toString(QStringLiteral("yyyyMMdd-HHmmss-000-")) + intentName(run.intent);
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
    wait.note = tr("web: container cannot start");
    wait.error = {Error::Code::ToolFailed, tr("The web pod cannot mount /opt/airflow/dbt")};
    wait.error.place = {QStringLiteral("local.values.yaml"), 31, 7};
    wait.error.why =
        tr("The values mount /opt/airflow/dbt from the node, but kind-cluster.yaml has no extraMount for it, so the folder does "
           "not exist there.");
    wait.error.todo = tr("Share ./dbt with the node. Mounts are fixed when a node is made, so the cluster is made anew; the files of the "
                         "workspace stay.");
    wait.error.remedies = {{"cluster.reset", tr("Delete and start again…")}};
    wait.error.evidence = QStringLiteral("Warning  FailedMount  pod/airflow-local-web-86dc9bd7c8-nmrqb\n"
                                         "  MountVolume.SetUp failed for volume \"dbt\": hostPath type check failed:\n"
                                         "  /opt/airflow/dbt is not a directory");
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
    seen.components = {{"metadatabase", tr("Metadata database"), Health::Healthy, {}},
                       {"scheduler", tr("Scheduler"), Health::Healthy, tr("heartbeat 2 s ago")},
                       {"triggerer", tr("Triggerer"), Health::Healthy, {}}};
    seen.facts = {{tr("Image"), QStringLiteral("airflow-local · 4f2a9c1e"), Health::Healthy, tr("same in pods")},
                  {tr("Chart"), QStringLiteral("airflow 8.9.0"), Health::Unknown, tr("revision 3")},
                  {tr("Executor"), QStringLiteral("KubernetesExecutor")},
                  {tr("Node"), tr("airflow-control-plane · 1.9 of 7.6 GB")}};
    seen.mounts = {mount("dags"), mount("dbt"), mount("python_tasks"), mount("logs", false, tr("not writable for uid 50000"))};
    seen.readySince = since;
    return seen;
}

DoctorRows doctor()
{
    return {
        {.severity = Severity::Failure, .what = tr("Docker is not running"), .remedies = {{"engine.start", tr("Start Docker"), "docker"}}},
        {.severity = Severity::Pass, .what = QStringLiteral("kind, kubectl, helm"), .why = QStringLiteral("0.27.0, 1.32.2, 3.19.4")},
        {.severity = Severity::Pass, .what = tr("21 GB free"), .why = tr("Airflow needs about 6 GB the first time")}};
}

ForwardStatus forward(ForwardState state)
{
    return {.state = state, .port = 8080};
}

} // namespace windsock::sample
