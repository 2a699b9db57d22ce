// SPDX-License-Identifier: Apache-2.0
// A value or an Error, spelled like std::expected (which GCC 12 has only in C++23). Nothing in core throws on purpose.
#pragma once

#include "core/base/Error.h"

#include <utility>
#include <variant>

namespace windsock {

using Nothing = std::monostate;

template <class T = Nothing>
class [[nodiscard]] Result
{
public:
    using value_type = T;

    Result() requires std::is_same_v<T, Nothing>
    = default;
    Result(T value) : m_content(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_content(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return m_content.index() == 0; }
    bool has_value() const { return m_content.index() == 0; }

    // Only after the check above; anything else is a bug and ends in std::bad_variant_access.
    T &value() & { return std::get<0>(m_content); }
    const T &value() const & { return std::get<0>(m_content); }
    T &&value() && { return std::get<0>(std::move(m_content)); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }

    Error &error() & { return std::get<1>(m_content); }
    const Error &error() const & { return std::get<1>(m_content); }
    T value_or(T fallback) const { return has_value() ? value() : std::move(fallback); }

private:
    std::variant<T, Error> m_content;
};

// For a question that may go without an answer: only a cancel stays an error.
inline Result<> forgiveUnlessCanceled(const Result<> &result)
{
    return result || !result.error().isCancel() ? Result<>() : result;
}

} // namespace windsock
