// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/NodeQuiet.h"

#include "core/tools/Docker.h"

namespace windsock {

using namespace std::chrono_literals;

namespace {
// STOP and not TERM: a kubelet that ends takes back what it has asked containerd for, which kills the runtime in the middle.
constexpr char script[] = "pkill -STOP -x kubelet; i=0; "
                          "while pgrep -x runc >/dev/null && [ $i -lt 40 ]; do sleep 0.05; i=$((i+1)); done";
} // namespace

Async<> quietNode(RunContext &context, const FoundNode &node)
{
    if (!node || !isUp(*node) || isPaused(*node))
        return ready();
    Command command =
        docker::exec({.container = node->id, .argv = {QStringLiteral("sh"), QStringLiteral("-c"), QString::fromLatin1(script)}});
    command.limit = 5s;
    context.note(QStringLiteral("$ ") + command.shown());
    // Not the run's cancel: taking a canceled cluster away is what is left to do.
    return andFinally(context.runner().run(command), &context, [](const Result<CommandOutput> &) { return Result<>(); });
}

} // namespace windsock
