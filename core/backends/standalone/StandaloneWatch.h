// SPDX-License-Identifier: Apache-2.0
// Tells when a new look is worth it: whatever the supervisor says, and that there is one or none. Asks nothing by itself.
#pragma once

#include "core/backends/Backend.h"
#include "core/supervise/SupervisorWatch.h"

namespace windsock {

class StandaloneWatch : public BackendWatch
{
    Q_OBJECT
public:
    explicit StandaloneWatch(const SupervisorFolder &folder) : m_watch(folder)
    {
        connect(&m_watch, &SupervisorWatch::changed, this, &BackendWatch::changed);
        connect(&m_watch, &SupervisorWatch::gone, this, &BackendWatch::changed);
        m_watch.start();
    }

private:
    SupervisorWatch m_watch;
};

} // namespace windsock
