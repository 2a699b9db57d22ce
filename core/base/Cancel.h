// SPDX-License-Identifier: Apache-2.0
// A flag that many may look at and one may raise. Copies share it. Main thread only.
#pragma once

#include <functional>
#include <memory>

namespace windsock {

// Keeps a hook alive; destroying it takes the hook back.
using CancelHook = std::shared_ptr<void>;

class Cancel
{
public:
    Cancel();
    bool isRequested() const;
    void request() const; // runs every hook once; a second call does nothing
    // Runs `hook` when the flag is raised, at once if it already is.
    [[nodiscard]] CancelHook onRequest(std::function<void()> hook) const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace windsock
