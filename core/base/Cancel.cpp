// SPDX-License-Identifier: Apache-2.0
#include "core/base/Cancel.h"

#include <map>
#include <utility>

namespace windsock {

struct Cancel::State
{
    bool requested = false;
    int nextId = 0;
    std::map<int, std::function<void()>> hooks;
};

Cancel::Cancel() : m_state(std::make_shared<State>()) {}

bool Cancel::isRequested() const
{
    return m_state->requested;
}

void Cancel::request() const
{
    if (std::exchange(m_state->requested, true))
        return;
    // A hook may drop other hooks (or this object's last owner) while it runs: take them one by one.
    const auto state = m_state;
    while (!state->hooks.empty()) {
        auto node = state->hooks.extract(state->hooks.begin());
        node.mapped()();
    }
}

CancelHook Cancel::onRequest(std::function<void()> hook) const
{
    if (m_state->requested) {
        hook();
        return {};
    }
    const int id = m_state->nextId++;
    m_state->hooks.emplace(id, std::move(hook));
    std::weak_ptr<State> weak = m_state;
    return CancelHook(nullptr, [weak, id](void *) {
        if (const auto state = weak.lock())
            state->hooks.erase(id);
    });
}

} // namespace windsock
