// SPDX-License-Identifier: Apache-2.0
// Which room a file lives in and which rooms it may include: the level table of core/README.md as code.
#pragma once

#include <QString>

#include <optional>

namespace rooms {

// "core/plan", "core/backends/kind", "ui/cluster", "app/cli"; empty for a file outside core, ui and app.
QString roomOf(const QString &path);

// Height of a core room; absent: no such room. A room may include itself and lower ones only.
std::optional<int> levelOf(const QString &coreRoom);

// The composition root, and the entry that Helm runs as its post-renderer.
bool mayNameBackends(const QString &file);

// Why the file must not include that header ("" where it may). `header` as written between the quotes.
QString objection(const QString &file, const QString &header);

} // namespace rooms
