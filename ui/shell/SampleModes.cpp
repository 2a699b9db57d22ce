// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/SampleModes.h"

#include "core/checks/Findings.h"
#include "ui/shell/SampleData.h"

namespace windsock::sample {

using namespace std::chrono_literals;

namespace {
Finding finding(Severity severity, const QString &key, const QString &meaning, const SourcePlace &place)
{
    return {.severity = severity, .what = key, .why = meaning, .todo = {}, .place = place, .key = key};
}
} // namespace

Error noEngine()
{
    const auto tr = [](const char *text) { return said("EngineCheck", text); };
    Error error{Error::Code::ToolFailed, tr("The container engine is not running")};
    error.why = QStringLiteral("Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?");
    error.todo = tr("Start %1, for example with: %2").arg(QStringLiteral("Docker"), QStringLiteral("sudo systemctl start docker"));
    error.remedies = {{"engine.start", tr("Start %1").arg(QStringLiteral("Docker")), "systemd"}};
    return error;
}

Mode usualMode()
{
    return placesToRun().first();
}

Mode otherMode()
{
    return placesToRun().last();
}

QList<SampleStep> stepsWithoutEngine()
{
    QList<SampleStep> steps = startSteps();
    SampleStep &check = steps.first();
    check.took = 400ms;
    check.note.clear();
    check.end = SampleStep::End::Fails;
    check.error = noEngine();
    check.error.remedies += Remedy{"mode.change", said("Preflight", "Start without containers"), modeName(otherMode())};
    const Finding wrong{.severity = Severity::Failure, .what = check.error.what, .why = check.error.why, .todo = check.error.todo};
    check.lines += StepLine{StepLine::Kind::Note, findingLine(wrong).toUtf8()};
    for (const QString &tool : QStringList{"docker 28.2.2", "kind 0.27.0", "helm 3.19.4", "kubectl 1.32.2"})
        check.lines += StepLine{StepLine::Kind::Note, findingLine({.severity = Severity::Pass, .what = tool}).toUtf8()};
    return steps;
}

QList<SampleStep> stepsInOtherMode()
{
    return {
        {.id = "files", .title = said("StandaloneCheckStep", "Check files, Python and ports"), .took = 900ms},
        {.id = "environment",
         .title = said("EnvironmentStep", "Make the Python environment"),
         .note = QStringLiteral("Python 3.12"),
         .took = 5200ms},
        {.id = "database", .title = said("DatabaseStep", "Start the database"), .note = QStringLiteral("PostgreSQL 16.9"), .took = 2100ms},
        {.id = "prepare",
         .title = said("PrepareStep", "Prepare the database"),
         .note = said("PrepareStep", "the tables are there"),
         .took = 3400ms},
        {.id = "parts", .title = said("PartsStep", "Start Airflow's parts"), .took = 400ms},
        {.id = "health",
         .title = said("PartsStep", "Wait until Airflow answers"),
         .note = said("HealthWait", "metadata database and scheduler are healthy"),
         .took = 6800ms},
    };
}

Observed runningInOtherMode(const QDateTime &since)
{
    const auto fact = [](const char *label, const QString &value) { return Fact{said("StandaloneLook", label), value}; };
    const auto part = [](const char *id, const char *title) {
        return ComponentHealth{QString::fromLatin1(id), said("AirflowProcesses", title), Health::Healthy, {}};
    };
    Observed seen{
        .exists = true, .owned = true, .runs = true, .apiAnswers = true, .installed = true, .upToDate = true, .airflowHealthy = true};
    seen.components = {part("metadatabase", "Metadata database"), part("web", "Web page"), part("scheduler", "Scheduler"),
                       part("triggerer", "Triggerer")};
    seen.facts = {fact("Airflow", QStringLiteral("2.10.5")), fact("Python", QStringLiteral("3.12")),
                  fact("Environment", QStringLiteral("airflow-2.10.5-py3.12-4f2a9c1e07d35b86")),
                  fact("Database", said("StandaloneLook", "PostgreSQL, on a socket of this machine")),
                  fact("Executor", QStringLiteral("LocalExecutor"))};
    seen.readySince = since;
    return seen;
}

QList<Finding> differences()
{
    const auto key = [](Severity severity, const char *name, const char *meaning, int line) {
        const SourcePlace place{QStringLiteral("local.values.yaml"), line, 5};
        return finding(severity, QString::fromLatin1(name), said("ClusterOnlyKeys", meaning), place);
    };
    constexpr Severity lost = Severity::Warning, replaced = Severity::Pass;
    return {
        finding(replaced, QStringLiteral("airflow.executor"),
                said("ClusterOnlyKeys", "Tasks run as processes of this machine (LocalExecutor), not by %1")
                    .arg(QStringLiteral("KubernetesExecutor")),
                {QStringLiteral("local.values.yaml"), 3, 3}),
        key(lost, "scheduler.extraContainers",
            "These containers do not run; what Airflow needs of them has to be reachable from this machine", 41),
        key(replaced, "scheduler.resources", "Nothing limits the memory or CPU of the processes", 47),
        key(replaced, "web.service", "The web page is on this machine only, at the port of windsock.yaml", 58),
        key(lost, "dags.gitSync", "DAGs come from the workspace's own folder, not from the git repository", 66),
        key(replaced, "pgbouncer", "Windsock runs a database of its own for this workspace", 81),
        key(replaced, "serviceAccount", "There is no Kubernetes whose API Airflow could use", 88),
        finding(lost, QStringLiteral("KubernetesPodOperator"),
                said("DagScan", "This task makes a pod: it fails here unless it names a Kubernetes of its own"),
                {QStringLiteral("./dags/retrain.py"), 31, 5}),
    };
}

} // namespace windsock::sample
