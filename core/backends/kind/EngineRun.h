// SPDX-License-Identifier: Apache-2.0
// Starts the container engine that is installed here and waits until it answers.
#pragma once

#include "core/backends/kind/KindSession.h"

namespace windsock {

// `engineId`: of installedEngines(). Timeout after two minutes without an answer.
Async<> startEngine(KindSession &session, const QString &engineId, QObject *context);

} // namespace windsock
