// SPDX-License-Identifier: Apache-2.0
// What the steps of Start would run, for --dry-run: as far as can be known without asking anything. Programs that would be looked
// for at first stand there by name.
#pragma once

#include "core/backends/standalone/StandaloneFacts.h"

namespace windsock {

// None for a step that runs no child, and where the files do not say enough: Start itself explains those. Without environments:
// they may hold secrets of the user's.
QList<Command> previewCommands(const StandaloneFacts &facts, const QString &stepId);

} // namespace windsock
