// SPDX-License-Identifier: Apache-2.0
// One finished run as it is kept on disk: what was asked, when, how long, how it ended.
#pragma once

#include "core/backends/Backend.h"

#include <QDateTime>
#include <QJsonObject>

#include <optional>

namespace windsock {

struct StepRecord
{
    QString id, title;
    StepState state = StepState::Waiting;
    std::chrono::milliseconds begun{0}; // after the run began
    std::chrono::milliseconds took{0};
    QString note; // last progress text
};

struct RunRecord
{
    QString folder; // absolute; holds NN-step.log, commands.sh, run.json, patch.diff
    Intent intent = Intent::Start;
    QString mode = {}; // where it ran, by the mode's name; empty in records of older releases
    QDateTime begun;
    std::chrono::milliseconds took{0};
    QString outcome; // "done", "failed", "canceled", "running" (also: ended without a word)
    std::optional<Error> error;
    QList<StepRecord> steps;
};

QJsonObject toJson(const Error &error);
QJsonObject toJson(const RunRecord &record);
std::optional<RunRecord> runRecordFromJson(const QJsonObject &json); // absent: not a run.json that we know

} // namespace windsock
