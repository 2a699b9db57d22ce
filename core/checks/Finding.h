// SPDX-License-Identifier: Apache-2.0
// One result of a check that ran before anything is started: fine, worth a look, or a reason not to start.
// Knows nothing about who asked or where it is shown.
#pragma once

#include "core/base/Error.h"

namespace windsock {

enum class Severity { Pass, Warning, Failure };

struct Finding
{
    QString rule; // stable id: "port.taken"
    Severity severity = Severity::Failure;
    QString what, why, todo;
    SourcePlace place;
    QString key; // the YAML key that it is about, dotted: "workers.enabled"
    QList<Remedy> remedies;
    bool operator==(const Finding &) const = default;
};

} // namespace windsock
