// SPDX-License-Identifier: Apache-2.0
// One environment on its way into the store: its lock, a folder beside, the work, the rename; or nothing at all. Of two that want
// the same, the second waits and gets what the first has made. Knows nothing of uv. Internal to python.
#pragma once

#include "core/base/Cancel.h"
#include "core/base/Clock.h"
#include "core/python/EnvironmentStore.h"

namespace windsock {

struct EnvironmentMaking
{
    QString id;
    // Fills environmentIn(making) and says what it has made; called at most once, with the lock held.
    std::function<Async<PythonEnvironment>(const QString &making)> work;
    std::function<void(const QString &)> progress = {};
    Cancel cancel = {};
};

// What the store has, or what `making` makes. Errors: the work's, Canceled, BadInput for the folder. Store and clock outlive it.
Async<PythonEnvironment> makeInStore(const EnvironmentStore &store, Clock &clock, const EnvironmentMaking &making, QObject *context);

} // namespace windsock
