// SPDX-License-Identifier: Apache-2.0
// kind's own network, kindnet, writes the node's network file ten seconds after it began: its loop looks at the list of nodes before that
// has arrived, and next when its ticker comes round (kind, images/kindnetd/cmd/kindnetd/main.go, since July 2024). Until then no pod
// starts. Here the same file is written as soon as the node has its range of addresses, so that DNS, volumes and the database boot
// while the image is still being loaded. kindnet then writes it once more.
#pragma once

#include "core/backends/kind/StartFacts.h"
#include "core/plan/RunContext.h"

namespace windsock {

// As kindnetd writes it for one IPv4 range (…/kindnetd/cni.go, the same from 2020 to kind 0.31). `mtu`: of the node's eth0; 0: not said.
QByteArray kindnetConfig(const QString &range, int mtu);

// For a cluster that this run has made, with fast boot, one node and kindnet. Anything else, and whatever goes wrong, is left to kindnet.
Async<> openPodNetwork(const StartFactsPtr &facts, RunContext &context);

} // namespace windsock
