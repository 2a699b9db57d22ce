// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/NodeReturn.h"

#include "core/backends/kind/KubeAccess.h"
#include "core/base/Clock.h"
#include "core/tools/Docker.h"

#include <QCoreApplication>

namespace windsock {

using namespace std::chrono_literals;

namespace {
constexpr auto pause = 250ms;
constexpr int mostTries = 120; // 30 s: what the help would save

bool hasServiceRules(const CommandOutput &output)
{
    // Chains of kube-proxy's iptables mode (KUBE-SVC-…) or of its nftables mode (service-…).
    return output.out.contains("KUBE-SVC-") || output.out.contains("service-");
}

void awaitRules(const StartFactsPtr &facts, RunContext &context, int tries, const Promise<bool> &done)
{
    const Command ask =
        docker::exec({.container = facts->places.container, .argv = {"sh", "-c", "iptables-save -t nat; nft list ruleset 2>/dev/null"}});
    whenDone(context.ask(ask), &context, [facts, &context, tries, done](const Result<CommandOutput> &output) {
        if (!output || tries >= mostTries)
            return done.resolve(!output && output.error().isCancel() ? Result<bool>(output.error()) : Result<bool>(false));
        if (!hasServiceRules(*output))
            return context.clock().after(pause, &context, [facts, &context, tries, done] { awaitRules(facts, context, tries + 1, done); });
        done.resolve(true);
    });
}
} // namespace

Async<bool> awaitServiceRules(const StartFactsPtr &facts, RunContext &context)
{
    const Promise<bool> done;
    awaitRules(facts, context, 0, done);
    return done.future();
}

Async<> helpNodeReturn(const StartFactsPtr &facts, RunContext &context)
{
    return andFinally(facts->kube->freeLeadership(), &context, [facts, &context](const Result<> &) {
        return andThen(awaitServiceRules(facts, context), &context, [facts, &context](bool there) {
            if (!there)
                return ready();
            context.note(
                QCoreApplication::translate("NodeReturn", "The node's service rules are there: making the name server's pods anew"));
            const Async<> gone = facts->kube->deletePods(QStringLiteral("kube-system"), QStringLiteral("k8s-app=kube-dns"));
            return andFinally(gone, &context, [](const Result<> &) { return Result<>(); });
        });
    });
}

} // namespace windsock
