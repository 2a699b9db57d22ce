// SPDX-License-Identifier: Apache-2.0
// Walks through a file as a stream of events before a tree is made of it, and stops at what would hurt or mislead:
// yaml-cpp closes open quotes by itself, takes a key without colon for one with an empty value, never ends on some
// stray brackets, and Load() reads only the first document.
#pragma once

#include "core/base/Error.h"

#include <QByteArray>

#include <optional>

namespace windsock {

std::optional<Error> findYamlProblem(const QByteArray &text, const QString &name);

} // namespace windsock
