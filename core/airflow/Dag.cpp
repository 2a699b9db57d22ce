// SPDX-License-Identifier: Apache-2.0
#include "core/airflow/Dag.h"

namespace windsock {

namespace {

// Version 1 has an object {"__type": "CronExpression", "value": "0 4 * * *"} (time deltas: other members), version 2 a text.
QString scheduleOf(const JsonReader &json)
{
    const JsonReader old = json["schedule_interval"];
    if (old.isAbsent())
        return json["timetable_summary"].text(QString());
    const JsonReader value = old["value"];
    return value.isAbsent() ? json["timetable_description"].text(QString()) : value.text();
}

QDateTime firstOf(const JsonReader &json, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        if (!json[key].isAbsent())
            return json[key].time();
    }
    return {};
}

} // namespace

Dag Dag::read(const JsonReader &json)
{
    Dag dag;
    dag.id = json["dag_id"].text();
    dag.isPaused = json["is_paused"].boolean(false);
    dag.hasImportErrors = json["has_import_errors"].boolean(false);
    dag.file = json["fileloc"].text(QString());
    dag.description = json["description"].text(QString());
    dag.schedule = scheduleOf(json);
    for (const JsonReader &owner : json["owners"].items())
        dag.owners += owner.text();
    for (const JsonReader &tag : json["tags"].items())
        dag.tags += tag["name"].text();
    dag.lastParsed = json["last_parsed_time"].time();
    dag.nextRun = firstOf(json, {"next_dagrun_run_after", "next_dagrun_create_after", "next_dagrun"});
    return dag;
}

} // namespace windsock
