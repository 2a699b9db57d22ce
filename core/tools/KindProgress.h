// SPDX-License-Identifier: Apache-2.0
// Turns the lines that `kind create cluster` prints into "what it is doing" and "how far". Feed it every line.
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace windsock::kind {

struct Stage
{
    enum class State { Running, Done, Failed };
    QString title; // kind's own words: "Starting control-plane"
    State state = State::Running;
    double fraction = 0; // of the whole creation, by how long stages usually take
    bool operator==(const Stage &) const = default;
};

// " • Preparing nodes 📦   ...", " ✓ Preparing nodes 📦", " ✗ Preparing nodes 📦"; nothing for other lines.
std::optional<Stage> parseStage(QByteArrayView line);

} // namespace windsock::kind
