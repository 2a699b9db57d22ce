// SPDX-License-Identifier: Apache-2.0
// The proof that a node container is ours: it has our own mark file mounted. The mark is part of the config that we give
// to `kind create`, so it holds from the container's first moment, survives every crash of ours, and no other program
// makes it by accident. Nothing is written down elsewhere that could disagree with reality.
#pragma once

#include "core/backends/kind/KindPlaces.h"
#include "core/tools/DockerReplies.h"

namespace windsock {

bool isOurs(const docker::Container &node, const KindPlaces &places);
// The workspace folder whose mark the container has; empty: the cluster was made without Windsock.
QString ownerOf(const docker::Container &node);
Result<> writeOwnerMark(const KindPlaces &places, const Workspace &workspace);

// The card for a cluster by our name that is not ours.
Error nameTaken(const docker::Container &node, const KindPlaces &places);
// That card as an error where the node is somebody else's; no node, or ours, is success.
Result<> refuseForeign(const std::optional<docker::Container> &node, const KindPlaces &places);

// A creation that has begun and not ended: between these two calls a cluster by that name is half made, and by us.
Result<> beginCreation(const KindPlaces &places);
void endCreation(const KindPlaces &places);
bool isHalfMade(const KindPlaces &places);

} // namespace windsock
