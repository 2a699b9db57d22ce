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

WebPlace webPlaceOf(const Pod &web)
{
    // The label tells which Airflow it is: api-server is Airflow 3's name for it.
    const bool isApiServer = web.labels.value(QStringLiteral("component")) == QLatin1String("api-server");
    WebPlace place{.healthPath = QString::fromLatin1(isApiServer ? healthPathAirflow3 : healthPathAirflow2)};
    for (const PodContainer &container : web.containers) {
        if (container.isInit || container.readyPort <= 0 || !container.readyPath.endsWith(place.healthPath))
            continue; // a side-car's
        place.port = container.readyPort;
        place.healthPath = container.readyPath;
        break;
    }
    return place;
}

} // namespace windsock
