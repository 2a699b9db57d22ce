// SPDX-License-Identifier: Apache-2.0
// Brings one image of Docker's into a kind node by the cheapest way that is exact: nothing, a tag, a push of the layers that
// are new, or a pipe without the layers that the node has. Knows no plan.
//
// Which way, and why (600 MB image, 2 cores; `kind load docker-image` takes 23–35 s for any of these):
// - The node has the image id: nothing to do, or a tag.
// - The node has some of its layers: `docker push` to a receiver in this process (PushReceiver.h). Docker then hands over
//   only layers that are new, where `docker save` would write all of them first (5–7 s). It knows layers by the digests of
//   their compressed form: those it pulled or pushed before cost nothing, any other it compresses (about 25 MB/s). A push
//   that goes beyond `pushAtMost` is given up for the pipe, which is faster then.
// - Else, or where the engine cannot reach this machine's 127.0.0.1 (it runs in a VM or another network namespace) or keeps
//   its images in containerd (whose `docker save` writes nothing anew): `docker save` piped into the node, without those
//   layers that the node has.
#pragma once

#include "core/base/Async.h"
#include "core/plan/RunContext.h"

#include <optional>

namespace windsock {

struct LoadRequest
{
    QString node;    // the container: "airflow-control-plane"
    QString imageId; // Docker's: "sha256:…"
    QString name;    // what pods will ask for: "airflow-local:4f2a9c1e0b7d"
    // Of a node that is only being made, and so has nothing of the image: resolves when it can be asked. Docker needs some
    // seconds before the first byte of an image (it writes all layers to its own disk), which then pass meanwhile.
    std::optional<Async<>> nodeUp = {};
};

struct LoadOutcome
{
    enum class Way { AlreadyThere, Tagged, Pushed, Piped };
    Way way = Way::AlreadyThere;
    qint64 bytes = 0; // that went into the node
    std::chrono::milliseconds took{0};
    // Docker does not know the digests of this image's layers yet: primePush() once, while nobody waits, makes the next
    // rebuild a push.
    bool primingHelps = false;
};
QString wayName(LoadOutcome::Way way); // "already-there": stable, used in JSON

inline constexpr qint64 pushAtMost = 16 * 1024 * 1024; // compressed bytes

// Ends with the image in the node, complete, unpacked and with the id that was asked for, or with an error. Says what it
// does as progress of the step.
Async<LoadOutcome> loadImage(RunContext &context, const LoadRequest &request);

} // namespace windsock
