// SPDX-License-Identifier: Apache-2.0
// A minor version of Python 3: what wheels, constraints and Airflow's releases are told apart by. Says nothing about patches.
#pragma once

#include <QString>

#include <compare>
#include <optional>

namespace windsock {

struct PythonVersion
{
    int major = 0; // 0: none
    int minor = 0;

    bool isValid() const { return major > 0; }
    QString text() const; // "3.12"; empty for none
    // "3.12", "3.12.1", "python3.12": the first N.N in it; nothing where there is none.
    static std::optional<PythonVersion> find(const QString &text);
    auto operator<=>(const PythonVersion &) const = default;
};

} // namespace windsock
