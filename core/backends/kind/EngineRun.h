// SPDX-License-Identifier: Apache-2.0
// What remedies do to the container engine: start the one that is installed here, make room on its disk.
#pragma once

#include "core/backends/Backend.h"
#include "core/backends/kind/KindSession.h"
#include "core/tools/EngineStart.h"

namespace windsock {

// `engineId`: of installedEngines(); empty, where a tool's words told of the engine and nobody knew which: the first of `installed`.
// Timeout after two minutes without an answer; a cancel ends the waiting, the engine goes on.
Async<> startEngine(KindSession &session, const QString &engineId, QObject *context, const RemedyWatch &watch,
                    const QList<EngineProgram> &installed = installedEngines());

// Images without a name that no container uses. Frees what other projects left, too: only after somebody said so.
Async<> pruneImages(KindSession &session, QObject *context, const RemedyWatch &watch);

} // namespace windsock
