// SPDX-License-Identifier: Apache-2.0
// What kind exported of a cluster that failed, made fit to be kept and handed on: kind writes it raw, past the door by which children's
// output comes in.
#pragma once

#include "core/base/Redactor.h"
#include "core/base/Result.h"

#include <QString>

#include <atomic>

namespace windsock {

// Masks each text below `folder`, where it lies. What is no text goes, and so does what could not be masked, or was not yet when `stop`
// was raised. For a background thread: `redactor` is a copy that nobody else uses.
Result<> maskEvidence(const QString &folder, const Redactor &redactor, const std::atomic_bool &stop);

} // namespace windsock
