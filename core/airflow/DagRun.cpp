// SPDX-License-Identifier: Apache-2.0
#include "core/airflow/DagRun.h"

namespace windsock {

DagRun DagRun::read(const JsonReader &json)
{
    DagRun run;
    run.dagId = json["dag_id"].text();
    run.runId = json["dag_run_id"].text();
    run.state = json["state"].text(QString());
    run.type = json["run_type"].text(QString());
    // Airflow before 2.2 knows only execution_date.
    run.logicalDate = json[json["logical_date"].isAbsent() ? "execution_date" : "logical_date"].time();
    const QDateTime after = json["run_after"].time();
    run.runAfter = after.isValid() ? after : run.logicalDate;
    run.startedAt = json["start_date"].time();
    run.endedAt = json["end_date"].time();
    return run;
}

std::optional<std::chrono::milliseconds> DagRun::took() const
{
    if (!startedAt.isValid() || !endedAt.isValid())
        return {};
    return std::chrono::milliseconds(startedAt.msecsTo(endedAt));
}

TaskInstance TaskInstance::read(const JsonReader &json)
{
    TaskInstance instance;
    instance.dagId = json["dag_id"].text();
    instance.runId = json["dag_run_id"].text(QString());
    instance.taskId = json["task_id"].text();
    instance.mapIndex = json["map_index"].integer(-1);
    instance.tryNumber = json["try_number"].integer(0);
    instance.state = json["state"].text(QString());
    instance.podName = json["hostname"].text(QString());
    instance.queuedAt = json["queued_when"].time();
    instance.startedAt = json["start_date"].time();
    instance.endedAt = json["end_date"].time();
    return instance;
}

} // namespace windsock
