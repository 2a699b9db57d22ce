// SPDX-License-Identifier: Apache-2.0
// The web page is on a port of 127.0.0.1 by itself: nothing to keep up.
#pragma once

#include "core/backends/Backend.h"

namespace windsock {

class DirectForward : public Forward
{
    Q_OBJECT
public:
    DirectForward(int port, const QString &text);
    void open(int) override {}
    void close() override {}
    ForwardStatus status() const override { return m_status; }

private:
    ForwardStatus m_status;
};

} // namespace windsock
