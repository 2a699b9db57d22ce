// SPDX-License-Identifier: Apache-2.0
#include "core/backends/kind/WebPod.h"

#include "core/airflow/AirflowHealth.h"
#include "core/kube/PodRole.h"

#include <algorithm>

namespace windsock {

bool isWeb(const Pod &pod)
{
    return podComponent(pod) == QLatin1String("web");
}

bool webRuns(const Pod &pod)
{
    return !pod.isDeleting() && std::any_of(pod.containers.begin(), pod.containers.end(), [](const PodContainer &container) {
        return !container.isInit && container.state.kind == ContainerState::Kind::Running;
    });
}

const char *healthPathOf(const Pod &web)
{
    // The label tells which Airflow it is: api-server is Airflow 3's name for it.
    return web.labels.value(QStringLiteral("component")) == QLatin1String("api-server") ? healthPathAirflow3 : healthPathAirflow2;
}

} // namespace windsock
