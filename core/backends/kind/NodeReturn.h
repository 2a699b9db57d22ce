// SPDX-License-Identifier: Apache-2.0
// What a node needs that was stopped and started again, so that nothing in it waits for a time-out:
// - controller-manager and scheduler find the leases that they held themselves before, and would wait until those run out
//   (15 s from their first look: leaseDurationSeconds). Where there is one control plane nobody else can hold them.
// - CoreDNS comes up before kube-proxy has written its rules; its first connection to the API is lost and tried again only
//   after a 30 s dial time-out, and all of Airflow waits for names until then. As soon as the rules are there its pods are
//   made anew, which takes a controller-manager and a scheduler that work.
#pragma once

#include "core/backends/kind/StartFacts.h"
#include "core/plan/RunContext.h"

namespace windsock {

// Whether kube-proxy has written the rules by which pods reach services; false: not within half a minute. Errors: Canceled.
Async<bool> awaitServiceRules(const StartFactsPtr &facts, RunContext &context);

// Once the API answers. Never fails but by cancel: it only saves time.
Async<> helpNodeReturn(const StartFactsPtr &facts, RunContext &context);

} // namespace windsock
