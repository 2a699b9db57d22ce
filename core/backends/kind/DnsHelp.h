// SPDX-License-Identifier: Apache-2.0
// After a stopped node starts, CoreDNS comes up before kube-proxy has written its rules; its first connection to the API
// is lost and tried again only after a 30 s dial time-out, and all of Airflow waits for names until then. As soon as the
// rules are there its pods are made anew.
#pragma once

#include "core/backends/kind/StartFacts.h"
#include "core/plan/RunContext.h"

namespace windsock {

Async<> helpDns(const StartFactsPtr &facts, RunContext &context); // never fails: it only saves time

} // namespace windsock
