// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/StartFacts.h"

#include "core/backends/kind/ReleaseInputs.h"
#include "core/kube/PodRole.h"

namespace windsock {

ImageName StartFacts::podImage() const
{
    ImageName image = workspace.image();
    // An image that we build is tagged by its content. One that is only used keeps its name: its tag is somebody's word.
    if (workspace.build() && !imageId.isEmpty())
        image.tag = contentTag(imageId);
    return image;
}

QString StartFacts::releaseInputs() const
{
    return windsock::releaseInputs(workspace, podImage());
}

bool StartFacts::isSettled() const
{
    if (!look.release || look.release->revision < 2)
        return true; // there is no earlier one
    const QList<Pod> parts = corePods(look.pods);
    // What has no part in Airflow (a task's own pod, somebody's in the same namespace) may lie there as it is.
    return std::all_of(parts.begin(), parts.end(), [](const Pod &pod) { return pod.isReady() || podComponent(pod).isEmpty(); });
}

bool StartFacts::isUpToDate() const
{
    const bool imageKnown = !workspace.build() || !imageId.isEmpty();
    return !anew && imageKnown && look.isHealthy() && look.release && look.release->isDeployed(releaseInputs()) && isSettled();
}

} // namespace windsock
