// SPDX-License-Identifier: Apache-2.0
// One run of a DAG and its task instances, REST API version 1 or 2.
#pragma once

#include "core/net/JsonReader.h"

#include <chrono>
#include <optional>

namespace windsock {

struct DagRun
{
    QString dagId, runId;
    QString state;         // "queued", "running", "success", "failed"
    QString type;          // "manual", "scheduled", "backfill"
    QDateTime logicalDate; // invalid: Airflow 3 needs none
    QDateTime runAfter, startedAt, endedAt;

    bool isFinished() const { return state == QStringLiteral("success") || state == QStringLiteral("failed"); }
    std::optional<std::chrono::milliseconds> took() const; // absent while it is not over
    static DagRun read(const JsonReader &json);            // failures stay in the reader
};

struct TaskInstance
{
    QString dagId, runId, taskId;
    int mapIndex = -1; // -1: not mapped
    int tryNumber = 0;
    QString state;   // "success", "failed", "up_for_retry", …; empty: not scheduled yet
    QString podName; // where it ran, as Airflow calls it: "hostname"
    QDateTime queuedAt, startedAt, endedAt;

    static TaskInstance read(const JsonReader &json);
};

} // namespace windsock
