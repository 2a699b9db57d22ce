// SPDX-License-Identifier: Apache-2.0
// The single reasons behind podReason(): what the scheduler, the kubelet and the runtime say, in words. Internal to kube.
#pragma once

#include "core/kube/PodReason.h"

#include <optional>

namespace windsock {

PodReason failedPodReason(const Pod &pod);                // phase Failed
PodReason schedulingReason(const QString &message);       // no node takes it
PodReason creationReason(const QList<KubeEvent> &events); // has a node, but no container runs yet
// Absent: this container waits for nothing, or only for its turn.
std::optional<PodReason> containerProblem(const PodContainer &container, const QList<KubeEvent> &events);
std::optional<PodReason> probeProblem(const PodContainer &container, const QList<KubeEvent> &events);

} // namespace windsock
