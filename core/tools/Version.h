// SPDX-License-Identifier: Apache-2.0
// A version as tools print it: "v1.32.2", "20.10.24+dfsg1", "3.19". Compares by its three numbers only.
#pragma once

#include <QString>

#include <compare>
#include <optional>

namespace windsock {

struct Version
{
    int major = 0;
    int minor = 0;
    int patch = 0;

    QString text() const; // "1.32.2"
    // Finds the first "[v]N.N[.N]" in the text; what follows (build, pre-release) is ignored.
    static std::optional<Version> find(const QString &text);
    auto operator<=>(const Version &) const = default;
};

} // namespace windsock
