// SPDX-License-Identifier: Apache-2.0
// supervisor.json: where the supervisor of a folder listens. Written by it, since the runtime and temporary folders of whoever looks may be
// others than its own (ssh, a desktop, cron). Worth something only while the folder's lock is held.
#pragma once

#include "core/supervise/SupervisorFolder.h"

#include "core/base/Result.h"

namespace windsock {

Result<> saveAddress(const SupervisorFolder &folder, const QString &socketPath);
// Errors: NotFound: no supervisor holds the folder's lock, or it does not listen yet (rule "supervise.starting"); BadInput: the file is
// broken, or names something that is no socket of ours.
Result<QString> findAddress(const SupervisorFolder &folder);
Error notListeningYet(); // NotFound with the rule "supervise.starting"

} // namespace windsock
