// SPDX-License-Identifier: Apache-2.0
// Time as a part that tests can replace: wall time, monotonic time, and "call me later".
#pragma once

#include <QDateTime>
#include <QObject>

#include <chrono>
#include <functional>

namespace windsock {

class Clock
{
public:
    virtual ~Clock() = default;
    virtual QDateTime now() const = 0;                       // local time
    virtual std::chrono::milliseconds monotonic() const = 0; // since an arbitrary start
    // Calls `call` once after `delay` in context's thread; never if context is gone by then.
    virtual void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> call) = 0;
};

class SystemClock : public Clock
{
public:
    QDateTime now() const override;
    std::chrono::milliseconds monotonic() const override;
    void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> call) override;
};

} // namespace windsock
