// SPDX-License-Identifier: Apache-2.0
// A file that Airflow could not import, and where in it.
#pragma once

#include "core/net/JsonReader.h"

namespace windsock {

struct ImportError
{
    QString file;   // as Airflow names it: absolute in the pods (version 1) or below its bundle (version 2)
    QString bundle; // version 2: "dags-folder"
    QString trace;
    QDateTime at;

    QString reason() const; // the last line of the trace: "ModuleNotFoundError: No module named 'x'"
    int line() const;       // of the deepest frame in this file; 0: not known
    static ImportError read(const JsonReader &json);
};

} // namespace windsock
