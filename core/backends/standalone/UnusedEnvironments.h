// SPDX-License-Identifier: Apache-2.0
// Python environments that no workspace needs any more: neither its record nor one of its processes names them. What they take, and their
// going. They stay until somebody says so, since a workspace that is deleted and started again finds its own within a second.
#pragma once

#include "core/base/Paths.h"
#include "core/checks/Finding.h"
#include "core/python/EnvironmentStore.h"

namespace windsock {

QList<PythonEnvironment> unusedEnvironments(const EnvironmentStore &store, const Paths &paths);

// One note with the remedy "environments.clear"; none where there is nothing to clear.
QList<Finding> unusedNote(const QList<PythonEnvironment> &unused);

// Errors: as EnvironmentStore::remove(), the first; the others go all the same.
Async<> clearUnusedEnvironments(const EnvironmentStore &store, const Paths &paths, QObject *context);

} // namespace windsock
