// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/SchedulerPod.h"

#include "core/kube/PodRole.h"

namespace windsock {

std::optional<SchedulerPod> runningScheduler(const KindLook &look)
{
    if (!look.owned || !look.apiAnswers)
        return {};
    for (const Pod &pod : corePods(look.pods)) {
        if (podComponent(pod) != QLatin1String("scheduler"))
            continue;
        const auto main = std::find_if(pod.containers.begin(), pod.containers.end(), [](const PodContainer &container) {
            return !container.isInit;
        }); // the chart's own comes before side-cars
        if (main != pod.containers.end() && main->state.kind == ContainerState::Kind::Running)
            return SchedulerPod{pod.name, main->name};
    }
    return {};
}

} // namespace windsock
