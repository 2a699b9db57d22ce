// SPDX-License-Identifier: Apache-2.0
// How long to wait before trying again: doubles from a floor to a ceiling, back to the floor after something lived.
#pragma once

#include <algorithm>
#include <chrono>
#include <utility>

namespace windsock {

class Backoff
{
public:
    constexpr explicit Backoff(std::chrono::milliseconds floor = std::chrono::milliseconds(50),
                               std::chrono::milliseconds ceiling = std::chrono::seconds(15))
        : m_floor(floor), m_ceiling(ceiling), m_next(floor)
    {}
    std::chrono::milliseconds next() { return std::exchange(m_next, std::min(m_next * 2, m_ceiling)); }
    void reset() { m_next = m_floor; }

private:
    std::chrono::milliseconds m_floor, m_ceiling, m_next;
};

} // namespace windsock
