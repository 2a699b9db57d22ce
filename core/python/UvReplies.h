// SPDX-License-Identifier: Apache-2.0
// What uv's lines and failures mean. Read from what it prints for people, since it has no other form: two generations of its
// wording are known (0.4 draws a tree, 0.13 writes "cause:").
#pragma once

#include "core/base/Result.h"
#include "core/process/Command.h"
#include "core/tools/Version.h"

#include <optional>

namespace windsock::uv {

std::optional<Version> parseVersion(const QByteArray &out); // "uv 0.13.9 (x86_64-unknown-linux-gnu)"

// A line as a short text ("180 packages chosen", "fetching pyarrow (40.1MiB)"); empty where it tells nothing new.
QString progressText(QByteArrayView line);

// What a failed command means, by its output. Codes and rules: Network "uv.unreachable", "uv.offline", "uv.hash"; Auth "uv.auth";
// NotFound "uv.no-package", "uv.no-version", "uv.too-new"; Conflict "uv.conflict", "uv.python"; BadInput "uv.requirement";
// ToolMissing "uv.no-python"; ToolFailed "uv.disk-full", "uv.build", or without a rule for anything else.
struct Failure
{
    Error error;
    QStringList packages = {}; // that take part, normalised, those that came first in front
};
Failure failure(const CommandOutput &output);

} // namespace windsock::uv
