// SPDX-License-Identifier: Apache-2.0
#include "core/backends/standalone/StandalonePlaces.h"

namespace windsock {

StandalonePlaces StandalonePlaces::of(const QString &workspaceId, const Paths &paths)
{
    StandalonePlaces places;
    places.state = QDir(paths.workspaceState(workspaceId).filePath(QStringLiteral("standalone")));
    places.record = places.state.filePath(QStringLiteral("airflow.json"));
    places.keys = places.state.filePath(QStringLiteral("keys.json"));
    places.home = places.state.filePath(QStringLiteral("home"));
    places.config = places.home + QStringLiteral("/airflow.cfg");
    places.prepare = places.state.filePath(QStringLiteral("scripts/prepare.py"));
    places.objects = places.state.filePath(QStringLiteral("scripts/objects.py"));
    places.part = places.state.filePath(QStringLiteral("scripts/part.py"));
    places.gate = places.state.filePath(QStringLiteral("preparing"));
    places.sqlite = places.state.filePath(QStringLiteral("airflow.db"));
    places.tasks = places.home + QStringLiteral("/logs");
    places.logs = QDir(places.state.filePath(QStringLiteral("logs")));
    places.supervisor.folder = places.state;
    return places;
}

} // namespace windsock
