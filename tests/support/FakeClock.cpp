// SPDX-License-Identifier: Apache-2.0
#include "tests/support/FakeClock.h"

#include "tests/support/Await.h"

#include <algorithm>

namespace windsock {

QDateTime FakeClock::now() const
{
    return m_start.addMSecs(m_now.count());
}

void FakeClock::after(std::chrono::milliseconds delay, QObject *context, std::function<void()> call)
{
    m_calls.emplace(m_now + delay, Call{context, std::move(call)});
}

void FakeClock::advance(std::chrono::milliseconds by)
{
    const auto until = m_now + by;
    drainEvents();
    while (!m_calls.empty() && m_calls.begin()->first <= until) {
        const auto node = m_calls.extract(m_calls.begin());
        m_now = std::max(m_now, node.key());
        if (node.mapped().context)
            node.mapped().call();
        drainEvents();
    }
    m_now = until;
}

int FakeClock::waiting(std::chrono::milliseconds within) const
{
    const auto due = m_calls.upper_bound(m_now + within);
    return int(std::count_if(m_calls.cbegin(), due, [](const auto &entry) { return !entry.second.context.isNull(); }));
}

} // namespace windsock
