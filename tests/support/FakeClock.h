// SPDX-License-Identifier: Apache-2.0
// A Clock that stands still until a test moves it.
#pragma once

#include "core/base/Clock.h"

#include <QPointer>

#include <map>

namespace windsock {

class FakeClock : public Clock
{
public:
    QDateTime now() const override;
    std::chrono::milliseconds monotonic() const override { return m_now; }
    void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> call) override;

    // Makes every call that falls due on the way, in order, and lets queued events run after each.
    void advance(std::chrono::milliseconds by);
    int waiting(std::chrono::milliseconds within = std::chrono::hours(24)) const; // calls whose context lives
    void setNow(const QDateTime &start) { m_start = start; }

private:
    struct Call
    {
        QPointer<QObject> context;
        std::function<void()> call;
    };
    std::chrono::milliseconds m_now{0};
    QDateTime m_start{QDate(2025, 1, 15), QTime(9, 0)};
    std::multimap<std::chrono::milliseconds, Call> m_calls;
};

} // namespace windsock
