// SPDX-License-Identifier: Apache-2.0
// A DAG as the REST API lists it, version 1 or 2.
#pragma once

#include "core/net/JsonReader.h"

#include <QStringList>

namespace windsock {

struct Dag
{
    QString id;
    bool isPaused = false;
    bool hasImportErrors = false;
    QString file; // in the pods: "/opt/airflow/dags/hello.py"
    QString description;
    QString schedule; // "0 4 * * *", "@daily"; empty: only when triggered
    QStringList owners, tags;
    QDateTime lastParsed, nextRun; // invalid: never, none

    static Dag read(const JsonReader &json); // failures stay in the reader
};

} // namespace windsock
