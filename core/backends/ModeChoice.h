// SPDX-License-Identifier: Apache-2.0
// Which place runs the Airflow of a workspace that leaves it open (mode: auto): the first that could.
#pragma once

#include "core/backends/Backend.h"

namespace windsock {

struct ModeChoice
{
    Mode mode = Mode::Kind;
    QString why = {}; // in words, where places before it could not; else empty
};

// Asks the places one after another, in their order; the last one is taken without being asked. Not empty; they are kept alive
// until the answer.
Async<ModeChoice> chooseMode(const QList<std::shared_ptr<Backend>> &places, const Workspace &workspace, QObject *context);

} // namespace windsock
