// SPDX-License-Identifier: Apache-2.0
#include "core/supervise/SupervisorStatus.h"

#include <algorithm>

namespace windsock {

QString componentStateName(ComponentState state)
{
    switch (state) {
    case ComponentState::Stopped: return QStringLiteral("stopped");
    case ComponentState::Starting: return QStringLiteral("starting");
    case ComponentState::Running: return QStringLiteral("running");
    case ComponentState::Restarting: return QStringLiteral("restarting");
    case ComponentState::CrashLoop: return QStringLiteral("crash-loop");
    case ComponentState::Stopping: return QStringLiteral("stopping");
    }
    return {};
}

std::optional<ComponentState> componentStateFromName(const QString &name)
{
    for (int state = 0; state <= int(ComponentState::Stopping); ++state) {
        if (componentStateName(ComponentState(state)) == name)
            return ComponentState(state);
    }
    return std::nullopt;
}

const ComponentStatus *SupervisorStatus::find(const QString &id) const
{
    const auto found = std::find_if(components.cbegin(), components.cend(), [&id](const ComponentStatus &each) { return each.id == id; });
    return found == components.cend() ? nullptr : &*found;
}

} // namespace windsock
