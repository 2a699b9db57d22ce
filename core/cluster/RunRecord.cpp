// SPDX-License-Identifier: Apache-2.0
#include "core/cluster/RunRecord.h"

#include "core/base/ErrorJson.h"

#include <QJsonArray>

namespace windsock {

namespace {
StepState stepStateFromName(const QString &name)
{
    for (int state = 0; state <= int(StepState::Canceled); ++state) {
        if (stepStateName(StepState(state)) == name)
            return StepState(state);
    }
    return StepState::Waiting;
}
} // namespace

QJsonObject toJson(const Error &error)
{
    return errorToJson(error);
}

QJsonObject toJson(const RunRecord &record)
{
    QJsonArray steps;
    for (const StepRecord &step : record.steps) {
        steps += QJsonObject{{"id", step.id},
                             {"title", step.title},
                             {"state", stepStateName(step.state)},
                             {"begunMillis", qint64(step.begun.count())},
                             {"millis", qint64(step.took.count())},
                             {"note", step.note}};
    }
    QJsonObject json{
        {"intent", intentName(record.intent)},   {"mode", record.mode},       {"begun", record.begun.toString(Qt::ISODateWithMs)},
        {"millis", qint64(record.took.count())}, {"outcome", record.outcome}, {"steps", steps}};
    if (record.error)
        json["error"] = errorToJson(*record.error);
    return json;
}

std::optional<RunRecord> runRecordFromJson(const QJsonObject &json)
{
    const auto intent = intentFromName(json["intent"].toString());
    if (!intent)
        return {};
    RunRecord record;
    record.intent = *intent;
    record.mode = json["mode"].toString();
    record.begun = QDateTime::fromString(json["begun"].toString(), Qt::ISODateWithMs);
    record.took = std::chrono::milliseconds(json["millis"].toInteger());
    record.outcome = json["outcome"].toString();
    for (const QJsonValue &value : json["steps"].toArray()) {
        record.steps += StepRecord{value["id"].toString(),
                                   value["title"].toString(),
                                   stepStateFromName(value["state"].toString()),
                                   std::chrono::milliseconds(value["begunMillis"].toInteger()),
                                   std::chrono::milliseconds(value["millis"].toInteger()),
                                   value["note"].toString()};
    }
    if (const QJsonObject error = json["error"].toObject(); !error.isEmpty())
        record.error = errorFromJson(error);
    return record;
}

} // namespace windsock
