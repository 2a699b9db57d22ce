// SPDX-License-Identifier: Apache-2.0
// Folders of task logs that tasks of this user cannot write into: Airflow in a cluster made them, as a user of its own. A look at a few
// hundred folders; changes nothing.
#pragma once

#include <QString>

#include <atomic>
#include <functional>

namespace windsock {

using MayWrite = std::function<bool(const QString &folder)>;
bool mayWrite(const QString &folder); // this user may make entries in it

// The first one: `logs` itself, or a folder up to two levels below it (a DAG's, a run's). Empty: none that was looked at. Raising `stop`
// ends the look.
QString closedLogFolder(const QString &logs, const std::atomic_bool &stop, const MayWrite &isOpen = mayWrite);

} // namespace windsock
