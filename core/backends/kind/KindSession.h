// SPDX-License-Identifier: Apache-2.0
// What the kind backend works with: services from outside and the answers that several plans need. Made by KindBackend;
// outlives its plans.
#pragma once

#include "core/backends/kind/KindPlaces.h"
#include "core/base/Clock.h"
#include "core/process/CommandRunner.h"
#include "core/tools/KubeTarget.h"

namespace windsock {

class Redactor;
class ToolFinder;

// The word by which this program knows that Helm runs it as its post-renderer.
inline constexpr char postRenderVerb[] = "post-render";

struct KindSession
{
    CommandRunner &runner;
    Clock &clock;
    ToolFinder &tools;
    Paths paths;
    QString program;     // absolute path of this program: Helm's post-renderer
    QString chartMirror; // address in place of the charts' own repository; empty: none
    // What it was told of is masked in what tools write to files by themselves; none: only what looks like a secret.
    const Redactor *redactor = nullptr;
    // LoadStep, until it is done: Docker's id of an image whose next rebuild loads faster after primePush(); empty: none.
    QString toPrime = {};

    KubeTarget target(const KindPlaces &places) const { return {places.kubeconfig, places.context}; }
};

} // namespace windsock
